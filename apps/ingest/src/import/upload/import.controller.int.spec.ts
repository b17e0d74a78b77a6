/** The addresses of imports over HTTP: what they take, what they answer, what they refuse, and that nothing is left. */
import { service } from '@rapporteur/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readLog } from '@rapporteur/event-store';
import { createServer } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase, openDoor } from '@rapporteur/testing';
import { createHash, randomInt } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runInThisContext } from 'node:vm';
import type pg from 'pg';
import { documents } from '../../service/documents.js';
import { IngestModule } from '../../service/ingest.module.js';
import { uploadPrefix } from '../table/upload-prefix.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
let app: NestFastifyApplication;
let hasRoom = true;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  await setTables(1_000_000);
  const options = { database, url: test.url, onError: () => undefined, hasRoom: () => hasRoom };
  app = await createServer(IngestModule.with(options), { door: openDoor(service), documents });
  await app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await app.close();
  await database.destroy();
  await test.drop();
});

/** How far the tables are, as an aggregator would say it. */
const setTables = (position: number) =>
  pool.query("UPDATE places SET position = $1 WHERE projection = 'tables'", [position]);

const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE';
const line = (code: string, year: number, value: number | string = 7) =>
  `${code},,Persons convicted,Total,Total,Total,Total,${year},${value}`;
/** Each test has rounds of its own, and a file that nobody has sent before, in no earlier run either. */
const makeFile = (...lines: string[]) => [header, line('AUT', 1900, randomInt(2 ** 47)), ...lines].join('\n');
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

const toQuery = (round: string, more: Record<string, string> = {}) =>
  new URLSearchParams({
    ...{ collection: 'unodc-glotip', round, received: '2023-05-30', ...more },
  }).toString();
const toForm = (...parts: [name: string, content: string, file?: string][]) =>
  parts
    .map(
      ([name, content, file]) =>
        `--x\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n\r\n${content}\r\n`,
    )
    .join('')
    .concat('--x--\r\n');
const asForm = { 'content-type': 'multipart/form-data; boundary=x' };

async function send(query: string, payload: string, headers: Record<string, string> = {}) {
  const response = await app.inject({
    ...{ method: 'POST', url: `/v1/imports?${query}`, payload },
    headers: { 'content-type': 'text/csv', 'rapporteur-request': 'test', ...headers },
  });
  const body = response.json<Record<string, never>>();
  return { status: response.statusCode, type: response.headers['content-type'], body };
}
async function sendForLines(query: string, payload: string) {
  const { headers, body } = await app.inject({
    ...{ method: 'POST', url: `/v1/imports?${query}`, payload },
    headers: { 'content-type': 'text/csv', accept: 'application/x-ndjson' },
  });
  const lines = body
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Record<string, never>);
  return { type: headers['content-type'], lines };
}

const post = async (round: string, file: string, signal?: AbortSignal) =>
  fetch(`${await app.getUrl()}/v1/imports?${toQuery(round)}`, {
    ...{ method: 'POST', body: file, signal: signal ?? null },
    headers: { 'content-type': 'text/csv', accept: 'application/x-ndjson' },
  });
/** Reads lines until one has this text. Out: all that was read. */
async function readUntil(response: Response, part: string): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  const reader = response.body!.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text += decoder.decode(next.value as Uint8Array, { stream: true });
    if (text.includes(part)) break;
  }
  reader.releaseLock();
  return text;
}

const eventsOf = async (round: string) =>
  (await readLog(pool, 0, 100_000)).filter(({ stream }) => stream.split('/')[2] === round);
/** Waits until no upload of this content is in the folder of temporary files any more, where others have theirs. */
async function untilGone(content: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const names = (await readdir(tmpdir())).filter((name) => name.startsWith(uploadPrefix));
    const texts = names.map((name) => readFile(join(tmpdir(), name, 'file'), 'utf8').catch(() => ''));
    if (!(await Promise.all(texts)).includes(content)) return;
    await sleep(20);
  }
  throw new Error('the file that was sent is still there');
}

describe('a file that is sent', () => {
  it('is imported, and answered with the report by the contract; nothing is left of it', async () => {
    const file = makeFile(line('BOL', 2001), line('XQX', 2001));
    const { status, body } = await send(toQuery('taken'), file);
    const reason = 'waits for a decision: "XQX" is no respondent';
    const refusedRows = [{ row: 4, reason, cells: line('XQX', 2001).split(',') }];
    expect([status, body]).toEqual([
      200,
      {
        ...{
          rows: 3,
          stored: 2,
          repeated: 0,
          refused: 0,
          waiting: 1,
          conflicting: 0,
          withdrawn: 0,
          withdrawnWaiting: 0,
          respondents: 2,
        },
        withdrawals: { withdrawn: 0, standing: 0, respondents: [], vanished: [] },
        mustAccept: false,
        seen: { sheet: 'csv', headerRow: 1, columns: expect.any(Array), from: '1900', to: '2001' },
        ...{ position: 3, file: sha256(file), header: header.split(','), refusedListed: 1, refusedRows },
      },
    ]);
    expect(documents.find(({ path }) => path === '/v1/imports')!.answer.parse(body)).toEqual(body);
    const events = await eventsOf('taken');
    expect(events.map(({ stream }) => stream.split('/').at(-1)).sort()).toEqual(['AT', 'BO', 'taken']);
    for (const { meta } of events)
      expect(meta).toMatchObject({
        ...{
          recordedBy: 'rapporteur',
          signedInBy: 'service',
          causationId: 'an uploaded file',
          correlationId: `import ${sha256(file)}`,
        },
        recordedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
      });
    await untilGone(file);
  });

  it('has the name that the request says, and where it says none, the name in its form', async () => {
    const meta = async (round: string) => (await eventsOf(round))[0]!.meta;
    expect((await send(toQuery('named', { name: 'ü.csv' }), makeFile())).status).toBe(200);
    expect(await meta('named')).toMatchObject({ causationId: 'ü.csv' });
    const form = toForm(['file', makeFile(), 'b.csv']);
    expect((await send(toQuery('form'), form, asForm)).status).toBe(200);
    expect(await meta('form')).toMatchObject({ causationId: 'b.csv' });
    expect((await send(toQuery('both', { name: 'c.csv' }), form, asForm)).status).toBe(200);
    expect(await meta('both')).toMatchObject({ causationId: 'c.csv' });
    const long = toForm(['file', makeFile(), `${'x'.repeat(199)}😀😀`]);
    expect((await send(toQuery('long'), long, asForm)).status).toBe(200);
    expect(await meta('long')).toMatchObject({ causationId: 'x'.repeat(199) });
  });

  it('is read by the mapping that comes with it', async () => {
    const mapping = {
      ...{ title: { en: 'T' }, respondent: { code: ['A'] }, period: { columns: ['Y'] } },
      ...{ value: { columns: ['V'] }, indicator: { columns: ['I'], words: { i: 'persons-convicted' } } },
    };
    const form = toForm(['mapping', JSON.stringify(mapping)], ['file', 'A,Y,V,I\nAUT,2001,5,i\n', 'a.csv']);
    const { status, body } = await send(toQuery('mapped', { collection: 'other' }), form, asForm);
    expect([status, body]).toMatchObject([200, { rows: 1, stored: 1 }]);
    expect((await eventsOf('mapped'))[0]!.stream).toBe('round/other/mapped');
    const broken = toForm(['mapping', '{'], ['file', 'A\n', 'a.csv']);
    expect(await send(toQuery('mapped', { collection: 'other' }), broken, asForm)).toMatchObject({
      ...{ status: 422, body: { type: '/problems/bad-mapping' } },
    });
  });

  it.each([
    ['true', true],
    ['', true],
    ['false', false],
  ])('with dryRun=%s is only reported on: %s', async (dryRun, isDry) => {
    const round = `dry-${dryRun}`;
    const { status, body } = await send(toQuery(round.replace(/-$/, '-empty'), { dryRun }), makeFile());
    expect([status, body]).toMatchObject([200, { stored: 1, refused: 0 }]);
    expect(await eventsOf(round.replace(/-$/, '-empty'))).toHaveLength(isDry ? 0 : 2);
  });

  it('that was received before its round was called for is asked about, and taken once that is confirmed', async () => {
    const round = {
      collection: 'unodc-glotip',
      round: 'called',
      noteVerbaleOn: '2023-06-01',
      complete: true,
    };
    expect((await app.inject({ method: 'POST', url: '/v1/rounds', payload: round })).statusCode).toBe(201);
    expect(await send(toQuery('called'), makeFile())).toMatchObject({
      ...{ status: 422, body: { type: '/problems/bad-date' } },
    });
    const confirm = 'received-before-round';
    expect((await send(toQuery('called', { confirm }), makeFile())).status).toBe(200);
    expect((await send(toQuery('called', { confirm: 'yes' }), makeFile())).status).toBe(400);
  });
});

describe('a request without a file that can be imported', () => {
  it('lacks parameters or has wrong ones: each is named, and an example is given', async () => {
    const wrong = 'collection=A&received=2023-02-30&dryRun=perhaps&name=a%1bb&more=1';
    const { status, body } = await send(wrong, makeFile());
    expect([status, body]).toMatchObject([
      400,
      {
        ...{ type: '/problems/bad-parameter', title: 'The address lacks a parameter, or has a wrong one' },
        detail: '/v1/imports?collection=unodc-glotip&round=2023&received=2023-05-30',
      },
    ]);
    const problems = body['problems'] as unknown as { pointer: string; code: string; message: string }[];
    expect(problems.map(({ pointer }) => pointer).sort()).toEqual([
      ...['/', '/collection', '/dryRun', '/name', '/received', '/round'],
    ]);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['bad-parameter']));
    expect(problems.find(({ pointer }) => pointer === '/name')!.message).toMatch(/must not hold control/);
    for (const [length, expected] of [
      [200, 200],
      [201, 400],
    ] as const)
      expect((await send(toQuery('length', { name: 'n'.repeat(length) }), makeFile())).status).toBe(expected);
  });

  it('is no file: another type is refused, here and at the other addresses', async () => {
    const noFile = { type: '/problems/wrong-content-type' };
    const json = await send(toQuery('no-file'), '{"a":1}', { 'content-type': 'application/json' });
    expect(json).toMatchObject({
      status: 415,
      body: {
        ...{ ...noFile, title: 'The body must be a file' },
        detail:
          'Send a table (.xlsx, .ods, .csv, .tsv, SDMX-CSV, SDMX-ML, JSON-stat) as text/csv, application/octet-stream, or the part "file" of a form.',
      },
    });
    expect(await send(toQuery('no-file'), 'a', { 'content-type': 'text/html' })).toMatchObject({
      ...{ status: 415, body: noFile },
    });
    const bare = await app.inject({
      ...{ method: 'POST', url: `/v1/imports?${toQuery('no-file')}` },
      headers: { 'rapporteur-request': 'test' },
    });
    expect([bare.statusCode, bare.json()]).toMatchObject([415, noFile]);
    const types = ['text/csv', 'application/octet-stream', 'application/vnd.ms-excel'];
    for (const type of types) {
      const headers = { 'content-type': type, 'rapporteur-request': 'test' };
      const elsewhere = await app.inject({ method: 'POST', url: '/v1/rounds', headers, payload: 'a,b' });
      expect([elsewhere.statusCode, elsewhere.json()]).toMatchObject([415, noFile]);
    }
  });

  it.each([
    'application/octet-stream',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.ms-excel',
    'application/vnd.sdmx.data+xml;version=3.0.0',
    'application/x-www-form-urlencoded',
  ])('is none of a kind that is taken: %s', async (type) => {
    const { status, body } = await send(toQuery('kinds', { dryRun: '' }), makeFile(), {
      'content-type': type,
    });
    expect([status, body]).toMatchObject([200, { stored: 1 }]);
  });

  it.each([
    ['an empty file', 422, 'truncated', '', {}],
    ['what is no spreadsheet', 422, 'not-a-spreadsheet', '%PDF-1.7', {}],
    ['a form without file', 400, 'bad-form', toForm(['note', 'x']), asForm],
    ['a file of a bad name', 400, 'bad-form', toForm(['file', 'a', 'a\u001bb.csv']), asForm],
    ['a long mapping', 413, 'too-large', toForm(['mapping', 'x'.repeat(1024 * 1024 + 1)]), asForm],
  ] as const)('has %s: %s %s', async (_, status, code, content, headers) => {
    expect(await send(toQuery('refused'), content, headers)).toMatchObject({
      ...{ status, body: { type: `/problems/${code}`, title: expect.stringMatching(/./) } },
    });
    expect(await eventsOf('refused')).toEqual([]);
  });

  it('is older than what its round holds: a conflict, of which nothing is left', async () => {
    await send(toQuery('conflict'), makeFile());
    const file = makeFile();
    expect(await send(toQuery('conflict', { received: '2023-05-29' }), file)).toMatchObject({
      ...{ status: 409, body: { type: '/problems/bad-request' } },
    });
    await untilGone(file);
  });

  it('comes while the disk is full, which is said; and when there is room again it is taken', async () => {
    hasRoom = false;
    const file = makeFile();
    const full = await send(toQuery('full'), file);
    hasRoom = true;
    expect(full).toMatchObject({ status: 507, body: { type: '/problems/disk-full' } });
    expect((await send(toQuery('full'), file)).body).toMatchObject({ stored: 1 });
  });

  it('gives its place to others, however often it comes', async () => {
    for (let i = 0; i < 55; i += 1)
      expect((await send(toQuery('often'), toForm(['note', 'x']), asForm)).status).toBe(400);
  });
});

describe('what is no fault of the sender', () => {
  let told: jest.SpiedFunction<typeof console.error>;
  let logged: jest.SpiedFunction<Logger['error']>;
  beforeEach(() => {
    told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => [told, logged].forEach((spy) => spy.mockRestore()));

  it('is told to whoever runs the server: that old uploads cannot be looked for, which keeps nobody waiting', async () => {
    // The environment that Node knows: tests have a copy of it.
    const { env } = runInThisContext('process') as NodeJS.Process;
    const folder = env['TMPDIR'];
    env['TMPDIR'] = join(tmpdir(), 'no-such-folder');
    const options = { database, url: test.url, onError: () => undefined };
    const other = await createServer(IngestModule.with(options), { door: openDoor(service), documents });
    try {
      await other.init();
      while (told.mock.calls.length === 0) await sleep(20);
      expect(told.mock.calls).toEqual([[expect.stringMatching(/ENOENT.*no-such-folder/)]]);
    } finally {
      if (folder === undefined) delete env['TMPDIR'];
      else env['TMPDIR'] = folder;
      await other.close();
    }
  });

  it('is told in the last line as well, without its words, and to whoever runs the server with them', async () => {
    await pool.query('ALTER TABLE imports RENAME TO imports_away');
    const { lines } = await sendForLines(toQuery('own-fault'), makeFile()).finally(() =>
      pool.query('ALTER TABLE imports_away RENAME TO imports'),
    );
    const { problem } = lines.at(-1) as unknown as { problem: object };
    expect(problem).toMatchObject({ status: 500, type: '/problems/fault' });
    expect(JSON.stringify(problem)).not.toContain('imports');
    expect(logged.mock.calls.flat().map(String).join()).toContain('relation "imports" does not exist');
  });
});

describe('an answer in lines', () => {
  it('tells each step, and the report in the last', async () => {
    const file = makeFile();
    const { type, lines } = await sendForLines(toQuery('lines'), file);
    expect(type).toBe('application/x-ndjson');
    expect(lines[0]).toEqual({ phase: 'reading', rows: 1 });
    expect(lines.at(-2)).toEqual({ phase: 'storing', rows: 1, of: 1 });
    expect(lines.at(-1)).toEqual({ result: expect.objectContaining({ stored: 1, file: sha256(file) }) });
    await untilGone(file);
  });

  it('has a problem in the last where the file is refused', async () => {
    const { lines } = await sendForLines(toQuery('lines'), `${header}\n`);
    expect(lines.at(-1)).toEqual({
      problem: expect.objectContaining({ status: 422, type: '/problems/no-rows' }),
    });
  });

  it('has let the next one begin when it says that its own file is refused', async () => {
    for (let i = 0; i < 20; i += 1) {
      const refused = await post('lines', `${header}\n`);
      expect(await readUntil(refused, '"problem"')).toContain('no-rows');
      const next = await post(`lines-${i}`, makeFile());
      expect(await readUntil(next, '"result"')).not.toContain('"phase":"waiting"');
    }
  });
});

describe('imports of one collection', () => {
  /** Holds back the import into the collection of whoever has its turn; waits until it is held. */
  async function hold() {
    const other = await pool.connect();
    await other.query("SELECT pg_advisory_lock(hashtextextended('import unodc-glotip', 0))");
    release = async () => {
      release = async () => undefined;
      await other.query('SELECT pg_advisory_unlock_all()');
      other.release();
    };
  }
  let release = async (): Promise<void> => undefined;
  // One test that fails leaves nothing behind in which the others wait.
  afterEach(async () => {
    await release();
    await setTables(1_000_000);
  });

  it('wait for one another, and one that nobody waits for any more is not begun', async () => {
    await hold();
    const first = await post('turn-1', makeFile());
    expect(await readUntil(first, '"waiting"')).toContain('"reading"');
    const gone = new AbortController();
    const second = await post('turn-2', makeFile(), gone.signal);
    // It waits for the first, and is not even read.
    expect(await readUntil(second, '"waiting"')).toBe('{"phase":"waiting","rows":0}\n');
    gone.abort();
    const third = await post('turn-3', makeFile());
    await release();
    expect(await readUntil(first, '"result"')).toContain('"stored":1');
    expect(await readUntil(third, '"result"')).toContain('"stored":1');
    expect(await eventsOf('turn-2')).toEqual([]);
    expect(await eventsOf('turn-3')).toHaveLength(2);
  });

  it('are answered when the tables have them, and keep no other from beginning until then', async () => {
    await setTables(0);
    let isAnswered = false;
    const first = send(toQuery('tables-1'), makeFile()).finally(() => (isAnswered = true));
    while ((await eventsOf('tables-1')).length < 2) await sleep(20);
    const second = send(toQuery('tables-2'), makeFile());
    while ((await eventsOf('tables-2')).length < 2) await sleep(20);
    expect(isAnswered).toBe(false);
    await setTables(1_000_000);
    for (const { status, body } of [await first, await second])
      expect([status, body]).toMatchObject([200, { stored: 1 }]);
  });
});

describe('the rows that were refused', () => {
  const get = (url: string) => app.inject({ method: 'GET', url: `/v1/imports/${url}` });
  const query = 'collection=unodc-glotip&round=rows';

  it('are given as CSV, with how many are not listed', async () => {
    const file = makeFile(line('XQX', 2001), line('"XQ,Y"', 2002));
    await send(toQuery('rows'), file);
    const url = `${sha256(file)}/refused?${query}`;
    const whole = await get(url);
    expect([whole.statusCode, whole.headers['content-type'], whole.headers['content-disposition']]).toEqual([
      ...[200, 'text/csv; charset=utf-8'],
      `attachment; filename="refused-unodc-glotip-rows-${sha256(file).slice(0, 12)}.csv"`,
    ]);
    const rows = [
      `row,reason,${header}`,
      `3,"waits for a decision: ""XQX"" is no respondent",${line('XQX', 2001)}`,
      `4,"waits for a decision: ""XQ,Y"" is no respondent",${line('"XQ,Y"', 2002)}`,
    ];
    expect(whole.body.trim().split(/\r?\n/)).toEqual(rows);
    await pool.query('UPDATE imports SET refused = 3 WHERE file = $1', [sha256(file)]);
    expect((await get(url)).body.trim().split(/\r?\n/)).toEqual([
      ...[...rows, ',3 more rows were refused or wait and are not listed'],
    ]);
  });

  it('are not there of a file that was not imported into the round, which is said', async () => {
    const file = makeFile();
    await send(toQuery('rows'), file);
    const hash = sha256(file);
    expect((await get(`${hash}/refused?${query}`)).statusCode).toBe(200);
    for (const url of [`${hash}/refused?${query}-2`, `${sha256('x')}/refused?${query}`, `x/refused?${query}`])
      expect([(await get(url)).statusCode, (await get(url)).json()]).toMatchObject([
        404,
        {
          type: '/problems/unknown-import',
          title: 'No such file was imported into this round',
        },
      ]);
    expect((await get(`${hash}/refused?collection=unodc-glotip`)).json()).toMatchObject({
      ...{ status: 400, problems: [{ pointer: '/round' }] },
    });
  });
});

// Last, since later imports withdraw what these add.
describe('a file that withdraws much, or is taken back', () => {
  it('is refused with numbers for programs where it withdraws much, and taken with the number that these say', async () => {
    const collection = { collection: 'unodc-glotip', received: '2020-01-02' };
    await send(toQuery('much-1', { ...collection, received: '2020-01-01' }), makeFile(line('KEN', 1905)));
    const file = makeFile();
    const refused = await send(toQuery('much-2', collection), file);
    expect(refused).toMatchObject({
      status: 409,
      body: { type: '/problems/withdraws-much', withdrawn: expect.any(Number), standing: expect.any(Number) },
    });
    expect(refused.body['vanished']).toContain('KE');
    expect(refused.body['respondents']).toContainEqual({
      ...{ respondent: 'KE', name: 'Kenya', figures: 1, years: ['1905'] },
    });
    expect(await eventsOf('much-2')).toEqual([]);
    const dry = await send(toQuery('much-2', { ...collection, dryRun: 'true' }), file);
    const { withdrawn } = dry.body['withdrawals'] as unknown as { withdrawn: number };
    expect([dry.status, withdrawn]).toEqual([200, refused.body['withdrawn']]);
    expect(dry.body).toMatchObject({ mustAccept: true, seen: { sheet: 'csv', from: '1900', to: '1900' } });
    const acceptWithdrawals = String(withdrawn);
    expect((await send(toQuery('much-2', { ...collection, acceptWithdrawals }), file)).status).toBe(200);
  });

  it('is taken back, with every fault of what was sent at once', async () => {
    const undo = async (payload: object) => {
      const answer = await app.inject({ method: 'POST', url: '/v1/imports/undo', payload });
      return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
    };
    const about = { collection: 'unodc-glotip', round: 'undone', reason: 'the wrong file' };
    expect(await undo(about)).toMatchObject({ status: 409, body: { type: '/problems/nothing-to-undo' } });
    expect(await undo({ collection: 'A B', more: 1 })).toMatchObject({
      status: 422,
      body: { type: '/problems/invalid' },
    });
    const file = makeFile();
    await send(toQuery('undone', { name: 'b.csv' }), file);
    expect(await undo({ ...about, file: 'a' })).toMatchObject({
      status: 422,
      body: { problems: [{ pointer: '/file' }] },
    });
    expect(await undo({ ...about, file: 'a'.repeat(64) })).toMatchObject({
      status: 409,
      body: { type: '/problems/another-import' },
    });
    expect(await undo({ ...about, file: sha256(file), events: 9999 })).toMatchObject({
      status: 409,
      body: { type: '/problems/other-events' },
    });
    const { status, body } = await undo({ ...about, file: sha256(file) });
    expect([status, body]).toMatchObject([
      200,
      { name: 'b.csv', file: sha256(file), events: expect.any(Number) },
    ]);
    expect(documents.find(({ path }) => path === '/v1/imports/undo')!.answer.parse(body)).toEqual(body);
    expect((await eventsOf('undone')).at(-1)).toMatchObject({
      type: 'ChangeUndone',
      data: { reason: 'the wrong file', version: 1 },
      meta: { recordedBy: 'rapporteur', correlationId: 'undo unodc-glotip/undone' },
    });
  });
});
