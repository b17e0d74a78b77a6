/** The views for dashboards as this release makes them, as a migration: they got columns for evidence, and one of findings. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { biGrants, biViews } from '../bi/bi-views.js';
import { liveSchema, tablesVersion } from '../tables/create-tables.js';

/** Tables of another version may lack what the views read: these are rebuilt, which makes the views as well. */
export async function makeViews(runner: QueryRunner): Promise<void> {
  const [found] = (await runner.query('SELECT to_regclass($1) AS made', [`${liveSchema}.made_for`])) as [
    { made: string | null },
  ];
  if (found.made === null) return;
  const [made] = (await runner.query(`SELECT version FROM ${liveSchema}.made_for`)) as { version: number }[];
  if (made?.version === tablesVersion) await runner.query(biViews(liveSchema));
}

export class RenewViews1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeViews(runner);
    await runner.query(biGrants);
  }

  /** An earlier release reads the views with more columns as it read them before. */
  async down(): Promise<void> {
    // Nothing is to be done.
  }
}
