/** Before an import is answered, all of its events have positions and are in the tables. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { moveOnce, storeUnchecked, takeEpoch } from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { awaitPositions, awaitTables } from './await-positions.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
let client: pg.PoolClient;

beforeEach(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  client = await pool.connect();
});
afterEach(async () => {
  client.release();
  await database.destroy();
  await test.drop();
});

/** Stores an event that has no position yet. Out: its id. */
async function store(): Promise<string> {
  const event = { id: randomUUID(), type: 'T', schemaVersion: 1, key: 'k', data: {}, meta: {} };
  await storeUnchecked(pool, [{ stream: `reply/c/2008/${event.id}`, expectedVersion: 0, events: [event] }]);
  return event.id;
}
const move = () => inTransaction(pool, async (mover) => moveOnce(mover, await takeEpoch(mover)));

/** The result of a promise, or 'waits' if it has none yet after a time in which the database is asked several times. */
async function afterLooks<T>(waiting: Promise<T>): Promise<T | 'waits'> {
  return Promise.race([waiting, sleep(400, 'waits' as const)]);
}

describe('the positions of stored events', () => {
  it('are waited for until all have one, and the answer is the last of them', async () => {
    const first = await store();
    await move();
    const second = await store();
    const waiting = awaitPositions(client, [second, first]);
    expect(await afterLooks(waiting)).toBe('waits');
    await move();
    expect(await waiting).toBe(2);
  });

  it('are those of the events asked about, not of others that came after', async () => {
    const [first, second] = [await store(), await store()];
    await move();
    await store();
    await move();
    expect(await awaitPositions(client, [first, second])).toBe(2);
    expect(await awaitPositions(client, [first])).toBe(1);
    // Of none it is the head of the log.
    expect(await awaitPositions(client, [])).toBe(3);
  });
});

describe('the tables', () => {
  it('are waited for until they include the position itself', async () => {
    await store();
    await store();
    await move();
    const places = (position: number) =>
      pool.query("UPDATE places SET position = $1 WHERE projection = 'tables'", [position]);
    await places(1);
    const waiting = awaitTables(pool, 2);
    expect(await afterLooks(waiting.then(() => 'there'))).toBe('waits');
    await places(2);
    await waiting;
  });
});
