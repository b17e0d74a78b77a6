/** The series of a figure: its identifier without the period. In: an SQL expression for that. Out: one for this. */
export const seriesOf = (cell: string) => `left(${cell}, length(${cell}) - strpos(reverse(${cell}), '~'))`;

/** The cells of some series: a stretch of the key for each, which OFFSET 0 keeps the planner to. */
export const cellsOfSeries = (table: string, series: string) => `unnest(${series}::text[]) AS k (series)
  CROSS JOIN LATERAL (
    SELECT * FROM ${table} WHERE cell > k.series || '~' AND cell < k.series || chr(127) OFFSET 0) s`;
