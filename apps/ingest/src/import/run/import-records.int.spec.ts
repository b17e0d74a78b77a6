/**
 * The stored facts about imports: each file apart, the first day on which it was received, refused rows by
 * pages in order.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { storeUnchecked } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, reverseRows, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { findImportedRounds, findRespondents, saveEnd, saveStart, type ImportKey } from './import-records.js';
import { findImport, readRefusedRows } from '../records/find-import.js';
import type { RefusedRow } from '../table/keep-refused.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
let client: pg.PoolClient;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  client = await pool.connect();
});
afterAll(async () => {
  client.release();
  await source.destroy();
  await test.drop();
});

const key: ImportKey = { file: 'f1', collection: 'c', round: '2023' };
const others: ImportKey[] = [
  { ...key, file: 'f2' },
  { ...key, collection: 'd' },
  { ...key, round: '2024' },
];
const refusedRow = (row: number): RefusedRow => ({ row, reason: `why ${row}`, cells: [`a${row}`, 'b'] });
const start = (of: ImportKey, more: object = {}) =>
  saveStart(client, {
    ...of,
    ...{
      receivedOn: '2023-05-30',
      name: 'a.csv',
      header: ['x', 'y'],
      refused: 1,
      refusedRows: [refusedRow(3)],
    },
    ...more,
  });
const end = (of: ImportKey) => saveEnd(client, of, { rows: 9, refused: 2, waiting: 1, respondents: 4 });
const refusedOf = async (of: ImportKey) => {
  const pages: RefusedRow[][] = [];
  for await (const page of readRefusedRows(pool, of)) pages.push(page);
  return pages;
};
const stored = async (of: ImportKey) =>
  (
    await pool.query(
      `SELECT received_on, name, header, rows, refused, respondents, finished_at IS NOT NULL AS finished
       FROM imports WHERE (file, collection, round) = ($1, $2, $3)`,
      [of.file, of.collection, of.round],
    )
  ).rows[0];

it('an import is kept under its file, collection and round, begun and ended beside others', async () => {
  for (const of of [key, ...others]) await start(of);
  await end(key);
  const begun = { received_on: '2023-05-30', name: 'a.csv', header: ['x', 'y'] };
  expect(await stored(key)).toEqual({ ...begun, rows: 9, refused: 2, respondents: 4, finished: true });
  for (const of of others)
    expect(await stored(of)).toEqual({
      ...begun,
      rows: null,
      refused: 1,
      respondents: null,
      finished: false,
    });
  expect(await findImport(pool, key)).toEqual({ header: ['x', 'y'], refused: 2, waiting: 1 });
  expect(await findImport(pool, others[1]!)).toEqual({ header: ['x', 'y'], refused: 1, waiting: 0 });
  for (const part of ['file', 'collection', 'round'])
    expect(await findImport(pool, { ...key, [part]: 'other' })).toBeUndefined();
});

it('the same file again has its new name and rows, the earliest day, and leaves those of others alone', async () => {
  await start(key, {
    receivedOn: '2023-06-30',
    name: 'b.csv',
    header: ['z'],
    refused: 2,
    refusedRows: [refusedRow(8)],
  });
  expect(await stored(key)).toMatchObject({
    ...{ received_on: '2023-05-30', name: 'b.csv', header: ['z'], refused: 2, finished: true },
  });
  expect(await refusedOf(key)).toEqual([[refusedRow(8)]]);
  for (const of of others) expect(await refusedOf(of)).toEqual([[refusedRow(3)]]);
  await start(key, { receivedOn: '2023-04-30', refusedRows: [] });
  expect(await stored(key)).toMatchObject({ received_on: '2023-04-30' });
  expect(await refusedOf(key)).toEqual([]);
});

it('refused rows come in order, a hundred at a time, though they lie the other way round', async () => {
  const rows = Array.from({ length: 2250 }, (_, i) => refusedRow(i + 1));
  await start(key, { refused: rows.length, refusedRows: rows });
  await reverseRows(pool, ['refused_rows']);
  const another = await openDatabase({ url: test.url });
  const pages: RefusedRow[][] = [];
  for await (const page of readRefusedRows(poolOf(another), key)) pages.push(page);
  await another.destroy();
  expect(pages.map(({ length }) => length)).toEqual([...Array<number>(22).fill(100), 50]);
  expect(pages.flat()).toEqual(rows);
});

it('rounds are those that a file was imported into to its end, with the first and the last day', async () => {
  await start({ ...key, file: 'f3' }, { receivedOn: '2023-07-01' });
  await start({ ...key, file: 'f4' }, { receivedOn: '2023-02-01' });
  await start({ ...key, file: 'f5' }, { receivedOn: '2023-01-01' });
  await end({ ...key, file: 'f3' });
  await end({ ...key, file: 'f4' });
  expect(await findImportedRounds(client, 'c')).toEqual([
    { round: '2023', first: '2023-02-01', last: '2023-07-01' },
  ]);
  expect(await findImportedRounds(client, 'd')).toEqual([]);
});

it('respondents are those with a reply, by round, of the collection alone', async () => {
  const streams = [
    ...['reply/c/2023/SV', 'reply/c/2023/GR', 'reply/c/2024/SV', 'reply/cc/2023/AL', 'reply/b/2023/AT'],
    ...['reply/c0/2023/LV', 'reply/d/2023/BG', 'round/c/2023'],
  ];
  const event = () => ({ id: randomUUID(), type: 'T', schemaVersion: 1, key: 'k', data: {}, meta: {} });
  await storeUnchecked(
    pool,
    streams.map((stream) => ({ stream, expectedVersion: 0, events: [event()] })),
  );
  expect(await findRespondents(client, 'c')).toEqual(
    new Map([
      ['2023', new Set(['SV', 'GR'])],
      ['2024', new Set(['SV'])],
    ]),
  );
  expect(await findRespondents(client, 'e')).toEqual(new Map());
});
