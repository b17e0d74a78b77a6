/**
 * How fast the tables can be filled at best: the same rows by statements inside PostgreSQL, and by COPY, into
 * the same tables with their indexes.
 */
import { createTables, liveSchema } from '@rapporteur/projections';
import type pg from 'pg';
import { time } from '../row.js';

const schema = 'plain';

const statements = [
  `INSERT INTO ${schema}.statements SELECT l.position, o.n - 1, 'observation',
     concat_ws('~', data->>'collection', data->>'respondent', o.v->>'indicator',
       'category:' || (o.v->'breakdown'->>'category'), o.v->>'period'),
     data->>'collection', data->>'respondent', concat_ws('/', data->>'collection', data->>'round', data->>'respondent'),
     (data->>'receivedOn')::date, false, o.v->>'indicator',
     'category:' || (o.v->'breakdown'->>'category'), o.v->>'period', (o.v->>'period')::smallint, (o.v->>'value')::bigint, o.v->>'qualifier',
     json_build_object('paragraph', o.v->'paragraph')
   FROM log l, json_array_elements(CASE type WHEN 'ReplyCorrected' THEN data->'observations'->'changed'
     ELSE data->'observations' END) WITH ORDINALITY o(v, n) ON CONFLICT DO NOTHING`,
  `INSERT INTO ${schema}.cells SELECT DISTINCT ON (cell) cell, 0, position, ordinal, kind, collection, respondent, reply,
     received_on, code, breakdown, period, year, value, qualifier, source
   FROM ${schema}.statements ORDER BY cell, received_on DESC, position DESC
   ON CONFLICT (cell, variant) DO UPDATE SET position = EXCLUDED.position, value = EXCLUDED.value`,
];

async function makeEmpty(pool: pg.Pool): Promise<void> {
  await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await pool.query(createTables(schema));
  await pool.query('CHECKPOINT');
}

/** Fills new tables from the log. It writes no marks and checks no versions. Out: seconds. */
export async function fillSetBased(pool: pg.Pool): Promise<number> {
  await makeEmpty(pool);
  return time(async () => {
    for (const statement of statements) await pool.query(statement);
  });
}

const copied = ['statements', 'cells', 'marks', 'applied'];

/** Writes the rows of the live tables to files beside the server's data. */
export async function writeRows(pool: pg.Pool): Promise<void> {
  for (const table of copied)
    await pool.query(`COPY ${liveSchema}.${table} TO '${await toFile(pool, table)}'`);
}

const toFile = async (pool: pg.Pool, table: string) => {
  const { rows } = await pool.query<{ data_directory: string }>('SHOW data_directory');
  return `${rows[0]!.data_directory}/bench-${table}.copy`;
};

/** Reads those files into new tables that have their indexes already. Out: seconds. */
export async function copyRows(pool: pg.Pool): Promise<number> {
  await makeEmpty(pool);
  const files = await Promise.all(copied.map(async (table) => [table, await toFile(pool, table)] as const));
  return time(async () => {
    for (const [table, file] of files) await pool.query(`COPY ${schema}.${table} FROM '${file}'`);
  });
}

/** Errors: the cells of the two sides differ, so their times cannot be compared. */
export async function compareCells(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ different: number; cells: number }>(
    `SELECT count(*) AS cells, count(*) FILTER (WHERE t.value IS DISTINCT FROM p.value) AS different
     FROM ${liveSchema}.cells t FULL JOIN ${schema}.cells p USING (cell, variant)`,
  );
  const { cells, different } = rows[0]!;
  if (cells === 0 || different > 0)
    throw new Error(`${different} of ${cells} cells differ between the two sides`);
}
