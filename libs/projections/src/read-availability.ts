/** What there is to ask for: how many series and figures each respondent has of each indicator and kind of breakdown. */
import type { Vintage } from '@rapporteur/domain';
import { liveSchema } from './create-tables.js';
import { toConditions, type CellFilter, type Snapshot } from './read-tables.js';
import { decidedCells } from './sql/decided-cells.js';

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
  { client, position, isExact }: Snapshot,
  filter: CellFilter,
  { asOf, at }: Vintage,
): Promise<Availability[]> {
  const values: unknown[] = [];
  const narrowed = toConditions({ ...filter, kind: 'observation' }, values).join(' AND ');
  const isNow = asOf === undefined && at === undefined && isExact;
  const bounds = { asOf: `$${values.length + 1}::date`, at: `$${values.length + 2}::bigint` };
  const known = isNow
    ? `decided AS (SELECT * FROM ${liveSchema}.cells WHERE ${narrowed})`
    : decidedCells(liveSchema, bounds, { from: `${liveSchema}.statements s`, where: narrowed });
  // A series before its dimensions: there are far fewer of them to take apart than figures.
  const { rows } = await client.query<Availability>(
    `WITH ${known}, counted AS (
  SELECT collection, respondent, code, breakdown, count(DISTINCT cell)::int AS figures, min(year) AS first, max(year) AS last
  FROM decided GROUP BY collection, respondent, code, breakdown
)
SELECT collection, respondent, code AS indicator, regexp_replace(breakdown, ':[^,]+', '', 'g') AS dimensions,
  count(*)::int AS series, sum(figures)::int AS figures, min(first) AS "firstYear", max(last) AS "lastYear"
FROM counted GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    isNow ? values : [...values, asOf ?? 'infinity', at ?? position],
  );
  return rows;
}
