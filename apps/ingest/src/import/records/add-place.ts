/** The place of a refused row in its list: several figures of one row of a wide table may be refused, or of several sheets. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPlace1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE refused_rows ADD COLUMN place int;
      UPDATE refused_rows SET place = row;
      ALTER TABLE refused_rows ALTER COLUMN place SET NOT NULL,
        DROP CONSTRAINT refused_rows_pkey, ADD PRIMARY KEY (file, collection, round, place);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE refused_rows DROP COLUMN place, ADD PRIMARY KEY (file, collection, round, row)',
    );
  }
}
