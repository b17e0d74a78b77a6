/** GET /v1/rates: figures in relation to the population of the same area and year, with exact intervals. */
import { ratesAnswer } from '@rapporteur/contract';
import {
  breakdownKey,
  populationCollection,
  shippedPopulation,
  toRates,
  type CellStatement,
  type Population,
  type Rate,
  type Vintage,
} from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';
import { readPopulation, type Snapshot } from '@rapporteur/projections';
import { z } from 'zod';
import { breakdownList } from '../../reading/breakdown-parameter.js';
import { toFigureFilter } from '../../reading/figure-filter.js';
import { tableMedia } from '../../formats/choose-format.js';
import { nameIndicator, nameRespondent } from '../../reading/names.js';
import {
  collectionList,
  commonQuery,
  perParameter,
  respondentList,
  subjectList,
  yearParameter,
} from '../../reading/parameters.js';
import { readFigurePage } from '../../reading/figure-page.js';
import { pageQuery } from '../../reading/pages.js';
import { route } from '../../reading/route.js';
import { receivedColumns, type Table } from '../../formats/table.js';
import { toMeasureCube } from '../../formats/to-cube.js';

export const rates = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/rates',
  summary: 'Figures per 100,000 people, with exact intervals; or why there is no rate',
  query: z.strictObject({
    respondent: respondentList.optional(),
    indicator: subjectList.optional(),
    collection: collectionList.optional(),
    breakdown: breakdownList.optional(),
    from: yearParameter.optional(),
    to: yearParameter.optional(),
    per: perParameter.default(100_000),
    ...commonQuery,
    ...pageQuery,
  }),
  answer: ratesAnswer,
  alsoAs: tableMedia,
  // Population is in a collection of its own.
  about: ({ respondent }) => ({ respondents: respondent }),
  async read({ query: asked, snapshot, vintage, language, position }) {
    const collection = asked.collection?.filter((code) => code !== populationCollection);
    const filter = toFigureFilter({ ...asked, collection });
    const { page, next } = await readFigurePage(snapshot, filter, asked, vintage);
    const items = await readRates(snapshot, page, asked.per, vintage);
    return {
      body: {
        items: items.map((rate) => showRate(rate, language)),
        populationSource,
        ...(next ? { next } : {}),
        position,
      },
      table: toRateTable(items, language),
    };
  },
});

/** The rates of figures. In: their statements, and per how many people. */
export async function readRates(
  snapshot: Snapshot,
  statements: readonly CellStatement[],
  per: number,
  vintage: Vintage,
): Promise<Rate[]> {
  const respondents = statements.map(({ respondent }) => respondent);
  return toRates(statements, await readPopulation(snapshot, respondents, vintage), per);
}

const { round, source, licence } = shippedPopulation;
export const populationSource = { round, source, licence };

const showPopulation = ({ interval: _, ...shown }: Population) => shown;

export function showRate({ respondent, indicator, population, ...rest }: Rate, language: Language) {
  return {
    ...rest,
    respondent: nameRespondent(respondent, language),
    indicator: nameIndicator(indicator, language),
    population: population && showPopulation(population),
  };
}

/** The columns of a rate, wherever it stands in a table. */
export const rateColumns = (rate: Rate) => ({
  population: rate.population?.value,
  population_breakdown: rate.population && breakdownKey(rate.population.breakdown),
  population_round: rate.population?.round,
  population_event: rate.population?.event,
  per: rate.per,
  rate: rate.rate,
  rate_low: rate.interval?.low,
  rate_high: rate.interval?.high,
  no_rate: rate.reason,
});

/** The columns of a figure with a rate: its place, and what it says. */
export const figureColumns = (
  { respondent, indicator, breakdown, figure, ...rate }: Rate,
  language: Language,
) => ({
  id: figure.id,
  collection: rate.collection,
  respondent,
  respondent_name: nameRespondent(respondent, language).name,
  indicator,
  indicator_name: nameIndicator(indicator, language).name,
  unit: nameIndicator(indicator, language).unit,
  breakdown: breakdownKey(breakdown),
  period: rate.period,
  year: rate.year,
  value: figure.values ? figure.values.map(({ value }) => value).join(' | ') : figure.value,
  qualifier: figure.qualifier ?? figure.values?.map(({ qualifier }) => qualifier).join(' | '),
  ...receivedColumns(figure.receivedOn),
  event: figure.event,
});

const columns = [
  'id',
  'collection',
  'respondent',
  'respondent_name',
  'indicator',
  'indicator_name',
  'unit',
  'breakdown',
  'period',
  'year',
  'value',
  'qualifier',
  'population',
  'population_breakdown',
  'population_round',
  'population_event',
  'per',
  'rate',
  'rate_low',
  'rate_high',
  'no_rate',
  'received_on',
  'received_precision',
  'event',
];

/** A row for each figure, with its rate or why it has none. */
export function toRateTable(items: readonly Rate[], language: Language): Table {
  const rows = items.map((rate) => ({ ...figureColumns(rate, language), ...rateColumns(rate) }));
  const dimensions = ['collection', 'respondent', 'indicator', 'breakdown', 'period'];
  return { columns, rows, cube: () => toMeasureCube(rows, dimensions, rateMeasures) };
}

/** What a cube has of a rate; the figure itself stands in /v1/trends. */
export const rateMeasures = ['population', 'rate', 'rate_low', 'rate_high'];
