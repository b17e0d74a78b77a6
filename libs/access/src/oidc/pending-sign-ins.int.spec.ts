/** A sign-in under way: ends once, in the browser that began it, within its time, and on whichever process. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { keepSignIn, takeSignIn } from './pending-sign-ins.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const pending = { nonce: 'n', verifier: 'v', returnTo: '/?page=round' };

it('is taken away once, of twenty that ask at once', async () => {
  const names = { state: 'state-1', browser: 'browser-1' };
  await keepSignIn(pool, names, pending);
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeSignIn(pool, names)));
  expect(taken.filter(Boolean)).toEqual([pending]);
});

it('is none of another browser, which leaves it where it is', async () => {
  const names = { state: 'state-2', browser: 'browser-2' };
  await keepSignIn(pool, names, pending);
  expect(await takeSignIn(pool, { ...names, browser: 'browser-1' })).toBeUndefined();
  expect(await takeSignIn(pool, { ...names, browser: '' })).toBeUndefined();
  expect(await takeSignIn(pool, { ...names, state: 'state-1' })).toBeUndefined();
  expect(await takeSignIn(pool, names)).toEqual(pending);
});

it('may be begun several times in one browser', async () => {
  const browser = 'browser-3';
  await keepSignIn(pool, { state: 'state-3', browser }, pending);
  await keepSignIn(pool, { state: 'state-4', browser }, { ...pending, returnTo: '/' });
  expect((await takeSignIn(pool, { state: 'state-4', browser }))!.returnTo).toBe('/');
  expect((await takeSignIn(pool, { state: 'state-3', browser }))!.returnTo).toBe('/?page=round');
});

it('ends after ten minutes, and leaves nothing behind', async () => {
  const names = { state: 'state-5', browser: 'browser-5' };
  await keepSignIn(pool, names, pending);
  await pool.query("UPDATE sign_ins SET until = until - interval '10 minutes'");
  expect(await takeSignIn(pool, names)).toBeUndefined();
  await keepSignIn(pool, { state: 'state-6', browser: 'b' }, pending);
  const { rows } = await pool.query('SELECT state, browser FROM sign_ins');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('state-6');
});
