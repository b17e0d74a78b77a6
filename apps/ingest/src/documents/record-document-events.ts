/** Stores events about a document: after those of others, and only what is new. */
import {
  documentStream,
  readStreamEvents,
  toNewEvent,
  type Action,
  type DocumentEvent,
  type Target,
} from '@rapporteur/domain';
import { HttpProblem, needRight } from '@rapporteur/http';
import { randomUUID } from 'node:crypto';
import type { RequestFacts } from '../commands/record-command.js';
import type { Recording } from '../commands/recording.js';
import { recorderOf } from '../commands/rights.js';

/** How often it is tried while others write about the same document. */
const tries = 20;

export interface RecordedDocument {
  /** Whether anything was new. */
  readonly recorded: boolean;
  /** Version of the document's stream. */
  readonly version: number;
  /** With it in `wait=` a GET waits until the tables have it; null where nothing was new. */
  readonly token: string | null;
}

interface About {
  readonly document: string;
  readonly action: Action;
  readonly target: Target;
  /** In: the events of the document so far. Out: the new ones. Errors: HttpProblem. */
  decide(events: readonly DocumentEvent[]): readonly DocumentEvent[];
}

/** Errors: HttpProblem; those of pg. */
export const recordDocumentEvents = (
  recording: Recording,
  about: About,
  facts: Pick<RequestFacts, 'authority' | 'meta'>,
): Promise<RecordedDocument> =>
  recording.inTurn(documentStream(about.document), () => record(recording, about, facts));

async function record(
  recording: Recording,
  { document, action, target, decide }: About,
  facts: Pick<RequestFacts, 'authority' | 'meta'>,
): Promise<RecordedDocument> {
  const stream = documentStream(document);
  let { authority } = facts;
  for (let i = 0; i < tries; i += 1) {
    needRight(authority, action, target);
    const stored = await recording.read(stream);
    const version = stored.at(-1)?.version ?? 0;
    const news = decide(readStreamEvents(stored) as DocumentEvent[]);
    if (news.length === 0) return { recorded: false, version, token: null };
    const meta = { ...recorderOf(authority, action, target), ...facts.meta };
    const events = news.map((event) => toNewEvent(event, randomUUID(), meta));
    const outcome = await recording.append({
      ...{ stream, expectedVersion: version, events },
      ...(authority.standing ? { by: authority.standing } : {}),
    });
    const last = events.at(-1)!.id.replaceAll('-', '');
    const token = Buffer.from(last, 'hex').toString('base64url');
    if (outcome === 'stored') return { recorded: true, version: version + news.length, token };
    authority = await authority.renew();
  }
  throw new HttpProblem({
    status: 503,
    code: 'overtaken',
    title: 'Others wrote about this document all the while',
    headers: { 'retry-after': '1' },
  });
}

/** Errors: HttpProblem 404 and 410. Out: how the document was received, each time. */
export function needDocument(document: string, events: readonly DocumentEvent[]) {
  const received = events.flatMap(({ type, data }) => (type === 'DocumentReceived' ? [data] : []));
  if (received.length === 0)
    throw new HttpProblem({
      status: 404,
      code: 'unknown-document',
      title: 'There is no such document',
      detail: 'GET /v1/documents?round=collection/round lists those of a round.',
    });
  needUnremoved(document, events);
  return received;
}

/** Errors: HttpProblem 410 for a document that was taken from view. */
export function needUnremoved(document: string, events: readonly DocumentEvent[]): void {
  const removed = events.flatMap(({ type, data }) => (type === 'DocumentRemoved' ? [data] : []))[0];
  if (!removed) return;
  throw new HttpProblem({
    status: 410,
    code: 'document-removed',
    title: 'The document was removed',
    detail: `${document}: ${removed.reason}`,
  });
}
