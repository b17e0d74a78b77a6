/** Places: whoever holds them applies, whoever takes them over waits, but not for one that hangs. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type { DataSource } from 'typeorm';
import { holdPlaces, movePlaces, readWatermark, takeLeases } from './places.js';

let test: TestDatabase;
let source: DataSource;
beforeEach(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url, idleInTransactionMs: 700 });
});
afterEach(async () => {
  await source.destroy();
  await test.drop();
});

it('makes who takes a partition over wait for the batch that is being applied', async () => {
  const pool = poolOf(source);
  const leases = await takeLeases(pool, 'tables', [3]);
  const client = await pool.connect();
  await client.query('BEGIN');
  await holdPlaces(client, leases);
  const order: string[] = [];
  const taking = takeLeases(pool, 'tables', [3]).then(([lease]) => {
    order.push('taken');
    return lease!;
  });
  await movePlaces(client, leases, new Map([[3, 40]]));
  order.push('applied');
  await client.query('COMMIT');
  client.release();
  expect(await taking).toMatchObject({ position: 40, epoch: leases[0]!.epoch + 1 });
  expect(order).toEqual(['applied', 'taken']);
});

it('takes a partition from one that hangs in the middle of a batch, which then can commit nothing', async () => {
  const pool = poolOf(source);
  const leases = await takeLeases(pool, 'tables', [3]);
  const client = await pool.connect();
  client.on('error', () => undefined);
  await client.query('BEGIN');
  await holdPlaces(client, leases);
  await movePlaces(client, leases, new Map([[3, 40]]));
  const [taken] = await takeLeases(pool, 'tables', [3]);
  expect(taken!.position).toBe(0);
  await expect(client.query('COMMIT')).rejects.toThrow();
  client.release(true);
  expect(await readWatermark(pool, 'tables')).toBe(0);
});
