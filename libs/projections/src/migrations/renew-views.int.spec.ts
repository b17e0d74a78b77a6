/** The views of an existing database get their new columns; where its tables are of an earlier version, by the rebuild. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inEntityTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { rebuildTables } from '../rebuild/rebuild.js';
import { liveSchema, tablesVersion } from '../tables/create-tables.js';
import { RenewViews1700000000023 } from './renew-views.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

const columnsOf = async (view: string) => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'bi' AND table_name = $1 ORDER BY ordinal_position`,
    [view],
  );
  return rows.map(({ name }) => name);
};
const migrate = (): Promise<void> =>
  inEntityTransaction(pool, [], ({ queryRunner }) => new RenewViews1700000000023().up(queryRunner!));
const added = ['document', 'document_page', 'document_paragraph', 'quote', 'document_region'];

it('views without them get the columns at their end', async () => {
  const columns = await columnsOf('observations');
  const before = columns.filter((name) => !added.includes(name)).map((name) => `"${name}"`);
  await pool.query(`DROP VIEW bi.findings;
    ALTER VIEW bi.observations RENAME TO observations_of_now;
    CREATE VIEW bi.observations AS SELECT ${before.join(', ')} FROM bi.observations_of_now`);
  await migrate();
  await pool.query('DROP VIEW bi.observations_of_now');
  expect(await columnsOf('observations')).toEqual(columns);
  expect(columns.slice(-5)).toEqual(added);
  expect((await columnsOf('findings')).slice(-5)).toEqual(added);
});

it('tables that lack what the views read do not stop the migration, and the rebuild makes the views', async () => {
  await pool.query(`UPDATE ${liveSchema}.made_for SET version = ${tablesVersion - 1};
    DROP TABLE ${liveSchema}.evidence CASCADE`);
  expect(await columnsOf('observations')).toEqual([]);
  await migrate();
  expect(await columnsOf('observations')).toEqual([]);
  await rebuildTables(pool);
  expect((await columnsOf('observations')).slice(-5)).toEqual(added);
});
