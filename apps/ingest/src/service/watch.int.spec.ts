/** What ingest tells while it works: how long appends take, what was committed and moved, and the spans of traced events. */
import { documents } from './documents.js';
import { service } from '@rapporteur/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, makeLog, Metrics, Watch, type SpanStart, type Tracer } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase, openDoor } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Appending } from './appending.js';
import { IngestModule } from './ingest.module.js';

let test: TestDatabase;
let database: Database;
let app: NestFastifyApplication;
let told: [what: string, ...facts: unknown[]][] = [];
let spans: (SpanStart & { ended?: string })[] = [];
let logged: string[] = [];
let isFull = false;

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const tracer: Tracer = {
  start: (span) => {
    const own: (typeof spans)[number] = { ...span };
    spans.push(own);
    return { traceparent, end: (_, error) => void (own.ended = error?.message ?? 'well') };
  },
  close: async () => undefined,
};

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  const metrics = new Metrics({ readFigures: () => Promise.reject(new Error('nobody asks')) });
  const log = makeLog('ingest', 'debug', (line) => logged.push(line));
  const tell = (what: string) => ({ [what]: (...facts: unknown[]) => void told.push([what, ...facts]) });
  const watch = Object.assign(new Watch(metrics, log, tracer), {
    ...{ ...tell('appended'), ...tell('committed'), ...tell('moved') },
  });
  const options = { database, url: test.url, onError: () => undefined, watch, hasRoom: () => !isFull };
  app = await createServer(IngestModule.with(options), { door: openDoor(service), documents, log, tracer });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await database.destroy();
  await test.drop();
});
beforeEach(() => {
  [told, spans, logged] = [[], [], []];
});

const open = (round: string) =>
  app.inject({ method: 'POST', url: '/v1/rounds', payload: { collection: 'c', round } });
const of = (what: string) => told.filter(([name]) => name === what).map(([, ...facts]) => facts);
const spansOf = (name: string) => spans.filter((span) => span.name === name);
/** Waits until something is there, which comes sooner or later. */
async function until(isThere: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isThere(); tries += 1) await sleep(20);
  expect(isThere()).toBe(true);
}

describe('an append', () => {
  it('is told with how long it took, within its commit, and moved; its event has a span at each step', async () => {
    const started = performance.now();
    expect((await open('told')).statusCode).toBe(201);
    const most = (performance.now() - started) / 1000;
    const [[appended]] = of('appended') as [[number]];
    const [[stored, committed]] = of('committed') as [[number, number]];
    for (const seconds of [appended, committed]) {
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(most);
    }
    expect([of('appended').length, stored]).toEqual([1, 1]);
    await until(() => spansOf('sequence').length > 0);
    expect(of('moved')).toEqual([[1, 1]]);
    const about = { 'cloudevents.event_type': 'RoundOpened', 'cloudevents.event_subject': 'round/c/told' };
    expect(spansOf('append')).toMatchObject([{ parent: traceparent, attributes: about, ended: 'well' }]);
    expect(spansOf('sequence')).toMatchObject([
      { parent: traceparent, attributes: { ...about, 'rapporteur.position': 1 }, ended: 'well' },
    ]);
  });

  it('that fails ends its span with the reason, and is told as well', async () => {
    const meta = { traceparent };
    const event = { id: randomUUID(), type: 'T', schemaVersion: 1, key: 'k', data: { a: '\u0000' }, meta };
    const append = { stream: 'round/c/fails', expectedVersion: 0, events: [event] };
    await expect(app.get(Appending).append(append)).rejects.toThrow();
    expect(spansOf('append')).toHaveLength(1);
    expect(spansOf('append')[0]!.ended).toMatch(/./);
    expect(spansOf('append')[0]!.ended).not.toBe('well');
    expect(of('appended')).toHaveLength(1);
  });

  it('is refused before it is begun where there is no room', async () => {
    isFull = true;
    const answer = await open('full');
    isFull = false;
    expect([answer.statusCode, answer.json()]).toMatchObject([507, { type: '/problems/disk-full' }]);
    expect([of('appended'), spansOf('append')]).toEqual([[], []]);
    expect((await open('full')).statusCode).toBe(201);
  });

  it('whose event cannot be read again for its span is stored and moved all the same, and the log says so', async () => {
    const pool = poolOf(database);
    const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
    pool.query = ((...args: [{ name?: string }]) =>
      args[0].name === 'read-traced' ? Promise.reject(new Error('away')) : query(...args)) as never;
    expect((await open('untraced')).statusCode).toBe(201);
    await until(() => logged.some((line) => line.includes('not traced')));
    pool.query = query as never;
    const line = logged.find((one) => one.includes('not traced'))!;
    const [[, head]] = of('moved') as [[number, number]];
    expect(JSON.parse(line)).toMatchObject({ message: 'not traced', error: 'away', position: head });
    expect(spansOf('sequence')).toEqual([]);
  });
});
