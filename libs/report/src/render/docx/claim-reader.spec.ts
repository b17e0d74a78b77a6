/** What counts as the words of a claim in Word's XML, and what does not: case by case, in the smallest documents. */
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { sampleReport } from '../../samples/sample-report.js';
import { manifestParts } from './manifest-part.js';
import { readDocx } from './read-docx.js';
import { Relations } from './relations.js';

const namespaces = ['w', 'mc', 'wp'].map((prefix) => `xmlns:${prefix}="urn:${prefix}"`).join(' ');
const part = (name: string, body: string) => strToU8(`<w:${name} ${namespaces}>${body}</w:${name}>`);

const manifest = manifestParts(sampleReport.manifest, new Relations())['customXml/item1.xml']!;

/** In: the body of a document and of its footnotes. Out: the claims of the sample that stand in it, with their texts. */
async function read(body: string, notes = ''): Promise<Record<string, readonly string[]>> {
  const file = zipSync({
    'word/document.xml': part('document', body),
    'word/footnotes.xml': part('footnotes', notes),
    'customXml/item1.xml': strToU8(manifest),
  });
  const { claims } = await readDocx(Buffer.from(file));
  return Object.fromEntries(
    claims.filter(({ texts }) => texts.length > 0).map(({ id, texts }) => [id, texts]),
  );
}

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const control = (id: string, content: string, more = '') =>
  `<w:sdt><w:sdtPr><w:tag w:val="${id}"/>${more}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const bookmark = (name: string, content: string, id = 7) =>
  `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
const count = (kind: string) => `<w:fldSimple w:instr=" SEQ ${kind} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
const tableOf = (...rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((one) => `<w:tc><w:p>${one}</w:p></w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
const chartOf = (words: string) => `<w:r><w:drawing><wp:docPr id="1" descr="${words}"/></w:drawing></w:r>`;

describe('the words of a claim', () => {
  it('are its runs, joined as they are, whatever white space lies between elements', async () => {
    const content = `\n  <w:r>\n <w:t>thir</w:t>\n </w:r>\n <w:r><w:t xml:space="preserve">teen </w:t></w:r>${run('States')}`;
    expect(await read(control('c1', content))).toEqual({ c1: ['thirteen States'] });
  });
  it('are parted by tabs, by line breaks and by the ends of paragraphs', async () => {
    const between = ['<w:tab/>', '<w:br/>', '<w:cr/>', '</w:r></w:p><w:p><w:r>'];
    for (const one of between)
      expect(await read(control('c1', `<w:p><w:r><w:t>a</w:t>${one}<w:t>b</w:t></w:r></w:p>`))).toEqual({
        c1: ['a b'],
      });
    expect(await read(control('c1', `<w:p><w:r><w:t>a</w:t><w:rPr/><w:t>b</w:t></w:r></w:p>`))).toEqual({
      c1: ['ab'],
    });
  });
  it('are not the instruction of a field, and not what is given a second time for older programs', async () => {
    const field = '<w:r><w:instrText> PAGE </w:instrText></w:r>';
    expect(await read(control('c1', field + run('12')))).toEqual({ c1: ['12'] });
    const twice = `<mc:AlternateContent><mc:Choice>${run('a')}</mc:Choice><mc:Fallback>${run('b')}</mc:Fallback></mc:AlternateContent>`;
    expect(await read(control('c1', twice + run('c')))).toEqual({ c1: ['ac'] });
  });
  it('are those of claims inside of it as well', async () => {
    const inner = control('c2', run('two'));
    expect(await read(control('c1', `${run('one ')}${inner}${run(' three')}`))).toEqual({
      c1: ['one two three'],
      c2: ['two'],
    });
  });
  it('end with it, and the words behind it are of none', async () => {
    expect(await read(`${run('x')}${control('c1', run('a'))}${run('x')}${control('c2', run('b'))}`)).toEqual({
      c1: ['a'],
      c2: ['b'],
    });
    expect(await read(`${bookmark('claim_0', run('a'))}${run('x')}`)).toEqual({ c1: ['a'] });
  });
  it('are none where Word shows its own for an emptied control, and no others than of that control', async () => {
    const emptied = control('c2', run('Click here'), '<w:showingPlcHdr/>');
    expect(await read(control('c1', run('a') + emptied))).toEqual({ c1: ['aClick here'], c2: [''] });
    expect(await read(`<w:showingPlcHdr/>${control('c1', run('a'))}`)).toEqual({ c1: ['a'] });
  });
});

describe('a claim', () => {
  it('is no control or bookmark of anybody else', async () => {
    expect(
      await read(control('mine', run('a')) + `<w:sdt><w:sdtContent>${run('a')}</w:sdtContent></w:sdt>`),
    ).toEqual({});
    for (const name of ['_GoBack', 'claim_99', 'claim_', 'my_claim_0', 'claim_0_mine'])
      expect(await read(bookmark(name, run('a')))).toEqual({});
    expect(await read(`<w:tag w:val="c1"/>${run('a')}<w:bookmarkEnd w:id="3"/>`)).toEqual({});
  });
  it('is read by its bookmark alone where its own control is gone, whatever others are there', async () => {
    const both = bookmark('claim_0', control('c1', run('in both')));
    expect(await read(both + bookmark('claim_1', run('by bookmark'), 8))).toEqual({
      c1: ['in both'],
      c2: ['by bookmark'],
    });
  });
  it('has bookmarks that overlap, each to its own end', async () => {
    const [a, b] = ['claim_0', 'claim_1'];
    const overlapping =
      `<w:bookmarkStart w:id="1" w:name="${a}"/>${run('x')}<w:bookmarkStart w:id="2" w:name="${b}"/>${run('y')}` +
      `<w:bookmarkEnd w:id="1"/>${run('z')}<w:bookmarkEnd w:id="2"/>`;
    expect(await read(overlapping)).toEqual({ c1: ['xy'], c2: ['yz'] });
  });
  it('is not there where all in it was deleted, and is there where something was left or typed', async () => {
    const gone = `<w:del>${run('a')}</w:del>`;
    expect(await read(control('c1', gone))).toEqual({});
    expect(await read(control('c1', gone + run('b')))).toEqual({ c1: ['b'] });
    expect(await read(control('c1', ''))).toEqual({ c1: [''] });
    expect(await read(`<w:del>${control('c1', '')}</w:del>${control('c2', '')}`)).toEqual({ c2: [''] });
  });
  it('does not go on from one part of the file to the next', async () => {
    const open = `<w:bookmarkStart w:id="7" w:name="claim_0"/>${run('a')}`;
    expect(await read(open, `${run('b')}<w:bookmarkEnd w:id="7"/>`)).toEqual({});
    const caption = control('t1', `${run('Table ')}${count('Table')}`);
    expect(await read(caption, tableOf([run('1')]))).toEqual({});
  });
});

describe('a claim that is a whole table or chart', () => {
  const caption = (id: string, kind: string) =>
    `<w:p>${control(id, `${run(`${kind} `)}${count(kind)}`)}</w:p>`;
  it('is what follows its caption, the first of them', async () => {
    const cells = [
      [run('Year'), ''],
      [`${run('a')}</w:p><w:p>${run(' b ')}`, run('18')],
    ];
    expect(await read(caption('t1', 'Table') + tableOf(...cells) + tableOf([run('x')]))).toEqual({
      t1: ['Year\t\na b\t18'],
    });
    expect(await read(caption('g1', 'Figure') + chartOf(' 37  in 2006 ') + chartOf('x'))).toEqual({
      g1: ['37 in 2006'],
    });
  });
  it('has its caption known by a field in either form of it, and by no other field', async () => {
    const inPieces = (instruction: string) =>
      control('t1', `${run('Table ')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${run('1')}`);
    const table = tableOf([run('18')]);
    expect(await read(inPieces('SEQ Table') + table)).toEqual({ t1: ['18'] });
    expect(await read(inPieces(' \n SEQ Table') + table)).toEqual({ t1: ['18'] });
    for (const other of [' PAGE ', 'SEQUENCE', 'MY SEQ Table'])
      expect(await read(inPieces(other) + table)).toEqual({ t1: ['Table 1'] });
    expect(await read(control('t1', run('SEQ Table')) + table)).toEqual({ t1: ['SEQ Table'] });
    // The number of a caption beside it makes no table of a claim in a line.
    expect(await read(control('c1', run('a')) + count('Table') + control('c2', run('b')) + table)).toEqual({
      c1: ['a'],
      c2: ['b'],
    });
  });
  it('is known by its bookmark as well, which says whether a table or a chart is meant', async () => {
    const [table, chart] = [tableOf([run('18')]), chartOf('37')];
    expect(await read(bookmark('table_4', run('Table 1')) + table)).toEqual({ t1: ['18'] });
    expect(await read(bookmark('chart_5', run('Figure 1')) + chart)).toEqual({ g1: ['37'] });
    expect(await read(bookmark('table_4', control('t1', run('Table 1'))) + table)).toEqual({ t1: ['18'] });
    // Something else follows: what was meant is gone.
    expect(await read(bookmark('table_4', run('Table 1')) + chart + table)).toEqual({});
    expect(await read(bookmark('chart_5', run('Figure 1')) + table + chart)).toEqual({});
  });
  it('is gone where another caption follows its own', async () => {
    const table = tableOf([run('18')]);
    expect(await read(caption('t1', 'Table') + caption('g1', 'Figure') + table)).toEqual({ g1: ['18'] });
  });
  it('holds the claims that stand in its cells, too', async () => {
    const table = tableOf([control('c1', run('18')), run('19')]);
    expect(await read(caption('t1', 'Table') + table)).toEqual({ t1: ['18\t19'], c1: ['18'] });
  });
  it('is as it stands outside of a table in which it lies', async () => {
    const inner = caption('t1', 'Table') + tableOf([run('1'), run('2')]);
    expect(await read(`<w:tbl><w:tr><w:tc>${inner}</w:tc></w:tr></w:tbl>`)).toEqual({ t1: ['1\t2'] });
  });
  it('is not a chart without words, or in what was deleted', async () => {
    const silent = '<w:r><w:drawing><wp:docPr id="1"/></w:drawing></w:r>';
    expect(await read(caption('g1', 'Figure') + silent)).toEqual({ g1: [''] });
    const deleted = `<w:del>${chartOf('x')}</w:del>`;
    expect(await read(caption('g1', 'Figure') + deleted + chartOf('37'))).toEqual({ g1: ['37'] });
  });
});
