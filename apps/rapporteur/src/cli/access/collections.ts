/** The collections that have rounds, for hints about names that may be mistyped. */
import { liveSchema } from '@rapporteur/projections';
import type pg from 'pg';

/** Out: their codes; none where there are no tables yet. */
export async function readCollections(pool: pg.Pool): Promise<readonly string[]> {
  const found = await pool
    .query<{ collection: string }>(`SELECT DISTINCT collection FROM ${liveSchema}.rounds ORDER BY collection`)
    .catch(() => ({ rows: [] }));
  return found.rows.map(({ collection }) => collection);
}
