/** A draft: saved by whoever has its version, seen by all who have it open, ended for ever; and its entities. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { entitiesOn, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { forgetBytes } from '../documents/forget-bytes.js';
import { draftEntities } from './entities.js';
import { noteWindow, readDraft, saveDraft } from './keep-draft.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
const document = 'a'.repeat(64);
const keyOf = (respondent: string) => ({ document, collection: 'c', round: '2008', respondent });
const coder = (id: string, name: string) => ({ id, name, shownAs: 'desk officer' });
const [ana, ben] = [coder('ana', 'Ana'), coder('ben', 'Ben')];
const by = ({ id, name }: typeof ana) => ({ id, name });

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

it('the entities match the tables that the migration made', async () => {
  const { dataSource } = await entitiesOn(pool, draftEntities);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

it('is saved by whoever has its version, and by nobody else', async () => {
  const key = keyOf('SV');
  await saveDraft(pool, key, { version: 0, tab: 't1', content: { n: 1 } }, ana);
  const late = saveDraft(pool, key, { version: 0, tab: 't2', content: { n: 2 } }, ben);
  await expect(late).rejects.toMatchObject({ options: { status: 409, code: 'draft-changed' } });
  // Also where one person has two windows.
  const again = saveDraft(pool, key, { version: 0, tab: 't3', content: { n: 3 } }, ana);
  await expect(again).rejects.toMatchObject({ options: { code: 'draft-changed' } });
  await saveDraft(pool, key, { version: 1, tab: 't2', content: { n: 2 } }, ben);
  expect(await readDraft(pool, key)).toMatchObject({
    ...{ version: 2, content: { n: 2 }, changed: { by: by(ben) }, sent: [] },
  });
});

it('is read for its own reply, and nothing of another', async () => {
  const [own, other] = [keyOf('AT'), keyOf('BE')];
  await saveDraft(pool, other, { version: 0, tab: 't1', content: { n: 9 } }, ben);
  expect(await readDraft(pool, own)).toMatchObject({ version: 0, content: null, sent: [] });
  await saveDraft(pool, own, { version: 0, tab: 't1', content: { n: 1 } }, ana);
  expect(await readDraft(pool, own)).toMatchObject({ version: 1, content: { n: 1 } });
  expect(await readDraft(pool, other)).toMatchObject({ version: 1, content: { n: 9 } });
});

it('of several who save at once one alone is taken', async () => {
  const key = keyOf('GR');
  const race = async (version: number) => {
    const all = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) =>
        saveDraft(pool, key, { version, tab: `t${i}`, content: { i } }, i % 2 === 0 ? ana : ben),
      ),
    );
    return all.filter(({ status }) => status === 'fulfilled').length;
  };
  expect([await race(0), await race(1)]).toEqual([1, 1]);
});

it('shows who has it open, until they have not said so for half a minute', async () => {
  const key = keyOf('PE');
  await noteWindow(pool, key, 't1', ana);
  const names = async () => (await noteWindow(pool, key, 't2', ben)).here.map(({ name, tab }) => name + tab);
  expect(await names()).toEqual(['Anat1', 'Bent2']);
  await pool.query("UPDATE draft_windows SET seen_at = now() - interval '31 seconds' WHERE tab = 't1'");
  expect(await names()).toEqual(['Bent2']);
});

it('waits for nobody who has a closed window locked, as another request that ends it does', async () => {
  const key = keyOf('HR');
  await noteWindow(pool, key, 'old', ana);
  await pool.query("UPDATE draft_windows SET seen_at = now() - interval '31 seconds' WHERE tab = 'old'");
  const other = await pool.connect();
  try {
    await other.query("BEGIN; SELECT FROM draft_windows WHERE tab = 'old' FOR UPDATE");
    const saved = await saveDraft(pool, key, { version: 0, tab: 'new', content: { n: 1 } }, ben);
    expect(saved.here.map(({ tab }) => tab)).toEqual(['new']);
  } finally {
    await other.query('ROLLBACK');
    other.release();
  }
}, 15_000);

it('that was sent is gone, with its counts kept, and a window that was open cannot write over the next', async () => {
  const key = keyOf('LV');
  await saveDraft(pool, key, { version: 0, tab: 't', content: { n: 1 } }, ana);
  const counts = { taken: 4, changed: 1, dismissed: 2, own: 3 };
  await saveDraft(pool, key, { version: 1, tab: 't', content: null, sent: { version: 1, ...counts } }, ana);
  expect(await readDraft(pool, key)).toMatchObject({
    ...{ version: 2, content: null, sent: [{ version: 1, ...counts, by: by(ana) }] },
  });
  await saveDraft(pool, key, { version: 2, tab: 't', content: { n: 9 } }, ana);
  const old = saveDraft(pool, key, { version: 1, tab: 'u', content: { n: 1 } }, ben);
  await expect(old).rejects.toMatchObject({ options: { code: 'draft-changed' } });
});

it('goes with the document that it quotes, and cannot be saved after', async () => {
  const key = keyOf('SV');
  await forgetBytes(pool, document);
  expect(await readDraft(pool, key)).toMatchObject({ version: 0, content: null });
  const saving = saveDraft(pool, key, { version: 0, tab: 't', content: { n: 1 } }, ana);
  await expect(saving).rejects.toMatchObject({ options: { status: 410, code: 'document-removed' } });
});
