/** GET /v1/revisions and /v1/discrepancies: what changed between two days; where two collections disagree. */
import { discrepanciesAnswer, revisionsAnswer } from '@rapporteur/contract';
import {
  breakdownOf,
  compareCells,
  daySchema,
  findDiscrepancies,
  toReceived,
  type CellStatement,
  type Revision,
} from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';
import { readCells, readRevisedCells } from '@rapporteur/projections';
import { z } from 'zod';
import { tableMedia } from '../formats/choose-format.js';
import { nameIndicator, nameRespondent } from '../reading/names.js';
import { collectionList, commonQuery, indicatorList, respondentList } from '../reading/parameters.js';
import { fromCursor, pageQuery, toCursor, toPage } from '../reading/pages.js';
import { route } from '../reading/route.js';
import { statusColumns, type Cube, type CubeCell } from '../formats/table.js';
import { showRange } from '../formats/to-csv.js';
import { toFigureCube } from '../formats/to-cube.js';

export const showSaid = (s: CellStatement) =>
  Object.assign(
    {
      collection: s.collection,
      id: s.cell,
      round: s.reply.slice(0, s.reply.lastIndexOf('/')),
      value: s.value,
      qualifier: s.qualifier,
    },
    s.source,
    { receivedOn: toReceived(s.receivedOn, s.receivedPrecision), event: s.position },
  );

export const valuesOf = (statements: readonly Pick<CellStatement, 'value'>[]) =>
  statements.map(({ value }) => value).join(' | ');

export const qualifiersOf = (statements: readonly Pick<CellStatement, 'qualifier'>[]) =>
  statements.map(({ qualifier }) => qualifier ?? 'exact').join(' | ');

const namesOf = (respondent: string, indicator: string, language: Language) => {
  const { name, unit } = nameIndicator(indicator, language);
  return { respondent_name: nameRespondent(respondent, language).name, indicator_name: name, unit };
};

/** The value before, the value after and the difference, each in its own cell: the dimension `state` says which. */
export const toRevisionCube = (
  items: readonly Omit<Revision, 'kind' | 'id'>[],
  language: Language,
): Cube => ({
  dimensions: ['collection', 'respondent', 'indicator', 'breakdown', 'period', 'state'],
  cells: items.flatMap(({ before, after, difference }): CubeCell[] => {
    const { collection, respondent, code: indicator, breakdown, period } = (after[0] ?? before[0])!;
    const about = { collection, respondent, indicator, breakdown, period };
    const shared = { ...about, ...namesOf(respondent, indicator, language) };
    const figures = [
      ...before.map((s) => ({ ...s, state: 'before' })),
      ...after.map((s) => ({ ...s, state: 'after' })),
    ].map(({ state, value, qualifier }) => ({
      ...shared,
      state,
      value,
      status: qualifier ?? 'exact',
    }));
    if (difference === null) return figures;
    const known =
      typeof difference === 'number'
        ? { value: difference, status: 'exact' }
        : { value: null, status: showRange(difference) };
    return [...figures, { ...shared, state: 'difference', ...known }];
  }),
});

const { asOf: _, ...commonWithoutAsOf } = commonQuery;

export const revisions = route({
  method: 'get',
  action: 'read-released',
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
  answer: revisionsAnswer,
  alsoAs: tableMedia,
  itemsAtOnce: 20_000,
  async read({ query, snapshot, vintage, language, position }) {
    const { from, to } = query;
    const filter = {
      collections: query.collection,
      respondents: query.respondent,
      codes: query.indicator,
    };
    const after = fromCursor(query.cursor);
    const { counts, cells } = await readRevisedCells(snapshot, { from, to }, filter, vintage, {
      after,
      limit: query.limit + 1,
    });
    const read = (asOf: string) => readCells(snapshot, { cells }, { at: position, asOf });
    const all = cells.length > 0 ? compareCells(await read(from), await read(to)) : [];
    const items = all.slice(0, query.limit);
    const next = all.length > items.length ? toCursor(items.at(-1)!.id) : undefined;
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
      body: { items: shown, counts, ...(next ? { next } : {}), position },
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
          'before_qualifier',
          'after_qualifier',
        ],
        cube: () => toRevisionCube(items, language),
        rows: items.map(({ before, after, ...rest }) => {
          const { collection, respondent, code, breakdown, period } = (after[0] ?? before[0])!;
          return Object.assign(rest, {
            collection,
            respondent,
            indicator: code,
            breakdown,
            period,
            before: valuesOf(before),
            after: valuesOf(after),
            before_qualifier: qualifiersOf(before),
            after_qualifier: qualifiersOf(after),
          });
        }),
      },
    };
  },
});

export const discrepancies = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/discrepancies',
  summary: 'Where two collections give different figures for the same thing: side by side, never merged',
  query: z.strictObject({
    respondent: respondentList.optional(),
    indicator: indicatorList.optional(),
    ...commonQuery,
    ...pageQuery,
  }),
  answer: discrepanciesAnswer,
  alsoAs: tableMedia,
  itemsAtOnce: 20_000,
  async read({ query, snapshot, vintage, language, position }) {
    const filter = { kind: 'observation' as const, respondents: query.respondent, codes: query.indicator };
    const shared = await readCells(snapshot, filter, vintage, { kind: 'in-two-collections' });
    const all = findDiscrepancies(shared);
    const keyOf = ({ respondent, indicator, breakdown, period }: (typeof all)[number]) =>
      [respondent, indicator, breakdown, period].join('~');
    const { items, next } = toPage(all, keyOf, query);
    const rows = items.flatMap(({ figures, ...rest }) =>
      figures.map((s) => ({
        ...rest,
        ...showSaid(s),
        ...statusColumns([{ qualifier: s.qualifier, break: s.source.break }]),
        ...namesOf(rest.respondent, rest.indicator, language),
      })),
    );
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
          'obs_status',
          'conf_status',
        ],
        rows,
        cube: () => toFigureCube(rows),
      },
    };
  },
});
