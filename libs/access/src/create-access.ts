/** The access log, and when each key was last used, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccess1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What happens to the rights of people and machines, for ever. No secret is in it: of a key there is a hash.
      CREATE TABLE access_log (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        principal text COLLATE "C" NOT NULL,
        event json NOT NULL,
        by text COLLATE "C" NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        reason text NOT NULL
      );
      CREATE INDEX access_log_by_principal ON access_log (principal, number);
      CREATE UNIQUE INDEX access_log_by_key ON access_log ((event ->> 'hash')) WHERE event ->> 'hash' IS NOT NULL;
      CREATE TRIGGER access_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE key_uses (
        key text COLLATE "C" PRIMARY KEY,
        last_used_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE key_uses; DROP TABLE access_log');
  }
}
