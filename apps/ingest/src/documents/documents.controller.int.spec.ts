/** Documents over HTTP: receiving one, giving its passages to statements, and taking it from view; every refusal. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { evidenceAnswer } from '@rapporteur/contract';
import { service, toNewEvent, type Authority, type DomainEvent } from '@rapporteur/domain';
import { readStream, storeUnchecked } from '@rapporteur/event-store';
import { createServer } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, makePdf, openDoor, type TestDatabase } from '@rapporteur/testing';
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import sharp from 'sharp';
import { uploadPrefix } from '../import/table/upload-prefix.js';
import { documents } from '../service/documents.js';
import { IngestModule } from '../service/ingest.module.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
let app: NestFastifyApplication;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  const options = { database, url: test.url, onError: () => undefined };
  app = await createServer(IngestModule.with(options), { door: openDoor(service), documents });
  await app.listen(0, '127.0.0.1');
  await post('/v1/rounds', { collection: 'c', round: '2008' });
  await post('/v1/rounds', { collection: 'c', round: '2009' });
  const figure = (indicator: string, value: number, paragraph?: number) => ({
    ...{ indicator, period: '2007', value },
    ...(paragraph === undefined ? {} : { paragraph }),
  });
  const reply = (respondent: string, ...observations: object[]) =>
    post('/v1/rounds/c/2008/replies', { respondent, receivedOn: '2008-01-20', observations });
  await reply(
    'SV',
    figure('persons-arrested', 30, 14),
    figure('persons-prosecuted', 6, 14),
    figure('cases-investigated', 39, 15),
  );
  await reply('AT', figure('persons-arrested', 30, 14));
  await post('/v1/rounds/c/2009/replies', {
    ...{ respondent: 'SV', receivedOn: '2009-01-20', observations: [figure('persons-convicted', 30, 14)] },
  });
  await positions();
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.destroy();
  await test.drop();
});

/** Waits until every event has its position. */
async function positions(): Promise<void> {
  while ((await pool.query('SELECT FROM pending LIMIT 1')).rowCount) await sleep(10);
}
type Answer = Record<string, unknown> & { status: number };
async function ask(url: string, payload: string | object, type: string): Promise<Answer> {
  const headers = { 'content-type': type, 'rapporteur-request': '1' };
  const answer = await app.inject({ method: 'POST', url, payload, headers });
  const told = answer.json<Record<string, unknown>>();
  return { ...told, code: String(told['type']).split('/').at(-1), status: answer.statusCode };
}
const post = (url: string, body: object) => ask(url, body, 'application/json');
const send = (url: string, body: string, type = 'application/octet-stream') => ask(url, body, type);
const sha = (body: string) => createHash('sha256').update(body).digest('hex');
const stored = async (body: string) =>
  (await readStream(pool, `document/${sha(body)}`)).map(({ type, data }) => ({ type, data }));
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(uploadPrefix));
/** Folders of uploads that came and stayed: they go just after the answer, and other processes have theirs. */
async function leftSince(before: readonly string[]): Promise<string[]> {
  const end = performance.now() + 3000;
  for (;;) {
    const left = folders().filter((name) => !before.includes(name));
    if (left.length === 0 || performance.now() > end) return left;
    await sleep(20);
  }
}

const letter =
  'Note verbale\n\n14. In 2007 there were 30 people arrested, of whom\nsix were prosecuted.\n\n15. None.\n';
const ofReply = '/v1/rounds/c/2008/replies/El%20Salvador/documents?received=2008-01-20';
const evidence = (body = letter) => `/v1/documents/${sha(body)}/evidence`;

describe('a document that is received', () => {
  it('is stored once, by a clean name, with what was read of it, and no folder is left', async () => {
    const before = folders();
    const first = await send(`${ofReply}&name=${encodeURIComponent('..\\a/ let\u0007ter.txt ')}`, letter);
    expect(first).toMatchObject({
      ...{ status: 201, recorded: true, version: 1, document: sha(letter), name: 'letter.txt' },
      ...{ respondent: 'SV', round: 'c/2008', receivedOn: '2008-01-20', media: 'text/plain' },
      ...{ bytes: letter.length, token: expect.stringMatching(/^[\w-]{22}$/) as unknown },
      text: { extraction: expect.any(Number) as unknown, language: null, paragraphs: 3 },
    });
    expect(await send(ofReply, letter)).toMatchObject({
      status: 200,
      recorded: false,
      version: 1,
      token: null,
    });
    expect(await stored(letter)).toMatchObject([
      {
        type: 'DocumentReceived',
        data: { collection: 'c', round: '2008', respondent: 'SV', name: 'letter.txt', bytes: letter.length },
      },
    ]);
    expect(await leftSince(before)).toEqual([]);
  }, 60_000);

  it('may be that of a round as well, or of another reply or round: each is stored', async () => {
    const body = 'The same letter.\n\n14. There were 30.\n';
    const urls = [
      '/v1/rounds/c/2008/documents?received=2008-01-20',
      '/v1/rounds/c%2F2008/documents?received=2008-01-20',
      '/v1/rounds/c/2008/replies/SV/documents?received=2008-01-20',
      '/v1/rounds/c/2009/documents?received=2008-01-20',
    ];
    const statuses = [];
    for (const url of urls) statuses.push((await send(url, body)).status);
    expect(statuses).toEqual([201, 200, 201, 201]);
    const [first] = await stored(body);
    expect(first!.data).toMatchObject({ respondent: null, name: 'document' });
  }, 60_000);

  it('has the name of its form, and is called a document where nothing is left of its name', async () => {
    const form = (name: string, body: string) =>
      `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${body}\r\n--b--\r\n`;
    const type = 'multipart/form-data; boundary=b';
    expect(await send(ofReply, form('of the form.txt', 'one'), type)).toMatchObject({
      name: 'of the form.txt',
    });
    expect(await send(`${ofReply}&name=own`, form('x', 'two'), type)).toMatchObject({ name: 'own' });
    expect(await send(`${ofReply}&name=%20`, 'three')).toMatchObject({ name: 'document' });
    expect(await send(`${ofReply}&name=${'n'.repeat(200)}`, 'four')).toMatchObject({ name: 'n'.repeat(200) });
  }, 60_000);

  it('of which no text can be read is kept, and says why', async () => {
    const png = '\u0089PNG\r\n\u001a\n and nothing more';
    const answer = await app.inject({
      ...{ method: 'POST', url: ofReply, payload: Buffer.from(png, 'latin1') },
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      media: 'image/png',
      unread: { code: expect.any(String) as unknown },
    });
    const document = createHash('sha256').update(Buffer.from(png, 'latin1')).digest('hex');
    expect(await post(`/v1/documents/${document}/evidence`, { round: 'c/2008' })).toMatchObject({
      ...{ status: 422, code: 'unreadable-document', title: 'The text of the document cannot be read' },
      detail: expect.any(String) as unknown,
    });
  }, 60_000);

  it.each<[string, string, object]>([
    [
      '/v1/rounds/c/1999/documents?received=2008-01-20',
      'x',
      { status: 404, code: 'unknown-round', title: 'There is no round c/1999' },
    ],
    [
      '/v1/rounds/c/2008/replies/Austira/documents?received=2008-01-20',
      'x',
      { status: 404, code: 'unknown-respondent' },
    ],
    [
      '/v1/rounds/c/2008/documents',
      'x',
      {
        ...{ status: 400, code: 'bad-parameter' },
        detail: '/v1/rounds/ecosoc-2006-27/2008/documents?received=2008-01-24&name=letter.pdf',
      },
    ],
    ['/v1/rounds/c/2008/documents?received=2008-01-20&name=', 'x', { status: 400, code: 'bad-parameter' }],
    [
      '/v1/rounds/c/2008/documents?received=2999-01-20',
      'x',
      {
        status: 422,
        problems: [
          {
            pointer: '/received',
            code: 'in-future',
            message: '2999-01-20 is in the future',
            expected: 'a day up to today',
          },
        ],
      },
    ],
    [
      '/v1/rounds/c/2008/documents?received=2008-01-20',
      '\u0001\u0002\u0000\u0003',
      { status: 422, code: 'unknown-kind-of-document' },
    ],
  ])('is refused at %s', async (url, body, problem) => {
    const before = folders();
    expect(await send(url, body)).toMatchObject(problem);
    expect(await stored(body)).toEqual([]);
    expect(await leftSince(before)).toEqual([]);
  });

  it('is refused where it is no file', async () => {
    expect(await post('/v1/rounds/c/2008/documents?received=2008-01-20', {})).toMatchObject({
      ...{ status: 415, code: 'wrong-content-type', title: 'The body must be a file' },
    });
  });
});

it('whoever may write for one State sends and gives evidence for that one alone', async () => {
  const grants = [
    { number: 1, role: 'focal-point', scope: { respondents: ['SV'], collections: 'all' } },
  ] as const;
  const ofSalvador: Authority = {
    ...service,
    principal: { ...service.principal, id: 'ana', kind: 'person', grants },
    renew: () => Promise.resolve(ofSalvador),
  };
  const options = { database, url: test.url, onError: () => undefined };
  const door = openDoor(ofSalvador);
  const other = await createServer(IngestModule.with(options), { door, documents });
  await other.init();
  await other.getHttpAdapter().getInstance().ready();
  const statusOf = async (url: string, payload: string | object, type = 'application/octet-stream') =>
    (await other.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })).statusCode;
  try {
    const body = 'Of our own.\n\n14. Of 30 arrested six were prosecuted.\n';
    expect(await statusOf(ofReply, body)).toBe(201);
    for (const path of ['documents', 'replies/AT/documents'])
      expect(await statusOf(`/v1/rounds/c/2008/${path}?received=2008-01-20`, body)).toBe(403);
    expect(await statusOf(evidence(body), { round: 'c/2008' }, 'application/json')).toBe(403);
    expect(await statusOf(`/v1/documents/${sha(body)}/removal`, { reason: 'x' }, 'application/json')).toBe(
      403,
    );
  } finally {
    await other.close();
  }
}, 60_000);

describe('the passages of a document', () => {
  it('are found for the statements of its reply, and told where they are not; once', async () => {
    const first = await post(evidence(), { round: 'c/2008' });
    expect(first).toMatchObject({
      ...{
        status: 201,
        document: sha(letter),
        round: 'c/2008',
        statements: 3,
        withParagraph: 3,
        figures: 3,
        exact: 2,
      },
      ...{ attached: 3, reanchored: 0, recorded: true, version: 2 },
      missed: [{ respondent: 'SV', value: 39, paragraph: 15, why: 'number-not-found' }],
    });
    const { status: _, code: __, ...body } = first;
    evidenceAnswer.parse(body);
    const [, attached] = await stored(letter);
    expect(attached).toMatchObject({
      type: 'EvidenceAttached',
      data: { collection: 'c', round: '2008', document: sha(letter), receivedOn: '2008-01-20' },
    });
    expect((attached!.data as { passages: { quote: string }[] }).passages.map(({ quote }) => quote)).toEqual([
      ...['30', 'six', null],
    ]);
    expect(await post(evidence(), { round: 'c/2008' })).toMatchObject({
      ...{ status: 200, attached: 0, recorded: false, version: 2, token: null },
    });
  }, 60_000);

  it('are found in a text that is read anew where it was lost', async () => {
    const before = folders();
    await pool.query('DELETE FROM document_texts WHERE document = $1', [sha(letter)]);
    expect(await post(evidence(), { round: 'c/2008' })).toMatchObject({
      status: 200,
      statements: 3,
      exact: 2,
    });
    expect(await leftSince(before)).toEqual([]);
  }, 60_000);

  it('of a document of a round are those of all its replies', async () => {
    const body = 'A compilation.\n\n14. Of 30 people arrested six were prosecuted.\n';
    await send('/v1/rounds/c/2008/documents?received=2008-01-20', body);
    expect(await post(evidence(body), { round: 'c/2008' })).toMatchObject({ statements: 4, attached: 3 });
    expect(await post(evidence(body), { round: 'c/2009' })).toMatchObject({
      ...{
        status: 409,
        code: 'document-of-another-round',
        title: 'The document was not received for c/2009',
      },
    });
  }, 60_000);

  it('are given to what can be read, where an event cannot', async () => {
    const body = 'A letter of Chile.\n\n14. Of 30 people arrested none was convicted.\n';
    const url = '/v1/rounds/c/2008/replies/CL/documents?received=2008-01-20';
    const stream = 'reply/c/2008/CL';
    const meta = {
      recordedBy: 't',
      recordedAt: '2024-06-01T00:00:00Z',
      correlationId: 'c',
      causationId: 'c',
    };
    const odd = {
      ...toNewEvent({ type: 'ReplyWithdrawn', data: { collection: 'c' } } as DomainEvent, randomUUID(), meta),
      key: 'c/CL',
    };
    await storeUnchecked(pool, [{ stream, expectedVersion: 0, events: [odd] }]);
    await positions();
    await send(url, body);
    expect(await post(evidence(body), { round: 'c/2008' })).toMatchObject({ status: 200, statements: 0 });
  }, 60_000);

  it('may be pointed at by a person, and what cannot be is told of each', async () => {
    const id = (name: string) => `c~SV~${name}~-~2007`;
    const asked = await post(evidence(), { round: 'c/2008' });
    const [missed] = asked['missed'] as { id: string }[];
    const place = { id: missed!.id, start: letter.indexOf('None'), end: letter.indexOf('None') + 4 };
    expect(
      await post(evidence(), {
        round: 'c/2008',
        passages: [place, { ...place, start: 0, end: 9999 }, { ...place, id: id('nothing') }],
      }),
    ).toMatchObject({
      status: 422,
      problems: [
        {
          ...{ pointer: '/passages/1', code: 'no-such-passage' },
          message: 'start and end are not in one paragraph of the text',
          expected: 'places of GET /v1/documents/{document}/text',
        },
        {
          ...{ pointer: '/passages/2/id', code: 'unknown-observation' },
          message: `${id('nothing')} does not stand in this round`,
          expected: 'an id of GET /v1/observations or /v1/findings',
        },
      ],
    });
    expect(await post(evidence(), { round: 'c/2008', passages: [place] })).toMatchObject({
      ...{
        status: 201,
        statements: 1,
        withParagraph: 1,
        figures: 1,
        exact: 1,
        attached: 1,
        reanchored: 0,
        missed: [],
      },
    });
    // What a person has said is not taken back by looking again.
    expect(await post(evidence(), { round: 'c/2008' })).toMatchObject({ status: 200, attached: 0 });
  }, 60_000);

  it('may be a region of a page, which stays when words are looked for, and what is no region is told', async () => {
    const body = makePdf(
      ...['14. In 2007 there were 30 people arrested.', 'A page on which there is a stamp and a seal.'],
    );
    await send(ofReply, body);
    const [arrested, prosecuted] = ['persons-arrested', 'persons-prosecuted'].map(
      (name) => `c~SV~${name}~_T~2007`,
    );
    const region = { x: 10, y: 20, width: 30, height: 5 };
    const framed = { id: prosecuted, page: 2, region };
    const attach = (...passages: object[]) => post(evidence(body), { round: 'c/2008', passages });
    const expected = 'start and end in the text, or page and region';
    expect(
      await attach(
        { ...framed, page: 3 },
        { ...framed, id: 'nothing', region: { ...region, x: 71 } },
        { ...framed, start: 0, end: 4 },
        { id: prosecuted, page: 2 },
        { id: prosecuted },
        { id: prosecuted, start: 0, end: 4 },
      ),
    ).toMatchObject({
      status: 422,
      problems: [
        {
          ...{ pointer: '/passages/0/page', code: 'no-such-page', message: 'The document has 2 pages' },
          expected: '1 to 2',
        },
        { pointer: '/passages/1/id', code: 'unknown-observation' },
        {
          ...{ pointer: '/passages/1/region', code: 'outside-page' },
          ...{
            message: 'The region ends beyond its page',
            expected: 'x + width and y + height of 100 at most',
          },
        },
        {
          ...{ pointer: '/passages/2', code: 'words-and-region', message: 'It says words and a region' },
          expected,
        },
        { pointer: '/passages/3', code: 'no-place', message: 'It does not say where', expected },
        { pointer: '/passages/4', code: 'no-place' },
      ],
    });
    expect(await attach(framed, { ...framed, region: { ...region, width: 0, height: 5.5 } })).toMatchObject({
      status: 422,
      problems: [{ pointer: '/passages/1/region/width' }, { pointer: '/passages/1/region/height' }],
    });
    const first = await attach(framed);
    expect(first).toMatchObject({
      ...{ status: 201, extraction: null, statements: 1, exact: 0, regions: 1, attached: 1, missed: [] },
    });
    const { status: _, code: __, ...answer } = first;
    evidenceAnswer.parse(answer);
    expect((await stored(body)).at(-1)!.data).toMatchObject({
      extraction: null,
      passages: [
        {
          ...{ page: 2, paragraph: null, quote: null, start: null, end: null },
          region: 'xywh=percent:10,20,30,5',
        },
      ],
    });
    expect(await attach(framed)).toMatchObject({ status: 200, attached: 0 });
    // Words are looked for of all, and found of the other; the region is what a person has said.
    const looked = await post(evidence(body), { round: 'c/2008' });
    expect(looked).toMatchObject({ status: 201, statements: 3, exact: 1, regions: 1, attached: 1 });
    expect((looked['missed'] as object[]).length).toBe(1);
    expect((await stored(body)).at(-1)!.data).toMatchObject({ passages: [{ quote: '30', region: null }] });
    // In place of words a person may say a region, and words again.
    const words = { id: prosecuted, start: 0, end: 3 };
    expect(await attach({ ...framed, id: arrested }, words)).toMatchObject({ exact: 1, attached: 2 });
  }, 60_000);

  it('are a region where the text cannot be read, or where there are no pages are not', async () => {
    const blank = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const id = 'c~SV~persons-prosecuted~_T~2007';
    const region = { x: 0, y: 0, width: 100, height: 100 };
    const sent = await app.inject({
      ...{ method: 'POST', url: ofReply, payload: blank },
      headers: { 'content-type': 'application/octet-stream' },
    });
    const { document, unread } = sent.json<{ document: string; unread?: object }>();
    expect(unread).toBeDefined();
    const attach = (of: string, page: number) =>
      post(`/v1/documents/${of}/evidence`, { round: 'c/2008', passages: [{ id, page, region }] });
    expect(await attach(document, 2)).toMatchObject({
      status: 422,
      problems: [{ code: 'no-such-page', message: 'The document has one page', expected: '1' }],
    });
    expect(await attach(document, 1)).toMatchObject({ status: 201, regions: 1 });
    expect(await attach(sha(letter), 1)).toMatchObject({
      status: 422,
      problems: [
        {
          ...{ pointer: '/passages/0/page', code: 'no-pages' },
          message: 'The document has no pages that can be drawn',
          expected: 'start and end; PDF, PNG, JPEG and TIFF have pages',
        },
      ],
    });
    const damaged = '%PDF-1.4\nand nothing more';
    await send(ofReply, damaged);
    expect(await attach(sha(damaged), 1)).toMatchObject({
      ...{ status: 422, code: 'unreadable-document', title: 'The pages of the document cannot be read' },
    });
  }, 60_000);

  it.each<[string, object, object]>([
    [
      `/v1/documents/${'0'.repeat(64)}/evidence`,
      { round: 'c/2008' },
      { status: 404, code: 'unknown-document' },
    ],
    [
      '/v1/documents/x/evidence',
      { round: 'c/2008' },
      { status: 404, code: 'unknown-document', detail: expect.stringContaining('64 lower-case hex') },
    ],
    ['/v1/documents/x/evidence', { round: 'c' }, { status: 404, code: 'unknown-round' }],
    [
      '/v1/documents/x/evidence',
      [],
      { status: 422, problems: [{ pointer: '', code: 'bad-value', expected: 'see /docs' }] },
    ],
    [
      '/v1/documents/x/evidence',
      { round: 'c/2008', passages: [{ id: 'a', start: -1, end: 1 }] },
      { status: 422, problems: [{ pointer: '/passages/0/start' }] },
    ],
    ['/v1/documents/x/removal', {}, { status: 422, problems: [{ pointer: '/reason' }] }],
    [`/v1/documents/${'0'.repeat(64)}/removal`, { reason: 'x' }, { status: 404, code: 'unknown-document' }],
  ])('and removals are refused at %s with %j', async (url, body, problem) => {
    expect(await post(url, body)).toMatchObject(problem);
  });
});

describe('a document that is removed', () => {
  const kept = async (document: string) =>
    (await pool.query('SELECT FROM kept_files WHERE file = $1', [document])).rowCount;
  it('is gone with the reason, once, and may not come again', async () => {
    const body = 'A letter with names.';
    await send(ofReply, body);
    expect(await kept(sha(body))).toBe(1);
    const removal = `/v1/documents/${sha(body)}/removal`;
    expect(await post(removal, { reason: 'It names victims.' })).toMatchObject({
      ...{ status: 201, document: sha(body), recorded: true, version: 2 },
    });
    expect(await kept(sha(body))).toBe(0);
    expect(await post(removal, { reason: 'Again.' })).toMatchObject({
      status: 200,
      recorded: false,
      version: 2,
    });
    const gone = {
      ...{ status: 410, code: 'document-removed', title: 'The document was removed' },
      detail: `${sha(body)}: It names victims.`,
    };
    expect(await send(ofReply, body)).toMatchObject(gone);
    expect(await post(evidence(body), { round: 'c/2008' })).toMatchObject(gone);
    expect(await kept(sha(body))).toBe(0);
  }, 60_000);

  it('is no publication that was imported', async () => {
    const body = 'An imported file.';
    await send(ofReply, body);
    await pool.query(
      "INSERT INTO imports (file, collection, round, name, received_on, header) VALUES ($1, 'c', '2008', 'a.csv', '2008-01-20', '{}')",
      [sha(body)],
    );
    expect(await post(`/v1/documents/${sha(body)}/removal`, { reason: 'x' })).toMatchObject({
      ...{ status: 409, code: 'also-imported' },
    });
    expect([await kept(sha(body)), (await stored(body)).length]).toEqual([1, 1]);
  }, 60_000);
});
