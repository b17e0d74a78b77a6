/** Directions against what the domain finds in the cells, after every batch of random histories. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { groupBySeries, toSeries, toStatements, type CellStatement } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';
import { apply, longEnough, longHistory, store, toEvents } from '../samples/random-histories.js';
import { readCells } from '../read/read-cells.js';
import { rebuildTables } from '../rebuild/rebuild.js';
import { withSnapshot } from '../read/snapshot.js';
import { verifyTables } from '../rebuild/verify.js';

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

/** By series and first year, from the cells as they stand. */
async function expected(): Promise<object[]> {
  const cells = await withSnapshot(pool, (s) => readCells(s, { kind: 'observation' }, {}));
  return [...groupBySeries(cells)].flatMap(([series, own]) =>
    toSeries(own).flatMap(({ years, segments, trend }) =>
      (segments ?? [{ years: years.map(({ year }) => year), trend }])
        .filter((segment) => segment.trend.n >= 5)
        .map((segment) => ({
          series,
          from_year: segment.years[0],
          direction: segment.trend.direction,
          reason: segment.trend.reason.code,
          p: segment.trend.p,
          p_low: segment.trend.pLow,
        })),
    ),
  );
}

const read = async () =>
  (await pool.query<object>(`SELECT * FROM ${liveSchema}.directions ORDER BY series, from_year`)).rows;

describe('directions', () => {
  it('are those of the cells after every batch, and none is left over', async () => {
    let seen = 0;
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(longHistory, sizes, async (drawn, cut) => {
        await store(pool, toEvents(drawn));
        await apply(pool, cut, 1, async () => {
          const now = await read();
          expect(now).toEqual(await expected());
          seen += now.length;
        });
        expect((await verifyTables(pool)).differences).toEqual([]);
      }),
      { numRuns: process.env['FULL'] ? 100 : 20, examples: [[[...longEnough], [2]]] },
    );
    expect(seen).toBeGreaterThan(0);
  }, 120_000);

  it('that take long to compute do not leave the connection idle for long', async () => {
    const figure = (series: number, i: number) => ({
      indicator: 'persons-prosecuted',
      breakdown: { category: `k${series}` },
      period: `${2000 + i}`,
      value: 1 + (((20 * series + i) * 31) % 9),
      qualifier: i % 3 === 0 ? ('at-least' as const) : ('exact' as const),
    });
    const figuresOf = (series: number) => Array.from({ length: 20 }, (_, i) => figure(series, i));
    const said = { collection: 'c', round: '2008', respondent: 'SV', day: 0, kind: 'say' as const };
    const reply = (series: number) => {
      const figures = Array.from({ length: series }, (_, i) => figuresOf(i)).flat();
      return toEvents([{ ...said, complete: false, figures, retracted: [] }]);
    };
    // The first is slower than all others.
    const judge = (one: number) => void toSeries(toStatements(reply(one)[0]!, 1) as CellStatement[]);
    judge(1);
    const begun = performance.now();
    judge(2);
    const each = (performance.now() - begun) / 2;
    // The server waits for long beside one series, however slow the machine, and all together take twice as long.
    const patienceMs = Math.max(1000, Math.ceil(20 * each));
    const count = Math.ceil((2 * patienceMs) / each);
    await store(pool, reply(count));
    const impatient = await openDatabase({ url: test.url, idleInTransactionMs: patienceMs });
    expect(await rebuildTables(poolOf(impatient))).toMatchObject({ position: 1, differences: 0 });
    await impatient.destroy();
    expect(await read()).toHaveLength(count);
  }, 120_000);

  it('go by each year with its own figure, its own qualifier and its own break, also where a year is said twice', async () => {
    const figure = (year: number, value: number, more: object = {}) => ({
      ...{ indicator: 'persons-prosecuted', breakdown: {}, period: `${year}`, value },
      qualifier: 'exact' as const,
      ...more,
    });
    const figures = [
      ...[1, 2, 3, 4, 5, 6].map((value, i) => figure(2001 + i, value)),
      figure(2002, 99),
      figure(2004, 0),
      ...[9, 8, 7, 6, 5, 4].map((value, i) => figure(2011 + i, value, i === 0 ? { break: true } : {})),
      figure(2017, 3, { qualifier: 'fewer-than' }),
      figure(2018, 0, { qualifier: 'at-least' }),
    ];
    const said = { collection: 'c', round: '2008', respondent: 'SV', day: 0, kind: 'say' as const };
    await store(pool, toEvents([{ ...said, complete: false, figures, retracted: [] }]));
    await apply(pool, [1], 0);
    const found = await read();
    expect(found).toEqual(await expected());
    expect(found).toMatchObject([{ from_year: 2011, direction: 'no-significant-trend' }]);
    const more = [1, 2, 3, 4, 5].map((value, i) => figure(2021 + i, value, i === 0 ? { break: true } : {}));
    await store(
      pool,
      toEvents([{ ...said, complete: false, figures: [...figures, ...more], retracted: [] }]),
    );
    await apply(pool, [1], 0);
    expect(await read()).toEqual(await expected());
    expect(await read()).toMatchObject([{ from_year: 2011 }, { from_year: 2021, direction: 'rising' }]);
  });

  it('go with the break that began them, with the series that is short now, and leave those of others', async () => {
    const figure = (category: string, year: number, value: number, more: object = {}) => ({
      ...{ indicator: 'persons-prosecuted', breakdown: { category }, period: `${year}`, value },
      ...{ qualifier: 'exact' as const, ...more },
    });
    const years = (category: string, from: number, more: object = {}) =>
      [1, 2, 3, 4, 5].map((value, i) => figure(category, from + i, value, i === 0 ? more : {}));
    const said = { collection: 'c', round: '2008', respondent: 'SV', complete: false, retracted: [] };
    const breaking = { break: true };
    // Periods that are longer than a year stand among the years.
    const longer = [figure('a', 2000, 9), figure('b', 2000, 9)].map((f) => ({ ...f, period: '2001/2004' }));
    const before = [...years('a', 2001), ...years('a', 2006, breaking), ...years('b', 2001), ...longer];
    const after = [...years('a', 2001), ...years('a', 2006), ...years('b', 2001).slice(1), ...longer];
    await store(
      pool,
      toEvents([
        { ...said, round: '2010', day: 0, kind: 'say', figures: years('c', 2001) },
        { ...said, day: 0, kind: 'say', figures: before },
        { ...said, day: 1, kind: 'say', figures: after },
      ]),
    );
    const seen: string[][] = [];
    await apply(pool, [1], 0, async () => {
      const found = await pool.query(
        `SELECT right(series, 1) || ' ' || from_year AS one FROM ${liveSchema}.directions`,
      );
      seen.push(found.rows.map(({ one }) => one).sort());
      expect(await read()).toEqual(await expected());
    });
    expect(seen).toEqual([['c 2001'], ['a 2001', 'a 2006', 'b 2001', 'c 2001'], ['a 2001', 'c 2001']]);
    expect((await rebuildTables(pool)).differences).toBe(0);
  });

  it('that are not those of the log are found by verify', async () => {
    const figures = [1, 2, 3, 4, 5].map((value, i) => ({
      indicator: 'persons-prosecuted',
      breakdown: {},
      period: `${2001 + i}`,
      value,
      qualifier: 'exact' as const,
    }));
    const said = { collection: 'c', round: '2008', respondent: 'SV', day: 0, kind: 'say' as const };
    await store(pool, toEvents([{ ...said, complete: false, figures, retracted: [] }]));
    await apply(pool, [1], 0);
    expect((await verifyTables(pool)).differences).toEqual([]);
    await pool.query(`UPDATE ${liveSchema}.directions SET direction = 'falling'`);
    expect((await verifyTables(pool)).differences).toMatchObject([
      { where: 'direction c~SV~persons-prosecuted~_T 2001' },
    ]);
    await pool.query(`DELETE FROM ${liveSchema}.directions`);
    expect((await verifyTables(pool)).differences).toHaveLength(1);
  });
});
