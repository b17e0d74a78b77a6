/** The table of work items, as a migration: what people said of an inconsistency or question, each saying kept for ever. */
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
        -- The inconsistency or question as it was then: it is still told when it is no longer found.
        inconsistency jsonb NOT NULL,
        PRIMARY KEY (key, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE work_items');
  }
}

/** Who said it as readers see it, by the policy of the collection; empty for what was said before there was this. */
export class NameSayers1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE work_items ADD COLUMN said_as text NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE work_items DROP COLUMN said_as');
  }
}

export const workMigrations = [CreateWorkItems1700000000048, NameSayers1700000000050];
