/** Every address with every role, in its own scope and in a foreign one, over HTTP; and rights that end while commands fly. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeAccess, makeKey, setNamingAs } from '@rapporteur/access';
import { readDocuments } from '@rapporteur/api';
import {
  may,
  roles,
  service,
  type AccessEvent,
  type Action,
  type Role,
  type Scope,
} from '@rapporteur/domain';
import { documents } from '@rapporteur/ingest';
import { poolOf } from '@rapporteur/postgres';
import { createTestDatabase, ownerHeaders, ownerKeyFile, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { startRapporteur, type Rapporteur } from './start-rapporteur.js';

let test: TestDatabase;
let rapporteur: Rapporteur;
let pool: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  rapporteur = await startRapporteur({ ...ownerKeyFile, DATABASE_URL: test.url, PORT: '0' }, () => undefined);
  pool = poolOf(rapporteur.database);
  for (const collection of ['c', 'd'])
    expect((await ask('POST', '/v1/rounds', ownerHeaders(), { collection, round: '2008' })).status).toBe(201);
}, 60_000);
afterAll(async () => {
  await rapporteur.close();
  await test.drop();
});

type Headers = Readonly<Record<string, string>>;

async function ask(method: string, path: string, headers: Headers = {}, body?: unknown) {
  const response = await fetch(rapporteur.url + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isStream ? '' : await response.text();
  if (isStream) await response.body?.cancel();
  return { status: response.status, headers: response.headers, text, problem: toProblem(text) };
}
const toProblem = (text: string): Record<string, unknown> =>
  text.startsWith('{"type":"/problems/') ? (JSON.parse(text) as Record<string, unknown>) : {};

const why = { by: 'owner', reason: 'for the test' };
const all: Scope = { respondents: 'all', collections: 'all' };
const granted = (role: Role, scope: Scope): AccessEvent => ({ type: 'RoleGranted', role, scope });
const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();

/** Somebody new who holds these grants. Out: their name in the access log, and the header with their key. */
async function add(grants: readonly AccessEvent[] = [], until = inAYear) {
  const id = `m-${randomUUID()}`;
  const { key, hash, secret } = makeKey();
  const events: AccessEvent[] = [
    { type: 'PrincipalAdded', kind: 'machine', name: `machine ${id}` },
    ...grants,
    { type: 'KeyIssued', key, hash, until },
  ];
  const { principal } = await changeAccess(pool, id, events, why);
  return { id, key, secret, principal, headers: { authorization: `Bearer ${secret}` } };
}

let figures = 0;
const reply = (respondent: string) => ({
  respondent,
  receivedOn: '2008-01-20',
  observations: [{ indicator: 'persons-prosecuted', period: '2007', value: (figures += 1), paragraph: 14 }],
});

/** One request to each address that changes something or is not open, with what it is done to. */
const writes: readonly {
  readonly address: string;
  readonly action: Action;
  readonly target: { readonly collection?: string; readonly respondent?: string };
  send(headers: Headers): ReturnType<typeof ask>;
}[] = ['c', 'd'].flatMap((collection) =>
  ['SV', 'GR'].flatMap((respondent) => {
    const replies = `/v1/rounds/${collection}/2008/replies`;
    const short = `/v1/rounds/${encodeURIComponent(`${collection}/2008`)}/replies`;
    const change = { receivedOn: '2008-02-01', reason: 'x' };
    const target = { collection, respondent };
    const post = (path: string, body: () => object, type?: string) => (headers: Headers) =>
      ask('POST', path, { ...headers, ...(type ? { 'content-type': type } : {}) }, body());
    const csv = (headers: Headers) =>
      ask(
        'POST',
        `/v1/imports?collection=${collection}&round=2023&received=2023-05-30`,
        { ...headers, 'content-type': 'text/csv' },
        'a,b\n1,2\n',
      );
    return [replies, short]
      .flatMap((path): (typeof writes)[number][] => [
        {
          address: `POST ${path}`,
          action: 'submit-reply',
          target,
          send: post(path, () => reply(respondent)),
        },
        {
          address: `POST ${path} dry`,
          action: 'try-command',
          target,
          send: post(`${path}?dryRun=true`, () => reply(respondent)),
        },
        {
          address: `POST ${path} corrections`,
          action: 'correct-reply',
          target,
          send: post(`${path}/${respondent}/corrections`, () => ({
            ...change,
            observations: { added: reply(respondent).observations },
          })),
        },
        {
          address: `POST ${path} replacement`,
          action: 'replace-reply',
          target,
          send: post(`${path}/${respondent}/replacement`, () => ({ ...change, observations: [] })),
        },
        {
          address: `POST ${path} withdrawal dry`,
          action: 'try-command',
          target,
          send: post(`${path}/${respondent}/withdrawal?dryRun=`, () => change),
        },
        {
          address: `POST ${path} withdrawal`,
          action: 'withdraw-reply',
          target,
          send: post(`${path}/${respondent}/withdrawal`, () => change),
        },
      ])
      .concat([
        {
          address: 'POST /v1/rounds',
          action: 'open-round',
          target: { collection },
          send: post('/v1/rounds', () => ({ collection, round: `r${(figures += 1)}` })),
        },
        {
          address: 'POST /v1/rounds dry',
          action: 'open-round',
          target: { collection },
          send: post('/v1/rounds?dryRun=true', () => ({ collection, round: 'r' })),
        },
        { address: 'POST /v1/imports', action: 'import-file', target: { collection }, send: csv },
        {
          address: 'GET /v1/imports/refused',
          action: 'import-file',
          target: { collection },
          send: (headers) =>
            ask('GET', `/v1/imports/${'a'.repeat(64)}/refused?collection=${collection}&round=2023`, headers),
        },
        {
          address: 'GET /metrics',
          action: 'read-metrics',
          target: {},
          send: (headers) => ask('GET', '/metrics', headers),
        },
      ]);
  }),
);

/** The events that somebody recorded, in the log or on their way to it. */
const countBy = async (id: string) =>
  Number(
    (
      await pool.query<{ n: string }>(
        `SELECT count(*) AS n FROM (SELECT meta FROM log UNION ALL SELECT meta FROM pending) e
         WHERE meta ->> 'principal' = $1`,
        [id],
      )
    ).rows[0]!.n,
  );

describe('what changes something, or is not open', () => {
  it('is refused without a key, and says what to send', async () => {
    for (const { address, send } of writes) {
      const { status, problem, headers } = await send({});
      expect([address, status, problem['type'], headers.get('www-authenticate')]).toEqual([
        address,
        401,
        '/problems/not-signed-in',
        'Bearer realm="Rapporteur"',
      ]);
      expect(String(problem['detail'])).toMatch(/owner\.key/);
    }
  }, 60_000);

  const scopes: readonly Scope[] = [all, { respondents: ['SV'], collections: ['c'] }];
  it.each(roles.flatMap((role) => scopes.map((scope) => [role, JSON.stringify(scope), scope] as const)))(
    'is for %s of %s as docs/access.md says, and nothing else of it is done',
    async (role, _, scope) => {
      const { id, principal, headers } = await add([granted(role, scope)]);
      let allowed = 0;
      for (const { address, action, target, send } of writes) {
        const verdict = may(principal.grants, action, target);
        const before = await countBy(id);
        const { status, problem } = await send(headers);
        const told = [role, address, target];
        if (verdict.allowed) {
          allowed += 1;
          expect([...told, [401, 403].includes(status)]).toEqual([...told, false]);
        } else {
          expect([...told, status, problem['type']]).toEqual([...told, 403, `/problems/${verdict.because}`]);
          expect(await countBy(id)).toBe(before);
        }
      }
      const can = writes.some(({ action, target }) => may(principal.grants, action, target).allowed);
      expect(allowed > 0).toBe(can);
    },
    120_000,
  );

  it('has an action at every address, and only what everybody may do is open', async () => {
    const open = [...documents, ...readDocuments].filter(({ action }) => may([], action).allowed);
    expect(open.every(({ method }) => method === 'get')).toBe(true);
    for (const { path } of open) {
      const { status } = await ask('GET', path.replaceAll(/:\w+/g, '1'));
      expect([path, [401, 403].includes(status)]).toEqual([path, false]);
    }
  }, 60_000);
});

it('a file is as large as the role may send, and one byte more is refused with the limit', async () => {
  const mb = 1024 ** 2;
  const scope: Scope = { respondents: ['SV'], collections: ['c'] };
  const send = async (role: Role, bytes: number) => {
    const { headers } = await add([granted(role, scope)]);
    const body = Buffer.alloc(bytes, `${role} ${bytes} `);
    const response = await fetch(
      `${rapporteur.url}/v1/rounds/c/2008/replies/SV/documents?received=2008-01-20`,
      { method: 'POST', headers: { ...headers, 'content-type': 'application/octet-stream' }, body },
    );
    const { type, title } = (await response.json()) as { type?: string; title?: string };
    return [response.status, type, title];
  };
  expect((await send('focal-point', 25 * mb))[0]).toBe(201);
  expect(await send('focal-point', 25 * mb + 1)).toEqual([
    413,
    '/problems/too-large',
    'The file is over 26214400 bytes, the most that a focal point may send.',
  ]);
  expect((await send('desk-officer', 25 * mb + 1))[0]).toBe(201);
}, 120_000);

describe('a key', () => {
  const submit = (headers: Headers) =>
    ask('POST', '/v1/rounds/c/2008/replies?dryRun=true', headers, reply('FR'));

  it('that has expired, was revoked, was tampered with, or is another kind of token, lets nobody in, and is not repeated', async () => {
    const { headers, secret, id, key } = await add([granted('owner', all)]);
    expect((await submit(headers)).status).toBe(200);
    const expired = await add([granted('owner', all)], '2020-01-01T00:00:00.000Z');
    const last = secret.at(-1) === 'A' ? 'B' : 'A';
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const sent of [
      `Bearer ${expired.secret}`,
      `Bearer ${secret.slice(0, -1)}${last}`,
      `Bearer ${secret}x`,
      `Bearer ${secret.toUpperCase()}`,
      `Bearer ${makeKey().secret}`,
      'Bearer',
      'Bearer ',
      `Basic ${Buffer.from(`owner:${secret}`).toString('base64')}`,
      secret,
      `Bearer ${encode({ alg: 'none' })}.${encode({ sub: 'owner', roles: ['owner'] })}.`,
      `Bearer ${'x'.repeat(8000)}`,
      "Bearer ' OR 1=1 --",
    ]) {
      const { status, text, problem } = await submit({ authorization: sent });
      expect([sent, status, problem['type']]).toEqual([sent, 401, '/problems/not-signed-in']);
      if (sent.length > 30) expect(text).not.toContain(sent.slice(8, 60));
      expect(text).not.toMatch(/ at |node_modules|SELECT|\.ts\b/);
    }
    await changeAccess(pool, id, [{ type: 'KeyRevoked', key }], why);
    await new Promise((done) => setTimeout(done, 600));
    const revoked = await submit(headers);
    expect([revoked.status, revoked.problem['title']]).toEqual([401, `The key ${key} was revoked`]);
  });

  it('that does not count is not passed over where everybody may read', async () => {
    const sent = { authorization: `Bearer ${makeKey().secret}` };
    expect((await ask('GET', '/v1/rounds', sent)).status).toBe(401);
    expect((await ask('GET', '/health/live', sent)).status).toBe(200);
  });

  it('is taken from no other place than its header', async () => {
    const { secret } = await add([granted('owner', all)]);
    const path = '/v1/rounds/c/2008/replies?dryRun=true';
    for (const headers of [
      { 'x-api-key': secret },
      { cookie: `authorization=${secret}; key=${secret}` },
      { 'x-forwarded-authorization': `Bearer ${secret}` },
      { 'x-recorded-by': 'owner' },
    ])
      expect((await ask('POST', path, headers as unknown as Headers, reply('SV'))).status).toBe(401);
    expect((await ask('POST', `${path}&access_token=${secret}`, {}, reply('SV'))).status).toBe(401);
  });
});

describe('an event', () => {
  it('says who recorded it, for which State and how they had shown who they are; readers see no more than the role', async () => {
    const { id, headers } = await add([granted('focal-point', { respondents: ['MX'], collections: 'all' })]);
    const sent = await ask(
      'POST',
      '/v1/rounds/d/2008/replies',
      { ...headers, 'x-recorded-by': 'somebody else' },
      reply('Mexico'),
    );
    expect(sent.status).toBe(201);
    const { rows } = await pool.query(
      `SELECT meta FROM (SELECT meta, stream FROM log UNION ALL SELECT meta, stream FROM pending) e WHERE stream = 'reply/d/2008/MX'`,
    );
    const public_ = { recordedBy: 'focal point', signedInBy: 'key', onBehalfOf: 'MX' };
    expect(rows).toMatchObject([{ meta: { ...public_, principal: id } }]);
    const { token } = JSON.parse(sent.text) as { token: string };
    const position = (await ask('GET', `/v1/rounds?wait=${token}`)).headers.get('rapporteur-position');
    const shown = await ask('GET', `/v1/events/${position}`);
    expect(JSON.parse(shown.text)).toMatchObject({ meta: public_ });
    expect(shown.text).not.toContain(id);
    const history = await ask('GET', '/v1/observations/d~MX~persons-prosecuted~_T~2007');
    expect(history.text).toContain('"recordedBy":"focal point"');
    expect(history.text).not.toContain(id);
  });

  it.each([
    ['name', /^machine /],
    ['role', /^focal point$/],
    ['state', /^the focal point of Mexico$/],
  ] as const)('names people as the policy of its collection says: by %s', async (naming, expected) => {
    const collection = `named-${naming}`;
    await setNamingAs(pool, service, { collection, naming }, why);
    await ask('POST', '/v1/rounds', ownerHeaders(), { collection, round: '2008' });
    const { headers } = await add([granted('focal-point', { respondents: ['MX'], collections: 'all' })]);
    expect(
      (await ask('POST', `/v1/rounds/${collection}/2008/replies`, headers, reply('Mexico'))).status,
    ).toBe(201);
    const { rows } = await pool.query<{ meta: { recordedBy: string } }>(
      'SELECT meta FROM (SELECT meta, stream FROM log UNION ALL SELECT meta, stream FROM pending) e WHERE stream = $1',
      [`reply/${collection}/2008/MX`],
    );
    expect(rows[0]!.meta.recordedBy).toMatch(expected);
  });
});

describe('a right that ends', () => {
  it.each(['key', 'grant'] as const)(
    'while commands fly: nothing is recorded after it was acknowledged (%s)',
    async (what) => {
      for (let round = 0; round < 3; round += 1) {
        const { id, key, headers, principal } = await add([
          granted('focal-point', { respondents: ['SV'], collections: ['c'] }),
        ]);
        let isEnded = false;
        const answers: number[] = [];
        const client = async () => {
          while (!isEnded || answers.at(-1) === 201) {
            const body = { receivedOn: '2008-02-01', reason: 'x', observations: reply('SV').observations };
            answers.push(
              (await ask('POST', '/v1/rounds/c/2008/replies/SV/replacement', headers, body)).status,
            );
          }
        };
        const clients = Array.from({ length: 6 }, client);
        while (answers.filter((status) => status === 201).length < 10)
          await new Promise((done) => setTimeout(done, 5));
        const [grant] = principal.grants;
        await changeAccess(
          pool,
          id,
          [what === 'key' ? { type: 'KeyRevoked', key } : { type: 'RoleWithdrawn', grant: grant!.number }],
          why,
        );
        const recorded = await countBy(id);
        isEnded = true;
        await Promise.all(clients);
        expect(await countBy(id)).toBe(recorded);
        expect(answers.at(-1)).toBe(what === 'key' ? 401 : 403);
      }
    },
    60_000,
  );

  it('closes an open stream within a second or two, and keeps from reading, where reading takes signing in', async () => {
    const env = { ...ownerKeyFile, DATABASE_URL: test.url, PORT: '0', READ: 'signed-in' };
    const closed = await startRapporteur(env, () => undefined);
    try {
      const { key, id, headers } = await add([granted('reader', all)]);
      const read = (path: string, more: Headers = {}) => fetch(closed.url + path, { headers: more });
      for (const path of ['/v1/rounds', '/v1/trends', '/v1/events/1', '/v1/events/stream'])
        expect([path, (await read(path)).status]).toEqual([path, 401]);
      for (const path of ['/', '/health/live', '/openapi.json', '/docs'])
        expect([path, (await read(path)).status]).toEqual([path, 200]);
      expect((await read('/v1/rounds', headers)).status).toBe(200);
      const stream = await read('/v1/events/stream', headers);
      const ended = stream.text();
      await changeAccess(pool, id, [{ type: 'KeyRevoked', key }], why);
      const from = performance.now();
      await ended;
      expect(performance.now() - from).toBeLessThan(5000);
      // Who has shown a key is remembered for half a second, and the stream may have ended before that.
      await new Promise((done) => setTimeout(done, Math.max(0, 1000 - (performance.now() - from))));
      expect((await read('/v1/rounds', headers)).status).toBe(401);
    } finally {
      await closed.close();
    }
  }, 60_000);

  it('keeps an import from storing anything more', async () => {
    const { id, headers, principal } = await add([granted('desk-officer', all)]);
    const lines = Array.from({ length: 20_000 }, (_, i) => {
      const [code] = [['AUT', 'SLV', 'GRC', 'MEX', 'FRA'][i % 5]];
      return `${code},,Persons convicted,Total,Total,Total,Total,${1900 + (i % 120)},${i}`;
    });
    const file = ['Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE', ...lines].join(
      '\n',
    );
    const response = await fetch(
      `${rapporteur.url}/v1/imports?collection=unodc-glotip&round=ended&received=2023-05-30`,
      {
        method: 'POST',
        body: file,
        headers: { ...headers, 'content-type': 'text/csv', accept: 'application/x-ndjson' },
      },
    );
    const reader = response.body!.getReader();
    let heard = Buffer.from((await reader.read()).value!).toString();
    await changeAccess(pool, id, [{ type: 'RoleWithdrawn', grant: principal.grants[0]!.number }], why);
    const recorded = await countBy(id);
    for (let next = await reader.read(); !next.done; next = await reader.read())
      heard += Buffer.from(next.value).toString();
    expect(await countBy(id)).toBe(recorded);
    if (recorded === 0) expect(heard).toContain('/problems/rights-changed');
  }, 60_000);
});
