/** Streams read together: each gets its own, as it stood after it was asked for, and errors meet everybody. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isDatabaseAway, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, Proxy as Link, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { storeUnchecked } from './append-queue.js';
import { makeStreamReader } from './stream-reader.js';

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

const append = (stream: string, version: number) =>
  storeUnchecked(pool, [
    {
      stream,
      expectedVersion: version - 1,
      events: [{ id: randomUUID(), type: 'T', schemaVersion: 1, key: 'k', data: { version }, meta: {} }],
    },
  ]);

describe('a stream reader', () => {
  it('gives each who asks the events of its own stream in order, and none for a stream that is not there', async () => {
    for (const version of [1, 2, 3]) await append('a', version);
    await append('b', 1);
    const read = makeStreamReader(pool);
    const found = await Promise.all(['a', 'b', 'a', 'none'].map(read));
    expect(found.map((events) => events.map(({ version }) => version))).toEqual([
      [1, 2, 3],
      [1],
      [1, 2, 3],
      [],
    ]);
  });

  it('never gives what stood before it was asked', async () => {
    const read = makeStreamReader(pool);
    const disturbing = Array.from({ length: 200 }, () => read('a'));
    for (let version = 1; version <= 30; version += 1) {
      await append('c', version);
      expect((await read('c')).at(-1)?.version).toBe(version);
      disturbing.push(read('a'));
    }
    await Promise.all(disturbing);
  });

  it('asks for a stream once, for a hundred at a time, and twice at once', async () => {
    const asked: number[] = [];
    let [running, most] = [0, 0];
    const watched = new Proxy(pool, {
      get: (target, name) =>
        name === 'query'
          ? async (query: pg.QueryConfig) => {
              asked.push((query.values![0] as string[]).length);
              most = Math.max(most, (running += 1));
              return target.query(query).finally(() => (running -= 1));
            }
          : Reflect.get(target, name, target),
    });
    const read = makeStreamReader(watched);
    await Promise.all(Array.from({ length: 250 }, (_, i) => read(`many-${i}`)));
    expect([asked, most]).toEqual([[100, 100, 50], 2]);
    expect((await Promise.all(['a', 'a', 'b'].map(read))).map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(asked.slice(3)).toEqual([2]);
  });

  it('gives up a connection that has gone dark within ten seconds, and reads on', async () => {
    const url = new URL(test.url);
    const link = await Link.open(Number(url.port));
    url.port = String(link.port);
    const behind = await openDatabase({ url: url.href });
    const read = makeStreamReader(poolOf(behind));
    await read('a');
    link.darken();
    const started = performance.now();
    expect(await read('a').catch(isDatabaseAway)).toBe(true);
    expect(performance.now() - started).toBeLessThan(11_000);
    expect((await read('a')).length).toBeGreaterThan(0);
    await behind.destroy();
    await link.close();
  });

  it('tells its error to everybody who shared the read, and goes on', async () => {
    let fails = true;
    const shaky = new Proxy(pool, {
      get: (target, name) =>
        name === 'query' && fails
          ? () => Promise.reject(new Error('away'))
          : Reflect.get(target, name, target),
    });
    const read = makeStreamReader(shaky);
    const outcomes = await Promise.allSettled([read('a'), read('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await read('b')).toHaveLength(1);
  });
});
