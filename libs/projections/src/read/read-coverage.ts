/** What each collection holds: how many respondents, figures and findings, and of which years. */
import type { Vintage } from '@rapporteur/domain';
import { knownCells, vintageToRead } from './cell-filter.js';
import type { Snapshot } from './snapshot.js';

export interface Coverage {
  readonly collection: string;
  readonly respondents: number;
  readonly figures: number;
  readonly findings: number;
  /** Null where no figure is of a year. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** One row for each collection with a figure or finding, population apart. A figure with several values counts once. */
export async function readCoverage(snapshot: Snapshot, vintage: Vintage): Promise<Coverage[]> {
  const values: unknown[] = [];
  const known = knownCells({}, vintageToRead(snapshot, vintage), values);
  const { rows } = await snapshot.client.query<Coverage>(
    `WITH ${known}, counted AS (
  SELECT collection, respondent, count(*) FILTER (WHERE kind = 'observation' AND variant = 0)::int AS figures,
    count(*) FILTER (WHERE kind = 'finding' AND variant = 0)::int AS findings, min(year) AS first, max(year) AS last
  FROM decided GROUP BY collection, respondent
)
SELECT collection, count(*)::int AS respondents, sum(figures)::int AS figures, sum(findings)::int AS findings,
  min(first) AS "firstYear", max(last) AS "lastYear"
FROM counted GROUP BY collection ORDER BY collection`,
    values,
  );
  return rows;
}
