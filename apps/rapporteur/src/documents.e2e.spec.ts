/** Documents through the whole product: kept, read, given to figures as evidence, and taken from view. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestDatabase,
  ownerHeaders,
  startCommand,
  type RunningCommand,
  type TestDatabase,
} from '@rapporteur/testing';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import sharp, { type Sharp } from 'sharp';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let test: TestDatabase;
let server: RunningCommand;
let url = '';
let folder: string;

const start = (args: readonly string[], env: Record<string, string> = {}) =>
  startCommand(process.execPath, ['apps/rapporteur/dist/main.js', ...args], {
    cwd: root,
    env: { DATABASE_URL: test.url, OTEL_EXPORTER_OTLP_ENDPOINT: '', ...env },
  });

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-letters-'));
  server = start([], { PORT: '0' });
  [, url = ''] = await server.waitFor(/Rapporteur is at (http\S+)/);
  await post('/v1/rounds', { collection: 'c', round: '2008' });
  const { token } = await post('/v1/rounds/c/2008/replies', {
    respondent: 'SV',
    receivedOn: '2008-01-20',
    observations: [
      { indicator: 'persons-arrested', period: '2007', value: 30, paragraph: 14 },
      { indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 },
      { indicator: 'cases-investigated', period: '2007', value: 39, paragraph: 15 },
    ],
    findings: [{ topic: 'shelters', paragraph: 15 }],
  });
  await get(`/v1/observations?wait=${token as string}`);
}, 60_000);
afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  await test.drop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

type Json = Record<string, unknown> & { items: Record<string, unknown>[] };
const get = async (path: string) => (await fetch(url + path)).json() as Promise<Json>;
const post = async (path: string, body: object) => {
  const headers = { ...ownerHeaders(), 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) } as Record<
    string,
    unknown
  >;
};
const send = async (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) => {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { ...ownerHeaders(), 'content-type': 'application/octet-stream', ...headers },
    body: body as string,
  });
  return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) } as Record<
    string,
    unknown
  >;
};
async function query(statement: string, values: unknown[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  const { rows } = await client.query(statement, values).finally(() => client.end());
  return rows as unknown[];
}
const sha = (body: string | Uint8Array) => createHash('sha256').update(body).digest('hex');

const letter = `Note verbale

14. In 2007 El Salvador arrested 30 people, of whom
six were prosecuted.

15. There are shelters.
`;
const documents = '/v1/rounds/c/2008/replies/SV/documents?received=2008-01-20';

describe('a letter', () => {
  it('is kept once, byte for byte, with its paragraphs', async () => {
    const first = await send(`${documents}&name=../../letter.txt`, letter);
    expect(first).toMatchObject({
      ...{ status: 201, recorded: true, document: sha(letter), name: 'letter.txt', media: 'text/plain' },
      ...{
        respondent: 'SV',
        round: 'c/2008',
        receivedOn: '2008-01-20',
        text: { extraction: 4, language: null },
      },
    });
    expect(await send(documents, letter)).toMatchObject({ status: 200, recorded: false, token: null });
    const { items } = await get(`/v1/documents?round=c/2008&respondent=SV&wait=${first['token'] as string}`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ document: sha(letter), recordedBy: 'owner', bytes: letter.length });

    const bytes = await fetch(`${url}/v1/documents/${sha(letter)}`);
    expect(await bytes.text()).toBe(letter);
    const proposed = await get(`/v1/documents/${sha(letter)}/proposals?language=en`);
    expect(proposed).toMatchObject({ document: sha(letter), rules: 5, language: 'en', complete: true });
    const said = ({ paragraph, indicator, period, value, quote }: Record<string, unknown>) =>
      [paragraph, indicator, period, value, quote].join(' | ');
    expect(proposed.items.map(said)).toEqual([
      '14 | persons-arrested | 2007 | 30 | 30 people',
      '14 | persons-prosecuted | 2007 | 6 | six',
    ]);
    const other = await get(`/v1/documents/${sha(letter)}/proposals?language=en&paragraph=15`);
    expect(other.items).toEqual([]);
    expect(bytes.headers.get('x-content-type-options')).toBe('nosniff');
    expect(bytes.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    const { paragraphs } = await get(`/v1/documents/${sha(letter)}/text?paragraph=14`);
    expect(paragraphs).toMatchObject([
      { number: 14, text: '14. In 2007 El Salvador arrested 30 people, of whom six were prosecuted.' },
    ]);
    const [{ start, end }] = paragraphs as [{ start: number; end: number }];
    const at = async (character: number) =>
      (await get(`/v1/documents/${sha(letter)}/text?character=${character}`)).paragraphs;
    expect([await at(start), await at(end - 1)]).toEqual([paragraphs, paragraphs]);
    expect([await at(end), await at(99_999)]).toEqual([[], []]);
  });

  it('gives each statement its passage, says which have none, and the same again changes nothing', async () => {
    const { position } = await get('/v1/observations');
    const attached = await post(`/v1/documents/${sha(letter)}/evidence`, { round: 'c/2008' });
    expect(attached).toMatchObject({
      ...{ status: 201, statements: 4, withParagraph: 4, figures: 3, exact: 2, attached: 4 },
      missed: [{ respondent: 'SV', value: 39, paragraph: 15, why: 'number-not-found' }],
    });
    const { items } = await get(`/v1/observations?collection=c&wait=${attached['token'] as string}`);
    const said = items.map((one) => (one['evidence'] as { quote: string }).quote);
    expect(said).toEqual([null, '30', 'six']);
    expect(items[1]!['evidence']).toMatchObject({ document: sha(letter), paragraph: 14, page: null });
    const { items: findings } = await get('/v1/findings?collection=c');
    expect(findings[0]!['evidence']).toMatchObject({ paragraph: 15, quote: null });
    const { current } = (await get('/v1/observations/c~SV~persons-arrested~_T~2007')) as unknown as {
      current: { evidence: object }[];
    };
    expect(current[0]!.evidence).toEqual(items[1]!['evidence']);
    // What was known before shows none, for ever.
    const before = await get(`/v1/observations?collection=c&at=${position as number}`);
    expect(before.items.map((one) => 'evidence' in one)).toEqual([false, false, false]);
    expect(await post(`/v1/documents/${sha(letter)}/evidence`, { round: 'c/2008' })).toMatchObject({
      ...{ status: 200, recorded: false, attached: 0 },
    });
  });

  it('takes the place that a person says, and shows a figure that its words do not say', async () => {
    const { paragraphs } = (await get(`/v1/documents/${sha(letter)}/text?paragraph=15`)) as unknown as {
      paragraphs: { start: number; text: string }[];
    };
    const start = paragraphs[0]!.start + paragraphs[0]!.text.indexOf('shelters');
    const id = 'c~SV~cases-investigated~_T~2007';
    const at = (place: object) =>
      post(`/v1/documents/${sha(letter)}/evidence`, {
        round: 'c/2008',
        passages: [{ id, start, end: start + 8, ...place }],
      });
    expect(await at({ end: 9999 })).toMatchObject({ status: 422, problems: [{ code: 'no-such-passage' }] });
    expect(await at({ id: 'c~SV~x' })).toMatchObject({
      status: 422,
      problems: [{ code: 'unknown-observation' }],
    });
    const { token } = await at({});
    const { items } = await get(`/v1/inconsistencies?collection=c&wait=${token as string}`);
    expect(items).toMatchObject([
      {
        kind: 'figure-not-in-quote',
        sentence: { id, value: 39, quote: 'shelters' },
        places: [{ id, paragraph: 15 }],
      },
    ]);
    // What is looked for anew does not take the place of what a person said.
    await post(`/v1/documents/${sha(letter)}/evidence`, { round: 'c/2008' });
    expect((await get('/v1/inconsistencies?collection=c')).items).toHaveLength(1);
  });

  it('and a figure in a report that its words do not say are told by check, with the words that the manifest has', async () => {
    const path = join(folder, 'report.md');
    const head =
      'language: en\ncollection: c\nround: "2008"\nasOf: 2008-02-01\nmasthead:\n  organization: U\n  title: T';
    const claim = (indicator: string) => `:figure{respondent=SV indicator=${indicator} period=2007}`;
    const text = `Of ${claim('persons-arrested')}, and ${claim('cases-investigated')}.`;
    await writeFile(path, `---\n${head}\n---\n\n# Findings\n\n${text}\n`);
    const document = join(folder, 'report.docx');
    const build = start(['report', 'build', path, '-o', document]);
    expect([await build.ended, build.output()]).toEqual([0, expect.anything()]);
    const { claims } = JSON.parse(await readFile(`${document}.manifest.json`, 'utf8')) as {
      claims: { quotes: object[] }[];
    };
    expect(claims.map(({ quotes }) => quotes)).toMatchObject([
      [{ value: 30, quote: '30', document: sha(letter), page: null, paragraph: 14 }],
      [{ value: 39, quote: 'shelters', paragraph: 15 }],
    ]);
    const check = start(['report', 'check', document]);
    expect(await check.ended).toBe(1);
    expect(check.output()).toMatch(
      /figure and quote do not agree: c~SV~cases-investigated~_T~2007 is 39 \(event \d+\), and “shelters” stands/,
    );
    expect(check.output()).toMatch(
      /2 claims .* 1 unchanged and true .* 1 with a figure that its quote does not say/,
    );
  }, 120_000);

  it('attached by the command gives the same', async () => {
    const path = join(folder, 'letter.txt');
    await writeFile(path, letter);
    const command = start(['document', 'attach', path, '--round', 'c/2008', '--respondent', 'SV', '--json'], {
      API_URL: url,
      OWNER_KEY_FILE: process.env['OWNER_KEY_FILE'] ?? '',
    });
    expect(await command.ended).toBe(0);
    expect(command.output()).toContain('"exact":2');
  });

  it('and what a later statement says do not drift: a corrected figure has no words of the old one', async () => {
    const { token } = await post('/v1/rounds/c/2008/replies/SV/corrections', {
      ...{ receivedOn: '2008-02-01', reason: 'a slip' },
      observations: {
        changed: [{ indicator: 'persons-prosecuted', period: '2007', value: 7, paragraph: 14 }],
      },
    });
    const { items } = await get(`/v1/observations?collection=c&wait=${token as string}`);
    expect(items.map((one) => 'evidence' in one)).toEqual([true, true, false]);
    const verify = start(['verify']);
    expect([await verify.ended, verify.output()]).toEqual([
      0,
      expect.stringContaining('the tables are the fold of the log'),
    ]);
  });

  it('that another version reads differently keeps its words by what they say, and tells which are gone', async () => {
    const paragraphs = [
      'Note verbale of the mission',
      '14. In  2007 El Salvador arrested 30 people, of whom six were prosecuted.',
      '15. There are refuges.',
    ];
    const text = paragraphs.join('\n\n');
    const blocks = paragraphs.map((said, i) => ({
      ...{ kind: 'text', number: i === 0 ? null : 13 + i, page: null },
      ...{ start: text.indexOf(said), end: text.indexOf(said) + said.length },
    }));
    await query('INSERT INTO document_texts (document, extraction, text) VALUES ($1, 5, $2)', [
      sha(letter),
      JSON.stringify({ extraction: 5, language: 'en', text, blocks }),
    ]);
    const again = await post(`/v1/documents/${sha(letter)}/evidence`, { round: 'c/2008' });
    expect(again).toMatchObject({
      ...{ extraction: 5, reanchored: 1, withParagraph: 4 },
      missed: [
        { value: 7, why: 'number-not-found' },
        { value: 39, why: 'quote-not-found' },
      ],
    });
    const { items } = await get(`/v1/observations?collection=c&wait=${again['token'] as string}`);
    const start = text.indexOf('30');
    expect(items.map((one) => one['evidence'])).toMatchObject([
      { quote: null, paragraph: 15 },
      { quote: '30', start, end: start + 2, prefix: '. In  2007 El Salvador arrested ' },
      { quote: null, paragraph: 14 },
    ]);
    expect(await post(`/v1/documents/${sha(letter)}/evidence`, { round: 'c/2008' })).toMatchObject({
      ...{ recorded: false, reanchored: 0 },
    });
  });

  it('taken from view is gone with its words; hash and reason stay', async () => {
    const { token } = await post(`/v1/documents/${sha(letter)}/removal`, { reason: 'it named a victim' });
    const { items } = await get(`/v1/documents?wait=${token as string}`);
    expect(items[0]).toMatchObject({ document: sha(letter), removed: { reason: 'it named a victim' } });
    for (const path of ['', '/text']) {
      const answer = await fetch(`${url}/v1/documents/${sha(letter)}${path}`);
      expect([answer.status, await answer.text()]).toEqual([
        410,
        expect.stringContaining('it named a victim'),
      ]);
    }
    const { items: figures } = await get('/v1/observations?collection=c');
    expect(figures[1]!['evidence']).toMatchObject({ paragraph: 14, quote: null, prefix: null, suffix: null });
    expect(await send(documents, letter)).toMatchObject({ status: 410 });
    // Sent again it is refused, and its bytes are not kept on the way.
    const rows = await query(
      'SELECT file FROM kept_files WHERE file = $1 UNION ALL SELECT file FROM kept_pieces WHERE file = $1',
      [sha(letter)],
    );
    expect(rows).toEqual([]);
  });
});

describe('what is no letter', () => {
  it.each([
    ['nothing', '', 'unknown-kind-of-document'],
    ['a program', Buffer.from('7f454c4602010100', 'hex'), 'unknown-kind-of-document'],
    ['a text that is no UTF-8', Buffer.from([0xff, 0x41, 0x42]), 'unknown-kind-of-document'],
  ])('such as %s is refused', async (_, body, code) => {
    const answer = await send(documents, body);
    expect([answer['status'], answer['type']]).toEqual([422, expect.stringMatching(`${code}$`)]);
  });

  it('a damaged picture is kept, and says that it cannot be read', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000', 'hex');
    expect(await send(documents, picture)).toMatchObject({
      status: 201,
      media: 'image/png',
      unread: { code: 'damaged' },
    });
    expect(await post(`/v1/documents/${sha(picture)}/evidence`, { round: 'c/2008' })).toMatchObject({
      status: 422,
    });
    const kept = await fetch(`${url}/v1/documents/${sha(picture)}`);
    expect(Buffer.from(await kept.arrayBuffer())).toEqual(picture);
  });

  it('a scan has the text of its picture, marked as such', async () => {
    const fontfile = join(root, 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf');
    const scanned = await sharp({
      text: { text: '7. Six people were tried.', font: 'Tinos 24', fontfile, dpi: 100 },
    })
      .negate()
      .extend({ top: 99, bottom: 400, left: 99, right: 99, background: '#000' })
      .png()
      .toBuffer();
    const receipt = await send(`${documents}&language=en`, scanned);
    expect(receipt).toMatchObject({
      ...{ status: 201, media: 'image/png' },
      text: { language: 'en', scan: { language: 'en', pages: [{ page: 1 }], unread: [] } },
    });
    const read = await get(`/v1/documents/${sha(scanned)}/text?wait=${receipt['token'] as string}`);
    expect(read).toMatchObject({
      scan: { language: 'en' },
      paragraphs: [{ number: 7, page: 1, text: '7. Six people were tried.' }],
    });
    const page = `${url}/v1/documents/${sha(scanned)}/pages/`;
    const drawn = await fetch(`${page}1`);
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png']);
    const shape = async (one: Sharp) => {
      const { width, height } = await one.metadata();
      return Math.round((100 * width) / height);
    };
    const shown = sharp(Buffer.from(await drawn.arrayBuffer()));
    expect(await shape(shown)).toBe(await shape(sharp(scanned)));
    const etag = drawn.headers.get('etag')!;
    expect((await fetch(`${page}1`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    for (const none of ['2', '0', 'x']) expect((await fetch(page + none)).status).toBe(404);
    expect(await (await fetch(`${page}2`)).json()).toMatchObject({ detail: 'The document has one page.' });
    const text = `/v1/documents/${sha(scanned)}/text?paragraph=7&places=true`;
    const { paragraphs } = (await get(text)) as unknown as {
      paragraphs: { words: Record<'start' | 'end' | 'left' | 'top' | 'bottom', number>[] }[];
    };
    const { words } = paragraphs[0]!;
    expect(words.map(({ start, end }) => '7. Six people were tried.'.slice(start, end))).toEqual([
      ...['7.', 'Six', 'people', 'were', 'tried.'],
    ]);
    // They stand beside each other, where the letter was put.
    const lefts = words.map(({ left }) => left);
    expect([...lefts].sort((a, b) => a - b)).toEqual(lefts);
    for (const { top, bottom } of words) expect([top > 0.1, bottom < 0.4]).toEqual([true, true]);

    const removal = await post(`/v1/documents/${sha(scanned)}/removal`, { reason: 'a name' });
    await get(`/v1/documents?wait=${removal['token'] as string}`);
    expect((await fetch(`${page}1`, { headers: { 'if-none-match': etag } })).status).toBe(410);
    const refused = await send(`${documents}&language=tlh`, scanned);
    expect(refused['status']).toBe(400);
  }, 60_000);

  it('one that is not known, of another round, or of a round that is not open has a clear answer', async () => {
    expect(await post(`/v1/documents/${'0'.repeat(64)}/evidence`, { round: 'c/2008' })).toMatchObject({
      status: 404,
    });
    expect(await post('/v1/documents/abc/removal', { reason: 'x' })).toMatchObject({ status: 404 });
    expect(await send('/v1/rounds/c/1999/documents?received=2008-01-20', letter)).toMatchObject({
      status: 404,
    });
    expect(await send('/v1/rounds/c/2008/documents?received=2999-01-20', letter)).toMatchObject({
      status: 422,
    });
    expect(await send('/v1/rounds/c/2008/documents', letter)).toMatchObject({ status: 400 });
    const form = { 'content-type': 'application/json' };
    expect(await send(documents, '{}', form)).toMatchObject({ status: 415 });
  });
});
