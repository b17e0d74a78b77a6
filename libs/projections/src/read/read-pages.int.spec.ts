/** Reads that leave most cells unread, against the pure domain over all of them, on random histories and vintages. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  breakdownOf,
  codesOfParts,
  compareCells,
  findDiscrepancies,
  findInconsistencies,
  groupBySeries,
  isKnown,
  withoutUndone,
  type CellStatement,
  type SeriesStatement,
  type RoundOpened,
  type Vintage,
} from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import type pg from 'pg';
import type { CellFilter } from './cell-filter.js';
import { apply, dayOf, history, store, toEvents } from '../samples/random-histories.js';
import { readAvailability } from './read-availability.js';
import { readCells } from './read-cells.js';
import { readMarks } from './read-marks.js';
import { readReceipts } from './read-receipts.js';
import { readReplyCounts } from './read-reply-counts.js';
import { readRevisedCells } from './read-revisions.js';
import { readSeriesPage } from './read-series.js';
import { withSnapshot, type Snapshot } from './snapshot.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const day = fc.integer({ min: 0, max: 5 }).map(dayOf);
const vintage: fc.Arbitrary<Vintage> = fc.record({
  asOf: fc.option(day, { nil: undefined }),
  at: fc.option(fc.nat(10), { nil: undefined }),
});
const filter: fc.Arbitrary<CellFilter> = fc.record(
  {
    collections: fc.constantFrom(['c'], ['d'], ['c', 'd']),
    respondents: fc.constantFrom(['SV'], ['GR', 'SV']),
    codes: fc.constantFrom(['persons-convicted'], ['persons-prosecuted', 'persons-convicted']),
    from: fc.constantFrom(2005, 2006),
    to: fc.constantFrom(2005, 2006),
  },
  { requiredKeys: [] },
);

/** Runs a check on the tables of many histories. */
const onHistories = <T>(asked: fc.Arbitrary<T>, check: (snapshot: Snapshot, asked: T) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(history, fc.array(asked, { minLength: 2, maxLength: 6 }), async (drawn, questions) => {
      await store(pool, toEvents(drawn));
      await apply(pool, [10], 0);
      await withSnapshot(pool, async (snapshot) => {
        for (const question of questions) await check(snapshot, question);
      });
    }),
    { numRuns: 40 },
  );

/** Every page from the first to the last. */
async function readPages(snapshot: Snapshot, of: CellFilter, when: Vintage, limit: number) {
  const pages: (readonly [string, readonly SeriesStatement[]])[][] = [];
  for (let after: string | undefined, isLast = false; !isLast;) {
    const page = await readSeriesPage(snapshot, of, when, { after, limit });
    pages.push([...page.series]);
    isLast = page.following === undefined;
    after = [...page.series.keys()].at(-1);
  }
  return pages;
}

describe('pages of series', () => {
  it('are together all series of the vintage, each once and whole, and full but for the last', async () => {
    const asked = fc.record({ filter, vintage, limit: fc.integer({ min: 1, max: 4 }) });
    await onHistories(asked, async (snapshot, { filter: of, vintage: when, limit }) => {
      const all = await readCells(snapshot, { ...of, kind: 'observation' }, when);
      const pages = await readPages(snapshot, { ...of, kind: 'observation' }, when, limit);
      const shown = all.map(({ reply: _reply, ordinal: _ordinal, ...rest }): SeriesStatement => rest);
      expect(pages.flat()).toEqual([...groupBySeries(shown)]);
      expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
      if (pages.length > 1) expect(pages.at(-1)!.length).toBeGreaterThan(0);
    });
  }, 120_000);
});

describe('revisions', () => {
  it('are those that comparing all cells of both days finds, counted whole and cut into pages', async () => {
    const asked = fc.record({
      filter,
      from: day,
      to: day,
      at: vintage,
      limit: fc.integer({ min: 1, max: 4 }),
      many: fc.constantFrom(0, 100),
    });
    await onHistories(asked, async (snapshot, { filter: narrow, from, to, at: { at }, limit, many }) => {
      if (from > to) return;
      const { from: _, to: __, ...of } = narrow;
      const cells = (asOf: string) => readCells(snapshot, { ...of, kind: 'observation' }, { asOf, at });
      const expected = compareCells(await cells(from), await cells(to));
      const found: string[] = [];
      for (let after: string | undefined, isLast = false; !isLast;) {
        const page = await readRevisedCells(snapshot, { from, to }, of, { at }, { after, limit }, many);
        for (const kind of ['revised', 'added', 'withdrawn'] as const)
          expect(page.counts[kind]).toBe(expected.filter((r) => r.kind === kind).length);
        found.push(...page.cells);
        isLast = page.cells.length < limit;
        after = page.cells.at(-1);
      }
      expect(found).toEqual(expected.map(({ id }) => id));
    });
  }, 120_000);
});

describe('a revision', () => {
  it('is there where only the meaning of the number changes', async () => {
    const said = { collection: 'c', round: '2008', respondent: 'SV', complete: false, retracted: [] };
    const about = { indicator: 'persons-prosecuted', breakdown: {}, period: '2005', value: 5 };
    const as = (qualifier: 'fewer-than' | 'exact') => [{ ...about, qualifier }];
    const events = toEvents([
      { ...said, day: 0, kind: 'say', figures: as('fewer-than') },
      { ...said, day: 1, kind: 'correct', figures: as('exact') },
    ]);
    await store(pool, events);
    await apply(pool, [10], 0);
    const days = { from: dayOf(0), to: dayOf(1) };
    const page = { after: undefined, limit: 10 };
    const { counts } = await withSnapshot(pool, (s) => readRevisedCells(s, days, {}, {}, page));
    expect(counts).toEqual({ revised: 1, added: 0, withdrawn: 0 });
  });
});

describe.each([0, 100])('what was said before both days, read whole from %i cells on', (many) => {
  it('is what was said last, by whichever reply', async () => {
    const shared = {
      collection: 'c',
      respondent: 'SV',
      complete: false,
      retracted: [],
      kind: 'say' as const,
    };
    const about = { indicator: 'persons-prosecuted', breakdown: {}, qualifier: 'exact' as const };
    const says = (round: string, day: number, values: Readonly<Record<string, number>>) => ({
      ...{ ...shared, round, day },
      figures: Object.entries(values).map(([period, value]) => ({ ...about, period, value })),
    });
    const events = toEvents([
      says('2006', 0, { '2003': 1, '2004': 1, '2005': 1 }),
      says('2007', 1, { '2004': 2, '2005': 2 }),
      says('2008', 2, { '2003': 1, '2004': 2, '2005': 3, '2006': 1 }),
    ]);
    await store(pool, events);
    await apply(pool, [10], 0);
    const days = { from: dayOf(1), to: dayOf(2) };
    const page = { after: undefined, limit: 10 };
    const found = await withSnapshot(pool, (s) => readRevisedCells(s, days, {}, {}, page, many));
    expect(found.counts).toEqual({ revised: 1, added: 1, withdrawn: 0 });
    expect(found.cells).toEqual(['2005', '2006'].map((year) => `c~SV~persons-prosecuted~_T~${year}`));
  });
});

describe('a complete reply that is withdrawn', () => {
  it('gives back what an earlier round said, and revisions tell so', async () => {
    const shared = { collection: 'c', respondent: 'SV', retracted: [] };
    const about = { indicator: 'persons-prosecuted', breakdown: {}, period: '2005', value: 5 };
    const figures = [{ ...about, qualifier: 'exact' as const }];
    const events = toEvents([
      { ...shared, round: '2008', complete: false, day: 0, kind: 'say', figures },
      { ...shared, round: '2010', complete: true, day: 1, kind: 'say', figures: [] },
      { ...shared, round: '2010', complete: false, day: 3, kind: 'withdraw', figures: [] },
    ]);
    await store(pool, events);
    await apply(pool, [10], 0);
    const page = { after: undefined, limit: 10 };
    const between = (from: number, to: number) =>
      withSnapshot(pool, (s) => readRevisedCells(s, { from: dayOf(from), to: dayOf(to) }, {}, {}, page));
    expect((await between(0, 2)).counts).toEqual({ revised: 0, added: 0, withdrawn: 1 });
    expect((await between(2, 4)).counts).toEqual({ revised: 0, added: 1, withdrawn: 0 });
  });
});

const listing = (collection: string): RoundOpened => ({
  collection,
  round: '2008',
  title: {},
  mandate: null,
  symbol: null,
  noteVerbaleOn: null,
  replyBy: null,
  cutOff: null,
  complete: false,
  compiledBy: null,
  asked: null,
  listed: { paragraph: 3, respondents: [{ code: 'SV', asWritten: 'SV', match: 'code' }] },
});

describe('cells that are of use', () => {
  it('are enough to find every inconsistency', async () => {
    let seen = 0;
    await onHistories(vintage, async (snapshot, when) => {
      const rounds = [{ particulars: listing('d'), position: 1 }];
      const marks = await readMarks(snapshot, {}, when);
      const find = (statements: CellStatement[]) => findInconsistencies({ rounds, marks, statements });
      const suspect = { kind: 'suspect' as const, rounds: ['d/2008'], codes: codesOfParts };
      const expected = find(await readCells(snapshot, {}, when));
      expect(find(await readCells(snapshot, {}, when, suspect))).toEqual(expected);
      seen += expected.filter(
        ({ kind }) => kind === 'conflicting-figures' || kind === 'part-exceeds-whole',
      ).length;
    });
    expect(seen).toBeGreaterThan(0);
  }, 120_000);

  it('are enough to find every discrepancy', async () => {
    let seen = 0;
    await onHistories(vintage, async (snapshot, when) => {
      const of = { kind: 'observation' as const };
      const expected = findDiscrepancies(await readCells(snapshot, of, when));
      const shared = await readCells(snapshot, of, when, { kind: 'in-two-collections' });
      expect(findDiscrepancies(shared)).toEqual(expected);
      seen += expected.length;
    });
    expect(seen).toBeGreaterThan(0);
  }, 120_000);

  it('are counted by reply as they stand', async () => {
    await onHistories(vintage, async (snapshot, when) => {
      const cells = await readCells(snapshot, { collections: ['c'] }, when);
      const counts = new Map<string, number>();
      for (const { reply, kind, code } of cells) {
        const key = `${reply} ${kind} ${code}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const read = await readReplyCounts(snapshot, 'c', when);
      expect(
        new Map(read.map(({ reply, kind, code, count }) => [`${reply} ${kind} ${code}`, count])),
      ).toEqual(counts);
    });
  }, 120_000);
});

const countBy = <T>(items: readonly T[], keyOf: (item: T) => unknown) => new Set(items.map(keyOf)).size;

describe('what there is to ask for', () => {
  it('counts each series and each figure once, also where a figure has two values', async () => {
    let twice = 0;
    await onHistories(fc.record({ filter, vintage }), async (snapshot, { filter: of, vintage: when }) => {
      const cells = await readCells(snapshot, { ...of, kind: 'observation' }, when);
      const kinds = new Map<string, CellStatement[]>();
      for (const cell of cells) {
        const dimensions = cell.breakdown === '_T' ? '_T' : Object.keys(breakdownOf(cell.breakdown)).join();
        const kind = [cell.collection, cell.respondent, cell.code, dimensions].join(' ');
        kinds.set(kind, [...(kinds.get(kind) ?? []), cell]);
      }
      const expected = [...kinds]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([kind, own]) => {
          const [collection, respondent, indicator, dimensions] = kind.split(' ');
          const years = own.flatMap(({ year }) => year ?? []).sort();
          return {
            ...{ collection, respondent, indicator, dimensions },
            series: countBy(own, ({ breakdown }) => breakdown),
            figures: countBy(own, ({ cell }) => cell),
            firstYear: years[0] ?? null,
            lastYear: years.at(-1) ?? null,
          };
        });
      expect(await readAvailability(snapshot, of, when)).toEqual(expected);
      twice += cells.length - countBy(cells, ({ cell }) => cell);
    });
    expect(twice).toBeGreaterThan(0);
  }, 120_000);
});

describe('the days of receipt', () => {
  it('are those of all that a vintage knows, with the events of each, in order', async () => {
    let left = 0;
    const asked = fc.record({
      collections: fc.constantFrom<string[] | undefined>(undefined, ['c'], ['c', 'd']),
      when: vintage,
    });
    await onHistories(asked, async (snapshot, { collections, when }) => {
      const all = await readMarks(snapshot, { withUndone: true }, {});
      const known = all.filter(
        (mark) => isKnown(when, mark) && (!collections || collections.includes(mark.collection)),
      );
      const days = [...new Set(known.map(({ receivedOn }) => receivedOn))].sort();
      expect(await readReceipts(snapshot, collections, when)).toEqual(
        days.map((receivedOn) => ({
          receivedOn,
          events: known.filter((mark) => mark.receivedOn === receivedOn).length,
        })),
      );
      left += all.length - known.length;
    });
    expect(left).toBeGreaterThan(0);
  }, 120_000);
});

describe('marks', () => {
  it('are those that a vintage knows of the replies that are asked for', async () => {
    const asked = fc.record({
      narrow: fc.record(
        {
          collection: fc.constantFrom('c', 'd'),
          round: fc.constantFrom('2008', '2010'),
          respondent: fc.constantFrom('SV', 'GR'),
        },
        { requiredKeys: [] },
      ),
      when: vintage,
    });
    await onHistories(asked, async (snapshot, { narrow, when }) => {
      const all = await readMarks(snapshot, { withUndone: true }, {});
      const known = all.filter((mark) => isKnown(when, mark));
      const expected = withoutUndone(known).marks.filter((mark) =>
        Object.entries(narrow).every(([name, value]) => mark[name as keyof typeof narrow] === value),
      );
      expect(await readMarks(snapshot, narrow, when)).toEqual(expected);
    });
  }, 120_000);
});
