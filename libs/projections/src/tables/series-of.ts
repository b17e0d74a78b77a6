/**
 * The series of a figure: its identifier without the period. In: an SQL expression for the identifier. Out: one
 * for the series.
 */
export const seriesOf = (cell: string) => `left(${cell}, length(${cell}) - strpos(reverse(${cell}), '~'))`;

/**
 * The cells of some series, by a range of the key for each; OFFSET 0 keeps the planner from another plan. In: the table, and
 * what gives one series a row.
 */
export const cellsOfSeries = (table: string, series: string) => `${series} AS k (series)
  CROSS JOIN LATERAL (
    SELECT * FROM ${table} WHERE cell > k.series || '~' AND cell < k.series || chr(127) OFFSET 0) s`;
