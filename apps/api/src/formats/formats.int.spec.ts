/** The tables as files: XLSX, and JSON-stat as its author's toolkit reads it. */
import { readDocuments } from '../service/read-routes.js';
import { openDoor } from '@rapporteur/testing';
import { service } from '@rapporteur/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { createRequire } from 'node:module';
import { createServer } from '@rapporteur/http';
import { openDatabase } from '@rapporteur/postgres';
import { ApiModule } from '../service/api.module.js';
import { tableMedia } from './choose-format.js';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';
import { routes } from '../routes/routes.js';

interface Datum {
  readonly value: number | null;
  readonly status: string;
}
interface Dataset {
  readonly class: string;
  readonly n: number;
  readonly id: readonly string[];
  readonly role: Readonly<Record<string, readonly string[] | null>>;
  readonly extension: Readonly<Record<string, unknown>>;
  Data(at: Record<string, string>): Datum;
  Dimension(id: string): { readonly id: readonly string[]; Category(code: string): { label: string } };
}
// The toolkit has no types.
const readJsonStat = createRequire(import.meta.url)('jsonstat-toolkit') as (json: unknown) => Dataset;

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV']),
    submitted(
      'SV',
      '2008-01-20',
      [
        ...[18, 37, 6].map((value, i) => figure('persons-prosecuted', String(2005 + i), value)),
        figure('persons-prosecuted', '2002-07/2007-10', 80, { note: '=HYPERLINK("x")\u0007 <&' }),
      ],
      [{ topic: 'shelters', paragraph: 43, note: '-1+1' }],
    ),
    submitted('GR', '2008-01-21', [
      figure('persons-prosecuted', '2005', 0),
      figure('victims-identified', '2006', 62),
      figure('victims-identified', '2006', 43),
      figure('victims-identified', '2007', 50, { qualifier: 'at-least', breakdown: { sex: 'female' } }),
      figure('victims-identified', '2006', 9, {
        qualifier: 'fewer-than',
        breakdown: { sex: 'female', citizenship: 'lv' },
      }),
    ]),
    submitted('UY', '2008-01-21', [
      figure('victims-detected', '2006', 9),
      figure('victims-detected', '2006', 5, { breakdown: { sex: 'female' } }),
    ]),
    opened('c', '2010'),
  );
  await store.apply();
});
afterAll(() => store.close());

const text = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The cells of one sheet by their place: B2. */
function readSheet(bytes: Uint8Array, sheet: number): Map<string, string | number | boolean> {
  const files = unzipSync(bytes);
  const shared = [...strFromU8(files['xl/sharedStrings.xml']!).matchAll(/<si>.*?<t[^>]*>(.*?)<\/t><\/si>/gs)];
  const xml = strFromU8(files[`xl/worksheets/sheet${sheet}.xml`]!);
  expect(xml).not.toContain('<f>');
  const cells = xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)><v>(.*?)<\/v><\/c>/g);
  return new Map<string, string | number | boolean>(
    [...cells].map(([, place, attributes = '', value = '']): [string, string | number | boolean] => {
      if (attributes.includes('t="s"')) return [place!, text(shared[Number(value)]![1]!)];
      return [place!, attributes.includes('t="b"') ? value === '1' : Number(value)];
    }),
  );
}
const rowOf = (cells: ReturnType<typeof readSheet>, row: number) =>
  [...cells].filter(([place]) => place.replace(/\D/g, '') === String(row)).map(([, value]) => value);

const paths: Record<string, string> = {
  '/v1/rounds/:collection/:round': '/v1/rounds/c/2008',
  '/v1/rounds/:id': '/v1/rounds/c%2F2008',
  '/v1/revisions': '/v1/revisions?from=2008-01-01&to=2008-12-31',
  '/v1/shares': '/v1/shares?indicator=victims-detected&breakdown=sex:female',
  '/v1/differences': '/v1/differences?collection=c&from=2008&to=2010',
  '/v1/panels': '/v1/panels?region=419&indicator=persons-prosecuted&collection=c&from=2006&to=2007',
};
const tables = routes.filter(({ alsoAs }) => alsoAs?.includes(tableMedia[0]!));
/** The address with which a test asks for a table. */
const addressOf = (path: string) => {
  const address = paths[path] ?? path;
  return `${address}${address.includes('?') ? '&' : '?'}`;
};

describe('XLSX', () => {
  it.each(tables.map(({ path }) => path))('of %s has the columns and rows of its CSV', async (path) => {
    const xlsx = await store.get(`${addressOf(path)}format=xlsx`);
    expect(xlsx).toMatchObject({ status: 200, headers: { 'content-type': tableMedia[1] } });
    const rows = parse((await store.get(`${addressOf(path)}format=csv`)).text) as string[][];
    const cells = readSheet(xlsx.bytes, 1);
    expect(rowOf(cells, 1)).toEqual(rows[0]);
    const plain = (row: unknown[]) =>
      row
        .map((value) =>
          String(value)
            .replace(/^'(?=[=+@-])/, '')
            .replace('\u0007', ''),
        )
        .filter(Boolean);
    for (const [i, row] of rows.entries()) expect(plain(rowOf(cells, i + 1))).toEqual(plain(row));
    expect(rowOf(cells, rows.length + 1)).toEqual([]);
  });

  it('has numbers as numbers, text as text, the header row fast, and the same bytes again', async () => {
    const { bytes } = await store.get('/v1/observations?respondent=SV&format=xlsx&at=3');
    const cells = readSheet(bytes, 1);
    const columns = rowOf(cells, 1);
    const column = (name: string) => String.fromCharCode(65 + columns.indexOf(name));
    expect(cells.get(`${column('value')}2`)).toBe(80);
    expect(cells.get(`${column('note')}2`)).toBe('=HYPERLINK("x") <&');
    expect(cells.get(`${column('period')}3`)).toBe('2005');
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)).toMatch(/ySplit="1"[^>]*state="frozen"/);
    await store.record(submitted('LV', '2008-01-25', [figure('persons-prosecuted', '2005', 1)]));
    await store.apply();
    expect((await store.get('/v1/observations?respondent=SV&format=xlsx&at=3')).bytes).toEqual(bytes);
    // The time of the first entry is not when the file was written, but 1980-01-01 00:00, the first time that
    // ZIP can hold.
    expect([...bytes.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  it('says on its second sheet where it is from, in what units, and whether there is more', async () => {
    const address = '/v1/observations?format=xlsx&at=3&asOf=2008-03-01&limit=5';
    const { bytes } = await store.get(address, { host: 'some-name.localhost' });
    const cells = readSheet(bytes, 2);
    const source = new Map(
      Array.from({ length: 10 }, (_, i) => [cells.get(`A${i + 1}`), cells.get(`B${i + 1}`)]),
    );
    expect(Object.fromEntries(source)).toMatchObject({
      address,
      position: 3,
      'as of': '2008-03-01',
      rows: 5,
      'unit of victims-identified': 'victim',
    });
    expect(source.get('more rows')).toContain(`${address}&cursor=`);
  });
});

describe('JSON-stat', () => {
  const read = async (url: string) => readJsonStat((await store.get(url)).body);
  const sv = { collection: 'c', respondent: 'SV', indicator: 'persons-prosecuted', breakdown: '_T' };
  const gr = { ...sv, respondent: 'GR', indicator: 'victims-identified' };

  it.each(['trends', 'observations'])(
    'of %s has every figure with its qualifier at its place',
    async (table) => {
      const { body } = await store.get('/v1/observations?at=3');
      const dataset = await read(`/v1/${table}?format=json-stat&at=3`);
      expect(dataset.class).toBe('dataset');
      expect(dataset.role).toMatchObject({ time: ['period'], geo: ['respondent'], metric: ['indicator'] });
      const counts = new Map<string, number>();
      for (const { id } of body.items) counts.set(id, (counts.get(id) ?? 0) + 1);
      for (const item of body.items) {
        const breakdown = item.breakdown.sex
          ? Object.keys(item.breakdown)
              .sort()
              .map((key) => `${key}:${item.breakdown[key]}`)
              .join()
          : '_T';
        const at = { ...sv, respondent: item.respondent.code, indicator: item.indicator.code, breakdown };
        const datum = dataset.Data({ ...at, period: item.period });
        const isConflicting = counts.get(item.id)! > 1;
        expect(datum).toMatchObject({
          value: isConflicting ? null : item.value,
          status: isConflicting ? 'conflicting' : item.qualifier,
        });
      }
      expect(dataset.Data({ ...sv, respondent: 'GR', period: '2005' })).toMatchObject({
        value: 0,
        status: 'exact',
      });
      expect(dataset.Data({ ...gr, period: '2005' })).toMatchObject({ value: null, status: null });
      expect(dataset.extension).toMatchObject({ position: 3, asOf: null });
    },
  );

  it('names categories in the language asked for', async () => {
    const dataset = await read('/v1/observations?respondent=GR&format=json-stat&lang=fr');
    expect(dataset.Dimension('respondent').Category('GR').label).toBe('Grèce');
    expect(dataset.Dimension('breakdown').Category('citizenship:lv,sex:female').label).toBe(
      'Nationalité: Lettonie; Sexe: Femmes',
    );
  });

  it('of nothing is a dataset without values', async () => {
    const dataset = await read('/v1/trends?respondent=FR&format=json-stat');
    expect([dataset.class, dataset.n]).toEqual(['dataset', 0]);
  });

  /** Every cell with a value or a status, by its codes. */
  const cellsOf = async (url: string) => {
    const { body } = await store.get(url);
    const dataset = readJsonStat(body);
    const codes = dataset.id.map((id) => dataset.Dimension(id).id);
    const placed = (n: number) =>
      codes.reduceRight<[string[], number]>(
        ([found, rest], of) => [[of[rest % of.length]!, ...found], Math.floor(rest / of.length)],
        [[], n],
      )[0];
    const found = Object.keys(body.value).map((place): [string, unknown[]] => {
      const at = Object.fromEntries(placed(Number(place)).map((code, i) => [dataset.id[i]!, code]));
      const { value, status } = dataset.Data(at);
      return [Object.values(at).join(' '), [value, ...(status === null ? [] : [status])]];
    });
    return new Map(found);
  };

  it.each(tables.map(({ path }) => path))('of %s is a dataset that the toolkit reads', async (path) => {
    const { status, body } = await store.get(`${addressOf(path)}format=json-stat`);
    expect([status, body.version, body.class]).toEqual([200, '2.0', 'dataset']);
    const dataset = readJsonStat(body);
    expect(dataset.n).toBe(body.size.reduce((product: number, size: number) => product * size, 1));
    for (const id of dataset.id)
      for (const code of dataset.Dimension(id).id)
        expect(dataset.Dimension(id).Category(code).label).toEqual(expect.any(String));
    // The toolkit writes null for a role that no dimension has.
    const inRoles = Object.values(dataset.role).flatMap((ids) => ids ?? []);
    expect(dataset.id).toEqual(expect.arrayContaining(inRoles));
    // There are no discrepancies here.
    const cells = await cellsOf(`${addressOf(path)}format=json-stat`);
    if (path !== '/v1/discrepancies') expect(cells.size).toBeGreaterThan(0);
  });

  it('counts statements, and has yes and no as 1 and 0', async () => {
    const findings = await cellsOf('/v1/findings?format=json-stat');
    expect([...findings]).toEqual([['c/2008 shelters SV _', [1]]]);
    const round = await cellsOf('/v1/rounds/c/2008?format=json-stat&at=3');
    expect(round.get('SV listed')).toEqual([1]);
    expect(round.get('GR listed')).toEqual([0]);
    expect(round.get('SV figures')).toEqual([4]);
    expect(round.has('SV asked')).toBe(false);
    const kinds = await cellsOf('/v1/inconsistencies?format=json-stat&at=3');
    expect(kinds.get('conflicting-figures c/2008 GR')).toEqual([1]);
  });

  it('of a panel has a sum that is no single number as a range, with its ends', async () => {
    const panel = '/v1/panels?respondent=GR&indicator=victims-identified&collection=c&format=json-stat';
    const cells = await cellsOf(`${panel}&breakdown=sex:female&from=2007&to=2007`);
    expect(cells.get('c victims-identified sex:female 2007 value')).toEqual([null, '50..']);
    expect(cells.get('c victims-identified sex:female 2007 low')).toEqual([50]);
    expect(cells.has('c victims-identified sex:female 2007 high')).toBe(false);
    expect(cells.get('c victims-identified sex:female 2007 reported')).toEqual([1]);
  });

  it('of revisions has both figures as they are meant, and chooses none of several', async () => {
    const cells = await cellsOf('/v1/revisions?from=2008-01-20&to=2008-01-22&format=json-stat');
    expect(cells.get('c GR persons-prosecuted _T 2005 after')).toEqual([0, 'exact']);
    expect(cells.get('c GR victims-identified sex:female 2007 after')).toEqual([50, 'at-least']);
    expect(cells.get('c GR victims-identified _T 2006 after')).toEqual([null, 'conflicting']);
    expect([...cells.keys()].filter((at) => at.endsWith('before'))).toEqual([]);
    const csv = (await store.get('/v1/revisions?from=2008-01-20&to=2008-01-22&format=csv')).text;
    expect(csv).toContain(',50,,c~GR~victims-identified~sex:female~2007,,at-least');
  });

  it('names the next page', async () => {
    const { body } = await store.get('/v1/observations?format=json-stat&limit=2');
    expect(body.link.next[0].href).toMatch(/^\/v1\/observations\?format=json-stat&limit=2&cursor=/);
    expect(body.href).toBe(`/v1/observations?format=json-stat&limit=2&at=${body.extension.position}`);
    expect(body.source).toBe('c; licence: not known here');
  });
});

describe('the form', () => {
  const typeOf = async (url: string, accept?: string) => {
    const { status, headers } = await store.get(url, accept ? { accept } : {});
    return status === 200 ? headers['content-type']!.split('; charset')[0] : status;
  };
  const jsonStat = 'application/vnd.json-stat+json';
  it.each([
    ['/v1/trends', undefined, 'application/json'],
    ['/v1/trends', tableMedia[1], tableMedia[1]],
    ['/v1/trends', jsonStat, jsonStat],
    ['/v1/trends', 'application/json; profile="https://json-stat.org/format/"', jsonStat],
    ['/v1/trends', 'application/json;q=0.5, text/csv', 'text/csv'],
    ['/v1/trends', 'text/csv;q=0, */*', 'application/json'],
    ['/v1/trends', 'text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['/v1/trends?format=csv', 'application/json', 'text/csv'],
    ['/v1/trends?format=json', 'text/csv', 'application/json'],
    ['/v1/findings?format=json-stat', undefined, jsonStat],
    ['/v1/events/1?format=json-stat', undefined, 406],
    ['/v1/events/1?format=xlsx', '*/*', 406],
    ['/v1/events/1?format=json', 'text/csv', 'application/json'],
    ['/v1/trends?format=ods', undefined, 400],
  ])('of %s for %s is %s', async (url, accept, expected) => {
    expect(await typeOf(url, accept)).toBe(expected);
  });
});

describe('where readers use an origin that is known', () => {
  it('what is passed on names it, whatever was asked, and what is not does not', async () => {
    const database = await openDatabase({ url: store.url });
    const publicUrl = 'https://figures.example';
    const api = ApiModule.with({ ingest: 'here', database, url: store.url, publicUrl });
    const app = await createServer(api, {
      door: openDoor(service),
      documents: readDocuments,
      served: { publicUrl },
    });
    await app.init();
    const get = (url: string) => app.inject({ url, headers: { host: 'some-name.localhost' } });
    try {
      const dataset = (await get('/v1/observations?format=json-stat&limit=2&at=3')).json();
      const address = `${publicUrl}/v1/observations?format=json-stat&limit=2&at=3`;
      expect(dataset.href).toBe(address);
      expect(dataset.link.next[0].href).toContain(`${address}&cursor=`);
      const sheet = await get('/v1/observations?format=xlsx&limit=2&at=3');
      expect(readSheet(sheet.rawPayload, 2).get('B1')).toBe(address.replace('json-stat', 'xlsx'));
      expect(sheet.headers['link']).toMatch(/^<\/v1\/observations\?/);
      const files = unzipSync((await get('/v1/package?at=3')).rawPayload);
      const { sources } = JSON.parse(strFromU8(files['datapackage.json']!));
      expect(sources[0].path).toBe(`${publicUrl}/v1/package?at=3`);
      expect(strFromU8(files['README.md']!)).toContain(`<${publicUrl}/v1/package?at=3>`);
    } finally {
      await app.close();
      await database.destroy();
    }
  });
});
