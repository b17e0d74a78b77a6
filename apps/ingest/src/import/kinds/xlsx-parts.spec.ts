/** The parts of an .xlsx that describe it: their bounds, and what is read of them. */
import { describe, expect, it } from '@jest/globals';
import { sheet, toZip, workbook, type Part } from '@rapporteur/testing';
import { randomBytes } from 'node:crypto';
import { limits } from './limits.js';
import { readFileRows, showRow } from './read-file-for-tests.js';
import { lengthen, SheetReader, type Workbook } from './sheet-reader.js';

const good = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const parts = workbook('<si><t>shared</t></si>', '<cellXfs><xf numFmtId="0"/></cellXfs>');
/** A workbook with the content of one part changed. */
const withPart = (name: string, change: (content: string) => string): Part[] => [
  ...parts.map((part) => (part.name === name ? { ...part, content: change(String(part.content)) } : part)),
  sheet(good),
];
/** A part that says that it is so long. It is not, but less would be taken for a ZIP bomb. */
const claiming = (name: string, claimed: number): Buffer =>
  toZip(
    [...parts, sheet(good)].map((part) =>
      part.name === name ? { ...part, content: randomBytes(claimed / 190), claimed } : part,
    ),
  );
const refusal = (code: string, message: string) => ({ name: 'UnreadableFile', code, message });

describe('a part of an .xlsx', () => {
  it.each([
    ['xl/styles.xml', limits.descriptionBytes, 'The styles of the file are far longer than a table needs.'],
    ['xl/workbook.xml', limits.descriptionBytes, 'The list of sheets is far longer than a workbook needs.'],
    [
      'xl/_rels/workbook.xml.rels',
      limits.descriptionBytes,
      'The list of sheets is far longer than a workbook needs.',
    ],
    [
      'xl/sharedStrings.xml',
      limits.sharedTextBytes,
      `The texts of the file are ${limits.sharedTextBytes + 1} bytes long; ${limits.sharedTextBytes} are allowed.`,
    ],
  ])('%s is refused above its limit before it is read', async (name, bytes, message) => {
    // The list of sheets is two parts, whose bytes count together.
    const beside = [parts[0]!, parts[1]!]
      .filter(() => name.includes('workbook'))
      .filter((one) => one.name !== name);
    const limit = bytes - beside.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
    await expect(readFileRows(claiming(name, limit + 1))).rejects.toMatchObject(
      refusal('too-large', message),
    );
    // At its limit it is read, and found not to be what it says.
    await expect(readFileRows(claiming(name, limit))).rejects.toMatchObject({ code: 'truncated' });
  });

  it('may name its sheets by paths from the root, and without names', async () => {
    const rooted = withPart('xl/_rels/workbook.xml.rels', (content) =>
      content.replaceAll('Target="worksheets', 'Target="/xl/worksheets'),
    );
    expect((await readFileRows(toZip(rooted))).map(showRow)).toEqual([['shared']]);
    const nameless = withPart('xl/workbook.xml', (content) => content.replace('name="First"', ''));
    expect((await readFileRows(toZip(nameless), 'xl/worksheets/sheet1.xml')).map(showRow)).toEqual([
      ['shared'],
    ]);
  });

  it('of styles has those of cells alone, whatever comes before and after them', async () => {
    const xf = (id: number) => `<xf numFmtId="${id}"/>`;
    const styles = `<cellStyleXfs>${xf(14)}</cellStyleXfs><cellXfs>${xf(0)}${xf(9)}</cellXfs><others>${xf(14)}</others>`;
    const cells = ['', ' s="0"', ' s="1"', ' s="2"'].map((s) => `<c${s}><v>61</v></c>`).join('');
    const [row] = await readFileRows(toZip([...workbook('', styles), sheet(`<row>${cells}</row>`)]));
    expect(row!.cells).toEqual(['61', '61', '6100%', '61']);
  });

  it('of shared texts has each text once, in all its runs, without how it is spoken', async () => {
    const texts = workbook(
      '<si><t>a</t><rPh><t>x</t></rPh><r><t>b</t></r> <t>c</t>d</si><si/><si><t>e</t></si>',
    );
    const cells = [0, 1, 2].map((i) => `<c t="s"><v>${i}</v></c>`).join('');
    const [row] = await readFileRows(toZip([...texts, sheet(`<row>${cells}</row>`)]));
    expect(row).toEqual({ row: 1, cells: ['abc', 'e'], columns: [0, 2] });
  });
});

describe('the reader of a sheet', () => {
  const plain: Workbook = { texts: ['x'.repeat(1024)], shownBy: () => 'number', from1904: false };
  const reader = (book = plain) => {
    const made = new SheetReader('A', book);
    made.open('worksheet', {});
    made.open('sheetData', {});
    return made;
  };
  const addCell = (to: SheetReader, attributes: Record<string, string>, value: string) => {
    to.open('c', attributes);
    to.open('v', {});
    to.text(value);
    to.close('v');
    to.close('c');
  };

  it('gives its rows once, as soon as they have ended', () => {
    const made = reader();
    made.open('row', { r: '3' });
    addCell(made, {}, '7');
    expect(made.take()).toEqual([]);
    made.close('row');
    expect(made.take()).toEqual([{ row: 3, cells: ['7'], columns: [0] }]);
    expect(made.take()).toEqual([]);
  });

  it('reads as much text as it may, and no more', () => {
    const cell = 'x'.repeat(32_768);
    const made = reader({ ...plain, texts: [cell, 'y'] });
    made.open('row', {});
    const addText = (index: string) => {
      made.open('row', {});
      addCell(made, { t: 's' }, index);
      made.close('row');
      made.take();
    };
    made.close('row');
    for (let i = 0; i < limits.text / cell.length; i += 1) addText('0');
    expect(() => addText('1')).toThrow(`The cells of sheet "A" hold more than ${limits.text} characters.`);
  });

  it('takes as many cells without references as a row may have', () => {
    const made = reader();
    made.open('row', {});
    for (let i = 0; i < limits.columns; i += 1) addCell(made, {}, '7');
    expect(() => addCell(made, {}, '7')).toThrow(
      'The file is damaged in sheet "A", row 1: it has more than 16384 cells. Open it in a spreadsheet program, and save it anew.',
    );
  });

  it('says of a first row that it has no number, and of an element within a value what it is', () => {
    expect(() => reader().open('row', { r: 'x' })).toThrow(
      'The file is damaged in sheet "A": its first row has the number "x".',
    );
    const made = reader();
    made.open('row', {});
    made.open('c', {});
    made.open('v', {});
    expect(() => made.open('b', {})).toThrow(', row 1: a cell holds an element "b".');
    const inline = reader();
    for (const name of ['row', 'c', 'is', 't']) inline.open(name, {});
    expect(() => inline.open('b', {})).toThrow('a cell holds an element "b".');
  });

  it('reads cells of text, errors and days as they are written', () => {
    const made = reader();
    made.open('row', {});
    for (const type of ['str', 'e', 'd']) addCell(made, { t: type }, '7');
    made.close('row');
    expect(made.take()).toEqual([{ row: 1, cells: ['7', '7', '7'], columns: [0, 1, 2] }]);
  });

  it.each(['C5', 'C04', 'C4 ', '4', 'aC4', 'C', 'C4', 'XFD4', 'XFE4'])(
    'knows the place of %s, or that it has none',
    (r) => {
      const made = reader();
      made.open('row', { r: '4' });
      const isPlace = ['C', 'C4', 'XFD4'].includes(r);
      const add = expect(() => addCell(made, { r }, '7'));
      if (isPlace) add.not.toThrow();
      else add.toThrow(`The file is damaged in sheet "A", row 4: a cell has the reference "${r}". Open it`);
    },
  );

  it('says of a kind that there is not what it is, and reads an empty cell as none', () => {
    const made = reader();
    made.open('row', {});
    expect(() => addCell(made, { t: 'zzz' }, '7')).toThrow(
      'row 1: a cell is of the kind "zzz", which there is not.',
    );
    made.open('c', { t: 'str' });
    made.close('c');
    made.close('row');
    expect(made.take()).toEqual([{ row: 1, cells: [], columns: [] }]);
  });

  it('finds a text by a number of ten digits at most', () => {
    const made = reader();
    made.open('row', {});
    for (const index of ['00000000000', '1', 'x0', '0x'])
      expect(() => addCell(made, { t: 's' }, index)).toThrow(
        `a cell refers to text "${index}", which there is not.`,
      );
  });

  it('lengthens a text up to one character above the longest cell', () => {
    const long = 'x'.repeat(limits.cell);
    expect(lengthen(long.slice(1), 'y')).toBe(`${long.slice(1)}y`);
    expect(lengthen(long, 'yz')).toBe(`${long}y`);
    expect(lengthen(`${long}y`, 'z')).toBe(`${long}y`);
  });
});
