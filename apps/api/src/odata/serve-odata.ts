/** The addresses of OData, registered on Fastify itself. */
import type { RouteDocument } from '@rapporteur/http';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Reading } from '../reading/answer-read.js';
import { answerOData } from './answer-odata.js';

const document = (path: string, summary: string): RouteDocument => ({
  method: 'get',
  action: 'read-released',
  path,
  summary,
  query: z.looseObject({}),
  answer: z.record(z.string(), z.unknown()),
});

export const odataDocuments: readonly RouteDocument[] = [
  document('/odata/v4', 'Which tables Excel, Power BI and others read by OData 4.0 (docs/bi.md)'),
  document('/odata/v4/*', 'Those tables, filtered, sorted and in pages, and $metadata'),
];

/** In: Fastify, and what every read shares. */
export function serveOData(fastify: FastifyInstance, reading: Reading): void {
  for (const { path, action } of odataDocuments) {
    fastify.route({
      method: ['GET', 'HEAD'],
      url: path,
      config: { action },
      handler: async (request, reply) => {
        await answerOData(reading, request, reply);
        return reply;
      },
    });
  }
}
