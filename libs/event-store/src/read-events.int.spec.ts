/** Reading the log: in parts that fit into memory, and what the log has at a position. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { storeUnchecked } from './append-queue.js';
import { partitionOf } from './partition.js';
import { findLogged, readLog, readPartition, type FeedEvent } from './read-events.js';
import { moveOnce, takeEpoch } from './sequencer.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
/** PostgreSQL compresses the first to much less, the second hardly; the third is stored as it is. */
const texts = [
  ...Array.from({ length: 40 }, () => 'x'.repeat(2_000_000)),
  ...Array.from({ length: 3 }, () => randomBytes(3_000_000).toString('base64')),
  ...Array.from({ length: 100 }, (_, i) => `short ${i}`),
];
const ids = texts.map(() => randomUUID());

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  await storeUnchecked(
    pool,
    texts.map((text, i) => ({
      stream: `s${i}`,
      expectedVersion: 0,
      events: [{ id: ids[i]!, type: 'T', schemaVersion: 1, key: 'k', meta: {}, data: { text } }],
    })),
  );
  const client = await pool.connect();
  await moveOnce(client, await takeEpoch(client));
  client.release();
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

it.each([
  ['the log', (after: number) => readLog(pool, after, 1000)],
  ['a partition', (after: number) => readPartition(pool, partitionOf('k'), after, texts.length, 1000)],
])('ends a read of %s early where events are long, and goes on from there to the end', async (_, read) => {
  const parts: FeedEvent[][] = [];
  for (let after = 0; ; after = parts.at(-1)!.at(-1)!.position) {
    const events = await read(after);
    if (events.length === 0) break;
    parts.push(events);
  }
  expect(parts.flat().map(({ position }) => position)).toEqual(texts.map((__, i) => i + 1));
  const sizes = parts.map((events) => events.reduce((sum, e) => sum + JSON.stringify(e.data).length, 0));
  expect(Math.max(...sizes)).toBeLessThan(64 * 1024 * 1024);
  expect(parts.at(-1)!.length).toBeGreaterThanOrEqual(100);
  expect((await readLog(pool, 0, 1)).map(({ position }) => position)).toEqual([1]);
});

it('tells where the log has which event, whatever is asked', async () => {
  const [first, second] = ids;
  const partition = partitionOf('k');
  const places = [
    { partition, position: 1, id: first! },
    { partition, position: 2, id: first! },
    { partition, position: 2, id: second! },
    { partition, position: 9, id: first! },
    { partition: partition + 1, position: 2, id: second! },
  ];
  expect(await findLogged(pool, places)).toEqual(new Set([0, 2]));
  expect(await findLogged(pool, [])).toEqual(new Set());
});
