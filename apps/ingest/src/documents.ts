/** What the write side's addresses say of themselves in the OpenAPI document. */
import {
  correctionInputSchema,
  receivedOnSchema,
  replacementInputSchema,
  replyInputSchema,
  resolvedSchema,
  roundInputSchema,
  withdrawalInputSchema,
} from '@rapporteur/domain';
import type { RouteDocument } from '@rapporteur/http';
import { z } from 'zod';

const recorded = {
  round: z.string(),
  recorded: z.boolean().describe('false: nothing new was said'),
  version: z.int().describe('Version of the reply or round; If-Match takes it'),
  eventId: z.uuid(),
  token: z.string().describe('Any GET takes it as wait='),
};

const roundAnswer = z.object(recorded);
const replyAnswer = z.object({
  ...recorded,
  respondent: z.string(),
  resolved: resolvedSchema.optional().describe('How a name was understood'),
  receivedOn: receivedOnSchema,
  late: z.boolean().nullable().optional(),
});

const headers = z.object({
  'Idempotency-Key': z
    .string()
    .optional()
    .describe('The same key with the same body gives the first answer again'),
  'X-Recorded-By': z.string().optional().describe('Who records this; kept with the event'),
  'X-Request-Id': z.string().optional(),
  'X-Correlation-Id': z.string().optional(),
});
const headersWithVersion = headers.extend({
  'If-Match': z.string().optional().describe('Version that the reply must have, else 409'),
});

const both = (end: string, document: Omit<RouteDocument, 'method' | 'path' | 'status'>): RouteDocument[] =>
  ['/v1/rounds/:collection/:round', '/v1/rounds/:id'].map((start) => ({
    method: 'post',
    status: 201,
    path: `${start}/${end}`,
    ...document,
  }));

export const documents: readonly RouteDocument[] = [
  {
    method: 'post',
    path: '/v1/rounds',
    status: 201,
    summary: 'Open a round',
    headers,
    body: roundInputSchema,
    answer: roundAnswer,
  },
  ...both('replies', { summary: 'Submit a reply', headers, body: replyInputSchema, answer: replyAnswer }),
  ...both('replies/:respondent/corrections', {
    summary: 'Correct single figures and findings of a reply',
    headers: headersWithVersion,
    body: correctionInputSchema,
    answer: replyAnswer,
  }),
  ...both('replies/:respondent/replacement', {
    summary: 'Put a whole new text in the place of a reply',
    headers: headersWithVersion,
    body: replacementInputSchema,
    answer: replyAnswer,
  }),
  ...both('replies/:respondent/withdrawal', {
    summary: 'Withdraw a reply',
    headers: headersWithVersion,
    body: withdrawalInputSchema,
    answer: replyAnswer,
  }),
];
