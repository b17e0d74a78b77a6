/** What there is to ask for: how many series and figures each respondent has of each indicator and kind of breakdown. */
import type { Vintage } from '@rapporteur/domain';
import { knownCells, vintageToRead, type CellFilter } from './cell-filter.js';
import type { Snapshot } from './snapshot.js';

export interface Availability {
  readonly collection: string;
  readonly respondent: string;
  readonly indicator: string;
  /** `age,sex`; `_T` for what is not broken down. */
  readonly dimensions: string;
  readonly series: number;
  readonly figures: number;
  /** Null where no figure is of a year. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** One row for each collection, respondent, indicator and kind of breakdown that has a figure, sorted by them. */
export async function readAvailability(
  snapshot: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
): Promise<Availability[]> {
  const values: unknown[] = [];
  const known = knownCells({ ...filter, kind: 'observation' }, vintageToRead(snapshot, vintage), values);
  // Groups by series before it looks at dimensions: there are far fewer series than figures.
  const { rows } = await snapshot.client.query<Availability>(
    `WITH ${known}, counted AS (
  SELECT collection, respondent, code, breakdown, count(DISTINCT cell)::int AS figures, min(year) AS first, max(year) AS last
  FROM decided GROUP BY collection, respondent, code, breakdown
)
SELECT collection, respondent, code AS indicator, regexp_replace(breakdown, ':[^,]+', '', 'g') AS dimensions,
  count(*)::int AS series, sum(figures)::int AS figures, min(first) AS "firstYear", max(last) AS "lastYear"
FROM counted GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    values,
  );
  return rows;
}
