/** One leader at a time, also while its connection is cut or goes dark. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createTestDatabase, Proxy, type TestDatabase } from '@rapporteur/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { lead, type Leadership } from './leadership.js';

const lock = 7;
const answerWithinMs = 1000;
/**
 * Time for what takes a second or two on an idle machine (ms): enough for a busy one; without a limit it would
 * take for ever.
 */
const longestWaitMs = 20 * answerWithinMs;

let test: TestDatabase;
let watching: pg.Client;
let proxies: Proxy[];
let candidates: Leadership[];
let errors: string[];

beforeEach(async () => {
  test = await createTestDatabase();
  watching = new pg.Client(test.url);
  await watching.connect();
  await watching.query('CREATE TABLE turns (at serial, term text)');
  proxies = [];
  candidates = [];
  errors = [];
});
afterEach(async () => {
  await Promise.all(candidates.map((candidate) => candidate.close()));
  await Promise.all(proxies.map((proxy) => proxy.close()));
  await watching.end();
  await test.drop();
});

/** A candidate behind a proxy of its own that, while it leads, notes its term by the connection that leads. */
async function enter(name: string): Promise<{ candidate: Leadership; link: Proxy }> {
  const url = new URL(test.url);
  const link = await Proxy.open(Number(url.port));
  url.port = String(link.port);
  let terms = 0;
  const work = async (client: pg.Client, signal: AbortSignal) => {
    const term = `${name} ${(terms += 1)}`;
    while (!signal.aborted) {
      await client.query('INSERT INTO turns (term) VALUES ($1)', [term]);
      await sleep(2);
    }
  };
  const candidate = lead(
    url.href,
    lock,
    work,
    { onError: (error) => errors.push(error.message) },
    answerWithinMs,
  );
  proxies.push(link);
  candidates.push(candidate);
  return { candidate, link };
}

/** The terms in the order of what they wrote: a term that comes twice was not over when another began. */
async function readTerms(): Promise<string[]> {
  const { rows } = await watching.query<{ term: string }>('SELECT term FROM turns ORDER BY at');
  return rows.map(({ term }) => term).filter((term, i, all) => term !== all[i - 1]);
}

async function until(isSo: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  const deadline = performance.now() + ms;
  while (performance.now() < deadline) {
    if (await isSo()) return true;
    await sleep(10);
  }
  return false;
}

it('two candidates never lead at once, however often the connection of the one that leads is cut', async () => {
  const links = { a: (await enter('a')).link, b: (await enter('b')).link };
  for (let i = 0; i < 8; i += 1) {
    const before = await readTerms();
    expect(await until(async () => (await readTerms()).length > before.length, longestWaitMs)).toBe(true);
    await sleep(50);
    const leader = (await readTerms()).at(-1)!;
    links[leader[0] as 'a' | 'b'].cut();
  }
  const terms = await readTerms();
  expect(terms).toEqual([...new Set(terms)]);
  expect(new Set(terms.map((term) => term[0]))).toEqual(new Set(['a', 'b']));
}, 60_000);

/** Makes the connection dark and allows no new one, by which the same candidate could lead again first. */
function goDark(link: Proxy): void {
  link.target = 9;
  link.darken();
}

it('another leads soon when the connection of the leader goes dark, which comes back as a candidate', async () => {
  const one = await enter('a');
  expect(await until(async () => (await readTerms()).length > 0, longestWaitMs)).toBe(true);
  const two = await enter('b');
  goDark(one.link);
  expect(await until(() => two.candidate.isLeader, longestWaitMs)).toBe(true);
  one.link.target = Number(new URL(test.url).port);
  expect(await until(() => !one.candidate.isLeader, longestWaitMs)).toBe(true);
  expect(errors).toContain('Query read timeout');
  expect(await until(async () => (await readTerms()).at(-1) === 'b 1', longestWaitMs)).toBe(true);
  goDark(two.link);
  expect(await until(() => one.candidate.isLeader, longestWaitMs)).toBe(true);
  expect(await until(async () => (await readTerms()).at(-1) === 'a 2', longestWaitMs)).toBe(true);
  expect(await readTerms()).toEqual(['a 1', 'b 1', 'a 2']);
}, 60_000);

/** Whether a promise is kept within so many milliseconds. */
const within = (ms: number, promise: Promise<unknown>) =>
  Promise.race([promise.then(() => true), sleep(ms, false, { ref: false })]);

it('can be closed while a statement hangs, and while the leader waits on a connection that has gone dark', async () => {
  const url = new URL(test.url);
  const link = await Proxy.open(Number(url.port));
  proxies.push(link);
  url.port = String(link.port);
  const asking = lead(url.href, 8, async (client) => void (await client.query('SELECT pg_sleep(60)')), {
    onError: () => undefined,
  });
  const waiting = lead(
    url.href,
    9,
    (_, signal) => new Promise((done) => signal.addEventListener('abort', () => done())),
    { onError: () => undefined },
  );
  expect(await until(() => asking.isLeader && waiting.isLeader, longestWaitMs)).toBe(true);
  link.darken();
  const closed = [asking, waiting].map((leadership) => within(5000, leadership.close()));
  expect(await Promise.all(closed)).toEqual([true, true]);
}, 30_000);
