/** Managing access over HTTP: people, keys, policies and the audit, as those who may, and as those who would like to. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module, Post, Req } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  auditAnswer,
  invitationAnswer,
  keyIssued,
  keysAnswer,
  peopleAnswer,
  personAnswer,
} from '@rapporteur/contract';
import type { Role, Scope } from '@rapporteur/domain';
import { authorityOf, createServer, needRight } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { changeAccess } from '../access-log.js';
import { auditDoor } from '../audit/audit-door.js';
import { Audit } from '../audit/audit.js';
import { readAudit } from '../audit/read-audit.js';
import { makeDoor } from '../door.js';
import { makeKey } from '../keys.js';
import { AccessModule } from './access.module.js';
import { accessDocuments } from './documents.js';
import { manageDocuments } from './manage-documents.js';

@Controller('replies')
class RepliesController {
  @Post()
  submit(@Req() request: FastifyRequest) {
    needRight(
      authorityOf(request),
      'submit-reply',
      request.body as { respondent: string; collection: string },
    );
    return {};
  }
}

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
let app: NestFastifyApplication;
let audit: Audit;
let url: string;
/** The keys of those who ask. */
const keys = { owner: '', admin: '', reader: '' };

const all: Scope = { respondents: 'all', collections: 'all' };
const reason = 'asked for by the desk';

async function make(id: string, role: Role): Promise<string> {
  const { key, hash, secret } = makeKey();
  await changeAccess(
    pool,
    id,
    [
      { type: 'PrincipalAdded', kind: 'person', name: id },
      { type: 'RoleGranted', role, scope: all as { respondents: 'all'; collections: 'all' } },
      { type: 'KeyIssued', key, hash, until: '2099-01-01T00:00:00.000Z' },
    ],
    { by: 'test', reason: 'set up' },
  );
  return secret;
}

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  keys.owner = await make('owner', 'owner');
  keys.admin = await make('adam', 'administrator');
  keys.reader = await make('rita', 'reader');
  audit = new Audit(pool, () => undefined, undefined, { atMost: 1000 });
  const door = makeDoor({ pool, isReadingOpen: true, ...auditDoor(audit) });
  @Module({ imports: [AccessModule.with({ pool, door, audit })], controllers: [RepliesController] })
  class Access {}
  const replies = {
    ...({ method: 'post', path: '/replies', action: 'submit-reply', summary: '' } as const),
    answer: z.unknown(),
  };
  app = await createServer(Access, { door, documents: [...accessDocuments, replies] });
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
});
afterAll(async () => {
  await app.close();
  await audit.close();
  await source.destroy();
  await test.drop();
});

/** What the tests look at without the contract's schema. */
interface Answered {
  readonly type: string;
  readonly state: string;
  readonly grants: readonly object[];
  readonly problems: readonly { readonly pointer: string; readonly code: string }[];
}

async function ask(
  method: string,
  path: string,
  { key = keys.admin, body }: { key?: string; body?: unknown } = {},
) {
  const answered = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answered.text();
  const isJson = /json/.test(answered.headers.get('content-type') ?? '');
  return {
    status: answered.status,
    body: isJson ? (JSON.parse(text) as Answered) : ({} as Answered),
    text,
    headers: answered.headers,
  };
}
const post = (path: string, body: object, key = keys.admin) =>
  ask('POST', path, { body: { reason, ...body }, key });
const written = async () => {
  await audit.flush();
  return readAudit(pool, { after: 0, limit: 10_000 });
};
const ofSv = { respondents: ['El Salvador'], collections: ['ecosoc-2006-27'] };

describe('people', () => {
  it('are added, granted a role by the name of their State, and have it withdrawn', async () => {
    const added = await post('/v1/people', { id: 'ana', kind: 'person', name: 'Ana María' });
    expect([added.status, personAnswer.parse(added.body)]).toEqual([
      201,
      { id: 'ana', kind: 'person', name: 'Ana María', grants: [], keys: [], lastSeenAt: null },
    ]);
    const granted = await post('/v1/people/ana/grants', { role: 'focal-point', scope: ofSv });
    expect(granted.status).toBe(201);
    const [grant] = personAnswer.parse(granted.body).grants;
    expect(grant).toMatchObject({
      role: 'focal-point',
      scope: { respondents: ['SV'], collections: ['ecosoc-2006-27'] },
    });
    const { items } = peopleAnswer.parse((await ask('GET', '/v1/people')).body);
    expect(items.map(({ id }) => id)).toEqual(['adam', 'ana', 'owner', 'rita']);
    const withdrawn = await post(`/v1/people/ana/grants/${grant!.number}/withdrawal`, {});
    expect([withdrawn.status, withdrawn.body.grants]).toEqual([200, []]);
    const rows = (await written()).filter(({ detail }) => detail['of'] === 'ana');
    expect(rows.map(({ what, where, principal }) => [what, where, principal])).toEqual([
      ['added', 'POST /v1/people', 'adam'],
      ['granted', 'POST /v1/people/:id/grants', 'adam'],
      ['withdrawn', 'POST /v1/people/:id/grants/:number/withdrawal', 'adam'],
    ]);
    expect(rows[1]).toMatchObject({ address: '127.0.0.1', detail: { role: 'focal-point', reason } });
  });

  it('are invited by a link, once, and their sessions are ended', async () => {
    await post('/v1/people', { id: 'ines', kind: 'person', name: 'Ines' });
    const invited = await post('/v1/people/ines/invitation', {});
    expect(invited.status).toBe(201);
    const { link } = invitationAnswer.parse(invited.body);
    expect(link.startsWith(`${url}/#sign-in=`)).toBe(true);
    const secret = link.split('#sign-in=')[1]!;
    const opened = await ask('POST', '/v1/session', { key: '', body: { link: secret } });
    expect(opened.status).toBe(201);
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
    const who = async () =>
      (await (await fetch(`${url}/v1/session`, { headers: { cookie } })).json()) as object;
    expect(await who()).toMatchObject({ signedIn: true, principal: { id: 'ines' } });
    const ended = await post('/v1/people/ines/sessions/end', {});
    expect([ended.status, ended.body]).toEqual([200, { ended: 1 }]);
    await new Promise((done) => setTimeout(done, 600));
    expect(await who()).toMatchObject({ signedIn: false });
    expect((await ask('POST', '/v1/session', { key: '', body: { link: secret } })).status).toBe(403);
    const rows = await written();
    const ofInes = rows.filter(({ principal, detail }) => [principal, detail['of']].includes('ines'));
    expect(ofInes.map(({ what }) => what)).toEqual(['added', 'invited', 'signed-in', 'sessions-ended']);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('are no machines where a person is meant, and nobody where nobody is called so', async () => {
    await post('/v1/people', { id: 'robot', kind: 'machine', name: 'Robot' });
    expect(await post('/v1/people/robot/invitation', {})).toMatchObject({
      status: 422,
      body: { problems: [{ code: 'not-a-person' }] },
    });
    for (const path of ['grants/1/withdrawal', 'invitation', 'sessions/end']) {
      const { status, body } = await post(`/v1/people/nobody/${path}`, {});
      expect([path, status, body.type]).toEqual([path, 404, '/problems/unknown-principal']);
    }
    expect(await post('/v1/people/ana/grants/999/withdrawal', {})).toMatchObject({
      status: 404,
      body: { type: '/problems/unknown-grant' },
    });
    expect(await post('/v1/people', { id: 'ana', kind: 'person', name: 'Another' })).toMatchObject({
      status: 409,
      body: { type: '/problems/already-there' },
    });
  });
});

describe('a change that is refused', () => {
  it('tells every problem at once', async () => {
    const { status, body } = await ask('POST', '/v1/people/ana/grants', {
      body: { role: 'king', scope: { respondents: [], collections: 'some' }, more: 1 },
    });
    expect(status).toBe(422);
    const pointers = body.problems.map(({ pointer }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(['/role', '/scope/respondents', '/scope/collections', '/reason']),
    );
    const scope = { respondents: ['Slovania', 'Greace', 'GR'], collections: 'all' };
    const unknown = await post('/v1/people/ana/grants', { role: 'reader', scope });
    expect(unknown).toMatchObject({
      status: 422,
      body: {
        problems: [
          { pointer: '/scope/respondents/0', code: 'unknown-respondent' },
          {
            pointer: '/scope/respondents/1',
            code: 'unknown-respondent',
            suggestions: ['GR (Greece)', 'GD (Grenada)'],
          },
        ],
      },
    });
  });

  it.each([
    ['own-access', '/v1/people/adam/grants', { role: 'reader', scope: all }],
    ['owners-only', '/v1/people/ana/grants', { role: 'owner', scope: all }],
    ['owners-only', '/v1/people/owner/grants', { role: 'reader', scope: all }],
    ['owners-only', '/v1/people/owner/invitation', {}],
    ['owners-only', '/v1/people/owner/sessions/end', {}],
    ['owners-only', '/v1/keys', { principal: 'owner' }],
  ])('is not for an administrator: %s at %s', async (code, path, body) => {
    const refused = await post(path, body);
    expect([refused.status, refused.body.type]).toEqual([403, `/problems/${code}`]);
    const last = (await written()).at(-1)!;
    expect(last).toMatchObject({ what: 'refused', principal: 'adam', detail: { because: code } });
  });

  it('is one for those who manage access, and for nobody else', async () => {
    for (const { method, path } of manageDocuments) {
      const asked = path.replace(':id', 'ana').replace(':number', '1').replace(':key', 'x');
      const anonymous = await ask(method.toUpperCase(), asked, {
        key: '',
        ...(method === 'post' ? { body: {} } : {}),
      });
      expect([path, anonymous.status]).toEqual([path, 401]);
      const reader = await ask(method.toUpperCase(), asked, {
        key: keys.reader,
        ...(method === 'post' ? { body: {} } : {}),
      });
      expect([path, reader.status, reader.body.type]).toEqual([path, 403, '/problems/no-role']);
    }
  });
});

describe('keys', () => {
  it('are issued, shown once, used, listed with their last use, and revoked', async () => {
    const issued = await post('/v1/keys', { principal: 'robot', until: '2098-05-06' });
    expect(issued.status).toBe(201);
    const { key, secret, until } = keyIssued.parse(issued.body);
    expect(until).toBe('2098-05-06T23:59:59.999Z');
    expect(issued.headers.get('cache-control')).toBe('no-store');
    await post('/v1/people/robot/grants', { role: 'administrator', scope: all }, keys.owner);
    expect((await ask('GET', '/v1/people', { key: secret })).status).toBe(200);
    let listed = keysAnswer.parse((await ask('GET', '/v1/keys')).body).items.find((one) => one.key === key)!;
    while (listed.lastUsedAt === null)
      listed = keysAnswer.parse((await ask('GET', '/v1/keys')).body).items.find((one) => one.key === key)!;
    expect(listed).toMatchObject({ principal: 'robot', state: 'good' });
    const revoked = await post(`/v1/keys/${key}/revocation`, {});
    expect([revoked.status, revoked.body.state]).toEqual([200, 'revoked']);
    await new Promise((done) => setTimeout(done, 600));
    expect((await ask('GET', '/v1/people', { key: secret })).status).toBe(401);
    expect(await post(`/v1/keys/${key}/revocation`, {})).toMatchObject({
      status: 422,
      body: { problems: [{ code: 'key-ended' }] },
    });
    expect(await post('/v1/keys/none/revocation', {})).toMatchObject({
      status: 404,
      body: { type: '/problems/unknown-key' },
    });
    const { text } = await ask('GET', '/v1/people');
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/[0-9a-f]{64}/);
    expect(JSON.stringify(await written())).not.toMatch(/rapporteur_key_|[0-9a-f]{64}/);
  });

  it('must end in the future', async () => {
    for (const until of ['2020-01-01', '2020-01-01T00:00:00Z'])
      expect(await post('/v1/keys', { principal: 'robot', until })).toMatchObject({
        status: 422,
        body: { problems: [{ pointer: '/until', code: 'key-ended' }] },
      });
    for (const until of ['tomorrow', '2027-02-30', 5])
      expect((await post('/v1/keys', { principal: 'robot', until })).status).toBe(422);
  });

  it('of the last owner end only when that is meant', async () => {
    const { items } = keysAnswer.parse((await ask('GET', '/v1/keys')).body);
    const { key } = items.find(({ principal }) => principal === 'owner')!;
    const asked = await post(`/v1/keys/${key}/revocation`, {}, keys.owner);
    expect(asked).toMatchObject({
      status: 422,
      body: { problems: [{ pointer: '/key', code: 'last-owner-key' }] },
    });
    expect((await post(`/v1/keys/${key}/revocation?confirm=other`, {}, keys.owner)).status).toBe(400);
    // Who has no key any more cannot be asked about later, so a second one is made for the other tests.
    const second = keyIssued.parse((await post('/v1/keys', { principal: 'owner' }, keys.owner)).body);
    expect((await post(`/v1/keys/${key}/revocation`, {}, second.secret)).status).toBe(200);
    keys.owner = second.secret;
  });
});

it('policies are set, and listed', async () => {
  expect(await post('/v1/policies', { collection: 'ecosoc-2006-27', naming: 'state' })).toMatchObject({
    status: 201,
    body: { collection: 'ecosoc-2006-27', naming: 'state' },
  });
  expect((await ask('GET', '/v1/policies')).body).toEqual({
    items: [{ collection: 'ecosoc-2006-27', naming: 'state' }],
  });
  expect((await post('/v1/policies', { collection: 'x', naming: 'number' })).status).toBe(422);
});

describe('the audit', () => {
  it('tells of wrong keys, of rights that are missing, and of scopes', async () => {
    const point = keyIssued.parse((await post('/v1/keys', { principal: 'ana' })).body).secret;
    await post('/v1/people/ana/grants', { role: 'focal-point', scope: ofSv });
    const { secret: wrong } = makeKey();
    const before = (await written()).at(-1)!.number;
    await ask('POST', '/replies', { key: wrong, body: {} });
    await ask('POST', '/replies', { key: '', body: {} });
    await ask('POST', '/replies', { key: keys.reader, body: {} });
    const reply = (respondent: string) => ({ respondent, collection: 'ecosoc-2006-27' });
    expect((await ask('POST', '/replies', { key: point, body: reply('GR') })).status).toBe(403);
    expect((await ask('POST', '/replies', { key: point, body: reply('SV') })).status).toBe(201);
    await audit.flush();
    const { items } = auditAnswer.parse((await ask('GET', `/v1/audit?after=${before}`)).body);
    expect(items.map(({ what, principal, detail }) => [what, principal, detail['because']])).toEqual([
      ['sign-in-failed', null, 'sign-in-failed'],
      ['refused', null, 'not-signed-in'],
      ['refused', 'rita', 'no-role'],
      ['refused', 'ana', 'out-of-scope'],
    ]);
    expect(items[3]).toMatchObject({
      where: 'POST /replies',
      detail: { action: 'submit-reply', respondent: 'GR' },
    });
    expect(JSON.stringify(items)).not.toContain(wrong);
  });

  it('is read in pages, by what and by whom, and as CSV without formulas', async () => {
    await post('/v1/people', { id: 'formula', kind: 'person', name: '=1+1', reason: '=HYPERLINK("x")' });
    await audit.flush();
    const first = auditAnswer.parse((await ask('GET', '/v1/audit?after=0&limit=2')).body);
    expect(first.items.length).toBe(2);
    const second = auditAnswer.parse((await ask('GET', `/v1/audit?after=${first.next}&limit=2`)).body);
    expect(second.items[0]!.number).toBeGreaterThan(first.items[1]!.number);
    const adams = auditAnswer.parse((await ask('GET', '/v1/audit?what=granted&principal=adam')).body).items;
    expect(adams.length).toBeGreaterThan(0);
    expect(adams.every(({ what, principal }) => what === 'granted' && principal === 'adam')).toBe(true);
    const csv = await ask('GET', '/v1/audit?format=csv&limit=10000');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text).toMatch(/^number,at,principal,what,where,address,detail\r\n/);
    await audit.flush();
    await pool.query(
      `INSERT INTO audit (at, what, place, principal, detail) VALUES (now(), 'refused', '=1+1', '@x', '{}')`,
    );
    expect((await ask('GET', '/v1/audit?format=csv')).text).toMatch(/,'@x,refused,'=1\+1,/);
    const wrong = await ask('GET', '/v1/audit?after=x&limit=0&what=no&other=1');
    expect([wrong.status, wrong.body.problems.length]).toEqual([400, 4]);
    expect((await ask('GET', '/v1/audit?principal=%00')).status).toBe(400);
  });
});
