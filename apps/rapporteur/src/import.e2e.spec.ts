/** Importing a publication by upload and by command, until readers see it, on the whole product. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UndoAnswer } from '@rapporteur/contract';
import { claimsOf, textOutsideClaims, type Report } from '@rapporteur/report';
import { createTestDatabase, ownerHeaders, ownerKeyFile, type TestDatabase } from '@rapporteur/testing';
import { parse } from 'csv-parse/sync';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { toProgressLine } from './cli/show-import.js';
import { startRapporteur, type Rapporteur } from './start-rapporteur.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const samplePath = join(root, 'data/samples/unodc-glotip-sample.csv');
const realPath =
  process.env['UNODC_GLOTIP_FILE'] ?? join(root, '../shared/data/unodc-glotip-2023-05-30.xlsx');
const command = [join(root, 'apps/rapporteur/dist/main.js'), 'import'];

let test: TestDatabase;
let rapporteur: Rapporteur;
let folder: string;
let sample: Buffer;

beforeAll(async () => {
  test = await createTestDatabase();
  rapporteur = await startRapporteur({ ...ownerKeyFile, DATABASE_URL: test.url, PORT: '0' }, () => undefined);
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  sample = await readFile(samplePath);
});
afterAll(async () => {
  await rapporteur.close();
  await test.drop();
  await rm(folder, { recursive: true });
});

const address = (query = 'round=2023&received=2023-05-30') =>
  `${rapporteur.url}/v1/imports?collection=unodc-glotip&${query}`;

async function post(url: string, body: string | Buffer | FormData, headers: Record<string, string> = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    body: body as string,
    headers: { ...ownerHeaders(), ...headers },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}

async function readCells(where: string) {
  const { rows } = await rapporteur.database.pool.query<{
    rows: { value: number; source: Record<string, unknown> }[];
  }>(
    `SELECT json_agg(json_build_object('value', value, 'source', source) ORDER BY variant) AS rows FROM tables.cells WHERE ${where}`,
  );
  return rows[0]!.rows;
}

function run(...args: string[]) {
  const env = { ...process.env, API_URL: rapporteur.url, DATA_DIR: folder };
  return promisify(execFile)(process.execPath, [...command, ...args], { env });
}

describe('an upload', () => {
  it('is taken as the body, and stands in the tables when it is answered', async () => {
    const { status, body } = await post(address(), sample, { 'content-type': 'text/csv' });
    expect([status, body]).toMatchObject([
      200,
      { rows: 12, stored: 9, repeated: 0, refused: 1, waiting: 2, conflicting: 1, respondents: 8 },
    ]);
    const cells = await readCells(`respondent = 'BO' AND code = 'victims-detected'`);
    expect(cells).toMatchObject([
      { value: 62, source: { row: 5, words: { Sex: 'Female', Category: 'Total' } } },
      { value: 43, source: { row: 6 } },
    ]);
  });
  it('is taken as part of a form, and repeats what is there', async () => {
    const form = new FormData();
    form.append('file', new Blob([sample]), 'sample.csv');
    expect(await post(address(), form)).toMatchObject({ status: 403 });
    const headers = { 'rapporteur-request': '1' };
    expect(await post(address(), form, headers)).toMatchObject({
      status: 200,
      body: { stored: 0, repeated: 9 },
    });
  });
  it('has its refused rows at an address', async () => {
    const { body } = await post(address(), sample, { 'content-type': 'text/csv' });
    const url = `${rapporteur.url}/v1/imports/${body['file']}/refused?collection=unodc-glotip&round=2023`;
    const lines = (await (await fetch(url, { headers: ownerHeaders() })).text()).trim().split('\n');
    expect(lines[0]).toMatch(/^row,reason,Iso3_code,Country/);
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['13', '14', '15']);
  });
  it('has no formula in the list of its refused rows, which comes as a file to be saved', async () => {
    const content = `${sample.toString().trim()}\n=cmd,-1,+2,@sum,"\tx",Total,Total,Total,Total,2019,Counts,7,x\n`;
    const { body } = await post(address('round=formulas&received=2023-05-30'), content, {
      'content-type': 'text/csv',
    });
    expect(body).toMatchObject({ refused: 1, waiting: 3, refusedListed: 4 });
    const url = `${rapporteur.url}/v1/imports/${body['file']}/refused?collection=unodc-glotip&round=formulas`;
    const answer = await fetch(url, { headers: ownerHeaders() });
    const short = String(body['file']).slice(0, 12);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="refused-unodc-glotip-formulas-${short}.csv"`,
    );
    expect((await answer.text()).trim().split('\n').at(-1)).toMatch(
      /^16,"waits for a decision: ""-1"" is no respondent.*",'=cmd,'-1,'\+2,'@sum,'\tx,/,
    );
  });
  it('is stored as received on its day, by who sent it, under the name and by the mapping that came with it', async () => {
    const mapping = await readFile(join(root, 'data/unodc-glotip/mapping.json'));
    const send = (query: string) => {
      const form = new FormData();
      form.append('mapping', new Blob([mapping]), 'mapping.json');
      form.append('file', new Blob([sample]), 'of the form.csv');
      const headers = { 'rapporteur-request': '1' };
      return post(`${rapporteur.url}/v1/imports?collection=own&${query}`, form, headers);
    };
    const read = async (statement: string): Promise<unknown> =>
      (await rapporteur.database.pool.query(statement)).rows;
    const countStored = () =>
      read(
        `SELECT (SELECT count(*) FROM streams WHERE stream LIKE '%/own/%') AS streams,
          (SELECT count(*) FROM imports WHERE collection = 'own') AS imports`,
      );
    for (const dryRun of ['dryRun=true', 'dryRun=']) {
      const { status, body } = await send(`round=2023&received=2023-05-30&${dryRun}`);
      expect([status, body]).toMatchObject([200, { stored: 9, refused: 1, waiting: 2 }]);
      expect(await countStored()).toEqual([{ streams: 0, imports: 0 }]);
    }
    const { status, body } = await send('round=2023&received=2023-05-30');
    expect([status, body]).toMatchObject([200, { stored: 9, refused: 1, waiting: 2 }]);
    const find = (round: string) => read(`SELECT meta, data FROM log WHERE stream = 'reply/own/${round}/SV'`);
    const meta = {
      recordedBy: 'owner',
      signedInBy: 'key',
      correlationId: `import ${body['file']}`,
      causationId: 'of the form.csv',
    };
    const data = { collection: 'own', respondent: 'SV', receivedOn: '2023-05-30' };
    expect(await find('2023')).toMatchObject([{ meta, data: { ...data, round: '2023' } }]);
    expect(await send('round=2024&received=2024-05-30&name=of+the+address.csv')).toMatchObject({
      status: 200,
    });
    expect(await find('2024')).toMatchObject([
      {
        meta: { ...meta, causationId: 'of the address.csv' },
        data: { ...data, round: '2024', receivedOn: '2024-05-30' },
      },
    ]);
    expect(await send('round=2023&received=2023-05-29')).toMatchObject({
      status: 409,
      body: { type: '/problems/bad-request', title: expect.stringContaining('received on 2023-05-30') },
    });
    expect(await send('round=2025&received=2999-05-29')).toMatchObject({
      status: 422,
      body: { type: '/problems/bad-date' },
    });
    expect(await countStored()).toEqual([{ streams: 18, imports: 2 }]);
    const refused = (query: string) =>
      fetch(`${rapporteur.url}/v1/imports/${body['file']}/refused?${query}`, {
        headers: ownerHeaders(),
      }).then(({ status }) => status);
    expect(await refused('collection=own&round=2023')).toBe(200);
    expect(await refused('collection=own&round=2025')).toBe(404);
    expect(await refused('collection=other&round=2023')).toBe(404);
  });
  it('has no refused rows where there is no such file, whatever its name', async () => {
    for (const file of [
      '%00',
      'x',
      'a'.repeat(64),
      'A'.repeat(64),
      '..%2f..',
      '%F0%9F%98%80',
      'a'.repeat(400),
    ]) {
      const url = `${rapporteur.url}/v1/imports/${file}/refused?collection=unodc-glotip&round=2023`;
      const answer = await fetch(url, { headers: ownerHeaders() });
      expect([file, answer.status, await answer.json()]).toMatchObject([file, 404, {}]);
    }
  });
  it('is refused with a reason when it is no spreadsheet, lacks a parameter, or is sent elsewhere', async () => {
    const csv = { 'content-type': 'text/csv' };
    expect(await post(address(), '%PDF-1.7', csv)).toMatchObject({
      status: 422,
      body: { type: '/problems/not-a-spreadsheet' },
    });
    expect(await post(address('round=2023'), sample, csv)).toMatchObject({ status: 400 });
    expect(await post(`${rapporteur.url}/v1/rounds`, sample, csv)).toMatchObject({ status: 415 });
    expect(await post(address(), '{}', { 'content-type': 'application/json' })).toMatchObject({
      status: 415,
    });
    expect(await post(address().replace('unodc-glotip', 'no-such'), sample, csv)).toMatchObject({
      status: 422,
      body: { type: '/problems/bad-mapping' },
    });
  });
});

/** What the service says of the figures that it holds, taken in again as if another service had said it. */
describe('an answer of the service as SDMX', () => {
  const key = `.unodc-glotip${'.'.repeat(10)}`;
  const forms = [
    ['csv', `v1/data/FIGURES/${key}`, 'data+csv;version=1.0.0'],
    ['generic', `v1/data/FIGURES/${key}`, 'genericdata+xml;version=2.1'],
    ['specific', `v1/data/FIGURES/${key}`, 'structurespecificdata+xml;version=2.1'],
    ['ml3', 'v2/data/dataflow/RAPPORTEUR/FIGURES?c[COLLECTION]=unodc-glotip', 'data+xml;version=3.0.0'],
  ] as const;
  const ask = async (path: string, media: string) => {
    const headers = { accept: `application/vnd.sdmx.${media}` };
    const answer = await fetch(`${rapporteur.url}/sdmx/${path}`, { headers });
    expect(answer.headers.get('content-type')).toContain(media.split(';')[0]);
    return answer.text();
  };

  it('gives in every form of SDMX-ML the events and the refused rows of its SDMX-CSV', async () => {
    await post(address(), sample, { 'content-type': 'text/csv' });
    // All are asked for before any is imported: each would be in the next answer.
    const answers = new Map<string, string>();
    for (const [name, path, media] of forms) answers.set(name, await ask(path, media));
    const rows = parse(answers.get('csv')!, { columns: true }) as Record<string, string>[];
    const part = (column: string, dimension: string, words: Record<string, string>) => ({
      ...{ columns: [column], dimension, words: { _T: null, ...words } },
    });
    const countries = rows.map((row) => row['CITIZENSHIP']!).filter((code) => /^[A-Z]{2}$/.test(code));
    const mapping = JSON.stringify({
      respondent: { code: ['REF_AREA'] },
      period: { columns: ['TIME_PERIOD'] },
      value: { columns: ['OBS_VALUE'] },
      missing: [
        { columns: ['OBS_STATUS'], words: { O: 'not-available', L: 'not-asked', M: 'not-applicable' } },
      ],
      indicator: {
        columns: ['INDICATOR'],
        words: Object.fromEntries(rows.map((row) => [row['INDICATOR'], row['INDICATOR']])),
      },
      breakdown: [
        part('SEX', 'sex', { F: 'female', M: 'male' }),
        part('AGE', 'age', { Y0T17: 'child', Y_GE18: 'adult' }),
        part(
          'CITIZENSHIP',
          'citizenship',
          Object.fromEntries(countries.map((code) => [code, code.toLowerCase()])),
        ),
        part('EXPLOITATION', 'form-of-exploitation', {}),
        part('OFFENCE', 'offence', {}),
      ],
      break: { columns: ['OBS_STATUS'], words: { B: true, A: false, O: false, L: false, M: false } },
    });
    const told: [string, object][] = [];
    for (const [name, content] of answers) {
      const form = new FormData();
      form.append('mapping', mapping);
      form.append('file', new Blob([content]), name);
      const query = `collection=copy-${name}&round=2024`;
      const url = `${rapporteur.url}/v1/imports?${query}&received=2024-05-30`;
      const { status, body } = await post(url, form, { 'rapporteur-request': '1' });
      expect([name, status, body]).toMatchObject([name, 200, { rows: rows.length }]);
      const list = `${rapporteur.url}/v1/imports/${body['file']}/refused?${query}`;
      const refused = parse(await (await fetch(list, { headers: ownerHeaders() })).text()) as string[][];
      const events = await rapporteur.database.pool.query<{ data: object }>(
        `SELECT data FROM log WHERE stream LIKE 'reply/copy-${name}/%' ORDER BY stream`,
      );
      told.push([
        name,
        {
          counts: ['stored', 'refused', 'waiting', 'conflicting', 'respondents'].map((count) => body[count]),
          events: JSON.parse(JSON.stringify(events.rows).replaceAll(`copy-${name}`, 'copy')) as unknown,
          refused: refused.slice(1).map(([row, reason]) => [row, reason]),
        },
      ]);
    }
    const [[, same], ...others] = told as [[string, object], ...[string, object][]];
    expect(same).toMatchObject({ counts: [3, 3, 2, 0, 3] });
    for (const [name, one] of others) expect([name, one]).toEqual([name, same]);
  });
});

describe('the command', () => {
  const options = ['--collection', 'unodc-glotip', '--round', '2023', '--received', '2023-05-30'];
  it('prints the counts as one line of JSON, and lists the refused rows in a file', async () => {
    const refused = join(folder, 'refused.csv');
    const { stdout } = await run(samplePath, ...options, '--json', '--refused', refused);
    expect(JSON.parse(stdout)).toEqual({
      rows: 12,
      stored: 0,
      repeated: 9,
      refused: 1,
      waiting: 2,
      conflicting: 1,
      withdrawn: 0,
      withdrawnWaiting: 0,
      respondents: 8,
      position: expect.any(Number),
    });
    expect((await readFile(refused, 'utf8')).split('\n')).toHaveLength(5);
  });
  it('lists them in the data folder where none is named, and leaves the folder of the file alone', async () => {
    const copy = join(await mkdtemp(join(folder, 'mine-')), 'a.csv');
    await writeFile(copy, sample);
    for (const dry of [['--dry-run'], []]) {
      const { stdout } = await run(copy, ...options, ...dry);
      const [, listed = ''] = /The refused and the waiting rows and why: (.*)\n$/.exec(stdout)!;
      expect(listed).toMatch(/refused.unodc-glotip-2023-[\da-f]{12}\.csv$/);
      expect(listed.startsWith(folder)).toBe(true);
      expect((await readFile(listed, 'utf8')).split('\n')).toHaveLength(5);
    }
    expect(await readdir(dirname(copy))).toEqual(['a.csv']);
  });
  it('asks what words mean by single keys, and gives what was decided as a mapping file that can be read back', async () => {
    const mapping = join(root, 'data/unodc-glotip/mapping.json');
    const own = (collection: string) => ['--collection', collection, ...options.slice(2)];
    // Not a code, undone, not a code again; the next one later; store.
    const asked = run(samplePath, ...own('reviewed'), '--mapping', mapping, '--review');
    asked.child.stdin!.end('nunl\r');
    const { stdout } = await asked;
    expect(stdout).toContain('2 words wait for a decision.');
    expect(stdout).toMatch(/1 of 2 {2}[-a-z]+: "0", in 1 row\n {4}2023, row 13: .*\n/);
    expect(stdout).toMatch(/2 of 2 {2}respondent: "Atlantis", in 1 row/);
    expect(stdout).toContain('1 word decided.\n0 rows came in, 1 row refused, 1 row still waiting.\n');

    const file = join(folder, 'decided.json');
    await run('words', '--collection', 'reviewed', '--mapping', mapping, '--export', file);
    const { decisions } = JSON.parse(await readFile(file, 'utf8')) as { decisions: object[] };
    expect(decisions).toMatchObject([{ word: '0', decision: 'not-a-code', code: null }]);
    const counts = async (...args: string[]) =>
      JSON.parse((await run(samplePath, ...args, '--dry-run', '--json')).stdout) as object;
    const decided = { rows: 12, refused: 2, waiting: 1 };
    expect(await counts(...own('by-mapping'), '--mapping', file)).toMatchObject(decided);
    const read = await run('words', '--collection', 'read-back', '--read', file);
    expect(read.stdout).toBe('1 decision read, 1 of them new.\n');
    expect(await counts(...own('read-back'), '--mapping', mapping)).toMatchObject(decided);
  }, 120_000);
  it('takes an import back as it was shown, when told so by a key or by the name of the file', async () => {
    const own = ['--collection', 'taken-back', ...options.slice(2)];
    const mapping = ['--mapping', join(root, 'data/unodc-glotip/mapping.json')];
    await run(samplePath, ...own, ...mapping);
    const undo = async (keys: string, ...more: string[]) => {
      const undoing = run('undo', '2023', '--collection', 'taken-back', ...more);
      undoing.child.stdin!.end(keys);
      return (await undoing).stdout;
    };
    const why = ['--reason', 'the wrong file'];
    const { file, events } = JSON.parse(await undo('', '--dry-run', '--json')) as UndoAnswer;
    expect(events).toBeGreaterThan(1);
    const shown = `The last import is that of ${basename(samplePath)} (${file}).\nTaking it back undoes ${events} events on`;
    expect(await undo('', '--dry-run')).toContain(shown);
    for (const keys of ['', 'n', ' y', '\r']) {
      const said = await undo(keys, ...why);
      expect(said).toContain(shown);
      expect(said).toMatch(/any other key leaves everything as it is\.\nNothing was taken back\.\n$/);
    }
    await expect(undo('y', ...why, '--file', 'a'.repeat(64))).rejects.toMatchObject({
      stderr: expect.stringContaining('is by now that of another file'),
    });
    // Another desk imports while it is asked: what was shown is not the last import any more.
    const undoing = run('undo', '2023', '--collection', 'taken-back', ...why);
    const isRefused = expect(undoing).rejects.toMatchObject({
      stderr: expect.stringContaining('is by now that of another file'),
    });
    await new Promise<void>((asked) =>
      undoing.child.stdout!.on('data', (text: string) => text.includes('Take this back?') && asked()),
    );
    const line = sample.toString('utf8').trimEnd().split('\n')[3]!;
    const later = join(folder, 'later.csv');
    await writeFile(later, `${sample.toString('utf8').trimEnd()}\n${line.replace(/\b20\d\d\b/, '2009')}\n`);
    await run(later, ...own.slice(0, -1), '2023-06-30', ...mapping);
    undoing.child.stdin!.end('y');
    await isRefused;
    expect(await undo('y', ...why)).toContain('Took back the import of later.csv');
    await expect(undo('y', ...why, '--json')).rejects.toMatchObject({
      stderr: expect.stringContaining('name the --file'),
    });
    expect(await undo('y', ...why)).toMatch(/Took back the import of .*, position \d+\n$/);
    await expect(undo('y', ...why)).rejects.toMatchObject({
      stderr: expect.stringContaining('nothing to take back'),
    });
    await run(samplePath, ...own, ...mapping);
    const undone = JSON.parse(await undo('', ...why, '--file', file, '--json')) as UndoAnswer;
    expect(undone).toMatchObject({ file, events });
  }, 120_000);
  it('imports what another service of SDMX answers at an address, which is the name of its source', async () => {
    const address = `${rapporteur.url}/sdmx/v2/data/dataflow/RAPPORTEUR/FIGURES?c[COLLECTION]=unodc-glotip`;
    const mapping = join(folder, 'sdmx.json');
    const of = ['--collection', 'other-service', '--received', '2024-01-01', '--mapping', mapping];
    const proposed = await run(address, ...of, '--propose');
    expect(proposed.stdout).toContain(`npm run import -- '${address}'`);
    const { unsure: _, ...sure } = JSON.parse(await readFile(mapping, 'utf8')) as Record<string, unknown>;
    await writeFile(mapping, JSON.stringify(sure));
    const counts = JSON.parse((await run(address, ...of, '--round', '2024', '--json')).stdout) as object;
    const { rows } = await rapporteur.database.pool.query(
      `SELECT DISTINCT meta ->> 'causationId' AS name FROM log WHERE stream LIKE 'reply/other-service/%'`,
    );
    expect(counts).toMatchObject({ stored: expect.any(Number), withdrawn: 0 });
    expect(rows).toEqual([{ name: new URL(address).href }]);
    expect((await run(address, ...of, '--round', '2024', '--json')).stdout).toContain('"stored":0');
  }, 60_000);
  it('does not write its list over the file, nor into a folder that is not there', async () => {
    await expect(run(samplePath, ...options, '--refused', samplePath)).rejects.toMatchObject({
      stderr: expect.stringContaining('is the file itself'),
    });
    await expect(run(samplePath, ...options, '--refused', join(folder, 'no/x.csv'))).rejects.toMatchObject({
      stderr: expect.stringContaining('There is no folder'),
    });
    expect(await readFile(samplePath)).toEqual(sample);
  });
  it('takes another mapping, and tells in one sentence what is wrong with it', async () => {
    const failing = run(samplePath, ...options, '--mapping', samplePath);
    await expect(failing).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The mapping is not JSON'),
    });
  });
  it('says what it needs', async () => {
    await expect(run(samplePath)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--received are needed'),
    });
    await expect(run('no-such.csv', ...options)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no file'),
    });
  });
});

describe('progress', () => {
  it('shows the share, the speed and the time left', () => {
    expect(toProgressLine('storing', 500, 1000, 2)).toBe(
      `Storing ${'█'.repeat(12)}${'·'.repeat(12)} 500/1,000 rows, 250 rows/s, 2 s left`,
    );
    expect(toProgressLine('reading', 500, undefined, 0)).toBe('Reading 500 rows, 0 rows/s');
    expect(toProgressLine('waiting', 0, undefined, 3)).toBe('Waiting for another import to end');
  });
});

const withRealFile = existsSync(realPath) ? it : it.skip;
if (!existsSync(realPath))
  console.warn('UNODC_GLOTIP_FILE names no file: the whole UNODC file is not tested.');

describe("UNODC's whole file of 30 May 2023", () => {
  withRealFile(
    'is taken but for 28 rows, with 192 figures in conflict',
    async () => {
      const send = async (more = '') =>
        post(address(`round=whole&received=2023-05-31${more}`), await readFile(realPath), {
          'content-type': 'application/octet-stream',
        });
      // Few figures of the sample are not in it, and these are more than a twentieth of what stands.
      const refused = await send();
      expect(refused).toMatchObject({ status: 409, body: { type: '/problems/withdraws-much' } });
      const { body } = await send(`&acceptWithdrawals=${refused.body['withdrawn']}`);
      expect(body).toMatchObject({
        rows: 46_556,
        refused: 0,
        waiting: 28,
        conflicting: 192,
        respondents: 208,
      });
      const cell = `collection = 'unodc-glotip' AND respondent = 'SV' AND code = 'persons-prosecuted' AND period = '2007' AND breakdown = '_T'`;
      expect(await readCells(cell)).toMatchObject([{ value: 40 }]);
    },
    120_000,
  );

  withRealFile(
    'is drafted by region with an annex by respondent, every number in the manifest',
    async () => {
      const started = performance.now();
      const answer = await fetch(`${rapporteur.url}/v1/rounds/unodc-glotip/whole/report?asOf=2023-05-31`);
      const { document, manifest, file } = (await answer.json()) as Pick<Report, 'document' | 'manifest'> & {
        file: string;
      };
      // 10 s are promised, and a free machine needs far less. A machine with other work gets three times as
      // long.
      expect(performance.now() - started).toBeLessThan(30_000);
      expect(file).not.toContain('cut-off');
      expect(textOutsideClaims(document)).not.toMatch(/\p{N}/u);
      expect(claimsOf(document)).toEqual(manifest.claims.map(({ id, text }) => ({ id, text })));
      const tables = manifest.claims.filter(({ query }) => query.kind === 'table');
      const byRegion = tables.filter(({ query }) => query['of'] === 'regions');
      expect(byRegion).toHaveLength(5);
      for (const { text } of byRegion)
        for (const row of text.split('\n').slice(1)) expect(row).toMatch(/\t(none|\d+) of \d+ respondents?$/);
      const annex = tables.filter(({ query }) => query['of'] === 'respondents').flatMap(({ cells }) => cells);
      expect(annex).toContain('unodc-glotip~SV~persons-prosecuted~_T~2007');
      expect(new Set(annex.map((cell) => cell.split('~')[1])).size).toBeGreaterThan(170);
    },
    60_000,
  );
});
