/**
 * Load over HTTP: clients that each wait for their answer, or requests at a fixed rate that do not wait for
 * answers.
 */
import { ownerHeaders } from '@rapporteur/testing';
import { createHash, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';

/** Percentiles in milliseconds: 50, 99 and 99.9 in a hundred took at most this long. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
}

/** In: milliseconds, at least one. Percentiles by nearest rank, so each is a measured value. */
export function toLatency(milliseconds: readonly number[]): Latency {
  if (milliseconds.length === 0) throw new Error('nothing was measured');
  const sorted = Float64Array.from(milliseconds).sort();
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return { p50: rank(0.5), p99: rank(0.99), p999: rank(0.999) };
}

export interface Client {
  /** Out: the body. Errors: any status but 2xx, with the answer's text; no failure is ignored. */
  send(method: 'GET' | 'POST', path: string, body?: unknown): Promise<string>;
  close(): void;
}

/** A client of one server, with this number of connections, which are kept open. */
export function makeClient(url: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const { hostname, port } = new URL(url);
  const send: Client['send'] = (method, path, body) =>
    new Promise((done, fail) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const headers = text
        ? { ...ownerHeaders(), 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
        : {};
      const asked = request({ agent, hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', fail);
        response.once('end', () => {
          const answer = Buffer.concat(chunks).toString();
          const status = response.statusCode ?? 0;
          if (status >= 200 && status < 300) done(answer);
          else fail(new Error(`${method} ${path}: ${status} ${answer.slice(0, 300)}`));
        });
      });
      asked.once('error', fail);
      asked.end(text);
    });
  return { send, close: () => agent.destroy() };
}

/**
 * Runs clients that each send the next request when the last one is answered. Out: answers a second, and how
 * long answers took.
 */
export async function runClients(
  clients: number,
  total: number,
  send: () => Promise<unknown>,
): Promise<Load> {
  let left = total;
  const took: number[] = [];
  const started = performance.now();
  const client = async () => {
    while (left-- > 0) {
      const asked = performance.now();
      await send();
      took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { rate: total / ((performance.now() - started) / 1000), latency: toLatency(took) };
}

/**
 * Sends at a fixed rate, however long answers take, so that a stall counts for every request that should have
 * been sent during it. In: how many a second, how many in all, and a function that sends one. It gets the time
 * at which its request should have been sent (performance.now()), and returns how many milliseconds after that
 * it was done, or undefined if this was not measured. Errors: the first error of a request; a sender that is a
 * second behind the rate.
 */
export async function runAtRate(
  rate: number,
  total: number,
  send: (number: number, intended: number) => Promise<number | undefined>,
): Promise<Latency> {
  const took: number[] = [];
  const open = new Set<Promise<void>>();
  let failure: Error | undefined;
  const started = performance.now();
  for (let number = 0; number < total && !failure;) {
    const due = Math.min(total, Math.floor(((performance.now() - started) * rate) / 1000) + 1);
    for (; number < due; number += 1) {
      const intended = started + (number * 1000) / rate;
      if (performance.now() - intended > 1000) failure ??= new Error(`could not send ${rate} a second`);
      const one: Promise<void> = send(number, intended)
        .then((ms) => void (ms !== undefined && took.push(ms)))
        .catch((error: Error) => void (failure ??= error))
        .finally(() => open.delete(one));
      open.add(one);
    }
    await sleep(1);
  }
  await Promise.all(open);
  if (failure) throw failure;
  return toLatency(took);
}

/**
 * Reads addresses over this number of connections, for some seconds, each connection in an order of its own, which is the
 * same in every run: otherwise all come to ask for the same at the same time, and wait for the same. Errors: an answer that
 * is not 2xx.
 */
export async function readAll(
  url: string,
  paths: readonly string[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const requests = paths.map((path) => ({ method: 'GET' as const, path }));
  let connection = 0;
  return load({
    url,
    connections,
    duration: seconds,
    setupClient: (client) => {
      const place = (path: string) => createHash('sha256').update(`${connection} ${path}`).digest('hex');
      client.setRequests(requests.toSorted((a, b) => (place(a.path) < place(b.path) ? -1 : 1)));
      connection += 1;
    },
  });
}

/**
 * Posts each body once, over this number of connections, each of which waits for its answer. In: bodies, the
 * same number for each connection; and whether each gets a key, so that it could be sent again. Errors: an answer that is
 * not 2xx.
 */
export async function postEach(
  url: string,
  posts: readonly { readonly path: string; readonly body: unknown }[],
  connections: number,
  { isKeyed = false } = {},
): Promise<Load> {
  const each = posts.length / connections;
  if (!Number.isInteger(each))
    throw new Error(`${posts.length} posts are not as many for each of ${connections}`);
  const requests = posts.map(({ path, body }) => ({
    method: 'POST' as const,
    path,
    body: JSON.stringify(body),
    headers: {
      ...ownerHeaders(),
      'content-type': 'application/json',
      ...(isKeyed ? { 'idempotency-key': randomUUID() } : {}),
    },
  }));
  return load({
    url,
    connections,
    amount: posts.length,
    setupClient: (client) => client.setRequests(requests.splice(0, each)),
  });
}

/** Answers a second, and how long answers took. */
interface Load {
  readonly rate: number;
  readonly latency: Latency;
}

async function load(options: autocannon.Options): Promise<Load> {
  const took: number[] = [];
  let started = 0;
  let ended = 0;
  const result = await new Promise<autocannon.Result>((done, fail) => {
    const running = autocannon(options, (error: Error | null, result) =>
      error ? fail(error) : done(result),
    );
    // Measured here, because autocannon's histogram has only whole milliseconds, and its duration includes
    // connecting and is rounded up to a second.
    running.on('response', (_client, _status, _bytes, milliseconds) => {
      took.push(milliseconds);
      ended = performance.now();
      started ||= ended;
    });
  });
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(
      `${options.url}: ${result.non2xx} answers were no 2xx, ${result.errors} failed, ${result.timeouts} took too long`,
    );
  return { rate: (took.length - 1) / ((ended - started) / 1000), latency: toLatency(took) };
}
