/** Reads the events of all replies of a round. */
import type pg from 'pg';
import type { StreamEvent } from './read-events.js';

/** An event with its position. */
export type PositionedEvent = StreamEvent & { readonly position: number };

/** The events of the replies of a round that have a position, in order of position. */
export async function readRoundReplies(
  db: pg.Pool | pg.ClientBase,
  collection: string,
  round: string,
): Promise<PositionedEvent[]> {
  const { rows } = await db.query<PositionedEvent>(
    `SELECT position, version, id, type, schema_version AS "schemaVersion", data FROM log WHERE stream IN (
       SELECT stream FROM streams WHERE stream >= 'reply/' || $1::text || '/' AND stream < 'reply/' || $1::text || '0')
     ORDER BY position`,
    [`${collection}/${round}`],
  );
  return rows;
}
