/** Webhooks reach nothing inside the network: by no address, no name that leads there, now or later, and no redirect. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makePoster } from './post.js';
import { findFault, isPublic, makeLookup, readWebhookHosts } from './reachable.js';

let server: Server;
let port: number;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    if (request.url === '/away') response.writeHead(307, { location: `http://127.0.0.1:${port}/inside` });
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const { signal } = new AbortController();
const post = (url: string, allowed: string[], addresses?: string[]) => {
  asked = [];
  const lookup = addresses && {
    lookup: makeLookup(allowed, (_host, _options, done) =>
      done(null, [{ address: addresses.shift()!, family: 4 }]),
    ),
  };
  const poster = makePoster({ allowed, ...lookup, answerWithinMs: 1000 });
  return poster.post(url, {}, 'x', signal).finally(() => poster.close());
};

describe('an address', () => {
  it.each([
    '127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 240.0.0.1',
    '192.0.0.1 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1',
    ':: ::1 fc00::1 fd12::1 fe80::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1',
    '2001::1 localhost example.org',
  ])('inside the network, or one that is none, is not public: %s', (list) => {
    expect(list.split(' ').filter(isPublic)).toEqual([]);
  });

  it('outside it is', () => {
    const outside = ['8.8.8.8', '1.1.1.1', '172.15.0.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'];
    expect(outside.filter((address) => !isPublic(address))).toEqual([]);
  });

  it.each([
    ['https://2130706433/', 'is inside the network'],
    ['https://0x7f.1/', 'is inside the network'],
    ['https://[::ffff:7f00:1]/', 'is inside the network'],
    ['https://127.0.0.1.:1/', 'is inside the network'],
    ['http://8.8.8.8/', 'does not begin with https://'],
    ['ftp://hooks.internal/', 'is neither http nor https'],
    ['https://figures.example/', undefined],
    ['http://hooks.internal:8080/a', undefined],
  ])('is read as a connection would read it: %s', (url, fault) => {
    expect(findFault(url, ['hooks.internal'])).toBe(fault);
  });
});

describe('a message', () => {
  it('reaches a host inside the network that was allowed by name', async () => {
    expect(await post(`http://127.0.0.1:${port}/a`, ['127.0.0.1'])).toEqual({ status: 200 });
    expect(await post(`http://localhost:${port}/b`, ['localhost'])).toEqual({ status: 200 });
    expect(asked).toEqual(['/b']);
  });

  it('reaches none that was not, by its address or its name', async () => {
    expect(await post(`https://127.0.0.1:${port}/`, [])).toEqual({
      problem: 'The address is inside the network',
    });
    expect(await post(`https://localhost:${port}/`, ['127.0.0.1'])).toEqual({
      problem: 'localhost leads to no address outside the network',
    });
    expect(asked).toEqual([]);
  });

  it('does not follow a redirect', async () => {
    expect(await post(`http://127.0.0.1:${port}/away`, ['127.0.0.1'])).toEqual({ status: 307 });
    expect(asked).toEqual(['/away']);
  });

  it('reaches no name that leads into the network when the connection is made, wherever it led before', async () => {
    const leads = ['127.0.0.1', '8.8.8.8'];
    expect(await post(`https://rebound.example:${port}/`, [], leads)).toEqual({
      problem: 'rebound.example leads to no address outside the network',
    });
    expect([asked, leads]).toEqual([[], ['8.8.8.8']]);
  });

  it('is given up where no answer comes', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const { port: where } = silent.address() as AddressInfo;
    expect(await post(`http://127.0.0.1:${where}/`, ['127.0.0.1'])).toEqual({
      problem: 'No answer within 1 s',
    });
    silent.closeAllConnections();
    silent.close();
  });
});

it('WEBHOOK_HOSTS is a list of hosts', () => {
  expect(readWebhookHosts({ WEBHOOK_HOSTS: ' Hooks.internal, 10.0.0.7,' })).toEqual([
    'hooks.internal',
    '10.0.0.7',
  ]);
  expect(readWebhookHosts({})).toEqual([]);
  expect(() => readWebhookHosts({ WEBHOOK_HOSTS: 'http://x' })).toThrow('is no host');
});
