/** What came into the tables since one looked before: what was recorded, of whom, and whether they changed otherwise. */
import { isReplyType } from '@rapporteur/domain';
import { readRecordedOf, watermarkStatement } from '@rapporteur/event-store';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';
import { tablesId, type Snapshot } from './snapshot.js';

export interface News extends Pick<Snapshot, 'position' | 'deadLetters' | 'tables'> {
  /**
   * Which events up to the position could not be applied: how many, and the sum of their positions. One that is applied after
   * all makes both less, and one that comes new has a higher position than any before it.
   */
  readonly letters: string;
  /** By whom it is about, the last event of each; null: about something else than a reply. Undefined where that are too many. */
  readonly changes: readonly Change[] | undefined;
}

interface Change {
  readonly position: number;
  readonly of: { readonly collection: string; readonly respondent: string } | null;
}

const eventsAtMost = 2000;

/** In: the position up to which everything is known; undefined: none is. Errors: those of pg. */
export async function readNews(pool: pg.Pool, after: number | undefined): Promise<News> {
  const { rows } = await pool.query<Omit<News, 'changes'>>({
    name: 'news',
    text: `SELECT COALESCE(w.position, 0) AS position, d.dead AS "deadLetters", d.letters, ${tablesId} AS tables
      FROM (${watermarkStatement}) w CROSS JOIN LATERAL (
        SELECT count(*) AS dead, concat_ws(' ', count(*) FILTER (WHERE position <= w.position),
          sum(position) FILTER (WHERE position <= w.position)) AS letters
        FROM ${liveSchema}.dead_letters) d`,
    values: [liveSchema],
  });
  const seen = rows[0]!;
  return Object.assign({}, seen, { changes: await readChangesUpTo(pool, after, seen.position) });
}

async function readChangesUpTo(pool: pg.Pool, after: number | undefined, position: number) {
  if (after === undefined) return undefined;
  // The log is only ever added to, so that it may be read after the position.
  const heads = after < position ? await readRecordedOf(pool, after, position, eventsAtMost) : [];
  return heads?.map(({ position, type, collection, respondent }): Change => {
    const isOfOne = isReplyType(type) && respondent !== null;
    return { position, of: isOfOne ? { collection, respondent } : null };
  });
}
