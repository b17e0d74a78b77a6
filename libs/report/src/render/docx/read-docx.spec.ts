/** What is read back of a document that people have worked on, and of files that are none. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sampleReport } from '../../samples/sample-report.js';
import { readDocx } from './read-docx.js';
import { writeDocx } from './write-docx.js';

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await writeDocx(sampleReport);
});

/** Changes a part as an editor would. Fails where nothing changes: the test would test nothing. */
function edit(change: (xml: string) => string, part = 'word/document.xml'): Buffer {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part]!);
  const after = change(before);
  expect(after).not.toBe(before);
  return Buffer.from(zipSync({ ...parts, [part]: strToU8(after) }));
}

async function textsOf(file: Buffer, id: string): Promise<readonly string[]> {
  const { claims } = await readDocx(file);
  return claims.find((claim) => claim.id === id)!.texts;
}

/** The content control of a claim, whole. */
const control = (id: string) =>
  new RegExp(`<w:sdt><w:sdtPr><w:alias [^>]*/><w:tag w:val="${id}"/>(?:(?!</w:sdt>).)*</w:sdt>`);
const dropControls = (xml: string) =>
  xml.replace(/<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/g, '$1');
const dropBookmarks = (xml: string) => xml.replace(/<w:bookmark(Start|End)[^>]*>/g, '');
const whole = { t1: sampleReport.manifest.claims.find(({ id }) => id === 't1')!.text };

describe('a claim in an edited document', () => {
  it('has the text that was typed into it', async () => {
    expect(
      await textsOf(
        edit((xml) => xml.replace('thirteen States', 'twelve  States')),
        'c1',
      ),
    ).toEqual(['twelve States']);
  });
  it('is followed into footnotes', async () => {
    const file = edit((xml) => xml.replace('and Croatia', 'and Cuba'), 'word/footnotes.xml');
    expect(await textsOf(file, 'c2')).toEqual(['Belarus, Bulgaria and Cuba']);
  });
  it('is gone where it was deleted', async () => {
    expect(
      await textsOf(
        edit((xml) => dropBookmarks(xml).replace(control('c1'), '')),
        'c1',
      ),
    ).toEqual([]);
  });
  it('stands twice where it was copied', async () => {
    const file = edit((xml) => xml.replace(control('c1'), (one) => one + one.replace('thirteen', 'nine')));
    expect(await textsOf(file, 'c1')).toEqual(['thirteen States', 'nine States']);
  });
  it('is found by its bookmark where the content control was dropped', async () => {
    const { claims } = await readDocx(edit(dropControls));
    expect(claims).toEqual((await readDocx(Buffer.from(bytes))).claims);
  });
  it('is found by its content control where the bookmark was dropped', async () => {
    const { claims } = await readDocx(edit(dropBookmarks));
    expect(claims).toEqual((await readDocx(Buffer.from(bytes))).claims);
  });
  it('is read with what a tracked change inserted and without what it deleted', async () => {
    const file = edit((xml) =>
      xml.replace(
        /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)<w:t xml:space="preserve">thirteen States<\/w:t><\/w:r>/,
        '<w:del w:id="900"><w:r><w:delText>thirteen</w:delText></w:r></w:del>' +
          '<w:ins w:id="901"><w:r>$1<w:t>nine</w:t></w:r></w:ins><w:r>$1<w:t xml:space="preserve"> States</w:t></w:r>',
      ),
    );
    expect(await textsOf(file, 'c1')).toEqual(['nine States']);
  });
  /** Wraps the run in a claim's control, as Word does where a person moves or deletes it with changes tracked. */
  const tracked = (change: string, sdt: string) =>
    sdt.replace(/(?<=<w:sdtContent>.*)<w:r>.*<\/w:r>/, `<w:${change} w:id="900">$&</w:${change}>`);
  const deleted = (one: string) => tracked('del', one).replace(/(<\/?w:)t(?=[ >])/g, '$1delText');
  const around = (change: string, sdt: string) => `<w:${change} w:id="901">${sdt}</w:${change}>`;
  const bookmarked = (id: string) =>
    new RegExp(`<w:bookmarkStart [^>]*/>${control(id).source}<w:bookmarkEnd [^>]*/>`);
  it.each([
    ['the change in its control', tracked],
    ['its control in the change', around],
  ])('is read once where it was moved with changes tracked: %s', async (_, wrap) => {
    const moved = (one: string) => `${wrap('moveFrom', one)}<w:r><w:t> of </w:t></w:r>${wrap('moveTo', one)}`;
    expect(
      await textsOf(
        edit((xml) => xml.replace(control('c1'), moved)),
        'c1',
      ),
    ).toEqual(['thirteen States']);
  });
  it('is read once by its bookmark where that was moved with it and the control dropped', async () => {
    const moved = (one: string) =>
      `${around('moveFrom', one)}<w:r><w:t> of </w:t></w:r>${around('moveTo', one.replaceAll('w:id="', 'w:id="9'))}`;
    const file = edit((xml) => dropControls(xml.replace(bookmarked('c1'), moved)));
    expect(await textsOf(file, 'c1')).toEqual(['thirteen States']);
  });
  it('is gone where it was deleted with changes tracked', async () => {
    expect(
      await textsOf(
        edit((xml) => xml.replace(control('c1'), deleted)),
        'c1',
      ),
    ).toEqual([]);
    const chart = edit((xml) =>
      xml.replace(/<w:r>(?:(?!<\/w:r>).)*<w:drawing>.*?<\/w:r>/, '<w:del>$&</w:del>'),
    );
    expect(await textsOf(chart, 'g1')).toEqual([]);
  });
  it('is empty where Word shows its own words for an emptied control', async () => {
    const file = edit((xml) =>
      xml
        .replace('<w:tag w:val="c1"/><w:id w:val="1"/>', '$&<w:showingPlcHdr/>')
        .replace('thirteen States', 'Click or tap here to enter text.'),
    );
    expect(await textsOf(file, 'c1')).toEqual(['']);
  });
  it('is the table below its caption, cell by cell', async () => {
    expect(await textsOf(Buffer.from(bytes), 't1')).toEqual([whole.t1]);
    const file = edit((xml) => xml.replace('more than 3,800', '3,800'));
    expect(await textsOf(file, 't1')).toEqual([whole.t1.replace('more than 3,800', '3,800')]);
  });
  it('is no table where the table was deleted, even if another follows', async () => {
    const file = edit((xml) =>
      xml
        .replace(/<w:tbl><w:tblPr><w:tblStyle.*?<\/w:tbl>/, '')
        .replace('<w:sectPr>', '<w:tbl><w:tr><w:tc/></w:tr></w:tbl>$&'),
    );
    expect(await textsOf(file, 't1')).toEqual([]);
  });
  it('is still the table where the number of its caption was typed over', async () => {
    const file = edit((xml) => xml.replace(/<w:fldSimple w:instr=" SEQ Table.*?<\/w:fldSimple>/, ''));
    expect(await textsOf(file, 't1')).toEqual([whole.t1]);
  });
  it("is the chart's alternative text", async () => {
    expect(
      await textsOf(
        edit((xml) => xml.replaceAll('37 in 2006', '38 in 2006')),
        'g1',
      ),
    ).toEqual(['Persons prosecuted, El Salvador: 18 in 2005, 38 in 2006, 6 in 2007.']);
  });
});

describe('a file that is no report', () => {
  const refused = (file: Buffer) =>
    readDocx(file).then(
      () => undefined,
      (error: { code?: string }) => error.code,
    );
  it.each([
    ['text', Buffer.from('United Nations'), 'not-a-docx'],
    ['an old .doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'not-a-docx'],
    ['empty', Buffer.alloc(0), 'truncated'],
    ['another ZIP', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'not-a-docx'],
    [
      'a .docx of another program',
      Buffer.from(zipSync({ 'word/document.xml': strToU8('<a/>') })),
      'no-manifest',
    ],
  ])('is refused: %s', async (_, file, code) => {
    expect(await refused(file)).toBe(code);
  });
  it('is refused wherever it is cut off', async () => {
    for (const share of [0.02, 0.5, 0.999])
      expect(await refused(Buffer.from(bytes.subarray(0, Math.floor(bytes.length * share))))).toBe(
        'truncated',
      );
  });
  it('is refused before a bomb in it goes off', async () => {
    const parts = { ...unzipSync(bytes), 'word/document.xml': new Uint8Array(20 * 1024 ** 2) };
    expect(await refused(Buffer.from(zipSync(parts)))).toBe('too-large');
  });
  it('is refused when its manifest is damaged or of a later version', async () => {
    const part = 'customXml/item1.xml';
    expect(await refused(edit((xml) => xml.replace('{', ''), part))).toBe('no-manifest');
    expect(await refused(edit((xml) => xml.replace('version&quot;:1', 'version&quot;:2'), part))).toBe(
      'no-manifest',
    );
  });
});
