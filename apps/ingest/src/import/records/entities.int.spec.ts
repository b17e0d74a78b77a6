/** The entities of TypeORM match the tables that the migration made. */
import { expect, it } from '@jest/globals';
import { entitiesOn, openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase } from '@rapporteur/testing';
import { EntitySchema } from 'typeorm';
import * as entities from './entities.js';

const { importEntities } = entities;

it('finds nothing to change in the tables', async () => {
  const test = await createTestDatabase();
  const source = await openDatabase({ url: test.url });
  const { dataSource } = await entitiesOn(poolOf(source), importEntities);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
  await source.destroy();
  await test.drop();
});

it('knows every entity that there is', () => {
  const there = Object.values(entities).filter((one) => one instanceof EntitySchema);
  expect(importEntities).toEqual(there);
});
