/** The table of drafts that people code apart from one another, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApartDrafts1700000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE apart_drafts (
        document text COLLATE "C" NOT NULL,
        collection text COLLATE "C" NOT NULL,
        round text COLLATE "C" NOT NULL,
        respondent text COLLATE "C" NOT NULL,
        -- By the name in the access log.
        coder text COLLATE "C" NOT NULL,
        coder_name text NOT NULL,
        coder_as text NOT NULL,
        version int NOT NULL,
        content json NOT NULL,
        is_done boolean NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (document, collection, round, respondent, coder)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE apart_drafts');
  }
}
