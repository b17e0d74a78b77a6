/** Reading the log: in parts that fit into memory, and what the log has at a position. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { storeAppends } from './append-queue.js';
import { findLogged, readLog } from './read-events.js';
import { moveOnce, takeEpoch } from './sequencer.js';

let test: TestDatabase;
let source: DataSource;
let pool: pg.Pool;
const ids = Array.from({ length: 5 }, () => randomUUID());

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  await storeAppends(
    pool,
    ids.map((id, i) => ({
      stream: `s${i}`,
      expectedVersion: 0,
      // PostgreSQL cannot make it shorter by much.
      events: [
        {
          id,
          type: 'T',
          schemaVersion: 1,
          key: 'k',
          meta: {},
          data: { text: randomBytes(3_000_000).toString('base64') },
        },
      ],
    })),
  );
  const client = await pool.connect();
  await moveOnce(client, await takeEpoch(client));
  client.release();
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

it('ends a read early where events are long, and goes on from there to the end', async () => {
  const parts: number[][] = [];
  for (let after = 0; ; after = parts.at(-1)!.at(-1)!) {
    const events = await readLog(pool, after, 100);
    if (events.length === 0) break;
    parts.push(events.map(({ position }) => position));
  }
  expect(parts).toEqual([[1, 2], [3, 4], [5]]);
  expect((await readLog(pool, 0, 1)).map(({ position }) => position)).toEqual([1]);
});

it('tells where the log has which event, whatever is asked', async () => {
  const [first, second] = ids;
  expect(await findLogged(pool, [1, 2, 2, 9, 3], [first!, first!, second!, first!, 'no uuid'])).toEqual(
    new Set([1, 2]),
  );
  expect(await findLogged(pool, [], [])).toEqual(new Set());
});
