/** Reads the events of streams with their positions and the requests that they came through. */
import { forRequest } from '@rapporteur/postgres';
import type pg from 'pg';
import type { StreamEvent } from './read-events.js';
import { metaText } from './sql/meta-text.js';

/** A committed event of a stream. */
export interface RecordedEvent extends StreamEvent {
  readonly stream: string;
  /** Null while the sequencer has not given it one. */
  readonly position: number | null;
  readonly correlationId: string | null;
}

interface Row extends Omit<RecordedEvent, 'schemaVersion' | 'correlationId'> {
  readonly schema_version: number;
  readonly correlation: string | null;
}

const columns = `stream, version, id, type, schema_version, data, ${metaText('meta', 'correlationId')} AS correlation`;

const aboutEvents = `CASE WHEN type IN ('EventSetAside', 'ChangeUndone') THEN data END`;

/**
 * All committed events of some streams, in order of stream and version. `isWhole`: with their data; else only events that
 * are about other events have theirs, which is enough to know who stored what. Errors: those of pg.
 */
export async function readRecorded(
  db: pg.Pool | pg.ClientBase,
  streams: readonly string[],
  isWhole = true,
): Promise<RecordedEvent[]> {
  const wanted = isWhole ? columns : columns.replace(' data,', ` ${aboutEvents} AS data,`);
  const { rows } = await db.query<Row>(
    forRequest({
      name: `read-recorded-${isWhole}`,
      text: `SELECT position, ${wanted} FROM log WHERE stream = ANY ($1)
      UNION ALL
      SELECT NULL, ${wanted} FROM pending WHERE stream = ANY ($1)
      ORDER BY stream, version`,
      values: [streams],
    }),
  );
  return rows.map(({ schema_version, correlation, ...row }) => ({
    ...row,
    schemaVersion: schema_version,
    correlationId: correlation,
  }));
}
