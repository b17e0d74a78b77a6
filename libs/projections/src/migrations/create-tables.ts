/** The tables that the projection fills, as a migration. Tables of an earlier version are rebuilt, not migrated. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, liveSchema } from '../tables/create-tables.js';

export class CreateTables1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createTables(liveSchema));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA ${liveSchema} CASCADE`);
  }
}
