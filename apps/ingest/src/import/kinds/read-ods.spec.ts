/** Reading .ods: cells of every kind, what is repeated, and files that are damaged or made to do harm. */
import { describe, expect, it } from '@jest/globals';
import { ods, toZip } from '@rapporteur/testing';
import { readFileRows, showRow } from './read-file-for-tests.js';

const read = (rows: string) => readFileRows(toZip(ods(`<table:table table:name="A">${rows}</table:table>`)));
const row = (cells: string, attributes = '') => `<table:table-row${attributes}>${cells}</table:table-row>`;
const text = (shown: string, attributes = '') =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${shown}</text:p></table:table-cell>`;
const number = (value: string, kind = 'float', shown = value) =>
  `<table:table-cell office:value-type="${kind}" office:value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
const repeated = (times: number | string) => ` table:number-columns-repeated="${times}"`;

describe('an .ods', () => {
  it('gives texts as they are shown, and numbers as they are stored', async () => {
    const [first] = await read(
      row(
        text('El<text:s text:c="2"/>Salvador<text:tab/>&lt;5') +
          number('1282', 'float', '1.282') +
          '<table:table-cell/>' +
          number('2.5') +
          number('0.5', 'percentage') +
          number('7', 'currency', '7 €') +
          '<table:table-cell office:value-type="date" office:date-value="2007-05-01"><text:p>1 May</text:p></table:table-cell>' +
          '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>' +
          '<table:table-cell office:value-type="string"><text:p>a</text:p><text:p>b<text:span>c</text:span></text:p></table:table-cell>',
      ),
    );
    expect(showRow(first!)).toEqual([
      ...['El  Salvador\t<5', '1282', '', '2.5', '50%', '7 €', '2007-05-01', 'TRUE', 'a\nbc'],
    ]);
    expect([...first!.noCounts!]).toEqual([3, 4, 5, 6, 7]);
  });
  it('gives what is repeated at each of its places, and passes over what is empty', async () => {
    const empty = row('<table:table-cell/>', ' table:number-rows-repeated="1000000"');
    const rows = await read(
      row(`<table:table-cell${repeated(3)}/>${text('x', repeated(2))}<table:table-cell${repeated(16379)}/>`) +
        row('<table:table-cell/>', ' table:number-rows-repeated="4"') +
        row(number('6'), ' table:number-rows-repeated="2"') +
        empty +
        empty,
    );
    expect(rows.map((one) => [one.row, showRow(one)])).toEqual([
      [1, ['', '', '', 'x', 'x']],
      [6, ['6']],
      [7, ['6']],
    ]);
  });
  it('passes over comments, changes, pictures, tables in cells and what a merged cell covers', async () => {
    const note =
      '<table:table-cell office:value-type="float" office:value="6"><office:annotation><text:p>wrong</text:p></office:annotation><text:p>6</text:p><table:table><table:table-row><table:table-cell office:value-type="float" office:value="9"/></table:table-row></table:table></table:table-cell>';
    const rows = await read(
      `<table:shapes><draw:frame><text:p>x</text:p></draw:frame></table:shapes><table:table-header-rows>${row(note + '<table:covered-table-cell office:value-type="float" office:value="8"/>' + text('y'))}</table:table-header-rows><table:table-row-group>${row(text('z'))}</table:table-row-group>`,
    );
    expect(rows.map(showRow)).toEqual([['6', '', 'y'], ['z']]);
  });
  it('has several sheets, of which each is read alone', async () => {
    const table = (name: string, cell: string) =>
      `<table:table table:name="${name}">${row(text(cell))}</table:table>`;
    const bytes = toZip(ods(table('A', '1') + table('B', '2') + table('B', '3')));
    const shown = await Promise.all(['A', 'B', 'B (3)'].map((name) => readFileRows(bytes, name)));
    expect(shown.map(([first]) => showRow(first!))).toEqual([['1'], ['2'], ['3']]);
    const unnamed = toZip(ods([1, 2].map((n) => `<table:table>${row(text(`${n}`))}</table:table>`).join('')));
    expect((await readFileRows(unnamed, 'Sheet 2')).map(showRow)).toEqual([['2']]);
  });
});

describe('an .ods that is made to do harm', () => {
  it.each([
    ['a filled cell in 10^9 columns', row(text('x', repeated(1_000_000_000)))],
    ['a filled row 10^9 times', row(text('x'), ' table:number-rows-repeated="1000000000"')],
    [
      'more characters than a spreadsheet has',
      row(text('x'.repeat(1000), repeated(16_384)), ' table:number-rows-repeated="1000"'),
    ],
  ])('%s is refused', async (_, rows) => {
    await expect(read(rows)).rejects.toMatchObject({ code: 'too-large' });
  });
  it.each(['0', '-1', '1.5', '1e9', 'x', ''])('a repetition of "%s" times is refused', async (times) => {
    await expect(read(row(text('x', repeated(times))))).rejects.toMatchObject({
      ...{ code: 'damaged', message: expect.stringContaining('cell') as unknown },
    });
    const rows = ` table:number-rows-repeated="${times}"`;
    await expect(read(row(text('x'), rows))).rejects.toMatchObject({
      ...{ code: 'damaged', message: expect.stringContaining('row') as unknown },
    });
  });
  it('a blank of 10^9 spaces is cut above the longest cell', async () => {
    const [first] = await read(row(text('<text:s text:c="1000000000"/>x')));
    expect(first!.cells[0]).toHaveLength(32_768);
  });
  it('entities that grow are refused', async () => {
    const content = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><office:document-content><office:body><office:spreadsheet><table:table>${row(text('&b;'))}</table:table></office:spreadsheet></office:body></office:document-content>`;
    await expect(readFileRows(toZip([{ name: 'content.xml', content }]))).rejects.toMatchObject({
      code: 'truncated',
    });
  });
  it('that is cut off is refused', async () => {
    const bytes = toZip(ods(`<table:table table:name="A">${row(text('x'))}</table:table>`));
    for (const share of [0.1, 0.5, 0.99])
      await expect(readFileRows(bytes.subarray(0, Math.floor(bytes.length * share)))).rejects.toMatchObject({
        code: 'truncated',
      });
    const [part] = ods(`<table:table table:name="A">${row(text('x'))}</table:table>`);
    const cut = { ...part!, content: String(part!.content).slice(0, -20) };
    await expect(readFileRows(toZip([cut]))).rejects.toMatchObject({ code: 'truncated' });
  });
  it('with a password, or that is no spreadsheet, is refused', async () => {
    const manifest = '<manifest><file-entry><manifest:encryption-data/></file-entry></manifest>';
    const locked = [...ods(''), { name: 'META-INF/manifest.xml', content: manifest }];
    await expect(readFileRows(toZip(locked))).rejects.toThrow(/password/);
    await expect(readFileRows(toZip(ods('')))).rejects.toThrow('an OpenDocument, but no spreadsheet');
  });
});
