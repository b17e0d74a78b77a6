/** GET /v1/differences: what two publications of one collection say differently. */
import { differencesAnswer } from '@rapporteur/contract';
import {
  breakdownOf,
  codeSchema,
  countByGroup,
  countDifferences,
  toDifferenceSentence,
  toDifferences,
  type CellStatement,
  type Difference,
  type Vintage,
} from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import type { Language } from '@rapporteur/names';
import {
  readMarks,
  readRounds,
  readStatements,
  readUnequalCells,
  type PlacedCell,
  type Snapshot,
} from '@rapporteur/projections';
import { z } from 'zod';
import { tableMedia } from '../formats/choose-format.js';
import type { Table } from '../formats/table.js';
import { nameIndicator, nameRespondent } from '../reading/names.js';
import { fromCursor, pageQuery, toCursor } from '../reading/pages.js';
import { commonQuery, indicatorList, respondentList } from '../reading/parameters.js';
import { route } from '../reading/route.js';
import { qualifiersOf, showSaid, toRevisionCube, valuesOf } from './revisions.js';

/** The parts of a figure's identifier: what it is about. */
function subjectOf(id: string) {
  const [collection = '', respondent = '', indicator = '', breakdown = ''] = id.split('~');
  return { collection, respondent, indicator, breakdown };
}

type Shown = Difference & { readonly was: readonly CellStatement[]; readonly is: readonly CellStatement[] };

/** The differences of a page with the statements behind them. */
async function withStatements(
  snapshot: Snapshot,
  page: readonly Difference[],
  placed: ReadonlyMap<string, PlacedCell>,
  { from, to }: { from: string; to: string },
  vintage: Vintage,
): Promise<Shown[]> {
  const cells = page.map(({ id }) => id);
  const statements = cells.length > 0 ? await readStatements(snapshot, { cells }, vintage) : [];
  const byCell = new Map<string, CellStatement[]>();
  for (const s of statements) {
    if (!placed.get(s.cell)?.positions.includes(s.position)) continue;
    byCell.set(s.cell, [...(byCell.get(s.cell) ?? []), s]);
  }
  return page.map((one) => {
    const said: readonly CellStatement[] = byCell.get(one.id) ?? [];
    const of = (round: string) => said.filter(({ reply }) => reply.split('/')[1] === round);
    return { ...one, was: of(from), is: of(to) };
  });
}

async function describe(
  snapshot: Snapshot,
  collection: string,
  names: readonly string[],
  vintage: Vintage,
  language: Language,
) {
  const rounds = await readRounds(snapshot, vintage);
  return Promise.all(
    names.map(async (round) => {
      const known = rounds.find(({ particulars: p }) => p.collection === collection && p.round === round);
      if (!known)
        throw new HttpProblem({
          status: 404,
          code: 'unknown-round',
          title: `There is no round "${collection}/${round}"`,
          detail: 'GET /v1/rounds lists them.',
        });
      const { title } = known.particulars;
      const marks = await readMarks(snapshot, { collection, round }, vintage);
      return {
        round: `${collection}/${round}`,
        title: title[language] ?? title['en'] ?? round,
        receivedOn: [...new Set(marks.map(({ receivedOn }) => receivedOn))].sort(),
      };
    }),
  );
}

/** The sentence for a note, in English. */
function toSentence(all: readonly Difference[], unchanged: number, from: string, to: string): string {
  const revised = all.filter(({ kind }) => kind === 'revised');
  const largest = revised.find(({ size }) => size !== null && size > 0);
  const { respondent = '', indicator = '', breakdown = '' } = largest ? subjectOf(largest.id) : {};
  return toDifferenceSentence({
    from,
    to,
    totals: { ...countDifferences(all), unchanged },
    respondentsRevised: new Set(revised.map(({ id }) => subjectOf(id).respondent)).size,
    largest: largest && {
      difference: largest,
      respondent: nameRespondent(respondent, 'en').name,
      indicator: nameIndicator(indicator, 'en').name,
      breakdown,
      period: largest.id.slice(largest.id.lastIndexOf('~') + 1),
    },
  });
}

const columns = [
  ...['kind', 'collection', 'respondent', 'indicator', 'breakdown', 'period', 'before', 'after'],
  ...['difference', 'difference_percent', 'id', 'before_qualifier', 'after_qualifier'],
];

function toTable(items: readonly Shown[], language: Language): Table {
  return {
    columns,
    rows: items.map(({ kind, id, was, is, difference, percentage }) => ({
      ...{ kind, id, difference, ...subjectOf(id), period: (is[0] ?? was[0])!.period },
      ...{ before: valuesOf(was), after: valuesOf(is), difference_percent: percentage },
      ...{ before_qualifier: qualifiersOf(was), after_qualifier: qualifiersOf(is) },
    })),
    cube: () =>
      toRevisionCube(
        items.map(({ was, is, difference }) => ({ before: was, after: is, difference })),
        language,
      ),
  };
}

export const differences = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/differences',
  summary:
    'What two publications of one collection say differently: added, revised, withdrawn, the largest first',
  query: z.strictObject({
    collection: codeSchema,
    from: codeSchema.describe('The round of the earlier publication'),
    to: codeSchema.describe('The round of the later publication'),
    respondent: respondentList.optional(),
    indicator: indicatorList.optional(),
    ...commonQuery,
    ...pageQuery,
  }),
  answer: differencesAnswer,
  alsoAs: tableMedia,
  itemsAtOnce: 100_000,
  async read({ query, snapshot, vintage, language, position }) {
    const { collection, from, to } = query;
    const [earlier, later] = await describe(snapshot, collection, [from, to], vintage, language);
    const filter = { respondents: query.respondent, codes: query.indicator };
    const { cells, unchanged } = await readUnequalCells(snapshot, { collection, from, to }, filter, vintage);
    const all = toDifferences(cells);
    const after = fromCursor(query.cursor);
    const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
    const page = all.slice(start, start + query.limit);
    const next = start + page.length < all.length ? toCursor(page.at(-1)!.id) : undefined;
    const placed = new Map(cells.map((cell) => [cell.id, cell]));
    const items = await withStatements(snapshot, page, placed, { from, to }, vintage);
    return {
      body: {
        collection,
        from: earlier!,
        to: later!,
        totals: { ...countDifferences(all), unchanged },
        respondents: countByGroup(all, ({ id }) => subjectOf(id).respondent).map(([code, counts]) => ({
          ...nameRespondent(code, language),
          ...counts,
        })),
        indicators: countByGroup(all, ({ id }) => subjectOf(id).indicator).map(([code, counts]) => ({
          ...nameIndicator(code, language),
          ...counts,
        })),
        sentence: toSentence(all, unchanged, from, to),
        items: items.map(({ kind, id, was, is, difference, percentage }) => ({
          ...{ kind, id },
          respondent: nameRespondent(subjectOf(id).respondent, language),
          indicator: nameIndicator(subjectOf(id).indicator, language),
          breakdown: breakdownOf(subjectOf(id).breakdown),
          period: (is[0] ?? was[0])!.period,
          ...{ before: was.map(showSaid), after: is.map(showSaid), difference, percentage },
        })),
        ...(next ? { next } : {}),
        position,
      },
      table: toTable(items, language),
    };
  },
});
