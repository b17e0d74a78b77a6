/** For tests of the read side: an api on a database of its own, filled with events through log and tables. */
import { readDocuments } from '../service/read-routes.js';
import {
  type Authority,
  streamOf,
  toNewEvent,
  type DomainEvent,
  type Finding,
  type Observation,
  service,
} from '@rapporteur/domain';
import { Module } from '@nestjs/common';
import {
  moveOnce,
  partitionCount,
  readBacklog,
  readLog,
  readWatermark,
  storeAppends,
  takeEpoch,
  takeLeases,
} from '@rapporteur/event-store';
import { createServer, Metrics, MetricsModule } from '@rapporteur/http';
import { channels, inTransaction, openDatabase, poolOf } from '@rapporteur/postgres';
import { applyEvents, liveSchema } from '@rapporteur/projections';
import { createTestDatabase, openDoor, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type pg from 'pg';
import { ApiModule } from '../service/api.module.js';
import type { ApiOptions } from '../service/options.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The body as JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is in it is what the tests are about
  readonly body: any;
}

export interface FilledStore {
  /** Address of the database. */
  readonly url: string;
  readonly pool: pg.Pool;
  readonly server: Server;
  /** The addresses that were registered: `GET /v1/events/:position`. */
  readonly addresses: ReadonlySet<string>;
  /** Stores events and gives them positions. Out: the token of the last. */
  record(...events: DomainEvent[]): Promise<string>;
  /** Applies the events that the tables lack, and notifies the api unless `unheard` is given. */
  apply(unheard?: 'unheard'): Promise<void>;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** Listens on a free port. Out: the address of the api. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

const meta = {
  recordedBy: 'desk-7',
  recordedAt: '2008-02-01T00:00:00.000Z',
  correlationId: 'c',
  causationId: 'r',
};

/** An empty store with an api on it. In: further options of the api, who asks, and an empty database that is migrated. */
export async function openFilledStore(
  more: Partial<ApiOptions> = {},
  authority: Authority = service,
  given?: TestDatabase,
): Promise<FilledStore> {
  const test = given ?? (await createTestDatabase());
  const database = await openDatabase({ url: test.url });
  const pool = poolOf(database);
  // Composed like the api as a separate service, so that it serves the documented addresses.
  const metrics = new Metrics({ readFigures: () => readBacklog(pool, liveSchema) });
  @Module({
    imports: [
      ApiModule.with({ ingest: 'here', database, url: test.url, ...more }),
      MetricsModule.with(metrics),
    ],
  })
  class ApiRoot {}
  const app = await createServer(ApiRoot, { door: openDoor(authority), documents: readDocuments });
  const fastify = app.getHttpAdapter().getInstance();
  const addresses = new Set<string>();
  fastify.addHook('onRoute', ({ method, url }: { method: string | string[]; url: string }) => {
    for (const one of [method].flat())
      if (one !== 'HEAD' && one !== 'OPTIONS') addresses.add(`${one} ${url}`);
  });
  await app.init();
  await fastify.ready();
  const versions = new Map<string, number>();
  return {
    url: test.url,
    pool,
    server: app.getHttpServer(),
    addresses,
    async record(...events) {
      let id = '';
      for (const event of events) {
        const stream = streamOf(event);
        const expectedVersion = versions.get(stream) ?? 0;
        versions.set(stream, expectedVersion + 1);
        id = randomUUID();
        const stored = toNewEvent(event, id, meta);
        await storeAppends(pool, [{ stream, expectedVersion, events: [stored] }]);
      }
      await inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
      return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
    },
    async apply(unheard) {
      const partitions = Array.from({ length: partitionCount }, (_, i) => i);
      const leases = await takeLeases(pool, liveSchema, partitions);
      const events = await readLog(pool, await readWatermark(pool, liveSchema), 1000);
      await inTransaction(pool, async (client) => {
        const { notice } = await applyEvents(client, liveSchema, leases, events);
        if (!unheard) await client.query('SELECT pg_notify($1, $2)', [channels.tables, notice]);
      });
    },
    async get(url, headers = {}) {
      const response = await app.inject({ method: 'GET', url, headers });
      const text = response.payload;
      const isJson =
        !response.headers['content-encoding'] && /json/.test(String(response.headers['content-type']));
      return {
        status: response.statusCode,
        headers: response.headers as Answer['headers'],
        text,
        bytes: response.rawPayload,
        body: isJson && text ? JSON.parse(text) : undefined,
      };
    },
    async listen() {
      await app.listen(0, '127.0.0.1');
      return `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
    },
    async close() {
      await app.close();
      await database.destroy();
      await test.drop();
    },
  };
}

export const opened = (collection: string, round: string, listed: readonly string[] = []): DomainEvent => ({
  type: 'RoundOpened',
  data: {
    collection,
    round,
    title: { en: `Round of ${round}` },
    mandate: null,
    symbol: null,
    noteVerbaleOn: null,
    replyBy: null,
    cutOff: '2008-01-24',
    complete: false,
    compiledBy: null,
    asked: null,
    listed: {
      paragraph: 3,
      respondents: listed.map((code) => ({ code, asWritten: code, match: 'code' as const })),
    },
  },
});

export const figure = (indicator: string, period: string, value: number, more: Partial<Observation> = {}) =>
  ({
    indicator,
    breakdown: {},
    period,
    value,
    qualifier: 'exact',
    paragraph: 14,
    ...more,
  }) satisfies Observation;

const keyed = (respondent: string, receivedOn: string, round: string) => ({
  collection: 'c',
  round,
  respondent,
  receivedOn,
  receivedPrecision: 'on' as const,
  late: false,
});

export const submitted = (
  respondent: string,
  receivedOn: string,
  observations: Observation[],
  findings: Finding[] = [],
  round = '2008',
): DomainEvent => ({
  type: 'ReplySubmitted',
  data: {
    ...keyed(respondent, receivedOn, round),
    resolved: { code: respondent, asWritten: respondent, match: 'code' },
    language: 'es',
    complete: false,
    observations,
    findings,
  },
});

export const corrected = (respondent: string, receivedOn: string, changed: Observation[]): DomainEvent => ({
  type: 'ReplyCorrected',
  data: {
    ...keyed(respondent, receivedOn, '2008'),
    reason: 'typing error',
    reference: 'Corr.1',
    observations: { changed, added: [], retracted: [] },
    findings: { changed: [], added: [], retracted: [] },
  },
});
