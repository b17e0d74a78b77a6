/** Who coded a draft, and the second look at it, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLooks1700000000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who changed what is coded, in the order of their first change; null in drafts of earlier releases.
      ALTER TABLE drafts ADD COLUMN coders json;
      CREATE TABLE draft_looks (
        document text COLLATE "C" NOT NULL,
        collection text COLLATE "C" NOT NULL,
        round text COLLATE "C" NOT NULL,
        respondent text COLLATE "C" NOT NULL,
        asked_by text NOT NULL,
        asked_name text NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now(),
        -- Who had coded the draft when it was asked for: none of them looks at it.
        not_by json NOT NULL,
        -- Null: anybody who may.
        whom text,
        whom_name text,
        -- From here on null until somebody has looked.
        looked_by text,
        looked_name text,
        looked_as text,
        looked_at timestamptz,
        remarks text,
        coders json,
        -- SHA-256 of the request that would have been sent then, and of what was coded.
        request text,
        coded text,
        PRIMARY KEY (document, collection, round, respondent)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draft_looks; ALTER TABLE drafts DROP COLUMN coders');
  }
}
