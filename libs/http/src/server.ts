/** A Nest application on Fastify, set up the same way wherever it runs. */
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { gatherMethods } from './allowed-methods.js';
import { answerClientError } from './client-errors.js';
import { addGate, makeGate } from './gate.js';
import { takeJson } from './json-body.js';
import { toNestLogger, type Log } from './log.js';
import { ProblemFilter, sendProblem, toProblem } from './problem.js';
import { securityHeaders } from './security-headers.js';
import type { Served } from './served-hosts.js';
import { traceRequests } from './trace-requests.js';
import type { Tracer } from './trace.js';

/** Bodies over this many bytes are refused with 413. */
export const bodyLimit = 5 * 1024 * 1024;

/** How addresses are matched. */
const routing = { maxParamLength: 500, ignoreTrailingSlash: true };

/** Fastify's errors as they are: Nest would put others in their place, without the code that a problem is told by. */
class CodeKeepingAdapter extends FastifyAdapter {
  override mapException(error: unknown): unknown {
    return error;
  }
}

/**
 * In: the root module, the log that faults go to (Nest's own when not given), the tracer of POSTs, and by which hosts
 * the server is asked beside loopback and its own addresses. Out: the application, not listening yet.
 */
export async function createServer(
  module: Parameters<typeof NestFactory.create>[0],
  log?: Log,
  tracer?: Tracer,
  served: Served = {},
): Promise<NestFastifyApplication> {
  const adapter = new CodeKeepingAdapter({
    bodyLimit,
    routerOptions: routing,
    forceCloseConnections: true,
    clientErrorHandler: answerClientError,
    // A Host that is missing is refused by the gate, like one that is not ours.
    http: { requireHostHeader: false },
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
  const gate = makeGate({ served, methodsOf: gatherMethods(fastify, routing) });
  addGate(fastify, gate);
  // JSON is what is left of Fastify's own parsers: anything else is 415.
  fastify.removeContentTypeParser('text/plain');
  takeJson(fastify);
  if (tracer) traceRequests(fastify, tracer);
  app.useGlobalFilters(new ProblemFilter());
  return app;
}
