/** Ingest and api in one process: every address is documented, and while the database is away no answer is invented. */
import { accessDocuments, AccessModule } from '@rapporteur/access';
import { service } from '@rapporteur/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, readDocuments } from '@rapporteur/api';
import { readBacklog } from '@rapporteur/event-store';
import { createServer, Metrics, MetricsModule } from '@rapporteur/http';
import { documents, importMigrations, IngestModule } from '@rapporteur/ingest';
import {
  openDatabase,
  poolOf,
  startEmbeddedPostgres,
  type EmbeddedServer,
  type Database,
} from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import { openStream, openDoor } from '@rapporteur/testing';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let dataDir: string;
let server: EmbeddedServer;
let database: Database;
let app: NestFastifyApplication;
const served = new Set<string>();

const start = () => startEmbeddedPostgres({ dataDir, settings: ['fsync=off'] });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rapporteur-away-'));
  // PostgreSQL runs as another user when the tests run as root, and must be able to enter the folder.
  await chmod(dataDir, 0o755);
  server = await start();
  const { url } = server;
  database = await openDatabase({ url, migrations: [...migrations, ...importMigrations] });
  @Module({
    imports: [
      IngestModule.with({ database, url, onError: () => undefined }),
      AccessModule.with({ pool: poolOf(database), door: openDoor(service) }),
      ApiModule.with({ ingest: 'here', database, url, documents: [...documents, ...accessDocuments] }),
      MetricsModule.with(new Metrics({ readFigures: () => readBacklog(poolOf(database)) })),
    ],
  })
  class Composed {}
  app = await createServer(Composed, {
    door: openDoor(service),
    documents: [...readDocuments, ...documents, ...accessDocuments],
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ method, url: path }: { method: string | string[]; url: string }) => {
    for (const one of [method].flat())
      if (one !== 'HEAD') served.add(`${one} ${path.replace(/:(\w+)/g, '{$1}')}`);
  });
  await app.init();
  await fastify.ready();
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.destroy();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const post = (url: string, body: object) =>
  app.inject({ method: 'POST', url, headers: { 'idempotency-key': url }, payload: body });
const round = { collection: 'c', round: '2008', cutOff: '2008-01-24' };
const reply = {
  respondent: 'SV',
  receivedOn: '2008-01-20',
  observations: [{ indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 }],
};

describe('every address of both', () => {
  it('stands in the documentation, and nothing else does', async () => {
    const { paths } = (await app.inject('/openapi.json')).json() as { paths: Record<string, object> };
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    // The page and its assets are not part of the API, and browsers alone ask by OPTIONS: both are not documented.
    const forScripts = [...served].filter(
      (a) => a !== 'GET /' && !/^(GET \/(assets|docs)\/|OPTIONS \/sdmx\/)/.test(a),
    );
    expect(forScripts.sort()).toEqual(documented.sort());
    expect(documented).toContain('POST /v1/rounds/{collection}/{round}/replies');
  });
});

describe('while the database is away', () => {
  it('streams end, reads and writes answer 503 with Retry-After, and nothing is stored', async () => {
    expect((await post('/v1/rounds', round)).statusCode).toBe(201);
    expect((await app.inject('/v1/rounds')).statusCode).toBe(200);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    const address = `http://127.0.0.1:${port}/v1/events/stream`;
    const reader = await openStream(address);
    await reader.until((told) => told.length === 1);
    await server.stop();
    expect(await reader.ended).toEqual({ inOrder: true });
    await expect(openStream(address)).rejects.toThrow('503');

    const reads = [
      '/v1/trends',
      '/v1/findings?lang=zh',
      '/v1/events/1',
      '/v1/topics',
      `/v1/trends?wait=${'A'.repeat(22)}`,
    ];
    const asked = [...reads.map((url) => app.inject(url)), post('/v1/rounds/c/2008/replies', reply)];
    for (const answer of await Promise.all([...asked, post('/v1/rounds', { ...round, round: '2010' })])) {
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        503,
        'application/problem+json; charset=utf-8',
      ]);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(answer.json()).toMatchObject({ status: 503, type: '/problems/database-away' });
    }
    const ready = await app.inject('/health/ready');
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      { ready: false, reasons: ['the database does not answer'] },
    ]);
    expect((await app.inject('/health/live')).statusCode).toBe(200);

    server = await start();
    const again = await openDatabase({ url: server.url });
    const { rows } = await poolOf(again).query(`SELECT (SELECT count(*) FROM streams) AS streams,
      (SELECT count(*) FROM requests) AS requests,
      (SELECT count(*) FROM log) + (SELECT count(*) FROM pending) AS events`);
    await again.destroy();
    expect(rows).toEqual([{ streams: 1, requests: 1, events: 1 }]);
  }, 60_000);
});
