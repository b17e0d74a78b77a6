/** Places: whoever holds them applies, whoever takes them over waits, but not for one that hangs. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { inTransaction, openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type { DataSource } from 'typeorm';
import { partitionCount } from './partition.js';
import { FencedOff, holdPlaces, movePlaces, readWatermark, takeLeases } from './places.js';

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

it('takes partitions over beside one that holds them, in whatever order their rows lie', async () => {
  const pool = poolOf(source);
  const partitions = Array.from({ length: partitionCount }, (_, i) => i);
  const leases = await takeLeases(pool, 'tables', partitions);
  // Each row that moves on lies behind the others; the statistics make PostgreSQL read them as they lie.
  for (const partition of partitions.toReversed())
    await pool.query('UPDATE places SET position = 1 WHERE partition = $1', [partition]);
  await pool.query('ANALYZE places');
  const between = await pool.connect();
  await between.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0');
  await between.query('SELECT FROM places WHERE partition = 5 FOR UPDATE');
  const waiting = async (connections: number) => {
    const { rows } = await pool.query(
      `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows[0].n < connections) await waiting(connections);
  };
  const taking = takeLeases(pool, 'tables', partitions).catch((error: unknown) => error);
  await waiting(1);
  const holding = inTransaction(pool, (client) => holdPlaces(client, leases)).catch(
    (error: unknown) => error,
  );
  await waiting(2);
  await between.query('COMMIT');
  between.release();
  expect(await taking).toEqual(leases.map((lease) => ({ ...lease, position: 1, epoch: lease.epoch + 1 })));
  expect(await holding).toBeInstanceOf(FencedOff);
});
