/** Tables whose years are columns, and files whose figures are parted over several sheets. */
import { expect, it, describe } from '@jest/globals';
import { ods, sheet, toZip, workbook } from '@rapporteur/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMapping, type Mapping } from './mapping.js';
import { readTable, type ImportedTable } from './read-table.js';

const by = (more: object): Mapping =>
  parseMapping(
    JSON.stringify({
      respondent: { name: ['Country'] },
      period: { columns: ['Year'] },
      value: { columns: ['Value'] },
      indicator: { columns: ['Measure'], words: { convicted: 'persons-convicted', '': 'persons-convicted' } },
      breakdown: [{ columns: ['Sex'], dimension: 'sex', words: { F: 'female', M: 'male' }, optional: true }],
      ...more,
    }),
  );

async function read(content: Buffer | string, mapping: Mapping): Promise<ImportedTable> {
  const folder = await mkdtemp(join(tmpdir(), 'shape-rows-'));
  try {
    await writeFile(join(folder, 'file'), content);
    const reading = { collection: 'c', receivedOn: '2023-05-30' };
    return await readTable(join(folder, 'file'), mapping, reading, () => undefined);
  } finally {
    await rm(folder, { recursive: true });
  }
}
const figures = ({ replies }: ImportedTable) =>
  [...replies].flatMap(([code, { observations }]) =>
    [...observations.values()].map(({ period, value, row, breakdown, words }) => ({
      ...{ said: `${code} ${breakdown['sex'] ?? '_'} ${period} ${value}`, row, words },
    })),
  );
const said = (table: ImportedTable) => figures(table).map((one) => one.said);

describe('figures across', () => {
  const across = by({
    figuresAcross: ['Men', 'women', 'Total'],
    breakdown: [
      { columns: ['(column)'], dimension: 'sex', words: { Men: 'male', women: 'female', Total: null } },
    ],
    indicator: { columns: ['Measure'], optional: true, words: { '': 'persons-convicted' } },
  });
  const lines = [
    'Country,Men,Note,Women,Year,Total',
    'El Salvador,1,a,2,2007,3',
    'Austria,,b,4,2008,x',
    'Austria,,,,2009,',
  ];
  it('become a row for each figure, with the name of its column as a word', async () => {
    const table = await read(lines.join('\n'), across);
    expect(said(table)).toEqual(['SV male 2007 1', 'SV female 2007 2', 'SV _ 2007 3', 'AT female 2008 4']);
    expect(figures(table)[1]).toMatchObject({ row: 2, words: { '(column)': 'Women' } });
    expect([table.rows, table.refused]).toEqual([6, 2]);
    expect(table.refusedRows.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '3 "x" is no count',
      '4 it has no figure in any of the columns of figures',
    ]);
  });
  it('must all be there: a column that is left out would withdraw its figures', async () => {
    const lacking = lines.map((line) => line.replace('Women', 'Femmes'));
    await expect(read(lacking.join('\n'), across)).rejects.toThrow(/women/);
    expect(() => by({ figuresAcross: ['Men'], yearsAcross: true })).toThrow(
      /"yearsAcross" and "figuresAcross"/,
    );
  });
});

describe('digits and years of other scripts', () => {
  it('are read as the numbers that they are, and kept as they are written', async () => {
    const table = await read(
      [
        'Country,Sex,Year,Value',
        'البوسنة والهرسك,F,٢٠١٩,"١٬٢٣٤"',
        '奥地利,M,2018年,５',
        'Австрия,F,2017 г.,7',
      ].join('\n'),
      by({ value: { columns: ['Value'], grouping: [','] } }),
    );
    expect(said(table)).toEqual(['BA female 2019 1234', 'AT male 2018 5', 'AT female 2017 7']);
    expect([...table.replies.get('BA')!.observations.values()]).toMatchObject([{ asWritten: '١٬٢٣٤' }]);
  });
  it('may begin a fraction, and then are no count', async () => {
    const table = await read(['Country,Year,Value', 'Austria,٢٠١٩,١٫٥'].join('\n'), by({}));
    expect(table.refusedRows).toMatchObject([{ reason: '"١٫٥" is no count' }]);
  });
});

describe('years across', () => {
  const across = by({ yearsAcross: true });
  const lines = [
    'Persons,,,,,',
    'Country,Sex,2007,Y2008,2009 [YR2009],Note',
    'El Salvador,F,6,,8,a',
    'Ruritania,F,1,,2,',
    'Austria,M,,,,b',
    ',,,,,',
    'Austria,M,x,1.5,,',
    '',
  ];
  it('become a row for each figure, with the number of their row', async () => {
    const table = await read(lines.join('\n'), across);
    expect(said(table)).toEqual(['SV female 2007 6', 'SV female 2009 8']);
    expect(figures(table)[1]).toMatchObject({ row: 3, words: { Sex: 'F' } });
    expect([table.rows, table.refused, table.waiting.count]).toEqual([7, 3, 2]);
    expect(table.header).toEqual(['Year', 'Value', 'Country', 'Sex', 'Note']);
    expect(table.refusedRows).toMatchObject([
      { row: 4, cells: ['2007', '1', 'Ruritania', 'F', ''] },
      { row: 4, cells: ['2009', '2', 'Ruritania', 'F', ''] },
      { row: 5, reason: 'it has no figure in any of the columns of figures' },
      { row: 7, reason: '"x" is no count' },
      { row: 7, reason: '"1.5" is no count', cells: ['2008', '1.5', 'Austria', 'M', ''] },
    ]);
  });
  it('have a meaning for a blank where the mapping says so', async () => {
    const table = await read(
      lines.join('\n'),
      by({ yearsAcross: true, value: { columns: ['Value'], words: { '': 'not-available' } } }),
    );
    expect([table.rows, table.refused, table.waiting.count]).toEqual([12, 2, 3]);
  });
  it('keep a cell of a spreadsheet that is no count from being one', async () => {
    const xml =
      '<row r="1"><c t="str"><v>Country</v></c><c><v>2007</v></c></row><row r="2"><c t="str"><v>Austria</v></c><c t="b"><v>1</v></c></row>';
    const table = await read(toZip([...workbook(), sheet(xml)]), across);
    expect(table.refusedRows).toMatchObject([{ reason: '"TRUE" is no count' }]);
  });
  it('are needed in the header', async () => {
    await expect(read('Country,Value\nAustria,7', across)).rejects.toThrow(/a column whose name is a year/);
  });
});

describe('several sheets', () => {
  const row = (cells: readonly string[]) =>
    `<table:table-row>${cells.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
  const file = (sheets: Readonly<Record<string, readonly (readonly string[])[]>>) =>
    toZip(
      ods(
        Object.entries(sheets)
          .map(([name, rows]) => `<table:table table:name="${name}">${rows.map(row).join('')}</table:table>`)
          .join(''),
      ),
    );
  const women = [
    ['Country', 'Year', 'Value', 'Sex'],
    ['Austria', '2007', '7', 'F'],
    ['Atlantis', '2007', '7', 'F'],
  ];
  const men = [
    ['Sex', 'Value', 'Year', 'Country'],
    ['M', '8', '2007', 'Austria'],
    ['M', 'x', '2007', 'Austria'],
  ];
  it('are all read, each below its own header, and told in the words of a figure', async () => {
    const everySheet = { except: ['notes'] };
    const table = await read(
      file({ Women: women, Notes: [['a']], Men: men, Empty: [[]] }),
      by({ everySheet }),
    );
    expect(said(table)).toEqual(['AT female 2007 7', 'AT male 2007 8']);
    expect(figures(table)[1]).toMatchObject({ row: 2, words: { '(sheet)': 'Men', Sex: 'M' } });
    expect(table.header).toEqual(['(sheet)', 'Country', 'Year', 'Value', 'Sex']);
    expect(table.refusedRows).toMatchObject([
      { row: 3, cells: ['Women', 'Atlantis', '2007', '7', 'F'] },
      { row: 3, cells: ['Men', 'Austria', '2007', 'x', 'M'] },
    ]);
  });
  it('may say in their names what their figures are', async () => {
    const sex = [{ columns: ['(sheet)'], dimension: 'sex', words: { Women: 'female' } }];
    const table = await read(file({ Women: women }), by({ everySheet: {}, breakdown: sex }));
    expect(said(table)).toEqual(['AT female 2007 7']);
  });
  it('are refused where nobody said which, or one of all has no header', async () => {
    await expect(read(file({ Women: women, Men: men }), by({}))).rejects.toMatchObject({
      code: 'several-sheets',
    });
    await expect(read(file({ Women: women, Notes: [['a']] }), by({ everySheet: {} }))).rejects.toThrow(
      /"Notes" lacks/,
    );
    expect(said(await read(file({ Notes: [['a']], Men: men }), by({})))).toEqual(['AT male 2007 8']);
    expect(said(await read(file({ Women: women, Men: men }), by({ sheets: ['Men', 'Women'] })))).toEqual([
      'AT male 2007 8',
    ]);
  });
});
