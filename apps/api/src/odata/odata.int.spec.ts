/** OData over HTTP against a real PostgreSQL: what there is, filters, order, pages at one position, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { gunzipSync } from 'node:zlib';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';
import { sortedAtMost } from './read-page.js';

let store: FilledStore;
const root = '/odata/v4';
const origin = 'http://localhost:80';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** More than one page, and more than one part of the table. */
const many = letters
  .flatMap((a) => letters.map((b) => `x-${a}${b}`.toLowerCase()))
  .flatMap((citizenship, i) =>
    ['female', 'male'].map((sex) =>
      figure('victims-identified', '2006', i, { breakdown: { citizenship, sex } }),
    ),
  );

beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV', 'SI']),
    submitted(
      'SV',
      '2008-01-20',
      [
        ...[18, 37, 6].map((value, i) => figure('persons-prosecuted', String(2005 + i), value)),
        figure('persons-prosecuted', '2008', 8, { qualifier: 'at-least', note: "O'Neill & <Zoë> 记录者" }),
      ],
      [{ topic: 'shelters', paragraph: 43, note: '-1+1' }],
    ),
    submitted('GR', '2008-01-21', [
      figure('persons-prosecuted', '2003/2006', 304),
      figure('persons-convicted', '2006', 62),
      figure('persons-convicted', '2006', 43),
      figure('persons-arrested', '2006', 7, { footnote: 3 }),
    ]),
    submitted('PE', '2008-01-22', many),
    opened('d', '2009', ['FR']),
  );
  await store.apply();
}, 60_000);
afterAll(() => store.close());

type Entity = Record<string, string | number | boolean | null>;
interface Page {
  value: Entity[];
  '@odata.nextLink'?: string;
  '@odata.count'?: number;
}
const ask = (path: string, headers = {}) => store.get(`${root}${path}`, headers);
const address = (set: string, options: Record<string, string>) =>
  `/${set}?${new URLSearchParams(options)}`.replaceAll('%24', '$');
async function find(set: string, options: Record<string, string> = {}): Promise<Page> {
  const { status, body } = await ask(address(set, options));
  expect([options, status, body.error]).toEqual([options, 200, undefined]);
  return body as Page;
}
/** All pages, and the addresses of those after the first. */
async function readPages(set: string, options: Record<string, string> = {}, headers = {}) {
  const value: Entity[] = [];
  const links: string[] = [];
  let path: string | undefined = address(set, options);
  let count: number | undefined;
  while (path) {
    const { body } = (await ask(path, headers)) as unknown as { body: Page };
    value.push(...body.value);
    count ??= body['@odata.count'];
    const next: string | undefined = body['@odata.nextLink'];
    if (next) links.push(next);
    path = next?.slice(`${origin}${root}`.length);
  }
  return { value, links, count };
}
const filtered = async (set: string, $filter: string) => (await find(set, { $filter })).value;

describe('the service', () => {
  it('says which entity sets there are, also without a slash at its end', async () => {
    for (const path of ['', '/']) {
      const { status, headers, body } = await ask(path);
      expect([status, headers['odata-version'], headers['content-type']]).toEqual([
        200,
        '4.0',
        'application/json;odata.metadata=minimal',
      ]);
      expect(body['@odata.context']).toBe(`${origin}${root}/$metadata`);
      expect(body.value.map(({ name }: { name: string }) => name)).toEqual([
        'Observations',
        'Trends',
        'Findings',
        'Coverage',
      ]);
    }
  });

  it('describes them in CSDL: every entity has the properties that its type has, of their types', async () => {
    const { headers, text } = await ask('/$metadata');
    expect(headers['content-type']).toBe('application/xml');
    const types = new Map<string, Map<string, string>>();
    let last = '';
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      const { Name = '', Type = '' } = attributes as Record<string, string>;
      if (name === 'EntityType') types.set((last = Name), new Map());
      if (name === 'Property') types.get(last)!.set(Name, Type);
    });
    parser.write(text).close();
    const sets = {
      Observation: 'Observations',
      Trend: 'Trends',
      Finding: 'Findings',
      CoverageOfRespondent: 'Coverage',
    };
    expect([...types.keys()]).toEqual(Object.keys(sets));
    const check: Record<string, (value: unknown) => boolean> = {
      'Edm.String': (value) => typeof value === 'string' && value !== '',
      'Edm.Int64': Number.isSafeInteger,
      'Edm.Double': (value) => typeof value === 'number',
      'Edm.Boolean': (value) => typeof value === 'boolean',
      'Edm.Date': (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
    };
    for (const [type, set] of Object.entries(sets)) {
      const { value } = await readPages(set);
      expect([set, value.length > 0]).toEqual([set, true]);
      const names = [...types.get(type)!.keys()].join();
      expect(value.filter((entity) => Object.keys(entity).join() !== names)).toEqual([]);
      // All at once: to expect each of thousands by itself takes seconds.
      const wrong = value.flatMap((entity) =>
        Object.entries(entity).filter(
          ([name, one]) => one !== null && !check[types.get(type)!.get(name)!]!(one),
        ),
      );
      expect([set, wrong]).toEqual([set, []]);
      expect(new Set(value.map(({ key }) => key)).size).toBe(value.length);
    }
  }, 30_000);

  it('has the rows of the tables of /v1', async () => {
    const { items } = (await store.get('/v1/observations?respondent=SV,GR')).body;
    const { value } = await find('Observations', { $filter: "respondent in ('SV','GR')" });
    expect(value.map(({ id, value: one, event }) => [id, one, event])).toEqual(
      items.map((item: Entity) => [item['id'], item['value'], item['event']]),
    );
    const conflicting = value.filter(({ id }) => id === 'c~GR~persons-convicted~_T~2006');
    expect(conflicting.map(({ key, value: one }) => [key, one])).toEqual([
      ['c~GR~persons-convicted~_T~2006', 62],
      ['c~GR~persons-convicted~_T~2006#2', 43],
    ]);
    expect((await filtered('Trends', "respondent eq 'GR' and value_text ne null"))[0]).toMatchObject({
      value: null,
      value_text: '62 | 43',
    });
    expect((await find('Coverage')).value.map(({ key, listed, replied }) => [key, listed, replied])).toEqual([
      ['c/2008~GR', false, true],
      ['c/2008~PE', false, true],
      ['c/2008~SI', true, false],
      ['c/2008~SV', true, true],
      ['d/2009~FR', true, false],
    ]);
  });
});

describe('a filter', () => {
  const years = async ($filter: string) =>
    (await filtered('Observations', `respondent eq 'SV' and (${$filter})`)).map(({ period }) => period);

  it.each([
    ['value gt 8', ['2005', '2006']],
    ['value ge 8 and value le 18', ['2005', '2008']],
    ['8 lt value', ['2005', '2006']],
    ["period eq '2005' or period eq '2007'", ['2005', '2007']],
    ["period in ('2005','2007', '1999')", ['2005', '2007']],
    ['value in (6, 18.0)', ['2005', '2007']],
    ["not (period eq '2005')", ['2006', '2007', '2008']],
    ['note ne null', ['2008']],
    ['note eq null and value lt 10', ['2007']],
    ["contains(note,'Neill')", ['2008']],
    // What is missing contains nothing, nor is it known not to.
    ["not contains(note,'Neill')", []],
    ["startswith(note,'O''Neill') and endswith(note,'记录者')", ['2008']],
    ["contains(tolower(note),'zoë')", ['2008']],
    ["toupper(qualifier) eq 'AT-LEAST'", ['2008']],
    ['paragraph eq 14 and footnote eq null', ['2005', '2006', '2007', '2008']],
    ['received_on ge 2008-01-20', ['2005', '2006', '2007', '2008']],
    ["received_on gt '2008-01-20'", []],
    ['footnote gt 1', []],
    ['not (footnote gt 1)', ['2005', '2006', '2007', '2008']],
    ["respondent eq 'GR'", []],
    ["respondent eq 'nobody' or value eq 6", ['2007']],
    ['true', ['2005', '2006', '2007', '2008']],
    ['value gt 1e1 and value lt 2.5E+1', ['2005']],
    ['value lt INF', ['2005', '2006', '2007', '2008']],
  ])('%s', async (filter, expected) => expect(await years(filter)).toEqual(expected));

  it('by yes and no', async () => {
    const keys = async ($filter: string) =>
      (await filtered('Coverage', $filter)).map(({ respondent }) => respondent);
    expect(await keys('listed and not replied')).toEqual(['SI', 'FR']);
    expect(await keys('replied eq true and listed eq false')).toEqual(['GR', 'PE']);
    expect(await keys("round eq 'd/2009'")).toEqual(['FR']);
  });

  it('for nobody finds nothing, and is no error', async () => {
    expect(await filtered('Observations', "respondent eq 'XX'")).toEqual([]);
    expect(await filtered('Observations', "respondent eq 'SV' and respondent eq 'GR'")).toEqual([]);
    for (const set of ['Observations', 'Trends', 'Findings'])
      expect(await filtered(set, "respondent eq '\u0000' or respondent eq 'S\u0000V'")).toEqual([]);
    expect(await filtered('Coverage', "round eq '\u0000'")).toEqual([]);
    expect(await filtered('Findings', "topic eq 'x''; DROP TABLE log; --'")).toEqual([]);
    expect((await filtered('Findings', "topic eq 'shelters'"))[0]).toMatchObject({
      respondent: 'SV',
      note: '-1+1',
    });
  });

  it.each([
    ['value gt', '"the end"'],
    ['value gt 5 6', '"6"'],
    ['value > 5', '"> 5"'],
    ["period eq '2005", 'cannot be read'],
    ['value eq 9007199254740993', 'exactly'],
    ['values gt 5', 'no property "values"'],
    ["value gt '5'", 'a number cannot be compared with a string'],
    ['constructor eq null', 'no property "constructor"'],
    ['note', 'neither true nor false'],
    ['not note eq null', 'parentheses'],
    ["contains(value,'1')", 'takes texts'],
    ['(value gt 5', 'expected'],
    ['value gt 5)', 'expected'],
    ["(value gt 5) eq 'x'", 'expected'],
  ])('%s is refused', async (filter, words) => {
    const { status, headers, body } = await ask(address('Observations', { $filter: filter }));
    expect([status, headers['content-type']]).toEqual([400, 'application/json;odata.metadata=minimal']);
    expect(body.error).toMatchObject({ code: 'bad-option', target: '$filter' });
    expect(body.error.message).toContain(words);
  });

  it.each([
    ['parentheses', `${'('.repeat(5000)}value gt 5${')'.repeat(5000)}`, 'deep'],
    ['functions', `${'tolower('.repeat(500)}note${')'.repeat(500)} eq 'x'`, 'deep'],
    ['"not"', `${'not '.repeat(900)}(value eq 1)`, 'deep'],
    ['comparisons', Array.from({ length: 500 }, () => 'value eq 1').join(' or '), 'more than 1000'],
    ['a list', `value in (${'1,'.repeat(600)}1)`, 'more than 1000'],
    ['a text without an end', `note eq '${"''".repeat(4000)}`, 'cannot be read'],
  ])('that is too long or too deep is refused at once: %s', async (_, filter, words) => {
    const begun = performance.now();
    const { status, body } = await ask(address('Observations', { $filter: filter }));
    expect([status, body.error.code]).toEqual([400, 'bad-option']);
    expect(body.error.message).toContain(words);
    expect(body.error.message.length).toBeLessThan(200);
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it('that asks for more than there is here is told so', async () => {
    const { status, body } = await ask(address('Observations', { $filter: 'year(received_on) eq 2008' }));
    expect([status, body.error.code]).toEqual([501, 'not-offered']);
  });
});

describe('entities', () => {
  it('come sorted, what is missing first, and what is alike in the order of the table', async () => {
    const $filter = "respondent in ('SV','GR')";
    const order = async ($orderby: string) =>
      (await find('Observations', { $filter, $orderby })).value.map(({ value }) => value);
    expect(await order('value')).toEqual([6, 7, 8, 18, 37, 43, 62, 304]);
    expect(await order('respondent desc, value desc')).toEqual([37, 18, 8, 6, 304, 62, 43, 7]);
    const { value } = await find('Observations', { $filter, $orderby: 'footnote desc,note asc' });
    expect(value.map(({ footnote }) => footnote)).toEqual([3, ...Array<null>(7).fill(null)]);
    expect(value.at(-1)!['note']).toContain('Neill');
  });

  it('have the properties that are selected', async () => {
    const { value, ...rest } = await find('Observations', {
      $select: 'value, period',
      $top: '1',
      $filter: "respondent eq 'SV'",
    });
    expect(value).toEqual([{ period: '2005', value: 18 }]);
    expect(rest).toEqual({ '@odata.context': `${origin}${root}/$metadata#Observations(value,period)` });
    expect(
      Object.keys((await find('Observations', { $select: '*', $top: '1' })).value[0]!).length,
    ).toBeGreaterThan(20);
  });

  it('are counted, with and without their values', async () => {
    const $filter = "respondent eq 'PE' and contains(breakdown,'sex:female')";
    const { '@odata.count': count, value } = await find('Observations', {
      $filter,
      $count: 'true',
      $top: '3',
      $skip: '2',
    });
    expect([count, value.length]).toEqual([676, 3]);
    const alone = await ask(address('Observations/$count', { $filter }));
    expect([alone.status, alone.headers['content-type'], alone.text]).toEqual([200, 'text/plain', '676']);
    expect((await find('Observations', { $top: '0', $count: 'true' })).value).toEqual([]);
  });

  it.each<Record<string, string>>([
    {},
    { $orderby: 'value desc' },
    { $filter: 'value ge 0', $count: 'true' },
  ])(
    'come in pages, each once: %j',
    async (options) => {
      const whole = await readPages('Observations', options);
      expect(whole.value).toHaveLength(many.length + 8);
      expect(whole.links.length).toBe(1);
      expect(new Set(whole.value.map(({ key }) => key)).size).toBe(whole.value.length);
      const small = await readPages('Observations', options, { prefer: 'odata.maxpagesize=300' });
      expect([small.links.length, small.count]).toEqual([4, whole.count]);
      expect(small.value).toEqual(whole.value);
      const some = await readPages(
        'Observations',
        { ...options, $top: '700', $skip: '500' },
        { prefer: 'odata.maxpagesize=300' },
      );
      expect([some.value.length, some.links.length]).toEqual([700, 2]);
      expect(some.value).toEqual(whole.value.slice(500, 1200));
    },
    30_000,
  );

  it('come all from the position of the first page, whatever is recorded meanwhile', async () => {
    const before = await readPages('Observations');
    const first = await ask('/Observations', { prefer: 'odata.maxpagesize=4' });
    await store.record(corrected('SV', '2008-03-01', [figure('persons-prosecuted', '2007', 77)]));
    await store.apply();
    const next = first.body['@odata.nextLink'] as string;
    expect(next).toContain('?at=5&$skiptoken=');
    const rest: Entity[] = [];
    for (let path: string | undefined = next.slice(`${origin}${root}`.length); path;) {
      const { body } = (await ask(path)) as unknown as { body: Page };
      rest.push(...body.value);
      path = body['@odata.nextLink']?.slice(`${origin}${root}`.length);
    }
    expect([...first.body.value, ...rest]).toEqual(before.value);
    const changed = "id eq 'c~SV~persons-prosecuted~_T~2007'";
    expect((await filtered('Observations', changed))[0]).toMatchObject({
      value: 77,
      received_on: '2008-03-01',
    });
    expect((await find('Observations', { $filter: changed, asOf: '2008-02-01' })).value[0]).toMatchObject({
      value: 6,
    });
  });

  it('are found by their keys', async () => {
    for (const set of ['Observations', 'Trends', 'Findings', 'Coverage']) {
      const { value } = await find(set, { $filter: "contains(key,'GR') or contains(key,'shelters')" });
      for (const entity of value) {
        const { status, body } = await ask(`/${set}('${encodeURIComponent(String(entity['key']))}')`);
        const { '@odata.context': context, ...found } = body;
        expect([status, context, found]).toEqual([200, `${origin}${root}/$metadata#${set}/$entity`, entity]);
      }
    }
    expect((await ask("/Findings(key='x''y')")).status).toBe(404);
  }, 30_000);

  it('are named in the language asked for, and zipped for those who take it', async () => {
    const $filter = "respondent eq 'GR' and footnote eq 3";
    const { value } = await find('Observations', { $filter, lang: 'fr' });
    expect(value[0]!['respondent_name']).toBe('Grèce');
    const zipped = await ask(address('Observations', { $filter }), { 'accept-encoding': 'gzip' });
    expect(JSON.parse(gunzipSync(zipped.bytes).toString()).value).toHaveLength(1);
  });

  it.each([
    ['/Nothing', 404, 'not-found'],
    ['/__proto__', 404, 'not-found'],
    ['/Observations/value', 404, 'not-found'],
    ["/Observations('nothing')", 404, 'not-found'],
    ["/Observations('c~%00')", 404, 'not-found'],
    ["/Coverage('%00~SV')", 404, 'not-found'],
    ['/Observations?$top=-1', 400, 'bad-option'],
    ['/Observations?$top=99999999999999999999', 400, 'bad-option'],
    ['/Observations?$top=1&$top=2', 400, 'bad-option'],
    ['/Observations?$orderby=nothing', 400, 'bad-option'],
    ['/Observations?$orderby=value;DROP TABLE log', 400, 'bad-option'],
    ['/Observations?$select=nothing', 400, 'bad-option'],
    ['/Observations?$count=1', 400, 'bad-option'],
    ['/Observations?$skiptoken=x', 400, 'bad-option'],
    [
      `/Observations?$skiptoken=${Buffer.from('{"taken":0,"part":"!!"}').toString('base64url')}`,
      400,
      'bad-parameters',
    ],
    ['/Observations?$nothing=1', 400, 'bad-option'],
    ['/Observations?nothing=1', 400, 'bad-option'],
    ['/Observations?asOf=2008-02-30', 400, 'bad-option'],
    ['/Observations?at=999', 400, 'position-not-reached'],
    ['/Observations?$expand=Respondent', 501, 'not-offered'],
    ['/Observations?$apply=aggregate(value)', 501, 'not-offered'],
    ['/Observations?$format=atom', 406, 'only-as-json'],
    ['/$metadata?$format=json', 406, 'only-as-xml'],
    [`/Observations?$orderby=value&$skip=${sortedAtMost}`, 400, 'too-much-to-sort'],
  ])('are refused as OData says: %s', async (path, status, code) => {
    const answer = await ask(path);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.headers['odata-version']).toBe('4.0');
    expect(answer.body.error.message).toBeTruthy();
  });

  it('are all given to one who asks for very many', async () => {
    const { value } = await readPages('Observations', { $top: '999999999999999' });
    expect(value).toHaveLength(many.length + 8);
  });
});
