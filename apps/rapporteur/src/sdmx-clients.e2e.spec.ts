/** Stock clients of SDMX, as they are, against the running product: each reads every cell. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { groupBy } from '@rapporteur/domain';
import { parse } from 'csv-parse/sync';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientMs, readSetting, startForClients } from './clients-for-tests.js';
import type { ProductInFolder } from './product-for-tests.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const scripts = join(root, 'tools/sdmx-clients');
const clients = process.env['SDMX_CLIENTS'] ?? join(root, '.cache/sdmx-clients');

let folder: string;
let product: ProductInFolder;
let url: string;

beforeAll(async () => {
  product = await startForClients();
  ({ folder, url } = product);
}, clientMs());
afterAll(async () => {
  await product.stop();
}, 30_000);

/** Skips what cannot run here, and says what is missing. */
function itWith(name: string, isThere: boolean) {
  if (!isThere) process.stderr.write(`${name} reads nothing: tools/sdmx-clients/install puts it here.\n`);
  return isThere ? it : it.skip;
}
const python = (venv: string) => join(clients, venv, 'bin/python');
const has = (venv: string) => existsSync(python(venv));
const jar = join(clients, 'sdmx-dl.jar');
const hasR = spawnSync('Rscript', ['-e', 'library(rsdmx)']).status === 0;
const hasJava = existsSync(jar) && spawnSync('javac', ['--version']).status === 0;

const run = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((done, fail) =>
    execFile(
      command,
      [...args],
      {
        cwd: folder,
        timeout: clientMs() - 10_000,
        maxBuffer: 1 << 29,
        env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
      },
      (error, stdout) => (error ? fail(error) : done(stdout)),
    ),
  );

type Row = Readonly<Record<string, string | null | undefined>>;
type Item = Readonly<Record<'id' | 'value' | 'qualifier' | 'period' | 'event', string>>;

const hasTime = (period: string) => !/\.\.|undated/.test(period);
const isNumber = ({ qualifier, value }: Item) => qualifier !== 'fewer-than' && value !== '';

/** What `/v1/observations` says: identifier, value where there is one number, event. */
async function expected(flow: string): Promise<string[]> {
  const text = await (await fetch(`${url}/v1/observations?limit=all&format=csv`)).text();
  const items = parse(text, { columns: true }) as Item[];
  expect(items.length).toBeGreaterThan(20);
  const cells = [...groupBy(items, ({ id }) => id).values()];
  return cells
    .filter(([first]) => hasTime(first!.period) === (flow === 'FIGURES'))
    .map(
      (all) =>
        `${all[0]!.id} ${all.length === 1 && isNumber(all[0]!) ? all[0]!.value : 'none'} ${all[0]!.event}`,
    )
    .sort();
}

const dimensions = {
  SEX: 'sex',
  AGE: 'age',
  EXPLOITATION: 'form-of-exploitation',
  CITIZENSHIP: 'citizenship',
  REPATRIATED_TO: 'repatriated-to',
  AUDIENCE: 'audience',
  OFFENCE: 'offence',
  LANGUAGE: 'language',
} as const;
const codes: Readonly<Record<string, string>> = {
  F: 'female',
  M: 'male',
  Y0T17: 'child',
  Y_GE18: 'adult',
  _U: 'unknown',
  _O: 'other',
};

/** The same of what a client read. */
function toText(row: Row): string {
  const breakdown = Object.entries(dimensions)
    .flatMap(([id, own]) => {
      const code = row[id];
      return code === '_T' ? [] : [`${own}:${codes[code!] ?? code!.toLowerCase()}`];
    })
    .sort()
    .join(',');
  const period = row['TIME_DETAIL'] || row['TIME_PERIOD']!.slice(0, 4);
  const key = period.startsWith('../')
    ? `upto-${period.slice(3)}`
    : period.endsWith('/..')
      ? `since-${period.slice(0, -3)}`
      : period.replace('/', '..');
  const value = row['OBS_VALUE'];
  const shown = value === null || value === undefined || value === '' ? 'none' : Number(value);
  return `${row['COLLECTION']}~${row['REF_AREA']}~${row['INDICATOR']}~${breakdown || '_T'}~${key} ${shown} ${Number(row['EVENT'])}`;
}

const fromJson = (text: string) => JSON.parse(text.trim().split('\n').at(-1)!) as Row[];
const flows = ['FIGURES', 'FIGURES_UNTIMED'];

describe('every cell is read by', () => {
  const cases = [
    ['pysdmx', 'sdmx1', 'with_pysdmx.py', []],
    ['sdmx1 by v1', 'sdmx1', 'with_sdmx1.py', ['v1']],
    ['sdmx1 by v2', 'sdmx1', 'with_sdmx1.py', ['v2']],
    ['pandaSDMX', 'pandasdmx', 'with_pandasdmx.py', []],
    ['opensdmx', 'opensdmx', 'with_opensdmx.py', []],
  ] as const;
  for (const [name, venv, script, more] of cases)
    itWith(name, has(venv))(
      name,
      async () => {
        for (const flow of flows) {
          const found = fromJson(
            await run(python(venv), [join(scripts, script), `${url}/sdmx`, flow, ...more]),
          );
          expect(found.map(toText).sort()).toEqual(await expected(flow));
        }
      },
      clientMs(),
    );

  itWith('rsdmx', hasR)(
    'rsdmx',
    async () => {
      for (const flow of flows) {
        const file = join(folder, `${flow}.csv`);
        await run('Rscript', [join(scripts, 'with_rsdmx.R'), `${url}/sdmx`, flow, file]);
        const found = parse(readFileSync(file), { columns: true }) as Row[];
        // rsdmx calls what it was told by the standard names of its own.
        const named = found.map((row) => ({
          ...row,
          TIME_PERIOD: row['obsTime'] ?? row['TIME_PERIOD'],
          OBS_VALUE: row['obsValue'] ?? row['OBS_VALUE'],
        }));
        expect(named.map(toText).sort()).toEqual(await expected(flow));
      }
    },
    clientMs(),
  );

  itWith('sdmx-dl', hasJava)(
    'sdmx-dl, but for those without a value, which it drops',
    async () => {
      const text = await run('java', [
        '-Dfile.encoding=UTF-8',
        '-cp',
        jar,
        join(scripts, 'WithSdmxDl.java'),
        `${url}/sdmx`,
        'FIGURES',
      ]);
      const found = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Row);
      const all = await expected('FIGURES');
      expect(found.map(toText).sort()).toEqual(all.filter((one) => !one.includes(' none ')));
    },
    clientMs(),
  );
});

/** What forms messages have does not depend on how many figures there are, and a schema takes minutes to check a large one. */
const isSmall = readSetting() === '2008';
(isSmall ? itWith('The official schemas', has('sdmx1')) : it.skip)(
  'every form of message holds by the official schemas',
  async () => {
    const found = await run(python('sdmx1'), [join(scripts, 'validate.py'), `${url}/sdmx`, flows.join(',')]);
    expect(found.trim()).toBe('');
  },
  clientMs(),
);

/** The charts that docs/sdmx.md draws, as it has them, each with a line that tells what was drawn. */
describe('the chart of docs/sdmx.md', () => {
  const text = readFileSync(join(root, 'docs/sdmx.md'), 'utf8');
  const codeOf = (language: string) =>
    text
      .match(new RegExp('^```' + language + '\\n([^]*?)^```', 'm'))![1]!
      .replace('http://127.0.0.1:3000', url);
  const isPicture = (name: string) => readFileSync(join(folder, name)).subarray(1, 4).toString() === 'PNG';

  itWith('The chart in Python', has('sdmx1'))(
    'is drawn in Python in five lines',
    async () => {
      const file = join(folder, 'chart.py');
      writeFileSync(file, `${codeOf('python')}print(years.tolist())\n`);
      expect(codeOf('python').trim().split('\n')).toHaveLength(5);
      expect((await run(python('sdmx1'), [file])).trim()).toBe('[18.0, 37.0, 6.0]');
      expect(isPicture('chart-python.png')).toBe(true);
    },
    clientMs(),
  );
  itWith('The chart in R', hasR)(
    'is drawn in R in five lines',
    async () => {
      const file = join(folder, 'chart.R');
      writeFileSync(file, `${codeOf('r')}cat(figures$persons[order(figures$year)])\n`);
      expect(codeOf('r').trim().split('\n')).toHaveLength(5);
      expect((await run('Rscript', [file])).trim()).toBe('18 37 6');
      expect(isPicture('chart-r.png')).toBe(true);
    },
    clientMs(),
  );
});
