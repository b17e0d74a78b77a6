/** Who sent a kept document, so that what one principal sends in a day can be counted. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddKeptBy1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE kept_files ADD COLUMN kept_by text COLLATE "C";
      CREATE INDEX kept_files_by_sender ON kept_files (kept_by, kept_at) WHERE kept_by IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE kept_files DROP COLUMN kept_by');
  }
}
