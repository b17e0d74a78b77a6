/** The table of work items, as a migration: what people said of an inconsistency, each saying kept for ever. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkItems1700000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work_items (
        key text NOT NULL,
        version integer NOT NULL,
        state text NOT NULL,
        note text NOT NULL,
        owner text,
        said_by text NOT NULL,
        said_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        -- The inconsistency as it was then: it is still told when it is no longer found.
        inconsistency jsonb NOT NULL,
        PRIMARY KEY (key, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE work_items');
  }
}

export const workMigrations = [CreateWorkItems1700000000048];
