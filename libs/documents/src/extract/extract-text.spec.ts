/** The text of each kind of document is the same, and a hostile one has a clear answer within its limits. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentText } from '@rapporteur/domain';
import { toZip } from '@rapporteur/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScanLanguage } from '../scan/languages.js';
import type { PageWords } from './assemble.js';
import { drawPlain, drawTiff } from '../harness/draw-letter.js';
import { makePdf } from '../fuzz/make-pdf.js';
import { findMediaType, media } from '../media-type.js';
import { extractInProcess, extractionLimits } from './extract-in-process.js';

const makeZip = (parts: Readonly<Record<string, string>>) =>
  toZip(Object.entries(parts).map(([name, content]) => ({ name, content })));

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'rapporteur-extract-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const extract = async (content: string | Uint8Array, limits = extractionLimits, language?: ScanLanguage) => {
  const path = join(folder, `file-${Math.random()}`);
  await writeFile(path, content);
  const kind = await findMediaType(path);
  return { kind, ...(kind ? await extractInProcess({ path, kind, language }, limits) : {}) } as {
    kind: string;
    text?: DocumentText;
    words?: PageWords[];
    problem?: { code: string; message: string };
  };
};

const w = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const p = (text: string, more = '') => `<w:p>${more}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>';
const docx = (body: string, parts: Record<string, string> = {}) =>
  makeZip({ '[Content_Types].xml': '<a/>', 'word/document.xml': w(body), ...parts });
const odt = (body: string) =>
  makeZip({
    mimetype: media.odt,
    'content.xml': `<o:c xmlns:o="o" xmlns:text="t" xmlns:style="s"><style:list><text:p/></style:list>${body}</o:c>`,
  });

const pdf = (pages: readonly (readonly string[])[], trailer = '') => makePdf(pages, { trailer });

describe('the same letter', () => {
  const [first, second] = ['14. In 2007 six people were tried.', '15. There are shelters for 30 people.'];
  it.each([
    ['text', `${first}\n\n${second}`, media.txt],
    ['UTF-16', Buffer.from(`\ufeff${first}\r\n${second}`, 'utf16le'), media.txt],
    [
      'HTML',
      `<!DOCTYPE html><p>${first}<script>9</script></p><p>15. There are <b>shelters</b> for 30 people.`,
      media.html,
    ],
    ['an ordered list', `<html><ol start=14><li>${first.slice(4)}<li>${second.slice(4)}</ol>`, media.html],
    ['DOCX', docx(p(first) + p(second)), media.docx],
    [
      'DOCX with counted numbers',
      docx(p(first.slice(4), numbered) + p(second.slice(4), numbered), {
        'word/numbering.xml':
          '<w:n xmlns:w="w"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="14"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:n>',
      }),
      media.docx,
    ],
    ['ODT', odt(`<text:p>${first}</text:p><text:p>${second}</text:p>`), media.odt],
    [
      'RTF',
      `{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}${first}\\par 15. There are\\constructor  sh\\'65lters for 30 people.\\par}`,
      media.rtf,
    ],
    [
      'EML',
      `From: a@b.example\r\nSubject: Reply\r\nMIME-Version: 1.0\r\n\r\n${first}\r\n\r\n${second}\r\n`,
      media.eml,
    ],
    ['PDF', pdf([['14. In 2007 six people', 'were tried.'], [second]]), media.pdf],
  ])('as %s has the same paragraphs', async (_, content, kind) => {
    const { kind: found, text, problem } = await extract(content);
    expect([found, problem]).toEqual([kind, undefined]);
    const said = text!.blocks.flatMap(({ number, start, end }) =>
      number === null ? [] : [[number, text!.text.slice(start, end).replace(/^1[45]\. /, '')]],
    );
    expect(said).toEqual([
      [14, first.slice(4)],
      [15, second.slice(4)],
    ]);
  });

  it('as PDF has its pages, without what stands at the head of each', async () => {
    const { text } = await extract(
      pdf([1, 2, 3].map((n) => ['E/CN.15/2008/6', `${n}. Text ${n}.`, `page ${n}`])),
    );
    expect(text!.blocks.map(({ number, page }) => [number, page])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('keeps its footnotes apart, and leaves out what a revision deleted', async () => {
    const notes = `<w:f xmlns:w="w"><w:footnote>${p('A source.')}</w:footnote></w:f>`;
    const deleted = '<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>1. Kept.</w:t></w:r></w:p>';
    const { text } = await extract(docx(deleted, { 'word/footnotes.xml': notes }));
    expect(text!.blocks.map(({ kind, start, end }) => [kind, text!.text.slice(start, end)])).toEqual([
      ['text', '1. Kept.'],
      ['footnote', 'A source.'],
    ]);
  });
});

describe('a table', () => {
  const cell = (text: string, more = '') =>
    `<w:tc>${more}${text
      .split('/')
      .map((one) => p(one))
      .join('')}</w:tc>`;
  const rowsOf = (rows: readonly (readonly string[])[], cells: (row: readonly string[]) => string) =>
    rows.map(cells).join('');
  const rows = [
    ['', '2008', '2009'],
    ['Cases/reported', '41', ''],
    ['Persons charged', '', '8'],
  ];
  const html = (body: string) => `<!DOCTYPE html><p>3. See below.<table>${body}</table><p>4. So it was.`;
  const rtfRow = (row: readonly string[]) =>
    `\\trowd\\cellx1\\pard\\intbl ${row.map((one) => `${one.replace('/', '\\par ')}\\cell `).join('')}\\row\n`;

  it.each([
    [
      'DOCX',
      docx(
        `${p('3. See below.')}<w:tbl>${rowsOf(rows, (row) => `<w:tr>${row.map((one) => cell(one)).join('')}</w:tr>`)}</w:tbl>${p('4. So it was.')}`,
      ),
    ],
    [
      'ODT',
      odt(
        `<text:p>3. See below.</text:p><table:table xmlns:table="b">${rowsOf(rows, (row) => `<table:table-row>${row.map((one) => `<table:table-cell>${one.replace(/[^/]+/g, '<text:p>$&</text:p>').replace('/<', '<')}</table:table-cell>`).join('')}</table:table-row>`)}</table:table><text:p>4. So it was.</text:p>`,
      ),
    ],
    [
      'HTML',
      html(
        rowsOf(
          rows,
          (row) => `<tr>${row.map((one) => `<td>${one.replace('/', '<br>')}</td>`).join('\n\t\t')}`,
        ),
      ),
    ],
    ['RTF', `{\\rtf1\\ansi 3. See below.\\par ${rowsOf(rows, rtfRow)}\\pard 4. So it was.\\par}`],
  ])('of %s has its rows, with what is empty, between the paragraphs', async (_, content) => {
    const { text } = await extract(content);
    expect(text!.blocks.map(({ number, start, end }) => [number, text!.text.slice(start, end)])).toEqual([
      [3, '3. See below.'],
      [null, '\t2008\t2009\nCases reported\t41\t\nPersons charged\t\t8'],
      [4, '4. So it was.'],
    ]);
  });

  it.each([
    [
      'columns of DOCX',
      docx(
        `<w:tbl><w:tr>${cell('Persons', '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')}${cell('2009')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('men')}${cell('8')}</w:tr></w:tbl>`,
      ),
    ],
    [
      'columns of ODT',
      odt(
        '<table:table xmlns:table="b"><table:table-row><table:table-cell><text:p>Persons</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>2009</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell/><table:table-cell><text:p>men</text:p></table:table-cell><table:table-cell><text:p>8</text:p></table:table-cell></table:table-row></table:table>',
      ),
    ],
    [
      'columns and rows of HTML',
      '<!DOCTYPE html><table><tr><td rowspan=2 colspan=1>Persons<td><td>2009<tr><td>men<td>8</table>',
    ],
  ])('whose cells reach over %s has each figure below its head', async (_, content) => {
    expect((await extract(content)).text!.text).toBe('Persons\t\t2009\n\tmen\t8');
  });

  it('that lays a letter out, or has no figures, is read as its paragraphs', async () => {
    const long = `14. ${'In 2007 six people were tried. '.repeat(8)}`.trim();
    const said = async (body: string) =>
      (await extract(`<!DOCTYPE html><table>${body}</table>`)).text!.text.split('\n\n');
    expect(await said(`<tr><td>Office<td>Date<tr><td><td><p>${long}<p>15. So.`)).toEqual([
      ...['Office', 'Date', long, '15. So.'],
    ]);
    expect(await said('<tr><td><table><tr><td>Cases<td>5</table><p>14. A.<td>7')).toEqual([
      ...['Cases\t5', '14. A.', '7'],
    ]);
  });

  it('that says that its cells reach over millions is read', async () => {
    const { text } = await extract(
      `<!DOCTYPE html><table>${'<tr><td colspan=99999999 rowspan=99999999>6<td>7'.repeat(50)}</table>`,
    );
    expect(text!.text.match(/7/g)).toHaveLength(50);
  });
});

describe('the words of a letter', () => {
  it('of ODT go on after a comment, which is left out', async () => {
    const { text } = await extract(
      odt('<text:p>14. In 2007 <o:annotation><text:p>Really?</text:p></o:annotation>six people.</text:p>'),
    );
    expect(text!.text).toBe('14. In 2007 six people.');
  });

  it('of HTML stand as a browser shows them: as typed where that is said, else with one blank', async () => {
    const { text } = await extract(
      '<!DOCTYPE html><p>14. Six\n\t\tof\n\t\t9\n\t\twere tried.<pre>15. So it was.\n16. And so.</pre>',
    );
    expect(text!.blocks.map(({ start, end }) => text!.text.slice(start, end))).toEqual([
      ...['14. Six of 9 were tried.', '15. So it was.', '16. And so.'],
    ]);
  });

  it('of RTF have the numbers of their list, but not those of lists in it', async () => {
    const item = (label: string, level: number, said: string) =>
      `\\pard{\\listtext\\pard ${label}\\tab}\\ilvl${level}\\ls1 ${said}\\par `;
    const { text } = await extract(
      `{\\rtf1\\ansi ${item('14.', 0, 'Six.')}${item('1.', 1, 'One of them.')}${item('15.', 0, 'Two.')}}`,
    );
    expect(text!.blocks.map(({ number }) => number)).toEqual([14, null, 15]);
    expect(text!.text).toBe('Six.\n\nOne of them.\n\nTwo.');
  });
});

describe('a scan', () => {
  const tooLong = { code: 'took-too-long' };

  it('is read with its pages, how sure that is, and where each word stands', async () => {
    const { text, words } = await extract(
      await drawTiff([['1. In 2007 six people were tried.'], ['2. Shelters.']]),
    );
    expect(text).toMatchObject({ text: '1. In 2007 six people were tried.\n\n2. Shelters.' });
    expect(text!.blocks.map(({ number, page }) => [number, page])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(text!.scan).toMatchObject({ language: 'en', pages: [{ page: 1 }, { page: 2 }], unread: [] });
    const [start, end, left, top, right, bottom] = words!.find(({ page }) => page === 2)!.words.at(-1)!;
    expect(text!.text.slice(start, end)).toBe('Shelters.');
    // It is drawn at a twelfth of the page and lower by one line.
    expect([left, top].map((place) => Math.round(place / 1000))).toEqual([2, 1]);
    expect([right > left, bottom > top]).toEqual([true, true]);
  }, 60_000);

  it('of more pages than are read, or of a page that takes too long, is read but for these', async () => {
    const letter = await drawTiff([['1. In 2007 six people were tried.'], ['2. Shelters.']]);
    const scan = { ...extractionLimits.scan, pages: 1 };
    const first = await extract(letter, { ...extractionLimits, scan }, 'en');
    expect(first.text!.scan).toMatchObject({
      pages: [{ page: 1 }],
      unread: [{ page: 2, code: 'too-large' }],
    });
    const late = await extract(letter, { ...extractionLimits, scan: { ...scan, pageMs: 1 } }, 'en');
    expect(late.problem).toMatchObject(tooLong);
    const never = await extract(letter, { ...extractionLimits, ms: 0, scan: { ...scan, ms: 1 } }, 'en');
    expect(never.problem).toMatchObject(tooLong);
  }, 60_000);
});

describe('a hostile document', () => {
  const letter = pdf([['1. Text.']]);
  const zip = docx(p('x'.repeat(5000)));
  it.each([
    ['a PDF cut off', letter.subarray(0, 300), 'damaged'],
    ['a PDF of nothing but its mark', '%PDF-1.7\n', 'damaged'],
    [
      'an encrypted PDF',
      pdf(
        [['1. A.']],
        `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`,
      ),
      'encrypted',
    ],
    ['a PDF without text', pdf([[]]), 'no-text'],
    ['a ZIP cut off', zip.subarray(0, zip.length - 40), 'damaged'],
    ['a bomb', docx(' '.repeat(40_000_000)), 'too-large'],
    ['elements without end', docx('<w:x>'.repeat(5000)), 'too-large'],
    ['groups without end', `{\\rtf1${'{'.repeat(100_000)}`, 'damaged'],
    ['a text that is too long', 'a '.repeat(11_000_000), 'too-large'],
    ['a picture cut off', Buffer.from('ffd8ffe000104a464946', 'hex'), 'damaged'],
    ['a picture of nothing', () => drawPlain(1000), 'no-text'],
    ['a picture of too many pixels', () => drawPlain(11_000), 'too-large'],
    ['binary after text', `${'a'.repeat(70_000)}\0`, 'damaged'],
  ])(
    'such as %s says what is wrong',
    async (_, content, code) => {
      const { problem } = await extract(typeof content === 'function' ? await content() : content);
      expect(problem?.code).toBe(code);
      expect(problem!.message.length).toBeLessThanOrEqual(500);
    },
    60_000,
  );

  it('such as deep HTML is read', async () => {
    const { text } = await extract(`<html>${'<div>'.repeat(50_000)}1. In it.`);
    expect(text!.text).toBe('1. In it.');
  }, 60_000);

  it('that takes too long or too much memory is ended, and the next one is read', async () => {
    const slow = await extract(letter, { ...extractionLimits, ms: 1 });
    expect(slow.problem!.code).toBe('took-too-long');
    const large = await extract('1. A line.\n'.repeat(1_000_000), { ...extractionLimits, heapMegabytes: 24 });
    expect(large.problem!.code).toBe('too-much-memory');
    expect((await extract(letter)).text!.text).toBe('1. Text.');
  }, 120_000);
});
