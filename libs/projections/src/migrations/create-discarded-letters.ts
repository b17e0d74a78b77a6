/** The dead letters that were discarded, as a migration: beside the tables, so that a rebuild does not forget them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDiscardedLetters1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE discarded_letters (
        position bigint PRIMARY KEY,
        stream text NOT NULL,
        reason text NOT NULL,
        since timestamptz NOT NULL,
        discarded_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE discarded_letters');
  }
}
