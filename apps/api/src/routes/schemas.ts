/** GET /v1/schemas and /v1/schemas/{type}/{version}: what the data of an event looks like, and a message of the topic of trends, as JSON Schema. */
import { schemaAnswer, schemasAnswer } from '@rapporteur/contract';
import { toEventSchemas, type EventSchema } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { z } from 'zod';
import { commonQuery } from '../reading/parameters.js';
import { route } from '../reading/route.js';
import { toTrendSchema } from './trend-schema.js';

let all: EventSchema[] | undefined;
/** Made when they are first asked for: a start need not wait for them. */
const allSchemas = () => (all ??= [...toEventSchemas(), toTrendSchema()]);

export const schemas = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/schemas',
  summary: 'The JSON Schema of each version of each event type, and of a message of the topic of trends',
  query: z.strictObject(commonQuery),
  answer: schemasAnswer,
  async read({ position }) {
    return { body: { items: allSchemas(), position } };
  },
});

export const schema = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/schemas/:type/:version',
  summary: 'The JSON Schema (draft 2020-12) that the ce_dataschema of an event or a message names',
  query: z.strictObject(commonQuery),
  answer: schemaAnswer,
  async read({ params }) {
    const found = allSchemas().find(
      ({ type, version }) => type === params['type'] && String(version) === params['version'],
    );
    if (found) return { body: found.schema };
    throw new HttpProblem({
      status: 404,
      code: 'unknown-schema',
      title: `There is no schema of ${params['type']} version ${params['version']}`,
      detail: 'GET /v1/schemas lists them.',
    });
  },
});
