/** GET /v1/availability: what there is to ask for, by collection, respondent, indicator and kind of breakdown. */
import { availabilityAnswer } from '@rapporteur/contract';
import { readAvailability } from '@rapporteur/projections';
import { z } from 'zod';
import { breakdownList } from '../reading/breakdown-parameter.js';
import { tableMedia } from '../formats/choose-format.js';
import { nameIndicator, nameRespondent } from '../reading/names.js';
import { collectionList, commonQuery, indicatorList, respondentList } from '../reading/parameters.js';
import { route } from '../reading/route.js';
import { toMeasureCube } from '../formats/to-cube.js';

export const availability = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/availability',
  summary: 'What there is: series and figures of each respondent, indicator and kind of breakdown',
  query: z.strictObject({
    respondent: respondentList.optional(),
    indicator: indicatorList.optional(),
    collection: collectionList.optional(),
    breakdown: breakdownList.optional(),
    ...commonQuery,
  }),
  answer: availabilityAnswer,
  alsoAs: tableMedia,
  async read({ query, snapshot, vintage, language, position }) {
    const items = await readAvailability(
      snapshot,
      {
        respondents: query.respondent,
        codes: query.indicator,
        collections: query.collection,
        breakdownLike: query.breakdown,
      },
      vintage,
    );
    const rows = items.map(({ firstYear, lastYear, ...item }) => ({
      ...item,
      respondent_name: nameRespondent(item.respondent, language).name,
      indicator_name: nameIndicator(item.indicator, language).name,
      first_year: firstYear,
      last_year: lastYear,
    }));
    return {
      body: { items, position },
      table: { columns, rows, cube: () => toMeasureCube(rows, dimensions, measures) },
    };
  },
});

const dimensions = ['collection', 'respondent', 'indicator', 'dimensions'];
const measures = ['series', 'figures', 'first_year', 'last_year'];
const columns = [
  'collection',
  'respondent',
  'respondent_name',
  'indicator',
  'indicator_name',
  'dimensions',
  'series',
  'figures',
  'first_year',
  'last_year',
];
