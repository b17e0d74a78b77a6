/** The one order: dense, nothing skipped, nothing twice, whatever commits late and whoever leads. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { channels, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, explainGeneric, waitForLocks, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import pgModule from 'pg';
import type pg from 'pg';
import { storeUnchecked } from './append-queue.js';
import { findPosition, readHead, readLog } from './read-events.js';
import { moveOnce, startSequencer, takeEpoch } from './sequencer.js';
import { movePending } from './sql/move-pending.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
const clients: pg.PoolClient[] = [];

beforeEach(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url, poolSize: 20 });
  pool = poolOf(source);
});
afterEach(async () => {
  clients.splice(0).forEach((client) => client.release(true));
  await source.destroy();
});
afterAll(() => test.drop());

const connect = async () => {
  const client = await pool.connect();
  clients.push(client);
  return client;
};
const store = (db: pg.Pool | pg.PoolClient, stream: string, expectedVersion: number, id = randomUUID()) =>
  storeUnchecked(db, [
    {
      stream,
      expectedVersion,
      events: [{ id, type: 'T', schemaVersion: 1, key: stream, data: {}, meta: {} }],
    },
  ]);
const log = async () =>
  (await readLog(pool, 0, 1000)).map(({ position, stream, version }) => [position, stream, version]);

describe('a commit that is held back while later ones land', () => {
  it('is neither skipped nor given twice, and no position waits for it', async () => {
    const [late, leader] = [await connect(), await connect()];
    const epoch = await takeEpoch(leader);
    await late.query('BEGIN');
    await store(late, 'late', 0);
    await store(pool, 'a', 0);
    await store(pool, 'b', 0);
    expect((await moveOnce(leader, epoch)).moved).toBe(2);
    await store(pool, 'a', 1);
    await late.query('COMMIT');
    expect((await moveOnce(leader, epoch)).moved).toBe(2);
    expect((await moveOnce(leader, epoch)).moved).toBe(0);
    expect(await log()).toEqual([
      [1, 'a', 1],
      [2, 'b', 1],
      [3, 'late', 1],
      [4, 'a', 2],
    ]);
  });

  it('leaves no gap when it rolls back', async () => {
    const [late, leader] = [await connect(), await connect()];
    const epoch = await takeEpoch(leader);
    await late.query('BEGIN');
    await store(late, 'gone', 0);
    await store(pool, 'a', 0);
    await late.query('ROLLBACK');
    await store(pool, 'b', 0);
    await moveOnce(leader, epoch);
    expect(await log()).toEqual([
      [1, 'a', 1],
      [2, 'b', 1],
    ]);
  });
});

it('takes those that were stored first, so many at most, wherever they lie, and each column as it is', async () => {
  await pool.query(`
    INSERT INTO pending (seq, id, stream, version, type, schema_version, key, partition, data, meta)
    OVERRIDING SYSTEM VALUE
    SELECT n, gen_random_uuid(), 's', n, 'T', 2, 'k', 7, '{"data": true}', '{"meta": true}'
    FROM generate_series(9, 1, -1) n`);
  const leader = await connect();
  await leader.query('SET enable_indexscan = off; SET enable_indexonlyscan = off');
  const epoch = await takeEpoch(leader);
  const move = async (most: number) => (await leader.query(movePending, [epoch, most])).rows;
  expect(await move(4)).toEqual([{ moved: 4, head: 4, notified: '' }]);
  expect((await log()).map(([position, , version]) => [position, version])).toEqual(
    [1, 2, 3, 4].map((n) => [n, n]),
  );
  expect(await move(100)).toEqual([{ moved: 5, head: 9, notified: '' }]);
  expect(await move(100)).toEqual([{ moved: 0, head: 9, notified: null }]);
  const events = await readLog(pool, 0, 100);
  expect(events.map(({ position, version }) => [position, version])).toEqual(
    Array.from({ length: 9 }, (_, i) => [i + 1, i + 1]),
  );
  expect(events[8]).toMatchObject({
    ...{ stream: 's', type: 'T', schemaVersion: 2, key: 'k', partition: 7 },
    ...{ data: { data: true }, meta: { meta: true } },
  });
});

describe('a leader', () => {
  it('that has been succeeded moves nothing', async () => {
    const [old, next] = [await connect(), await connect()];
    const oldEpoch = await takeEpoch(old);
    await store(pool, 'a', 0);
    const epoch = await takeEpoch(next);
    expect(epoch).toBe(oldEpoch + 1);
    await expect(moveOnce(old, oldEpoch)).rejects.toThrow('succeeded');
    expect((await moveOnce(next, epoch)).moved).toBe(1);
    await store(pool, 'b', 0);
    await expect(moveOnce(old, oldEpoch)).rejects.toThrow('succeeded');
    expect(await log()).toHaveLength(1);
  });

  it('whose move is under way keeps its successor waiting, and the order stays dense', async () => {
    const [old, next] = [await connect(), await connect()];
    const oldEpoch = await takeEpoch(old);
    await store(pool, 'a', 0);
    await old.query('BEGIN');
    await moveOnce(old, oldEpoch);
    const taking = takeEpoch(next);
    await store(pool, 'b', 0);
    await old.query('COMMIT');
    expect((await moveOnce(next, await taking)).moved).toBe(1);
    expect(await log()).toEqual([
      [1, 'a', 1],
      [2, 'b', 1],
    ]);
  });

  it('whose move has read the head keeps its successor waiting, though it has written nothing yet', async () => {
    const [old, next, holder] = [await connect(), await connect(), await connect()];
    const oldEpoch = await takeEpoch(old);
    await store(pool, 'a', 0);
    await holder.query('BEGIN');
    await holder.query('SELECT FROM pending FOR UPDATE');
    const moving = moveOnce(old, oldEpoch);
    await waitForLocks(pool, 1);
    const taking = takeEpoch(next);
    await Promise.race([taking, waitForLocks(pool, 2)]);
    await holder.query('COMMIT');
    expect(await moving).toEqual({ moved: 1, head: 1, notified: '' });
    await store(pool, 'b', 0);
    expect(await moveOnce(next, await taking)).toMatchObject({ moved: 1, head: 2 });
    expect(await log()).toEqual([
      [1, 'a', 1],
      [2, 'b', 1],
    ]);
    expect(await readHead(pool)).toBe(2);
  });

  it('is followed by another when its connection is cut, and everything gets its position', async () => {
    const errors: Error[] = [];
    const start = () => startSequencer({ url: test.url, onError: (error) => errors.push(error) });
    const [one, two] = [start(), start()];
    const ids: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      const id = randomUUID();
      ids.push(id);
      await store(pool, `s${i % 7}`, Math.floor(i / 7), id);
      if (i % 20 === 10)
        await pool.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'rapporteur-leader-%' AND datname = current_database()",
        );
    }
    const deadline = Date.now() + 15_000;
    while ((await readHead(pool)) < 60 && Date.now() < deadline)
      await new Promise((done) => setTimeout(done, 50));
    await Promise.all([one.close(), two.close()]);
    const positions = (await log()).map(([position]) => position);
    expect(positions).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    const inOrder = new Map<unknown, number>();
    for (const [, stream, version] of await log()) {
      expect(version).toBe((inOrder.get(stream) ?? 0) + 1);
      inOrder.set(stream, version as number);
    }
    expect(await findPosition(pool, ids[0]!)).toBe(1);
    expect(await findPosition(pool, randomUUID())).toBeUndefined();
  });
});

it('goes on at once after a move that was full, for there is more', async () => {
  await pool.query(`
    INSERT INTO pending (id, stream, version, type, schema_version, key, partition, data, meta)
    SELECT gen_random_uuid(), 's', n, 'T', 1, 'k', 0, '{}', '{}' FROM generate_series(1, 15000) n`);
  const moves: { events: number; head: number; seconds: number; at: number }[] = [];
  const started = performance.now();
  const sequencer = startSequencer({
    url: test.url,
    onMoved: (events, head, seconds) => moves.push({ events, head, seconds, at: performance.now() }),
    onError: () => undefined,
  });
  while (moves.length < 3) await new Promise((done) => setTimeout(done, 20));
  await sequencer.close();
  expect(moves.map(({ events, head }) => [events, head])).toEqual([
    [5000, 5000],
    [5000, 10_000],
    [5000, 15_000],
  ]);
  // Not the whole time, which depends on the machine, but the time without a move: a look waits for a second.
  const between = (moves[2]!.at - moves[0]!.at) / 1000 - moves[1]!.seconds - moves[2]!.seconds;
  expect(between).toBeLessThan(0.7);
  const told = moves.reduce((sum, { seconds }) => sum + seconds, 0);
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan((moves[2]!.at - started) / 1000);
});

/** How often a sequencer has looked for something to move since, by the statements of all clients. */
function countLooks() {
  const query = pgModule.Client.prototype.query as (...args: unknown[]) => unknown;
  let looks = 0;
  pgModule.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    if ((args[0] as pg.QueryConfig)?.name === 'move-pending') looks += 1;
    return query.apply(this, args);
  } as typeof pgModule.Client.prototype.query;
  return {
    count: () => looks,
    async after(done: number) {
      while (looks <= done) await new Promise((next) => setTimeout(next, 5));
    },
    stop() {
      pgModule.Client.prototype.query = query as typeof pgModule.Client.prototype.query;
    },
  };
}

it('looks once a second while nothing comes', async () => {
  const looks = countLooks();
  const started = performance.now();
  const sequencer = startSequencer({ url: test.url, onError: () => undefined });
  await looks.after(0);
  await new Promise((done) => setTimeout(done, 500));
  // It also looks when it has begun to listen.
  expect(looks.count()).toBeLessThan(4 + (performance.now() - started) / 1000);
  await sequencer.close();
  looks.stop();
});

it.each([
  ['it is woken', false],
  ['it hears that something was stored', true],
])('looks at once when %s', async (_, isHeard) => {
  const [errors, moves]: [Error[], number[]] = [[], []];
  const looks = countLooks();
  const sequencer = startSequencer({
    url: test.url,
    onError: (error) => errors.push(error),
    onMoved: (events) => moves.push(events),
  });
  // It looks when it has begun to listen, and once a second: after four there was one that nothing else called for.
  await looks.after(3);
  const started = performance.now();
  for (let i = 0; i < 6; i += 1) {
    const before = looks.count();
    if (isHeard) await pool.query("SELECT pg_notify($1, '')", [channels.pending]);
    else sequencer.wake();
    await looks.after(before);
  }
  // Six looks by the clock take six seconds.
  expect(performance.now() - started).toBeLessThan(4000);
  await sequencer.close();
  looks.stop();
  expect([moves, errors]).toEqual([[], []]);
});

it('moves also where nobody wants to be told', async () => {
  const errors: Error[] = [];
  const sequencer = startSequencer({ url: test.url, onError: (error) => errors.push(error) });
  await store(pool, 'untold', 0);
  while ((await readHead(pool)) < 1) await new Promise((done) => setTimeout(done, 5));
  await sequencer.close();
  expect(errors).toEqual([]);
});

it('is closed only when the move that is under way has ended', async () => {
  const holder = await connect();
  await store(pool, 'a', 0);
  await holder.query('BEGIN');
  await holder.query('SELECT FROM pending FOR UPDATE');
  const heads: number[] = [];
  const sequencer = startSequencer({
    url: test.url,
    onMoved: (_, head) => heads.push(head),
    onError: () => undefined,
  });
  await waitForLocks(pool, 1);
  let isClosed = false;
  const closing = sequencer.close().then(() => (isClosed = true));
  const countListeners = async () =>
    (
      await pool.query(
        `SELECT FROM pg_stat_activity
         WHERE application_name = 'rapporteur-listen' AND datname = current_database()`,
      )
    ).rowCount;
  while ((await countListeners()) !== 0) await new Promise((done) => setTimeout(done, 10));
  await new Promise((done) => setTimeout(done, 50));
  expect([isClosed, sequencer.isLeader, heads]).toEqual([false, true, []]);
  await holder.query('COMMIT');
  await closing;
  expect([sequencer.isLeader, heads, await readHead(pool)]).toEqual([false, [1], 1]);
});

it('moves events by their key, also by a plan that was made while none was there', async () => {
  const nodes = await explainGeneric(pool, movePending);
  const reads = nodes.filter((node) => node['Relation Name'] === 'pending').map((node) => node['Node Type']);
  expect(reads).not.toContain('Seq Scan');
  expect(reads).toContain('Bitmap Heap Scan');
});
