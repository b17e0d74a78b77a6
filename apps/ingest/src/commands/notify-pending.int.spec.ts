/**
 * The notification that events are pending: sent at least once after each call, one at a time; a failure is no
 * error.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { notifyPending } from './notify-pending.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(() => test.drop());

it('is heard after each call, and calls that come at once share one', async () => {
  const listener = await pool.connect();
  await listener.query('LISTEN rapporteur_pending');
  let heard = 0;
  listener.on('notification', () => (heard += 1));
  const until = async (least: number) => {
    const deadline = Date.now() + 10_000;
    while (heard < least && Date.now() < deadline) await new Promise((done) => setTimeout(done, 5));
    return heard;
  };
  const notify = notifyPending(pool);
  notify();
  expect(await until(1)).toBe(1);
  // It was heard before its sender knows that it was sent; until then, further calls would be of it.
  await new Promise((done) => setTimeout(done, 200));
  for (let i = 0; i < 100; i += 1) notify();
  expect(await until(3)).toBe(3);
  await new Promise((done) => setTimeout(done, 50));
  expect(heard).toBe(3);
  notify();
  expect(await until(4)).toBe(4);
  listener.release(true);
});

it('fails for nobody where the database is away', async () => {
  await source.destroy();
  const notify = notifyPending(pool);
  notify();
  await new Promise((done) => setTimeout(done, 20));
  notify();
});
