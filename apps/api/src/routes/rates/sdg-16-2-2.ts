/** GET /v1/tables/sdg-16-2-2: detected victims of trafficking in persons per 100,000 people, in the codes of the SDGs. */
import { sdgAnswer } from '@rapporteur/contract';
import {
  populationCollection,
  sdgBreakdowns,
  sdgIndicator,
  toSdgKey,
  type Rate,
  type SdgKey,
} from '@rapporteur/domain';
import { m49Of, type Language } from '@rapporteur/names';
import { z } from 'zod';
import { tableMedia } from '../../formats/choose-format.js';
import { collectionList, commonQuery, respondentList, yearParameter } from '../../reading/parameters.js';
import { readFigurePage } from '../../reading/figure-page.js';
import { pageQuery } from '../../reading/pages.js';
import { route } from '../../reading/route.js';
import type { Table } from '../../formats/table.js';
import { toMeasureCube } from '../../formats/to-cube.js';
import { figureColumns, populationSource, rateColumns, readRates, rateMeasures, showRate } from './rates.js';

/** The indicator is per 100,000 people. */
const per = 100_000;

export const sdgTable = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/tables/sdg-16-2-2',
  summary: 'SDG 16.2.2: detected victims of trafficking in persons per 100,000 people, by sex, age and form',
  query: z.strictObject({
    respondent: respondentList.optional(),
    collection: collectionList.optional(),
    from: yearParameter.optional(),
    to: yearParameter.optional(),
    ...commonQuery,
    ...pageQuery,
    limit: pageQuery.limit.default(1000),
  }),
  answer: sdgAnswer,
  alsoAs: tableMedia,
  async read({ query: asked, snapshot, vintage, language, position }) {
    const filter = {
      kind: 'observation' as const,
      codes: [sdgIndicator],
      respondents: asked.respondent,
      collections: asked.collection?.filter((code) => code !== populationCollection),
      breakdownLike: sdgBreakdowns,
      from: asked.from,
      to: asked.to,
    };
    const { page, next } = await readFigurePage(snapshot, filter, asked, vintage);
    const rates = await readRates(snapshot, page, per, vintage);
    const items = rates.flatMap((rate) => {
      const key = toSdgKey(rate.breakdown);
      return key ? [{ rate, key, area: toArea(rate.respondent) }] : [];
    });
    return {
      body: {
        items: items.map(({ rate, key, area }) => ({
          ...showRate(rate, language),
          ...key,
          refArea: area,
          unitMeasure: 'PER_100000_POP' as const,
        })),
        populationSource,
        ...(next ? { next } : {}),
        position,
      },
      table: toTable(items, language),
    };
  },
});

/** M49 without leading zeros, as the global structure has it; the code here where M49 has none. */
const toArea = (respondent: string): string => m49Of(respondent)?.replace(/^0+/, '') ?? respondent;

const columns = [
  'series_code',
  'ref_area',
  'sex',
  'age',
  'year',
  'rate',
  'rate_low',
  'rate_high',
  'unit_measure',
  'no_rate',
  'collection',
  'respondent',
  'respondent_name',
  'breakdown',
  'period',
  'value',
  'qualifier',
  'population',
  'population_breakdown',
  'population_round',
  'population_event',
  'event',
  'id',
];

interface Item {
  readonly rate: Rate;
  readonly key: SdgKey;
  readonly area: string;
}

function toTable(items: readonly Item[], language: Language): Table {
  const rows = items.map(({ rate, key: { series, sex, age }, area }) => ({
    ...figureColumns(rate, language),
    ...rateColumns(rate),
    series_code: series,
    ref_area: area,
    sex,
    age,
    unit_measure: 'PER_100000_POP',
  }));
  const dimensions = ['collection', 'series_code', 'respondent', 'sex', 'age', 'period'];
  return { columns, rows, cube: () => toMeasureCube(rows, dimensions, rateMeasures) };
}
