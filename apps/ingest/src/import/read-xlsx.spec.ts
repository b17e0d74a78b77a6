/** Reading .xlsx: cells of every kind, and files that are damaged or made to harm. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { openSpreadsheet, type Row } from './spreadsheet.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the directory says of the size, where it lies. */
  readonly claimed?: number;
}

/** A ZIP of deflated parts: local headers, central directory, end record (PKWARE APPNOTE 4.3). */
function toZip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of parts) {
    const bytes = Buffer.from(content);
    const deflated = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(deflated.length, 14);
    fields.writeUInt32LE(claimed ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), deflated]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail, Buffer.from(name)]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\u0005\u0006'), end]);
}

const workbook: Part[] = [
  {
    name: 'xl/workbook.xml',
    content:
      '<workbook xmlns:r="r"><sheets><sheet name="First" r:id="rId1"/><sheet name="Second" r:id="rId2"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content:
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
  },
  {
    name: 'xl/sharedStrings.xml',
    content:
      '<sst><si><t>Year</t></si><si><r><t>Coun</t></r><r><t>try &amp; area</t></r><rPh><t>x</t></rPh></si></sst>',
  },
];
const sheet = (rows: string, n = 1): Part => ({
  name: `xl/worksheets/sheet${n}.xml`,
  content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});

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
    const [row] = await read(toZip([...workbook, sheet(cells)]));
    expect(row!.row).toBe(3);
    expect(row!.cells.slice(0, 4)).toEqual(['Country & area', '', '1282', '<5']);
    expect(row!.cells[26]).toBe('sum');
  });
  it('counts rows and cells where a writer leaves their references out, with prefixed names', async () => {
    const content =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c/><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const rows = await read(toZip([...workbook, { name: 'xl/worksheets/sheet1.xml', content }]));
    expect(rows).toEqual([
      { row: 1, cells: ['1'] },
      { row: 2, cells: ['', '1'] },
    ]);
  });
  it('has its sheets by name, in the order of the workbook', async () => {
    const zip = toZip([...workbook, sheet('<row r="1"><c r="A1"><v>2</v></c></row>', 2), sheet('')]);
    expect(await read(zip, 'Second')).toEqual([{ row: 1, cells: ['2'] }]);
  });
});

describe('a file that begins as an .xlsx', () => {
  const good = () => toZip([...workbook, sheet('<row r="1"><c r="A1"><v>2</v></c></row>'.repeat(2000))]);
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
    await expect(read(toZip([...workbook, cut]))).rejects.toMatchObject({ code: 'truncated' });
  });
  it('is refused when it is another kind of ZIP', async () => {
    await expect(read(toZip([{ name: 'word/document.xml', content: '<a/>' }]))).rejects.toMatchObject({
      code: 'not-a-spreadsheet',
    });
  });
  it('is refused before it inflates to far more than a table is', async () => {
    const bomb: Part = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(64 * 1024 * 1024, 32) };
    await expect(read(toZip([...workbook, bomb]))).rejects.toMatchObject({ code: 'too-large' });
  });
  it('is refused when it inflates to more than its directory says', async () => {
    const liar: Part = {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.alloc(64 * 1024 * 1024, 32),
      claimed: 1000,
    };
    await expect(read(toZip([...workbook, liar]))).rejects.toMatchObject({ name: 'UnreadableFile' });
  });
});
