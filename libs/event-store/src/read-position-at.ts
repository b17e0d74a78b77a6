/** Finds the position that the log had at an instant. */
import type pg from 'pg';
import { recordedAtText } from './sql/meta-text.js';

/**
 * The last position before anything that was recorded after an instant. In: a position up to which is looked; an ISO day or
 * instant, in UTC where it names no zone. Out: a position; what is not known at it, was recorded later. The order of positions
 * and that of clocks may differ by moments: rather too much counts as recorded later. Errors: those of pg.
 */
export async function readPositionAt(
  db: Pick<pg.ClientBase, 'query'>,
  upTo: number,
  instant: string,
): Promise<number> {
  const hasNoZone = /T[\d:.]+$/.test(instant);
  const { rows } = await db.query<{ first: number | null }>(
    `SELECT min(position) AS first FROM log WHERE position <= $1 AND ${recordedAtText} > $2`,
    [upTo, new Date(hasNoZone ? `${instant}Z` : instant).toISOString()],
  );
  const first = rows[0]!.first;
  return first === null ? upTo : first - 1;
}
