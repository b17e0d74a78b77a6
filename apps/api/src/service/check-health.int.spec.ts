/** Readiness: a projection that stands still, and a database that goes away and comes back while reads go on. */
import { readDocuments } from './read-routes.js';
import { openDoor } from '@rapporteur/testing';
import { service } from '@rapporteur/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeUnchecked } from '@rapporteur/event-store';
import { createServer } from '@rapporteur/http';
import { openDatabase } from '@rapporteur/postgres';
import { withSnapshot } from '@rapporteur/projections';
import { randomUUID } from 'node:crypto';
import {
  connect,
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiModule } from './api.module.js';
import { makeHealthCheck } from './check-health.js';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  await store.record(opened('c', '2008'));
  await store.apply();
});
afterAll(() => store.close());

describe('readiness', () => {
  let now = 0;
  const check = () => makeHealthCheck(store.pool, () => now);

  it('fails when the tables stand still for more than ten seconds while the log moves, and not before', async () => {
    const ask = check();
    expect((await ask()).ready).toBe(true);
    await store.record(submitted('SV', '2008-01-20', [figure('persons-prosecuted', '2007', 6)]));
    now += 9_000;
    expect((await ask()).ready).toBe(true);
    now += 2_000;
    expect(await ask()).toMatchObject({
      ready: false,
      position: 1,
      head: 2,
      reasons: [expect.stringContaining('stands still at 1 ')],
    });
    await store.apply();
    expect(await ask()).toMatchObject({ ready: true, reasons: [], position: 2 });
  });

  it('does not take an event of just now for one that has been waiting since the last question', async () => {
    const ask = check();
    expect((await ask()).ready).toBe(true);
    const meta = {
      recordedBy: 't',
      recordedAt: new Date().toISOString(),
      correlationId: 'c',
      causationId: 'r',
    };
    const { type, data } = opened('c', '2010');
    const event = { id: randomUUID(), type, schemaVersion: 1, key: 'c/2010', data, meta };
    await storeUnchecked(store.pool, [{ stream: 'round/c/2010', expectedVersion: 0, events: [event] }]);
    await store.record(opened('c', '2012'));
    now += 60_000;
    expect(await ask()).toMatchObject({ ready: true, position: 2, head: 4 });
    await store.apply();
  });
});

/** A proxy to the database that can be shut: connections break, and new ones are refused. */
class Gate {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;
  constructor(private readonly target: URL) {}

  async open(): Promise<string> {
    this.server = createTcpServer((inside) => {
      const outside = connect(Number(this.target.port), this.target.hostname);
      for (const socket of [inside, outside]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => [inside, outside].forEach((s) => s.destroy()));
      }
      inside.pipe(outside).pipe(inside);
    });
    await new Promise<void>((done) => this.server!.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
    return Object.assign(new URL(this.target), { hostname: '127.0.0.1', port: String(this.port) }).href;
  }
  async shut(): Promise<void> {
    const closed = new Promise((done) => this.server!.close(done));
    this.sockets.forEach((socket) => socket.destroy());
    await closed;
  }
}

describe('a read that takes too long', () => {
  it('is stopped, told as a problem, and gives its connection back', async () => {
    const holder = await store.pool.connect();
    await holder.query('BEGIN; LOCK TABLE tables.cells');
    const answering = store.get('/v1/observations?respondent=SV');
    const isStopped = async () => {
      const stop =
        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
      return (await store.pool.query(stop)).rows.length > 0;
    };
    while (!(await isStopped())) await sleep(10);
    expect(await answering).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: { type: '/problems/too-slow' },
    });
    await holder.query('ROLLBACK');
    holder.release();
    expect((await store.get('/v1/observations?respondent=SV')).status).toBe(200);
  });
  it('is bounded in time by the transaction that it reads in', async () => {
    const bound = await withSnapshot(store.pool, async ({ client }) =>
      client.query('SHOW statement_timeout'),
    );
    expect(bound.rows).toEqual([{ statement_timeout: '30s' }]);
  });
});

describe('a database that goes away', () => {
  it('makes reads 503 with Retry-After and readiness fail while the process lives, until it is back', async () => {
    const gate = new Gate(new URL(store.url));
    const url = await gate.open();
    const database = await openDatabase({ url });
    const app = await createServer(ApiModule.with({ ingest: 'here', database, url }), {
      door: openDoor(service),
      documents: readDocuments,
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const get = async (path: string) => {
      const { statusCode, headers, payload } = await app.inject({ method: 'GET', url: path });
      return { status: statusCode, headers, body: JSON.parse(payload) as Record<string, unknown> };
    };
    expect((await get('/v1/trends?respondent=SV')).status).toBe(200);
    await gate.shut();
    const away = await get('/v1/observations');
    expect(away).toMatchObject({
      status: 503,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '5' },
      body: { type: '/problems/database-away' },
    });
    expect(await get('/health/ready')).toMatchObject({
      status: 503,
      body: { ready: false, reasons: ['the database does not answer'] },
    });
    expect((await get('/health/live')).status).toBe(200);
    await gate.open();
    await sleep(50);
    expect((await get('/v1/observations')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
    await app.close();
    await database.destroy();
    await gate.shut();
  }, 30_000);
});
