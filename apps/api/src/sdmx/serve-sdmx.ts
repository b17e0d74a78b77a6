/** The addresses of SDMX, registered on Fastify itself. */
import type { RouteDocument } from '@rapporteur/http';
import { notImplemented, nothingFound, syntaxFault } from '@rapporteur/sdmx';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Reading } from '../reading/answer-read.js';
import { answerAvailability } from './answer-availability.js';
import { answerData } from './answer-data.js';
import { answerSchema } from './answer-schema.js';
import { answerStructure, isStructureType, structureAddresses } from './answer-structure.js';
import { answerSdmx, type Answering } from './answer.js';

/** Maps, since addresses may have names that every object has. */
const resources: Readonly<Record<'v1' | 'v2', ReadonlyMap<string, Answering>>> = {
  v1: new Map([
    ['data', answerData],
    ['availableconstraint', answerAvailability],
    ['schema', answerSchema],
  ]),
  v2: new Map([
    ['data', answerData],
    ['availability', answerAvailability],
    ['structure', answerStructure],
    ['schema', answerSchema],
  ]),
};

/** The first words of the addresses of a version, for those who ask for another. */
const addressesOf = (api: 'v1' | 'v2'): string =>
  [...resources[api].keys(), ...(api === 'v1' ? structureAddresses : [])].join(', ');

/** Finds out what an address asks for. Errors: SdmxFault. */
const answer: Answering = (context) => {
  const { api, path } = context.request;
  const [resource = ''] = path;
  const found = resources[api].get(resource);
  if (found) return found(context);
  if (api === 'v1' && isStructureType(resource)) return answerStructure(context);
  if (resource === 'metadata' || resource === 'registration' || resource === 'subscription')
    throw notImplemented(`"${resource}"`);
  const message = `There is nothing at /sdmx/${api}/${path.join('/')}; there is: ${addressesOf(api)}`;
  // Nothing found is an empty answer in version 2, and would be taken for "no figures".
  throw api === 'v1' ? nothingFound(message) : syntaxFault(message);
};

const document = (path: string, summary: string): RouteDocument => ({
  method: 'get',
  action: 'read-released',
  path,
  summary,
  media: 'application/xml',
  query: z.looseObject({}),
  answer: z.string(),
});

export const sdmxDocuments: readonly RouteDocument[] = [
  document('/sdmx/v1/*', 'SDMX REST 1.5: structures, data, availability (docs/sdmx.md)'),
  document('/sdmx/v2/*', 'SDMX REST 2.2: structures, data, availability, with vintages (docs/sdmx.md)'),
];

/** In: Fastify, and what every read shares. */
export function serveSdmx(fastify: FastifyInstance, reading: Reading): void {
  for (const { path, action } of sdmxDocuments) {
    fastify.route({
      method: ['GET', 'HEAD'],
      url: path,
      config: { action },
      handler: async (request, reply) => {
        await answerSdmx(reading, answer, request, reply);
        return reply;
      },
    });
  }
}
