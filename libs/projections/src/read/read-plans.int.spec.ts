/** The plans of the real reads and of the feed on many rows: each goes by an index, none reads from end to end. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Vintage } from '@rapporteur/domain';
import { readLogStatement, watermarkStatement } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, nodesOf, type PlanNode, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';
import type { CellFilter } from './cell-filter.js';
import { cellsQuery } from './read-cells.js';
import { keepToTheKey, seriesQuery } from './read-series.js';
import { revisedCells } from './sql/revised-cells.js';

/**
 * How many cells: enough that an index is by far the faster way. FULL=1 takes a million, which takes half a
 * minute to write.
 */
const respondents = process.env['FULL'] ? 200 : 40;
/** Of each respondent 50 indicators, 5 breakdowns, 20 years; of a tenth of them a figure in each of ten rounds. */
const perRespondent = 5000;
const many = respondents * perRespondent;
const rounds = 10;
const middle = `R${String(respondents / 2).padStart(3, '0')}`;

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;

/** Columns of row number n of all figures; `cell` begins with what narrows it, as observationId has it. */
const figures = (rows: number) => `
  SELECT n, 'c~' || respondent || '~' || code || '~' || breakdown || '~' || year AS cell, respondent, code, breakdown,
    year, n % 1000 AS value
  FROM generate_series(0, ${rows - 1}) n
  CROSS JOIN LATERAL (SELECT 'R' || lpad((n / 5000)::text, 3, '0') AS respondent, 'code-' || n / 100 % 50 AS code,
    'sex:s' || n / 20 % 5 AS breakdown, 2000 + n % 20 AS year) r`;

const fill = [
  // Unlogged tables are written faster, and read by the same plans.
  ...[`${liveSchema}.cells`, `${liveSchema}.statements`, 'log'].map(
    (table) => `ALTER TABLE ${table} SET UNLOGGED`,
  ),
  `INSERT INTO ${liveSchema}.cells
   SELECT cell, 0, n / 5000 + 1, n % 5000, 'observation', 'c', respondent, 'c/9/' || respondent, '2019-01-01', code,
     breakdown, year::text, year, value, 'exact', '{"paragraph": 14}' FROM (${figures(many)}) f`,
  `INSERT INTO ${liveSchema}.statements
   SELECT v * 20 + n / 5000 + 1, n % 5000, 'observation', cell, 'c', respondent, 'c/' || v || '/' || respondent,
     make_date(2010 + v, 1, 1), false, code, breakdown, year::text, year, value + v, 'exact', '{"paragraph": 14}'
   FROM (${figures(many / rounds)}) f, generate_series(0, ${rounds - 1}) v`,
  `INSERT INTO ${liveSchema}.marks
   SELECT position, min(reply), 'c', split_part(min(reply), '/', 2), min(respondent), min(received_on), 'on', 'submitted',
     false, true FROM ${liveSchema}.statements GROUP BY position`,
  // Replies of others, so that it does not pay to go through all of them.
  `INSERT INTO ${liveSchema}.marks
   SELECT 1000 + n, 'd/1/' || n, 'd', '1', 'S' || n, '2010-01-01', 'on', 'submitted', n % 50 = 0, n % 50 = 1
   FROM generate_series(1, 50000) n`,
  `INSERT INTO log SELECT n, md5(n::text)::uuid, 's' || n / 10, n % 10 + 1, 'ReplySubmitted', 1, 'k', n % 12, '{}', '{}'
   FROM generate_series(1, ${many}) n`,
  `UPDATE sequencer SET head = ${many}`,
  `UPDATE places SET position = ${many - 1000}`,
  `ANALYZE ${liveSchema}.cells, ${liveSchema}.statements, ${liveSchema}.marks, log`,
];

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  for (const statement of fill) await pool.query(statement);
}, 120_000);
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

/** Runs a statement. Out: relations that it read from end to end, the indexes that it used, and what it took (ms). */
async function explain(text: string, values: unknown[]) {
  const { rows } = await pool.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values);
  const [{ Plan: root, 'Execution Time': ms }] = rows[0]['QUERY PLAN'] as [
    { Plan: PlanNode; 'Execution Time': number },
  ];
  const nodes = nodesOf(root);
  const small = ['places', 'sequencer'];
  return {
    endToEnd: nodes
      .filter(
        (node) => node['Node Type'].includes('Seq Scan') && !small.includes(node['Relation Name'] ?? ''),
      )
      .map((node) => node['Relation Name']),
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))].sort(),
    rows: root['Actual Rows'],
    ms,
  };
}

/** Does something as if PostgreSQL had not looked at some tables yet, as after a first import. */
async function withoutStatistics(tables: readonly string[], work: (client: pg.PoolClient) => Promise<void>) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const table of tables) {
      await client.query(
        `SELECT pg_clear_attribute_stats(schemaname, tablename, attname, false) FROM pg_stats
         WHERE schemaname = $1 AND tablename = $2`,
        [liveSchema, table],
      );
      await client.query(`SELECT pg_clear_relation_stats($1, $2)`, [liveSchema, table]);
    }
    await work(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const vintage = { asOf: '2015-06-01', at: 150 };

describe.each<[string, CellFilter, number]>([
  ['the trends of a respondent', { kind: 'observation', respondents: ['R003'] }, perRespondent],
  ['one indicator of a respondent', { respondents: ['R003'], codes: ['code-7'] }, 100],
  ['one indicator of everybody', { codes: ['code-7'], collections: ['c'] }, many / 50],
  ['some years of a respondent', { respondents: ['R003'], codes: ['code-7'], from: 2004, to: 2008 }, 25],
  ['one cell', { cells: ['c~R003~code-7~sex:s1~2004'] }, 1],
])('%s', (_, filter, expected) => {
  it('are read by an index as they stand', async () => {
    const { text, values } = cellsQuery(filter, null);
    const { endToEnd, indexes, rows } = await explain(text, values);
    expect([endToEnd, rows]).toEqual([[], expected]);
    expect(indexes).toEqual(expect.arrayContaining([expect.stringMatching(/^cells_/)]));
  });
  it('are read by indexes at a vintage', async () => {
    const { text, values } = cellsQuery(filter, vintage);
    const { endToEnd, indexes, rows } = await explain(text, values);
    expect(endToEnd).toEqual([]);
    expect(indexes).toEqual(expect.arrayContaining([expect.stringMatching(/^statements_/)]));
    // A tenth of the cells have statements here.
    expect(rows).toBe(filter.respondents || filter.cells ? expected : expected / rounds);
  });
});

describe('a page', () => {
  it('after a cell is read by the key, no further than the page', async () => {
    const { text, values } = cellsQuery({ kind: 'observation', after: `c~${middle}`, limit: 101 }, null);
    const { endToEnd, indexes, rows } = await explain(text, values);
    expect([endToEnd, rows, indexes]).toEqual([[], 101, ['cells_pkey', 'marks_pkey']]);
  });
});

describe('a page of series', () => {
  const keys = Array.from({ length: 100 }, (_, i) => `c~${middle}~code-${i % 50}~sex:s${i % 5}`);
  it('is found by going from one to the next by the key', async () => {
    const { text, values } = seriesQuery({ kind: 'observation' }, null, `c~${middle}`, 101);
    const { endToEnd, indexes, rows } = await explain(text, values);
    expect([endToEnd, rows, indexes]).toEqual([[], 101, ['cells_pkey']]);
  });
  it('is found so of tables that PostgreSQL has not looked at yet, as after a first import', async () => {
    await withoutStatistics(['cells'], async (client) => {
      await client.query(keepToTheKey);
      const { text, values } = seriesQuery({ collections: ['c'] }, null, undefined, 101);
      const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
      const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan as PlanNode);
      const indexes = new Set(nodes.flatMap((node) => node['Index Name'] ?? []));
      expect(indexes).toEqual(new Set(['cells_pkey']));
      expect(nodes.filter((node) => node['Node Type'] === 'Sort')).toEqual([]);
    });
  });
  it.each<[string, Vintage | null, RegExp]>([
    ['as they stand', null, /^cells_pkey/],
    ['at a vintage', vintage, /^statements_by_cell/],
  ])('is read by the stretch of the key that each has, %s', async (_, at, index) => {
    const { text, values } = cellsQuery({ kind: 'observation', series: keys }, at);
    const { endToEnd, indexes, ms } = await explain(text, values);
    expect(endToEnd).toEqual([]);
    expect(indexes).toEqual(expect.arrayContaining([expect.stringMatching(index)]));
    expect(ms).toBeLessThan(500);
  });
});

describe('revisions between two vintages', () => {
  it('compare no cell with what it has nothing to do with, whatever is known of the tables', async () => {
    await withoutStatistics(['cells', 'statements', 'marks'], async (client) => {
      const values: unknown[] = ['2014-01-01', '2015-01-01', 1000];
      const text = `${revisedCells({ collections: ['c'] }, values, 100)} SELECT count(*) FROM changed`;
      const { rows } = await client.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values);
      const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan as PlanNode);
      const read = nodes.filter((node) => node['Relation Name'] === 'statements');
      expect(read.map((node) => node['Node Type'])).not.toContain('Seq Scan');
      const compared = nodes.map(
        (node) => (node['Rows Removed by Join Filter'] ?? 0) * (node['Actual Loops'] ?? 1),
      );
      expect(Math.max(...compared)).toBeLessThan(many / rounds);
    });
  });
});

describe('the feed', () => {
  it('is read by position', async () => {
    const { endToEnd, indexes, rows } = await explain(readLogStatement, [many / 2, 500, 32 * 1024 * 1024]);
    expect([endToEnd, indexes, rows]).toEqual([[], ['log_pkey'], 500]);
  });
  it('tells how far the tables are without reading what they have', async () => {
    const { endToEnd, rows } = await explain(watermarkStatement, [liveSchema]);
    expect([endToEnd, rows]).toEqual([[], 1]);
  });
});
