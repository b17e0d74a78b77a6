/**
 * The answers that the path of a read keeps: none is given again after the tables have changed, or to a
 * different request.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readCells, readNews, readProgress } from '@rapporteur/projections';
import Fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { makeAnswerCache, type AnswerCache } from '../kept/answer-cache.js';
import { answerKept, answerRead, type Reading } from './answer-read.js';
import { makeBroadcast } from './await-token.js';
import { tableMedia } from '../formats/choose-format.js';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';
import { commonQuery } from './parameters.js';
import { route } from './route.js';

let store: FilledStore;
let server: FastifyInstance;
let cache: AnswerCache;
/** How often the tables were read for an answer. */
let reads: number;
/** Run by the test's read before it looks at the tables, and after. */
let before: () => Promise<void>;
let after: () => Promise<void>;
/** Run after a snapshot is taken and before the read gets it. */
let betweenSnapshotAndRead: () => Promise<void>;
/** Run before the cache looks at the tables. */
let beforeLook: () => Promise<void>;

const value = route({
  method: 'get',
  action: 'read-released',
  path: '/value',
  summary: 'What stands in one cell',
  query: z.strictObject({ ...commonQuery, about: z.string().optional() }),
  answer: z.object({ value: z.int().nullable(), language: z.string(), position: z.int() }),
  alsoAs: tableMedia,
  async read({ snapshot, vintage, language, position }) {
    reads += 1;
    await before();
    const cells = await readCells(snapshot, { respondents: ['SV'] }, vintage);
    await after();
    const row = { value: cells[0]?.value ?? null, language };
    return { body: { ...row, position }, table: { columns: ['value', 'language'], rows: [row] } };
  },
});

/** The pool, whose snapshots can be held back after they are taken. */
function makeSlowPool(pool: pg.Pool): pg.Pool {
  const hold = (client: pg.PoolClient) =>
    new Proxy(client, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name, target);
        if (name !== 'query') return typeof own === 'function' ? own.bind(target) : own;
        return async (...args: Parameters<typeof client.query>) => {
          const result = await (target.query as (...given: unknown[]) => Promise<unknown>)(...args);
          if ((args[0] as { name?: string }).name === 'snapshot') await betweenSnapshotAndRead();
          return result;
        };
      },
    });
  return new Proxy(pool, {
    get(target, name) {
      if (name === 'connect') return async () => hold(await target.connect());
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

const nothing = async () => undefined;
beforeEach(async () => {
  reads = 0;
  [before, after, betweenSnapshotAndRead, beforeLook] = [nothing, nothing, nothing, nothing];
  store = await openFilledStore();
  cache = makeAnswerCache(async (after) => {
    await beforeLook();
    return readNews(store.pool, after);
  });
  const reading: Reading = {
    pool: makeSlowPool(store.pool),
    cache,
    broadcast: makeBroadcast(),
    publicUrl: undefined,
  };
  server = Fastify();
  server.addHook('onRequest', (request, reply, done) => {
    if (!answerKept(cache, request, reply)) done();
  });
  server.get('/value', (request, reply) => answerRead(reading, value, request, reply).then(() => reply));
  await store.record(
    opened('c', '2008'),
    submitted('SV', '2008-01-20', [figure('persons-prosecuted', '2007', 1)]),
  );
  await store.apply();
});
afterEach(async () => {
  await server.close();
  await store.close();
});

const get = (url = '/value', headers: Record<string, string> = {}) => server.inject({ url, headers });
const valueOf = async (url?: string) => (await get(url)).json<{ value: number }>().value;
/** Changes the value in the tables, and notifies the cache as the listener does. */
async function correct(to: number): Promise<void> {
  await store.record(corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', to)]));
  await store.apply('unheard');
  cache.hear(undefined);
}
/** A function that does the work at its first call only. */
const once = (work: () => Promise<void>) => {
  let isDone = false;
  return async () => {
    if (isDone) return;
    isDone = true;
    await work();
  };
};

describe('an answer from a moment that has passed while it was made', () => {
  it.each<[string, (work: () => Promise<void>) => void]>([
    ['before its tables were read', (work) => (before = work)],
    ['after its tables were read', (work) => (after = work)],
    ['after its snapshot was taken and before anything else', (work) => (betweenSnapshotAndRead = work)],
  ])('is not kept where they moved %s', async (_, hold) => {
    hold(once(() => correct(2)));
    expect(await valueOf()).toBe(1);
    expect(await valueOf()).toBe(2);
    expect([await valueOf(), reads]).toEqual([2, 2]);
  });

  it.each(['told', 'seen'])('is not given to who asks after the tables moved, which was %s', async (how) => {
    let goOn = () => {};
    const held = new Promise<void>((done) => (goOn = done));
    let isRead = () => {};
    const reading = new Promise<void>((done) => (isRead = done));
    after = once(async () => {
      isRead();
      await held;
    });
    const first = valueOf();
    await reading;
    await store.record(corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', 2)]));
    await store.apply('unheard');
    if (how === 'told') cache.hear(undefined);
    else await cache.see(await readProgress(store.pool));
    const second = valueOf();
    goOn();
    expect([await first, await second]).toEqual([1, 2]);
    expect(await valueOf()).toBe(2);
  });

  it('is none where only its own snapshot made known how far the tables are: that answer is kept', async () => {
    expect([await valueOf(), await valueOf(), reads]).toEqual([1, 1, 1]);
  });

  it('is not sent before it is known what else changed: no other answer goes back to before it', async () => {
    expect(await valueOf()).toBe(1);
    await store.record(corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', 2)]));
    await store.apply('unheard');
    let goOn = () => {};
    const held = new Promise<void>((done) => (goOn = done));
    beforeLook = () => held;
    let isSent = false;
    const other = get('/value?about=x').then((answer) => {
      isSent = true;
      return answer.json<{ value: number }>().value;
    });
    await sleep(300);
    expect(isSent).toBe(false);
    goOn();
    expect([await other, await valueOf()]).toEqual([2, 2]);
  });

  it('is shown to nobody who asks with the token of what came later', async () => {
    expect(await valueOf()).toBe(1);
    const token = await store.record(
      corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', 2)]),
    );
    await store.apply('unheard');
    expect(await valueOf(`/value?wait=${token}`)).toBe(2);
    expect(await valueOf()).toBe(2);
  });
});

describe('what is shown again', () => {
  it('is what was asked with the same address, media types and languages, whoever asks and by which host', async () => {
    const { payload } = await get('/value', { host: 'one.example' });
    const others: Record<string, string>[] = [
      { host: 'other.example', 'x-forwarded-host': 'third.example' },
      { cookie: 'a=b', 'user-agent': 'x', 'x-request-id': 'r' },
    ];
    for (const headers of others) expect((await get('/value', headers)).payload).toBe(payload);
    expect(reads).toBe(1);
    expect(payload).not.toContain('example');
  });

  it('is nothing that was asked at another address, for other media types or in other languages', async () => {
    const asked: [string, Record<string, string>][] = [
      ['/value', {}],
      ['/value', { accept: 'text/csv' }],
      ['/value', { 'accept-language': 'fr' }],
      ['/value', { 'accept-language': 'zh', accept: 'text/csv' }],
      ['/value?lang=es', {}],
      ['/value?asOf=2008-01-19', {}],
      ['/value?asOf=2008-01-20', {}],
      ['/value?at=1', {}],
      ['/value?at=2', {}],
      ['/value?format=csv', {}],
    ];
    const expected = [
      { value: 1, language: 'en', position: 2 },
      'value,language\r\n1,en\r\n',
      { value: 1, language: 'fr', position: 2 },
      'value,language\r\n1,zh\r\n',
      { value: 1, language: 'es', position: 2 },
      { value: null, language: 'en', position: 2 },
      { value: 1, language: 'en', position: 2 },
      { value: null, language: 'en', position: 1 },
      { value: 1, language: 'en', position: 2 },
      'value,language\r\n1,en\r\n',
    ];
    for (let time = 0; time < 2; time += 1)
      for (const [i, [url, headers]] of asked.entries()) {
        const { payload } = await get(url, headers);
        expect([url, headers, payload.startsWith('{') ? JSON.parse(payload) : payload]).toEqual([
          url,
          headers,
          expected[i],
        ]);
      }
    const etags = await Promise.all(
      asked.map(async ([url, headers]) => (await get(url, headers)).headers['etag']),
    );
    // Only answers with the same content in the same format have the same tag.
    expect(new Set(etags).size).toBe(asked.length - 3);
  });
});
