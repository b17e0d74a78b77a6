/** The tables of webhooks, as a migration: who is to be told, and what has not been delivered. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWebhooks1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhooks (
        id text PRIMARY KEY,
        url text NOT NULL,
        collection text,
        respondents text[],
        indicators text[],
        kinds text[] NOT NULL,
        secret text NOT NULL,
        former_secret text,
        former_until timestamptz,
        -- Every event up to it has been looked at for this webhook: what it is to be told is among its messages.
        place bigint NOT NULL,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        ended_because text
      );
      CREATE TABLE webhook_messages (
        webhook text NOT NULL REFERENCES webhooks ON DELETE CASCADE,
        position bigint NOT NULL,
        -- Empty where the event is about a round as a whole.
        respondent text NOT NULL,
        message jsonb NOT NULL,
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        tries integer NOT NULL DEFAULT 0,
        next_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_problem text,
        failed_at timestamptz,
        PRIMARY KEY (webhook, position)
      );
      CREATE INDEX webhook_messages_held ON webhook_messages (webhook, respondent)
        WHERE failed_at IS NULL AND tries > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_messages; DROP TABLE webhooks');
  }
}

/** Messages that tell of a publication and not of an event; webhooks that check a report. */
export class TellOfReleases1700000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is needed of the report's manifest; null where the webhook checks none.
      ALTER TABLE webhooks ADD COLUMN report jsonb;
      -- As collection/round; empty where the message tells of an event.
      ALTER TABLE webhook_messages ADD COLUMN publication text NOT NULL DEFAULT '',
        DROP CONSTRAINT webhook_messages_pkey, ADD PRIMARY KEY (webhook, position, publication);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM webhooks WHERE report IS NOT NULL;
      DELETE FROM webhook_messages WHERE publication <> '';
      ALTER TABLE webhook_messages DROP COLUMN publication, ADD PRIMARY KEY (webhook, position);
      ALTER TABLE webhooks DROP COLUMN report;
    `);
  }
}

export const webhookMigrations = [CreateWebhooks1700000000030, TellOfReleases1700000000058];
