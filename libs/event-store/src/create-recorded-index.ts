/** An index of the log by the time at which events were recorded, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recordedAtText } from './sql/meta-text.js';

export class CreateRecordedIndex1700000000049 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX log_by_recorded ON log ((${recordedAtText}))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX log_by_recorded');
  }
}
