/** The schema `bi` that dashboards read, and the role that can read nothing else, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { liveSchema } from '../tables/create-tables.js';
import { biGrants, biRole, biSchema, biViews } from '../bi/bi-views.js';

/**
 * Roles belong to the whole server, so another database may have made this one already. The owner of the
 * database may lack the right to make roles: then the views are made, and an administrator makes the role
 * (docs/bi.md).
 */
const createRole = `
DO $$ BEGIN
  CREATE ROLE ${biRole} NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
  WHEN insufficient_privilege THEN RAISE NOTICE 'the role ${biRole} is missing, and this user may not make it';
END $$;`;

export class CreateBi1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA ${biSchema}`);
    await runner.query(biViews(liveSchema));
    await runner.query(createRole);
    await runner.query(biGrants);
  }

  /** The role stays: another database of the same server may use it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA ${biSchema} CASCADE`);
  }
}
