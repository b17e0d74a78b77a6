/** The proxy passes everything on, and does to connections what it is told to. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Proxy } from './proxy.js';

let server: Server;
let proxy: Proxy;
let accepted: Socket[];
let sockets: Socket[];

beforeEach(async () => {
  accepted = [];
  sockets = [];
  server = createServer({ allowHalfOpen: true }, (socket) => {
    accepted.push(socket.on('error', () => undefined));
    socket.on('data', (chunk) => socket.write(chunk));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await Proxy.open((server.address() as { port: number }).port);
});
afterEach(async () => {
  [...accepted, ...sockets].forEach((socket) => socket.destroy());
  await proxy.close();
  await new Promise((done) => server.close(done));
});

async function open(): Promise<Socket> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket.on('error', () => undefined));
  await once(socket, 'connect');
  return socket;
}

async function echo(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  let heard = '';
  while (heard.length < text.length) heard += String((await once(socket, 'data'))[0]);
  return heard;
}

/** Not `once` of node:events, which would fail with the error of a reset. */
const closed = (socket: Socket) => new Promise((done) => socket.once('close', done));
const isOpen = (socket: Socket) => !socket.destroyed;

describe('the proxy', () => {
  it('passes on a megabyte unchanged, and knows the connection by the port that the target sees', async () => {
    const socket = await open();
    const text = 'abcdefgh'.repeat(2 ** 17);
    expect((await echo(socket, text)) === text).toBe(true);
    expect(proxy.has(accepted[0]!.remotePort!)).toBe(true);
    expect(proxy.has(socket.localPort!)).toBe(false);
  });

  it('leaves no listener behind each time that it waits for a slow reader', async () => {
    const socket = await open();
    const listeners = () =>
      [...proxy['connections']].flatMap(({ near, far }) => [
        near.listenerCount('close'),
        far.listenerCount('close'),
      ]);
    await echo(socket, 'a');
    const before = listeners();
    for (let i = 0; i < 5; i += 1) {
      socket.pause();
      const echoed = echo(socket, 'abcdefgh'.repeat(2 ** 20));
      await sleep(20);
      socket.resume();
      await echoed;
    }
    expect(listeners()).toEqual(before);
  });

  it('delays what it passes on, in order', async () => {
    const socket = await open();
    await echo(socket, 'a');
    proxy.delayMs = 100;
    const started = performance.now();
    expect(await echo(socket, 'b')).toBe('b');
    expect(performance.now() - started).toBeGreaterThan(195);
  });

  it('cuts both sides', async () => {
    const socket = await open();
    await echo(socket, 'a');
    proxy.cut();
    await Promise.all([closed(socket), closed(accepted[0]!)]);
  });

  it('resets: the other end hears of an error, not of an end', async () => {
    const socket = await open();
    await echo(socket, 'a');
    const failed = once(socket, 'error').catch((error: NodeJS.ErrnoException) => [error]);
    proxy.cut();
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
  });

  it('leaves nothing open behind when those that it is cut from are killed in the same moment', async () => {
    const openHandles = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
    server.on('connection', (socket) => socket.on('end', () => socket.end()));
    const before = openHandles();
    for (let round = 0; round < 10; round += 1) {
      const own = await Proxy.open(proxy.target);
      const talk = `for (let i = 0; i < 30; i += 1) { const s = require('net').connect(${own.port}, '127.0.0.1');
        s.on('data', () => s.write('y')).write('a'); }`;
      const other = spawn(process.execPath, ['-e', talk]);
      await sleep(150);
      const gone = once(other, 'exit');
      other.kill('SIGKILL');
      await gone;
      await own.close();
    }
    accepted.forEach((socket) => socket.destroy());
    await sleep(200);
    expect(openHandles()).toBeLessThanOrEqual(before);
  }, 30_000);

  it('half-closes: what was under way still comes back', async () => {
    const socket = await open();
    await echo(socket, 'a');
    proxy.halfClose('to-target');
    await once(accepted[0]!, 'end');
    accepted[0]!.write('late');
    expect(String((await once(socket, 'data'))[0])).toBe('late');
    expect(isOpen(socket)).toBe(true);
  });

  it('strands: the target sees the connection go, the other side only when released', async () => {
    const socket = await open();
    await echo(socket, 'a');
    proxy.strand();
    await closed(accepted[0]!);
    await sleep(50);
    expect(isOpen(socket)).toBe(true);
    proxy.release();
    await closed(socket);
  });

  it('darkens: both sides stand and hear nothing, new connections work, and only the target hears of the end', async () => {
    const socket = await open();
    await echo(socket, 'a');
    const heard: string[] = [];
    for (const [name, side] of Object.entries({ near: socket, far: accepted[0]! }))
      for (const event of ['data', 'end', 'close']) side.on(event, () => heard.push(`${name} ${event}`));
    proxy.darken();
    socket.write('b');
    accepted[0]!.write('c');
    proxy.cut();
    const other = await open();
    expect(await echo(other, 'd')).toBe('d');
    await sleep(50);
    expect(heard).toEqual([]);
    proxy.forgetDark();
    await closed(accepted[0]!);
    await sleep(50);
    expect(heard).toEqual(['far close']);
    socket.end();
    await sleep(50);
    expect(heard).toEqual(['far close']);
  });

  it('does not tell the target of one that is closed in the dark', async () => {
    const socket = await open();
    await echo(socket, 'a');
    proxy.darken();
    socket.destroy();
    await sleep(50);
    expect([isOpen(accepted[0]!), accepted[0]!.readableEnded]).toEqual([true, false]);
  });

  it('takes new connections to where the target has moved', async () => {
    const other = createServer((socket) => socket.on('error', () => undefined).end('other'));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    proxy.target = (other.address() as { port: number }).port;
    const socket = await open();
    expect(String((await once(socket, 'data'))[0])).toBe('other');
    socket.destroy();
    await new Promise((done) => other.close(done));
  });
});
