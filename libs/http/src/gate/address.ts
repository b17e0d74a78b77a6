/** Where a server listens and by which names it is asked: PORT, HOST, PUBLIC_URL and ALLOWED_HOSTS. */
import { createServer as createProbe } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { toHost } from './served-hosts.js';

/** PORT, HOST, PUBLIC_URL and ALLOWED_HOSTS as given; port undefined = 3000 or the next free one. */
export interface Address {
  readonly host: string;
  readonly port: number | undefined;
  /** The origin that readers use, such as https://figures.example; undefined = none is told. */
  readonly publicUrl: string | undefined;
  /** Further hosts that are ours, without port. */
  readonly allowedHosts: readonly string[];
}

/** The lines of a usage text that tell PUBLIC_URL and ALLOWED_HOSTS. In: the width of the names. */
export const hostsUsage = (width = 14) =>
  [
    ['PUBLIC_URL', 'the address that readers use, such as https://figures.example; answers name it (none)'],
    ['ALLOWED_HOSTS', 'further names that the server is reached by, joined by commas (none)'],
  ]
    .map(([name, meaning]) => `  ${name!.padEnd(width)}${meaning}`)
    .join('\n');

/** Reads PORT, HOST, PUBLIC_URL and ALLOWED_HOSTS. Errors: a value that cannot be used. */
export function readAddress(env: NodeJS.ProcessEnv): Address {
  return {
    host: env['HOST'] || '127.0.0.1',
    port: readPort(env['PORT']),
    publicUrl: readPublicUrl(env['PUBLIC_URL']),
    allowedHosts: readHosts(env['ALLOWED_HOSTS']),
  };
}

function readPort(given: string | undefined): number | undefined {
  if (!given) return undefined;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT=${given} is not a port: give a number from 0 to 65535, or leave it out.`);
  return port;
}

function readPublicUrl(given: string | undefined): string | undefined {
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  // The page asks for /v1 and /assets at the root of the host, so an address with a path would not work.
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new Error(
    `PUBLIC_URL=${given} is no address: give http:// or https:// and the host that readers use, without a path, such as https://figures.example.`,
  );
}

function readHosts(given = ''): string[] {
  const listed = given.split(',').map((part) => part.trim());
  return listed.filter(Boolean).map((part) => {
    const host = toHost(part);
    if (host !== undefined) return host;
    throw new Error(
      `ALLOWED_HOSTS: "${part}" is no name of a host: give names joined by commas, such as figures.example,ingest.`,
    );
  });
}

/** Whether a port is free. Asked before Fastify listens, because Fastify cannot try a second time. */
function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((done, fail) => {
    const probe = createProbe();
    probe.once('error', (error: { code?: string }) =>
      error.code === 'EADDRINUSE' ? done(false) : fail(error),
    );
    probe.listen(port, host, () => probe.close(() => done(true)));
  });
}

/**
 * The port to listen on: the one given, or the first free one from 3000 on. Errors: the given one is taken; all
 * are.
 */
export async function choosePort({ host, port }: Pick<Address, 'host' | 'port'>): Promise<number> {
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
