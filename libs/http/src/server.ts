/** A Nest application on Fastify, set up the same way wherever it runs. */
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemFilter } from './problem.js';

/** Bodies over this many bytes are refused with 413. */
export const bodyLimit = 5 * 1024 * 1024;

/** In: the root module. Out: the application, not listening yet. */
export async function createServer(
  module: Parameters<typeof NestFactory.create>[0],
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  });
  // JSON is what is left of Fastify's own parsers: anything else is 415.
  adapter.getInstance().removeContentTypeParser('text/plain');
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

/** Listens on the address, or on the first free port from 3000 on. Out: the address for people. */
export async function listenOn(app: NestFastifyApplication, { host, port }: Address): Promise<string> {
  const candidates = port === undefined ? Array.from({ length: 100 }, (_, i) => 3000 + i) : [port];
  for (const candidate of candidates) {
    try {
      await app.listen(candidate, host);
      const bound = app.getHttpServer().address() as { port: number };
      return `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${bound.port}`;
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
      if (port !== undefined)
        throw new Error(
          `Port ${port} is taken. Set PORT to another, or leave it out to get the next free one.`,
          { cause: error },
        );
    }
  }
  throw new Error('No port from 3000 to 3099 is free. Set PORT.');
}
