/** The plans of a batch's recount: it may read neither all marks nor all statements for each cell. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, explainGeneric, type TestDatabase } from '@rapporteur/testing';
import { liveSchema } from '../tables/create-tables.js';
import { recountCells } from './sql/recount-cells.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

it('looks for what voids a reply by an index, although there are no statistics yet', async () => {
  const nodes = await explainGeneric(poolOf(database), recountCells(liveSchema));
  // v are the marks that void, once for a statement and once for a complete reply.
  const looks = nodes.filter(({ Alias }) => /^v(_\d+)?$/.test(Alias ?? ''));
  expect(looks.map((node) => node['Node Type'])).toEqual(
    looks.map(() => expect.stringMatching(/^Index (Only )?Scan$/)),
  );
  expect(looks).toHaveLength(2);
});

it('takes what decides a cell from the top of its index, also when there are statistics by which to sort', async () => {
  const pool = poolOf(database);
  // One respondent's reply corrected over and over: a thousand cells, each spoken of 200 times.
  await pool.query(`
    INSERT INTO ${liveSchema}.marks (position, reply, collection, round, respondent, received_on, received_precision, kind, voids, complete)
    SELECT i, 'reply/c/r/SV', 'c', 'r', 'SV', '2008-01-01'::date + i / 100, 'on', 'CorrectReply', false, false
    FROM generate_series(1, 200) i`);
  await pool.query(`
    INSERT INTO ${liveSchema}.statements (position, ordinal, kind, cell, collection, respondent, reply, received_on, retracted, code, breakdown, period, year, value, source)
    SELECT i, cell, 'observation', 'cell' || cell, 'c', 'SV', 'reply/c/r/SV', '2008-01-01'::date + i / 100, false, 'persons-prosecuted', '', '2007', 2007, i, '{}'
    FROM generate_series(1, 200) i, generate_series(1, 1000) cell`);
  await pool.query('ANALYZE');
  const nodes = await explainGeneric(pool, recountCells(liveSchema));
  // With the index in the order of dates there is nothing to sort before the first is taken.
  expect(nodes).toContainEqual(
    expect.objectContaining({
      'Node Type': 'Limit',
      Plans: [expect.objectContaining({ 'Node Type': 'Index Scan', 'Index Name': 'statements_by_cell' })],
    }),
  );
});
