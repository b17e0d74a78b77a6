/** A Nest application on Fastify, set up the same way wherever it runs. */
import { createServer as createProbe } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { takeJson } from './json-body.js';
import { toNestLogger, type Log } from './log.js';
import { ProblemFilter, sendProblem, toProblem } from './problem.js';
import { traceRequests } from './trace-requests.js';
import type { Tracer } from './trace.js';

/** Bodies over this many bytes are refused with 413. */
export const bodyLimit = 5 * 1024 * 1024;

/** Fastify's errors as they are: Nest would put others in their place, without the code that a problem is told by. */
class CodeKeepingAdapter extends FastifyAdapter {
  override mapException(error: unknown): unknown {
    return error;
  }
}

/**
 * In: the root module, the log that faults go to (Nest's own when not given), and the tracer of POSTs.
 * Out: the application, not listening yet.
 */
export async function createServer(
  module: Parameters<typeof NestFactory.create>[0],
  log?: Log,
  tracer?: Tracer,
): Promise<NestFastifyApplication> {
  const adapter = new CodeKeepingAdapter({
    bodyLimit,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    forceCloseConnections: true,
    // What Fastify refuses before any route is found never reaches Nest's filter.
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(
        toProblem(error, () => undefined),
        reply,
      ),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: log ? toNestLogger(log) : ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  });
  // JSON is what is left of Fastify's own parsers: anything else is 415.
  adapter.getInstance().removeContentTypeParser('text/plain');
  takeJson(adapter.getInstance());
  if (tracer) traceRequests(adapter.getInstance(), tracer);
  app.useGlobalFilters(new ProblemFilter());
  return app;
}

/** PORT and HOST as given; port undefined = 3000 or the next free one. */
export interface Address {
  readonly host: string;
  readonly port: number | undefined;
}

/** Reads PORT and HOST. Errors: a PORT that is none. */
export function readAddress(env: NodeJS.ProcessEnv): Address {
  const host = env['HOST'] || '127.0.0.1';
  if (!env['PORT']) return { host, port: undefined };
  const port = Number(env['PORT']);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT=${env['PORT']} is not a port: give a number from 0 to 65535, or leave it out.`);
  return { host, port };
}

/** Whether nobody listens there now. Asked before Fastify listens, because it cannot try a second time. */
function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((done, fail) => {
    const probe = createProbe();
    probe.once('error', (error: { code?: string }) =>
      error.code === 'EADDRINUSE' ? done(false) : fail(error),
    );
    probe.listen(port, host, () => probe.close(() => done(true)));
  });
}

/** The port to listen on: the one given, or the first free one from 3000 on. Errors: it is taken; all are. */
export async function choosePort({ host, port }: Address): Promise<number> {
  if (port !== undefined) {
    if (await isFree(port, host)) return port;
    throw new Error(`Port ${port} is taken. Set PORT to another, or leave it out to get the next free one.`);
  }
  for (let candidate = 3000; candidate < 3100; candidate += 1)
    if (await isFree(candidate, host)) return candidate;
  throw new Error('No port from 3000 to 3099 is free. Set PORT.');
}

/** Listens. Out: the address for people. */
export async function listenOn(app: NestFastifyApplication, address: Address): Promise<string> {
  const { host } = address;
  await app.listen(await choosePort(address), host);
  const { port } = app.getHttpServer().address() as { port: number };
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}
