/** Reading .xlsx: cells of every kind, and files that are damaged or made to harm. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheet, toZip, workbook, type Part } from '@rapporteur/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSpreadsheet, type Row } from './spreadsheet.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true }));

const texts =
  '<si><t>Year</t></si><si><r><t>Coun</t></r><r><t>try &amp; area</t></r><rPh><t>x</t></rPh></si>';

async function read(bytes: Buffer, name?: string): Promise<Row[]> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  const spreadsheet = await openSpreadsheet(path);
  try {
    const rows: Row[] = [];
    for await (const batch of spreadsheet.rows(name ?? spreadsheet.sheets[0]!)) rows.push(...batch);
    return rows;
  } finally {
    await spreadsheet.close();
  }
}

describe('an .xlsx', () => {
  it('gives shared, inline and formula texts, numbers and gaps at their places', async () => {
    const cells =
      '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>1.282E3</v></c><c r="D3" t="inlineStr"><is><t>&lt;5</t></is></c><c r="AA3" t="str"><f>A1</f><v>sum</v></c></row>';
    const [row] = await read(toZip([...workbook(texts), sheet(cells)]));
    expect(row!.row).toBe(3);
    expect(row!.cells.slice(0, 4)).toEqual(['Country & area', '', '1282', '<5']);
    expect(row!.cells[26]).toBe('sum');
  });
  it('counts rows and cells where a writer leaves their references out, with prefixed names', async () => {
    const content =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c/><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const rows = await read(toZip([...workbook(texts), { name: 'xl/worksheets/sheet1.xml', content }]));
    expect(rows).toEqual([
      { row: 1, cells: ['1'] },
      { row: 2, cells: ['', '1'] },
    ]);
  });
  it('has its sheets by name, in the order of the workbook', async () => {
    const zip = toZip([...workbook(texts), sheet('<row r="1"><c r="A1"><v>2</v></c></row>', 2), sheet('')]);
    expect(await read(zip, 'Second')).toEqual([{ row: 1, cells: ['2'] }]);
  });
});

describe('a file that begins as an .xlsx', () => {
  const good = () =>
    toZip([...workbook(texts), sheet('<row r="1"><c r="A1"><v>2</v></c></row>'.repeat(2000))]);
  it('is refused when it is truncated, wherever', async () => {
    const bytes = good();
    for (const share of [0.1, 0.5, 0.99])
      await expect(read(bytes.subarray(0, Math.floor(bytes.length * share)))).rejects.toMatchObject({
        code: 'truncated',
      });
  });
  it('is refused when its sheet is cut off or damaged', async () => {
    const cut: Part = {
      name: 'xl/worksheets/sheet1.xml',
      content: '<worksheet><sheetData><row r="1"><c r="A1"><v>2</v>',
    };
    await expect(read(toZip([...workbook(texts), cut]))).rejects.toMatchObject({ code: 'truncated' });
  });
  it('is refused when it is another kind of ZIP', async () => {
    await expect(read(toZip([{ name: 'word/document.xml', content: '<a/>' }]))).rejects.toMatchObject({
      code: 'not-a-spreadsheet',
    });
  });
  it('is refused before it inflates to far more than a table is', async () => {
    const bomb: Part = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(64 * 1024 * 1024, 32) };
    await expect(read(toZip([...workbook(texts), bomb]))).rejects.toMatchObject({ code: 'too-large' });
  });
  it('is refused when it inflates to more than its directory says', async () => {
    const liar: Part = {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.alloc(64 * 1024 * 1024, 32),
      claimed: 1000,
    };
    await expect(read(toZip([...workbook(texts), liar]))).rejects.toMatchObject({ name: 'UnreadableFile' });
  });
});
