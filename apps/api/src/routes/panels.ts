/** GET /v1/panels: the sum of a region or a list for each year, over those alone who have a figure in every year. */
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
import { namedSchema } from '../reading/shapes.js';
import { route } from '../reading/route.js';
import type { Table } from '../formats/table.js';
import { toMeasureCube } from '../formats/to-cube.js';

/** More years than this are no question about figures, and their answer would be nothing but gaps. */
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

const yearList = z.array(z.int());
const answer = z.object({
  region: namedSchema.optional(),
  indicator: namedSchema.extend({ unit: z.string() }),
  unit: z.string(),
  collection: z.string(),
  breakdown: z.record(z.string(), z.string()),
  from: z.int(),
  to: z.int(),
  years: z
    .array(
      z.object({
        year: z.int(),
        value: z.union([z.int(), z.object({ low: z.int(), high: z.int().nullable() })]),
      }),
    )
    .describe('The sums; none where nobody reported throughout'),
  reported: z.array(namedSchema).describe('Who has a figure in every year: they alone are summed'),
  of: z.array(namedSchema).describe('Who was asked about'),
  sentence: z
    .object({ code: z.literal('k-of-n-reported'), k: z.int(), n: z.int(), from: z.int(), to: z.int() })
    .describe('The parts of "k of n reported in every year"'),
  missing: z.array(
    z.object({
      respondent: namedSchema,
      years: yearList.describe('Without a figure that could be summed'),
      conflicting: yearList.describe('Of these: with several figures, of which none is chosen'),
      noNumber: yearList.describe('Of these: with a nil report or an approximation'),
      breaks: yearList.describe('The years before the last of them are counted in another way'),
    }),
  ),
  leftOut: z
    .array(z.object({ respondent: namedSchema, reason: z.literal('aggregate') }))
    .describe('Asked about, and never summed: what they count others count too'),
  direction: z.enum(['insufficient-data', 'rising', 'falling', 'no-significant-trend']).nullable(),
  trend: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('Why the direction of the sums is what it is; see docs/methods.md'),
  position: z.int(),
});

const toValue = (point: YearlyPoint) => (isExact(point) ? point.low : { low: point.low, high: point.high });

export const panels = route({
  method: 'get',
  path: '/v1/panels',
  summary: 'Constant panels: yearly sums of a region or a list, over those who have every year',
  query,
  answer,
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
    const { direction = null, ...why } = panel.trend ?? {};
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
        sentence: { code: 'k-of-n-reported', k: panel.reported.length, n: panel.of.length, from, to },
        missing: panel.missing.map((m) => ({ ...m, respondent: name(m.respondent) })),
        leftOut: wanted.filter(isAggregate).map((code) => ({ respondent: name(code), reason: 'aggregate' })),
        direction,
        trend: panel.trend ? why : null,
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
];

interface Subject {
  readonly region: string | undefined;
  readonly indicator: string;
  readonly collection: string;
  readonly breakdown: string;
  readonly language: Language;
}

/** One row a year; who is summed and who is missing stand in each, as codes, since a row may be read alone. */
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
