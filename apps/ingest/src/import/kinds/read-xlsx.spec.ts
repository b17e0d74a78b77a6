/** Reading .xlsx: cells of every kind, and files that are damaged or made to do harm. */
import { describe, expect, it } from '@jest/globals';
import { sheet, toZip, workbook, type Part } from '@rapporteur/testing';
import { readFileRows, showRow } from './read-file-for-tests.js';

const texts =
  '<si><t>Year</t></si><si><r><t>Coun</t></r><r><t>try &amp; area</t></r><rPh><t>x</t></rPh></si>';

const [read, show] = [readFileRows, showRow];
const readRow = async (cells: string, styles = '') => {
  const [row] = await read(toZip([...workbook(texts, styles), sheet(`<row r="1">${cells}</row>`)]));
  return row!;
};

describe('an .xlsx', () => {
  it('gives shared, inline and formula texts, numbers and gaps at their places', async () => {
    const cells =
      '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>1.282E3</v></c><c r="D3" t="inlineStr"><is><t>&lt;5</t><rPh><t>no</t></rPh></is></c><c r="AA3" t="str"><f>A1</f><v>sum</v></c></row>';
    const [row] = await read(toZip([...workbook(texts), sheet(cells)]));
    expect(row!.row).toBe(3);
    expect(show(row!).slice(0, 4)).toEqual(['Country & area', '', '1282', '<5']);
    expect(show(row!)[26]).toBe('sum');
  });
  it('gives an inline text without what stands around it, in a part that is written over several lines', async () => {
    const cells =
      '\n<c r="A1" t="inlineStr">\n <is>\n  <r>\n   <t>Aus</t>\n  </r>\n  <r><t>tria</t></r>\n </is>\n</c>\n';
    expect(show(await readRow(cells))).toEqual(['Austria']);
  });
  it('counts rows and cells where a writer leaves their references out, with prefixed names', async () => {
    const content =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c/><x:c><x:v>2</x:v></x:c></x:row><x:row r="7"/><x:row><x:c r="B"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const rows = await read(toZip([...workbook(texts), { name: 'xl/worksheets/sheet1.xml', content }]));
    expect(rows.map((row) => [row.row, show(row)])).toEqual([
      [1, ['1']],
      [2, ['', '2']],
      [7, []],
      [8, ['', '3']],
    ]);
  });
  it('has its sheets by name, in the order of the workbook', async () => {
    const zip = toZip([...workbook(texts), sheet('<row r="1"><c r="A1"><v>2</v></c></row>', 2), sheet('')]);
    expect((await read(zip, 'Second')).map(show)).toEqual([['2']]);
  });
  it('is not padded on the way to a cell far to the right', async () => {
    const row = await readRow('<c r="XFD1"><v>7</v></c>');
    expect(row).toEqual({ row: 1, cells: ['7'], columns: [16_383] });
  });
  it('reads what markup within a cell hides, and passes over what is none of its own', async () => {
    const cells =
      '<c r="A1"><v><!-- 9 --><![CDATA[5]]></v><extLst><v>8</v></extLst></c><z><c r="B1"><v>7</v></c></z><c r="C1" t="s"/>';
    expect(show(await readRow(cells))).toEqual(['5']);
  });
});

describe('a number in a cell', () => {
  const number = async (v: string, s = '', styles = '') => {
    const { cells, noCounts } = await readRow(`<c r="A1"${s}><v>${v}</v></c>`, styles);
    return [cells[0], noCounts ? 'no count' : 'count'];
  };
  it.each([
    ['2007', '2007'],
    ['2007.0', '2007'],
    ['1.20E1', '12'],
    ['1200E-2', '12'],
    [' 5 ', '5'],
    ['-0', '0'],
    ['0E9999', '0'],
    ['9007199254740991', '9007199254740991'],
    ['-3', '-3'],
  ])('may be a count where it is whole: %s', async (written, text) => {
    expect(await number(written)).toEqual([text, 'count']);
  });
  it.each([
    ['1E-400', '1E-400'],
    ['1E400', '1E400'],
    ['9007199254740993', '9007199254740993'],
    ['1.0000000000000000001', '1.0000000000000000001'],
    ['4.99999999999999999999', '4.99999999999999999999'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['1.1000000000000001', '1.1'],
    ['1.282', '1.282'],
    ['0x10', '0x10'],
    ['Infinity', 'Infinity'],
    ['1 2', '1 2'],
    ['.', '.'],
    [`${'0'.repeat(200)}1`, `${'0'.repeat(200)}1`],
  ])('is none, and is quoted as it is written, where it is not: %s', async (written, text) => {
    expect(await number(written)).toEqual([text, 'no count']);
  });
  it('is none where the style shows it as a day or a share', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="&quot;days&quot;\\ 0"/><numFmt numFmtId="165" formatCode="[$-409]d\\-mmm"/><numFmt numFmtId="166" formatCode="[Red]0.0%"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="49"/></cellXfs>';
    const styled = (v: string, s: number) => number(v, ` s="${s}"`, styles);
    expect(await styled('42500', 0)).toEqual(['42500', 'count']);
    expect(await styled('42500', 1)).toEqual(['2016-05-10', 'no count']);
    expect(await styled('1', 1)).toEqual(['1900-01-01', 'no count']);
    expect(await styled('99999999', 1)).toEqual(['99999999', 'no count']);
    expect(await styled('5', 2)).toEqual(['5', 'count']);
    expect(await styled('42500', 3)).toEqual(['2016-05-10', 'no count']);
    expect(await styled('1', 4)).toEqual(['100%', 'no count']);
    expect(await styled('0.5', 5)).toEqual(['0.5', 'no count']);
    expect(await styled('5', 6)).toEqual(['5', 'count']);
    expect(await styled('5', 99)).toEqual(['5', 'count']);
  });
  it.each([
    ['<workbookPr date1904="1"/>', '2020-05-11'],
    ['<workbookPr date1904="true"/><calcPr date1904="0"/>', '2020-05-11'],
    ['<workbookPr date1904="0"/><calcPr date1904="1"/>', '2016-05-10'],
    ['', '2016-05-10'],
  ])('is a day counted from where the workbook begins: %s', async (properties, day) => {
    const parts = workbook(texts, '<cellXfs><xf numFmtId="14"/></cellXfs>').map((part) =>
      part.name === 'xl/workbook.xml'
        ? { ...part, content: String(part.content).replace('<sheets>', `${properties}<sheets>`) }
        : part,
    );
    const cell = sheet('<row r="1"><c r="A1" s="0"><v>42500</v></c></row>');
    expect((await read(toZip([...parts, cell]))).map(show)).toEqual([[day]]);
  });
  it('is a day or a share by the formats that have a number alone', async () => {
    const ids = Array.from({ length: 60 }, (_, id) => id);
    const styles = `<cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    const { cells } = await readRow(ids.map((id) => `<c s="${id}"><v>61</v></c>`).join(''), styles);
    const shown = (text: string) => ids.filter((id) => cells[id] === text);
    const days = [...ids.slice(14, 23), ...ids.slice(27, 37), ...ids.slice(45, 48), ...ids.slice(50, 59)];
    expect(shown('1900-03-01')).toEqual(days);
    expect(shown('6100%')).toEqual([9, 10]);
    expect(shown('61')).toHaveLength(60 - days.length - 2);
  });
  it.each([
    ['yyyy', '1900-03-01'],
    ['DD.MM', '1900-03-01'],
    ['[hh]:mm', '1900-03-01'],
    ['[mm]', '1900-03-01'],
    ['[ss]', '1900-03-01'],
    ['General', '61'],
    ['general&quot;%&quot;', '61'],
    ['0.00%', '6100%'],
    ['0 &quot;%&quot;', '61'],
    ['0\\%', '61'],
    ['0_d', '61'],
    ['0*y', '61'],
    ['[Red]0', '61'],
    ['[$-409]0', '61'],
    ['&quot;a&quot;0&quot;day&quot;', '61'],
    ['#,##0', '61'],
    [`${'0'.repeat(1000)}%`, '61'],
    [`${'0'.repeat(999)}%`, '6100%'],
  ])('is shown by a format %#, %s, as %s', async (format, text) => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
    expect((await number('61', ' s="0"', styles))[0]).toBe(text);
  });
  it('is none where it is a truth value, which is quoted as such', async () => {
    const { cells, noCounts } = await readRow(
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>5</v></c><c r="D1" t="e"><v>#N/A</v></c>',
    );
    expect([cells, [...noCounts!]]).toEqual([
      ['TRUE', 'FALSE', '5', '#N/A'],
      [0, 1, 2],
    ]);
  });
});

describe('a file is damaged, and says where,', () => {
  const place = (where: string) => ({
    name: 'UnreadableFile',
    code: 'damaged',
    message: expect.stringContaining(`sheet "First"${where}`),
  });
  const good = '<row r="4"><c r="A4"><v>2</v></c></row>';
  it.each(['1.5', '1e400', '-3', '0', '', 'x', '4', '3', '05', ' 5', '5 ', '0x10'])(
    'where a row has the number "%s"',
    async (number) => {
      const rows = `${good}<row r="${number}"><c><v>1</v></c></row>`;
      await expect(read(toZip([...workbook(texts), sheet(rows)]))).rejects.toMatchObject(
        place(`: the row after row 4 has the number`),
      );
    },
  );
  it.each(['XFE4', 'ZZZZ4', '4', 'a4', '$A$4', 'A5', 'A04', 'A4 ', '', 'B4" x="'])(
    'where a cell has the reference %s',
    async (reference) => {
      const cells = `<row r="4"><c r="B4"><v>1</v></c><c r="${reference}"><v>1</v></c></row>`;
      await expect(read(toZip([...workbook(texts), sheet(cells)]))).rejects.toMatchObject(place(', row 4'));
    },
  );
  it.each([
    ['refers to a text that there is not', '<c t="s"><v>2</v></c>'],
    ['refers to a text by no number', '<c t="s"><v>0.5</v></c>'],
    ['refers to a text by a negative number', '<c t="s"><v>-1</v></c>'],
    ['is of a kind that there is not', '<c t="zzz"><v>2</v></c>'],
    ['holds two values', '<c><v>1</v><v>2</v></c>'],
    ['holds a value in pieces', '<c><v>1<b/>2</v></c>'],
    ['comes before the one before', '<c r="B4"><v>2</v></c><c r="A4"><v>2</v></c>'],
    ['comes twice', '<c r="B4"><v>2</v></c><c r="B4"><v>3</v></c>'],
  ])('where a cell %s', async (_, cells) => {
    const zip = toZip([...workbook(texts), sheet(`<row r="4">${cells}</row>`)]);
    await expect(read(zip)).rejects.toMatchObject(place(', row 4'));
  });
});

describe('a file is too large', () => {
  const tooLarge = { name: 'UnreadableFile', code: 'too-large' };
  it('that has more rows than a sheet may', async () => {
    const last = '<row r="1048576"><c><v>1</v></c></row>';
    expect(await read(toZip([...workbook(texts), sheet(last)]))).toHaveLength(1);
    for (const more of ['<row/>', '<row r="1048577"/>', '<row r="9999999999999999"/>'])
      await expect(read(toZip([...workbook(texts), sheet(last + more)]))).rejects.toMatchObject({
        ...{ ...tooLarge, message: 'Sheet "First" has more than 1048576 rows.' },
      });
  });
  it('that says a long text over and over', async () => {
    const long = `<si><t>${'x'.repeat(32_767)}</t></si>`;
    const rows = '<row><c t="s"><v>0</v></c></row>'.repeat(33_000);
    await expect(read(toZip([...workbook(long), sheet(rows)]))).rejects.toMatchObject({
      ...{ ...tooLarge, message: 'The cells of sheet "First" hold more than 1073741824 characters.' },
    });
  });
  it('that has more sheets than anybody looks through', async () => {
    const parts = workbook(texts);
    const sheets = Array.from({ length: 1001 }, (_, i) => `<sheet name="${i}" r:id="rId1"/>`).join('');
    const book = { ...parts[0]!, content: `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>` };
    await expect(read(toZip([book, ...parts.slice(1), sheet('')]))).rejects.toMatchObject({
      ...{ ...tooLarge, message: 'The file has more than 1000 sheets.' },
    });
  });
  it('but not for one long cell, of which no more is kept than tells that it is', async () => {
    const [row] = await read(
      toZip([
        ...workbook(`<si><t>${'x'.repeat(90_000)}</t></si>`),
        sheet('<row><c t="s"><v>0</v></c></row>'),
      ]),
    );
    expect(row!.cells[0]).toHaveLength(32_768);
  });
});

describe('a file that begins as an .xlsx', () => {
  const good = () => toZip([...workbook(texts), sheet('<row><c><v>2</v></c></row>'.repeat(2000))]);
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
      message: 'The file is a ZIP but no .xlsx or .ods: it has no xl/workbook.xml.',
    });
    // Its sheets are named, and none of them is there.
    await expect(read(toZip(workbook(texts)))).rejects.toMatchObject({
      code: 'not-a-spreadsheet',
      message: 'The file is a ZIP but no .xlsx or .ods: it has no sheet.',
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
