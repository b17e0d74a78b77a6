/** What TypeORM is told of dead and discarded letters is what the migrations made. */
import { expect, it } from '@jest/globals';
import { entitiesOn, openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase } from '@rapporteur/testing';
import { letters } from './letters.js';

it('finds nothing to change in the tables', async () => {
  const test = await createTestDatabase();
  const source = await openDatabase({ url: test.url });
  const { dataSource } = await entitiesOn(poolOf(source), letters);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
  await source.destroy();
  await test.drop();
});
