/** The documentation of the addresses about the service itself, which read no tables. */
import { healthDocuments, metricsDocument, type RouteDocument } from '@rapporteur/http';
import { z } from 'zod';

export const serviceDocuments: readonly RouteDocument[] = [
  {
    method: 'get',
    action: 'read-released',
    path: '/v1/events/stream',
    summary:
      'Each event once the tables include it, as Server-sent events that go on where a reader left off',
    query: z.object({
      after: z.string().optional().describe('Begin after this position; when absent, with what is new'),
    }),
    headers: z.object({
      'Last-Event-ID': z.string().optional().describe('The same, as browsers send it; counts before "after"'),
    }),
    media: 'text/event-stream',
    answer: z
      .string()
      .describe(
        'Messages: id is the position; data is JSON with event, type, collection, round, respondent, receivedOn, recordedAt. Messages of type "position" tell position and deadLetters: at first, when deadLetters changes, and every 15 s.',
      ),
  },
  ...healthDocuments,
  metricsDocument,
  {
    method: 'get',
    action: 'see-service',
    path: '/openapi.json',
    summary: 'This documentation as an OpenAPI 3.1 document',
    answer: z.record(z.string(), z.unknown()),
  },
  {
    method: 'get',
    action: 'see-service',
    path: '/docs',
    summary: 'This documentation as a page',
    media: 'text/html',
    answer: z.string(),
  },
];
