/** Fills the tables with many observations in ten vintages by set-based statements, since only reading is measured. */
import type pg from 'pg';

export const collection = 'bench';
export const vintages = 10;
export const vintageDay = (vintage: number) => `${2010 + vintage}-06-30`;
const years = 20;
const indicators = [
  'persons-arrested',
  'persons-prosecuted',
  'persons-convicted',
  'victims-detected',
  'persons-in-formal-contact',
];
const respondentCount = 50;

/**
 * In: an empty database, the codes to draw from, and how many statements. Every vintage restates every figure, and
 * two in ten differ from the vintage before. Out: the respondents and how many statements and cells there are.
 */
export async function fillVintages(pool: pg.Pool, codes: readonly string[], wanted: number) {
  const respondents = codes.slice(0, respondentCount);
  const perSeries = respondents.length * indicators.length * years * vintages;
  const breakdowns = Math.max(1, Math.round(wanted / perSeries));
  await pool.query(
    `INSERT INTO tables.marks SELECT (v - 1) * $2 + r.n, $3 || '/' || (2010 + v) || '/' || r.code, $3,
       (2010 + v)::text, r.code, make_date(2010 + v, 6, 30), 'on', 'submitted', false, false, 'en', false, null, null
     FROM unnest($1::text[]) WITH ORDINALITY r(code, n), generate_series(1, ${vintages}) v`,
    [respondents, respondents.length, collection],
  );
  await pool.query(
    `INSERT INTO tables.statements
     SELECT position, row_number() OVER (PARTITION BY position) - 1, 'observation',
       concat_ws('~', $1::text, respondent, i, b, y), $1, respondent, reply, received_on, false, i, b, y::text, y,
       50 + (y * 7 + length(b) + ascii(respondent) + length(i)) % 40
         + (CASE WHEN y % 10 = extract(year FROM received_on)::int % 10 THEN 3 ELSE 0 END),
       'exact', json_build_object('row', y)
     FROM tables.marks, unnest($2::text[]) i,
       (SELECT CASE WHEN n = 0 THEN '_T' ELSE 'category:c' || n END AS b FROM generate_series(0, $3 - 1) n) bs,
       generate_series(2000, ${2000 + years - 1}) y`,
    [collection, indicators, breakdowns],
  );
  await pool.query(
    `INSERT INTO tables.cells SELECT DISTINCT ON (cell) cell, 0, position, ordinal, kind, collection, respondent,
       reply, received_on, code, breakdown, period, year, value, qualifier, source
     FROM tables.statements ORDER BY cell, received_on DESC, position DESC`,
  );
  await pool.query('UPDATE sequencer SET head = (SELECT max(position) FROM tables.marks)');
  await pool.query('UPDATE places SET position = (SELECT head FROM sequencer)');
  await pool.query('ANALYZE');
  const { rows } = await pool.query<{ statements: number; cells: number }>(
    'SELECT (SELECT count(*) FROM tables.statements) AS statements, (SELECT count(*) FROM tables.cells) AS cells',
  );
  return { respondents, ...rows[0]! };
}
