/** The reader of .ods, element by element: how cells of each kind are read, its bounds, and the size of its batches. */
import { describe, expect, it } from '@jest/globals';
import { ods, toZip } from '@rapporteur/testing';
import { limits } from './limits.js';
import { OdsReader } from './ods-reader.js';
import { readFileRows, showRow } from './read-file-for-tests.js';

const reading = (rows: string) =>
  readFileRows(toZip(ods(`<table:table table:name="A">${rows}</table:table>`)));
const row = (cells: string, attributes = '') => `<table:table-row${attributes}>${cells}</table:table-row>`;
const cell = (attributes: string, shown = '<text:p>shown</text:p>') =>
  `<table:table-cell${attributes}>${shown}</table:table-cell>`;
const typed = (type: string, more = '') => ` office:value-type="${type}"${more}`;
const repeatedCell = (times: string | number) => ` table:number-columns-repeated="${times}"`;
const repeatedRow = (times: string | number) => ` table:number-rows-repeated="${times}"`;
const refusal = (code: string, message: string) => ({ name: 'UnreadableFile', code, message });
const anew = 'Open it in a spreadsheet program, and save it anew.';

describe('a cell of an .ods', () => {
  it.each<[string, string, string, boolean]>([
    ['without a kind', cell(''), 'shown', true],
    ['of text', cell(typed('string')), 'shown', true],
    ['of text with a text of its own', cell(typed('string', ' office:string-value="own"')), 'own', true],
    ['of a number', cell(typed('float', ' office:value="7"')), '7', true],
    ['of a number without one', `${cell(typed('float'))}${cell('')}`, 'shown', true],
    ['of a share', cell(typed('percentage', ' office:value="0.25"')), '25%', false],
    ['of money', cell(typed('currency', ' office:value="7"')), 'shown', false],
    ['of money that is not shown', cell(typed('currency', ' office:value="7"'), ''), '7', false],
    ['of a day', cell(typed('date', ' office:date-value="2007-05-01"')), '2007-05-01', false],
    ['of a day that is only shown', cell(typed('date')), 'shown', false],
    ['of a time', cell(typed('time', ' office:time-value="PT1H"')), 'PT1H', false],
    ['of a time that is only shown', cell(typed('time')), 'shown', false],
    ['of truth', cell(typed('boolean', ' office:boolean-value="false"')), 'FALSE', false],
    ['of truth that is only shown', cell(typed('boolean')), 'shown', false],
  ])('%s is read by what it says', async (_, cells, text, isCount) => {
    const [read] = await reading(row(cells));
    expect(read!.cells).toEqual([text]);
    expect(read!.noCounts === undefined).toBe(isCount);
  });

  it('has its text as it stands: spaces, tabs, links, line breaks and paragraphs', async () => {
    const paragraphs =
      '<text:p>a<text:s/>b<text:s text:c="3"/>c<text:s text:c="0"/>d</text:p><text:p><text:a>e</text:a><text:line-break/><text:span>f<text:tab/></text:span>g</text:p><text:p/>';
    const [read] = await reading(row(cell(typed('string'), paragraphs)));
    expect(read!.cells).toEqual(['a b   c d\ne\nf\tg\n']);
  });

  it('has no text of what it does not show', async () => {
    const hidden = '<text:p>a<text:note>1<text:p>2</text:p></text:note>b</text:p>between';
    const rows = await reading(
      row(cell('', hidden)) + '<table:table-rows>' + row(cell('')) + '</table:table-rows>',
    );
    expect(rows.map(showRow)).toEqual([['ab'], ['shown']]);
  });

  it('of a kind that there is not says so, with its place', async () => {
    await expect(reading(row('') + row(cell(typed('colour'))))).rejects.toMatchObject(
      refusal(
        'damaged',
        `The file is damaged in sheet "A", row 2: a cell is of the kind "colour", which there is not. ${anew}`,
      ),
    );
  });
});

describe('what is repeated in an .ods', () => {
  it('may be written with zeros before it, and is told with its place where it is no number', async () => {
    expect((await reading(row(cell('') + cell(repeatedCell('002'))))).map(showRow)).toEqual([
      ['shown', 'shown', 'shown'],
    ]);
    await expect(reading(row(cell(''), repeatedRow('x1')))).rejects.toMatchObject(
      refusal('damaged', `The file is damaged in sheet "A", row 1: a row is repeated "x1" times. ${anew}`),
    );
    for (const times of ['10000000000', '1x', ' 1'])
      await expect(reading(row(cell(repeatedCell(times), '')))).rejects.toMatchObject(
        refusal(
          'damaged',
          `The file is damaged in sheet "A", row 1: a cell is repeated "${times}" times. ${anew}`,
        ),
      );
    expect(await reading(row(cell(repeatedCell('9999999999'), '')))).toEqual([]);
  });

  it('is no count at any of its places where it is none at the first', async () => {
    const shares = cell(typed('percentage', ` office:value="0.5"${repeatedCell(3)}`));
    const [read] = await reading(row(cell('') + shares));
    expect([read!.columns, [...read!.noCounts!]]).toEqual([
      [0, 1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('may fill a row and a sheet to their ends, and no further', async () => {
    const [wide] = await reading(row(cell(repeatedCell(limits.columns))));
    expect([wide!.cells.length, wide!.columns!.at(-1)]).toEqual([limits.columns, limits.columns - 1]);
    await expect(reading(row('') + row(cell(repeatedCell(limits.columns + 1))))).rejects.toMatchObject(
      refusal('too-large', `Sheet "A" is too large: row 2 has more than ${limits.columns} columns.`),
    );
    const empty = row(cell('', ''), repeatedRow(limits.rows - 1));
    expect((await reading(empty + row(cell('')))).map((one) => one.row)).toEqual([limits.rows]);
    await expect(reading(empty + row(cell(''), repeatedRow(2)))).rejects.toMatchObject(
      refusal('too-large', `Sheet "A" is too large: it has more than ${limits.rows} rows.`),
    );
  });

  it('is no more text than may be read, however it is repeated', () => {
    // A cell of 1,024 characters in 1,024 columns of 1,024 rows is as much as may be read.
    const read = (more: string) => {
      const reader = new OdsReader(0);
      for (const name of ['document-content', 'body', 'spreadsheet', 'table']) reader.open(name, {});
      reader.open('table-row', { 'table:number-rows-repeated': '1024' });
      reader.open('table-cell', { 'table:number-columns-repeated': '1024' });
      reader.open('p', {});
      reader.text('x'.repeat(1024) + more);
      for (const name of ['p', 'table-cell', 'table-row']) reader.close(name);
    };
    expect(limits.text).toBe(1024 ** 3);
    expect(() => read('')).not.toThrow();
    expect(() => read('x')).toThrow(
      `Sheet "Sheet 1" is too large: it holds more than ${limits.text} characters.`,
    );
  });

  it('is given in batches, each of a thousand rows, or of so many cells as fill the room', () => {
    const batches = (rows: number, cells: number) => {
      const reader = new OdsReader(0);
      for (const name of ['document-content', 'body', 'spreadsheet', 'table']) reader.open(name, {});
      reader.open('table-row', { 'table:number-rows-repeated': String(rows) });
      reader.open('table-cell', {
        'table:number-columns-repeated': String(cells),
        ...{ 'office:value-type': 'float', 'office:value': '7' },
      });
      for (const name of ['table-cell', 'table-row']) reader.close(name);
      const taken = [...reader.take()];
      expect([...reader.take()]).toEqual([]);
      expect(taken.flat().map((one) => one.row)).toEqual(Array.from({ length: rows }, (_, i) => i + 1));
      return taken.map((batch) => batch.length);
    };
    expect(batches(2001, 1)).toEqual([1000, 1000, 1]);
    expect(batches(2000, 1)).toEqual([1000, 1000]);
    expect(batches(25, 10_000)).toEqual([10, 10, 5]);
  });
});

describe('the sheets of an .ods', () => {
  const sheets = (count: number) => toZip(ods('<table:table/>'.repeat(count)));
  it('are as many as anybody looks through', async () => {
    expect(await readFileRows(sheets(limits.sheets), 'Sheet 1000')).toEqual([]);
    await expect(readFileRows(sheets(limits.sheets + 1))).rejects.toMatchObject(
      refusal('too-large', 'The file has more than 1000 sheets.'),
    );
  });

  it('are read to their ends, however long they are', async () => {
    const long = Array.from({ length: 20_000 }, (_, i) => row(cell('', `<text:p>${i}</text:p>`))).join('');
    const table = (name: string) => `<table:table table:name="${name}">${long}</table:table>`;
    const rows = await readFileRows(toZip(ods(['A', 'B', 'C'].map(table).join(''))), 'B');
    expect([rows.length, rows[0], rows.at(-1)]).toMatchObject([
      20_000,
      { row: 1, cells: ['0'] },
      { row: 20_000, cells: ['19999'] },
    ]);
  });

  it('are behind where the next but one has begun', () => {
    const reader = new OdsReader(0);
    for (const name of ['document-content', 'body', 'spreadsheet']) reader.open(name, {});
    const through = [1, 2, 3].map(() => {
      reader.open('table', {});
      reader.close('table');
      return reader.isThrough;
    });
    expect(through).toEqual([false, true, true]);
  });

  it('are told to be behind a password, or of no spreadsheet', async () => {
    const locked = [
      ...ods('<table:table/>'),
      {
        name: 'META-INF/manifest.xml',
        content: '<manifest><encryption-data/><file-entry/></manifest>',
      },
    ];
    await expect(readFileRows(toZip(locked))).rejects.toMatchObject(
      refusal(
        'not-a-spreadsheet',
        'The file is protected by a password. Save it as .ods, .xlsx or .csv without one.',
      ),
    );
    await expect(readFileRows(toZip(ods('')))).rejects.toMatchObject(
      refusal('not-a-spreadsheet', 'The file is an OpenDocument, but no spreadsheet.'),
    );
  });
});
