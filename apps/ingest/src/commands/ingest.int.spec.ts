/** The write side over HTTP against a real PostgreSQL: answers, refusals, idempotency, races, the database gone. */
import { documents } from '../service/documents.js';
import { service } from '@rapporteur/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readStream, setEventAside, storeUnchecked } from '@rapporteur/event-store';
import { createServer } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase, openDoor } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { IngestModule } from '../service/ingest.module.js';

let test: TestDatabase;
let database: Database;
let app: NestFastifyApplication;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  app = await createServer(IngestModule.with({ database, url: test.url, onError: () => undefined }), {
    door: openDoor(service),
    documents,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await post('/v1/rounds', { collection: 'c', round: '2008', cutOff: '2008-01-24' });
});
afterAll(async () => {
  await app.close();
  await database.destroy();
  await test.drop();
});

async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.json() as Record<string, never> & { problems: { code: string; pointer: string }[] },
  };
}
const stored = (respondent: string) => readStream(poolOf(database), `reply/c/2008/${respondent}`);
const figure = (period: string, value: number) => ({
  indicator: 'persons-prosecuted',
  period,
  value,
  paragraph: 14,
});
const reply = (respondent: string, ...observations: object[]) => ({
  respondent,
  receivedOn: '2008-01-20',
  observations,
});
const replies = '/v1/rounds/c/2008/replies';

describe('a day of receipt before the call for replies', () => {
  const send = (query: string, body: object) => post(`${replies}${query}`, { ...reply('MU'), ...body });
  it('is asked about, and stored once it is confirmed', async () => {
    const early = { receivedOn: '1999-01-20' };
    for (const query of ['', '?dryRun=true', '?confirm=']) {
      const { status, body } = await send(query, early);
      expect([query, status]).toEqual([query, query === '?confirm=' ? 400 : 422]);
      if (status === 422) expect(body.problems).toMatchObject([{ code: 'received-before-round' }]);
    }
    expect((await send('?confirm=yes', early)).status).toBe(400);
    expect(await stored('MU')).toHaveLength(0);
    const confirm = 'confirm=received-before-round';
    expect((await send(`?${confirm}&dryRun=true`, early)).status).toBe(200);
    expect((await send(`?${confirm}`, early)).status).toBe(201);
    expect(await stored('MU')).toHaveLength(1);
  });
  it('cannot be confirmed where there were no United Nations', async () => {
    const { status, body } = await send('?confirm=received-before-round', { receivedOn: '0914-01-20' });
    expect([status, body.problems[0]!.code]).toEqual([422, 'received-too-early']);
  });
});

describe('POST replies', () => {
  it('stores the event with who recorded it and through which request, and answers with version and token', async () => {
    const headers = { 'x-recorded-by': 'desk-7', 'x-request-id': 'r-1', 'x-correlation-id': 'c-1' };
    const {
      status,
      body,
      headers: answered,
    } = await post(replies, reply('萨尔瓦多', figure('2007', 6)), headers);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      round: 'c/2008',
      respondent: 'SV',
      late: false,
      version: 1,
      resolved: { asWritten: '萨尔瓦多', match: 'exact' },
    });
    expect(answered['etag']).toBe('"1"');
    expect(String(body['token'])).toMatch(/^[\w-]{22}$/);
    const { rows } = await poolOf(database).query(
      "SELECT meta FROM log WHERE stream = 'reply/c/2008/SV' UNION ALL SELECT meta FROM pending WHERE stream = 'reply/c/2008/SV'",
    );
    expect(rows[0].meta).toMatchObject({
      ...{ recordedBy: 'rapporteur', principal: 'rapporteur', signedInBy: 'service', onBehalfOf: 'SV' },
      causationId: 'r-1',
      correlationId: 'c-1',
    });
  });

  it('takes the round as one encoded segment too', async () => {
    expect((await post('/v1/rounds/c%2F2008/replies', reply('BG', figure('2007', 1)))).status).toBe(201);
  });

  it('marks a reply after the cut-off as late', async () => {
    const { status, body } = await post(replies, { ...reply('BY'), receivedOn: '2008-02-01' });
    expect([status, body['late']]).toEqual([201, true]);
  });

  it('refuses a bad one with every problem, and stores nothing of it', async () => {
    const { status, body, headers } = await post(
      replies,
      reply('Atlantis', figure('2007', 6), figure('2007', 7), { indicator: 'x' }),
    );
    expect(status).toBe(422);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.problems.map((p) => p.code).sort()).toEqual([
      'duplicate-figure',
      'missing',
      'missing',
      'no-source',
      'unknown-indicator',
      'unknown-respondent',
    ]);
    expect(await stored('GR')).toEqual([]);
  });

  it.each([
    ['Nigerin', 'NG (Nigeria) or NE (Niger)'],
    ['Kazakhistan', 'KZ (Kazakhstan)'],
    ['尼日尔亚', 'NE (Niger) or NG (Nigeria)'],
  ])(
    'never takes a name that is only close: %s is refused wherever a reply names it',
    async (name, meant) => {
      const message = `"${name}" is no respondent that is known; did you mean ${meant}`;
      const { status, body } = await post(replies, reply(name, figure('2007', 6)));
      expect([status, body.problems]).toEqual([
        422,
        [
          expect.objectContaining({
            ...{ pointer: '/respondent', code: 'unknown-respondent' },
            message: expect.stringContaining(message),
          }),
        ],
      ]);
      for (const act of ['corrections', 'replacement', 'withdrawal', 'documents']) {
        const acted = await post(`${replies}/${encodeURIComponent(name)}/${act}`, {});
        expect(acted).toMatchObject({ status: 404, body: { title: expect.stringContaining(message) } });
      }
      const round = { collection: 'c', round: '2012', compiledBy: name, asked: [name] };
      const opened = await post('/v1/rounds', { ...round, listed: { paragraph: 3, respondents: [name] } });
      expect([opened.status, opened.body.problems.map(({ pointer }) => pointer)]).toEqual([
        422,
        ['/compiledBy', '/asked/0', '/listed/respondents/0'],
      ]);
      const { rows } = await poolOf(database).query(
        "SELECT stream FROM streams WHERE stream ~ '^(reply/c/2008/(NG|NE|KZ)|round/c/2012)$'",
      );
      expect(rows).toEqual([]);
    },
  );

  it.each([
    ['{"respondent": ', 'application/json', 400, 'broken-json'],
    ['{"__proto__":', 'application/json', 400, 'broken-json'],
    ['', 'application/json', 400, 'empty-body'],
    ['respondent=SV', 'application/x-www-form-urlencoded', 403, 'needs-header'],
    ['<reply/>', 'text/xml', 415, 'wrong-content-type'],
    [`{"respondent":"${'x'.repeat(5 * 1024 * 1024)}"}`, 'application/json', 413, 'too-large'],
    ['null', 'application/json', 422, 'invalid'],
    ['{"__proto__": {"x": 1}}', 'application/json', 400, 'forbidden-name'],
  ])('refuses the body %#', async (payload, contentType, expected, code) => {
    const { status, body } = await post(replies, payload, { 'content-type': contentType });
    expect(status).toBe(expected);
    expect(body).toMatchObject({ status: expected, type: `/problems/${code}` });
  });

  it.each([
    ['{"respondent":"SV","__proto__":{"x":1}}', ['/__proto__']],
    [
      '{"findings":[{"topic":"a:b,{"},{"\\u005f_proto__":1}],"__proto__":2}',
      ['/findings/1/__proto__', '/__proto__'],
    ],
    ['\uFEFF{"a":{"constructor":{"prototype":1}}}', ['/a/constructor/prototype']],
  ])('says which names are forbidden in %s', async (payload, pointers) => {
    const { status, body } = await post(replies, payload, { 'content-type': 'application/json' });
    expect([status, body.type]).toEqual([400, '/problems/forbidden-name']);
    expect(body.problems.map(({ pointer, code }) => [pointer, code])).toEqual(
      pointers.map((pointer) => [pointer, 'forbidden-name']),
    );
  });

  it('refuses a name that is given twice, with the other problems: which was meant cannot be told', async () => {
    const twice = (figure: string) =>
      `{"respondent":"PE","receivedOn":"2008-01-20","observations":[{"indicator":"persons-prosecuted","period":"2007","value":5,${figure}"paragraph":14}]}`;
    const one = await post(replies, twice('"value":6,'));
    expect([one.status, one.body.problems]).toMatchObject([
      422,
      [{ pointer: '/observations/0/value', code: 'repeated-name' }],
    ]);
    const two = await post(replies, twice('"value":6,"nothing":1,'));
    expect(two.body.problems.map(({ pointer }) => pointer).sort()).toEqual([
      '/observations/0/nothing',
      '/observations/0/value',
    ]);
    expect(await stored('PE')).toEqual([]);
    expect((await post(replies, twice(''))).status).toBe(201);
  });

  it('says which round or respondent is not there', async () => {
    expect((await post('/v1/rounds/c/1999/replies', reply('SV'))).body).toMatchObject({
      status: 404,
      problems: [{ code: 'unknown-round' }],
    });
    expect((await post('/v1/rounds/nonsense/replies', reply('SV'))).status).toBe(404);
    expect((await post(`${replies}/Atlantis/withdrawal`, {})).status).toBe(404);
  });
});

describe('Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'key-1' };
  it('gives the first answer again for the same body, and stores once', async () => {
    const first = await post(replies, reply('EE', figure('2007', 1)), headers);
    const again = await post(replies, reply('EE', figure('2007', 1)), headers);
    expect(again.body).toEqual(first.body);
    expect([first.status, again.status, again.headers['idempotent-replayed']]).toEqual([201, 201, 'true']);
    expect(await stored('EE')).toHaveLength(1);
  });
  it('is refused with another body', async () => {
    expect((await post(replies, reply('EE', figure('2007', 2)), headers)).body).toMatchObject({
      status: 422,
      type: '/problems/idempotency-key-reused',
    });
  });
  it('is refused where the same body goes to another reply, round or act: what was meant for one is not answered by another', async () => {
    const body = { receivedOn: '2008-03-01', reason: 'typing error' };
    for (const code of ['DK', 'FI']) await post(replies, reply(code, figure('2007', 1)));
    const key = { 'idempotency-key': 'key-4' };
    expect((await post(`${replies}/DK/withdrawal`, body, key)).status).toBe(201);
    for (const path of [
      `${replies}/FI/withdrawal`,
      `${replies}/DK/replacement`,
      '/v1/rounds/c/2010/replies/DK/withdrawal',
    ])
      expect((await post(path, body, key)).body).toMatchObject({
        status: 422,
        type: '/problems/idempotency-key-reused',
      });
    expect([(await stored('DK')).length, (await stored('FI')).length]).toEqual([2, 1]);
  });
  it('has 1 to 200 characters', async () => {
    const send = (key: string) => post(replies, reply('NO', figure('2007', 1)), { 'idempotency-key': key });
    for (const key of ['', '  ', 'k'.repeat(201)])
      expect((await send(key)).body).toMatchObject({ status: 400, type: '/problems/bad-idempotency-key' });
    expect(await stored('NO')).toEqual([]);
    expect((await send('k'.repeat(200))).status).toBe(201);
    expect((await send(` ${'k'.repeat(200)} `)).headers['idempotent-replayed']).toBe('true');
  });
  it('stores once when twenty of the same arrive together', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        post(replies, reply('RO', figure('2007', 1)), { 'idempotency-key': 'key-2' }),
      ),
    );
    expect(new Set(answers.map(({ body }) => body['token'])).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(await stored('RO')).toHaveLength(1);
  });
});

describe('corrections, replacement, withdrawal', () => {
  const correction = (value: number) => ({
    receivedOn: '2008-03-01',
    reason: 'typing error',
    observations: { changed: [figure('2007', value)] },
  });
  it('refuses a stale correction with the current version', async () => {
    await post(replies, reply('HU', figure('2007', 1)));
    expect((await post(`${replies}/HU/corrections`, correction(2), { 'if-match': '"1"' })).status).toBe(201);
    const stale = await post(`${replies}/HU/corrections`, correction(3), { 'if-match': '"1"' });
    expect(stale.body).toMatchObject({ status: 409, version: 2 });
    expect((await post(`${replies}/HU/corrections`, correction(3), { 'if-match': 'x' })).status).toBe(400);
    expect(await stored('HU')).toHaveLength(2);
  });
  it('takes If-Match as the ETag came, weak or bare, and * for any version', async () => {
    await post(replies, reply('SE', figure('2007', 1)));
    let version = 1;
    for (const match of [
      (v: number) => `"${v}"`,
      (v: number) => `W/"${v}"`,
      (v: number) => ` ${v} `,
      () => '*',
    ]) {
      const answer = await post(`${replies}/SE/corrections`, correction(version + 1), {
        'if-match': match(version),
      });
      expect([answer.status, answer.headers['etag']]).toEqual([201, `"${(version += 1)}"`]);
    }
    for (const wrong of ['"x"', '1.5', '"1", "2"', '-1', ''])
      expect(
        (await post(`${replies}/SE/corrections`, correction(9), { 'if-match': wrong })).body,
      ).toMatchObject({ status: 400, type: '/problems/bad-if-match' });
    for (const act of ['corrections', 'replacement', 'withdrawal'])
      expect(
        (
          await post(
            `${replies}/SE/${act}`,
            { ...correction(9), ...(act === 'corrections' ? {} : { observations: undefined }) },
            { 'if-match': '"1"' },
          )
        ).body,
      ).toMatchObject({ status: 409, type: '/problems/stale', version });
    expect(await stored('SE')).toHaveLength(version);
  });
  it('stores no first reply that is held to a version: there is none to change', async () => {
    const first = reply('SK', figure('2007', 1));
    const { body, headers } = await post(replies, first, { 'if-match': '"1"' });
    expect(body).toMatchObject({ status: 409, type: '/problems/stale', version: 0 });
    expect(headers['etag']).toBe('"0"');
    expect(await stored('SK')).toEqual([]);
    expect((await post(`${replies}?dryRun=true`, first, { 'if-match': '"1"' })).status).toBe(409);
    expect((await post(replies, first, { 'if-match': '"0"' })).status).toBe(201);
  });
  it('records a correction once that is sent twenty times together under one key', async () => {
    await post(replies, reply('LT', figure('2007', 1)));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        post(`${replies}/LT/corrections`, correction(2), { 'idempotency-key': 'key-3' }),
      ),
    );
    expect(
      new Set(answers.map(({ status, body }) => `${status} ${body['version']} ${body['token']}`)).size,
    ).toBe(1);
    expect(answers.map(({ headers }) => headers['idempotent-replayed']).filter(Boolean)).toHaveLength(19);
    expect(answers[0]!.status).toBe(201);
    expect(await stored('LT')).toHaveLength(2);
  });
  it('records both of two that race without If-Match, one after the other', async () => {
    await post(replies, reply('PL', figure('2007', 1)));
    const answers = await Promise.all(
      [2, 3, 4, 5].map((value) => post(`${replies}/PL/corrections`, correction(value))),
    );
    expect(answers.map(({ body }) => body['version']).sort()).toEqual([2, 3, 4, 5]);
  });
  it('replaces and withdraws by any name of the respondent', async () => {
    await post(replies, reply('CZ', figure('2007', 1)));
    expect(
      (
        await post(`${replies}/${encodeURIComponent('捷克共和国')}/replacement`, {
          receivedOn: '2008-03-01',
          reason: 'new text',
          observations: [figure('2007', 2)],
        })
      ).body,
    ).toMatchObject({ respondent: 'CZ', version: 2 });
    expect((await post(`${replies}/CZ/withdrawal`, { receivedOn: '2008-03-02', reason: 'x' })).status).toBe(
      201,
    );
    expect(
      (await post(`${replies}/CZ/withdrawal`, { receivedOn: '2008-03-02', reason: 'x' })).body,
    ).toMatchObject({ status: 409, type: '/problems/reply-withdrawn' });
  });
});

describe('a reply with an event that nobody can read, as earlier releases could store', () => {
  it('is changed by no command, which is said, until that event is set aside', async () => {
    const pool = poolOf(database);
    const data = { ...reply('BE'), collection: 'c', round: '2008', observations: [{ row: 1.5 }] };
    const event = { id: randomUUID(), type: 'ReplySubmitted', schemaVersion: 1, key: 'BE', data, meta: {} };
    await storeUnchecked(pool, [{ stream: 'reply/c/2008/BE', expectedVersion: 0, events: [event] }]);
    const commands = async () => [
      await post(replies, reply('BE')),
      await post(`${replies}/BE/corrections`, {
        receivedOn: '2008-02-01',
        reason: 'x',
        observations: { added: [figure('2007', 1)] },
      }),
      await post(`${replies}/BE/withdrawal`, { receivedOn: '2008-02-01', reason: 'x' }),
      await post(`${replies}/BE/replacement`, { receivedOn: '2008-02-01', reason: 'x' }),
      await post(`${replies}/BE/replacement?dryRun=true`, { receivedOn: '2008-02-01', reason: 'x' }),
    ];
    for (const { status, body } of await commands()) {
      expect([status, body['type']]).toEqual([409, '/problems/unreadable-event']);
      expect(body['detail']).toContain('dead-letters');
    }
    const position = await until(async () => {
      const { rows } = await pool.query("SELECT position FROM log WHERE stream = 'reply/c/2008/BE'");
      return rows[0]?.position as number | undefined;
    });
    const meta = {
      recordedBy: 't',
      recordedAt: '2008-02-01T00:00:00Z',
      correlationId: 'c',
      causationId: 'r',
    };
    await setEventAside(pool, position, 'a row number of 1.5', meta);
    const { status, body } = await post(replies, reply('BE', figure('2007', 3)));
    expect([status, body['version']]).toEqual([201, 3]);
  });
});

it('a round is named by its collection and its code, and by nothing else', async () => {
  const named = (id: string) => post(`/v1/rounds/${id}/replies`, reply('LU'));
  expect((await named('c%2F2008')).body).toMatchObject({ round: 'c/2008' });
  const unknown = { status: 404, type: '/problems/unknown-round' };
  expect((await named('c/2009')).body).toMatchObject(unknown);
  for (const [id, name] of [
    ...[
      ['c%2F2008%2Fx', 'c/2008/x'],
      ['c', 'c'],
      ['c%2F', 'c'],
      ['%2F2008', '2008'],
    ],
    ...[
      ['C%2F2008', 'C/2008'],
      ['c/20%2008', 'c/20 08'],
    ],
  ])
    expect((await named(id!)).body).toMatchObject({ ...unknown, title: `"${name}" is no round` });
});

describe('headers and parameters of a command', () => {
  const correct = (value: number, headers: Record<string, string>, query = '') =>
    post(
      `${replies}/MT/corrections${query}`,
      { receivedOn: '2008-02-01', reason: 'x', observations: { changed: [figure('2007', value)] } },
      headers,
    );
  it('name a version in each of the ways that HTTP has, or any', async () => {
    await post(replies, reply('MT', figure('2007', 1)));
    const matches = ['*', '"2"', 'W/"3"', '4', ' "5" '];
    const answers: unknown[] = [];
    for (const [i, match] of matches.entries())
      answers.push((await correct(i + 2, { 'if-match': match })).body['version']);
    expect(answers).toEqual([2, 3, 4, 5, 6]);
    for (const match of ['', '"x"', '1234567890', '"6", "7"', '"6'.repeat(2)])
      expect((await correct(9, { 'if-match': match })).body['type']).toBe('/problems/bad-if-match');
    expect((await correct(9, { 'if-match': '"5"' })).body).toMatchObject({ status: 409, version: 6 });
  });
  it('have a key of one to two hundred characters', async () => {
    const keys = ['m'.repeat(200), ' l ', 'k'.repeat(201), ' '];
    const answers = [];
    for (const [i, key] of keys.entries()) answers.push(await correct(i + 20, { 'idempotency-key': key }));
    expect(answers.map(({ status, body }) => body['type'] ?? status)).toEqual([
      ...[201, 201, '/problems/bad-idempotency-key', '/problems/bad-idempotency-key'],
    ]);
    const [, again] = [
      await correct(20, { 'idempotency-key': keys[0]! }),
      await correct(21, { 'idempotency-key': 'l' }),
    ];
    expect(again).toMatchObject({ status: 201, body: { version: answers[1]!.body['version'] } });
  });
  it('ask for a preview, which stores nothing and tells what would change', async () => {
    const before = (await stored('MT')).length;
    for (const query of ['?dryRun=true', '?dryRun=', '?dryRun']) {
      const { status, body } = await correct(77, {}, query);
      expect([status, body]).toMatchObject([
        200,
        {
          ...{ dryRun: true, recorded: false, version: before, respondent: 'MT', round: 'c/2008' },
          changes: { figures: [{ kind: 'revised', period: '2007', after: [{ value: 77 }] }] },
        },
      ]);
      expect(body).not.toHaveProperty('token');
      expect(body).not.toHaveProperty('eventId');
    }
    expect(await stored('MT')).toHaveLength(before);
    expect((await correct(77, {}, '?dryRun=perhaps')).body).toMatchObject({
      ...{ status: 400, type: '/problems/bad-parameters' },
    });
  });
});

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error('it never came');
}
