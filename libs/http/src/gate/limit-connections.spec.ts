/** Connections without a request are closed when others need the room. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { askRaw, connectRaw, type RawConnection } from '@rapporteur/testing';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { limitConnections } from './limit-connections.js';

let server: Server;
let port: number;
const opened: RawConnection[] = [];

beforeEach(async () => {
  server = createServer((request, response) => {
    response.writeHead(200, { 'content-length': 2 });
    // Streams never end.
    if (request.url === '/stream') response.write('a');
    else response.end('ok');
  });
  limitConnections(server, { atMost: 10, crowdedAt: 8, lookEveryMs: 100 });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as { port: number }).port;
});
afterEach(async () => {
  opened.splice(0).forEach((connection) => connection.cut());
  await new Promise((done) => server.close(done));
});

const open = (count: number, sent: string) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const connection = await connectRaw(port);
      opened.push(connection);
      connection.write(sent);
      return connection;
    }),
  );
const isOpen = (connection: RawConnection) => !connection.isClosed();
const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
const asked = async () => {
  for (let i = 0; i < 100; i += 1) {
    const answer = await askRaw(port, get('/')).catch(() => undefined);
    if (answer) return answer.body;
    await sleep(20);
  }
  return 'nobody answers';
};

it.each([
  ['that have said nothing', ''],
  ['that have said half', 'GET / HT'],
  ['that were answered', get('/')],
])('connections %s make room when there are too many', async (_, sent) => {
  const streams = await open(5, get('/stream'));
  const others = await open(20, sent);
  expect(await asked()).toBe('ok');
  await Promise.all(others.map(({ closed }) => closed));
  expect(streams.filter(isOpen)).toHaveLength(5);
});

it('connections stay while there are few, whatever they do', async () => {
  const all = [...(await open(3, '')), ...(await open(2, 'GET / HT')), ...(await open(2, get('/stream')))];
  await sleep(500);
  expect(all.filter(isOpen)).toHaveLength(7);
});

it('streams are as many as there may be connections, and no more', async () => {
  const streams = await open(15, get('/stream'));
  await sleep(500);
  expect(streams.filter(isOpen)).toHaveLength(10);
});
