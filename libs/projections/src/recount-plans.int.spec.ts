/** The plan that the recount of a batch keeps when it was made of empty tables: it may not read the marks for each cell. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase, explainGeneric, type TestDatabase } from '@rapporteur/testing';
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

it('looks for what voids a reply by an index, although there are no statistics yet', async () => {
  const nodes = await explainGeneric(poolOf(database), recountCells(liveSchema));
  // v are the marks that void, once for a statement and once for a complete reply.
  const looks = nodes.filter(({ Alias }) => /^v(_\d+)?$/.test(Alias ?? ''));
  expect(looks.map((node) => node['Node Type'])).toEqual(
    looks.map(() => expect.stringMatching(/^Index (Only )?Scan$/)),
  );
  expect(looks).toHaveLength(2);
});
