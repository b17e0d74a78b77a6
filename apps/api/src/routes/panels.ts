/**
 * GET /v1/panels: the sum of a region or a list for each year, over only those respondents that have a figure
 * in every year.
 */
import { panelAnswer } from '@rapporteur/contract';
import {
  breakdownOf,
  codeSchema,
  toPanel,
  toPanelRates,
  type Panel,
  type PanelRate,
} from '@rapporteur/domain';
import { isAggregate, regionMembers, regionNameOf, type Language } from '@rapporteur/names';
import { readCells, readPopulation } from '@rapporteur/projections';
import { z } from 'zod';
import { tableMedia } from '../formats/choose-format.js';
import { MOST_YEARS, oneBreakdown, regionParameter } from '../reading/panel-parameters.js';
import { nameIndicator, nameRegion, nameRespondent, type Named } from '../reading/names.js';
import {
  commonQuery,
  indicatorList,
  perParameter,
  respondentList,
  yearParameter,
} from '../reading/parameters.js';
import { route } from '../reading/route.js';
import { showInterval, type Table } from '../formats/table.js';
import { showDirection } from '../reading/show-direction.js';
import { toMeasureCube } from '../formats/to-cube.js';

const query = z
  .strictObject({
    region: regionParameter.optional(),
    respondent: respondentList.optional(),
    indicator: indicatorList
      .refine((codes) => codes.length === 1, 'one indicator: what is counted in two ways has no sum')
      .describe('The code of the indicator'),
    collection: codeSchema.describe('Figures of two collections are never summed'),
    breakdown: oneBreakdown
      .default('_T')
      .describe('What is summed: the total, or one breakdown as identifiers write it (sex:female)'),
    per: perParameter.optional().describe('Also the rates of the sums, per so many people'),
    from: yearParameter.describe('First year. Who lacks one of the years is not summed in any'),
    to: yearParameter.describe('Last year'),
    ...commonQuery,
  })
  .refine(({ region, respondent }) => (region === undefined) !== (respondent === undefined), {
    path: ['region'],
    message: 'either a region or respondents are asked about',
  })
  .refine(({ from, to }) => to - from < MOST_YEARS, {
    path: ['to'],
    message: `${MOST_YEARS} years are the most`,
  });

export const panels = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/panels',
  summary: 'Constant panels: yearly sums of a region or a list, over those who have every year',
  query,
  answer: panelAnswer,
  alsoAs: tableMedia,
  async read({ query: asked, snapshot, vintage, language, position }) {
    const { region, collection, breakdown, from, to, per } = asked;
    const indicator = asked.indicator[0]!;
    const wanted = [...new Set(asked.respondent ?? regionMembers(region!))];
    const respondents = wanted.filter((code) => !isAggregate(code));
    const kind = { kind: 'observation' as const, codes: [indicator], collections: [collection], breakdown };
    const cells = await readCells(snapshot, { ...kind, respondents, from, to }, vintage);
    const panel = toPanel(cells, respondents, { from, to });
    const find = per === undefined ? undefined : await readPopulation(snapshot, panel.reported, vintage);
    const rates = find && toPanelRates(panel, breakdownOf(breakdown), find, per!);
    const subject = { region, indicator, collection, breakdown, language, per };
    const name = (code: string) => nameRespondent(code, language);
    const { unit = 'item', ...named } = nameIndicator(indicator, language);
    return {
      body: {
        ...(region ? { region: nameRegion(region, language) } : {}),
        indicator: { ...named, unit },
        unit,
        collection,
        breakdown: breakdownOf(breakdown),
        from,
        to,
        years: panel.years.map((point) => ({ year: point.year, value: showInterval(point) })),
        ...(rates ? { per, rates: rates.map((rate) => showPanelRate(rate, name)) } : {}),
        reported: panel.reported.map(name),
        of: panel.of.map(name),
        sentence: {
          code: 'k-of-n-reported' as const,
          k: panel.reported.length,
          n: panel.of.length,
          from,
          to,
        },
        missing: panel.missing.map((m) => ({ ...m, respondent: name(m.respondent) })),
        leftOut: wanted
          .filter(isAggregate)
          .map((code) => ({ respondent: name(code), reason: 'aggregate' as const })),
        ...(panel.trend ? showDirection(panel.trend) : { direction: null, trend: null }),
        position,
      },
      table: toTable(panel, rates, subject),
    };
  },
});

const showPanelRate = ({ population, without, ...rate }: PanelRate, name: (code: string) => Named) => ({
  ...rate,
  population: population && showInterval(population),
  without: without.map(name),
});

const columns = [
  'collection',
  'region',
  'region_name',
  'indicator',
  'indicator_name',
  'unit',
  'breakdown',
  'year',
  'value',
  'reported',
  'of',
  'respondents',
  'missing',
  'direction',
  'missing_reasons',
  'population',
  'per',
  'rate',
  'rate_low',
  'rate_high',
  'no_rate',
];

interface Subject {
  readonly region: string | undefined;
  readonly indicator: string;
  readonly collection: string;
  readonly breakdown: string;
  readonly language: Language;
  readonly per: number | undefined;
}

const measures = ['value', 'low', 'high', 'reported', 'of', 'population', 'rate', 'rate_low', 'rate_high'];

const panelRateColumns = (rate: PanelRate | undefined) =>
  rate && {
    population: rate.population && showInterval(rate.population),
    rate: rate.rate,
    rate_low: rate.interval?.low,
    rate_high: rate.interval?.high,
    no_rate: rate.reason,
  };

/**
 * One row for each year. Each row has the codes of the respondents in the sum and of the missing ones, since it
 * may be read alone.
 */
function toTable(
  panel: Panel,
  rates: readonly PanelRate[] | undefined,
  { region, indicator, collection, breakdown, language, per }: Subject,
): Table {
  const { name, unit } = nameIndicator(indicator, language);
  const shared = {
    collection,
    region,
    region_name: region && regionNameOf(region, language),
    indicator,
    indicator_name: name,
    unit,
    breakdown,
    reported: panel.reported.length,
    of: panel.of.length,
    respondents: panel.reported.join(' '),
    missing: panel.missing.map(({ respondent }) => respondent).join(' '),
    direction: panel.trend?.direction,
    missing_reasons: panel.missing
      .flatMap(({ respondent, reasons }) =>
        reasons.map(({ year, missing }) => `${respondent}:${year}:${missing}`),
      )
      .join(' '),
    per,
  };
  const rows = panel.years.map((point, i) => ({
    ...shared,
    year: point.year,
    value: showInterval(point),
    ...panelRateColumns(rates?.[i]),
  }));
  const dimensions = ['collection', ...(region ? ['region'] : []), 'indicator', 'breakdown', 'year'];
  const measured = panel.years.map(({ low, high }, i) => ({ ...rows[i], low, high }));
  return {
    columns,
    rows,
    cube: () => toMeasureCube(measured, dimensions, measures),
  };
}
