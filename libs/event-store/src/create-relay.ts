/** What sending the log to Kafka needs to remember, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRelay1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How far each topic has been sent, and the epoch of the relay that may move it on.
      CREATE TABLE relays (
        topic text PRIMARY KEY,
        position bigint NOT NULL DEFAULT 0,
        epoch bigint NOT NULL DEFAULT 0
      );

      -- Where in a Kafka partition to go on reading: moved with the position, and no more than a hint, because
      -- each message says which position came before it.
      ALTER TABLE places ADD COLUMN next_offset bigint;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE places DROP COLUMN next_offset; DROP TABLE relays');
  }
}
