/** Appending against a real PostgreSQL: versions, idempotency keys, batches, connections interleaved. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toNewEvent, type DomainEvent } from '@rapporteur/domain';
import { isDatabaseAway, openDatabase, openPlannedPool, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, Proxy, waitForLocks, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { makeAppendQueue, storeAppends, type Append } from './append-queue.js';
import { readStream } from './read-events.js';
import { partitionOf } from './partition.js';
import { moveOnce, takeEpoch } from './sequencer.js';
import { appendEvent, appendEvents } from './sql/append-events.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url, poolSize: 20 });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const meta = { recordedBy: 't', recordedAt: '2008-02-01T00:00:00Z', correlationId: 'c', causationId: 'r' };
const withdrawn = (respondent: string): DomainEvent => ({
  type: 'ReplyWithdrawn',
  data: {
    collection: 'c',
    round: '2008',
    respondent,
    receivedOn: '2008-01-20',
    receivedPrecision: 'on',
    late: null,
    reason: 'sent by mistake',
    reference: null,
  },
});
const append = (stream: string, expectedVersion: number, key?: string, n = 1): Append => ({
  stream,
  expectedVersion,
  events: Array.from({ length: n }, () => toNewEvent(withdrawn(stream), randomUUID(), meta)),
  ...(key ? { request: { key, fingerprint: 'f', status: 201, answer: { key } } } : {}),
});
const versions = async (stream: string) => (await readStream(pool, stream)).map(({ version }) => version);

/** One append is stored by a statement of its own, and by another beside others: how many of it were stored. */
const forms: [string, (one: Append) => Promise<number>][] = [
  ['alone', async (one) => (await storeAppends(pool, [one])).size],
  [
    'beside another',
    async (one) => (await storeAppends(pool, [append(`beside-${randomUUID()}`, 0), one])).size - 1,
  ],
];

describe.each(forms)('an append %s', (form, store) => {
  it('is one of those that race for the same version, of which one is stored', async () => {
    const race = `race ${form}`;
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => store(append(race, 0))));
    expect(outcomes.toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(await versions(race)).toEqual([1]);
    expect(await Promise.all([store(append(race, 2)), store(append(`${race} 2`, 1))])).toEqual([0, 0]);
    expect(await store(append(race, 1))).toBe(1);
    expect(await versions(race)).toEqual([1, 2]);
  });

  it('takes an idempotency key once, and leaves the key free when the version was refused', async () => {
    const [k1, k2, first, second] = ['k1', 'k2', 'key-1', 'key-2'].map((name) => `${name} ${form}`);
    expect(await store(append(k1!, 0, first))).toBe(1);
    expect(await store(append(k2!, 0, first))).toBe(0);
    expect(await versions(k2!)).toEqual([]);
    expect(await store(append(k1!, 0, second))).toBe(0);
    expect(await store(append(k1!, 1, second))).toBe(1);
    const { rows } = await pool.query('SELECT fingerprint, status, answer FROM requests WHERE key = $1', [
      first,
    ]);
    expect(rows).toEqual([{ fingerprint: 'f', status: 201, answer: { key: first } }]);
  });

  it('is kept as it was sent', async () => {
    const one = append(`kept ${form}`, 0);
    expect(await store(one)).toBe(1);
    const { rows } = await pool.query(
      `SELECT id, stream, version, type, schema_version AS "schemaVersion", key, partition, data, meta FROM pending
       WHERE stream = $1`,
      [one.stream],
    );
    const event = one.events[0]!;
    expect(rows).toEqual([{ ...event, stream: one.stream, version: 1, partition: partitionOf(event.key) }]);
  });
});

describe('storing appends', () => {
  it('stores each whole or not at all, and the others of the batch beside a refused one', async () => {
    const first = await storeAppends(pool, [append('s1', 0, undefined, 2), append('s2', 0)]);
    expect([...first].sort()).toEqual(['s1', 's2']);
    const second = await storeAppends(pool, [append('s1', 1), append('s2', 1), append('s3', 4)]);
    expect([...second]).toEqual(['s2']);
    expect(await versions('s1')).toEqual([1, 2]);
    expect(await versions('s2')).toEqual([1, 2]);
    expect(await versions('s3')).toEqual([]);
  });

  it('gives events their turn in the order in which they were sent, however the statement is planned', async () => {
    const client = await pool.connect();
    for (const [i, plan] of ['hash', 'merge'].entries()) {
      const other = plan === 'hash' ? 'merge' : 'hash';
      await client.query(
        `SET enable_nestloop = off; SET enable_${other}join = off; SET enable_${plan}join = on`,
      );
      const [z, a] = [`turn-z-${i}`, `turn-a-${i}`];
      await storeAppends(client, [append(z, 0, undefined, 3), append(a, 0, undefined, 2)]);
      const { rows } = await client.query(
        'SELECT stream, version FROM pending WHERE stream = ANY ($1) ORDER BY seq',
        [[z, a]],
      );
      expect(rows.map(({ stream, version }) => `${stream} ${version}`)).toEqual([
        ...[`${z} 1`, `${z} 2`, `${z} 3`, `${a} 1`, `${a} 2`],
      ]);
    }
    client.release(true);
  });

  it('waits for a transaction that holds the stream, then refuses what it overtook', async () => {
    const holder = await pool.connect();
    await holder.query('BEGIN');
    await storeAppends(holder, [append('held', 0)]);
    const later = storeAppends(pool, [append('held', 0)]);
    const other = await storeAppends(pool, [append('free', 0)]);
    expect(other.size).toBe(1);
    await holder.query('COMMIT');
    holder.release();
    expect((await later).size).toBe(0);
    expect(await versions('held')).toEqual([1]);
  });
});

it('locks streams in one order, whatever order they are asked for in, so that none waits for another in a ring', async () => {
  const [a, b, c] = ['ring-a', 'ring-b', 'ring-c'];
  await storeAppends(
    pool,
    [a, b, c].map((stream) => append(stream!, 0)),
  );
  const holder = await pool.connect();
  await holder.query('BEGIN');
  await storeAppends(holder, [append(a!, 1)]);
  const stored = (...streams: (string | undefined)[]) =>
    storeAppends(
      pool,
      streams.map((stream) => append(stream!, 1)),
    ).then(({ size }) => size, String);
  const first = stored(c, a, b);
  await waitForLocks(pool, 1);
  const second = stored(b, c);
  await Promise.race([second, waitForLocks(pool, 2)]);
  await holder.query('ROLLBACK');
  holder.release();
  expect([await first, await second]).toEqual([1, 2]);
});

describe('the append queue', () => {
  it('shares commits, stores every append once, and keeps the order of one stream', async () => {
    let commits = 0;
    const queue = makeAppendQueue(pool, () => (commits += 1));
    for (const key of [undefined, 'shared']) {
      commits = 0;
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, (_, i) => queue.append(append(`q${key}${i}`, 0, key && `${key}-${i}`))),
      );
      expect(outcomes.every((outcome) => outcome === 'stored')).toBe(true);
      expect(commits).toBeLessThan(100);
    }
    const many = Array.from({ length: 50 }, (_, version) => version);
    const same = await Promise.all(many.map((version) => queue.append(append('one', version))));
    expect(same.every((outcome) => outcome === 'stored')).toBe(true);
    expect(await versions('one')).toEqual(many.map((version) => version + 1));
  });

  it('takes a thousand events to a commit, and an append that holds more by itself', async () => {
    const commits: number[] = [];
    const queue = makeAppendQueue(pool, (stored) => commits.push(stored));
    const sizes = [600, 400, 2500, 300, 300, 300, 200];
    const outcomes = await Promise.all(
      sizes.map((n, i) => queue.append(append(`large-${i}`, 0, undefined, n))),
    );
    expect(outcomes).toEqual(sizes.map(() => 'stored'));
    expect(commits.reduce((sum, stored) => sum + stored, 0)).toBe(sizes.length);
    expect(commits.sort()).toEqual([1, 2, 4]);
    for (const [i, n] of sizes.entries()) expect(await versions(`large-${i}`)).toHaveLength(n);
  });

  it('writes in two lanes: what comes while both wait is stored once one is free, and is counted until then', async () => {
    const holders = await Promise.all(
      ['lane-1', 'lane-2'].map(async (stream) => {
        const holder = await pool.connect();
        await holder.query('BEGIN');
        await storeAppends(holder, [append(stream, 0)]);
        return holder;
      }),
    );
    const commits: [number, number][] = [];
    const queue = makeAppendQueue(pool, (stored, seconds) => commits.push([stored, seconds]));
    const first = queue.append(append('lane-1', 0));
    await waitForLocks(pool, 1);
    const second = queue.append(append('lane-2', 0));
    await waitForLocks(pool, 2);
    const third = queue.append(append('lane-3', 0));
    const same = queue.append(append('lane-1', 1));
    await new Promise((done) => setImmediate(() => setImmediate(done)));
    expect(queue.depth).toBe(4);
    expect(await versions('lane-3')).toEqual([]);
    for (const holder of holders) {
      await holder.query('ROLLBACK');
      holder.release();
    }
    expect(await Promise.all([first, second, third, same])).toEqual(new Array(4).fill('stored'));
    expect(queue.depth).toBe(0);
    expect(commits.reduce((sum, [stored]) => sum + stored, 0)).toBe(4);
    // The first two waited in PostgreSQL; the time of the commit is told in seconds.
    for (const [, seconds] of commits) expect(seconds).toBeGreaterThan(0);
    expect(Math.max(...commits.map(([, seconds]) => seconds))).toBeLessThan(60);
    expect(await versions('lane-1')).toEqual([1, 2]);
  });

  it('stores what stands beside an append that PostgreSQL refuses', async () => {
    const queue = makeAppendQueue(pool, () => undefined);
    const bad = { ...append('bad', 0), events: [{ ...append('bad', 0).events[0]!, id: 'no uuid' }] };
    const outcomes = await Promise.allSettled([queue.append(append('good', 0)), queue.append(bad)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await versions('good')).toEqual([1]);
    expect(await versions('bad')).toEqual([]);
  });

  it('keeps the order of a stream where what stood beside it was refused and it is tried alone', async () => {
    const other = await pool.connect();
    await other.query('BEGIN');
    await storeAppends(other, [append('after-bad', 0)]);
    const queue = makeAppendQueue(pool, () => undefined);
    const bad = { ...append('bad-first', 0), events: [{ ...append('x', 0).events[0]!, id: 'no uuid' }] };
    const outcomes = Promise.allSettled([
      queue.append(bad),
      queue.append(append('after-bad', 0)),
      queue.append(append('after-bad', 1)),
    ]);
    await waitForLocks(pool, 1);
    expect(queue.depth).toBe(2);
    await other.query('ROLLBACK');
    other.release();
    expect(await outcomes).toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled', value: 'stored' },
      { status: 'fulfilled', value: 'stored' },
    ]);
    expect(await versions('after-bad')).toEqual([1, 2]);
  });

  it('stores the first of two of one key, and refuses the second, each in a commit of its own', async () => {
    const commits: number[] = [];
    const queue = makeAppendQueue(pool, (stored) => commits.push(stored));
    const outcomes = await Promise.all([0, 1].map((i) => queue.append(append(`twice-${i}`, 0, 'twice'))));
    expect(outcomes).toEqual(['stored', 'refused']);
    expect(commits).toEqual([1, 0]);
    expect([await versions('twice-0'), await versions('twice-1')]).toEqual([[1], []]);
  });

  it.each([
    ['COMMIT', 'refused'],
    ['ROLLBACK', 'stored'],
  ])('that meets a key which another process is using, %s, is %s', async (end, outcome) => {
    const key = `raced-${end}`;
    const other = await pool.connect();
    await other.query('BEGIN');
    await storeAppends(other, [append(`${key}-first`, 0, key)]);
    const queue = makeAppendQueue(pool, () => undefined);
    const appending = queue.append(append(`${key}-second`, 0, key));
    await waitForLocks(pool, 1);
    await other.query(end);
    other.release();
    expect(await appending).toBe(outcome);
    expect(await versions(`${key}-second`)).toEqual(outcome === 'stored' ? [1] : []);
  });

  it('that meets such a key when it is tried alone, for what stood beside it, is refused as well', async () => {
    const other = await pool.connect();
    await other.query('BEGIN');
    await storeAppends(other, [append('alone-first', 0, 'alone')]);
    const queue = makeAppendQueue(pool, () => undefined);
    const bad = { ...append('bad-beside', 0), events: [{ ...append('x', 0).events[0]!, id: 'no uuid' }] };
    const appending = Promise.allSettled([
      queue.append(bad),
      queue.append(append('alone-second', 0, 'alone')),
    ]);
    await waitForLocks(pool, 1);
    await other.query('COMMIT');
    other.release();
    expect(await appending).toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled', value: 'refused' },
    ]);
  });

  it('gives an append up that fails however often it is tried, and says why', async () => {
    const queue = makeAppendQueue(pool, () => undefined);
    const first = append('same-id-1', 0);
    await queue.append(first);
    await expect(queue.append({ ...first, stream: 'same-id-2' })).rejects.toMatchObject({ code: '23505' });
    expect([await versions('same-id-2'), queue.depth]).toEqual([[], 0]);
  });
});

it('lanes whose connections go dark are given back: their appends fail as away, and the next are stored', async () => {
  const url = new URL(test.url);
  const link = await Proxy.open(Number(url.port));
  url.port = String(link.port);
  const behind = openPlannedPool(url.href, 3, 'behind', 500);
  const queue = makeAppendQueue(behind, () => undefined);
  // One after the other, so that each gets a lane of its own.
  const appendTwo = async (version: number) => {
    const first = queue.append(append('dark1', version));
    await new Promise((done) => setImmediate(() => setImmediate(done)));
    return Promise.allSettled([first, queue.append(append('dark2', version))]);
  };
  const stored = { status: 'fulfilled', value: 'stored' };
  expect(await appendTwo(0)).toEqual([stored, stored]);
  link.darken();
  const failed = await appendTwo(1);
  expect(failed.map((one) => one.status === 'rejected' && isDatabaseAway(one.reason))).toEqual([true, true]);
  expect(queue.depth).toBe(0);
  expect(await appendTwo(1)).toEqual([stored, stored]);
  await behind.end();
  await link.close();
});

describe('the plan of an append', () => {
  it.each([
    ['many', appendEvents],
    ['one', appendEvent],
  ])(
    'of %s goes by the indexes of streams and keys, though it is made while these tables are small and kept',
    async (_, statement) => {
      // A database of its own, whose tables nobody has looked through: what others stored may have been analysed meanwhile.
      const own = await createTestDatabase();
      const database = await openDatabase({ url: own.url });
      const { rows } = await poolOf(database).query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (GENERIC_PLAN) ${statement}`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      await database.destroy();
      await own.drop();
      expect(plan).toMatch(/Index .*Scan using streams_pkey/);
      expect(plan).toMatch(/Index .*Scan using requests_pkey/);
      expect(plan).not.toMatch(/Seq Scan on (requests|streams)/);
    },
  );
});

describe('the log', () => {
  it('refuses any change of what is in it', async () => {
    const client = await pool.connect();
    await storeAppends(client, [append('kept', 0)]);
    await moveOnce(client, await takeEpoch(client));
    client.release();
    for (const statement of ["UPDATE log SET data = '{}'", 'DELETE FROM log', 'TRUNCATE log'])
      await expect(pool.query(statement)).rejects.toThrow('events are for ever');
  });
});
