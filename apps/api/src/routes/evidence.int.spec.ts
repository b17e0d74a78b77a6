/** The evidence of figures and findings in every format, and that the words of a removed document are in no answer any more. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Passage } from '@rapporteur/domain';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';
import { fileRoutes, routes } from './routes.js';

const [letter, secret] = ['a'.repeat(64), 'b'.repeat(64)];

const received = (document: string, name: string): DomainEvent => ({
  type: 'DocumentReceived',
  data: {
    ...{ collection: 'c', round: '2008', respondent: 'SV', document, name, media: 'text/plain' },
    ...{ bytes: 9, receivedOn: '2008-01-20' },
  },
});
const passage = (ordinal: number, quote: string | null, page: number | null = null): Passage => ({
  ...{ event: 2, ordinal, page, paragraph: 15, quote, start: 4, end: 9, language: 'en' },
  region: null,
  ...(quote === null ? { prefix: null, suffix: null } : { prefix: 'of Ms. ', suffix: ' in all' }),
});
/** Of the finding. */
const framed: Passage = {
  ...{ event: 2, ordinal: 3, page: 2, paragraph: null, language: null, region: 'xywh=percent:10,20,30,5' },
  ...{ quote: null, prefix: null, suffix: null, start: null, end: null },
};
const attached = (document: string, ...passages: Passage[]): DomainEvent => ({
  type: 'EvidenceAttached',
  data: {
    ...{ collection: 'c', round: '2008', document, extraction: 1, receivedOn: '2008-01-20' },
    passages,
  },
});

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV']),
    submitted(
      'SV',
      '2008-01-20',
      [
        figure('persons-prosecuted', '2006', 37),
        figure('persons-prosecuted', '2007', 6),
        figure('persons-arrested', '2007', 9),
      ],
      [{ topic: 'shelters', paragraph: 3 }],
    ),
    received(letter, 'letter.txt'),
    attached(letter, passage(0, '=thirty-seven', 4), framed),
    received(secret, 'Ms. Zamora.txt'),
    attached(secret, passage(1, 'six of Zamora'), passage(2, 'Zamora and others')),
  );
  await store.apply();
});
afterAll(() => store.close());

/** What an answer says, whatever its format is. */
async function read(address: string): Promise<string> {
  const { text, bytes, status } = await store.get(address);
  expect([address, status < 500]).toEqual([address, true]);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return `${status} ${text}`;
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

const samples: Readonly<Record<string, string>> = {
  '/v1/observations/:id': '/v1/observations/c~SV~persons-prosecuted~_T~2007?',
  '/v1/rounds/:collection/:round': '/v1/rounds/c/2008?',
  '/v1/rounds/:id': '/v1/rounds/c%2F2008?',
  '/v1/rounds/:collection/:round/report': '/v1/rounds/c/2008/report?',
  '/v1/rounds/:id/report': '/v1/rounds/c%2F2008/report?',
  '/v1/events/:position/changes': '/v1/events/6/changes?',
  '/v1/documents/:document/text': `/v1/documents/${secret}/text?`,
  '/v1/documents/:document/proposals': `/v1/documents/${secret}/proposals?`,
  '/v1/panels': '/v1/panels?region=419&indicator=persons-prosecuted&collection=c&from=2006&to=2007&',
  '/v1/shares': '/v1/shares?indicator=persons-prosecuted&breakdown=sex:female&',
  '/v1/revisions': '/v1/revisions?from=2008-01-01&to=2008-12-31&',
  '/v1/differences': '/v1/differences?collection=c&from=2008&to=2008&',
  '/v1/search': '/v1/search?q=zamora&',
};
/** Every address of reads, in every format that it has, at each event and at a position before the removal. */
const addresses = [...routes, ...fileRoutes].flatMap(({ path, alsoAs, query }) => {
  const whole = alsoAs && 'cursor' in query.shape ? ['format=csv&limit=all&'] : [];
  const forms = ['', ...(alsoAs ? ['format=csv&', 'format=xlsx&', 'format=json-stat&'] : []), ...whole];
  const asked =
    path === '/v1/events/:position'
      ? [1, 2, 3, 4, 5, 6].map((position) => `/v1/events/${position}?`)
      : [samples[path] ?? `${path}?`];
  return asked.flatMap((one) => forms.flatMap((form) => [one + form, `${one}${form}at=6`]));
});

describe('evidence', () => {
  it('is in the columns at the end of figures and findings: document, page, paragraph, quote, region', async () => {
    const figures = parse((await store.get('/v1/observations?format=csv')).text, { columns: true }) as Record<
      string,
      string
    >[];
    const shown = figures.map((one) =>
      [
        one['period'],
        one['document']![0],
        one['document_page'],
        one['document_paragraph'],
        one['quote'],
      ].join(' | '),
    );
    // In the order of identifiers; a text that begins like a formula is guarded.
    expect(shown).toEqual([
      '2007 | b |  | 15 | Zamora and others',
      "2006 | a | 4 | 15 | '=thirty-seven",
      '2007 | b |  | 15 | six of Zamora',
    ]);
    const [header, finding] = parse((await store.get('/v1/findings?format=csv')).text) as string[][];
    expect(header!.slice(-6)).toEqual([
      ...['id', 'document', 'document_page', 'document_paragraph', 'quote', 'document_region'],
    ]);
    expect(finding!.slice(-5)).toEqual([letter, '2', '', '', 'xywh=percent:10,20,30,5']);
    expect(Object.values(figures[0]!).at(-1)).toBe('');
    const [package_, xlsx] = [await read('/v1/package'), await read('/v1/observations?format=xlsx')];
    for (const said of [package_, xlsx]) expect(said).toMatch(/Zamora and others[^]*six of Zamora/);
    expect(package_).toContain('Exact words of the document');
  });

  it('of a document that arrives is told by round and respondent, not by the name of its stream', async () => {
    expect((await store.get('/v1/events/3/changes')).body).toMatchObject({
      ...{ type: 'DocumentReceived', round: 'c/2008', items: [] },
      respondent: { code: 'SV', name: 'El Salvador' },
    });
    expect((await store.get('/v1/events/4/changes')).body).toMatchObject({
      ...{ type: 'EvidenceAttached', round: 'c/2008', respondent: null },
    });
  });

  it('says where words stand, or which region of a page in percent, and never both', async () => {
    const evidenceOf = async (path: string) => (await store.get(path)).body.items[0].evidence as object;
    expect(await evidenceOf('/v1/findings')).toEqual({
      ...{ document: letter, page: 2, paragraph: null, language: null },
      ...{ quote: null, prefix: null, suffix: null, start: null, end: null },
      region: { x: 10, y: 20, width: 30, height: 5 },
    });
    expect(await evidenceOf('/v1/observations')).toMatchObject({ start: 4, end: 9, region: null });
  });

  it('of a document that was removed has no words in any answer, whatever the format, position or event', async () => {
    const before: string[] = [];
    for (const one of addresses) if ((await read(one)).includes('Zamora')) before.push(one);
    const shape = (one: string) => one.split('?')[0];
    expect([...new Set(before.map(shape))].sort()).toEqual([
      '/v1/documents',
      '/v1/events/5',
      '/v1/events/6',
      '/v1/inconsistencies',
      '/v1/observations',
      '/v1/observations/c~SV~persons-prosecuted~_T~2007',
      '/v1/package',
      '/v1/rounds/c%2F2008/report',
      '/v1/rounds/c/2008/report',
    ]);
    const token = await store.record({
      type: 'DocumentRemoved',
      data: { document: secret, reason: 'it named a victim' },
    });
    await store.apply();
    await store.get(`/v1/rounds?wait=${token}`);
    for (const one of addresses) expect([one, (await read(one)).includes('Zamora')]).toEqual([one, false]);
    // What it was, and which figures it was evidence of, is still told.
    expect((await store.get('/v1/events/6')).body).toMatchObject({
      data: { document: secret, passages: [{ paragraph: 15, quote: null, prefix: null, suffix: null }, {}] },
      hidden: { reason: 'document-removed', event: 7 },
    });
    expect((await store.get('/v1/documents')).body.items).toMatchObject([
      { name: 'letter.txt' },
      { name: '', document: secret, removed: { reason: 'it named a victim', event: 7 } },
    ]);
    expect((await store.get('/v1/events/4')).body).not.toHaveProperty('hidden');
    expect(await read('/v1/observations?format=csv')).toContain(`${secret},,15,,\r\n`);
    // The stored event is what it was.
    const { rows } = await store.pool.query('SELECT data::text FROM log WHERE position = 6');
    expect(rows[0]).toMatchObject({ data: expect.stringContaining('six of Zamora') });
  }, 180_000);
});
