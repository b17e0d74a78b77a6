/** Reads the yearly figures of series that a batch touched, and writes what was computed of them. */
import { cellsOfSeries } from '../../tables/series-of.js';

/**
 * $1 series, $2 how many years the test needs. Gives a row for each that has as many: its figures, in arrays, by cell.
 * Shorter ones need no test, and are not sent to be told so.
 */
export const readYears = (schema: string): string => `
SELECT k.series, array_agg(s.cell ORDER BY s.cell, s.variant) AS cells, array_agg(s.year ORDER BY s.cell, s.variant) AS years,
  array_agg(s.value::float8 ORDER BY s.cell, s.variant) AS values, array_agg(s.qualifier ORDER BY s.cell, s.variant) AS qualifiers,
  array_agg(s.source ->> 'break' ORDER BY s.cell, s.variant) AS breaks
FROM ${cellsOfSeries(`${schema}.cells`, '$1')}
WHERE s.kind = 'observation' AND s.year IS NOT NULL
GROUP BY k.series HAVING count(DISTINCT s.year) >= $2`;

/** $1 every series touched; $2 … the rows that its segments have now, a column each. All others of the series go. */
export const writeDirections = (schema: string): string => `
WITH counted AS (
  SELECT * FROM unnest($2::text[], $3::smallint[], $4::text[], $5::text[], $6::float8[], $7::float8[])
    AS r (series, from_year, direction, reason, p, p_low)
), gone AS (
  DELETE FROM ${schema}.directions d USING unnest($1::text[]) AS k (series)
  WHERE d.series = k.series
    AND NOT EXISTS (SELECT FROM counted r WHERE r.series = d.series AND r.from_year = d.from_year)
)
INSERT INTO ${schema}.directions AS d SELECT * FROM counted
ON CONFLICT (series, from_year) DO UPDATE
SET direction = EXCLUDED.direction, reason = EXCLUDED.reason, p = EXCLUDED.p, p_low = EXCLUDED.p_low
WHERE (d.direction, d.reason, d.p, d.p_low)
  IS DISTINCT FROM (EXCLUDED.direction, EXCLUDED.reason, EXCLUDED.p, EXCLUDED.p_low)`;
