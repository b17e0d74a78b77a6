/** The read side over HTTP against a real PostgreSQL: answers, documents, vintages, cache, tables, pages, waiting. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { toNewEvent } from '@rapporteur/domain';
import { setEventAside, storeUnchecked } from '@rapporteur/event-store';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';
import { routes } from '../routes/routes.js';

let store: FilledStore;

const salvador = [
  ...[32, 67, 39].map((value, i) => figure('cases-investigated', String(2005 + i), value)),
  ...[53, 56, 30].map((value, i) => figure('persons-arrested', String(2005 + i), value)),
  ...[18, 37, 6].map((value, i) => figure('persons-prosecuted', String(2005 + i), value)),
];

beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV', 'SI']),
    opened('c-b', '2008'),
    submitted('SV', '2008-01-20', salvador, [{ topic: 'protocol-ratified', paragraph: 5, footnote: 1 }]),
    submitted('GR', '2008-01-21', [
      figure('persons-prosecuted', '2003/2006', 304, { note: '=HYPERLINK("x")' }),
      figure('victims-identified', '2006', 62),
      figure('victims-identified', '2006', 43),
      figure('victims-identified', '2007', 50, { qualifier: 'at-least', breakdown: { sex: 'female' } }),
      figure('victims-identified', '2006', 9, { qualifier: 'fewer-than', breakdown: { sex: 'female' } }),
    ]),
    submitted(
      'LV',
      '2008-01-22',
      [],
      [
        { topic: 'shelters', paragraph: 61 },
        { topic: 'hotline', paragraph: 33, note: '-1+1' },
      ],
    ),
  );
  await store.apply();
});
afterAll(() => store.close());

const days = 'from=2008-01-01&to=2008-12-31';
/** One request for each address, by its path. */
const samples: Record<string, string> = {
  '/v1/observations/:id': '/v1/observations/c~SV~persons-prosecuted~_T~2006',
  '/v1/rounds/:collection/:round': '/v1/rounds/c/2008',
  '/v1/rounds/:id': '/v1/rounds/c%2F2008',
  '/v1/events/:position': '/v1/events/3',
  '/v1/events/:position/changes': '/v1/events/3/changes',
  '/v1/panels': '/v1/panels?region=419&indicator=persons-prosecuted&collection=c&from=2006&to=2007',
  '/v1/shares': '/v1/shares?indicator=persons-prosecuted&breakdown=sex:female',
  '/v1/revisions': `/v1/revisions?${days}`,
  '/v1/differences': '/v1/differences?collection=c&from=2008&to=2008',
  '/v1/schemas/:type/:version': '/v1/schemas/ReplySubmitted/1',
  '/v1/search': '/v1/search?q=salvador',
};
/** Documents are tested where some are kept. */
const told = routes.filter(({ path }) => !path.startsWith('/v1/documents/:document/'));
const sampleOf = (path: string) => samples[path] ?? path;

describe('every address', () => {
  it.each(told.map((r) => [r.path, r] as const))(
    '%s answers what its schema says, and no more',
    async (path, r) => {
      const { status, body, headers } = await store.get(sampleOf(path));
      expect(status).toBe(200);
      expect(r.answer.parse(body)).toEqual(body);
      expect(headers['etag']).toMatch(/^"5-[\w-]{16}"$/);
    },
  );
  it('answers something: no table of these is empty', async () => {
    for (const path of [
      'observations',
      'findings',
      'rounds',
      'inconsistencies',
      'respondents',
      'indicators',
      'topics',
    ])
      expect([path, (await store.get(`/v1/${path}`)).body.items.length > 0]).toEqual([path, true]);
  });
  it('stands in the documentation', async () => {
    const { paths } = (await store.get('/openapi.json')).body as { paths: Record<string, object> };
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    // The page and its assets are not part of the API, so they are not documented.
    const served = [...store.addresses]
      .filter((a) => a !== 'GET /' && !/^GET \/(assets|docs)\//.test(a))
      .map((a) => a.replace(/:(\w+)/g, '{$1}'));
    expect(served.sort()).toEqual(documented.sort());
    const docs = (await store.get('/docs')).text;
    const loaded = [...docs.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!);
    expect(loaded).toHaveLength(4);
    for (const path of loaded) expect([path, (await store.get(path)).status]).toEqual([path, 200]);
    expect((await store.get('/docs/start.js')).text).toContain("url: '/openapi.json'");
  });
  it('stands there in OpenAPI 3.1', async () => {
    const { body } = await store.get('/openapi.json');
    expect(await new Validator().validate(body)).toEqual({ valid: true });
    expect(body.openapi).toMatch(/^3\.1\./);
  });
});

describe('trends', () => {
  it('are the table of El Salvador, with Greece’s span beside the years', async () => {
    const { body } = await store.get('/v1/trends?respondent=SV,Greece&indicator=persons-prosecuted');
    expect(body.series.map((s: never) => [s['respondent'], s['years'], s['spans']])).toMatchObject([
      [{ code: 'GR', name: 'Greece' }, [], [{ from: '2003', to: '2006', value: 304 }]],
      [
        { code: 'SV' },
        [
          { year: 2005, value: 18 },
          { value: 37, change: 19 },
          { value: 6, change: -31 },
        ],
        [],
      ],
    ]);
  });
  it('keep their ratios when the parts come on different pages', async () => {
    const { ratios } = (await store.get('/v1/trends?respondent=SV')).body;
    expect(ratios).toHaveLength(6);
    const paged = await readPages('/v1/trends?respondent=SV', 1, 'ratios');
    expect(paged.sort(byText)).toEqual([...ratios].sort(byText));
  });
});

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** The items of all pages. */
async function readPages(url: string, limit: number, list = 'items'): Promise<unknown[]> {
  const items: unknown[] = [];
  let cursor = '';
  for (let i = 0; i < 1000; i += 1) {
    const { body } = await store.get(`${url}${url.includes('?') ? '&' : '?'}limit=${limit}${cursor}`);
    items.push(...body[list]);
    if (!body.next) return items;
    cursor = `&cursor=${body.next}`;
  }
  throw new Error('the pages do not end');
}

describe('pages', () => {
  it.each([
    ['/v1/observations', 'items'],
    ['/v1/observations?asOf=2008-12-31', 'items'],
    ['/v1/findings', 'items'],
    ['/v1/trends', 'series'],
    ['/v1/rounds', 'items'],
    ['/v1/inconsistencies', 'items'],
    ['/v1/topics', 'items'],
  ])('of %s hold every item once, whatever their size', async (url, list) => {
    const all = (await store.get(url)).body[list];
    for (const limit of [1, 2, 3, 7]) expect(await readPages(url, limit, list)).toEqual(all);
  });
  it('refuse a cursor that they did not give', async () => {
    expect((await store.get('/v1/observations?cursor=AA')).status).toBe(400);
    expect((await store.get('/v1/findings?cursor=%21%21')).status).toBe(400);
  });
});

describe('tables as text/csv', () => {
  const tables = routes.filter((r) => r.alsoAs?.includes('text/csv'));
  it.each(tables.map((r) => r.path))('%s has one header row and as many cells in every row', async (path) => {
    const { status, headers, text } = await store.get(sampleOf(path), { accept: 'text/csv' });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    const rows = parse(text) as string[][];
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows[0]!.every((cell) => /^[a-z_A-Z]+$/.test(cell))).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });
  it('hold no cell that a spreadsheet would run, and negative numbers as numbers', async () => {
    const { text } = await store.get('/v1/observations?respondent=GR', { accept: 'text/csv' });
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect((await store.get('/v1/findings', { accept: 'text/csv' })).text).toContain(",'-1+1,");
    expect((await store.get('/v1/trends?respondent=SV', { accept: 'text/csv' })).text).toContain(',-28,');
  });
  it('write ranges as low..high with open ends empty, and every value of a conflicting cell', async () => {
    const { text } = await store.get('/v1/trends?respondent=GR', { accept: 'text/csv' });
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows.find(({ year }) => year === '2007')).toMatchObject({
      value: '50',
      change: '42..',
      qualifier: 'at-least',
    });
    expect(rows.filter(({ value }) => value!.includes('62'))).toMatchObject([
      { value: '62 | 43', change: '' },
    ]);
  });
  it('are refused where there is no table, unless something else will do', async () => {
    expect((await store.get('/v1/events/3', { accept: 'text/csv' })).status).toBe(406);
    expect((await store.get('/v1/events/3', { accept: 'text/csv, */*;q=0.1' })).status).toBe(200);
    expect((await store.get('/v1/findings', { accept: 'image/png' })).status).toBe(406);
  });
});

describe('parameters', () => {
  it('that are unknown or hold unknown codes are refused all at once, with suggestions', async () => {
    const url = '/v1/trends?respondent=SV,Ira&indicator=persons-prosecutd&yaer=2005&from=x&asOf=2008-02-30';
    const { status, body, headers } = await store.get(url);
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
    const problems = body.problems as { pointer: string; suggestions?: string[] }[];
    expect(problems.map(({ pointer }) => pointer).sort()).toEqual([
      '/asOf',
      '/from',
      '/indicator',
      '/respondent',
      '/yaer',
    ]);
    const suggested = (pointer: string) => problems.find((p) => p.pointer === pointer)!.suggestions?.join();
    expect(suggested('/respondent')).toMatch(/IQ.*IR/);
    expect(suggested('/indicator')).toContain('persons-prosecuted');
  });
  it('that name a respondent only nearly are refused, as another State would be shown for it', async () => {
    const meant = 'did you mean NG (Nigeria) or NE (Niger)';
    for (const url of ['/v1/trends', '/v1/observations', '/v1/documents']) {
      const { status, body } = await store.get(`${url}?respondent=Nigerin`);
      expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(meant)]);
    }
  });
  it('with very many names are refused without looking for what each may mean', async () => {
    const names = (n: number) => Array.from({ length: n }, (_, i) => `Rep${i}`).join(',');
    const told = async (query: string) => {
      const { status, body, text } = await store.get(`/v1/observations?${query}`);
      expect(status).toBe(400);
      expect(text.length).toBeLessThan(20_000);
      return body.problems as { message: string; suggestions?: string[] }[];
    };
    expect(await told(`respondent=${names(1900)}`)).toEqual([
      expect.objectContaining({ message: 'names 1900 respondents; 500 at most' }),
    ]);
    expect(await told(`respondent=${names(400)}`)).toHaveLength(20);
    const parameters = Array.from({ length: 2000 }, (_, i) => `p${i}=1`).join('&');
    expect(await told(parameters)).toHaveLength(20);
    const long = 'x'.repeat(10_000);
    for (const query of [`respondent=${long}`, `indicator=${long}`, `${long}=1`]) await told(query);
  });
  it('with doubles ask for each respondent once', async () => {
    const once = await store.get('/v1/observations?respondent=419&limit=2');
    const often = await store.get(`/v1/observations?respondent=${Array(3000).fill('419').join(',')}&limit=2`);
    expect(often.body.items).toEqual(once.body.items);
    expect(once.body.items).toHaveLength(2);
  });
  it.each([
    '/v1/findings?topic=x',
    '/v1/trends?limit=0',
    '/v1/observations?asOf=0000-01-01',
    '/v1/trends?limit=1001',
    '/v1/trends?lang=xx',
    '/v1/rounds?a=b',
    '/v1/trends?from=2010&to=2005',
    `/v1/trends?breakdown=${'sex:female,age;sex;age,sex:male;'.repeat(100)}age:boy`,
    `/v1/trends?breakdown=${Array.from({ length: 60 }, (_, i) => `citizenship:a${i}`).join(';')}`,
    '/v1/observations?from=2010&to=2005',
    '/v1/revisions?collection=c&from=2010-01-02&to=2010-01-01',
  ])('%s is 400', async (url) => expect((await store.get(url)).status).toBe(400));
  it.each([
    '/v1/rounds/c/1999',
    '/v1/events/99',
    '/v1/events/x',
    '/v1/observations/x',
    '/v1/observations/%00',
    '/v1/x',
  ])('%s is 404', async (url) => {
    const { status, body } = await store.get(url);
    expect([status, body.status]).toEqual([404, 404]);
  });
});

it('an address that cannot be decoded is refused as all else is', async () => {
  const { status, body, headers } = await store.get('/v1/%zz');
  expect([status, body.status]).toEqual([400, 400]);
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
});

it('says which respondents count what others count too', async () => {
  const { body } = await store.get('/v1/respondents?limit=1000');
  const aggregates = body.items.filter(({ aggregate }: { aggregate?: true }) => aggregate);
  expect(aggregates.map(({ code }: { code: string }) => code)).toContain('CAS');
  expect(aggregates.map(({ kind }: { kind: string }) => kind)).not.toContain('area');
});

describe('languages', () => {
  const name = async (query: string, header?: string) => {
    const { body, headers } = await store.get(
      `/v1/respondents?limit=1000${query}`,
      header ? { 'accept-language': header } : {},
    );
    expect(headers['vary']).toBe('Accept, Accept-Encoding, Accept-Language');
    const item = body.items.find(({ code }: { code: string }) => code === 'SV');
    return [item.name, headers['content-language']];
  };
  it('follow lang, then Accept-Language, then English', async () => {
    expect(await name('&lang=zh')).toEqual(['萨尔瓦多', 'zh']);
    expect(await name('', 'de, zh-CN;q=0.8, en;q=0.5')).toEqual(['萨尔瓦多', 'zh']);
    expect(await name('&lang=en', 'zh')).toEqual(['El Salvador', 'en']);
    expect(await name('')).toEqual(['El Salvador', 'en']);
  });
});

describe('ETag', () => {
  it('answers 304 without a body while nothing changed, to this language and media type only', async () => {
    const { headers } = await store.get('/v1/findings');
    const etag = headers['etag']!;
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await store.get('/v1/findings', { 'if-none-match': tag });
      expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag]);
    }
    const others: Record<string, string>[] = [{ accept: 'text/csv' }, { 'accept-language': 'zh' }];
    for (const other of others)
      expect((await store.get('/v1/findings', { ...other, 'if-none-match': etag })).status).toBe(200);
  });
});

describe('vintages', () => {
  const value = (body: { items: { value: number }[] }) => body.items.map((item) => item.value);
  const url = '/v1/observations?respondent=SV&indicator=persons-prosecuted&from=2007&to=2007';
  const at = '&at=5&asOf=2008-01-31';

  it('stay the same, byte for byte; a correction recorded later leaks into no earlier position', async () => {
    const paths = told.filter((r) => r.path !== '/v1/revisions').map((r) => sampleOf(r.path));
    const urls = paths.map((path) => `${path}${path.includes('?') ? '&' : '?'}${at.slice(1)}`);
    const before = await Promise.all(urls.map((u) => store.get(u)));
    expect(value((await store.get(`${url}&at=5`)).body)).toEqual([6]);
    // Received before the cut, recorded after it.
    await store.record(corrected('SV', '2008-01-25', [figure('persons-prosecuted', '2007', 8)]));
    await store.apply();
    const after = await Promise.all(urls.map((u) => store.get(u)));
    expect(after.map(({ text, headers }) => [text, headers['etag']])).toEqual(
      before.map(({ text, headers }) => [text, headers['etag']]),
    );
    await waitFor(async () => value((await store.get(url)).body)[0] === 8);
    expect(value((await store.get(`${url}&at=5`)).body)).toEqual([6]);
    expect(value((await store.get(`${url}&asOf=2008-01-24`)).body)).toEqual([6]);
    expect(value((await store.get(`${url}&asOf=2008-01-25`)).body)).toEqual([8]);
  });
  it('without a position include an old reply that was recorded late', async () => {
    const old = '/v1/observations?respondent=CN&asOf=2008-01-10';
    expect(value((await store.get(old)).body)).toEqual([]);
    await store.record(submitted('CN', '2008-01-10', [figure('victims-rescued', '2006', 371)]));
    await store.apply();
    await waitFor(async () => value((await store.get(old)).body)[0] === 371);
    expect(value((await store.get(`${old}&at=5`)).body)).toEqual([]);
  });
  it('that the tables have not come to are refused', async () => {
    expect((await store.get('/v1/trends?at=8')).body).toMatchObject({ status: 400, position: 7 });
    expect((await store.get('/v1/trends?at=7')).status).toBe(200);
  });
});

/** Waits, for less than the second after which the cache looks by itself: so it must have been notified. */
async function waitFor(isThere: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 700;
  while (!(await isThere())) {
    if (Date.now() > deadline) throw new Error('the answer did not change');
    await sleep(10);
  }
}

describe('wait', () => {
  const next = (year: string) => submitted('FR', '2008-01-23', [figure('victims-rescued', year, 5)]);
  it('holds the answer until the tables include the event', async () => {
    const token = await store.record(next('2005'));
    const asked = Date.now();
    const answering = store.get(`/v1/observations?respondent=FR&wait=${token}`);
    await sleep(200);
    await store.apply();
    const { status, body } = await answering;
    expect([status, body.items.length, body.position]).toEqual([200, 1, 8]);
    expect(Date.now() - asked).toBeLessThan(2000);
  });
  it('gives up after five seconds', async () => {
    const token = await store.record(corrected('FR', '2008-01-25', [figure('victims-rescued', '2005', 6)]));
    const asked = Date.now();
    const { status, headers } = await store.get(`/v1/trends?wait=${token}`);
    expect([status, headers['retry-after']]).toEqual([503, '1']);
    expect(Date.now() - asked).toBeGreaterThanOrEqual(5000);
    expect(Date.now() - asked).toBeLessThan(6500);
    await store.apply();
  }, 20_000);
  it('refuses a token that is none, or that nobody gave', async () => {
    expect((await store.get('/v1/trends?wait=x')).status).toBe(400);
    expect((await store.get(`/v1/trends?wait=${'A'.repeat(22)}`)).status).toBe(400);
  });
});

describe('a dead letter', () => {
  it('makes the service unready, and every answer says so', async () => {
    expect((await store.get('/health/ready')).body).toMatchObject({ ready: true, reasons: [] });
    const tag = (await store.get('/v1/trends')).headers['etag']!;
    await store.pool.query(
      "INSERT INTO tables.dead_letters (position, stream, reason) VALUES (1, 's', 'r'); NOTIFY rapporteur_tables",
    );
    const ready = await store.get('/health/ready');
    expect([ready.status, ready.body.ready]).toEqual([503, false]);
    const documented = (await store.get('/openapi.json')).body.paths['/health/ready'].get.responses;
    expect(Object.keys(documented['503'].content)).toEqual([ready.headers['content-type']!.split(';')[0]]);
    expect(ready.body.reasons[0]).toMatch(/degraded: 1/);
    await waitFor(async () => (await store.get('/v1/trends')).headers['rapporteur-degraded'] !== undefined);
    expect((await store.get('/v1/trends', { 'if-none-match': tag })).status).toBe(200);
    expect((await store.get('/health/live')).status).toBe(200);
  });

  it('shows in every form of an answer that it touches, and not in those before it', async () => {
    await store.pool.query(
      "DELETE FROM tables.dead_letters; INSERT INTO tables.dead_letters (position, stream, reason) VALUES (5, 's', 'r'); NOTIFY rapporteur_tables",
    );
    await sleep(100);
    const told = '1 event up to this position could not be applied';
    const at = async (address: string) => store.get(address);
    expect((await at('/v1/observations')).body).toMatchObject({ degraded: 1 });
    expect(JSON.stringify((await at('/v1/observations?format=json-stat')).body.note)).toContain(told);
    const sheets = unzipSync((await store.get('/v1/observations?format=xlsx')).bytes);
    expect(Object.values(sheets).some((bytes) => strFromU8(bytes).includes(told))).toBe(true);
    const files = unzipSync((await store.get('/v1/package')).bytes);
    expect(strFromU8(files['README.md']!)).toContain(`**Incomplete**: ${told}`);
    expect(JSON.parse(strFromU8(files['datapackage.json']!))).toMatchObject({
      description: expect.stringContaining(told),
    });
    for (const format of ['csv', 'xlsx', 'json-stat', 'json'])
      expect((await store.get(`/v1/trends?format=${format}`)).headers['rapporteur-degraded']).toMatch(/^1 /);
    const before = await at('/v1/observations?at=4');
    expect(before.headers).not.toHaveProperty('rapporteur-degraded');
    expect(before.body).not.toHaveProperty('degraded');
  });
});

describe('an event that nobody can read, and that is set aside', () => {
  it('is told in every form of an answer that it touches, at its position or later, and in no other', async () => {
    const reply = submitted('JP', '2008-01-22', [figure('persons-prosecuted', '2007', 3)]);
    const odd = { ...reply.data, observations: [{ row: 1.5 }] };
    const meta = {
      recordedBy: 't',
      recordedAt: '2008-02-01T00:00:00Z',
      correlationId: 'c',
      causationId: 'r',
    };
    const event = { ...toNewEvent(reply, randomUUID(), meta), data: odd };
    await storeUnchecked(store.pool, [{ stream: 'reply/c/2008/JP', expectedVersion: 0, events: [event] }]);
    await store.record();
    await store.pool.query('DELETE FROM tables.dead_letters');
    await store.apply();
    const { position } = (await store.get('/v1/vintages')).body;
    await setEventAside(store.pool, position, 'a row number of 1.5', meta);
    await store.record();
    await store.apply();
    await waitFor(async () => (await store.get('/v1/vintages')).body.position === position + 1);

    const aside = [{ event: position, round: 'c/2008', respondent: 'JP', reason: 'a row number of 1.5' }];
    const touched = [
      '/v1/observations',
      '/v1/observations?respondent=JP,GR',
      `/v1/observations?respondent=030&at=${position}`,
      '/v1/trends?respondent=JP&collection=c',
      '/v1/rounds/c/2008',
      '/v1/rounds/c%2F2008',
      '/v1/findings',
      '/v1/panels?region=142&indicator=persons-prosecuted&collection=c&from=2006&to=2007',
    ];
    for (const address of touched) {
      const { body, headers } = await store.get(address);
      expect([address, body.setAside]).toEqual([address, aside]);
      expect(headers['rapporteur-set-aside']).toContain(String(position));
      expect(body).not.toHaveProperty('degraded');
    }
    for (const address of [
      '/v1/observations?respondent=GR',
      '/v1/observations?collection=c-b',
      `/v1/observations?at=${position - 1}`,
      '/v1/rounds/c-b/2008',
      '/v1/observations/c~SV~persons-prosecuted~_T~2006',
      '/v1/panels?region=419&indicator=persons-prosecuted&collection=c&from=2006&to=2007',
    ]) {
      const { body, headers } = await store.get(address);
      expect([address, body.setAside, headers['rapporteur-set-aside']]).toEqual([
        address,
        undefined,
        undefined,
      ]);
    }
    const told = `event ${position} (c/2008, JP) cannot be read and is set aside (a row number of 1.5)`;
    expect((await store.get('/v1/observations?format=json-stat')).body.note).toEqual([
      expect.stringContaining(told),
    ]);
    const sheets = unzipSync((await store.get('/v1/observations?format=xlsx')).bytes);
    expect(Object.values(sheets).some((bytes) => strFromU8(bytes).includes(told))).toBe(true);
    const files = unzipSync((await store.get('/v1/package')).bytes);
    expect(strFromU8(files['README.md']!)).toContain(`**Incomplete**: ${told}`);
    const picture = await store.get('/v1/charts/trend.svg?indicator=persons-prosecuted&respondent=JP,GR');
    const written = [...picture.text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line]) => line);
    expect(written.join(' ')).toContain(told);
    expect((await store.get('/v1/trends?format=csv')).headers['rapporteur-set-aside']).toContain(
      String(position),
    );
    expect((await store.get('/health/ready')).status).toBe(200);
    const { TrendsAnswer } = (await store.get('/openapi.json')).body.components.schemas;
    expect(Object.keys(TrendsAnswer.properties.setAside.items.properties)).toEqual(Object.keys(aside[0]!));
  });
});
