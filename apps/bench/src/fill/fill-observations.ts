/** Fills the tables with many observations by set-based statements, since only reading is measured. */
import { respondentCodes } from '@rapporteur/names';
import { liveSchema } from '@rapporteur/projections';
import type pg from 'pg';

const indicators = ['persons-arrested', 'persons-prosecuted', 'persons-convicted', 'victims-detected'];
const breakdowns = ['_T', 'sex:f', 'sex:m'];
const years = 20;
/** The smallest number of respondents that have observations. */
export const respondentsRead = 200;
const perRespondent = indicators.length * breakdowns.length * years;

/**
 * Collection number n. All collections have the same form, so a read of a series must find its collection among
 * many.
 */
export const toCollection = (n: number) => `bench-${n}`;

/**
 * In: empty tables, and the least number of observations. More observations make more collections of the same
 * form with one reply for each respondent, not longer series. Out: how many observations there are.
 */
export async function fillObservations(pool: pg.Pool, wanted: number): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query(`SET maintenance_work_mem = '512MB'`);
    const rebuildIndexes = await dropIndexes(client);
    const respondents = respondentCodes.slice(
      0,
      Math.max(respondentsRead, Math.round(wanted / perRespondent)),
    );
    const collections = Math.max(1, Math.round(wanted / (perRespondent * respondents.length)));
    await client.query(
      `INSERT INTO ${liveSchema}.marks
       SELECT (n - 1) * $2 + r.nr, 'bench-' || n || '/1/' || r.code, 'bench-' || n, '1', r.code, '2020-06-30', 'on',
         'submitted', false, false, 'en', false, null, null
       FROM unnest($1::text[]) WITH ORDINALITY r(code, nr), generate_series(1, $3) n`,
      [respondents, respondents.length, collections],
    );
    const row = `concat_ws('~', m.collection, m.respondent, i, b, y)`;
    const figure = `i, b, y::text, y, 50 + (y * 7 + length(b) + ascii(m.respondent) + length(i)) % 40, 'exact',
      json_build_object('row', y)`;
    const from = `FROM ${liveSchema}.marks m, unnest($1::text[]) i, unnest($2::text[]) b,
      generate_series(2000, ${2000 + years - 1}) y`;
    await client.query(
      `INSERT INTO ${liveSchema}.statements
       SELECT position, row_number() OVER (PARTITION BY position), 'observation', ${row}, m.collection, m.respondent,
         reply, received_on, false, ${figure} ${from}`,
      [indicators, breakdowns],
    );
    await client.query(
      `INSERT INTO ${liveSchema}.cells (cell, variant, position, ordinal, kind, collection, respondent, reply,
         received_on, code, breakdown, period, year, value, qualifier, source)
       SELECT cell, 0, position, ordinal, kind, collection, respondent, reply, received_on, code, breakdown, period,
         year, value, qualifier, source FROM ${liveSchema}.statements`,
    );
    await rebuildIndexes();
    await client.query(`UPDATE sequencer SET head = (SELECT max(position) FROM ${liveSchema}.marks)`);
    await client.query('UPDATE places SET position = (SELECT head FROM sequencer)');
    await client.query('VACUUM ANALYZE');
    return collections * perRespondent * respondents.length;
  } finally {
    client.release(true);
  }
}

/** Drops the indexes of the two large tables. Out: a function that makes them again. */
async function dropIndexes(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; make: string }>(
    `SELECT CASE WHEN c.oid IS NULL THEN 'DROP INDEX ' || i.indexrelid::regclass
         ELSE 'ALTER TABLE ' || i.indrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(c.conname) END AS drop,
       CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
         ELSE 'ALTER TABLE ' || i.indrelid::regclass || ' ADD ' || pg_get_constraintdef(c.oid) END AS make
     FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'p'
     WHERE i.indrelid IN ('${liveSchema}.statements'::regclass, '${liveSchema}.cells'::regclass)`,
  );
  for (const { drop } of rows) await client.query(drop);
  return async () => {
    for (const { make } of rows) await client.query(make);
  };
}
