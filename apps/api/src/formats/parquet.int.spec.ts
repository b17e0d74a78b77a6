/** Every table as Parquet: the columns and cells of its CSV, with the types that docs/columns.md gives them, whole and in parts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';
import { routes } from '../routes/routes.js';
import { columnMeanings } from './columns.js';
import { tableMedia } from './choose-format.js';
import { toParquet, writeParquet } from './to-parquet.js';

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
        figure('persons-prosecuted', '2002-07/2007-10', 80, {
          note: '=HYPERLINK("x") 记录者 Zoë',
          footnote: 2,
        }),
        figure('persons-prosecuted', '2008', 0, { break: true }),
      ],
      [{ topic: 'shelters', paragraph: 43, note: '-1+1' }],
    ),
    submitted('GR', '2008-01-21', [
      figure('victims-identified', '2006', 62),
      figure('victims-identified', '2006', 43),
      figure('victims-identified', '2007', 50, { qualifier: 'at-least', breakdown: { sex: 'female' } }),
      figure('victims-identified', '2006', 9, { qualifier: 'fewer-than', breakdown: { sex: 'female' } }),
    ]),
    submitted('UY', '2008-01-21', [
      figure('victims-detected', '2006', 9),
      figure('victims-detected', '2006', 5, { breakdown: { sex: 'female' } }),
    ]),
    opened('c', '2010'),
  );
  await store.apply();
}, 60_000);
afterAll(() => store.close());

const paths: Record<string, string> = {
  '/v1/rounds/:collection/:round': '/v1/rounds/c/2008?',
  '/v1/rounds/:id': '/v1/rounds/c%2F2008?',
  '/v1/revisions': '/v1/revisions?from=2008-01-01&to=2008-12-31',
  '/v1/shares': '/v1/shares?indicator=victims-detected&breakdown=sex:female',
  '/v1/differences': '/v1/differences?collection=c&from=2008&to=2010',
  '/v1/panels': '/v1/panels?region=419&indicator=persons-prosecuted&collection=c&from=2006&to=2007',
};
const tables = routes.filter(({ alsoAs }) => alsoAs?.includes(tableMedia[0]!)).map(({ path }) => path);
const addressOf = (path: string) => paths[path] ?? `${path}?`;

const open = (bytes: Uint8Array) => {
  const file = Uint8Array.from(bytes).buffer;
  return { file, metadata: parquetMetadata(file) };
};
type Row = Record<string, unknown>;
const readRows = (bytes: Uint8Array) => parquetReadObjects({ file: open(bytes).file }) as Promise<Row[]>;
const columnsOf = (bytes: Uint8Array) =>
  parquetSchema(open(bytes).metadata).children.map(({ element }) => element.name);

/** A cell as CSV writes it. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
const withoutGuard = (text: string) => text.replace(/^'(?=[=+@-])/, '');

describe('Parquet', () => {
  it.each(tables)('of %s has the columns and cells of its CSV', async (path) => {
    const { status, headers, bytes } = await store.get(`${addressOf(path)}&format=parquet`);
    expect([status, headers['content-type']]).toEqual([200, 'application/vnd.apache.parquet']);
    const csv = (await store.get(`${addressOf(path)}&format=csv`)).text;
    const names = (parse(csv) as string[][])[0]!;
    const others = columnsOf(bytes).slice(names.length);
    expect(columnsOf(bytes).slice(0, names.length)).toEqual(names);
    for (const other of others) expect(columnMeanings[other.replace(/_text$/, '')]?.type).toBe('any');
    const rows = await readRows(bytes);
    const told = rows.map((row) => names.map((name) => toText(row[name] ?? row[`${name}_text`])));
    const expected = parse(csv, { columns: true }) as Record<string, string>[];
    expect(told).toEqual(expected.map((row) => names.map((name) => withoutGuard(row[name]!))));
  });

  it('has numbers, days and yes or no as such, and nothing where something is missing', async () => {
    const [first] = await readRows((await store.get('/v1/trends?respondent=SV&format=parquet')).bytes);
    expect(first).toMatchObject({
      value: 18,
      change: null,
      change_text: null,
      year: 2005n,
      event: 2n,
      received_on: new Date('2008-01-20'),
      conf_status: null,
      p: null,
    });
    const greek = await readRows((await store.get('/v1/trends?respondent=GR&format=parquet')).bytes);
    expect(greek.find(({ value }) => value === 50)).toMatchObject({ change: null, change_text: '42..' });
    expect(greek.find(({ value_text }) => value_text)).toMatchObject({ value: null, value_text: '62 | 43' });
    const [round] = await readRows((await store.get('/v1/rounds?format=parquet')).bytes);
    expect(round).toMatchObject({ listed: 1n, cut_off: new Date('2008-01-24') });
    const [respondent] = await readRows((await store.get('/v1/rounds/c/2008?format=parquet')).bytes);
    expect(respondent).toMatchObject({ listed: false, replied: true });
  });

  it('says where it is from, has the same bytes again, and its name', async () => {
    const address = '/v1/observations?format=parquet&at=3&asOf=2008-03-01&limit=2';
    const { bytes, headers } = await store.get(address);
    expect(headers['content-disposition']).toBe('attachment; filename="observations-3.parquet"');
    const { key_value_metadata, created_by } = open(bytes).metadata;
    const said = Object.fromEntries(key_value_metadata!.map(({ key, value }) => [key, value]));
    expect(said).toMatchObject({ address, position: '3', as_of: '2008-03-01', language: 'en' });
    expect(said['more_rows']).toContain(`${address}&cursor=`);
    expect(created_by).toBe('Rapporteur');
    expect((await store.get(address)).bytes).toEqual(bytes);
    const byHeader = await store.get(address.replace('format=parquet&', ''), {
      accept: 'application/vnd.apache.parquet',
      'accept-encoding': 'gzip, br',
    });
    expect(byHeader.headers['content-encoding']).toBeUndefined();
    expect(await readRows(byHeader.bytes)).toEqual(await readRows(bytes));
  });

  it('has its columns where it has no rows', async () => {
    const empty = await store.get('/v1/observations?respondent=FR&format=parquet');
    expect(await readRows(empty.bytes)).toEqual([]);
    expect(columnsOf(empty.bytes)).toContain('value');
  });

  it('comes whole as well, in parts of one file', async () => {
    const { status, headers, bytes } = await store.get('/v1/observations?format=parquet&limit=all', {
      'accept-encoding': 'gzip',
    });
    expect([status, headers['content-encoding']]).toEqual([200, undefined]);
    expect(headers['content-disposition']).toMatch(/observations-\d+\.parquet/);
    expect(await readRows(bytes)).toEqual(
      await readRows((await store.get('/v1/observations?format=parquet')).bytes),
    );
    const csv = await store.get('/v1/observations?limit=all', { accept: 'text/csv' });
    const parquet = await store.get('/v1/observations?limit=all', {
      accept: 'application/vnd.apache.parquet',
    });
    expect(parquet.headers['etag']).not.toBe(csv.headers['etag']);
  });

  it('is written in groups of rows, of which one is kept at a time', async () => {
    const origin = {
      address: '/',
      title: 't',
      position: 1,
      asOf: undefined,
      language: 'en' as const,
      next: undefined,
      missing: { degraded: 0, setAside: [] },
    };
    const page = (from: number) => ({
      columns: ['id', 'value'],
      rows: Array.from({ length: 1000 }, (_, i) => ({ id: `row ${from + i} of many`, value: from + i })),
    });
    const pages = Array.from({ length: 25 }, (_, i) => page(i * 1000));
    const pieces: Uint8Array[] = [];
    for await (const piece of writeParquet(pages, origin)) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    expect(open(bytes).metadata.row_groups.map(({ num_rows }) => num_rows)).toEqual(Array(5).fill(5000n));
    expect(pieces).toHaveLength(6);
    const rows = await readRows(bytes);
    expect([rows.length, rows[24_999]]).toEqual([
      25_000,
      { id: 'row 24999 of many', value: 24_999, value_text: null },
    ]);
    const whole = { columns: ['id', 'value'], rows: pages.flatMap((one) => one.rows) };
    expect(await readRows(await toParquet(whole, origin))).toEqual(rows);
  });
});
