/**
 * Clients that send nothing or too little are refused and told so; one that keeps sending never is, however
 * slowly this server reads.
 */
import { afterEach, describe, expect, it } from '@jest/globals';
import { connectRaw, type RawConnection } from '@rapporteur/testing';
import Fastify, { type FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { takeJson } from './json-body.js';
import { HttpProblem, sendProblem } from '../problem.js';
import { watchBodies, type BodyLimits } from './unfinished-bodies.js';

const plenty = 100 * 1024 * 1024;
const patient: BodyLimits = {
  lookEveryMs: 40,
  quietMs: 60_000,
  leastRate: 1,
  graceMs: 60_000,
  afterAnswerMs: 60_000,
  waiting: { json: 100, file: 100 },
  bytes: { json: plenty, file: plenty },
};

let server: FastifyInstance;
const connections: RawConnection[] = [];
/** How the reading of files ended, in order. */
const ended: string[] = [];
/** Reading of files begins after this promise. */
let waited: Promise<void> = Promise.resolve();

async function count(file: Readable): Promise<number> {
  await waited;
  let bytes = 0;
  for await (const chunk of file) bytes += (chunk as Buffer).length;
  return bytes;
}

async function start(limits: Partial<BodyLimits>): Promise<number> {
  server = Fastify({ bodyLimit: plenty });
  const watch = watchBodies(server, { ...patient, ...limits });
  server.addHook('onRequest', async (request, reply) => watch.begin(request, reply.raw));
  takeJson(server, watch, plenty);
  server.setErrorHandler((error, _, reply) => {
    ended.push(error instanceof HttpProblem ? error.options.code : (error as Error).message);
    if (error instanceof HttpProblem) sendProblem(error, reply);
    else void reply.status(400).send({});
  });
  server.addContentTypeParser('application/octet-stream', (_, payload, done) => done(null, payload));
  server.post('/json', async ({ body }) => ({ got: body }));
  server.post('/file', async ({ body }) => ({ taken: await count(body as Readable) }));
  server.post('/unread', async () => {
    await waited;
    return {};
  });
  server.post('/refused', { onRequest: async (_, reply) => reply.status(403).send({}) }, async () => ({}));
  await server.listen({ port: 0, host: '127.0.0.1' });
  return (server.server.address() as { port: number }).port;
}

afterEach(async () => {
  connections.splice(0).forEach((connection) => connection.cut());
  ended.length = 0;
  waited = Promise.resolve();
  await server.close();
});

const kinds = { '/json': 'application/json', '/file': 'application/octet-stream' } as const;
async function begin(
  port: number,
  path: string,
  length: number,
  type: string = kinds['/file'],
): Promise<RawConnection> {
  const connection = await connectRaw(port);
  connections.push(connection);
  const headers = `Host: localhost\r\nContent-Type: ${type}\r\nContent-Length: ${length}`;
  connection.write(`POST ${path} HTTP/1.1\r\n${headers}\r\n\r\n`);
  return connection;
}

/** Sends a few bytes again and again. Out: what stops it. */
function trickle(connection: RawConnection, bytes: number): () => void {
  const timer = setInterval(() => connection.write(' '.repeat(bytes)), 10);
  void connection.closed.then(() => clearInterval(timer));
  return () => clearInterval(timer);
}

describe.each(Object.entries(kinds))('a body to %s', (path, type) => {
  it('that does not come is answered so, and the connection is closed', async () => {
    const port = await start({ quietMs: 300 });
    for (const sent of ['', '{']) {
      const connection = await begin(port, path, 1000, type);
      connection.write(sent);
      const { status, headers, body } = await connection.answer();
      expect([status, headers['connection'], JSON.parse(body).type]).toEqual([
        408,
        'close',
        '/problems/body-too-slow',
      ]);
      await connection.closed;
    }
    expect(ended).toEqual(['body-too-slow', 'body-too-slow']);
  });

  it('that comes more slowly than is waited for is answered so', async () => {
    const port = await start({ graceMs: 300, leastRate: 100_000 });
    const connection = await begin(port, path, 1_000_000, type);
    trickle(connection, 10);
    expect((await connection.answer()).status).toBe(408);
    await connection.closed;
  });

  it('whose client leaves is given up, and nothing else is', async () => {
    const port = await start({});
    const connection = await begin(port, path, 1000, type);
    connection.write('{');
    await sleep(100);
    connection.cut();
    for (let i = 0; i < 200 && ended.length === 0; i += 1) await sleep(20);
    expect(ended).toEqual(['client-left']);
    const other = await begin(port, path, 2, type);
    other.write('{}');
    expect((await other.answer()).status).toBe(200);
  });
});

describe('a body', () => {
  it('that comes in pieces, with pauses that are none, is taken to its end', async () => {
    const port = await start({ quietMs: 2000, graceMs: 200, leastRate: 10 });
    const connection = await begin(port, '/file', 5000);
    for (let i = 0; i < 50; i += 1) {
      connection.write('a'.repeat(100));
      await sleep(20);
    }
    expect(JSON.parse((await connection.answer()).body)).toEqual({ taken: 5000 });
  });

  it('that waits for us is not too slow', async () => {
    const port = await start({ quietMs: 200, graceMs: 200, leastRate: 1_000_000 });
    let go = () => undefined as void;
    waited = new Promise((done) => (go = done));
    const size = 2_000_000;
    const connection = await begin(port, '/file', size);
    connection.write('a'.repeat(size));
    await sleep(1000);
    expect(ended).toEqual([]);
    go();
    expect(JSON.parse((await connection.answer()).body)).toEqual({ taken: size });
  });

  it('that nobody reads is nobody’s fault when its client leaves', async () => {
    const port = await start({});
    waited = sleep(300);
    const connection = await begin(port, '/unread', 1000);
    await sleep(100);
    const faults: unknown[] = [];
    const hear = (error: unknown) => faults.push(error);
    // An error without a listener would end the process.
    process.on('uncaughtException', hear);
    connection.cut();
    await sleep(300);
    process.off('uncaughtException', hear);
    expect([faults, ended]).toEqual([[], []]);
  });

  it('that goes on after the answer is not listened to for long', async () => {
    const port = await start({ afterAnswerMs: 300 });
    const connection = await begin(port, '/refused', 1_000_000);
    trickle(connection, 10);
    expect((await connection.answer()).status).toBe(403);
    await connection.closed;
  });
});

describe('when bodies are many', () => {
  it('those that come slowest are let go, and so many are waited for as may be', async () => {
    const port = await start({ waiting: { json: 3, file: 1 } });
    const slow = await Promise.all(
      [1, 10, 100, 1000, 10_000].map(async (bytes) => {
        const connection = await begin(port, '/json', 10_000_000, kinds['/json']);
        trickle(connection, bytes);
        return connection;
      }),
    );
    // A body of the other kind does not count against these.
    const file = await begin(port, '/file', 1_000_000);
    trickle(file, 1);
    const answers = await Promise.all(slow.slice(0, 2).map((connection) => connection.answer()));
    for (const { status, headers, body } of answers) {
      expect([status, headers['retry-after'], headers['connection']]).toEqual([503, '5', 'close']);
      expect(JSON.parse(body)).toMatchObject({ type: '/problems/too-busy' });
    }
    await sleep(400);
    expect([...slow.slice(2), file].map((connection) => connection.heard())).toEqual(['', '', '', '']);
  });

  it('those that come at once are all taken', async () => {
    const port = await start({ lookEveryMs: 20_000, waiting: { json: 1, file: 1 } });
    const all = await Promise.all(Array.from({ length: 40 }, () => begin(port, '/file', 20_000)));
    for (const connection of all) connection.write('a'.repeat(20_000));
    const answers = await Promise.all(all.map((connection) => connection.answer()));
    expect(answers.map(({ body }) => body)).toEqual(answers.map(() => '{"taken":20000}'));
  });

  it('and hold more than there is room for, the one that is over it is refused, until there is room again', async () => {
    const port = await start({ bytes: { json: 1000, file: plenty } });
    const first = await begin(port, '/json', 902, kinds['/json']);
    first.write(`"${'a'.repeat(899)}`);
    await sleep(200);
    const second = await begin(port, '/json', 300, kinds['/json']);
    second.write(`"${'a'.repeat(298)}"`);
    expect((await second.answer()).status).toBe(503);
    first.write('a"');
    expect((await first.answer()).status).toBe(200);
    const third = await begin(port, '/json', 300, kinds['/json']);
    third.write(`"${'a'.repeat(298)}"`);
    expect((await third.answer()).status).toBe(200);
  });
});
