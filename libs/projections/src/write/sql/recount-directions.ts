/** Reads the yearly figures of series that a batch touched, and writes what was computed of them. */
import { directions } from '../../tables/directions.js';
import { cellsOfSeries } from '../../tables/series-of.js';
import { arrayParameters, listNames, otherColumns } from '../../tables/table.js';
import { overwrite } from './insert-rows.js';

/**
 * $1 series, $2 how many years the test needs. Gives a row for each that has as many: its figures, in arrays, by cell.
 * Shorter ones need no test, and are not sent to be told so.
 */
export const readYears = (schema: string): string => `
SELECT k.series, array_agg(s.cell ORDER BY s.cell, s.variant) AS cells, array_agg(s.year ORDER BY s.cell, s.variant) AS years,
  array_agg(s.value::float8 ORDER BY s.cell, s.variant) AS values, array_agg(s.qualifier ORDER BY s.cell, s.variant) AS qualifiers,
  array_agg(s.source ->> 'break' ORDER BY s.cell, s.variant) AS breaks
FROM ${cellsOfSeries(`${schema}.cells`, 'unnest($1::text[])')}
WHERE s.kind = 'observation' AND s.year IS NOT NULL
GROUP BY k.series HAVING count(DISTINCT s.year) >= $2`;

const columns = listNames(directions.columns);
const counts = otherColumns(directions);
const countsOf = (row: string) => counts.map(({ name }) => `${row}.${name}`).join(', ');

/** $1 every series touched; $2 … the rows that its segments have now, a column each. All others of the series go. */
export const writeDirections = (schema: string): string => `
WITH counted AS (
  SELECT * FROM unnest(${arrayParameters(directions, 2)}) AS r (${columns})
), gone AS (
  DELETE FROM ${schema}.directions d USING unnest($1::text[]) AS k (series)
  WHERE d.series = k.series
    AND NOT EXISTS (SELECT FROM counted r WHERE r.series = d.series AND r.from_year = d.from_year)
)
INSERT INTO ${schema}.directions AS d (${columns}) SELECT ${columns} FROM counted
ON CONFLICT (${directions.key.join(', ')}) DO UPDATE SET ${overwrite(counts)}
WHERE (${countsOf('d')}) IS DISTINCT FROM (${countsOf('EXCLUDED')})`;
