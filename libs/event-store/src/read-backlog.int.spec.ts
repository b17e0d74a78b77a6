/** The figures for monitoring: each counts what waits, and is 0 when nothing waits. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, reverseRows, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { storeUnchecked } from './append-queue.js';
import { partitionOf } from './partition.js';
import { movePlaces, takeLeases } from './places.js';
import { readBacklog } from './read-backlog.js';
import { moveOnce, takeEpoch } from './sequencer.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
beforeEach(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterEach(async () => {
  await source.destroy();
  await test.drop();
});

/** Appends one event to a stream of each key, recorded so many seconds ago. */
const append = (keys: readonly string[], secondsAgo: number) =>
  storeUnchecked(
    pool,
    keys.map((key) => ({
      stream: `s/${key}/${randomUUID()}`,
      expectedVersion: 0,
      events: [
        {
          id: randomUUID(),
          type: 'Any',
          schemaVersion: 1,
          key,
          data: {},
          meta: { recordedAt: new Date(Date.now() - secondsAgo * 1000).toISOString() },
        },
      ],
    })),
  );

async function sequence(): Promise<void> {
  const client = await pool.connect();
  try {
    await moveOnce(client, await takeEpoch(client));
  } finally {
    client.release();
  }
}

/** Moves the place of a key's partition on, as an aggregator would. */
async function apply(key: string, position: number): Promise<void> {
  const client = await pool.connect();
  try {
    const leases = await takeLeases(client, 'tables', [partitionOf(key)]);
    await movePlaces(client, leases, new Map([[partitionOf(key), position]]));
  } finally {
    client.release();
  }
}

/** Within a margin above: the statement runs a little later than the event was made. */
const expectAge = (seconds: number, age: number) => {
  expect(seconds).toBeGreaterThanOrEqual(age - 0.1);
  expect(seconds).toBeLessThan(age + 20);
};

describe('the backlog', () => {
  it('is nothing in an empty store', async () => {
    expect(await readBacklog(pool, 'tables')).toEqual({
      head: 0,
      pending: 0,
      pendingSeconds: 0,
      relays: [],
      projections: [{ projection: 'tables', events: 0, seconds: 0 }],
      deadLetters: 0,
      oldestTransactionSeconds: 0,
    });
  });

  /** From here on rows are stored in reverse order, and no index is used. */
  const loseOrder = async () => {
    await reverseRows(pool, ['log', 'pending', 'relays', 'places']);
    await source.destroy();
    source = await openDatabase({ url: test.url });
    pool = poolOf(source);
  };

  it('is told of each relay and projection in order of name, of each from the first event that it lacks', async () => {
    await append(['SV'], 600);
    await append(['SV'], 400);
    await append(['GR'], 200);
    await sequence();
    await append(['SV'], 300);
    await append(['SV'], 100);
    await pool.query("INSERT INTO relays (topic, position) VALUES ('b', 3), ('a', 1), ('c', 0)");
    await pool.query("INSERT INTO places (projection, partition) SELECT 'other', generate_series(0, 11)");
    await apply('GR', 3);
    for (const turn of [loseOrder, loseOrder]) {
      await turn();
      const { relays, projections, pendingSeconds } = await readBacklog(pool);
      expect(relays.map(({ topic, events }) => [topic, events])).toEqual([
        ['a', 2],
        ['b', 0],
        ['c', 3],
      ]);
      expectAge(relays[0]!.seconds, 400);
      expect(projections.map(({ projection, events }) => [projection, events])).toEqual([
        ['other', 3],
        ['tables', 3],
      ]);
      projections.forEach(({ seconds }) => expectAge(seconds, 600));
      expectAge(pendingSeconds, 300);
    }
  });

  it('of the sequencer is what is pending, as old as its oldest event', async () => {
    await append(['SV'], 300);
    await append(['GR', 'CN'], 5);
    const before = await readBacklog(pool);
    expect(before.pending).toBe(3);
    expectAge(before.pendingSeconds, 300);
    await sequence();
    expect(await readBacklog(pool)).toMatchObject({ head: 3, pending: 0, pendingSeconds: 0 });
  });

  it('of a relay and of a projection counts from the first event that each lacks', async () => {
    expect(partitionOf('SV')).not.toBe(partitionOf('GR'));
    await append(['SV'], 600);
    await append(['GR'], 400);
    await append(['SV'], 200);
    await sequence();
    await pool.query("INSERT INTO relays (topic, position) VALUES ('t', 2)");
    await apply('SV', 3);
    const { relays, projections } = await readBacklog(pool);
    expect(relays).toMatchObject([{ topic: 't', events: 1 }]);
    expectAge(relays[0]!.seconds, 200);
    // All of SV is applied, but GR's one event at position 2 is not.
    expect(projections).toMatchObject([{ projection: 'tables', events: 2 }]);
    expectAge(projections[0]!.seconds, 400);
    await apply('GR', 2);
    expect((await readBacklog(pool)).projections).toEqual([{ projection: 'tables', events: 0, seconds: 0 }]);
  });

  it('shows the oldest open transaction but its own, and dead letters where it is told of tables', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT pg_sleep(1.1)');
    const later = await pool.connect();
    await later.query('BEGIN; SELECT');
    expectAge((await readBacklog(pool)).oldestTransactionSeconds, 1.1);
    for (const each of [client, later]) {
      await each.query('COMMIT');
      each.release();
    }
    expect((await readBacklog(pool)).oldestTransactionSeconds).toBe(0);
    await pool.query("INSERT INTO tables.dead_letters (position, stream, reason) VALUES (1, 's', 'r')");
    expect((await readBacklog(pool, 'tables')).deadLetters).toBe(1);
    expect((await readBacklog(pool)).deadLetters).toBeUndefined();
  });

  it('is never below zero when the clock of ingest is ahead', async () => {
    await append(['SV'], -60);
    expect((await readBacklog(pool)).pendingSeconds).toBe(0);
  });
});
