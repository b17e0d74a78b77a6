/** Registers the reads on Fastify itself, so that an answer from the cache does not pass through Nest. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { RouteDocument } from '@rapporteur/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerKept, answerRead } from '../reading/answer-read.js';
import { packPayload } from '../kept/content-coding.js';
import { fileRoutes, routes } from '../routes/routes.js';
import { serviceDocuments } from '../routes/service.js';
import { odataDocuments, serveOData } from '../odata/serve-odata.js';
import { sdmxDocuments, serveSdmx } from '../sdmx/serve-sdmx.js';
import { webhookDocuments } from '../webhooks/documents.js';
import { workDocuments } from '../work/documents.js';
import { bytesDocument, documentPath, sendDocument } from './send-document.js';
import { makePageSender, pageDocument, pagePath } from './send-page.js';
import { toOpenApi } from './openapi.js';
import { OPTIONS, type ApiOptions } from './options.js';
import { serveDashboard } from './serve-dashboard.js';
import { serveDocs } from './serve-docs.js';
import { Tables } from './tables.js';

const readsAndWork: readonly RouteDocument[] = [
  ...routes,
  ...fileRoutes,
  ...sdmxDocuments,
  ...odataDocuments,
  bytesDocument,
  pageDocument,
  ...webhookDocuments,
  ...workDocuments,
];

/** The documents of the read side's own addresses. */
export const readDocuments: readonly RouteDocument[] = [...readsAndWork, ...serviceDocuments];

type Answer = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> | void;

@Injectable()
export class ReadRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(OPTIONS) private readonly options: ApiOptions,
    @Inject(Tables) private readonly tables: Tables,
  ) {}

  onModuleInit(): void {
    const { reading, stream } = this.tables;
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', (request, reply, done) => {
      if (!answerKept(reading.cache, request, reply)) done();
    });
    fastify.addHook('onSend', packPayload);
    for (const route of [...routes, ...fileRoutes])
      fastify.get(
        route.path,
        answering((request, reply) => answerRead(reading, route, request, reply)),
      );
    fastify.get(
      documentPath,
      answering((request, reply) => sendDocument(reading.pool, request, reply)),
    );
    fastify.get(pagePath, answering(makePageSender(reading.pool)));
    // No HEAD route, because it would open a stream that stays open.
    fastify.get(
      '/v1/events/stream',
      { exposeHeadRoute: false },
      answering((request, reply) => stream.open(request, reply)),
    );
    serveSdmx(fastify, reading);
    serveOData(fastify, reading);
    serveDashboard(fastify, this.options.ingest);
    const { documents = [] } = this.options;
    // Made when it is first asked for: it takes as long as much else of a start.
    let openApi: ReturnType<typeof toOpenApi> | undefined;
    const makeOpenApi = () => toOpenApi([...readsAndWork, ...documents, ...serviceDocuments]);
    fastify.get('/openapi.json', () => Promise.resolve((openApi ??= makeOpenApi())));
    serveDocs(fastify);
  }
}

/** A handler that sends its answer itself. Its errors go through Nest's filter, like those of controllers. */
const answering = (answer: Answer) => async (request: FastifyRequest, reply: FastifyReply) => {
  await answer(request, reply);
  return reply;
};
