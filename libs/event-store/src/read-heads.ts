/** Reads the heads of events: type, position, and the round and respondent that they are about. */
import type pg from 'pg';
import { readLog, type FeedEvent } from './read-events.js';
import { metaText } from './sql/meta-text.js';

/** An event without its data: what it is, and which round and respondent it is about. */
export interface EventHead {
  readonly position: number;
  readonly type: string;
  /** The document that the event is about, by its SHA-256; null where it is about a round or reply. */
  readonly document: string | null;
  /** Of a document what its event says: empty where it does not say. */
  readonly collection: string;
  readonly round: string;
  /** Null where the event is about a round as a whole. */
  readonly respondent: string | null;
  readonly receivedOn: string | null;
  readonly recordedAt: string;
}

/**
 * The heads of up to `limit` events after a position and up to another, in order of position. Where PostgreSQL
 * cannot read the JSON of one of them, there may be fewer.
 */
export async function readHeads(
  db: pg.Pool,
  after: number,
  upTo: number,
  limit: number,
): Promise<EventHead[]> {
  try {
    return await selectHeads(db, after, upTo, limit);
  } catch (error) {
    if (!isUnreadableText(error)) throw error;
    const events = await readLog(db, after, limit);
    return events.filter(({ position }) => position <= upTo).map(toHead);
  }
}

/** SQLSTATE where PostgreSQL cannot turn a string in JSON into text: it holds NUL, or half of a surrogate pair. */
const unreadableText: readonly unknown[] = ['22P02', '22P05'];
const isUnreadableText = (error: unknown) => unreadableText.includes((error as { code?: unknown }).code);

function toHead({ position, type, stream, data, meta }: FeedEvent): EventHead {
  const [kind, first = '', round = '', respondent = null] = stream.split('/');
  const said = (name: string) => {
    const value = ((data ?? {}) as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value : null;
  };
  const about =
    kind === 'document'
      ? {
          document: first,
          collection: said('collection') ?? '',
          round: said('round') ?? '',
          respondent: said('respondent'),
        }
      : { document: null, collection: first, round, respondent };
  return {
    position,
    type,
    ...about,
    receivedOn: said('receivedOn'),
    recordedAt: meta.recordedAt,
  };
}

const isOfDocument = "stream LIKE 'document/%'";

async function selectHeads(db: pg.Pool, after: number, upTo: number, limit: number): Promise<EventHead[]> {
  const { rows } = await db.query<EventHead>({
    name: 'read-heads',
    text: `SELECT position, type, CASE WHEN ${isOfDocument} THEN split_part(stream, '/', 2) END AS document,
        CASE WHEN ${isOfDocument} THEN COALESCE(data ->> 'collection', '') ELSE split_part(stream, '/', 2) END AS collection,
        CASE WHEN ${isOfDocument} THEN COALESCE(data ->> 'round', '') ELSE split_part(stream, '/', 3) END AS round,
        CASE WHEN ${isOfDocument} THEN data ->> 'respondent' ELSE NULLIF(split_part(stream, '/', 4), '') END AS respondent,
        data ->> 'receivedOn' AS "receivedOn", ${metaText('meta', 'recordedAt')} AS "recordedAt"
      FROM log WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3`,
    values: [after, upTo, limit],
  });
  return rows;
}

/**
 * Of which collections and respondents something was recorded after a position and up to another: the head of the last event
 * of each pair, and of all else the last of each type. Out: undefined where that are more than `limit` events.
 */
export async function readRecordedOf(
  db: pg.Pool,
  after: number,
  upTo: number,
  limit: number,
): Promise<Pick<EventHead, 'position' | 'type' | 'collection' | 'respondent'>[] | undefined> {
  if (upTo - after > limit) return undefined;
  const { rows } = await db.query<Pick<EventHead, 'position' | 'type' | 'collection' | 'respondent'>>({
    name: 'read-recorded-of',
    text: `SELECT max(position) AS position, type, split_part(stream, '/', 2) AS collection,
        NULLIF(split_part(stream, '/', 4), '') AS respondent
      FROM log WHERE position > $1 AND position <= $2 GROUP BY 2, 3, 4`,
    values: [after, upTo],
  });
  return rows;
}

/** An event about a reply, without its data, with its UUID. */
export interface ReplyHead extends Pick<EventHead, 'position' | 'collection' | 'round' | 'recordedAt'> {
  readonly id: string;
  readonly respondent: string;
}

/** The last events about replies up to a position, the latest first. In: which collections and respondents, or all. */
export async function readLatest(
  db: pg.ClientBase,
  about: {
    readonly upTo: number;
    readonly collections: readonly string[] | undefined;
    readonly respondents: readonly string[] | undefined;
    readonly limit: number;
  },
): Promise<ReplyHead[]> {
  const { rows } = await db.query<ReplyHead>({
    name: 'read-latest',
    text: `SELECT position, id, split_part(stream, '/', 2) AS collection, split_part(stream, '/', 3) AS round,
        split_part(stream, '/', 4) AS respondent, ${metaText('meta', 'recordedAt')} AS "recordedAt"
      FROM log WHERE position <= $1 AND stream LIKE 'reply/%'
        AND ($2::text[] IS NULL OR split_part(stream, '/', 2) = ANY ($2))
        AND ($3::text[] IS NULL OR split_part(stream, '/', 4) = ANY ($3))
      ORDER BY position DESC LIMIT $4`,
    values: [about.upTo, about.collections ?? null, about.respondents ?? null, about.limit],
  });
  return rows;
}
