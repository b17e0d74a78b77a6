/** What an address and the headers of a command say: the round, the version, the idempotency key, the query. */
import { randomUUID } from 'node:crypto';
import { codeSchema, confirmable, type Confirmed, type RoundKey } from '@rapporteur/domain';
import { HttpProblem, readHeaderText, traceparentOf } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { confirmSchema } from './confirm-schema.js';
import type { RequestMeta } from './record-command.js';

/** The query parameters of a command. */
export const commandQuerySchema = z.strictObject({
  dryRun: z
    .enum(['true', 'false', ''])
    .optional()
    .describe('true: check, tell what would change in the tables, and store nothing'),
  confirm: confirmSchema,
  draft: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('SHA-256 of the document whose draft this is: who coded it and who looked at it are recorded'),
});

export type Params = { collection?: string; round?: string; id?: string; respondent?: string };
/** `{collection}/{round}` as two segments, or as one with the slash encoded. */
export const withRound = (end: string) => [`:collection/:round/${end}`, `:id/${end}`];

/** The part of an event's particulars that tells through which request it came. */
export function readMeta(request: FastifyRequest, recordedAt: string): RequestMeta {
  const { headers } = request;
  const causationId = readHeaderText(headers, 'X-Request-Id') ?? randomUUID();
  const traceparent = traceparentOf(request);
  const correlationId = readHeaderText(headers, 'X-Correlation-Id') ?? causationId;
  const meta = { recordedAt, correlationId, causationId };
  return traceparent === undefined ? meta : { ...meta, traceparent };
}

/** Errors: HttpProblem for an address that names no round. */
export function readRound({ collection, round, id = '' }: Params): RoundKey {
  const [first = '', second = '', ...rest] = collection === undefined ? id.split('/') : [collection, round];
  if (rest.length === 0 && codeSchema.safeParse(first).success && codeSchema.safeParse(second).success)
    return { collection: first, round: second };
  throw new HttpProblem({
    status: 404,
    code: 'unknown-round',
    title: `"${[first, second, ...rest].filter(Boolean).join('/')}" is no round`,
    detail: 'A round is named collection/round, such as ecosoc-2006-27/2008; GET /v1/rounds lists them.',
  });
}

/** `?dryRun=true&confirm=received-before-round`. Errors: another parameter, or another value. */
export function readCommandQuery({ query }: FastifyRequest): {
  isDryRun: boolean;
  confirmed: Confirmed;
  /** SHA-256 of a document. */
  draft: string | undefined;
} {
  const parsed = commandQuerySchema.safeParse(query);
  if (parsed.success) {
    const { dryRun, confirm = [], draft } = parsed.data;
    return { isDryRun: dryRun === 'true' || dryRun === '', confirmed: confirm, draft };
  }
  throw new HttpProblem({
    status: 400,
    code: 'bad-parameters',
    title: 'Some parameters cannot be used',
    detail: `There are dryRun=true, draft= with a SHA-256, and confirm= with ${confirmable.join(', ')}.`,
  });
}

/** Out: the version that If-Match names; undefined where any will do. Errors: HttpProblem for what is no version. */
export function readIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim());
  if (match) return Number(match[1]);
  throw new HttpProblem({
    status: 400,
    code: 'bad-if-match',
    title: 'If-Match is no version',
    detail: 'Send the ETag of the answer that told the version, such as "3".',
  });
}

/** Errors: HttpProblem for a key of another length. */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = header.trim();
  if (key.length > 0 && key.length <= 200) return key;
  throw new HttpProblem({
    status: 400,
    code: 'bad-idempotency-key',
    title: 'Idempotency-Key must have 1 to 200 characters',
  });
}
