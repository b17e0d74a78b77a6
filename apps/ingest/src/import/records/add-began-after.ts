/** Where the log ended when an import began: whatever it has stored since, before it broke off, is its own. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddBeganAfter1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Null where no run of the import is under way or has broken off.
    await runner.query('ALTER TABLE imports ADD COLUMN began_after bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports DROP COLUMN began_after');
  }
}
