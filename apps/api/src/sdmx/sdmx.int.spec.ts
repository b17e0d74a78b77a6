/** What `/sdmx` answers, against `/v1/observations` of the same tables. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { gunzipSync } from 'node:zlib';
import { groupBy, type DomainEvent } from '@rapporteur/domain';
import {
  corrected,
  figure,
  openFilledStore,
  opened,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';

type Row = Record<string, string>;
let store: FilledStore;
let address: string;
const written = '=18 "eighteen", <b>\n&';

const withdrawn: DomainEvent = {
  type: 'ReplyWithdrawn',
  data: {
    collection: 'c',
    round: '2008',
    respondent: 'PE',
    receivedOn: '2008-02-20',
    receivedPrecision: 'on',
    late: true,
    reason: 'sent by mistake',
    reference: null,
  },
} as unknown as DomainEvent;

beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008'),
    submitted('SV', '2008-01-20', [
      figure('persons-prosecuted', '2005', 18, { asWritten: written }),
      figure('persons-prosecuted', '2006', 37),
      figure('persons-prosecuted', '2003/2006', 99),
      figure('persons-prosecuted', '2007', 5, { qualifier: 'fewer-than' }),
      figure('victims-detected', '2007', 40, { breakdown: { sex: 'female' } }),
      figure('victims-detected', '2007', 60, { breakdown: { sex: 'female' }, paragraph: 15 }),
      figure('victims-assisted', '../2007-06', 12),
    ]),
    submitted('GR', '2008-01-24', [
      figure('persons-prosecuted', '2005', 3),
      { ...figure('persons-prosecuted', '2006', 0), value: null, qualifier: 'none-known' },
      figure('victims-detected', '2007', 7),
    ]),
    submitted('PE', '2008-02-03', [figure('persons-prosecuted', '2005', 8)]),
    corrected('SV', '2008-02-10', [figure('persons-prosecuted', '2006', 38)]),
    withdrawn,
  );
  await store.apply();
  address = await store.listen();
});
afterAll(() => store.close());

const csv2 = 'application/vnd.sdmx.data+csv;version=2.0.0';
const get = (path: string, accept?: string) =>
  store.get(`/sdmx${path}`, accept === undefined ? {} : { accept });
const rowsOf = (text: string) => parse(text, { columns: true }) as Row[];
const read = async (path: string) => rowsOf((await get(path, csv2)).text);
const data = '/v2/data/dataflow/RAPPORTEUR';

/** What `/v1/observations` says of each cell: place, period, values and event. */
async function observations(query: string): Promise<string[]> {
  const { body } = await store.get(`/v1/observations?limit=1000&${query}`);
  const cells = groupBy(body.items as { id: string; event: number }[], ({ id }) => id);
  return [...cells.values()].map((all) => `${all[0]!.id} ${all[0]!.event}`).sort();
}

/** The same of rows of both flows. */
const shown = (rows: readonly Row[]) => rows.map(({ EVENT, ...row }) => `${idOf(row)} ${EVENT}`).sort();
function idOf(row: Row): string {
  const breakdown = row['SEX'] === 'F' ? 'sex:female' : '_T';
  const period = (row['TIME_DETAIL'] || row['TIME_PERIOD'])!;
  const key = period.startsWith('../') ? `upto-${period.slice(3)}` : period.replace('/', '..');
  return [row['COLLECTION'], row['REF_AREA'], row['INDICATOR'], breakdown, key].join('~');
}
const bothFlows = async (query: string) => {
  const flows = await Promise.all(
    ['FIGURES', 'FIGURES_UNTIMED'].map((flow) => get(`${data}/${flow}/1.0.0/*?${query}`, csv2)),
  );
  return flows.flatMap(({ status, text }) => (status === 204 ? [] : rowsOf(text)));
};

describe('data', () => {
  it('has every cell of /v1/observations, in one flow or the other', async () => {
    expect(shown(await bothFlows(''))).toEqual(await observations(''));
  });

  it('has texts as they were written, in CSV without formulas that a spreadsheet would run', async () => {
    const query = '*.*.SV.persons-prosecuted.*.*.*.*.*.*.*.*?c[TIME_PERIOD]=2005';
    const [row] = await read(`${data}/FIGURES/1.0.0/${query}`);
    expect(row!['AS_WRITTEN']).toBe(`'${written}`);
    const { body } = await get(`${data}/FIGURES/1.0.0/${query}`, '*/*');
    expect(Object.values(body.data.dataSets[0].observations)[0]).toContain(written);
    const { text } = await get(`${data}/FIGURES/1.0.0/${query}`, 'application/xml');
    expect(text).toContain(' AS_WRITTEN="=18 &quot;eighteen&quot;, &lt;b&gt;&#10;&amp;"');
  });

  it('says what is no number by its bounds', async () => {
    const rows = await read(`${data}/FIGURES/1.0.0/*?c[TIME_PERIOD]=2007&c[REF_AREA]=SV`);
    expect(
      rows.map((row) => [row['OBS_VALUE'], row['LOWER_BOUND'], row['UPPER_BOUND'], row['QUALIFIER']]),
    ).toEqual([
      ['NaN', '0', '4', 'FEWER_THAN'],
      ['NaN', '40', '60', 'CONFLICTING'],
    ]);
  });

  it.each([
    ['/v1/data/FIGURES/..SV.........', 'application/vnd.sdmx.genericdata+xml;version=2.1'],
    ['/v1/data/RAPPORTEUR,FIGURES,1.0.0/all/', 'application/vnd.sdmx.structurespecificdata+xml;version=2.1'],
    [
      '/v1/data/RAPPORTEUR%2CFIGURES%2C1.0/..SV%2BGR........./ALL?startPeriod=2005',
      'application/vnd.sdmx.data+csv;version=1.0.0',
    ],
    ['/v1/data/FIGURES/all/all/', 'application/vnd.sdmx.data+json;version=1.0.0'],
    ['/v2/data/dataflow/*/FIGURES/~/*', 'application/vnd.sdmx.data+json;version=2.0.0'],
    ['/v2/data/*/*/FIGURES/+/%2A', 'application/vnd.sdmx.data+csv;version=2.1.0'],
    ['/v2/data/dataflow/RAPPORTEUR/FIGURES', 'application/vnd.sdmx.data+xml;version=3.0.0'],
    ['/v2/data/dataflow/RAPPORTEUR/SDG_16_2_2/1.0.0/*.*.VC_HTF_DETV.*.*.*.*.*.*.*.*.*.*.*.*', csv2],
  ])('%s is given as %s', async (path, media) => {
    const { status, headers, text } = await get(path, media);
    expect([status, headers['content-type']]).toEqual([
      200,
      media + (media.includes('csv') ? '; charset=utf-8' : ''),
    ]);
    expect(headers['vary']).toBe('Accept, Accept-Encoding, Accept-Language');
    if (media.includes('json')) expect(() => JSON.parse(text)).not.toThrow();
  });

  it('in series has every cell in the series of its own', async () => {
    const attributesOf = (text: string): Row =>
      Object.fromEntries([...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
    const rows: Row[] = [];
    for (const flow of ['FIGURES', 'FIGURES_UNTIMED']) {
      const { text } = await get(
        `/v1/data/${flow}`,
        'application/vnd.sdmx.structurespecificdata+xml;version=2.1',
      );
      const series = [...text.matchAll(/<Series ([^>]*)>(.*?)<\/Series>/g)].map(
        ([, head, content]) => [head!, content!] as const,
      );
      if (series.length === 0) series.push(['', text]);
      for (const [head, content] of series)
        for (const [, one] of content.matchAll(/<Obs ([^>]*)\/>/g))
          rows.push({ ...attributesOf(head), ...attributesOf(one!) });
      const heads = series.map(([head]) => head);
      expect(new Set(heads).size).toBe(heads.length);
    }
    expect(shown(rows)).toEqual(await observations(''));
  });

  it('in JSON has the same figures', async () => {
    const { body } = await get('/v2/data/dataflow/*/FIGURES/*/..GR.........', '*/*');
    const [{ dimensions }] = body.data.structures;
    const all = Object.entries(body.data.dataSets[0].observations as Record<string, (number | null)[]>).map(
      ([key, [value]]) => {
        const codes = key
          .split(':')
          .map((index, i) => dimensions.observation[i].values[Number(index)].id as string);
        return [codes[3], codes.at(-1), value];
      },
    );
    expect(all).toEqual([
      ['persons-prosecuted', '2005', 3],
      ['persons-prosecuted', '2006', null],
      ['victims-detected', '2007', 7],
    ]);
  });

  it('cuts each series and the whole', async () => {
    const key = '*.*.SV.persons-prosecuted.*.*.*.*.*.*.*.*';
    const times = async (query: string) =>
      (await read(`${data}/FIGURES/1.0.0/${key}?${query}`)).map((row) => row['TIME_PERIOD']);
    expect(await times('')).toEqual(['2003-01-01/P4Y', '2005', '2006', '2007']);
    expect(await times('lastNObservations=1')).toEqual(['2003-01-01/P4Y', '2007']);
    expect(await times('firstNObservations=2')).toEqual(['2003-01-01/P4Y', '2005', '2006']);
    expect(await times('offset=1&limit=2')).toEqual(['2005', '2006']);
    expect(await times('attributes=none')).toEqual(['2003-01-01/P4Y', '2005', '2006', '2007']);
  });

  it('gives the part that a range of values names, and says which part that is', async () => {
    const address = `/sdmx${data}/FIGURES/1.0.0/*.*.SV.persons-prosecuted.*.*.*.*.*.*.*.*`;
    const accept = 'application/vnd.sdmx.data+csv;version=2.0.0';
    const ask = async (range?: string, more: Record<string, string> = {}, query = '') => {
      const { status, headers, text } = await store.get(address + query, {
        accept,
        ...(range ? { range } : {}),
        ...more,
      });
      return [status, headers['content-range'], ...rowsOf(text).map((row) => row['TIME_PERIOD'])];
    };
    const all = ['2003-01-01/P4Y', '2005', '2006', '2007'];
    expect(await ask()).toEqual([200, undefined, ...all]);
    expect(await ask('values=0-1')).toEqual([206, 'values 0-1/4', ...all.slice(0, 2)]);
    expect(await ask('values=2-999')).toEqual([206, 'values 2-3/4', ...all.slice(2)]);
    expect(await ask('values=3-')).toEqual([206, 'values 3-3/4', '2007']);
    const { status, headers } = await store.get(address, { accept, range: 'values=4-9' });
    expect([status, headers['content-range']]).toEqual([416, 'values */4']);
    // What is no range of values, or may not be answered with a part, is answered with the whole.
    for (const other of ['bytes=0-9', 'values=5-2', 'values=x']) expect((await ask(other))[0]).toBe(200);
    expect(await ask('values=0-1', { 'if-range': 'W/"1"' })).toEqual([200, undefined, ...all]);
    expect(await ask('values=0-1', {}, '?offset=3')).toEqual([200, undefined, '2007']);
    // Of what is not read to its end nobody knows how many there are.
    const first = await store.get(`/sdmx${data}/FIGURES/1.0.0/*`, { accept, range: 'values=0-0' });
    expect([first.status, first.headers['content-range']]).toEqual([206, 'values 0-0/*']);
    expect((await store.get(address, { accept })).headers['accept-ranges']).toBe('values');
  });

  it('of chosen attributes is added, all of it replaces', async () => {
    const [whole] = await read(`${data}/FIGURES/1.0.0/*`);
    const [some] = await read(`${data}/FIGURES/1.0.0/*?attributes=OBS_STATUS`);
    expect([whole!['ACTION'], some!['ACTION']]).toEqual(['R', 'A']);
    expect(Object.keys(some!).slice(-3)).toEqual(['TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS']);
  });
});

describe('vintages', () => {
  const days = [
    '2008-01-19',
    '2008-01-20',
    '2008-01-24',
    '2008-02-03',
    '2008-02-10',
    '2008-02-19',
    '2008-02-20',
    '2009-01-01',
  ];

  it.each(days)('history replayed up to %s is asOf that day, and /v1/observations of it', async (day) => {
    const history = (await bothFlows('includeHistory=true')).filter(
      (row) => (row['VALID_FROM'] || row['VALID_TO'])! <= day,
    );
    const replayed = new Map<string, Row>();
    for (const row of history)
      if (row['ACTION'] === 'D') replayed.delete(idOf(row));
      else replayed.set(idOf(row), row);
    const expected = await observations(`asOf=${day}`);
    expect(shown([...replayed.values()])).toEqual(expected);
    expect(shown(await bothFlows(`asOf=${day}`))).toEqual(expected);
  });

  it('by position are those of /v1/observations too', async () => {
    for (const at of [1, 2, 3, 4, 5, 6])
      expect(shown(await bothFlows(`at=${at}`))).toEqual(await observations(`at=${at}`));
  });

  it('updated after an instant are what was recorded since', async () => {
    const all = await bothFlows('updatedAfter=1970-01-01T00:00:00Z');
    expect(shown(all.filter((row) => row['ACTION'] !== 'D'))).toEqual(await observations(''));
    expect((await get(`${data}/FIGURES/1.0.0/*?updatedAfter=2999-01-01`)).status).toBe(204);
  });
});

describe('structures', () => {
  it('name every code that occurs', async () => {
    const { body } = await get('/v2/structure/dataflow/RAPPORTEUR/FIGURES/1.0.0?references=descendants');
    const lists = new Map<string, Set<string>>(
      body.data.codelists.map((list: { id: string; codes: { id: string }[] }) => [
        list.id,
        new Set(list.codes.map(({ id }) => id)),
      ]),
    );
    for (const row of await read(`${data}/FIGURES/1.0.0/*`))
      for (const [id, code] of Object.entries(row))
        if (lists.has(`CL_${id}`) && code !== '')
          expect([id, code, lists.get(`CL_${id}`)!.has(code)]).toEqual([id, code, true]);
    expect(lists.get('CL_COLLECTION')).toEqual(new Set(['c']));
  });

  it.each([
    '/v1/dataflow',
    '/v1/dataflow/RAPPORTEUR/all/latest',
    '/v1/dataflow/all/all/latest/',
    '/v1/dataflow/RAPPORTEUR/latest',
    '/v1/datastructure/all/FIGURES/latest/?references=children',
    '/v1/datastructure/ALL/FIGURES',
    '/v1/codelist/RAPPORTEUR/CL_REF_AREA',
    '/v1/agencyscheme',
    '/v1/conceptscheme/all/all/all',
    '/v1/contentconstraint',
    '/v1/structure',
    '/v1/availableconstraint/FIGURES/all/all/all?mode=exact',
    '/v2/structure/*/*/*/*',
    '/v2/structure/codelist/SDMX/CL_FREQ/*/A',
    '/v2/availability/dataflow/*/FIGURES/*/*/*?references=all',
    '/v2/schema/dataflow/RAPPORTEUR/FIGURES/1.0.0/',
    '/v1/schema/dataflow/RAPPORTEUR/FIGURES/1.0.0',
  ])('%s is there', async (path) => expect((await get(path)).status).toBe(200));

  it('availability counts what data gives', async () => {
    const { body } = await get('/v2/availability/dataflow/*/FIGURES/*/*.*.SV.*.*.*.*.*.*.*.*.*');
    const [constraint] = body.data.dataConstraints;
    expect(constraint.annotations.map(({ title }: { title: string }) => title)).toEqual(['3', '5']);
    expect(
      constraint.cubeRegions[0].keyValues.find(({ id }: { id: string }) => id === 'INDICATOR').values,
    ).toEqual([{ value: 'persons-prosecuted' }, { value: 'victims-detected' }]);
  });
});

it('SDG 16.2.2 has the rates of /v1/tables/sdg-16-2-2, and the counts', async () => {
  const { body } = await store.get('/v1/tables/sdg-16-2-2?limit=1000');
  const rows = await read(`${data}/SDG_16_2_2/1.0.0/*`);
  const rates = rows.filter((row) => row['UNIT_MEASURE'] === 'PER_100000_POP');
  const key = (row: Row) =>
    [row['SERIES'], row['REF_AREA'], row['SEX'], row['AGE'], row['TIME_PERIOD'], row['EVENT']].join(' ');
  type Item = Record<'series' | 'refArea' | 'sex' | 'age' | 'period', string> & { figure: { event: number } };
  expect(rates.map(key).sort()).toEqual(
    (body.items as Item[])
      .map((one) => [one.series, one.refArea, one.sex, one.age, one.period, one.figure.event].join(' '))
      .sort(),
  );
  expect(rates.length).toBe(rows.length / 2);
  const ofGreece = await read(`${data}/SDG_16_2_2/1.0.0/*?c[REF_AREA]=300&c[SERIES]=VC_HTF_DETV`);
  expect(ofGreece.map((row) => [row['OBS_VALUE'], row['CUST_BREAKDOWN'], row['FREQ']])).toEqual([
    ['7', 'c', 'A'],
  ]);
});

describe('stubs', () => {
  it('of all are names that lead to the whole, and a request goes on from there', async () => {
    const { text } = await get('/v1/dataflow/RAPPORTEUR/FIGURES?detail=allstubs&references=children');
    const where = '/sdmx/v1/datastructure/RAPPORTEUR/FIGURES/1.0.0';
    expect(text).toContain(`isExternalReference="true" structureURL="http://localhost:80${where}"`);
    expect(text).toContain('<com:Name xml:lang="en">');
    expect(text).not.toMatch(/<str:(Structure|DataStructureComponents)>|<com:Description/);
    const whole = await store.get(where);
    expect(whole.text).toContain('<str:DataStructureComponents>');
  });

  it('of references leave what was asked for whole', async () => {
    const { body } = await get(
      '/v2/structure/dataflow/RAPPORTEUR/FIGURES/*?detail=referencecompletestubs&references=descendants',
      '*/*',
    );
    const { dataflows, dataStructures, codelists } = body.data;
    expect([dataflows[0].isExternalReference, dataflows[0].structure]).toEqual([false, expect.any(String)]);
    expect([dataStructures[0].isExternalReference, codelists[0].codes]).toEqual([true, undefined]);
    const { href } = codelists[0].links.find(({ rel }: { rel: string }) => rel === 'external');
    const whole = await get(href.slice('http://localhost:80/sdmx'.length), '*/*');
    expect(whole.body.data.codelists[0].codes.length).toBeGreaterThan(0);
  });
});

describe('what cannot be answered', () => {
  it.each([
    ['/v1/dataflow?detail=some', 400, '140'],
    ['/v1/data/NOTHING', 404, '100'],
    ['/v1/data/FIGURES/..ZW.........', 404, '100'],
    ['/v1/codelist/RAPPORTEUR/CL_NOTHING', 404, '100'],
    ['/v1/data/FIGURES/..SV', 400, '140'],
    ['/v1/data/FIGURES?startPeriod=soon', 400, '140'],
    ['/v1/data/FIGURES?dimensionAtObservation=REF_AREA', 501, '501'],
    ['/v1/metadata/x', 501, '501'],
    ['/v1/nothing', 404, '100'],
    ['/v1/data/FIGURES?at=99', 400, '150'],
  ])('%s is %d', async (path, status, code) => {
    const answer = await get(path);
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, '*']);
    expect(answer.text).toContain(`<mes:ErrorMessage code="${code}">`);
  });

  it('in v2 has no content where nothing is found, and JSON where something is wrong', async () => {
    expect((await get(`${data}/FIGURES/1.0.0/*.*.ZW.*.*.*.*.*.*.*.*.*`)).status).toBe(204);
    expect((await get('/v2/structure/codelist/RAPPORTEUR/CL_NOTHING/*')).status).toBe(204);
    const wrong = await get(`${data}/FIGURES/1.0.0/*?sort=TIME_PERIOD`);
    expect([wrong.status, wrong.body.errors[0].code]).toEqual([501, 501]);
  });

  it('is no empty answer where the address itself is wrong: it is told the addresses that there are', async () => {
    const old = await get('/v1/figures/FIGURES');
    expect([old.status, old.text]).toEqual([
      404,
      expect.stringContaining(
        'There is nothing at /sdmx/v1/figures/FIGURES; there is: data, availableconstraint, schema, agencyscheme,',
      ),
    ]);
    const { status, body } = await get('/v2/datas/dataflow/RAPPORTEUR/FIGURES');
    expect([status, body.errors[0].title]).toEqual([
      400,
      'There is nothing at /sdmx/v2/datas/dataflow/RAPPORTEUR/FIGURES; there is: data, availability, structure, schema',
    ]);
  });

  it('is told the forms that there are', async () => {
    const { status, text } = await get('/v1/data/FIGURES', 'application/pdf');
    expect([status, text.includes('application/vnd.sdmx.genericdata+xml;version=2.1')]).toEqual([406, true]);
    const named = await get('/v2/data/dataflow/RAPPORTEUR/FIGURES?format=json');
    expect([named.status, named.body.errors[0].title]).toEqual([
      406,
      expect.stringContaining(
        'application/vnd.sdmx.data+json;version=2.0.0 (format=jsondata), application/vnd',
      ),
    ]);
  });
});

describe('an answer', () => {
  it('that nobody takes gives its connection back once its client is gone', async () => {
    const left = Array.from({ length: 25 }, async () => {
      const gone = new AbortController();
      const response = await fetch(`${address}/sdmx/v1/data/FIGURES`, { signal: gone.signal });
      gone.abort();
      return response.status;
    });
    expect(new Set(await Promise.all(left))).toEqual(new Set([200]));
    expect((await get('/v1/dataflow')).status).toBe(200);
  });

  it('is zipped for those who take it, and not sent again to those who have it', async () => {
    const zipped = await store.get('/sdmx/v1/dataflow', { 'accept-encoding': 'gzip' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.bytes).toString()).toBe((await get('/v1/dataflow')).text);
    const again = await store.get('/sdmx/v1/dataflow', { 'if-none-match': zipped.headers['etag']! });
    expect([again.status, again.headers['access-control-allow-origin'], again.text]).toEqual([304, '*', '']);
  });

  it('may be read by any page', async () => {
    const headers = { 'access-control-request-method': 'GET' };
    const response = await fetch(`${address}/sdmx/v1/dataflow`, { method: 'OPTIONS', headers });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });
});

it.each([
  ['/v1/constructor', 404],
  ['/v2/toString', 400],
  ['/v2/__proto__', 400],
  ['/v2/structure/constructor/*/*/*', 400],
  [`${data}/FIGURES/*/*?attributes=constructor`, 400],
])('a name that every object has is none of ours: %s is %i, as an error of SDMX', async (path, expected) => {
  const { status, text, headers } = await get(path);
  expect([status, text.includes('[native code]'), text.includes('[object')]).toEqual([
    expected,
    false,
    false,
  ]);
  expect(String(headers['content-type'])).not.toContain('problem');
});
