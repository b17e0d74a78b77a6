/** Signing in at an identity provider, and its access tokens, as an attacker tries them: over HTTP, with real keys. */
import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post, Req } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { authorityOf, createServer, makeLog } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type { FastifyRequest } from 'fastify';
import { exportJWK, generateKeyPair } from 'jose';
import type pg from 'pg';
import { z } from 'zod';
import { changeAccess, readPrincipal } from '../access-log.js';
import type { AuditEntry } from '../audit/audit-entry.js';
import { makeDoor } from '../door.js';
import { makeKey } from '../keys.js';
import {
  clientId,
  seconds,
  startOwnProvider,
  toUnsigned,
  type OwnProvider,
} from '../oidc/own-provider-for-tests.js';
import { signInAt } from '../oidc/sign-in-at.js';
import { AccessModule } from './access.module.js';
import { accessDocuments } from './documents.js';

@Controller('things')
class ThingsController {
  @Post()
  change(@Req() request: FastifyRequest) {
    const { principal, signedInBy } = authorityOf(request);
    return { by: principal.id, signedInBy };
  }
  @Get()
  read() {
    return {};
  }
}

const thing = { path: '/things', summary: '', answer: z.unknown() };
const documents = [
  ...accessDocuments,
  { method: 'post' as const, action: 'open-round' as const, ...thing },
  { method: 'get' as const, action: 'read-released' as const, ...thing },
];

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
let provider: OwnProvider;
let app: NestFastifyApplication;
let url: string;
let host: string;
/** All that was logged. */
const told: string[] = [];
const noted: AuditEntry[] = [];
const key = makeKey();

const start = async (settings: Parameters<typeof signInAt>[0]) => {
  const log = makeLog('things', 'debug', (line) => told.push(line));
  const { finders, signIn } = await signInAt(settings, pool, (message) => log.warn(message));
  const door = makeDoor({ pool, isReadingOpen: true, finders });
  const audit = { note: (entry: AuditEntry) => void noted.push(entry) };
  @Module({ imports: [AccessModule.with({ pool, door, audit, ...signIn })], controllers: [ThingsController] })
  class Things {}
  const started = await createServer(Things, { door, documents, log });
  await started.listen(0, '127.0.0.1');
  return started;
};
const portOf = (started: NestFastifyApplication) =>
  (started.getHttpServer().address() as { port: number }).port;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  provider = await startOwnProvider();
  host = new URL(provider.issuer).host;
  app = await start({ issuer: provider.issuer, clientId, clientSecret: 'secret', rolesClaim: 'roles' });
  url = `http://127.0.0.1:${portOf(app)}`;
  const until = '2999-01-01T00:00:00.000Z';
  await changeAccess(
    pool,
    'machine',
    [
      { type: 'PrincipalAdded', kind: 'machine', name: 'A machine' },
      { type: 'RoleGranted', role: 'desk-officer', scope: { respondents: 'all', collections: 'all' } },
      { type: 'KeyIssued', key: key.key, hash: key.hash, until },
    ],
    { by: 'owner', reason: 'test' },
  );
});
afterAll(async () => {
  await app.close();
  await provider.away().catch(() => undefined);
  await source.destroy();
  await test.drop();
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}
async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(url + path, { redirect: 'manual', ...init });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text.startsWith('{') ? JSON.parse(text) : {},
  };
}
const change = (token: string) =>
  ask('/things', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
/** Each person here is another one: what is followed of one token shall not stand in the way of the next. */
let count = 0;
const desk = () => ({ sub: `u${(count += 1)}`, name: 'Dina Desk', roles: ['desk-officer'] });

describe('an access token of the provider', () => {
  it('lets act whoever it was made for, by the roles that it names', async () => {
    const claims = desk();
    expect(await change(await provider.sign(claims))).toMatchObject({
      status: 201,
      body: { by: `oidc:${host}:${claims.sub}`, signedInBy: 'token' },
    });
    const { principal } = (await readPrincipal(pool, `oidc:${host}:${claims.sub}`))!;
    expect(principal).toMatchObject({
      kind: 'person',
      name: 'Dina Desk',
      grants: [{ role: 'desk-officer' }],
    });
    const rfc = await provider.sign(
      { ...desk(), typ: undefined, aud: ['other', clientId] },
      { typ: 'at+jwt' },
    );
    expect((await change(rfc)).status).toBe(201);
  });

  it('is that of a machine where a client acts for itself', async () => {
    await change(await provider.sign({ ...desk(), sub: 'nightly', client_id: 'nightly' }));
    const { principal } = (await readPrincipal(pool, `oidc:${host}:nightly`))!;
    expect(principal).toMatchObject({ kind: 'machine', name: 'nightly' });
  });

  it('opens nothing that its roles do not', async () => {
    for (const roles of [undefined, [], ['owner'], ['reader'], 'x', { 0: 'desk-officer' }])
      expect(await change(await provider.sign({ ...desk(), roles }))).toMatchObject({
        status: 403,
        body: { type: '/problems/no-role' },
      });
    expect(told.join('')).toContain('values that stand for no role here: \\"owner\\"');
  });

  it('gives nothing back that a newer one has taken', async () => {
    const claims = desk();
    const old = await provider.sign({ ...claims, iat: seconds() - 60 });
    expect((await change(old)).status).toBe(201);
    expect((await change(await provider.sign({ ...claims, roles: [] }))).status).toBe(403);
    await new Promise((done) => setTimeout(done, 600));
    expect((await change(old)).status).toBe(403);
  });

  /** Every token here would open the door but for the one thing that its name says. */
  const hostile: Record<string, [() => Promise<string>, RegExp]> = {
    'that has expired': [() => provider.sign({ ...desk(), exp: seconds() - 60 }), /has expired/],
    'without an end': [() => provider.sign({ ...desk(), exp: undefined }), /no signature/],
    'of the future': [() => provider.sign({ ...desk(), iat: seconds() + 3600 }), /is of the future/],
    'that does not count yet': [
      () => provider.sign({ ...desk(), nbf: seconds() + 3600 }),
      /is of the future/,
    ],
    'without an issuer': [() => provider.sign({ ...desk(), iss: undefined }), /another issuer/],
    'of another issuer': [() => provider.sign({ ...desk(), iss: 'https://evil.example' }), /another issuer/],
    'of another realm': [() => provider.sign({ ...desk(), iss: `${provider.issuer}2` }), /another issuer/],
    'for another service': [() => provider.sign({ ...desk(), aud: 'account' }), /another service/],
    'for no service': [() => provider.sign({ ...desk(), aud: undefined }), /another service/],
    'that is an ID token': [
      () => provider.sign({ ...desk(), typ: 'ID' }),
      /does not say that it is an access/,
    ],
    'that does not say what it is': [() => provider.sign({ ...desk(), typ: undefined }), /does not say/],
    'that is a logout token': [() => provider.sign(desk(), { typ: 'logout+jwt' }), /does not say/],
    'that is bound to a key': [() => provider.sign({ ...desk(), cnf: { jkt: 'x' } }), /bound to a key/],
    'without a subject': [() => provider.sign({ ...desk(), sub: undefined }), /./],
    'whose subject is no name': [() => provider.sign({ ...desk(), sub: 'a\u0000b' }), /names nobody/],
    'whose subject is endless': [() => provider.sign({ ...desk(), sub: 'a'.repeat(256) }), /names nobody/],
    'whose claims were changed': [
      async () => {
        const [head, , signature] = (await provider.sign(desk())).split('.');
        const [, payload] = (await provider.sign({ ...desk(), sub: 'somebody-else' })).split('.');
        return [head, payload, signature].join('.');
      },
      /no signature/,
    ],
    'whose signature was cut off': [
      async () => (await provider.sign(desk())).replace(/[^.]*$/, ''),
      /no signature/,
    ],
    'with alg none': [
      async () => toUnsigned(await provider.sign(desk()), { alg: 'none', typ: 'JWT' }),
      /no signature/,
    ],
    'with alg None and the signature': [
      async () => {
        const signed = await provider.sign(desk());
        return toUnsigned(signed, { alg: 'None', kid: 'k1' }) + signed.split('.')[2];
      },
      /no signature/,
    ],
    'signed with the public key as a shared secret': [
      () => provider.sign(desk(), { alg: 'HS256' }, new TextEncoder().encode(provider.publicPem)),
      /no signature/,
    ],
    'signed with the published key as a shared secret': [
      () =>
        provider.sign(desk(), { alg: 'HS256' }, new TextEncoder().encode(JSON.stringify(provider.publicJwk))),
      /no signature/,
    ],
    'signed with the secret of the client': [
      () => provider.sign(desk(), { alg: 'HS256' }, new TextEncoder().encode('secret')),
      /no signature/,
    ],
    'signed by another key under the same name': [
      async () => provider.sign(desk(), {}, (await generateKeyPair('RS256')).privateKey),
      /no signature/,
    ],
    'that brings its own key': [
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
        return provider.sign(desk(), { jwk: await exportJWK(publicKey) }, privateKey);
      },
      /no signature/,
    ],
    'that names where its key is': [
      async () => {
        const { privateKey } = await generateKeyPair('RS256');
        const header = { jku: 'https://evil.example/keys', x5u: 'https://evil.example', kid: '../../k1' };
        return provider.sign(desk(), header, privateKey);
      },
      /no signature/,
    ],
    'that asks for what nobody knows': [
      async () => {
        const [, payload, signature] = (await provider.sign(desk())).split('.');
        const head = { alg: 'RS256', kid: 'k1', typ: 'JWT', crit: ['unknown'], unknown: 1 };
        return [Buffer.from(JSON.stringify(head)).toString('base64url'), payload, signature].join('.');
      },
      /no signature/,
    ],
    'that is none': [() => Promise.resolve('a.b.c'), /no signature/],
  };
  it.each(Object.keys(hostile))('%s is refused, and adds nobody', async (name) => {
    const [make, because] = hostile[name]!;
    const token = await make();
    const before = await countLog();
    const answer = await change(token);
    expect([name, answer.status, answer.body['type']]).toEqual([name, 401, '/problems/not-signed-in']);
    expect(answer.body['title']).toMatch(because);
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect(await countLog()).toBe(before);
  });

  it('with a key that nobody knows has the keys fetched once, however many of them come', async () => {
    const before = provider.fetched.keys;
    const tokens = await Promise.all(
      Array.from({ length: 50 }, (_, i) => provider.sign(desk(), { kid: `unknown-${i}` })),
    );
    for (const answer of await Promise.all(tokens.map(change))) expect(answer.status).toBe(401);
    expect(provider.fetched.keys - before).toBeLessThanOrEqual(1);
  });
});

const countLog = async () =>
  Number((await pool.query<{ n: string }>('SELECT count(*) AS n FROM access_log')).rows[0]!.n);
const countSessions = async () =>
  Number((await pool.query<{ n: string }>('SELECT count(*) AS n FROM sessions')).rows[0]!.n);

/** A browser that has gone to the provider: what it was sent with, and its cookie. */
async function leave(returnTo = '/?page=round', cookie = '') {
  const answer = await ask(`/v1/sign-in?returnTo=${encodeURIComponent(returnTo)}`, { headers: { cookie } });
  expect(answer.status).toBe(303);
  const sent = new URL(answer.headers.get('location')!);
  return { sent, cookie: answer.headers.get('set-cookie')!.split(';', 1)[0]!, header: answer.headers };
}
const comeBack = (parameters: Record<string, string>, cookie: string) =>
  ask(`/v1/sign-in/callback?${new URLSearchParams(parameters).toString()}`, { headers: { cookie } });
/** The provider answers with this ID token, once: a code is used up then, as the real ones are. */
function answerWith(
  idToken: (nonce: string) => Promise<string>,
  nonce: string,
): { asked: URLSearchParams[] } {
  const asked: URLSearchParams[] = [];
  provider.answer = async (parameters) => {
    asked.push(parameters);
    if (asked.length > 1) return { status: 400, body: { error: 'invalid_grant' } };
    return {
      status: 200,
      body: { access_token: 'unused', token_type: 'Bearer', id_token: await idToken(nonce) },
    };
  };
  return { asked };
}
const good = (nonce: string) => provider.sign({ ...desk(), nonce, typ: 'ID' });

describe('signing in at the provider', () => {
  beforeEach(() => {
    provider.answer = () => Promise.reject(new Error('nobody may be asked'));
  });

  it('leads there with state, nonce and PKCE, and back to the page with a session', async () => {
    const { sent, cookie, header } = await leave();
    expect(sent.href.startsWith(`${provider.issuer}/authorize?`)).toBe(true);
    expect(Object.fromEntries(sent.searchParams)).toMatchObject({
      ...{ response_type: 'code', client_id: clientId, scope: 'openid', code_challenge_method: 'S256' },
      redirect_uri: `${url}/v1/sign-in/callback`,
    });
    expect(header.get('set-cookie')).toMatch(
      /^__Host-rapporteur-sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(header.get('cache-control')).toBe('no-store');
    const { asked } = answerWith(good, sent.searchParams.get('nonce')!);
    const back = await comeBack(
      { code: 'c1', state: sent.searchParams.get('state')!, iss: provider.issuer },
      cookie,
    );
    expect([back.status, back.headers.get('location')]).toEqual([303, '/?page=round']);
    expect(back.headers.get('set-cookie')).toMatch(
      /^__Host-rapporteur=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(asked[0]!.get('code_verifier')).toMatch(/^[\w-]{43,}$/);
    const session = back.headers.get('set-cookie')!.split(';', 1)[0]!;
    const { body } = await ask('/v1/session', { headers: { cookie: session } });
    expect(body).toMatchObject({
      ...{ signedIn: true, signedInBy: 'oidc', grants: [{ role: 'desk-officer' }] },
      principal: { kind: 'person', name: 'Dina Desk' },
    });
  });

  it('is told as a way to sign in', async () => {
    expect((await ask('/v1/session')).body).toEqual({ signedIn: false, ways: ['link', 'oidc'] });
  });

  it('ends once: neither the same address nor the same code signs in again', async () => {
    const { sent, cookie } = await leave();
    const state = sent.searchParams.get('state')!;
    answerWith(good, sent.searchParams.get('nonce')!);
    const parameters = { code: 'c1', state, iss: provider.issuer };
    expect((await comeBack(parameters, cookie)).status).toBe(303);
    expect((await comeBack(parameters, cookie)).body).toMatchObject({ type: '/problems/sign-in-unknown' });
    const second = await leave('/', cookie);
    const replayed = { ...parameters, state: second.sent.searchParams.get('state')! };
    expect(await comeBack(replayed, cookie)).toMatchObject({
      status: 400,
      body: { type: '/problems/sign-in-failed' },
    });
  });

  it('is of the browser that began it', async () => {
    const mine = await leave();
    const foreign = await leave();
    const before = await countSessions();
    const parameters = { code: 'c1', state: mine.sent.searchParams.get('state')!, iss: provider.issuer };
    for (const cookie of [
      '',
      foreign.cookie,
      `${foreign.cookie}; ${mine.cookie}`,
      '__Host-rapporteur-sign-in=',
    ])
      expect(await comeBack(parameters, cookie)).toMatchObject({
        status: 400,
        body: { type: '/problems/sign-in-unknown' },
      });
    expect(await countSessions()).toBe(before);
    answerWith(good, mine.sent.searchParams.get('nonce')!);
    expect((await comeBack(parameters, mine.cookie)).status).toBe(303);
  });

  it('asks the provider nothing for an address that nobody was sent back by', async () => {
    const { cookie, sent } = await leave();
    const state = sent.searchParams.get('state')!;
    for (const query of [
      '',
      '?',
      '?code=c',
      `?code=c&state=${'a'.repeat(43)}`,
      `?code=c&state=${state}&state=${state}`,
    ])
      expect((await ask(`/v1/sign-in/callback${query}`, { headers: { cookie } })).body).toMatchObject({
        type: '/problems/sign-in-unknown',
      });
  });

  const wrong: Record<string, (nonce: string) => Promise<string>> = {
    'another nonce': () => good('another'),
    'no nonce': () => provider.sign({ ...desk(), typ: 'ID' }),
    'another issuer': (nonce) => provider.sign({ ...desk(), nonce, iss: 'https://evil.example' }),
    'another audience': (nonce) => provider.sign({ ...desk(), nonce, aud: 'other' }),
    'an end in the past': (nonce) => provider.sign({ ...desk(), nonce, exp: seconds() - 60 }),
    'a start in the future': (nonce) => provider.sign({ ...desk(), nonce, iat: seconds() + 3600 }),
    'another key': async (nonce) =>
      provider.sign({ ...desk(), nonce }, {}, (await generateKeyPair('RS256')).privateKey),
    'no signature': async (nonce) => toUnsigned(await good(nonce), { alg: 'none' }),
    'the public key as a shared secret': (nonce) =>
      provider.sign({ ...desk(), nonce }, { alg: 'HS256' }, new TextEncoder().encode(provider.publicPem)),
    'the secret of the client as its key': (nonce) =>
      provider.sign({ ...desk(), nonce }, { alg: 'HS256' }, new TextEncoder().encode('secret')),
    'a subject that is no name': (nonce) => provider.sign({ ...desk(), nonce, sub: 'a b' }),
    'no text of a token at all': () => Promise.resolve('x'),
  };
  it.each(Object.keys(wrong))('signs nobody in by an ID token with %s', async (name) => {
    const { sent, cookie } = await leave();
    answerWith(wrong[name]!, sent.searchParams.get('nonce')!);
    const before = [await countLog(), await countSessions()];
    const back = await comeBack(
      { code: 'c1', state: sent.searchParams.get('state')!, iss: provider.issuer },
      cookie,
    );
    expect([name, back.status, back.body['type']]).toEqual([name, 400, '/problems/sign-in-failed']);
    expect(back.headers.get('set-cookie')).toBeNull();
    expect([await countLog(), await countSessions()]).toEqual(before);
  });

  it('signs nobody in where another provider answers (mix-up), or where the provider says no', async () => {
    const first = await leave();
    const state = first.sent.searchParams.get('state')!;
    expect(await comeBack({ code: 'c', state, iss: 'https://evil.example' }, first.cookie)).toMatchObject({
      status: 400,
      body: { type: '/problems/sign-in-failed' },
    });
    const second = await leave();
    const refused = {
      error: 'access_denied',
      state: second.sent.searchParams.get('state')!,
      iss: provider.issuer,
    };
    expect(await comeBack({ ...refused, error_description: '<script>' }, second.cookie)).toMatchObject({
      status: 403,
      body: { type: '/problems/sign-in-refused', error: 'access_denied' },
    });
    const third = await leave();
    const odd = { error: '<b>x', state: third.sent.searchParams.get('state')!, iss: provider.issuer };
    expect((await comeBack(odd, third.cookie)).body).toMatchObject({ error: 'unknown' });
  });

  it('says that the provider does not know this service, and whose matter that is', async () => {
    const { sent, cookie } = await leave();
    provider.answer = () => Promise.resolve({ status: 401, body: { error: 'invalid_client' } });
    const state = sent.searchParams.get('state')!;
    expect(await comeBack({ code: 'c', state, iss: provider.issuer }, cookie)).toMatchObject({
      status: 502,
      body: { type: '/problems/provider-refused-service' },
    });
  });

  it('leads to paths of this server alone', async () => {
    for (const returnTo of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'https:evil.example',
      '/%2Fevil',
      '/\t/evil',
      'evil',
    ])
      for (const encoded of [encodeURIComponent(returnTo), returnTo.replace(/[\t\\]/g, encodeURIComponent)])
        expect([encoded, (await ask(`/v1/sign-in?returnTo=${encoded}`)).body['type']]).toEqual([
          encoded,
          '/problems/bad-parameter',
        ]);
    expect((await ask('/v1/sign-in?returnTo=/&returnTo=//evil.example')).status).toBe(400);
  });

  it('begins another session than the one that the browser came with, which ends', async () => {
    const one = await signInWholly('');
    const two = await signInWholly(one);
    expect(two).not.toBe(one);
    expect((await ask('/v1/session', { headers: { cookie: one } })).body).toMatchObject({ signedIn: false });
    expect((await ask('/v1/session', { headers: { cookie: two } })).body).toMatchObject({ signedIn: true });
  });

  it('is noted in the audit, and so is one that fails, without what was handed back', async () => {
    noted.length = 0;
    await signInWholly('');
    const { sent, cookie } = await leave();
    const state = sent.searchParams.get('state')!;
    await comeBack({ code: 'c9', state, iss: 'https://evil.example' }, cookie);
    const place = 'GET /v1/sign-in/callback';
    expect(noted).toMatchObject([
      { what: 'signed-in', principal: expect.stringMatching(/^oidc:/), place, detail: { by: 'oidc' } },
      { what: 'sign-in-failed', principal: undefined, place, detail: { because: 'sign-in-failed' } },
    ]);
    expect(JSON.stringify(noted)).not.toMatch(new RegExp(`c9|${state}|evil`));
  });

  it('tells no code, state, cookie or token to the log', () => {
    const log = told.join('');
    expect(log).not.toMatch(/eyJ|[?&]code=|[\w-]{43}/);
  });
});

async function signInWholly(session: string): Promise<string> {
  const { sent, cookie } = await leave();
  answerWith(good, sent.searchParams.get('nonce')!);
  const parameters = { code: 'c1', state: sent.searchParams.get('state')!, iss: provider.issuer };
  const back = await comeBack(parameters, session ? `${session}; ${cookie}` : cookie);
  return back.headers.get('set-cookie')!.split(';', 1)[0]!;
}

describe('a provider that is away', () => {
  it('is told with what to do; keys, and whoever has signed in, go on', async () => {
    const session = await signInWholly('');
    const { sent, cookie } = await leave();
    const known = await provider.sign(desk());
    await provider.away();
    // What was fetched is used on; whoever starts now has nothing yet.
    expect((await change(known)).status).toBe(201);
    const state = sent.searchParams.get('state')!;
    const away = { status: 503, body: { type: '/problems/provider-away' } };
    const back = await comeBack({ code: 'c', state, iss: provider.issuer }, cookie);
    expect(back).toMatchObject(away);
    expect(back.headers.get('retry-after')).toBe('5');
    const settings = { issuer: provider.issuer, clientId, clientSecret: 'secret', rolesClaim: 'roles' };
    const fresh = await start(settings);
    const before = url;
    url = `http://127.0.0.1:${portOf(fresh)}`;
    try {
      expect(await ask('/v1/sign-in')).toMatchObject(away);
      expect(await change(known)).toMatchObject(away);
      expect((await change(key.secret)).status).toBe(201);
      expect((await ask('/v1/session', { headers: { cookie: session } })).body).toMatchObject({
        signedIn: true,
      });
      expect((await ask('/v1/session', { headers: { authorization: `Bearer ${key.secret}` } })).status).toBe(
        200,
      );
      await provider.back();
      expect((await ask('/v1/sign-in')).status).toBe(303);
      expect((await change(await provider.sign(desk()))).status).toBe(201);
    } finally {
      url = before;
      await fresh.close();
    }
    expect(told.join('')).toContain('The identity provider does not answer: ');
  });

  it('is not needed where none is named', async () => {
    const without = await start(undefined);
    const before = url;
    url = `http://127.0.0.1:${portOf(without)}`;
    try {
      for (const path of ['/v1/sign-in', '/v1/sign-in/callback?code=c&state=s'])
        expect(await ask(path)).toMatchObject({ status: 404, body: { type: '/problems/no-provider' } });
      expect((await ask('/v1/session')).body).toEqual({ signedIn: false, ways: ['link'] });
      expect(await change(await provider.sign(desk()))).toMatchObject({ status: 401 });
    } finally {
      url = before;
      await without.close();
    }
  });
});
