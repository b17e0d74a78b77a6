/** GET /v1/inconsistencies: what does not fit together, with the places that disagree. */
import { inconsistenciesAnswer } from '@rapporteur/contract';
import { z } from 'zod';
import { tableMedia } from '../formats/choose-format.js';
import { nameRespondent } from '../reading/names.js';
import { collectionList, commonQuery, respondentList } from '../reading/parameters.js';
import { pageQuery, toPage } from '../reading/pages.js';
import { readInconsistencies } from '../reading/read-inconsistencies.js';
import { route } from '../reading/route.js';
import { toCountCube } from '../formats/to-cube.js';

export const inconsistencies = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/inconsistencies',
  summary: 'What does not fit together: lists against replies, parts against wholes, figures given twice',
  query: z.strictObject({
    respondent: respondentList.optional(),
    collection: collectionList.optional(),
    ...commonQuery,
    ...pageQuery,
  }),
  answer: inconsistenciesAnswer,
  alsoAs: tableMedia,
  itemsAtOnce: 100_000,
  async read({ query, snapshot, vintage, language, position }) {
    const found = await readInconsistencies(snapshot, vintage, {
      collections: query.collection,
      respondents: query.respondent,
    });
    const keyed = found.map((item, i) => ({ ...item, key: String(i).padStart(9, '0') }));
    const { items, next } = toPage(keyed, ({ key }) => key, query);
    const rows = items.map(({ places, respondent, ...rest }) => ({
      ...rest,
      respondent,
      respondent_name: nameRespondent(respondent, language).name,
      paragraphs: [...new Set(places.map(({ paragraph }) => paragraph))]
        .filter((p) => p !== undefined)
        .join(' '),
      events: [...new Set(places.map(({ event }) => event))].filter((e) => e !== undefined).join(' '),
    }));
    return {
      body: {
        items: items.map(({ key: _, respondent, ...rest }) => ({
          ...rest,
          respondent: nameRespondent(respondent, language),
        })),
        ...(next ? { next } : {}),
        position,
      },
      table: {
        columns: ['kind', 'round', 'respondent', 'respondent_name', 'message', 'paragraphs', 'events'],
        rows,
        cube: () => toCountCube(rows, ['kind', 'round', 'respondent']),
      },
    };
  },
});
