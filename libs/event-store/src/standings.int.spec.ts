/** An append rests on rights that may change at any moment: real connections, interleaved. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Standing } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { storeUnchecked, type Append } from './append-queue.js';
import { raiseStanding, readStanding } from './standings.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const append = (stream: string, by?: Standing): Append => ({
  stream,
  expectedVersion: 0,
  events: [{ id: randomUUID(), type: 'T', schemaVersion: 1, key: stream, data: {}, meta: {} }],
  ...(by ? { by } : {}),
});
const raise = async (principal: string) => {
  const client = await pool.connect();
  try {
    return await raiseStanding(client, principal);
  } finally {
    client.release();
  }
};

/** Stores appends, by the statement for one or, with another beside it, by that for many. Out: those that were stored. */
type Store = (db: pg.Pool | pg.ClientBase, ...appends: Append[]) => Promise<string[]>;
const stores: [string, Store][] = [
  ['alone', async (db, ...appends) => [...(await storeUnchecked(db, appends))].sort()],
  [
    'beside another',
    async (db, ...appends) => {
      const other = append(`beside ${randomUUID()}`);
      const stored = await storeUnchecked(db, [other, ...appends]);
      return stored.delete(other.stream) ? [...stored].sort() : ['the other was not stored'];
    },
  ],
];

describe.each(stores)('an append %s', (form, store) => {
  const [ana, ben, eva, ida] = [`ana ${form}`, `ben ${form}`, `eva ${form}`, `ida ${form}`];
  const named = (name: string, by?: Standing) => append(`${name} ${form}`, by);

  it('is stored while the rights that it rests on are those that were asked about', async () => {
    expect(await readStanding(pool, ana)).toEqual({ principal: ana, version: 0 });
    expect(await raise(ana)).toBe(1);
    const by = await readStanding(pool, ana);
    expect(by.version).toBe(1);
    expect(await store(pool, named('a1', by))).toEqual([`a1 ${form}`]);
    expect(await raise(ana)).toBe(2);
    expect(await store(pool, named('a2', by))).toEqual([]);
    expect(await store(pool, named('a2', { principal: 'nobody', version: 0 }))).toEqual([]);
    expect(await store(pool, named('a2', await readStanding(pool, ana)))).toEqual([`a2 ${form}`]);
  });

  it('that rests on no rights is stored, and those of others beside it are not held up by one that is refused', async () => {
    await raise(ben);
    const appends = [
      named('b1', { principal: ben, version: 1 }),
      named('b2', { principal: ben, version: 7 }),
      named('b3'),
    ];
    expect(await store(pool, ...appends)).toEqual([`b1 ${form}`, `b3 ${form}`]);
    expect(await store(pool, named('b4'))).toEqual([`b4 ${form}`]);
  });

  it('that meets a revocation waits for it, and is not stored', async () => {
    await raise(eva);
    const revoking = await pool.connect();
    try {
      await revoking.query('BEGIN');
      await raiseStanding(revoking, eva);
      let stored: readonly string[] | undefined;
      const appending = store(pool, named('e1', { principal: eva, version: 1 })).then(
        (names) => (stored = names),
      );
      await sleep(200);
      expect(stored).toBeUndefined();
      await revoking.query('COMMIT');
      expect(await appending).toEqual([]);
    } finally {
      revoking.release(true);
    }
  });

  it('under way is committed before a revocation is', async () => {
    await raise(ida);
    const appending = await pool.connect();
    try {
      await appending.query('BEGIN');
      await store(appending, named('i1', { principal: ida, version: 1 }));
      let raised: number | undefined;
      const revoking = raise(ida).then((version) => (raised = version));
      await sleep(200);
      expect(raised).toBeUndefined();
      await appending.query('COMMIT');
      expect(await revoking).toBe(2);
    } finally {
      appending.release(true);
    }
  });
});
