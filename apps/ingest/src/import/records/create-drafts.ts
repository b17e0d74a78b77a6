/** The tables of drafts, as a migration: what is being coded, who has it open, and what became of proposals. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const key = `
        document text COLLATE "C" NOT NULL,
        collection text COLLATE "C" NOT NULL,
        round text COLLATE "C" NOT NULL,
        respondent text COLLATE "C" NOT NULL,`;

export class CreateDrafts1700000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE drafts (${key}
        -- Goes on after the draft has ended, so that a window which was open then cannot write over the next one.
        version int NOT NULL,
        -- Null once it was sent or discarded.
        content json,
        changed_by text NOT NULL,
        changed_name text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (document, collection, round, respondent)
      );
      CREATE TABLE draft_windows (${key}
        tab text NOT NULL,
        principal text NOT NULL,
        name text NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (document, collection, round, respondent, tab)
      );
      CREATE TABLE proposal_counts (${key}
        reply_version int NOT NULL,
        taken int NOT NULL,
        changed int NOT NULL,
        dismissed int NOT NULL,
        own int NOT NULL,
        sent_by text NOT NULL,
        sent_name text NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (document, collection, round, respondent, reply_version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposal_counts, draft_windows, drafts');
  }
}
