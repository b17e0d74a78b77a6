/** The tables of a file that nobody has seen: where their headers are, which sheets belong together, and what is in no column. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ods, toZip } from '@rapporteur/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherTables } from './gather-table.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gather-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function gather(content: string | Buffer) {
  await writeFile(join(folder, 'file'), content);
  return gatherTables(join(folder, 'file'));
}
const one = async (...lines: readonly string[]) => (await gather(lines.join('\n')))[0]!;
const body = (count: number, line = 'Austria,2017,5') => Array<string>(count).fill(line);
const sheets = (all: Readonly<Record<string, readonly (readonly string[])[]>>) =>
  toZip(
    ods(
      Object.entries(all)
        .map(
          ([name, rows]) =>
            `<table:table table:name="${name}">${rows
              .map(
                (cells) =>
                  `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`,
              )
              .join('')}</table:table>`,
        )
        .join(''),
    ),
  );

describe('the header', () => {
  const rowOf = async (...lines: readonly string[]) => (await gather(lines.join('\n')))[0]?.headerRow;
  it('is the first row that is wide enough for what is below it', async () => {
    expect(await rowOf('Title', 'a,b', 'Country,Year,Value', ...body(3))).toBe(2);
    expect(await rowOf('Title', 'a,b', 'Country,Year,Value,More', ...body(5, 'Austria,2017,5,x'))).toBe(3);
    expect(await rowOf('', ',,', 'Country,Year,Value', ...body(3))).toBe(3);
    expect(await rowOf('Country', 'Austria')).toBeUndefined();
    // Of the rows below the usual one counts, not the widest.
    expect(await rowOf('a,b', 'x,y', 'x,y', 'x,y', '1,2,3,4,5,6,7,8')).toBe(1);
  });

  it('has no number but years, and no name twice', async () => {
    expect(await rowOf('Country,7', 'Country,Year', ...body(3, 'Austria,2017'))).toBe(2);
    for (const number of ['<5', '12.5', '50%', '- 3', '1 282', '٥'])
      expect(await rowOf(`Country,"${number}"`, 'Country,Year', 'Austria,2017')).toBe(2);
    expect(await rowOf('Country,2017', 'Austria,5', 'Bolivia,6')).toBe(1);
    expect(await rowOf('Country, country ', 'Country,Year', 'Austria,2017')).toBe(2);
    expect(await rowOf('Country,5a', 'Austria,2017')).toBe(1);
  });

  it('is within the first fifty rows that are filled', async () => {
    const before = (count: number) => Array.from({ length: count }, (_, i) => `only ${i},,`);
    expect(await rowOf(...before(49), 'Country,Year,Value', ...body(3))).toBe(50);
    expect(await rowOf(...before(50), 'Country,Year,Value', ...body(3))).toBeUndefined();
  });
});

describe('a table', () => {
  it('has its columns with their cells, and counts what stands in none', async () => {
    const table = await one('Title', 'Country,, Year ,Value', ' Austria ,x,2017,5,y', ',,,', 'Bolivia,,2018');
    expect(table).toMatchObject({
      ...{ headerRow: 2, rows: 2, isCut: false, nameless: 2, yearsAcross: false, figuresAcross: [] },
      ...{ sheets: ['csv'], otherSheets: [] },
      columns: [
        { name: 'Country', cells: ['Austria', 'Bolivia'] },
        { name: 'Year', cells: ['2017', '2018'] },
        { name: 'Value', cells: ['5', ''] },
      ],
    });
  });

  it('with two years as columns has a row for each figure, with one it has none', async () => {
    const table = await one('Country,2017,2018', 'Austria,5,6', 'Bolivia,,7');
    expect(table).toMatchObject({
      ...{ yearsAcross: true, rows: 3 },
      columns: [
        { name: '(year)', cells: ['2017', '2018', '2018'] },
        { name: '(figure)', cells: ['5', '6', '7'] },
        { name: 'Country', cells: ['Austria', 'Austria', 'Bolivia'] },
      ],
    });
    expect(await one('Country,2017,x', 'Austria,5,6')).toMatchObject({ yearsAcross: false, rows: 1 });
  });

  it('is looked at for a hundred thousand rows', async () => {
    const all = await one('Country,Year,Value', ...body(100_000));
    expect([all.rows, all.isCut]).toEqual([100_000, false]);
    const more = await one('Country,Year,Value', ...body(100_001));
    expect([more.rows, more.isCut, more.columns[0]!.cells.length]).toEqual([100_000, true, 100_000]);
  });
});

describe('the sheets of a file', () => {
  const head = ['Country', 'Year', 'Value'];
  it('with the same columns in any order are one table, the one of most sheets first', async () => {
    const tables = await gather(
      sheets({
        Notes: [
          ['a', 'b'],
          ['c', 'd'],
        ],
        A: [head, ['Austria', '2017', '5']],
        B: [
          ['VALUE', 'year ', 'Country'],
          ['6', '2018', 'Bolivia'],
        ],
        Empty: [],
        Text: [['only this']],
      }),
    );
    expect(tables.map((table) => table.sheets)).toEqual([['A', 'B'], ['Notes']]);
    expect(tables.map((table) => table.otherSheets)).toEqual([
      ['Notes', 'Text'],
      ['A', 'B', 'Text'],
    ]);
    expect(tables[0]).toMatchObject({
      rows: 2,
      columns: [
        { name: '(sheet)', cells: ['A', 'B'] },
        { name: 'Country', cells: ['Austria', 'Bolivia'] },
        { name: 'Year', cells: ['2017', '2018'] },
        { name: 'Value', cells: ['5', '6'] },
      ],
    });
  });

  it('with years as columns are one table whichever years they have, and none with those without', async () => {
    const tables = await gather(
      sheets({
        A: [
          ['Country', '2017', '2018'],
          ['Austria', '1', '2'],
        ],
        B: [
          ['Country', '2019', '2020'],
          ['Austria', '3', '4'],
        ],
        C: [
          ['Country', 'x'],
          ['Austria', '5'],
        ],
      }),
    );
    expect(tables.map((table) => table.sheets)).toEqual([['A', 'B'], ['C']]);
    expect(tables[0]!.columns[1]!.cells).toEqual(['2017', '2018', '2019', '2020']);
  });
});
