/** When tables of another version are rebuilt, who is told, and what happens where somebody rebuilds them by hand. */
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { locks, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { store, toEvents } from '../samples/random-histories.js';
import { liveSchema, tablesVersion } from '../tables/create-tables.js';
import { readTablesVersion, rebuildOutdated } from './rebuild-outdated.js';
import { rebuildTables, RebuildUnderWay } from './rebuild.js';

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

const said = {
  ...{ collection: 'c', round: '2008', respondent: 'SV', day: 0, kind: 'say' as const, complete: false },
  ...{ figures: [], retracted: [] },
};
/** Two events of one stream, and tables of the version before. */
beforeEach(async () => {
  await store(pool, toEvents([said, said]));
  await pool.query(`UPDATE ${liveSchema}.made_for SET version = ${tablesVersion - 1}`);
});

it('tables of an earlier version are rebuilt once, and that is told before', async () => {
  const told: number[][] = [];
  const phases = new Set<string>();
  const options = {
    onOutdated: (...versions: number[]) => told.push(versions),
    onProgress: (phase: string) => phases.add(phase),
  };
  expect(await rebuildOutdated(pool, options)).toMatchObject({ position: 2, kept: undefined });
  expect([told, phases.has('swapping')]).toEqual([[[tablesVersion - 1, tablesVersion]], true]);
  expect(await readTablesVersion(pool)).toBe(tablesVersion);
  expect(await rebuildOutdated(pool, options)).toBeUndefined();
  expect(told).toHaveLength(1);
});

it('tables that do not say their version are from before there were versions', async () => {
  await pool.query(`DELETE FROM ${liveSchema}.made_for`);
  expect(await readTablesVersion(pool)).toBe(0);
  expect(await rebuildOutdated(pool)).toBeDefined();
});

it('tables of a later version are let alone, and what to do is said', async () => {
  await pool.query(`UPDATE ${liveSchema}.made_for SET version = ${tablesVersion + 1}`);
  await expect(rebuildOutdated(pool)).rejects.toThrow(
    `the tables were made for version ${tablesVersion + 1} and this is version ${tablesVersion}: start the later release`,
  );
  expect(await readTablesVersion(pool)).toBe(tablesVersion + 1);
});

it('where somebody rebuilds them by hand it waits, and looks again at what that leaves', async () => {
  const byHand = await pool.connect();
  await byHand.query('SELECT pg_advisory_lock($1)', [locks.rebuild]);
  await expect(rebuildTables(pool)).rejects.toMatchObject({
    name: 'RebuildUnderWay',
    message: 'another rebuild is under way',
  });
  await expect(rebuildTables(pool)).rejects.toThrow(RebuildUnderWay);
  let looks = 0;
  const rebuilt = rebuildOutdated(pool, {
    // What is done by hand ends when it has looked twice, without having made anything.
    onOutdated: () => (looks += 1) === 2 && void byHand.query('SELECT pg_advisory_unlock_all()'),
  });
  expect(await rebuilt).toMatchObject({ position: 2 });
  byHand.release();
});

it('what a rebuild fails with is told, and the tables stay as they were', async () => {
  await pool.query(`ALTER TABLE log DISABLE TRIGGER log_is_append_only;
    DELETE FROM log WHERE position = 1; ALTER TABLE log ENABLE TRIGGER log_is_append_only`);
  await expect(rebuildOutdated(pool)).rejects.toMatchObject({
    name: 'HoleInStream',
    message: 'reply/c/2008/SV: version 2 at position 2 came after version 0',
  });
  expect(await readTablesVersion(pool)).toBe(tablesVersion - 1);
});
