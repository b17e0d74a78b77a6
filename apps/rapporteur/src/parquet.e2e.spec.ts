/** Parquet files of the running product in two independent readers, pandas and DuckDB: every cell as the JSON answer has it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientMs, startForClients } from './clients-for-tests.js';
import { framesPython, type ProductInFolder } from './product-for-tests.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const isThere = existsSync(framesPython);
if (!isThere)
  process.stderr.write(
    'Parquet is read by nobody else: tools/sdmx-clients/install puts pandas and DuckDB here.\n',
  );
const itWithReaders = isThere || process.env['CI'] ? it : it.skip;

let product: ProductInFolder;

beforeAll(async () => {
  product = await startForClients();
}, clientMs());
afterAll(async () => {
  await product.stop();
}, 30_000);

type Row = Readonly<Record<string, unknown>>;
type Read = Readonly<Record<'pandas' | 'DuckDB', { rows: Row[]; types: Readonly<Record<string, string>> }>>;

/** What both readers find in the file at an address. */
async function readFile(address: string): Promise<Read> {
  const answer = await fetch(product.url + address);
  expect([address, answer.status]).toEqual([address, 200]);
  const file = join(product.folder, 'table.parquet');
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const script = join(root, 'tools/clients/read_parquet.py');
  return new Promise((done, fail) =>
    execFile(
      framesPython,
      [script, file],
      { timeout: clientMs() - 10_000, maxBuffer: 1 << 29 },
      (error, output) => (error ? fail(error) : done(JSON.parse(output) as Read)),
    ),
  );
}
const ask = async (address: string) => (await fetch(product.url + address)).json() as Promise<Row>;

interface Named {
  readonly code: string;
  readonly name: string;
  readonly unit?: string;
}
interface Figure {
  readonly [name: string]: unknown;
  readonly receivedOn: string | { readonly onOrBefore: string };
  readonly evidence?: Row;
}
interface Item extends Figure {
  readonly respondent: Named;
  readonly indicator: Named;
  readonly breakdown: Readonly<Record<string, string>>;
}
/** The rows at an address, and with `all` those of every page after it. */
async function askPages(address: string, all: boolean): Promise<Item[]> {
  const rows: Item[] = [];
  for (let cursor = ''; ;) {
    const { items, next } = (await ask(`${address}${cursor}`)) as unknown as { items: Item[]; next?: string };
    rows.push(...items);
    if (!next || !all) return rows;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
}
const received = ({ receivedOn }: Figure) =>
  typeof receivedOn === 'string'
    ? { received_on: receivedOn, received_precision: 'on' }
    : { received_on: receivedOn.onOrBefore, received_precision: 'on-or-before' };
const toKey = (breakdown: Readonly<Record<string, string>>) =>
  Object.entries(breakdown)
    .map((pair) => pair.join(':'))
    .sort()
    .join(',') || '_T';

/** The cells of a row that JSON has, by the names of the columns; those that are told from others in tables alone are left out. */
function fromJson(item: Figure, shared: Row): Row {
  const { value, qualifier, paragraph, footnote, row, event, id } = item;
  return { ...shared, value, qualifier, paragraph, footnote, row, event, id, ...received(item) };
}

/** Both readers have these rows, in this order; a missing member is null. */
function compare({ pandas, DuckDB }: Read, expected: readonly Row[]): void {
  for (const { rows } of [pandas, DuckDB]) {
    expect(rows).toHaveLength(expected.length);
    for (const [i, row] of expected.entries()) {
      const named = Object.keys(row);
      expect(Object.fromEntries(named.map((name) => [name, rows[i]![name]]))).toEqual(
        Object.fromEntries(named.map((name) => [name, row[name] ?? null])),
      );
    }
  }
  // What JSON does not have, the readers have alike.
  expect(pandas.rows).toEqual(DuckDB.rows);
}

itWithReaders.each(['limit=1000', 'limit=1000&asOf=2008-01-24', 'limit=all'])(
  'has every figure as it was said (%s)',
  async (query) => {
    const items = await askPages(`/v1/observations?${query.replace('all', '1000')}`, query.includes('all'));
    expect(items.length).toBeGreaterThan(20);
    const file = await readFile(`/v1/observations?${query}&format=parquet`);
    compare(
      file,
      items.map((item) => {
        const { respondent, indicator, breakdown, collection, round, period, note, asWritten, evidence } =
          item;
        return fromJson(item, {
          collection,
          round,
          respondent: respondent.code,
          respondent_name: respondent.name,
          indicator: indicator.code,
          indicator_name: indicator.name,
          unit: indicator.unit,
          breakdown: toKey(breakdown),
          period,
          note,
          as_written: asWritten,
          document: evidence?.['document'],
          document_page: evidence?.['page'],
          document_paragraph: evidence?.['paragraph'],
          quote: evidence?.['quote'],
          document_region: undefined,
        });
      }),
    );
    expect(file.pandas.types).toMatchObject({
      value: 'Float64',
      event: 'Int64',
      period: 'string',
      received_on: 'object',
    });
    expect(file.DuckDB.types).toMatchObject({
      value: 'DOUBLE',
      event: 'BIGINT',
      period: 'VARCHAR',
      received_on: 'DATE',
    });
  },
  clientMs(),
);

itWithReaders(
  'has every year of every trend, with changes as numbers where they are some',
  async () => {
    const { series } = (await ask('/v1/trends?limit=1000')) as unknown as {
      series: {
        [name: string]: unknown;
        respondent: Named;
        indicator: Named;
        breakdown: Record<string, string>;
        years: (Figure & { values?: { value: number; qualifier: string }[] })[];
        spans: (Figure & { values?: { value: number; qualifier: string }[] })[];
      }[];
    };
    const file = await readFile('/v1/trends?limit=1000&format=parquet');
    const whether = (value: unknown) => (typeof value === 'number' ? value : null);
    const range = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return null;
      const { low, high } = value as { low: number | null; high: number | null };
      return `${low ?? ''}..${high ?? ''}`;
    };
    const rows = series.flatMap(
      ({ collection, respondent, indicator, breakdown, unit, direction, years, spans }) =>
        [...years, ...spans].map((figure) => ({
          ...fromJson(figure, {}),
          collection,
          respondent: respondent.code,
          respondent_name: respondent.name,
          indicator: indicator.code,
          indicator_name: indicator.name,
          unit,
          breakdown: toKey(breakdown),
          year: figure['year'],
          period: figure['year'] === undefined ? figure['period'] : String(figure['year']),
          value: figure.values ? null : figure['value'],
          value_text: figure.values?.map(({ value }) => value).join(' | '),
          qualifier: figure['qualifier'] ?? figure.values?.map(({ qualifier }) => qualifier).join(' | '),
          direction,
          ...Object.fromEntries(
            ['change', 'percentage', 'index'].flatMap((name) => [
              [name, whether(figure[name])],
              [`${name}_text`, range(figure[name])],
            ]),
          ),
        })),
    );
    expect(rows.length).toBeGreaterThan(20);
    compare(file, rows);
    expect(file.DuckDB.types).toMatchObject({
      value: 'DOUBLE',
      change: 'DOUBLE',
      year: 'BIGINT',
      break: 'BOOLEAN',
    });
  },
  clientMs(),
);
