/** The tables against the pure fold of the log, on random histories: now, and at any vintage. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  foldCells,
  toMark,
  toStatements,
  type CellStatement,
  type ReplyEvent,
  type Statement,
  type Vintage,
} from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import type pg from 'pg';
import { apply, dayOf, history, store, toEvents, type Drawn } from '../samples/random-histories.js';
import { cellsQuery, readCells } from '../read/read-cells.js';
import { withSnapshot } from '../read/snapshot.js';

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

type Shown = Pick<CellStatement, 'cell' | 'position' | 'value' | 'receivedOn' | 'reply' | 'year'>;
const show = ({ cell, position, value, receivedOn, reply, year }: Shown): Shown => ({
  cell,
  position,
  value,
  receivedOn,
  reply,
  year,
});
/** The fold, in the order in which the tables are read. */
const expected = (events: readonly ReplyEvent[], vintage?: Vintage): Shown[] =>
  [
    ...foldCells(
      events.flatMap((event, i) => toStatements(event, i + 1)),
      events.map((event, i) => toMark(event, i + 1)),
      vintage,
    ),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, statements]: [string, Statement[]]) => statements.map(show));

async function read(vintage: Vintage | null): Promise<Shown[]> {
  const { rows } = await pool.query<CellStatement>(cellsQuery({}, vintage));
  return rows.map(show);
}

const prosecuted = (period: string, value: number): Drawn['figures'][number] => ({
  indicator: 'persons-prosecuted',
  breakdown: {},
  period,
  value,
  qualifier: 'exact',
});
const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });

describe('the tables after random histories', () => {
  it('equal the fold of the log, however it was cut into batches and delivered again', async () => {
    await fc.assert(
      fc.asyncProperty(history, sizes, fc.integer({ min: 0, max: 3 }), async (drawnHistory, cut, again) => {
        const events = toEvents(drawnHistory);
        await store(pool, events);
        await apply(pool, cut, again, async (position) =>
          expect(await read(null)).toEqual(expected(events.slice(0, position))),
        );
        expect((await withSnapshot(pool, (s) => readCells(s, {}, {}))).map(show)).toEqual(expected(events));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('give back what a complete reply had withdrawn when that reply itself is withdrawn', async () => {
    const said = {
      collection: 'c',
      respondent: 'SV',
      day: 0,
      kind: 'say' as const,
      complete: false,
      retracted: [],
    };
    const events = toEvents([
      { ...said, round: '2008', figures: [prosecuted('2005', 18)] },
      { ...said, round: '2010', day: 1, complete: true, figures: [prosecuted('2006', 37)] },
      { ...said, round: '2010', day: 2, kind: 'withdraw', figures: [] },
    ]);
    await store(pool, events);
    await apply(pool, [1], 0);
    expect(await read(null)).toEqual(expected(events));
    expect(await read(null)).toMatchObject([{ cell: 'c~SV~persons-prosecuted~_T~2005' }, {}]);
  });

  it('show at any day and position what the fold of that vintage shows', async () => {
    const days = fc.option(fc.integer({ min: 0, max: 5 }).map(dayOf), { nil: undefined });
    const positions = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined });
    const vintages = fc.array(fc.record({ asOf: days, at: positions }), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(history, vintages, async (drawnHistory, asked) => {
        const events = toEvents(drawnHistory);
        await store(pool, events);
        await apply(pool, [10], 0);
        for (const vintage of asked) expect(await read(vintage)).toEqual(expected(events, vintage));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
