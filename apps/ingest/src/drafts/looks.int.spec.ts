/** Four eyes: a second look at a draft is that of another person, counts for just what was looked at, and stands in the event. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { changeAccess } from '@rapporteur/access';
import type { Authority, Role } from '@rapporteur/domain';
import { readStream } from '@rapporteur/event-store';
import { createServer } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { documents } from '../service/documents.js';
import { IngestModule } from '../service/ingest.module.js';
import { noteLook } from './keep-look.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
let app: NestFastifyApplication;
let document: string;

const person = (id: string, role: Role, respondents: 'all' | string[] = 'all'): Authority => ({
  principal: {
    ...{ id, kind: 'person', name: id.toUpperCase(), keys: [] },
    grants: [{ number: 1, role, scope: { respondents, collections: 'all' } }],
  },
  signedInBy: 'key',
  namings: { c: 'name' },
  renew: () => Promise.resolve(people[id]!),
});
const people: Record<string, Authority> = {
  ana: person('ana', 'desk-officer'),
  ben: person('ben', 'desk-officer'),
  eva: person('eva', 'desk-officer'),
  sam: person('sam', 'statistician'),
  max: person('max', 'focal-point', ['MX']),
};
const door = {
  isReadingOpen: true,
  identify: ({ headers }: { headers: Record<string, unknown> }) =>
    Promise.resolve(people[String(headers['x-who'])]),
  refused: () => undefined,
};

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  const options = { database, url: test.url, onError: () => undefined };
  app = await createServer(IngestModule.with(options), { door, documents });
  await app.listen(0, '127.0.0.1');
  await post('ana', '/v1/rounds', { collection: 'c', round: '2008' });
  const received = await app.inject({
    ...{ method: 'POST', url: '/v1/rounds/c/2008/documents?received=2008-01-20&name=a.txt' },
    ...{ payload: '14. In 2007 30 persons were arrested.\n' },
    headers: { 'content-type': 'application/octet-stream', 'rapporteur-request': '1', 'x-who': 'ana' },
  });
  document = received.json<{ document: string }>().document;
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.destroy();
  await test.drop();
});

type Answer = Record<string, unknown> & { status: number };
async function ask(method: 'GET' | 'POST', who: string, url: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    ...{ method, url, headers: { 'x-who': who } },
    ...(payload && { payload }),
  });
  const told = answer.json<Record<string, unknown>>();
  return { ...told, code: String(told['type']).split('/').at(-1), status: answer.statusCode };
}
const post = (who: string, url: string, payload: object) => ask('POST', who, url, payload);
const draft = (end = '') => `/v1/documents/${document}/draft${end}`;
const of = (respondent: string) => ({ round: 'c/2008', respondent });
const save = (who: string, respondent: string, version: number, content: object) =>
  post(who, draft(), { ...of(respondent), tab: who, version, content });
const reply = (respondent: string, value: number) => ({
  ...{ respondent, receivedOn: '2008-01-20' },
  observations: [{ indicator: 'persons-arrested', period: '2007', value, paragraph: 14 }],
});
const send = (who: string, respondent: string, value: number, more = '') =>
  post(who, `/v1/rounds/c/2008/replies?draft=${document}${more}`, reply(respondent, value));
const look = (who: string, respondent: string, version: number, more: object = {}) =>
  post(who, draft('/second-look'), { ...of(respondent), version, ...more });
const looked = (who: string, respondent: string, version: number, value: number, more: object = {}) =>
  post(who, draft('/looked-at'), { ...of(respondent), version, request: reply(respondent, value), ...more });
const metaOf = async (respondent: string) => {
  const { rows } = await pool.query<{ meta: object }>(
    `SELECT meta FROM pending WHERE stream = $1 UNION ALL SELECT meta FROM log WHERE stream = $1`,
    [`reply/c/2008/${respondent}`],
  );
  return rows[0]?.meta;
};

it('is asked for, stands in the list, is had by another, and both are in the event', async () => {
  await save('ana', 'SV', 0, { n: 30 });
  expect(await look('ana', 'SV', 1)).toMatchObject({
    status: 200,
    secondLook: {
      asked: { by: { id: 'ana', name: 'ANA' } },
      notBy: [{ id: 'ana' }],
      whom: null,
      looked: null,
    },
  });
  const list = async (who: string) =>
    (await ask('GET', who, '/v1/drafts?round=c/2008'))['items'] as { respondent: string }[];
  expect(await list('ben')).toMatchObject([{ document, respondent: 'SV', secondLook: { looked: null } }]);
  // Who may not code for that State sees nothing of its drafts.
  expect(await list('max')).toEqual([]);
  expect(await ask('GET', 'sam', '/v1/drafts?round=c/2008')).toMatchObject({ status: 403 });
  expect(await send('ana', 'SV', 30)).toMatchObject({ status: 409, code: 'waits-for-second-look' });
  expect(await looked('ana', 'SV', 1, 30)).toMatchObject({ status: 409, code: 'own-draft' });
  expect(await looked('ben', 'SV', 1, 30, { remarks: 'Right.' })).toMatchObject({
    status: 200,
    secondLook: { looked: { by: { id: 'ben' }, remarks: 'Right.', isChangedSince: false } },
  });
  // Something else than was looked at is not sent as if it had been.
  expect(await send('ana', 'SV', 31)).toMatchObject({ status: 409, code: 'waits-for-second-look' });
  expect(await send('ana', 'SV', 30)).toMatchObject({ status: 201 });
  expect(await metaOf('SV')).toMatchObject({
    ...{ recordedBy: 'ANA', coders: [{ shownAs: 'ANA', principal: 'ana' }] },
    reviewer: { shownAs: 'BEN', principal: 'ben', at: expect.stringMatching(/^20.*Z$/) },
  });
  // With the draft the look ends.
  await post('ana', draft('/end'), { ...of('SV'), tab: 'ana', version: 1 });
  expect(await ask('GET', 'ana', draft('?round=c/2008&respondent=SV'))).toMatchObject({ secondLook: null });
});

it('is not had by who coded a draft of an earlier release, which did not note its coders', async () => {
  await save('ana', 'EE', 0, { n: 30 });
  await pool.query("UPDATE drafts SET coders = NULL WHERE respondent = 'EE'");
  await look('ben', 'EE', 1);
  expect(await looked('ana', 'EE', 1, 30)).toMatchObject({ status: 409, code: 'own-draft' });
  expect(await looked('ben', 'EE', 1, 30)).toMatchObject({ status: 200 });
  expect(await send('ben', 'EE', 30)).toMatchObject({ status: 201 });
  const meta = await metaOf('EE');
  expect(meta).toMatchObject({ reviewer: { principal: 'ben' } });
  // How the collection's policy names the coder was not noted.
  expect(meta).not.toHaveProperty('coders');
});

it('is not needed where it is said so, and then nobody is named as the reviewer', async () => {
  await save('ana', 'PE', 0, { n: 30 });
  await look('ana', 'PE', 1);
  expect(await send('ana', 'PE', 30, '&confirm=waits-for-second-look')).toMatchObject({ status: 201 });
  const meta = await metaOf('PE');
  expect(meta).toMatchObject({ coders: [{ principal: 'ana' }] });
  expect(meta).not.toHaveProperty('reviewer');
});

it('names all who changed what is coded, and not who only sends it', async () => {
  await save('ana', 'LV', 0, { n: 1 });
  await save('ben', 'LV', 1, { n: 2 });
  await save('eva', 'LV', 2, { n: 2, notes: { key: 'k' } });
  await send('eva', 'LV', 30);
  expect(await metaOf('LV')).toMatchObject({
    ...{ recordedBy: 'EVA', coders: [{ principal: 'ana' }, { principal: 'ben' }] },
  });
});

it('is asked of one person who may, and had by nobody else', async () => {
  await save('ana', 'GR', 0, { n: 1 });
  const grant = { scope: { respondents: 'all', collections: 'all' } } as const;
  for (const [id, role] of [
    ['ben', 'desk-officer'],
    ['sam', 'statistician'],
  ] as const)
    await changeAccess(
      pool,
      id,
      [
        { type: 'PrincipalAdded', kind: 'person', name: id },
        { type: 'RoleGranted', role, ...grant },
      ],
      { by: 'owner', reason: 'test' },
    );
  for (const whom of ['nobody', 'sam'])
    expect(await look('ana', 'GR', 1, { whom })).toMatchObject({ status: 422, code: 'nobody-who-may-look' });
  expect(await look('ana', 'GR', 1, { whom: 'ben' })).toMatchObject({ secondLook: { whom: { id: 'ben' } } });
  expect(await looked('eva', 'GR', 1, 30)).toMatchObject({ status: 409, code: 'asked-of-another' });
  expect(await looked('ben', 'GR', 1, 30)).toMatchObject({ status: 200 });
  expect(await looked('ben', 'GR', 1, 30)).toMatchObject({ status: 409, code: 'no-second-look' });
});

it('is not had by who changed what is coded since it was asked for, unless that is as it was again', async () => {
  const coded = { n: 1 };
  await save('ana', 'CZ', 0, coded);
  await look('ana', 'CZ', 1);
  expect(await save('ben', 'CZ', 1, { n: 2 })).toMatchObject({
    secondLook: { notBy: [{ id: 'ana' }, { id: 'ben' }] },
  });
  expect(await looked('ben', 'CZ', 2, 30)).toMatchObject({ status: 409, code: 'own-draft' });
  // What ben saw and changed nothing of in the end is not ben's; and what ana changes is hers.
  expect(await save('ben', 'CZ', 2, coded)).toMatchObject({ secondLook: { notBy: [{ id: 'ana' }] } });
  expect(await looked('ana', 'CZ', 3, 30)).toMatchObject({ status: 409, code: 'own-draft' });
  expect(await looked('ben', 'CZ', 3, 30)).toMatchObject({ status: 200 });
  expect(await send('ana', 'CZ', 30)).toMatchObject({ status: 201 });
  expect(await metaOf('CZ')).toMatchObject({
    ...{ coders: [{ principal: 'ana' }], reviewer: { principal: 'ben' } },
  });
});

it('is had by another where two have changed the draft', async () => {
  await save('ana', 'SK', 0, { n: 1 });
  await look('ana', 'SK', 1);
  await save('ben', 'SK', 1, { n: 2 });
  expect(await looked('eva', 'SK', 2, 30)).toMatchObject({
    ...{ status: 200, secondLook: { notBy: [{ id: 'ana' }, { id: 'ben' }], looked: { by: { id: 'eva' } } } },
  });
});

it('is withdrawn by who asked for it, while nobody has looked, and the draft is sent as if it had not been asked', async () => {
  const withdraw = (who: string, respondent: string) =>
    post(who, draft('/second-look/withdrawal'), of(respondent));
  const waiting = async (who: string) =>
    (
      (await ask('GET', who, '/v1/drafts?look=waiting'))['items'] as { respondent: string; round: string }[]
    ).map((one) => `${one.round} ${one.respondent}`);
  await save('ana', 'PT', 0, { n: 1 });
  expect(await withdraw('ana', 'PT')).toMatchObject({ status: 409, code: 'no-second-look' });
  await look('ana', 'PT', 1);
  expect(await waiting('ben')).toContain('c/2008 PT');
  expect(await waiting('max')).toEqual([]);
  expect(await withdraw('max', 'PT')).toMatchObject({ status: 403 });
  expect(await withdraw('ben', 'PT')).toMatchObject({ status: 409, code: 'asked-by-another' });
  expect(await withdraw('ana', 'PT')).toMatchObject({ status: 200, version: 1, secondLook: null });
  expect(await waiting('ben')).not.toContain('c/2008 PT');
  expect(await looked('ben', 'PT', 1, 30)).toMatchObject({ status: 409, code: 'no-second-look' });
  expect(await send('ana', 'PT', 30)).toMatchObject({ status: 201 });
  expect(await metaOf('PT')).not.toHaveProperty('reviewer');
  // What was had stays: it says who has looked.
  await save('ana', 'NL', 0, { n: 1 });
  await look('ana', 'NL', 1);
  await looked('ben', 'NL', 1, 30);
  expect(await waiting('ben')).not.toContain('c/2008 NL');
  expect(await withdraw('ana', 'NL')).toMatchObject({ status: 409, code: 'no-second-look' });
});

it('is of a version that nobody changes meanwhile: who saves at the same time is seen', async () => {
  await save('ana', 'HR', 0, { n: 1 });
  await look('ana', 'HR', 1);
  const other = await pool.connect();
  try {
    await other.query(`BEGIN; UPDATE drafts SET version = 2, content = '{"n":2}' WHERE respondent = 'HR'`);
    const key = { document, collection: 'c', round: '2008', respondent: 'HR' };
    const asked = { version: 1, request: {}, remarks: undefined };
    const noting = noteLook(pool, key, asked, { id: 'ben', name: 'Ben', shownAs: 'Ben' }).catch((e) => e);
    const waits = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%"drafts"%FOR UPDATE%'
      AND datname = current_database()`;
    while ((await pool.query(waits)).rowCount === 0) await sleep(5);
    await other.query('COMMIT');
    expect(await noting).toMatchObject({ options: { status: 409, code: 'draft-changed' } });
  } finally {
    other.release();
  }
  expect(await ask('GET', 'ana', draft('?round=c/2008&respondent=HR'))).toMatchObject({
    secondLook: { looked: null },
  });
  expect((await readStream(pool, 'reply/c/2008/HR')).length).toBe(0);
}, 15_000);
