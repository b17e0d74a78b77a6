/** The tables of the event store, as a migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionCount } from './partition.js';

const statements = `
      CREATE TABLE streams (
        stream text COLLATE "C" PRIMARY KEY,
        version int NOT NULL
      );

      -- Committed events that have no place in the global order yet. seq is no cursor: it only keeps a stream's
      -- versions in order, since it is drawn while the stream's row is locked.
      CREATE TABLE pending (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL UNIQUE,
        stream text COLLATE "C" NOT NULL,
        version int NOT NULL,
        type text NOT NULL,
        schema_version smallint NOT NULL,
        key text NOT NULL,
        partition smallint NOT NULL,
        data json NOT NULL,
        meta json NOT NULL,
        UNIQUE (stream, version)
      );

      CREATE TABLE log (
        position bigint PRIMARY KEY,
        id uuid NOT NULL UNIQUE,
        stream text COLLATE "C" NOT NULL,
        version int NOT NULL,
        type text NOT NULL,
        schema_version smallint NOT NULL,
        key text NOT NULL,
        partition smallint NOT NULL,
        data json NOT NULL,
        meta json NOT NULL,
        UNIQUE (stream, version)
      );
      CREATE INDEX log_by_partition ON log (partition, position);

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'events are for ever: % on % is refused', TG_OP, TG_TABLE_NAME; END $$;
      CREATE TRIGGER log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- One row: the last position given out, and the epoch of the leader that may give out the next.
      CREATE TABLE sequencer (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        epoch bigint NOT NULL,
        head bigint NOT NULL
      );
      INSERT INTO sequencer (epoch, head) VALUES (0, 0);

      -- The first answer to each Idempotency-Key, with the fingerprint of what was asked.
      CREATE TABLE requests (
        key text PRIMARY KEY,
        fingerprint text NOT NULL,
        status smallint NOT NULL,
        answer json NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now()
      );

      -- How far each projection has come in each partition, and the epoch of who may move it on.
      CREATE TABLE places (
        projection text NOT NULL,
        partition smallint NOT NULL,
        position bigint NOT NULL DEFAULT 0,
        epoch bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (projection, partition)
      );
      INSERT INTO places (projection, partition)
        SELECT 'tables', generate_series(0, ${partitionCount - 1});
`;

export class CreateEventStore1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE streams, pending, log, sequencer, requests, places; DROP FUNCTION refuse_change',
    );
  }
}
