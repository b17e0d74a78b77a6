/** Reads events: the feed by position, one stream by version, one event. */
import type { StoredEvent } from '@rapporteur/domain';
import { forRequest } from '@rapporteur/postgres';
import type pg from 'pg';
import { metaText } from './sql/meta-text.js';

type Db = pg.Pool | pg.ClientBase;

interface Row extends Omit<StoredEvent, 'schemaVersion'> {
  readonly schema_version: number;
  readonly partition: number;
}

/** An event of the feed, with the partition that its key belongs to. */
export interface FeedEvent extends StoredEvent {
  readonly partition: number;
  /** `traceparent` of the span that delivered the event, where the transport has such a span. */
  readonly traceparent?: string;
}

const toEvent = ({ schema_version, ...row }: Row): FeedEvent => ({ ...row, schemaVersion: schema_version });

const columns = 'position, id, stream, version, type, schema_version, key, partition, data, meta';

/** A read ends after this many bytes of JSON. */
const bytesPerRead = 32 * 1024 * 1024;

/**
 * A statement for up to `limit` events, fewer where they are long. Data that take 2 kB or more may be
 * compressed. PostgreSQL would have to unpack them to know their length, so they are taken for 64 times as long
 * as stored, which is about the most that they can be.
 * In: conditions, and the numbers of the parameters with the limits of events and of bytes.
 */
const readBounded = (where: string, limit: string, bytes: string) => `
SELECT ${columns} FROM (
  SELECT *, sum(length) OVER (ORDER BY position ROWS UNBOUNDED PRECEDING) - length AS before FROM (
    SELECT ${columns}, CASE WHEN pg_column_size(data) < 2000 THEN octet_length(data::text)
      ELSE 64 * pg_column_size(data) END AS length
    FROM log WHERE ${where} ORDER BY position LIMIT ${limit}
  ) measured
) summed WHERE before < ${bytes} ORDER BY position`;

export const readLogStatement = readBounded('position > $1', '$2', '$3');

/**
 * Up to `limit` events after a position, in order of position; fewer where they are long, because as many long
 * replies as short ones would not fit into memory. No events means that the log goes no further.
 */
export async function readLog(db: Db, after: number, limit: number): Promise<FeedEvent[]> {
  const { rows } = await db.query<Row>({
    name: 'read-log',
    text: readLogStatement,
    values: [after, limit, bytesPerRead],
  });
  return rows.map(toEvent);
}

/** What identifies an event: its partition, its position, its UUID. */
export type EventIdentity = Pick<FeedEvent, 'partition' | 'position' | 'id'>;

/** In: the identities that messages give. Out: the indexes of those that an event of the log has. */
export async function findLogged(db: Db, said: readonly EventIdentity[]): Promise<Set<number>> {
  const { rows } = await db.query<{ ordinal: number }>({
    name: 'find-logged',
    text: `SELECT ordinal FROM unnest($1::smallint[], $2::bigint[], $3::uuid[])
        WITH ORDINALITY AS e(partition, position, id, ordinal)
      JOIN log l USING (partition, position, id)`,
    values: [said.map((e) => e.partition), said.map((e) => e.position), said.map((e) => e.id)],
  });
  return new Set(rows.map(({ ordinal }) => ordinal - 1));
}

/** As readLog, of one partition and up to a position. */
export async function readPartition(
  db: Db,
  partition: number,
  after: number,
  upTo: number,
  limit: number,
): Promise<FeedEvent[]> {
  const { rows } = await db.query<Row>({
    name: 'read-partition',
    text: readBounded('partition = $1 AND position > $2 AND position <= $3', '$4', '$5'),
    values: [partition, after, upTo, limit, bytesPerRead],
  });
  return rows.map(toEvent);
}

const readStreamStatement = `
SELECT version, id, type, schema_version, data FROM log WHERE stream = $1
UNION ALL
SELECT version, id, type, schema_version, data FROM pending WHERE stream = $1
ORDER BY version`;

export type StreamEvent = Pick<StoredEvent, 'version' | 'id' | 'type' | 'schemaVersion' | 'data'>;

/** All committed events of a stream, whether they have a position yet or not, in order of version. */
export async function readStream(db: Db, stream: string): Promise<StreamEvent[]> {
  const { rows } = await db.query<Row>({ name: 'read-stream', text: readStreamStatement, values: [stream] });
  return rows.map(({ version, id, type, schema_version, data }) => ({
    version,
    id,
    type,
    schemaVersion: schema_version,
    data,
  }));
}

/** All committed events of several streams, by stream, in order of version; a stream without events is left out. */
export async function readStreams(db: Db, streams: readonly string[]): Promise<Map<string, StreamEvent[]>> {
  const { rows } = await db.query<Row>(
    forRequest({
      name: 'read-streams',
      text: `SELECT stream, version, id, type, schema_version, data FROM log WHERE stream = ANY ($1)
      UNION ALL
      SELECT stream, version, id, type, schema_version, data FROM pending WHERE stream = ANY ($1)
      ORDER BY stream, version`,
      values: [streams],
    }),
  );
  const byStream = new Map<string, StreamEvent[]>();
  for (const { stream, version, id, type, schema_version, data } of rows) {
    const events = byStream.get(stream) ?? [];
    events.push({ version, id, type, schemaVersion: schema_version, data });
    byStream.set(stream, events);
  }
  return byStream;
}

export type TracedEvent = Pick<StoredEvent, 'position' | 'id' | 'stream' | 'type' | 'meta'>;

/** The events after a position and up to another whose requests were traced, in order of position. */
export async function readTraced(db: Db, after: number, upTo: number): Promise<TracedEvent[]> {
  const { rows } = await db.query<TracedEvent>({
    name: 'read-traced',
    text: `SELECT position, id, stream, type, meta FROM log
      WHERE position > $1 AND position <= $2 AND ${metaText('meta', 'traceparent')} IS NOT NULL ORDER BY position`,
    values: [after, upTo],
  });
  return rows;
}

/** An event with its position, null while it has none. */
export type PlacedEvent = StreamEvent & { readonly position: number | null };

/**
 * All committed events of the replies of one respondent in one collection: first those with a position, then
 * those that wait for one, in the order in which they will get it.
 */
export async function readReplies(db: Db, collection: string, respondent: string): Promise<PlacedEvent[]> {
  const { rows } = await db.query<Row & { position: number | null }>({
    name: 'read-replies',
    // There are few rounds, and in each the respondent has one stream.
    text: `WITH replies AS (
        SELECT 'reply/' || substr(stream, 7) || '/' || $2::text AS stream FROM streams
        WHERE stream >= 'round/' || $1::text || '/' AND stream < 'round/' || $1::text || '0')
      SELECT position, 0::bigint AS seq, version, id, type, schema_version, data
        FROM log JOIN replies USING (stream)
      UNION ALL
      SELECT NULL, seq, version, id, type, schema_version, data FROM pending JOIN replies USING (stream)
      ORDER BY position NULLS LAST, seq`,
    values: [collection, respondent],
  });
  return rows.map(({ position, version, id, type, schema_version, data }) => ({
    position,
    version,
    id,
    type,
    schemaVersion: schema_version,
    data,
  }));
}

/** The event at a position, or none. */
export async function findEvent(db: Db, position: number): Promise<FeedEvent | undefined> {
  const { rows } = await db.query<Row>(`SELECT ${columns} FROM log WHERE position = $1`, [position]);
  return rows[0] && toEvent(rows[0]);
}

/** The position of an event once the sequencer has given it one: null while pending, undefined when unknown. */
export async function findPosition(db: Db, id: string): Promise<number | null | undefined> {
  const { rows } = await db.query<{ position: number | null }>(
    'SELECT position FROM log WHERE id = $1 UNION ALL SELECT NULL FROM pending WHERE id = $1 ORDER BY 1 LIMIT 1',
    [id],
  );
  return rows[0]?.position;
}

/** The last position given out. */
export async function readHead(db: Db): Promise<number> {
  const { rows } = await db.query<{ head: number }>('SELECT head FROM sequencer');
  return rows[0]!.head;
}
