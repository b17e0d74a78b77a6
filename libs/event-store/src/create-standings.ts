/** The versions that each principal's rights have had, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStandings1700000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One row a principal; its version rises with each change of what the principal may do, or by what it signs in.
      CREATE TABLE standings (
        principal text COLLATE "C" PRIMARY KEY,
        version int NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE standings');
  }
}
