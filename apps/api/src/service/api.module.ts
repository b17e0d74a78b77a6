/** The read side as a Nest module: its addresses on Fastify, the documentation, health. */
import {
  Logger,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ownPagesOnly, policyOfStill, sendProblem, toProblem, type RouteDocument } from '@rapporteur/http';
import { listen, poolOf, type Listener } from '@rapporteur/postgres';
import { readProgress } from '@rapporteur/projections';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { makeAnswerCache } from '../reading/answer-cache.js';
import { answerKept, answerRead, type Reading } from '../reading/answer-read.js';
import { makeGong } from '../reading/await-token.js';
import { makeHealthCheck } from './check-health.js';
import { toDocsPage } from './docs-page.js';
import { toOpenApi } from './openapi.js';
import { files, routes } from '../routes/routes.js';
import { serveDashboard, type IngestPlace } from './serve-dashboard.js';
import { serviceDocuments } from '../routes/service.js';
import { makeEventStream, type EventStream } from './stream-events.js';

export interface ApiOptions {
  readonly database: DataSource;
  readonly url: string;
  /** Where replies are taken, for the page. */
  readonly ingest: IngestPlace;
  /** Addresses of others in the same process, for the documentation. */
  readonly documents?: readonly RouteDocument[];
  /** The origin that readers use; without it answers name addresses without one. */
  readonly publicUrl?: string | undefined;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Registers the reads on Fastify itself: an answer from the cache passes nothing of Nest. */
class Reads implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('api');
  private listener: Listener | undefined;
  private stream: EventStream | undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly options: ApiOptions,
  ) {}

  onModuleInit(): void {
    const { database, url, ingest, documents = [], publicUrl } = this.options;
    const pool = poolOf(database);
    const cache = makeAnswerCache(() => readProgress(pool));
    const reading: Reading = { pool, cache, gong: makeGong(), publicUrl };
    const stream = makeEventStream({
      pool: reading.pool,
      onProgress: (position) => reading.cache.learn(position),
      onError: (error) => this.logger.error(error),
    });
    this.stream = stream;
    this.listener = listen(url, ['rapporteur_tables'], () => {
      reading.cache.forget();
      reading.gong.ring();
      stream.wake();
    });
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', (request, reply, done) => {
      if (!answerKept(cache, request, reply)) done();
    });
    for (const route of [...routes, ...files])
      fastify.get(
        route.path,
        this.guard((request, reply) => answerRead(reading, route, request, reply)),
      );
    // HEAD would be answered by a stream that stays open.
    fastify.get(
      '/v1/events/stream',
      { exposeHeadRoute: false },
      this.guard((request, reply) => stream.open(request, reply)),
    );
    serveDashboard(fastify, ingest);
    const openApi = toOpenApi([...routes, ...files, ...documents, ...serviceDocuments]);
    fastify.get('/openapi.json', () => Promise.resolve(openApi));
    const docs = toDocsPage(openApi);
    const docsHeaders = { ...ownPagesOnly, 'content-security-policy': policyOfStill(docs) };
    fastify.get('/docs', (_, reply) =>
      reply.headers(docsHeaders).type('text/html; charset=utf-8').send(docs),
    );
    const check = makeHealthCheck(reading.pool);
    fastify.get('/health/live', () => Promise.resolve({ live: true }));
    fastify.get(
      '/health/ready',
      this.guard(async (_, reply) => {
        const health = await check();
        return reply.status(health.ready ? 200 : 503).send(health);
      }),
    );
  }

  /** Before connections are cut: a stream that ends is no fault to its reader. */
  beforeApplicationShutdown(): void {
    this.stream?.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.close();
  }

  /** Any error becomes a problem document. */
  private guard(handle: Handler): Handler {
    return async (request, reply) => {
      try {
        await handle(request, reply);
      } catch (error) {
        sendProblem(
          toProblem(error, (fault) => this.logger.error(fault)),
          reply,
        );
      }
      return reply;
    };
  }
}

@Module({})
export class ApiModule {
  /** In: an open, migrated database, its address, and the documents of others. */
  static with(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      providers: [
        {
          provide: Reads,
          useFactory: (host: HttpAdapterHost) => new Reads(host, options),
          inject: [HttpAdapterHost],
        },
      ],
    };
  }
}
