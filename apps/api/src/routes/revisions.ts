/** GET /v1/revisions and /v1/discrepancies: what changed between two days; where two collections disagree. */
import {
  breakdownOf,
  compareCells,
  daySchema,
  findDiscrepancies,
  toReceived,
  type CellStatement,
  type Revision,
} from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { readCells, readTouchedCells } from '@rapporteur/projections';
import { z } from 'zod';
import { tableMedia } from '../choose-format.js';
import { nameIndicator, nameRespondent } from '../names.js';
import {
  collectionList,
  commonQuery,
  figureSchema,
  indicatorList,
  indicatorSchema,
  namedSchema,
  pageQuery,
  receivedSchema,
  respondentList,
  route,
  sourceShape,
  toPage,
} from '../route.js';

export const said = z.object({
  collection: z.string(),
  id: z.string(),
  round: z.string(),
  value: z.int().nullable(),
  qualifier: z.string().nullable(),
  receivedOn: receivedSchema,
  event: z.int(),
  ...sourceShape,
});

export const subject = {
  respondent: namedSchema,
  indicator: indicatorSchema,
  breakdown: z.record(z.string(), z.string()),
  period: z.string(),
};

export const showSaid = (s: CellStatement) => ({
  collection: s.collection,
  id: s.cell,
  round: s.reply.slice(0, s.reply.lastIndexOf('/')),
  value: s.value,
  qualifier: s.qualifier,
  ...s.source,
  receivedOn: toReceived(s.receivedOn, s.receivedPrecision),
  event: s.position,
});

const valuesOf = (statements: readonly CellStatement[]) => statements.map(({ value }) => value).join(' | ');

const { asOf: _, ...commonWithoutAsOf } = commonQuery;

export const countKinds = (revisions: readonly Revision[]) => {
  const count = (kind: Revision['kind']) => revisions.filter((r) => r.kind === kind).length;
  return { revised: count('revised'), added: count('added'), withdrawn: count('withdrawn') };
};

export const revisions = route({
  method: 'get',
  path: '/v1/revisions',
  summary: 'What changed between two days, cell by cell: revised, added, withdrawn, with both values',
  query: z.strictObject({
    collection: collectionList.optional(),
    from: daySchema.describe('The earlier vintage: what had been received by this day'),
    to: daySchema.describe('The later vintage'),
    respondent: respondentList.optional(),
    indicator: indicatorList.optional(),
    ...commonWithoutAsOf,
    ...pageQuery,
  }),
  answer: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['revised', 'added', 'withdrawn']),
        id: z.string(),
        collection: z.string(),
        ...subject,
        before: z.array(said),
        after: z.array(said),
        difference: figureSchema,
      }),
    ),
    counts: z.object({ revised: z.int(), added: z.int(), withdrawn: z.int() }),
    next: z.string().optional(),
    position: z.int(),
  }),
  alsoAs: tableMedia,
  async read({ query, snapshot, vintage, language, position }) {
    const { from, to } = query;
    if (from > to)
      throw new HttpProblem({
        status: 400,
        code: 'bad-parameters',
        title: '"from" is after "to"',
        detail: 'Give the earlier day as "from".',
      });
    const cells = await readTouchedCells(snapshot, { from, to }, query.collection, vintage);
    const filter = { cells, respondents: query.respondent, codes: query.indicator };
    const read = (asOf: string) => readCells(snapshot, filter, { at: position, asOf });
    const all = compareCells(await read(from), await read(to));
    const { items, next } = toPage(all, ({ id }) => id, query);
    const shown = items.map(({ kind, id, before, after, difference }) => {
      const { collection, respondent, code, breakdown, period } = (after[0] ?? before[0])!;
      return {
        kind,
        id,
        collection,
        respondent: nameRespondent(respondent, language),
        indicator: nameIndicator(code, language),
        breakdown: breakdownOf(breakdown),
        period,
        before: before.map(showSaid),
        after: after.map(showSaid),
        difference,
      };
    });
    return {
      body: { items: shown, counts: countKinds(all), ...(next ? { next } : {}), position },
      table: {
        columns: [
          'kind',
          'collection',
          'respondent',
          'indicator',
          'breakdown',
          'period',
          'before',
          'after',
          'difference',
          'id',
        ],
        rows: items.map(({ before, after, ...rest }) => {
          const { collection, respondent, code, breakdown, period } = (after[0] ?? before[0])!;
          return {
            ...rest,
            collection,
            respondent,
            indicator: code,
            breakdown,
            period,
            before: valuesOf(before),
            after: valuesOf(after),
          };
        }),
      },
    };
  },
});

export const discrepancies = route({
  method: 'get',
  path: '/v1/discrepancies',
  summary: 'Where two collections give different figures for the same thing: side by side, never merged',
  query: z.strictObject({
    respondent: respondentList.optional(),
    indicator: indicatorList.optional(),
    ...commonQuery,
    ...pageQuery,
  }),
  answer: z.object({
    items: z.array(z.object({ ...subject, figures: z.array(said), difference: figureSchema })),
    next: z.string().optional(),
    position: z.int(),
  }),
  alsoAs: tableMedia,
  async read({ query, snapshot, vintage, language, position }) {
    const filter = { kind: 'observation' as const, respondents: query.respondent, codes: query.indicator };
    const all = findDiscrepancies(await readCells(snapshot, filter, vintage));
    const keyOf = ({ respondent, indicator, breakdown, period }: (typeof all)[number]) =>
      [respondent, indicator, breakdown, period].join('~');
    const { items, next } = toPage(all, keyOf, query);
    return {
      body: {
        items: items.map(({ respondent, indicator, breakdown, period, figures, difference }) => ({
          respondent: nameRespondent(respondent, language),
          indicator: nameIndicator(indicator, language),
          breakdown: breakdownOf(breakdown),
          period,
          figures: figures.map(showSaid),
          difference,
        })),
        ...(next ? { next } : {}),
        position,
      },
      table: {
        columns: [
          'respondent',
          'indicator',
          'breakdown',
          'period',
          'collection',
          'value',
          'qualifier',
          'difference',
          'event',
          'id',
        ],
        rows: items.flatMap(({ figures, ...rest }) => figures.map((s) => ({ ...rest, ...showSaid(s) }))),
      },
    };
  },
});
