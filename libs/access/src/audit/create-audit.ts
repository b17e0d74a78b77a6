/** The audit table, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAudit1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who signed in, was refused, changed access or took what is not released; no secret is in it. Kept for some time.
      CREATE TABLE audit (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        principal text COLLATE "C",
        what text COLLATE "C" NOT NULL,
        place text COLLATE "C" NOT NULL,
        address text COLLATE "C",
        detail json NOT NULL
      );
      CREATE INDEX audit_by_time ON audit (at);
      CREATE INDEX audit_by_principal ON audit (principal, number);
      CREATE INDEX audit_by_what ON audit (what, number);
      CREATE TRIGGER audit_is_not_rewritten BEFORE UPDATE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit');
  }
}
