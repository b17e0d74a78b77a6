/** TypeORM on a pool of ours: it uses the connections of the pool, and neither opens nor ends any. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Proxy } from '@rapporteur/testing';
import type pg from 'pg';
import { EntitySchema } from 'typeorm';
import { openPool } from './pool.js';
import { entitiesOn, inEntityTransaction } from './type-orm.js';

interface Database {
  readonly name: string;
}
/** A table that every server has. */
const database = new EntitySchema<Database>({
  name: 'database',
  tableName: 'pg_database',
  schema: 'pg_catalog',
  columns: { name: { name: 'datname', type: 'text', primary: true } },
});
const entities = [database];
const url = new URL(process.env['TEST_POSTGRES_URL']!);

let pool: pg.Pool;
beforeEach(() => {
  pool = openPool({ url: url.href, poolSize: 1 });
});
afterEach(() => pool.end());

const pidOf = async (asker: { query(text: string): Promise<unknown> }) => {
  const answer = (await asker.query('SELECT pg_backend_pid() AS pid')) as pg.QueryResult | { pid: number }[];
  return ('rows' in answer ? answer.rows : answer)[0]!.pid as number;
};

it('reads by a repository on the connections of the pool', async () => {
  const manager = await entitiesOn(pool, entities);
  expect(await manager.findOneBy(database, { name: 'template1' })).toEqual({ name: 'template1' });
  expect(await pidOf(manager)).toBe(await pidOf(pool));
  expect(await entitiesOn(pool, entities)).toBe(manager);
  expect(pool.totalCount).toBe(1);
});

it('has repositories and statements of our own in one transaction, which is all done or not at all', async () => {
  await pool.query('CREATE TEMP TABLE noted (n int)');
  const notedBy = (outcome: () => void) =>
    inEntityTransaction(pool, entities, async (manager, client) => {
      await client.query('INSERT INTO noted VALUES (1)');
      expect(await manager.query('SELECT n FROM noted')).toEqual([{ n: 1 }]);
      outcome();
    });
  const fails = () => {
    throw new Error('on purpose');
  };
  await expect(notedBy(fails)).rejects.toThrow('on purpose');
  expect((await pool.query('SELECT n FROM noted')).rows).toEqual([]);
  await notedBy(() => undefined);
  expect((await pool.query('SELECT n FROM noted')).rows).toEqual([{ n: 1 }]);
});

describe('where a statement is not answered', () => {
  let link: Proxy;
  let impatient: pg.Pool;
  beforeEach(async () => {
    link = await Proxy.open(Number(url.port));
    const behind = new URL(url);
    behind.port = String(link.port);
    impatient = openPool({ url: behind.href, poolSize: 1, answerWithinMs: 1000 });
  });
  afterEach(async () => {
    await link.close();
    await impatient.end();
  });
  const answer = async () => (await impatient.query('SELECT 1 AS n')).rows;
  const found = { name: 'template1' };

  it('at its beginning, leaves the pool to others, and begins at the next call', async () => {
    await answer();
    link.darken();
    await expect(entitiesOn(impatient, entities)).rejects.toThrow();
    expect(await answer()).toEqual([{ n: 1 }]);
    const manager = await entitiesOn(impatient, entities);
    expect(await manager.findOneBy(database, found)).toEqual(found);
  });

  it('later, leaves the pool to others, and works again', async () => {
    const manager = await entitiesOn(impatient, entities);
    link.darken();
    await expect(manager.findOneBy(database, found)).rejects.toThrow('Query read timeout');
    expect(await answer()).toEqual([{ n: 1 }]);
    expect(await manager.findOneBy(database, found)).toEqual(found);
  });
});
