/** The addresses that tell of the service itself, for the documentation: they read no tables. */
import { metricsDocument, type RouteDocument } from '@rapporteur/http';
import { z } from 'zod';

export const serviceDocuments: readonly RouteDocument[] = [
  {
    method: 'get',
    path: '/health/live',
    summary: 'Whether the process lives',
    answer: z.object({ live: z.literal(true) }),
  },
  {
    method: 'get',
    path: '/health/ready',
    summary: 'Whether the tables are fit to be asked; 503 with the reasons when they are not',
    answer: z.object({
      ready: z.boolean(),
      reasons: z.array(z.string()),
      position: z.int().optional().describe('How far the tables have come'),
      head: z.int().optional().describe('How far the log has come'),
    }),
  },
  metricsDocument,
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This documentation as an OpenAPI 3.1 document',
    answer: z.record(z.string(), z.unknown()),
  },
  {
    method: 'get',
    path: '/docs',
    summary: 'This documentation as a page',
    media: 'text/html',
    answer: z.string(),
  },
];
