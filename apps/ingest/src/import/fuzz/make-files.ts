/** Makes CSV and .xlsx files that are nearly valid. The same number always gives the same file. */
import {
  makeRandom,
  mutate,
  mutateXml,
  sheet,
  toZip,
  workbook,
  type Part,
  type Random,
} from '@rapporteur/testing';
import { cells, escape, goodRows, header, makeRows, quote } from './make-rows.js';

const toBuffers = (texts: readonly string[]) => texts.map((text) => Buffer.from(text));

const csvOddities = [
  ...toBuffers([
    ...cells,
    '"',
    '""',
    '"a',
    ',',
    ';',
    '\n',
    '\r',
    '\r\n',
    ',,,,',
    '\ufeff',
    'Year',
    'txtVALUE',
  ]),
  ...toBuffers([','.repeat(20_000), '\n'.repeat(5000), '"'.repeat(999), 'a,'.repeat(9000)]),
  ...[
    [0xff, 0xfe],
    [0xc3, 0x28],
    [0xed, 0xa0, 0x80],
    [0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0x50, 0x4b, 3, 4],
  ].map((b) => Buffer.from(b)),
];

/** Elements of a workbook. */
const elements = 'row c v is t r si rPh f sheetData sheet x a:v extLst xf'.split(' ');

const xmlOddities = toBuffers([
  ...cells.filter((cell) => cell.length < 1000),
  ...[
    '<row>',
    '</row>',
    '<row/>',
    '<c>',
    '</c>',
    '<v>',
    '</v>',
    '<is>',
    '</is>',
    '<t>',
    '</t>',
    '<si/>',
    '<x/>',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml version="1.0" encoding="utf-16"?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
  ],
  ...[
    '&b;',
    '&#0;',
    '&#x110000;',
    '&#xd800;',
    '&amp;',
    '&lt;',
    '&',
    '<',
    '>',
    '"',
    "'",
    ' a="b"',
    'xmlns:x="y"',
  ],
  ...[
    'r="1"',
    'r="1.5"',
    'r="0"',
    'r="1e400"',
    'r="-3"',
    'r="1048577"',
    'r="XFD1"',
    'r="XFE1"',
    'r="A"',
    'r="a1"',
  ],
  ...[
    't="s"',
    't="b"',
    't="e"',
    't="d"',
    't="str"',
    't="inlineStr"',
    't="n"',
    's="1"',
    's="-1"',
    'r:id="rId1"',
  ],
  ...[
    'date1904="1"',
    'numFmtId="14"',
    'worksheets/sheet1.xml',
    '../../etc/passwd',
    '/xl/workbook.xml',
    'rId2',
  ],
  '<row>'.repeat(1000),
  '<a>'.repeat(2000),
  '<c r="XFD"><v>1</v></c>'.repeat(500),
  '<row><c r="XFD"><v>1</v></c></row>'.repeat(3000),
  '<row><c t="s"><v>1</v></c></row>'.repeat(3000),
  `<si><t>${'y'.repeat(40_000)}</t></si>`,
]);

/** Odd values for the fields of a ZIP: lengths, offsets, signatures. */
export const zipOddities = [
  ...[0, 1, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0xffff_ffff].flatMap((number) => [
    Buffer.from([number & 255, (number >>> 8) & 255]),
    Buffer.from([number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24]),
  ]),
  ...['PK\u0001\u0002', 'PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0006\u0006', 'PK\u0006\u0007'].map(
    (signature) => Buffer.from(signature, 'latin1'),
  ),
  Buffer.alloc(20),
  Buffer.alloc(64, 0xff),
];

/** A CSV: whole rows of odd cells, or bytes that are odd. */
export function makeCsv(number: number): Buffer {
  const random = makeRandom(number);
  const made = [header, ...makeRows(random).map((row) => row.map(quote).join(','))].join('\n');
  const text = random.once(2) ? made : [header, ...goodRows].join('\n');
  const bytes = random.once(12) ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text);
  return random.once(6) ? bytes : mutate(bytes, random, csvOddities);
}

function makeSheet(random: Random): Part {
  const cell = (text: string, column: number, row: number) => {
    const place = random.once(2) ? '' : ` r="${String.fromCharCode(65 + column)}${row}"`;
    const written = escape(text);
    if (random.once(3)) return `<c${place} t="inlineStr"><is><t>${written}</t></is></c>`;
    if (random.once(3)) return `<c${place} s="${random.below(4)}"><v>${written}</v></c>`;
    return random.once(9)
      ? `<c${place} t="s"><v>${random.below(4)}</v></c>`
      : `<c${place} t="str"><v>${written}</v></c>`;
  };
  const head = header.split(',').map((name) => `<c t="str"><v>${name}</v></c>`);
  const body = makeRows(random).map(
    (row, i) =>
      `<row${random.once(2) ? '' : ` r="${i + 2}"`}>${row.map((text, c) => cell(text, c, i + 2)).join('')}</row>`,
  );
  return sheet(`<row>${head.join('')}</row>${body.join('')}`);
}

const texts =
  '<si><t>Total</t></si><si><r><t>Persons </t></r><r><t>convicted</t></r><rPh><t>x</t></rPh></si><si><t>7</t></si>';
const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="d.m.yy"/></numFmts><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs>';

/** Values for attributes and texts of a workbook, valid and odd ones. */
const values = [
  ...cells,
  ...['A1', 'B2', 'XFD1', 'XFE1', 'A', '1', '2', '3', '5', '1048576', '1048577', '1.5', '1e400', '-3', '01'],
  ...[
    's',
    'n',
    'b',
    'e',
    'd',
    'str',
    'inlineStr',
    'rId1',
    'rId2',
    'First',
    'true',
    '14',
    '164',
    '22',
    '0.00%',
  ],
  ...[
    'worksheets/sheet1.xml',
    '/xl/worksheets/sheet2.xml',
    '../workbook.xml',
    'yyyy-mm-dd',
    '[h]:mm',
    '"d"0',
  ],
];

/** An .xlsx: odd cells; the bytes of the ZIP, or of one or more of its parts changed; mostly what their XML says. */
export function makeXlsx(number: number): Buffer {
  const random = makeRandom(number);
  const parts = [...workbook(texts, styles), makeSheet(random), sheet('', 2)];
  const mode = random.below(10);
  if (mode === 0) return toZip(parts);
  if (mode === 1) return mutate(toZip(parts), random, zipOddities);
  const change = (xml: string) =>
    mode < 4 ? mutate(Buffer.from(xml), random, xmlOddities) : mutateXml(xml, random, values, elements);
  const changed = parts.map((part) =>
    random.once(part.name.includes('sheet1') ? 2 : 5)
      ? { ...part, content: change(String(part.content)) }
      : part,
  );
  return toZip(changed);
}
