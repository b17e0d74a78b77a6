/** What a .docx must be before any program opens it: whole, the same every time, safe from what replies say. */
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { runInThisContext } from 'node:vm';
import { SaxesParser } from 'saxes';
import type { Block, Inline, Report, Table } from '../../document/document.js';
import { plainText } from '../../document/plain-text.js';
import { sampleReport } from '../../samples/sample-report.js';
import { readDocx } from './read-docx.js';
import { writeDocx } from './write-docx.js';

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

/** Fails on what is not well-formed. Out: the attributes of the elements of a name. */
function elementsOf(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name === name) found.push(tag.attributes as Record<string, string>);
  });
  parser.write(xml).close();
  return found;
}

const withBlocks = (...blocks: Block[]): Report => ({
  document: { ...sampleReport.document, blocks },
  manifest: { ...sampleReport.manifest, claims: [] },
});
const text = (content: string): Inline => ({ kind: 'text', text: content });

describe('a .docx', () => {
  it('has the same bytes every time, in every time zone', async () => {
    // The environment that Node knows: tests have a copy of it, in which a time zone changes nothing.
    const { env } = runInThisContext('process') as NodeJS.Process;
    const zone = env['TZ'];
    const first = await writeDocx(sampleReport);
    env['TZ'] = 'Pacific/Auckland';
    const hours = new Date(2008, 0, 24).getTimezoneOffset() / 60;
    const second = await writeDocx(sampleReport).finally(() => {
      if (zone === undefined) delete env['TZ'];
      else env['TZ'] = zone;
    });
    expect(hours).toBe(-13);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('has the first day that ZIP knows as the day of every part, and so the same bytes tomorrow', async () => {
    const file = Buffer.from(await writeDocx(sampleReport));
    const heads = [...file.toString('latin1').matchAll(/PK\x03\x04/g)].map(({ index }) => index);
    expect(heads.length).toBeGreaterThanOrEqual(Object.keys(partsOf(file)).length);
    // Two bytes for the time of day; then the day, with years counted from 1980: 1 January.
    for (const head of heads)
      expect([file.readUInt16LE(head + 10), file.readUInt16LE(head + 12)]).toEqual([0, 0b0001_00001]);
  });

  it('is well-formed in every part, and every relation leads to a part that has a type', async () => {
    const parts = partsOf(await writeDocx(sampleReport));
    const types = parts['[Content_Types].xml']!;
    const endings = elementsOf(types, 'Default').map(({ Extension }) => Extension);
    const overrides = elementsOf(types, 'Override').map(({ PartName }) => PartName);
    for (const name of Object.keys(parts)) {
      if (/\.(xml|rels|svg)$/.test(name)) elementsOf(parts[name]!, '');
      expect(endings).toContain(name.slice(name.lastIndexOf('.') + 1));
    }
    for (const name of overrides) expect(parts).toHaveProperty([name!.slice(1)]);
    for (const name of Object.keys(parts).filter((one) => one.endsWith('.rels'))) {
      const folder = `${name.replace(/_rels\/[^/]+$/, '')}`;
      for (const { Target, TargetMode } of elementsOf(parts[name]!, 'Relationship'))
        if (TargetMode !== 'External')
          expect(parts).toHaveProperty([new URL(Target!, `file:///${folder}`).pathname.slice(1)]);
    }
  });

  it('gives every claim back with its text', async () => {
    const { manifest, claims } = await readDocx(Buffer.from(await writeDocx(sampleReport)));
    expect(manifest).toEqual(sampleReport.manifest);
    expect(claims).toEqual(sampleReport.manifest.claims.map(({ id, text: own }) => ({ id, texts: [own] })));
  });

  it('keeps markup, control characters and lone surrogates of a reply as text', async () => {
    const nasty = `</w:t></w:r><w:sdt/> & "quoted" ]]> ${String.fromCharCode(0, 11, 0xd800)} <!-- \u202e`;
    const claim = {
      kind: 'claim' as const,
      claimId: 'c1',
      status: 'answered' as const,
      inlines: [text(nasty)],
    };
    const report: Report = {
      document: {
        ...sampleReport.document,
        masthead: { ...sampleReport.document.masthead, title: nasty, symbol: nasty },
        blocks: [
          {
            kind: 'paragraph',
            number: 1,
            inlines: [claim, { kind: 'footnote', number: 1, inlines: [text(nasty)] }],
          },
        ],
      },
      manifest: {
        ...sampleReport.manifest,
        claims: [{ ...sampleReport.manifest.claims[0]!, id: 'c1', text: nasty }],
      },
    };
    const bytes = await writeDocx(report);
    const parts = partsOf(bytes);
    for (const name of Object.keys(parts).filter((one) => one.endsWith('.xml'))) elementsOf(parts[name]!, '');
    const { claims } = await readDocx(Buffer.from(bytes));
    const shown = plainText([text(nasty.replace(/[\0\v\ud800]/g, '\ufffd'))]);
    expect(claims).toEqual([{ id: 'c1', texts: [shown] }]);
  });

  it('links to web addresses and to nothing else', async () => {
    const link = (href: string): Inline => ({ kind: 'link', href, inlines: [text('here')] });
    const hrefs = ['https://undocs.org/E/CN.15/2008/6', 'javascript:alert(1)', 'file:///etc/passwd', 'x', ''];
    const parts = partsOf(await writeDocx(withBlocks({ kind: 'paragraph', inlines: hrefs.map(link) })));
    const targets = elementsOf(parts['word/_rels/document.xml.rels']!, 'Relationship')
      .filter(({ TargetMode }) => TargetMode === 'External')
      .map(({ Target }) => Target);
    expect(targets).toEqual([hrefs[0]]);
    expect(parts['word/document.xml']!.match(/>here</g)).toHaveLength(hrefs.length);
  });

  it('types the label of a heading that Word would count otherwise', async () => {
    const heading = (level: 1 | 2 | 3, label: string): Block => ({
      kind: 'heading',
      level,
      label,
      inlines: [text('x')],
    });
    const labels = ['I.', 'II.', 'IV.', 'III.'].map((label) => heading(1, label));
    const parts = partsOf(await writeDocx(withBlocks(...labels)));
    // The third is none of Word's; the fourth goes on from the second.
    expect(parts['word/document.xml']!.match(/IV\.|III\.|II\./g)).toEqual(['IV.']);
  });

  it('calls the first note under a table so, and no other', async () => {
    const [table] = sampleReport.document.blocks.filter(({ kind }) => kind === 'table');
    const { claim: _, ...rest } = table as Table;
    const notes = [[text('One.')], [text('Two.')]];
    const parts = partsOf(await writeDocx(withBlocks({ ...rest, notes })));
    const under = parts['word/document.xml']!.split('</w:tbl>').at(-1)!.split('<w:sectPr>')[0]!;
    const words = under.split('</w:p>').map((line) => line.replaceAll(/<[^>]*>/g, ''));
    expect(words).toEqual(['Source: Reply of El Salvador, paragraph 14.', 'Note: One.', 'Two.', '', '']);
  });

  it('refuses a claim that the manifest does not know', async () => {
    const unknown = { ...sampleReport.manifest, claims: sampleReport.manifest.claims.slice(1) };
    await expect(writeDocx({ ...sampleReport, manifest: unknown })).rejects.toThrow(/claim c1/);
  });
});
