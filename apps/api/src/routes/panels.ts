/**
 * GET /v1/panels: the sum of a region or a list for each year, over only those respondents that have a figure
 * in every year.
 */
import { panelAnswer } from '@rapporteur/contract';
import {
  breakdownKey,
  breakdownOf,
  codeSchema,
  isExact,
  suggestCodes,
  toPanel,
  type Panel,
  type YearlyPoint,
} from '@rapporteur/domain';
import { isAggregate, regionMembers, regionNameOf, regions, type Language } from '@rapporteur/names';
import { readCells } from '@rapporteur/projections';
import { z } from 'zod';
import { tableMedia } from '../formats/choose-format.js';
import { isBreakdown } from './breakdown-parameter.js';
import { nameIndicator, nameRespondent } from '../reading/names.js';
import { commonQuery, indicatorList, respondentList, yearParameter } from '../reading/parameters.js';
import { route } from '../reading/route.js';
import type { Table } from '../formats/table.js';
import { showDirection } from './show-direction.js';
import { toMeasureCube } from '../formats/to-cube.js';

/** The most years in one request. No figures reach further back, so more years would only be gaps. */
const MOST_YEARS = 100;

const regionCodes = regions.map(({ code }) => code);
const regionParameter = z
  .string()
  .transform((written, context) => {
    if (regionCodes.includes(written)) return written;
    const suggestions = suggestCodes(written, regionCodes);
    const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : '';
    context.addIssue({
      code: 'custom',
      message: `"${written}" is no region of the UN's M49${hint}`,
      params: { suggestions },
    });
    return written;
  })
  .describe('A region of the UN (M49), as 419; its areas are asked about. Or give "respondent"');

const breakdownParameter = z
  .string()
  .refine(isBreakdown, 'known dimensions with known codes, as sex:female,age:child; _T is the total')
  .transform((text) => breakdownKey(breakdownOf(text)))
  .default('_T')
  .describe('What is summed: the total, or one breakdown as identifiers write it (sex:female)');

const query = z
  .strictObject({
    region: regionParameter.optional(),
    respondent: respondentList.optional(),
    indicator: indicatorList
      .refine((codes) => codes.length === 1, 'one indicator: what is counted in two ways has no sum')
      .describe('The code of the indicator'),
    collection: codeSchema.describe('Figures of two collections are never summed'),
    breakdown: breakdownParameter,
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

const toValue = (point: YearlyPoint) => (isExact(point) ? point.low : { low: point.low, high: point.high });

export const panels = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/panels',
  summary: 'Constant panels: yearly sums of a region or a list, over those who have every year',
  query,
  answer: panelAnswer,
  alsoAs: tableMedia,
  async read({ query: asked, snapshot, vintage, language, position }) {
    const { region, collection, breakdown, from, to } = asked;
    const indicator = asked.indicator[0]!;
    const wanted = [...new Set(asked.respondent ?? regionMembers(region!))];
    const respondents = wanted.filter((code) => !isAggregate(code));
    const kind = { kind: 'observation' as const, codes: [indicator], collections: [collection], breakdown };
    const cells = await readCells(snapshot, { ...kind, respondents, from, to }, vintage);
    const panel = toPanel(cells, respondents, { from, to });
    const subject = { region, indicator, collection, breakdown, language };
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
        years: panel.years.map((point) => ({ year: point.year, value: toValue(point) })),
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
      table: toTable(panel, subject),
    };
  },
});

const nameRegion = (code: string, language: Language) => ({ code, name: regionNameOf(code, language) });

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
];

interface Subject {
  readonly region: string | undefined;
  readonly indicator: string;
  readonly collection: string;
  readonly breakdown: string;
  readonly language: Language;
}

/**
 * One row for each year. Each row has the codes of the respondents in the sum and of the missing ones, since it
 * may be read alone.
 */
function toTable(panel: Panel, { region, indicator, collection, breakdown, language }: Subject): Table {
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
  };
  const rows = panel.years.map((point) => ({ ...shared, year: point.year, value: toValue(point) }));
  const dimensions = ['collection', ...(region ? ['region'] : []), 'indicator', 'breakdown', 'year'];
  const measured = panel.years.map(({ low, high }, i) => ({ ...rows[i], low, high }));
  return {
    columns,
    rows,
    cube: () => toMeasureCube(measured, dimensions, ['value', 'low', 'high', 'reported', 'of']),
  };
}
