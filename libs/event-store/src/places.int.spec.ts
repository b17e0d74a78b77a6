/**
 * Places: only their holder applies events. A process that takes them over waits for a batch under way, for ten
 * seconds at most.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, reverseRows, waitForLocks, type TestDatabase } from '@rapporteur/testing';
import { partitionCount } from './partition.js';
import { FencedOff, holdPlaces, movePlaces, readWatermark, takeLeases } from './places.js';

let test: TestDatabase;
let source: Database;
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
  // Each updated row is stored behind the others; the statistics make PostgreSQL read rows as they are stored.
  for (const partition of partitions.toReversed())
    await pool.query('UPDATE places SET position = 1 WHERE partition = $1', [partition]);
  await pool.query('ANALYZE places');
  const between = await pool.connect();
  await between.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0');
  await between.query('SELECT FROM places WHERE partition = 5 FOR UPDATE');
  const taking = takeLeases(pool, 'tables', partitions).catch((error: unknown) => error);
  await waitForLocks(pool, 1);
  const holding = inTransaction(pool, (client) => holdPlaces(client, leases.toReversed())).catch(
    (error: unknown) => error,
  );
  await waitForLocks(pool, 2);
  await between.query('COMMIT');
  between.release();
  expect(await taking).toEqual(leases.map((lease) => ({ ...lease, position: 1, epoch: lease.epoch + 1 })));
  expect(await holding).toBeInstanceOf(FencedOff);
});

describe('places', () => {
  const places = async () =>
    (
      await poolOf(source).query(
        `SELECT projection, partition, position, epoch, next_offset AS "nextOffset" FROM places
         WHERE position > 0 OR epoch > 0 OR next_offset IS NOT NULL ORDER BY projection, partition`,
      )
    ).rows;
  const addProjection = () =>
    poolOf(source).query(`INSERT INTO places (projection, partition) SELECT 'other', generate_series(0, 11)`);

  it('are taken for one projection and the partitions asked for, in their order, each with the next epoch', async () => {
    await addProjection();
    const [first, second] = await takeLeases(poolOf(source), 'tables', [5, 3]);
    const lease = { projection: 'tables', position: 0, epoch: 1, nextOffset: null };
    expect([first, second]).toEqual([
      { ...lease, partition: 3 },
      { ...lease, partition: 5 },
    ]);
    expect(await takeLeases(poolOf(source), 'tables', [3])).toEqual([{ ...lease, partition: 3, epoch: 2 }]);
    expect(await places()).toEqual([
      { ...lease, partition: 3, epoch: 2 },
      { ...lease, partition: 5 },
    ]);
    expect(await takeLeases(poolOf(source), 'nobody', [3])).toEqual([]);
  });

  it('are moved on, never back, for the leases alone, and keep the hint that nobody renews', async () => {
    await addProjection();
    const pool = poolOf(source);
    const leases = await takeLeases(pool, 'tables', [3, 5]);
    const move = (to: [number, number][], nextOffset: number | null) =>
      inTransaction(pool, async (client) => {
        const moved = leases.map((lease) => ({ ...lease, nextOffset }));
        await holdPlaces(client, moved);
        await movePlaces(client, moved, new Map(to));
      });
    const at = (partition: number, position: number, nextOffset: number | null) => ({
      ...{ projection: 'tables', partition, position, epoch: 1, nextOffset },
    });
    await move([[3, 40]], 7);
    expect(await places()).toEqual([at(3, 40, 7), at(5, 0, 7)]);
    await move(
      [
        [3, 30],
        [5, 20],
      ],
      null,
    );
    expect(await places()).toEqual([at(3, 40, 7), at(5, 20, 7)]);
  });

  it('that cannot be held or moved on tell so', async () => {
    const pool = poolOf(source);
    const leases = await takeLeases(pool, 'tables', [3]);
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT 1 / 0').catch(() => undefined);
    const isAborted = { code: '25P02' };
    await expect(holdPlaces(client, leases)).rejects.toMatchObject(isAborted);
    await expect(movePlaces(client, leases, new Map())).rejects.toMatchObject(isAborted);
    await client.query('ROLLBACK');
    client.release();
  });

  it('are taken while those of another projection are held', async () => {
    await addProjection();
    const pool = poolOf(source);
    const other = await pool.connect();
    await other.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0');
    await other.query("SELECT FROM places WHERE projection = 'other' FOR UPDATE");
    const leases = await inTransaction(
      pool,
      (client) => takeLeases(client, 'tables', [3, 5]),
      "BEGIN; SET LOCAL lock_timeout = '5s'",
    );
    expect(leases).toHaveLength(2);
    await other.query('COMMIT');
    other.release();
  });

  it('are held by the current epoch of every lease, and of the same projection', async () => {
    await addProjection();
    const pool = poolOf(source);
    const [three, five] = await takeLeases(pool, 'tables', [3, 5]);
    const hold = (...leases: NonNullable<typeof three>[]) =>
      inTransaction(pool, (client) => holdPlaces(client, leases));
    await hold(three!, five!);
    await expect(hold(three!, { ...five!, epoch: 0 })).rejects.toThrow(FencedOff);
    await expect(hold({ ...three!, projection: 'other' })).rejects.toThrow('another aggregator has taken');
    await expect(hold(three!, { ...five!, partition: 99 })).rejects.toThrow(FencedOff);
  });

  it('are one watermark: below the first event that any of them lacks, the head where none does', async () => {
    let pool = poolOf(source);
    await addProjection();
    expect(await readWatermark(pool, 'tables')).toBe(0);
    expect(await readWatermark(pool, 'nobody')).toBe(0);
    await pool.query(
      `INSERT INTO log (position, id, stream, version, type, schema_version, key, partition, data, meta)
       SELECT n, gen_random_uuid(), 's', n, 'T', 1, 'k', CASE WHEN n IN (3, 7) THEN 3 ELSE 5 END, '{}', '{}'
       FROM generate_series(1, 9) n`,
    );
    await pool.query('UPDATE sequencer SET head = 9');
    await reverseRows(pool, ['log']);
    await source.destroy();
    source = await openDatabase({ url: test.url });
    pool = poolOf(source);
    const at = async (three: number, five: number) => {
      await pool.query(
        `UPDATE places SET position = CASE partition WHEN 3 THEN ${three} ELSE ${five} END
         WHERE partition IN (3, 5) AND projection = 'tables'`,
      );
      return readWatermark(pool, 'tables');
    };
    expect([await at(0, 0), await at(0, 9), await at(3, 9), await at(7, 1), await at(7, 5)]).toEqual([
      0, 2, 6, 1, 5,
    ]);
    expect(await at(7, 9)).toBe(9);
    expect(await readWatermark(pool, 'other')).toBe(0);
  });
});
