/** The plan that the recount of a batch keeps when it was made of empty tables: it may not read the marks for each cell. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type { DataSource } from 'typeorm';
import { liveSchema } from './create-tables.js';
import { recountCells } from './sql/recount-cells.js';

let test: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

interface Plan {
  readonly 'Node Type': string;
  readonly Alias?: string;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

it('looks for what voids a reply by an index, although there are no statistics yet', async () => {
  const { rows } = await poolOf(database).query(
    `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${recountCells(liveSchema)}`,
  );
  const [{ Plan: root }] = rows[0]['QUERY PLAN'] as [{ Plan: Plan }];
  // v are the marks that void, once for a statement and once for a complete reply.
  const looks = nodesOf(root).filter(({ Alias }) => /^v(_\d+)?$/.test(Alias ?? ''));
  expect(looks.map((node) => node['Node Type'])).toEqual(
    looks.map(() => expect.stringMatching(/^Index (Only )?Scan$/)),
  );
  expect(looks).toHaveLength(2);
});
