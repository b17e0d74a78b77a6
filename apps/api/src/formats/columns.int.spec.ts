/** docs/columns.md against the code: the columns of every table and view, and what each means. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tableMedia } from './choose-format.js';
import { columnMeanings } from './columns.js';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';
import { routes } from '../routes/routes.js';

const page = readFileSync(fileURLToPath(new URL('../../../../docs/columns.md', import.meta.url)), 'utf8');
/** The columns that docs/columns.md lists for each table, by its heading. */
const documented = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section): [string, string[]] => {
      const [heading = '', ...lines] = section.split(/\n## /)[0]!.split('\n');
      return [heading, [...lines.join(' ').matchAll(/`(\w+)`/g)].map(([, name]) => name!)];
    }),
);

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV']),
    submitted(
      'SV',
      '2008-01-20',
      [figure('persons-prosecuted', '2006', 37)],
      [{ topic: 'shelters', paragraph: 3 }],
    ),
  );
  await store.apply();
});
afterAll(() => store.close());

const samples: Readonly<Record<string, string>> = {
  '/v1/rounds/:collection/:round': '/v1/rounds/c/2008?',
  '/v1/revisions': '/v1/revisions?from=2008-01-01&to=2008-12-31&',
  '/v1/shares': '/v1/shares?indicator=persons-prosecuted&breakdown=sex:female&',
  '/v1/differences': '/v1/differences?collection=c&from=2008&to=2008&',
  '/v1/panels': '/v1/panels?region=419&indicator=persons-prosecuted&collection=c&from=2006&to=2006&',
};
// Left out: the same table at an address with the slash encoded.
const tables = routes
  .filter(({ alsoAs, path }) => alsoAs?.includes(tableMedia[0]!) && path !== '/v1/rounds/:id')
  .map(({ path }) => path);
const headingOf = (path: string) => path.replace(/:(\w+)/g, '{$1}');
const views = ['observations', 'vintages', 'findings', 'trends', 'rates', 'population', 'coverage'].map(
  (view) => `bi.${view}`,
);

describe('the page of columns', () => {
  it.each(tables)('has those of %s, in their order', async (path) => {
    const { text } = await store.get(`${samples[path] ?? `${path}?`}format=csv`);
    expect(documented.get(headingOf(path))).toEqual((parse(text) as string[][])[0]);
  });

  it.each(views)('has those of %s, in their order', async (view) => {
    const { rows } = await store.pool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema || '.' || table_name = $1 ORDER BY ordinal_position`,
      [view],
    );
    expect(documented.get(view)).toEqual(rows.map(({ name }) => name));
  });

  it('has those of the Data Package', async () => {
    const csv = strFromU8(unzipSync((await store.get('/v1/package')).bytes)['observations.csv']!);
    expect(documented.get('/v1/package')).toEqual((parse(csv) as string[][])[0]);
  });

  it('has no table that is not there', () => {
    const there = [...tables.map(headingOf), ...views, '/v1/package', 'Changes'];
    expect([...documented.keys()].sort()).toEqual(there.sort());
  });

  it('says of every column what the code says, and of no other', () => {
    const row = ([name, { type, unit, meaning }]: [string, (typeof columnMeanings)[string]]) =>
      `| \`${name}\` | ${type} | ${unit ?? ''} | ${meaning.replaceAll('|', '\\|')} |`;
    const rows = page
      .split('\n## Meanings')[1]!
      .split('\n## ')[0]!
      .match(/^\| `.*$/gm);
    expect(rows).toEqual(Object.entries(columnMeanings).map(row));
    const used = new Set(
      [...documented].filter(([name]) => name !== 'Changes').flatMap(([, names]) => names),
    );
    expect([...used].sort()).toEqual(Object.keys(columnMeanings).sort());
  });
});
