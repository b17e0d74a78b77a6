/** A stock client of OData v4, as it is, against the running product: every cell of every entity set, page after page. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientMs, readSetting, startForClients } from './clients-for-tests.js';
import { framesPython, type ProductInFolder } from './product-for-tests.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const isThere = existsSync(framesPython);
if (!isThere)
  process.stderr.write('OData is read by nobody: tools/sdmx-clients/install puts python-odata here.\n');
const itWithClient = isThere || process.env['CI'] ? it : it.skip;

let product: ProductInFolder;

beforeAll(async () => {
  product = await startForClients();
}, clientMs());
afterAll(async () => {
  await product.stop();
}, 30_000);

type Row = Readonly<Record<string, string | number | boolean | null>>;
interface Told {
  readonly sets: Readonly<Record<string, readonly Row[]>>;
  readonly chosen: readonly (readonly unknown[])[];
  readonly selected: readonly Row[];
  readonly count: number;
  readonly one: number;
  readonly raw: readonly Row[];
  readonly refused: string;
}

/** Several pages of each set. */
const pageSize = readSetting() === '2008' ? 7 : 1000;

const readByClient = (): Promise<Told> =>
  new Promise((done, fail) =>
    execFile(
      framesPython,
      [join(root, 'tools/clients/with_odata.py'), `${product.url}/odata/v4`, String(pageSize)],
      { timeout: clientMs() - 10_000, maxBuffer: 1 << 29 },
      (error, output) => (error ? fail(error) : done(JSON.parse(output) as Told)),
    ),
  );

/** The table of /v1, each cell as CSV has it, without the sign that guards formulas. */
async function readTable(address: string): Promise<Record<string, string>[]> {
  const text = await (await fetch(product.url + address)).text();
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(/^'(?=[=+@-])/, '')])),
  );
}
/**
 * What stands in a column of an entity: the number, or the text that stands in its place. This client makes "no" of a yes
 * or no that is missing.
 */
const cellOf = (row: Row, name: string, expected: string | undefined) =>
  row[name] === false && expected === '' ? '' : String(row[name] ?? row[`${name}_text`] ?? '');

const rounds = ['ecosoc-2006-27/2008', ...(readSetting() === '2008' ? [] : ['unodc-glotip/2023'])];
const tables = {
  Observations: ['/v1/observations?limit=all&format=csv'],
  Trends: ['/v1/trends?limit=all&format=csv'],
  Findings: ['/v1/findings?limit=all&format=csv'],
  Coverage: rounds.map((round) => `/v1/rounds/${round}?format=csv`),
};

itWithClient(
  'reads every cell of every table, and what it asks for of them',
  async () => {
    const told = await readByClient();
    expect(Object.keys(told.sets).sort()).toEqual(Object.keys(tables).sort());
    for (const [set, addresses] of Object.entries(tables)) {
      const expected = (await Promise.all(addresses.map(readTable))).flat();
      expect([set, expected.length > 20]).toEqual([set, true]);
      const names = Object.keys(expected[0]!);
      const found = told.sets[set]!.map((row, i) =>
        Object.fromEntries(names.map((name) => [name, cellOf(row, name, expected[i]?.[name])])),
      );
      expect([set, found]).toEqual([set, expected]);
      expect(new Set(told.sets[set]!.map(({ key }) => key)).size).toBe(expected.length);
    }
    const figures = told.sets['Observations']!;
    const ofSalvador = figures.filter(({ respondent }) => respondent === 'SV');
    expect(told.count).toBe(ofSalvador.length);
    const sorted = ofSalvador
      .filter(({ collection }) => collection === 'ecosoc-2006-27')
      .filter(({ indicator }) => String(indicator).startsWith('persons-'))
      .sort((a, b) =>
        a['period']! > b['period']!
          ? -1
          : a['period']! < b['period']!
            ? 1
            : a['indicator']! < b['indicator']!
              ? -1
              : 1,
      );
    expect(sorted.length).toBeGreaterThan(5);
    expect(told.chosen).toEqual(sorted.map(({ indicator, period, value }) => [indicator, period, value]));
    expect(told.selected).toEqual(sorted.slice(0, 3).map(({ period, value }) => ({ period, value })));
    expect(told.one).toBe(37);
    expect(told.raw).toEqual(
      figures
        .filter(({ collection }) => collection === 'ecosoc-2006-27')
        .filter(({ value, qualifier }) => Number(value) > 100 && qualifier !== 'exact')
        .map(({ id, value }) => ({ id, value })),
    );
    expect(told.refused).toContain('is expected, not "the end"');
  },
  clientMs(),
);
