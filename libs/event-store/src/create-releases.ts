/** The table of releases, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReleases1700000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A publication that was stored to its end: the log has all its replies at this position.
      CREATE TABLE releases (
        collection text COLLATE "C" NOT NULL,
        round text COLLATE "C" NOT NULL,
        position bigint NOT NULL,
        -- SHA-256 of its bytes, in hex.
        file text COLLATE "C" NOT NULL,
        released_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        -- When webhooks were told of it; null: not yet.
        told_at timestamptz,
        PRIMARY KEY (collection, round, position)
      );
      CREATE INDEX releases_untold ON releases (position) WHERE told_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE releases');
  }
}
