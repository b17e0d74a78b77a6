/** What keeping a Kafka topic of trends needs to remember, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTrendTopic1700000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The topic that is kept, and the offset that each of its partitions has reached. No row: there is none.
      CREATE TABLE trend_topic (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        topic text NOT NULL,
        ends jsonb NOT NULL DEFAULT '{}'
      );
      -- Series that were recounted since they were last compared with the topic. Each change has a number of its own.
      CREATE TABLE changed_series (
        series text COLLATE "C" PRIMARY KEY,
        change bigserial NOT NULL
      );
      CREATE INDEX changed_series_in_order ON changed_series (change);
      -- What the topic has of each series, as a digest.
      CREATE TABLE sent_trends (
        series text COLLATE "C" PRIMARY KEY,
        digest text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sent_trends; DROP TABLE changed_series; DROP TABLE trend_topic');
  }
}
