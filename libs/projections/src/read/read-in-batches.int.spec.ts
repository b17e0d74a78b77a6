/** Cells in batches, and changes between vintages, against reading all cells of both, on random histories. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { groupBy, type CellStatement, type Vintage } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import type pg from 'pg';
import type { CellFilter } from './cell-filter.js';
import { apply, dayOf, history, store, toEvents } from '../samples/random-histories.js';
import { readCells } from './read-cells.js';
import { readCellsInBatches, readChangesInBatches } from './read-in-batches.js';
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

async function gather(batches: AsyncIterable<CellStatement[]>): Promise<CellStatement[]> {
  const all: CellStatement[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}
const vintage: fc.Arbitrary<Vintage> = fc.record({
  asOf: fc.option(fc.integer({ min: 0, max: 5 }).map(dayOf), { nil: undefined }),
  at: fc.option(fc.nat(10), { nil: undefined }),
});
const of: CellFilter = { kind: 'observation' };

/** The least of two vintages: what both know. */
const both = (a: Vintage, b: Vintage): Vintage => ({
  asOf: [a.asOf, b.asOf].filter((day) => day !== undefined).sort()[0],
  at: a.at === undefined || b.at === undefined ? (a.at ?? b.at) : Math.min(a.at, b.at),
});

/** Cells with what decides them; replaced and removed as the changes say. */
async function applyChanges(snapshot: Snapshot, from: Vintage, to: Vintage) {
  const cells = groupBy(await readCells(snapshot, of, from), ({ cell }) => cell);
  const gone = await gather(readChangesInBatches(snapshot, of, { from, to, changed: 'gone' }));
  const set = await gather(readChangesInBatches(snapshot, of, { from, to, changed: 'set' }));
  for (const { cell } of gone) cells.delete(cell);
  for (const [cell, variants] of groupBy(set, (one) => one.cell)) cells.set(cell, variants);
  return { changed: gone.length + set.length, cells: [...cells.values()].flat() };
}

const sorted = (cells: readonly CellStatement[]) =>
  [...cells].sort((a, b) => (a.cell === b.cell ? 0 : a.cell < b.cell ? -1 : 1));

it('cells in batches are the cells, and the changes from one vintage to a later one lead there', async () => {
  const asked = fc.array(fc.tuple(vintage, vintage), { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(history, asked, async (drawn, questions) => {
      await store(pool, toEvents(drawn));
      await apply(pool, [10], 0);
      await withSnapshot(pool, async (snapshot) => {
        for (const [one, to] of questions) {
          const expected = await readCells(snapshot, of, to);
          expect(await gather(readCellsInBatches(snapshot, of, to))).toEqual(expected);
          const { cells } = await applyChanges(snapshot, both(one, to), to);
          expect(sorted(cells)).toEqual(expected);
          expect((await applyChanges(snapshot, to, to)).changed).toBe(0);
        }
      });
    }),
    { numRuns: 40 },
  );
}, 120_000);

it('a cursor that is left early is closed', async () => {
  await withSnapshot(pool, async (snapshot) => {
    for await (const batch of readCellsInBatches(snapshot, of, {})) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    const { rows } = await snapshot.client.query('SELECT name FROM pg_cursors WHERE name LIKE $1', [
      'batches_%',
    ]);
    expect(rows).toEqual([]);
  });
});
