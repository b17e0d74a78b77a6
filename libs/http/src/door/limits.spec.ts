/** Limits of requests: whom they count, what they leave alone, and that a good key gets through beside bad ones. */
import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, HttpException, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { service, type Authority } from '@rapporteur/domain';
import { z } from 'zod';
import { createServer } from '../server.js';
import type { Door, Refusal } from './door.js';
import { notSignedIn } from './not-allowed.js';
import { readLimits, type LimitKind, type LimitSettings } from './limits.js';

@Controller()
class Things {
  @Get('open')
  open() {
    return {};
  }
  @Post('write')
  write() {
    return {};
  }
  @Post('sign-in')
  signIn() {
    throw new HttpException('no', 403);
  }
}
@Module({ controllers: [Things] })
class ThingsModule {}

const answer = z.unknown();
const documents = [
  { method: 'get', path: '/open', action: 'read-released', summary: '', answer },
  { method: 'post', path: '/write', action: 'open-round', summary: '', answer },
  { method: 'post', path: '/sign-in', action: 'see-service', summary: '', answer, signsIn: true },
] as const;

let app: NestFastifyApplication;
let asked = 0;
let limited: LimitKind[] = [];
let refused: Refusal['because'][] = [];

/** `Bearer NAME` is good for everybody but those called bad. */
const door: Door = {
  isReadingOpen: true,
  refused: (_, { because }) => void refused.push(because),
  async identify({ headers: { authorization } }) {
    asked += 1;
    if (authorization === undefined) return undefined;
    const id = authorization.slice('Bearer '.length);
    if (id.startsWith('bad')) throw notSignedIn();
    return { ...service, principal: { ...service.principal, id } } satisfies Authority;
  },
};

async function start(limits: LimitSettings) {
  [asked, limited, refused] = [0, [], []];
  app = await createServer(ThingsModule, {
    ...{ door, documents },
    limits: { ...limits, onLimited: (kind) => limited.push(kind) },
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return async (path: string, key?: string) => {
    const answered = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: path === '/open' ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      ...(path === '/open' ? {} : { body: '{}' }),
    });
    const text = await answered.text();
    return { status: answered.status, retryAfter: answered.headers.get('retry-after'), text };
  };
}
afterEach(() => app.close());

describe('requests', () => {
  it('are counted by who asks, and by address where nobody is known', async () => {
    const ask = await start({ requests: 3 });
    for (let n = 0; n < 3; n += 1) expect((await ask('/write', 'ana')).status).toBe(201);
    const over = await ask('/write', 'ana');
    expect(over.status).toBe(429);
    expect(Number(over.retryAfter)).toBeGreaterThan(0);
    expect(Number(over.retryAfter)).toBeLessThanOrEqual(60);
    expect(JSON.parse(over.text)).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
    expect((await ask('/write', 'ben')).status).toBe(201);
    for (let n = 0; n < 3; n += 1) expect((await ask('/write')).status).toBe(401);
    expect((await ask('/write')).status).toBe(429);
    expect(limited).toEqual(['requests', 'requests']);
    expect(refused.filter((because) => because === 'limited').length).toBe(2);
  });

  it('that are open reads are not counted, nor is anybody looked for', async () => {
    const ask = await start({ requests: 1, signIns: 1 });
    for (let n = 0; n < 20; n += 1) expect((await ask('/open')).status).toBe(200);
    expect([asked, limited]).toEqual([0, []]);
    for (let n = 0; n < 3; n += 1) expect((await ask('/open', 'ana')).status).toBe(200);
  });

  it('are as many as anybody likes without a limit', async () => {
    const ask = await start({});
    for (let n = 0; n < 50; n += 1) expect((await ask('/write', n % 2 ? 'bad' : 'ana')).status).not.toBe(429);
  });
});

describe('keys that fail', () => {
  it('are looked for some times a minute, and a key that was good gets through beside them', async () => {
    const ask = await start({ signIns: 4 });
    expect((await ask('/write', 'ana')).status).toBe(201);
    for (let n = 0; n < 4; n += 1) expect((await ask('/write', `bad-${n}`)).status).toBe(401);
    expect(asked).toBe(5);
    for (const path of ['/write', '/open']) {
      const over = await ask(path, 'bad-9');
      expect([over.status, JSON.parse(over.text).type]).toEqual([429, '/problems/too-many-sign-ins']);
    }
    // Neither was looked for.
    expect(asked).toBe(5);
    expect((await ask('/write', 'ana')).status).toBe(201);
    expect((await ask('/write', 'newcomer')).status).toBe(429);
    expect((await ask('/open')).status).toBe(200);
    expect(limited).toEqual(['sign-ins', 'sign-ins', 'sign-ins']);
    expect(refused.slice(0, 5)).toEqual([...Array(4).fill('sign-in-failed'), 'limited']);
  });

  it('count together with sign-ins that fail', async () => {
    const ask = await start({ signIns: 3 });
    expect((await ask('/sign-in')).status).toBe(403);
    expect((await ask('/write', 'bad')).status).toBe(401);
    expect((await ask('/sign-in')).status).toBe(403);
    expect((await ask('/sign-in')).status).toBe(429);
    expect((await ask('/sign-in')).status).toBe(429);
    expect(refused).toEqual(['sign-in-failed', 'sign-in-failed', 'sign-in-failed', 'limited', 'limited']);
  });
});

it('the limits are numbers, or off', async () => {
  app = await createServer(ThingsModule, { door, documents });
  expect(readLimits({})).toEqual({ requests: 12_000, signIns: 20 });
  expect(readLimits({ RATE_LIMIT: 'off', SIGN_IN_LIMIT: '5' })).toEqual({ requests: undefined, signIns: 5 });
  for (const RATE_LIMIT of ['0', '-1', '1.5', 'none', '1e9'])
    expect(() => readLimits({ RATE_LIMIT })).toThrow(`RATE_LIMIT=${RATE_LIMIT} is no limit`);
});

it('a fault while the door looks for who asks is answered without its particulars, and goes to the log of the service', async () => {
  const faults: string[] = [];
  const nothing = () => undefined;
  const log = {
    error: (fault: string) => void faults.push(fault),
    warn: nothing,
    info: nothing,
    debug: nothing,
  };
  const broken: Door = { ...door, identify: () => Promise.reject(new Error('the shelf of keys fell over')) };
  app = await createServer(ThingsModule, { door: broken, documents, log });
  await app.listen(0, '127.0.0.1');
  const url = '/write';
  const answered = await app.inject({
    method: 'POST',
    url,
    headers: { authorization: 'Bearer a' },
    payload: {},
  });
  expect([answered.statusCode, answered.body.includes('shelf')]).toEqual([500, false]);
  expect(faults).toEqual([expect.stringContaining('the shelf of keys fell over')]);
});
