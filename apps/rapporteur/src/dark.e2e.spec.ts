/**
 * The connections to PostgreSQL go dark: hanging statements are given up, no event is stored twice, and
 * services can be ended.
 */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readLog } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import {
  createTestDatabase,
  Proxy,
  startCommand,
  type RunningCommand,
  type TestDatabase,
  ownerHeaders,
} from '@rapporteur/testing';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let test: TestDatabase;
let source: Database;
let link: Proxy;
let commands: RunningCommand[];
beforeEach(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  link = await Proxy.open(Number(new URL(test.url).port));
  commands = [];
});
afterEach(async () => {
  for (const { child } of commands) child.kill('SIGKILL');
  await Promise.all(commands.map(({ ended }) => ended));
  await link.close();
  await source.destroy();
  await test.drop();
}, 60_000);

/** Starts a service whose connections to PostgreSQL can go dark. Out: its address. */
async function start(app: string): Promise<string> {
  const url = new URL(test.url);
  url.port = String(link.port);
  const command = startCommand(process.execPath, [`apps/${app}/dist/main.js`], {
    cwd: root,
    env: { DATABASE_URL: url.href, PORT: '0', KAFKA_BROKERS: '' },
  });
  commands.push(command);
  return (await command.waitFor(/\w is at (http\S+)/))[1]!;
}

const send = (url: string, method: string, path: string, key: string, body: object) =>
  fetch(`${url}/v1/rounds${path}`, {
    method,
    body: JSON.stringify(body),
    headers: { ...ownerHeaders(), 'content-type': 'application/json', 'idempotency-key': key },
    signal: AbortSignal.timeout(40_000),
  });
const reply = (respondent: string) => ({
  respondent,
  receivedOn: '2008-01-20',
  observations: [{ indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 }],
});
const sendReply = (url: string, respondent: string) =>
  send(url, 'POST', '/c/2008/replies', respondent, reply(respondent));

/** Opens the round and sends the first reply. */
async function begin(url: string): Promise<string> {
  expect((await send(url, 'POST', '', 'round', { collection: 'c', round: '2008' })).status).toBe(201);
  const answer = await sendReply(url, 'SV');
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { token: string }).token;
}

/** Calls `look` until it gives a value. */
async function until<T>(look: () => Promise<T | undefined>, ms: number): Promise<T | undefined> {
  const deadline = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined || performance.now() > deadline) return found;
    await sleep(200);
  }
}

/** Asks all services at the same time whether they are ready. Errors: one does not answer within 12 s. */
const readiness = (urls: readonly string[]) =>
  Promise.all(
    urls.map(async (url) => (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(12_000) })).ok),
  );

/**
 * Begins an append that PostgreSQL carries out, while its answer does not reach ingest. Out: the answer of
 * ingest, and the result of `look`, which runs meanwhile.
 */
async function appendIntoTheDark<T>(url: string, look: () => Promise<T>): Promise<[Response, T]> {
  const holding = await poolOf(source).connect();
  try {
    await holding.query(`BEGIN; INSERT INTO streams (stream, version) VALUES ('reply/c/2008/GR', 1)`);
    const answering = sendReply(url, 'GR');
    const isWaiting = async () => {
      const { rowCount } = await poolOf(source).query(
        "SELECT FROM pg_stat_activity WHERE application_name = 'rapporteur-append' AND wait_event_type = 'Lock'",
      );
      return rowCount || undefined;
    };
    expect(await until(isWaiting, 5000)).toBe(1);
    link.darken();
    await holding.query('ROLLBACK');
    return await Promise.all([answering, look()]);
  } finally {
    holding.release(true);
  }
}

it('a reply whose answer was lost is answered 503, stored once, and read once all have connections again', async () => {
  const ingest = await start('ingest');
  const api = await start('api');
  const services = [ingest, api, await start('aggregator')];
  const token = await begin(ingest);
  const read = async (respondent: string, wait: string) => {
    const answer = await fetch(`${api}/v1/trends?respondent=${respondent}&wait=${wait}`, {
      signal: AbortSignal.timeout(60_000),
    }).catch(() => undefined);
    return answer?.ok ? ((await answer.json()) as { series: unknown[] }).series.length : undefined;
  };
  expect(await until(() => read('SV', token), 10_000)).toBe(1);

  expect(await readiness(services)).toEqual([true, true, true]);
  const [lost, ready] = await appendIntoTheDark(ingest, () => readiness(services));
  expect(ready).toEqual([false, false, false]);
  expect([lost.status, await lost.json()]).toMatchObject([503, { type: '/problems/database-away' }]);
  const taken = await until(async () => {
    const answer = await sendReply(ingest, 'GR');
    return answer.status === 503 ? undefined : answer;
  }, 30_000);
  expect(taken?.status).toBe(201);
  const answered = (await taken!.json()) as { version: number; token: string };
  expect(answered.version).toBe(1);
  expect(await until(() => read('GR', answered.token), 60_000)).toBe(1);
  const events = await readLog(poolOf(source), 0, 100);
  expect(events.map(({ position, stream, version }) => [position, stream, version])).toEqual([
    [1, 'round/c/2008', 1],
    [2, 'reply/c/2008/SV', 1],
    [3, 'reply/c/2008/GR', 1],
  ]);
}, 180_000);

it('services that are told to end do so before whoever told them kills them', async () => {
  for (const app of ['ingest', 'api', 'aggregator', 'rapporteur']) await start(app);
  const url = /ingest is at (http\S+)/.exec(commands[0]!.output())![1]!;
  await until(async () => ((await begin(url)) ? true : undefined), 10_000);
  link.darken();
  void sendReply(url, 'GR').catch(() => undefined);
  await sleep(1500);
  const ending = commands.map(async ({ child, ended }) => {
    child.kill('SIGTERM');
    return Promise.race([ended, sleep(8000, 'still running', { ref: false })]);
  });
  expect(await Promise.all(ending)).not.toContain('still running');
}, 60_000);
