/** A Nest application on Fastify, set up the same way wherever it runs. */
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addDoor, tellNotAllowed, type Door } from './door/door.js';
import { makeLimits, type LimitSettings } from './door/limits.js';
import { gatherAddresses } from './gate/allowed-methods.js';
import { answerClientError } from './gate/client-errors.js';
import { addGate, makeGate } from './gate/gate.js';
import { takeJson } from './body/json-body.js';
import { limitConnections, type ConnectionLimits } from './gate/limit-connections.js';
import { toNestLogger, type Log } from './watch/log.js';
import { ProblemFilter, sendProblem, toProblem } from './problem.js';
import { securityHeaders } from './gate/security-headers.js';
import type { Served } from './gate/served-hosts.js';
import type { RouteDocument } from './route-document.js';
import { traceRequests } from './watch/trace-requests.js';
import type { Tracer } from './watch/tracer.js';
import { watchBodies, type BodyLimits } from './body/unfinished-bodies.js';

/** Bodies over this many bytes are refused with 413. */
export const bodyLimit = 5 * 1024 * 1024;

/** How addresses are matched. */
const routing = { maxParamLength: 500, ignoreTrailingSlash: true };

/** Room for 64 JSON bodies and eight imported files of the greatest length that is taken. */
const bodyLimits: BodyLimits = {
  lookEveryMs: 1000,
  quietMs: 10_000,
  leastRate: 16 * 1024,
  graceMs: 10_000,
  afterAnswerMs: 10_000,
  waiting: { json: 64, file: 8 },
  bytes: { json: 64 * bodyLimit, file: 8 * 256 * 1024 * 1024 },
};

/** Enough for the event streams of 2,000 open pages and all that they ask for. */
const connectionLimits: ConnectionLimits = { atMost: 3000, crowdedAt: 2700, lookEveryMs: 1000 };

/**
 * No route has a schema of Fastify: what comes in is checked by zod. Its own compilers, which it loads where none are given,
 * are 120 files.
 */
const compileNone = () => {
  throw new Error('Routes have no schemas of Fastify');
};
const noCompilers = { buildValidator: () => compileNone, buildSerializer: () => compileNone };

/**
 * Keeps Fastify's errors: Nest would replace them by errors without the code by which `toProblem` knows them.
 */
class CodeKeepingAdapter extends FastifyAdapter {
  override mapException(error: unknown): unknown {
    return error;
  }
}

export interface ServerOptions {
  readonly door: Door;
  /** Of every address that does not say its action itself. */
  readonly documents: readonly RouteDocument[];
  /** How much somebody may ask for; as much as they like when not given. */
  readonly limits?: LimitSettings | undefined;
  /** Where faults go; Nest's own log when not given. */
  readonly log?: Log | undefined;
  /** Of POSTs. */
  readonly tracer?: Tracer | undefined;
  /** By which hosts the server is asked beside loopback and its own addresses. */
  readonly served?: Served | undefined;
}

/** In: the root module, and the options. Out: the application, not listening yet. */
export async function createServer(
  module: Parameters<typeof NestFactory.create>[0],
  { door, documents, limits = {}, log, tracer, served = {} }: ServerOptions,
): Promise<NestFastifyApplication> {
  const adapter = new CodeKeepingAdapter({
    bodyLimit,
    schemaController: { compilersFactory: noCompilers },
    routerOptions: routing,
    forceCloseConnections: true,
    clientErrorHandler: answerClientError,
    // A Host that is missing is refused by the gate, like one that is not ours.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1000, requireHostHeader: false },
    // What Fastify refuses before any route is found passes no hook, and never reaches Nest's filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(
        gate(request) ?? toProblem(error, () => undefined),
        reply.headers({ ...securityHeaders, connection: 'close' }),
      ),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: log ? toNestLogger(log) : ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = adapter.getInstance();
  limitConnections(fastify.server, connectionLimits);
  const watch = watchBodies(fastify, bodyLimits);
  const addresses = gatherAddresses(fastify, routing);
  const gate = makeGate({ served, addresses });
  addGate(fastify, gate, addresses, (request, response) => watch.begin(request, response));
  addDoor(fastify, door, documents, await makeLimits(fastify, limits));
  // Of Fastify's own parsers only JSON is left: a body of another type is 415.
  fastify.removeContentTypeParser('text/plain');
  takeJson(fastify, watch, bodyLimit);
  if (tracer) traceRequests(fastify, tracer);
  app.useGlobalFilters(new ProblemFilter(tellNotAllowed));
  return app;
}
