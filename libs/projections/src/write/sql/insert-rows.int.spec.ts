/** Rows are put in at once, by a key of several columns: those that are there stay, or are overwritten. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { toArrays, type Table } from '../../tables/table.js';
import { insertRows, overwrite, upsertRows } from './insert-rows.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;

interface Row {
  readonly a: number;
  readonly b: string;
  readonly said: string | null;
  readonly more: object;
}
const table: Table<Row> = {
  name: 'pairs',
  columns: [
    { name: 'a', type: 'bigint', value: (row) => row.a },
    { name: 'b', type: 'text', value: (row) => row.b },
    { name: 'said', type: 'text', nullable: true, value: (row) => row.said },
    { name: 'more', type: 'json', value: (row) => row.more },
  ],
  key: ['a', 'b'],
};

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  await pool.query('CREATE TABLE public.pairs (a bigint, b text, said text, more json, PRIMARY KEY (a, b))');
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const row = (a: number, b: string, said: string | null): Row => ({ a, b, said, more: { said } });
const put = (statement: string, ...rows: Row[]) => pool.query(statement, toArrays(table, rows));
const stored = async () => (await pool.query('SELECT a, b, said, more FROM public.pairs ORDER BY a, b')).rows;

it('rows that are there stay where rows are inserted, and are overwritten where that is asked for', async () => {
  const [first, other] = [row(1, 'x', 'first'), row(1, 'y', null)];
  await put(insertRows('public', table), first, other);
  expect(await stored()).toEqual([first, other]);
  const [again, more] = [row(1, 'x', 'again'), row(2, 'x', 'more')];
  await put(insertRows('public', table), again, more);
  expect(await stored()).toEqual([first, other, more]);
  const last = row(2, 'y', 'last');
  await put(upsertRows('public', table), again, last);
  expect(await stored()).toEqual([again, other, more, last]);
});

it('each column is set to what was to be inserted', () => {
  expect(overwrite(table.columns.slice(2))).toBe('said = EXCLUDED.said, more = EXCLUDED.more');
});
