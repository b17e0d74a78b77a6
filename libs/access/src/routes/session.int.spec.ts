/** Signing in and out over HTTP, as people do it and as an attacker would. */
import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post, Req } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { authorityOf, createServer, makeLog } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type { FastifyRequest } from 'fastify';
import { request as sendRequest, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { changeAccess } from '../access-log.js';
import { makeDoor } from '../door.js';
import { hashOf, makeKey } from '../keys.js';
import { makeLink } from '../sessions/links.js';
import { makeSecret } from '../sessions/secrets.js';
import { removedCookie, sessionCookie } from '../sessions/session-cookie.js';
import { endSessions, findSession, startSession } from '../sessions/sessions.js';
import { AccessModule } from './access.module.js';
import { accessDocuments } from './documents.js';

@Controller('things')
class ThingsController {
  @Get('released')
  released() {
    return { released: true };
  }
  @Get('unreleased')
  unreleased(@Req() request: FastifyRequest) {
    return { by: authorityOf(request).principal.id };
  }
  @Post()
  change(@Req() request: FastifyRequest) {
    changed.push(authorityOf(request).principal.id);
    return { by: authorityOf(request).principal.id };
  }
}

const documents = [
  ...accessDocuments,
  ...(
    [
      ['get', '/things/released', 'read-released'],
      ['get', '/things/unreleased', 'read-unreleased'],
      ['post', '/things', 'open-round'],
    ] as const
  ).map(([method, path, action]) => ({ method, path, action, summary: '', answer: z.unknown() })),
];

interface Process {
  readonly app: NestFastifyApplication;
  readonly port: number;
}

let test: TestDatabase;
let here: Process;
let there: Process;
let pool: pg.Pool;
const sources: Database[] = [];
const changed: string[] = [];
/** All that was logged and answered, other than in Set-Cookie; and the secrets that must not be in it. */
const told: string[] = [];
const secrets = new Set<string>();

async function startProcess(own: pg.Pool): Promise<Process> {
  const door = makeDoor({ pool: own, isReadingOpen: true });
  @Module({ imports: [AccessModule.with({ pool: own, door })], controllers: [ThingsController] })
  class Things {}
  const app = await createServer(Things, {
    ...{ door, documents },
    log: makeLog('things', 'debug', (line) => told.push(line)),
  });
  await app.listen(0, '127.0.0.1');
  return { app, port: (app.getHttpServer().address() as { port: number }).port };
}

beforeAll(async () => {
  test = await createTestDatabase();
  for (let i = 0; i < 2; i += 1) sources.push(await openDatabase({ url: test.url }));
  pool = poolOf(sources[0]!);
  here = await startProcess(pool);
  there = await startProcess(poolOf(sources[1]!));
  for (const id of ['ana', 'ben'])
    await changeAccess(
      pool,
      id,
      [
        { type: 'PrincipalAdded', kind: 'person', name: `${id}'s name` },
        { type: 'RoleGranted', role: 'owner', scope: { respondents: 'all', collections: 'all' } },
      ],
      { by: 'owner', reason: 'a test' },
    );
});
afterAll(async () => {
  for (const { app } of [here, there]) await app.close();
  for (const source of sources) await source.destroy();
  await test.drop();
});
afterEach(() => {
  const all = told.join('\n');
  expect(secrets.size > 0 ? [...secrets].filter((secret) => all.includes(secret)) : []).toEqual([]);
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}
type Headers = Readonly<Record<string, string>>;

/** A real request. In: method and path, headers, and a body that is sent as it is, or as JSON. */
const ask = (line: string, headers: Headers = {}, body?: object | string, { port } = here): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const [method, path] = line.split(' ');
    const type = typeof body === 'object' ? { 'content-type': 'application/json' } : {};
    const sent = sendRequest(
      { ...{ port, method, path, host: '127.0.0.1' }, headers: { ...type, ...headers } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => {
          const { 'set-cookie': _, ...seen } = answer.headers;
          told.push(JSON.stringify(seen), text);
          const parsed = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
          resolve({ status: answer.statusCode!, headers: answer.headers, body: parsed });
        });
      },
    ).on('error', reject);
    sent.end(typeof body === 'object' ? JSON.stringify(body) : body);
  });
const codeOf = ({ status, body }: Answer) => [status, String(body['type']).replace('/problems/', '')];
const hold = (secret: string): Headers => {
  secrets.add(secret);
  return { cookie: `${sessionCookie}=${secret}` };
};
const secretIn = ({ headers }: Answer): string => {
  const [cookie = '', ...more] = headers['set-cookie'] ?? [];
  expect(more).toEqual([]);
  const [, secret = ''] = /^__Host-rapporteur=([^;]*);/.exec(cookie)!;
  if (secret) secrets.add(secret);
  return secret;
};
const newLink = async (principal: string, minutes?: number) => {
  const { secret } = await makeLink(pool, principal, { purpose: 'sign-in', madeBy: 'rapporteur', minutes });
  secrets.add(secret);
  return secret;
};
const newKey = async (principal: string) => {
  const { key, hash, secret } = makeKey();
  const until = '2099-01-01T00:00:00.000Z';
  await changeAccess(pool, principal, [{ type: 'KeyIssued', key, hash, until }], { by: 'x', reason: 'y' });
  secrets.add(secret);
  return { secret, bearer: { authorization: `Bearer ${secret}` } };
};
/** Signs somebody in. Out: the headers that their browser sends from then on. */
const signIn = async (principal: string, before: Headers = {}): Promise<Headers> => {
  const answer = await ask('POST /v1/session', before, { link: await newLink(principal) });
  expect(answer.status).toBe(201);
  return hold(secretIn(answer));
};
const expectSignedOut = (answer: Answer, title: RegExp) => {
  expect(codeOf(answer)).toEqual([401, 'not-signed-in']);
  expect(answer.body['title']).toMatch(title);
  expect(answer.headers['set-cookie']).toEqual([removedCookie]);
};

describe('/v1/session', () => {
  it('tells who has not signed in how they can', async () => {
    const { status, headers, body } = await ask('GET /v1/session');
    expect([status, body]).toEqual([200, { signedIn: false, ways: ['link'] }]);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('signs in by a link, tells who that is, and signs out', async () => {
    const begun = await ask('POST /v1/session', {}, { link: await newLink('ana') });
    expect([begun.status, begun.headers['cache-control']]).toEqual([201, 'no-store']);
    const cookie = hold(secretIn(begun));
    const seen = await ask('GET /v1/session', cookie);
    expect(seen.body).toEqual(begun.body);
    expect(seen.headers['cache-control']).toBe('no-store');
    expect(seen.body).toEqual({
      signedIn: true,
      principal: { id: 'ana', name: "ana's name", kind: 'person' },
      signedInBy: 'link',
      grants: [
        { number: expect.any(Number), role: 'owner', scope: { respondents: 'all', collections: 'all' } },
      ],
      until: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect((await ask('POST /things', cookie, {})).body).toEqual({ by: 'ana' });
    const ended = await ask('POST /v1/session/end', { ...cookie, 'rapporteur-request': '1' });
    expect([ended.status, ended.body]).toEqual([204, {}]);
    expect(ended.headers['set-cookie']).toEqual([removedCookie]);
    const after = await ask('GET /v1/session', cookie);
    expect(after.body).toEqual({ signedIn: false, ways: ['link'] });
    expect(after.headers['set-cookie']).toEqual([removedCookie]);
  });

  it('signs out whoever has signed in no more, or never', async () => {
    for (const headers of [{}, hold(makeSecret()), { cookie: `${sessionCookie}=x` }])
      expect((await ask('POST /v1/session/end', headers, {})).status).toBe(204);
  });

  it('tells who a key belongs to, and that a wrong one is wrong', async () => {
    const { bearer } = await newKey('ben');
    const { body } = await ask('GET /v1/session', bearer);
    expect(body).toMatchObject({
      principal: { id: 'ben' },
      signedInBy: 'key',
      until: '2099-01-01T00:00:00.000Z',
    });
    expect(JSON.stringify(body)).not.toMatch(/hash|rapporteur_key/);
    const wrong = await ask('GET /v1/session', {
      authorization: `Bearer ${makeKey().secret}`,
      ...(await signIn('ana')),
    });
    expect(codeOf(wrong)).toEqual([401, 'not-signed-in']);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it.each([{}, { link: 1 }, { link: 'x', more: 1 }, [], { links: 'x' }])('takes no %j', async (body) => {
    expect(codeOf(await ask('POST /v1/session', {}, body))).toEqual([422, 'invalid']);
  });
});

describe('a link', () => {
  it('that is opened again signs nobody in', async () => {
    const link = await newLink('ana');
    await ask('POST /v1/session', {}, { link });
    const again = await ask('POST /v1/session', {}, { link });
    expect(codeOf(again)).toEqual([403, 'link-refused']);
    expect(again.body).toMatchObject({ because: 'used' });
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.headers['cache-control']).toBe('no-store');
  });

  it('that has ended, that nobody made, or whose person was signed out everywhere signs nobody in', async () => {
    const late = await newLink('ana');
    await pool.query('UPDATE links SET until = clock_timestamp() WHERE hash = $1', [hashOf(late)]);
    const taken = await newLink('ben');
    await endSessions(pool, 'ben');
    for (const [link, because] of [
      [late, 'ended'],
      [taken, 'ended'],
      [makeSecret(), 'unknown'],
      ['x'.repeat(100_000), 'unknown'],
    ] as const) {
      const refused = await ask('POST /v1/session', {}, { link });
      expect([...codeOf(refused), refused.body['because']]).toEqual([403, 'link-refused', because]);
    }
  });

  it('that two processes open at once signs one in', async () => {
    const link = await newLink('ana');
    const both = [here, there, here, there].map((one) => ask('POST /v1/session', {}, { link }, one));
    const statuses = (await Promise.all(both)).map(({ status, headers }) => [
      status,
      headers['set-cookie']?.length ?? 0,
    ]);
    expect(statuses.sort()).toEqual([
      [201, 1],
      [403, 0],
      [403, 0],
      [403, 0],
    ]);
  });
});

describe('a cookie', () => {
  it('that an attacker chose is never taken over, and his own session ends by it', async () => {
    const chosen = makeSecret();
    const own = await startSession(pool, 'ben', 'link');
    for (const planted of [chosen, own.secret]) {
      const begun = await ask('POST /v1/session', hold(planted), { link: await newLink('ana') });
      expect(begun.status).toBe(201);
      expect(secretIn(begun)).not.toBe(planted);
    }
    expect(await findSession(pool, chosen)).toBeUndefined();
    expect((await findSession(pool, own.secret))!.ended).toBe('ended');
    for (const planted of [chosen, own.secret])
      expectSignedOut(await ask('GET /things/unreleased', hold(planted)), /no session|signed out/);
  });

  it('that was stolen is worth nothing after its owner has signed out: at once here, in a second everywhere', async () => {
    const cookie = await signIn('ana');
    for (const one of [here, there])
      expect((await ask('GET /things/unreleased', cookie, undefined, one)).status).toBe(200);
    await ask('POST /v1/session/end', cookie, {});
    await sleep(1000);
    for (const one of [here, there])
      expectSignedOut(await ask('GET /things/unreleased', cookie, undefined, one), /You have signed out/);
  });

  it('counts no more after idleness, after its time, and after an administrator said so: each is told', async () => {
    const idle = await startSession(pool, 'ana', 'link');
    const over = await startSession(pool, 'ana', 'link');
    const set = (secret: string, what: string) =>
      pool.query(`UPDATE sessions SET ${what} WHERE hash = $1`, [hashOf(secret)]);
    await set(idle.secret, "last_seen_at = clock_timestamp() - interval '30 minutes'");
    await set(over.secret, 'until = clock_timestamp()');
    expectSignedOut(await ask('POST /things', hold(idle.secret), {}), /nothing was asked for a while/);
    expectSignedOut(await ask('POST /things', hold(over.secret), {}), /has reached it/);
    const taken = await signIn('ana');
    await endSessions(pool, 'ana');
    expectSignedOut(await ask('POST /things', taken, {}), /by an administrator/);
  });

  it('that is used keeps its session from being idle', async () => {
    const { secret } = await startSession(pool, 'ana', 'link');
    await pool.query(
      "UPDATE sessions SET last_seen_at = last_seen_at - interval '20 minutes' WHERE hash = $1",
      [hashOf(secret)],
    );
    await ask('GET /things/unreleased', hold(secret));
    const isSeen = async () =>
      (
        await pool.query(
          "SELECT FROM sessions WHERE hash = $1 AND last_seen_at > clock_timestamp() - interval '5 minutes'",
          [hashOf(secret)],
        )
      ).rowCount === 1;
    while (!(await isSeen())) await sleep(20);
  });

  it('beside a key of somebody else counts nothing: the key does, and a wrong key is refused', async () => {
    const cookie = await signIn('ana');
    const { secret, bearer } = await newKey('ben');
    expect((await ask('POST /things', { ...cookie, ...bearer }, {})).body).toEqual({ by: 'ben' });
    expect((await ask('GET /v1/session', { ...cookie, ...bearer })).body).toMatchObject({
      principal: { id: 'ben' },
    });
    for (const authorization of [
      `Bearer ${secret}x`,
      `Basic ${secret}`,
      'Bearer',
      `Bearer ${makeKey().secret}`,
      '',
    ]) {
      const refused = await ask('POST /things', { ...cookie, authorization }, {});
      expect([authorization, ...codeOf(refused)]).toEqual([authorization, 401, 'not-signed-in']);
      expect(refused.headers['set-cookie']).toBeUndefined();
    }
    const ended = await ask('POST /v1/session/end', { ...cookie, ...bearer }, {});
    expect(ended.status).toBe(204);
    expect((await ask('POST /things', bearer, {})).body).toEqual({ by: 'ben' });
  });

  it('of which two came stands for nobody, in any order', async () => {
    const [a, b] = [(await signIn('ana'))['cookie']!, (await signIn('ben'))['cookie']!];
    for (const cookie of [`${a}; ${b}`, `${b}; ${a}`, `${a}; ${sessionCookie}=`])
      expectSignedOut(await ask('POST /things', { cookie }, {}), /that of no session/);
    expect((await ask('POST /things', { cookie: `${a}; ${a}` }, {})).body).toEqual({ by: 'ana' });
  });

  it('of 100 kB does not reach the door, and would stand for nobody there', async () => {
    const cookie = `${sessionCookie}=${'x'.repeat(100_000)}`;
    expect(codeOf(await ask('POST /things', { cookie }, {}))).toEqual([431, 'headers-too-large']);
    const inside = await here.app.inject({
      method: 'POST',
      url: '/things',
      headers: { cookie },
      payload: {},
    });
    expect(inside.statusCode).toBe(401);
    expect(inside.body).not.toContain('xxx');
  });

  it('is not looked at where an address is open: not even an old one is removed', async () => {
    const cookies = [hold(makeSecret()), await signIn('ana'), { cookie: `${sessionCookie}=x` }];
    let asked = 0;
    const count = () => (asked += 1);
    pool.on('acquire', count);
    for (const cookie of cookies) {
      const { status, headers } = await ask('GET /things/released', cookie);
      expect([status, headers['set-cookie']]).toEqual([200, undefined]);
    }
    expect(asked).toBe(0);
    await ask('GET /things/unreleased', cookies[1]!);
    expect(asked).toBeGreaterThan(0);
    pool.off('acquire', count);
  });
});

describe('a page of another site', () => {
  const foreign: [string, Headers, string][] = [
    [
      'another origin',
      { origin: 'https://evil.example', 'content-type': 'application/json' },
      'foreign-origin',
    ],
    [
      'no origin that it wants to name',
      { origin: 'null', 'content-type': 'application/json' },
      'foreign-origin',
    ],
    [
      'another port of this host',
      { origin: 'http://127.0.0.1:1', 'content-type': 'application/json' },
      'foreign-origin',
    ],
    [
      'a neighbouring host',
      { 'sec-fetch-site': 'same-site', 'content-type': 'application/json' },
      'foreign-origin',
    ],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'needs-header'],
    ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, 'needs-header'],
    ['a form of text', { 'content-type': 'text/plain' }, 'needs-header'],
    ['a form without a type', {}, 'needs-header'],
  ];
  it.each(foreign)('may not use the cookie by %s', async (_, headers, code) => {
    const cookie = await signIn('ana');
    const before = changed.length;
    const link = await newLink('ben');
    for (const [line, body] of [
      ['POST /things', '{}'],
      ['POST /v1/session', JSON.stringify({ link })],
      ['POST /v1/session/end', '{}'],
    ] as const) {
      const refused = await ask(line, { ...cookie, ...headers }, body);
      expect([line, ...codeOf(refused)]).toEqual([line, 403, code]);
      expect(refused.headers['set-cookie']).toBeUndefined();
    }
    expect(changed.length).toBe(before);
    expect((await ask('POST /things', cookie, {})).body).toEqual({ by: 'ana' });
    expect((await ask('POST /v1/session', {}, { link })).status).toBe(201);
  });

  it('may use it from the page that is served here', async () => {
    const own = {
      ...(await signIn('ana')),
      origin: `http://127.0.0.1:${here.port}`,
      'sec-fetch-site': 'same-origin',
    };
    expect((await ask('POST /things', own, {})).body).toEqual({ by: 'ana' });
  });
});

it('no secret is logged or told while the database is away', async () => {
  const cookie = await signIn('ana');
  const link = await newLink('ana');
  const nowhere = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' });
  const away = await startProcess(nowhere);
  for (const one of [
    ask('GET /things/unreleased', cookie, undefined, away),
    ask('POST /v1/session', cookie, { link }, away),
    ask('POST /v1/session/end', cookie, {}, away),
    ask('GET /v1/session', cookie, undefined, away),
  ]) {
    const answer = await one;
    expect(codeOf(answer)).toEqual([503, 'database-away']);
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
  await away.app.close();
  expect(told.length).toBeGreaterThan(100);
});
