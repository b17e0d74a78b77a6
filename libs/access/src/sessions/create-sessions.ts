/** The sessions of people who have signed in, and the links that sign somebody in once, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSessions1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- No secret is in either table: only the SHA-256 of it, in hexadecimal digits.
      CREATE TABLE sessions (
        hash text COLLATE "C" PRIMARY KEY,
        principal text COLLATE "C" NOT NULL,
        signed_in_by text NOT NULL,
        begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        -- Without a request for so long it ends; at "until" it ends at the latest.
        idle_after interval NOT NULL,
        until timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX sessions_by_principal ON sessions (principal) WHERE ended_at IS NULL;

      CREATE TABLE links (
        hash text COLLATE "C" PRIMARY KEY,
        principal text COLLATE "C" NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('sign-in', 'invitation')),
        made_by text COLLATE "C" NOT NULL,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        until timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX links_by_principal ON links (principal) WHERE used_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE links; DROP TABLE sessions');
  }
}
