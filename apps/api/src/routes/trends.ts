/** GET /v1/trends: the yearly table of each series, spans beside it, and same-year ratios. */
import { breakdownKey, groupBySeries, toRatios, toSeries, type Ratio, type Series } from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';
import { readCells } from '@rapporteur/projections';
import { z } from 'zod';
import { nameIndicator, nameRespondent } from '../names.js';
import {
  collectionList,
  commonQuery,
  figureSchema,
  indicatorList,
  indicatorSchema,
  namedSchema,
  pageQuery,
  respondentList,
  route,
  sourceShape,
  toPage,
  yearParameter,
  type Table,
  receivedSchema,
  receivedColumns,
} from '../route.js';

const query = z.strictObject({
  respondent: respondentList.optional(),
  indicator: indicatorList.optional(),
  collection: collectionList.optional(),
  from: yearParameter.optional(),
  to: yearParameter.optional(),
  ...commonQuery,
  limit: pageQuery.limit.default(1000),
  cursor: pageQuery.cursor,
});

const cited = {
  id: z.string(),
  value: z.int().nullable(),
  qualifier: z.string().nullable(),
  event: z.int().describe('Position of the event that the figure comes from'),
  receivedOn: receivedSchema,
  values: z
    .array(z.object({ value: z.int().nullable(), qualifier: z.string(), ...sourceShape }))
    .optional()
    .describe('Where one reply gives several values: all of them; "value" is then null'),
  ...sourceShape,
};

const part = z.object({
  indicator: indicatorSchema,
  id: z.string(),
  value: z.int().nullable(),
  qualifier: z.string(),
});

const answer = z.object({
  series: z.array(
    z.object({
      respondent: namedSchema,
      indicator: indicatorSchema,
      collection: z.string(),
      breakdown: z.record(z.string(), z.string()),
      unit: z.string(),
      conflicting: z.boolean(),
      years: z.array(
        z.object({
          year: z.int(),
          ...cited,
          change: figureSchema.optional(),
          percentage: figureSchema.optional(),
          index: figureSchema.optional(),
        }),
      ),
      spans: z.array(
        z.object({ from: z.string().nullable(), to: z.string().nullable(), period: z.string(), ...cited }),
      ),
      compoundAnnualRate: figureSchema,
      direction: z.enum(['insufficient-data', 'rising', 'falling', 'no-significant-trend']),
      trend: z
        .record(z.string(), z.unknown())
        .describe('Why the direction is what it is: n, p, years, slope; see docs/methods.md'),
    }),
  ),
  ratios: z.array(
    z.object({
      ratio: z.string(),
      respondent: namedSchema,
      collection: z.string(),
      breakdown: z.record(z.string(), z.string()),
      year: z.int(),
      basis: z.literal('same-year'),
      value: figureSchema,
      numerator: part,
      denominator: part,
    }),
  ),
  next: z.string().optional(),
  position: z.int(),
});

const keyOf = (of: Pick<Series, 'collection' | 'respondent' | 'indicator' | 'breakdown'>) =>
  [of.collection, of.respondent, of.indicator, breakdownKey(of.breakdown)].join('~');

function showSeries({ respondent, indicator, trend, ...rest }: Series, language: Language) {
  const { direction, ...why } = trend;
  const { unit = 'item', ...named } = nameIndicator(indicator, language);
  return {
    respondent: nameRespondent(respondent, language),
    indicator: { ...named, unit },
    ...rest,
    unit,
    direction,
    trend: why,
  };
}

function showRatio({ code, respondent, numerator, denominator, ...rest }: Ratio, language: Language) {
  const show = (p: Ratio['numerator']) => ({ ...p, indicator: nameIndicator(p.indicator, language) });
  return {
    ratio: code,
    respondent: nameRespondent(respondent, language),
    ...rest,
    numerator: show(numerator),
    denominator: show(denominator),
  };
}

export const trends = route({
  method: 'get',
  path: '/v1/trends',
  summary: 'Trend tables: yearly figures, spans, changes, directions, same-year ratios',
  query,
  answer,
  alsoAs: ['text/csv'],
  async read({ query: asked, snapshot, vintage, language, position }) {
    const cells = await readCells(
      snapshot,
      {
        kind: 'observation',
        respondents: asked.respondent,
        codes: asked.indicator,
        collections: asked.collection,
        from: asked.from,
        to: asked.to,
      },
      vintage,
    );
    const groups = groupBySeries(cells);
    const { items: keys, next } = toPage([...groups.keys()].sort(), (key) => key, asked);
    const items = keys.flatMap((key) => toSeries(groups.get(key)!));
    // A ratio stands on the page of its numerator; its denominator may be on another.
    const shown = new Set(keys);
    const ratios = toRatios(cells).filter((r) =>
      shown.has(keyOf({ ...r, indicator: r.numerator.indicator })),
    );
    return {
      body: {
        series: items.map((s) => showSeries(s, language)),
        ratios: ratios.map((r) => showRatio(r, language)),
        ...(next ? { next } : {}),
        position,
      },
      table: toTable(items, language),
    };
  },
});

const columns = [
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
  'change',
  'percentage',
  'index',
  'direction',
  'paragraph',
  'footnote',
  'row',
  'received_on',
  'received_precision',
  'event',
  'id',
];

function toTable(series: readonly Series[], language: Language): Table {
  const rows = series.flatMap((s) => {
    const shared = {
      collection: s.collection,
      respondent: s.respondent,
      respondent_name: nameRespondent(s.respondent, language).name,
      indicator: s.indicator,
      indicator_name: nameIndicator(s.indicator, language).name,
      unit: nameIndicator(s.indicator, language).unit,
      breakdown: breakdownKey(s.breakdown),
      direction: s.trend.direction,
    };
    return [...s.years.map((y) => ({ ...y, period: String(y.year) })), ...s.spans].map((figure) => ({
      ...shared,
      ...figure,
      ...receivedColumns(figure.receivedOn),
      value: figure.values ? figure.values.map(({ value }) => value).join(' | ') : figure.value,
    }));
  });
  return { columns, rows };
}
