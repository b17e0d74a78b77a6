/** Whose draft of which document a request is about, whether whoever asks may code it, and who that is. */
import {
  documentStream,
  readStreamEvents,
  saysUnknown,
  type DocumentEvent,
  type Registry,
} from '@rapporteur/domain';
import { authorityOf, HttpProblem, needRight } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readRound } from '../commands/command-request.js';
import type { Recording } from '../commands/recording.js';
import { recorderOf } from '../commands/rights.js';
import { readDocument } from '../documents/documents.controller.js';
import { needDocument } from '../documents/record-document-events.js';
import type { Coder, DraftKey } from './entities.js';

/** What every request about a draft says of it. */
export const whose = {
  round: z.string().max(200).describe('collection/round, such as ecosoc-2006-27/2008'),
  respondent: z.string().max(200).describe('Whose reply it is, by code or name'),
};

/** Errors: HttpProblem where somebody may not code for this respondent, or the document is not of its reply. */
export async function readDraftKey(
  { recording, registry }: { recording: Recording; registry: Omit<Registry, 'today'> },
  document: string,
  { round: name, respondent }: { readonly round: string; readonly respondent: string },
  request: FastifyRequest,
): Promise<DraftKey> {
  const found = registry.resolve(respondent);
  if (!('code' in found))
    throw new HttpProblem({
      status: 404,
      code: 'unknown-respondent',
      title: saysUnknown(respondent, found.suggestions),
      extra: { suggestions: found.suggestions },
    });
  const key = { document: readDocument(document), ...readRound({ id: name }), respondent: found.code };
  needRight(authorityOf(request), 'keep-draft', key);
  const stored = await recording.read(documentStream(key.document));
  const isOfIt = needDocument(key.document, readStreamEvents(stored) as DocumentEvent[]).some(
    (one) =>
      one.collection === key.collection &&
      one.round === key.round &&
      (one.respondent === null || one.respondent === key.respondent),
  );
  if (isOfIt) return key;
  throw new HttpProblem({
    status: 409,
    code: 'document-of-another-round',
    title: `The document was not received for ${name}, or not of ${key.respondent}`,
    detail: 'POST it to that reply or round first: it is stored once all the same.',
  });
}

/** Who acts on a draft, and how an event would name them. Errors: HttpProblem 403. */
export function whoActs(request: FastifyRequest, key: DraftKey): Coder {
  const authority = authorityOf(request);
  const { id, name } = authority.principal;
  return { id, name, shownAs: recorderOf(authority, 'keep-draft', key).recordedBy };
}
