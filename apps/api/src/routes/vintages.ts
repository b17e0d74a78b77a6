/** GET /v1/vintages: the days on which anything was received, each a state of knowledge to ask for. */
import { vintagesAnswer } from '@rapporteur/contract';
import { readReceipts } from '@rapporteur/projections';
import { z } from 'zod';
import { collectionList, commonQuery } from '../reading/parameters.js';
import { route } from '../reading/route.js';

export const vintages = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/vintages',
  summary: 'The days on which anything was received: asOf each of them gives another state of knowledge',
  query: z.strictObject({ collection: collectionList.optional(), ...commonQuery }),
  answer: vintagesAnswer,
  async read({ query, snapshot, vintage, position }) {
    return { body: { items: await readReceipts(snapshot, query.collection, vintage), position } };
  },
});
