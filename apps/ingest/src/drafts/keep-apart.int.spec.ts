/** Two people code a letter apart: neither sees the other's until both are done, and then one of both is taken. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { readApart, saveApart, takeApart } from './keep-apart.js';
import { readDraft, saveDraft } from './keep-draft.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
const document = 'b'.repeat(64);
const keyOf = (respondent: string) => ({ document, collection: 'c', round: '2008', respondent });
const coder = (id: string) => ({ id, name: id.toUpperCase(), shownAs: 'desk officer' });
const [ana, ben, eva] = [coder('ana'), coder('ben'), coder('eva')];
const said = (version: number, n: number, isDone = false) => ({ version, content: { n }, isDone });

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  await pool.query('INSERT INTO kept_files (file, bytes) VALUES ($1, 1)', [document]);
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

it('shows each only their own until both are done, and then both to both', async () => {
  const key = keyOf('SV');
  await saveApart(pool, key, said(0, 1), ana);
  const second = await saveApart(pool, key, said(0, 2, true), ben);
  expect(second).toEqual({
    ...{ version: 1, isDone: true, content: { n: 2 }, drafts: null },
    coders: [
      { id: 'ana', name: 'ANA', isDone: false },
      { id: 'ben', name: 'BEN', isDone: true },
    ],
  });
  // Who is done may go on as long as the other is not.
  await saveApart(pool, key, said(1, 3, true), ben);
  await expect(takeApart(pool, key, { coder: 'ben', version: 0 }, ana)).rejects.toMatchObject({
    options: { code: 'not-both-done' },
  });
  const both = await saveApart(pool, key, said(1, 1, true), ana);
  expect(both.drafts).toEqual([
    { by: { id: 'ana', name: 'ANA' }, content: { n: 1 } },
    { by: { id: 'ben', name: 'BEN' }, content: { n: 3 } },
  ]);
  expect((await readApart(pool, key, eva)).drafts).toEqual(both.drafts);
  await expect(saveApart(pool, key, said(2, 9, true), ana)).rejects.toMatchObject({
    options: { status: 409, code: 'both-are-done' },
  });
});

it('makes one of both the draft that is sent, with its own coder, and both end with that', async () => {
  const key = keyOf('SV');
  await saveDraft(pool, key, { version: 0, tab: 't', content: { n: 7 } }, eva);
  await expect(takeApart(pool, key, { coder: 'ben', version: 0 }, ana)).rejects.toMatchObject({
    options: { code: 'draft-changed' },
  });
  expect(await takeApart(pool, key, { coder: 'ben', version: 1 }, ana)).toMatchObject({ version: 2 });
  expect(await readDraft(pool, key)).toMatchObject({ content: { n: 3 }, version: 2 });
  const { rows } = await pool.query("SELECT coders FROM drafts WHERE respondent = 'SV'");
  expect(rows).toEqual([{ coders: [ben] }]);
  const counts = { taken: 0, changed: 0, dismissed: 0, own: 1 };
  await saveDraft(pool, key, { version: 2, tab: 't', content: null, sent: { version: 1, ...counts } }, ana);
  expect(await readApart(pool, key, ana)).toMatchObject({ coders: [], version: 0, content: null });
});

it('is of two at most, and of one window of each', async () => {
  const key = keyOf('PE');
  const race = await Promise.allSettled([ana, ben, eva].map((who) => saveApart(pool, key, said(0, 1), who)));
  expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(race.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { options: { status: 409, code: 'coded-by-two' } },
  });
  const late = keyOf('LV');
  await saveApart(pool, late, said(0, 1), ana);
  await expect(saveApart(pool, late, said(0, 2), ana)).rejects.toMatchObject({
    options: { code: 'draft-changed' },
  });
});

it('of two who say at once that they are done, the second waits and sees what the first coded', async () => {
  const key = keyOf('GR');
  await saveApart(pool, key, said(0, 1), ana);
  await saveApart(pool, key, said(0, 2), ben);
  const other = await pool.connect();
  try {
    await other.query(`BEGIN; SELECT FROM kept_files WHERE file = '${document}' FOR NO KEY UPDATE;
      UPDATE apart_drafts SET is_done = true, content = '{"n":5}' WHERE respondent = 'GR' AND coder = 'ana'`);
    const saving = saveApart(pool, key, said(1, 2, true), ben);
    const waits = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%kept_files%NO KEY UPDATE%'
      AND datname = current_database()`;
    while ((await pool.query(waits)).rowCount === 0) await sleep(5);
    await other.query('COMMIT');
    expect((await saving).drafts).toMatchObject([{ content: { n: 5 } }, { content: { n: 2 } }]);
  } finally {
    other.release();
  }
}, 15_000);
