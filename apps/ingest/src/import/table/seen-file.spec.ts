/** What people are shown of a file before it is stored: sheet, header, columns with their use, and the period. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMapping, type Mapping } from './mapping.js';
import { readTable } from './read-table.js';

const samplePath = fileURLToPath(
  new URL('../../../../../data/samples/unodc-glotip-sample.csv', import.meta.url),
);
let folder: string;
let mapping: Mapping;
let lines: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seen-file-'));
  mapping = await findMapping('unodc-glotip');
  lines = (await readFile(samplePath, 'utf8')).trim().split('\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function see(content: readonly string[]) {
  const path = join(folder, 'file');
  await writeFile(path, content.join('\n'));
  const reading = { collection: 'unodc-glotip', receivedOn: '2023-05-30' };
  return (await readTable(path, mapping, reading, () => undefined)).seen;
}

it('tells where the header is, and what each column is read as', async () => {
  const { columns, ...seen } = await see(lines);
  expect(seen).toMatchObject({ sheet: 'csv', headerRow: 3 });
  const uses = Object.fromEntries(columns.map(({ name, use }) => [name, use]));
  expect(uses).toMatchObject({
    ...{ Iso3_code: 'respondent', Country: 'respondent', Year: 'period', txtVALUE: 'value' },
    ...{ Indicator: 'indicator', Sex: 'breakdown', Age: 'breakdown', Category: 'breakdown' },
    ...{ 'Unit of measurement': 'only' },
  });
  expect(columns.map(({ name }) => name)).toEqual(lines[2]!.split(','));
});

it('tells the first and the last year, those of rows that wait among them', async () => {
  const year = lines[2]!.split(',').indexOf('Year');
  const words = lines[3]!.split(',');
  const of = (when: string, category = words[8]!) =>
    words.map((cell, i) => (i === year ? when : i === 8 ? category : cell)).join(',');
  const head = lines.slice(0, 3);
  expect(await see([...head, of('2009'), of('2007'), of('2011')])).toMatchObject({
    from: '2007',
    to: '2011',
  });
  expect(await see([...head, of('soon')])).toMatchObject({ from: null, to: null });
});

it('leaves a column out of use that the mapping does not name', async () => {
  const more = lines.map((line, i) => (i < 2 ? line : `${line},${i === 2 ? 'Remark' : 'x'}`));
  expect((await see(more)).columns.at(-1)).toEqual({ name: 'Remark', use: null });
});
