/** Sign-ins at the identity provider that are under way, and which claims were the last to be followed, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOidc1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row for each sign-in that was begun; whoever comes back with it takes the row away.
      CREATE TABLE sign_ins (
        -- SHA-256, in hexadecimal digits, of what the provider hands back, and of what the browser holds.
        state text COLLATE "C" PRIMARY KEY,
        browser text COLLATE "C" NOT NULL,
        nonce text NOT NULL,
        verifier text NOT NULL,
        return_to text NOT NULL,
        until timestamptz NOT NULL
      );
      CREATE INDEX sign_ins_by_until ON sign_ins (until);

      -- When the provider issued the token whose roles each of its people holds: older ones change nothing.
      CREATE TABLE provider_claims (
        principal text COLLATE "C" PRIMARY KEY,
        issued_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE provider_claims; DROP TABLE sign_ins');
  }
}
