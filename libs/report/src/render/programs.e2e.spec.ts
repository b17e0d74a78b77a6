/** The files in the hands of other programs: python-docx reads and edits, LibreOffice opens and saves, poppler shows. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canRun } from '@rapporteur/testing';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleReport } from '../samples/sample-report.js';
import { chineseReport, longReport } from '../samples/sample-variants.js';
import { readDocx } from './docx/read-docx.js';
import { renderReport } from './render.js';

/** The Python of Debian, which has python3-docx, even where another Python comes first. */
const python = '/usr/bin/python3';
const describeWith = canRun({
  'python3-docx': [python, '-c', 'import docx'],
  'libreoffice-writer-nogui': ['soffice', '--version'],
  'poppler-utils': ['pdftotext', '-v'],
})
  ? describe
  : describe.skip;

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-report-'));
  for (const [name, report] of Object.entries({
    sample: sampleReport,
    chinese: chineseReport,
    long: longReport,
  }))
    for (const format of ['docx', 'pdf'] as const)
      writeFileSync(at(`${name}.${format}`), await renderReport(report, format));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runPython = (script: string, ...args: string[]): unknown =>
  JSON.parse(execFileSync(python, ['-c', script, ...args], { encoding: 'utf8' }));

/** LibreOffice with a profile of its own, so that no other one is in the way. */
function convert(file: string, to: 'pdf' | 'docx'): string {
  const out = at(`by-libreoffice-${to}`);
  const made = join(out, file.replace(/\.docx$/, `.${to}`));
  // It takes seconds: once for each file.
  if (existsSync(made)) return made;
  const profile = `-env:UserInstallation=file://${at('profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, at(file)], {
    stdio: 'pipe',
    timeout: 120_000,
  });
  return made;
}

const pagesOf = (pdf: string): string[] =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\f')
    .slice(0, -1);

/** The page on which a text stands. Line breaks count as spaces. */
const pageOf = (pages: readonly string[], text: string): number =>
  pages.findIndex((page) => page.replace(/\s+/g, ' ').includes(text));

/** The footnotes of the long report that are not on the page of their mark, nor up to `late` pages after it. */
const strayNotes = (pages: readonly string[], late = 0): number[] =>
  Array.from({ length: 70 }, (_, i) => i + 1).filter((number) => {
    const page = pageOf(pages, `with note ${number},`);
    const after = pageOf(pages, `Note ${number} of many`) - page;
    return page < 0 || after < 0 || after > late;
  });

/** What lies outside of the margins of its page: cut off, or nearly. */
function outside(pdf: string): string[] {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return [...xml.matchAll(/xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="[\d.-]+">(.*?)</g)]
    .filter(([, left, right]) => Number(left) < 50 || Number(right) > 595 - 50)
    .map(([, , , word]) => word!);
}

describeWith('a .docx', () => {
  it('is read by python-docx with its styles, numbers, footnotes and claims', () => {
    const read = runPython(
      `
import docx, json, sys
from docx.oxml.ns import qn
d = docx.Document(sys.argv[1])
body = d.element.body
notes = next(r.target_part for r in d.part.rels.values() if r.reltype.endswith('/footnotes'))
print(json.dumps({
  'headings': [[p.style.name, p.text] for p in d.paragraphs if p.style.name.startswith('Heading')],
  'numbered': sum(1 for p in d.paragraphs if p.style.name == 'Numbered Paragraph'),
  'table': [[''.join(t.text or '' for t in c._tc.iter(qn('w:t'))) for c in r.cells] for r in d.tables[1].rows],
  'header rows': len(list(d.tables[1]._tbl.iter(qn('w:tblHeader')))),
  'marks': len(list(body.iter(qn('w:footnoteReference')))),
  'footnotes': notes.blob.decode().count('<w:footnote ') - 2,
  'tags': [t.get(qn('w:val')) for t in body.iter(qn('w:tag'))],
  'pictures': len(d.inline_shapes),
  'title': d.core_properties.title,
  'language': d.core_properties.language,
}))`,
      at('sample.docx'),
    ) as Record<string, unknown>;
    expect(read).toEqual({
      headings: [
        ['Heading 1', 'Introduction'],
        ['Heading 1', 'Findings'],
        ['Heading 2', 'Enforcement'],
        ['Heading 3', 'Measures'],
        ['Heading 1', 'Conclusions'],
      ],
      numbered: 4,
      table: [
        ['Year', 'Persons prosecuted', 'Persons arrested'],
        ['2005', '18', '53'],
        ['2006', '37', '56'],
        ['2007', '6', 'more than 3,800'],
      ],
      'header rows': 1,
      marks: 1,
      footnotes: 1,
      // c2 stands in the footnote.
      tags: ['c1', 'c3', 'c4', 't1', 'g1'],
      pictures: 1,
      title: sampleReport.document.masthead.title,
      language: 'en-GB',
    });
  });

  it('keeps its claims when python-docx changes it and saves', async () => {
    runPython(
      `
import docx, json, sys
from docx.oxml.ns import qn
d = docx.Document(sys.argv[1])
d.paragraphs[0].insert_paragraph_before('A paragraph that was written by hand.')
d.tables[1].cell(1, 1).paragraphs[0].runs[0].text = '19'
control = next(s for s in d.element.body.iter(qn('w:sdt')) if s.find('.//' + qn('w:tag')).get(qn('w:val')) == 'c1')
next(control.iter(qn('w:t'))).text = 'fourteen States'
d.save(sys.argv[2])
print('null')`,
      at('sample.docx'),
      at('edited.docx'),
    );
    const { claims, manifest } = await readDocx(at('edited.docx'));
    const changed = claims.filter(({ texts }, i) => texts.join() !== manifest.claims[i]!.text);
    expect(manifest).toEqual(sampleReport.manifest);
    expect(changed.map(({ id }) => id)).toEqual(['c1', 't1']);
    expect(changed[0]!.texts).toEqual(['fourteen States']);
    expect(changed[1]!.texts[0]).toContain('2005\t19\t53');
  });

  it.each(['sample.docx', 'chinese.docx', 'long.docx'])(
    'keeps every claim of %s when LibreOffice opens and saves it',
    async (name) => {
      const before = await readDocx(at(name));
      const after = await readDocx(convert(name, 'docx'));
      expect(after).toEqual(before);
      expect(after.claims.every(({ texts }) => texts.length === 1)).toBe(true);
    },
    120_000,
  );

  it.each(['sample.docx', 'chinese.docx', 'long.docx'])(
    'becomes a PDF by LibreOffice with nothing cut off: %s',
    (name) => {
      const pdf = convert(name, 'pdf');
      expect(outside(pdf)).toEqual([]);
      expect(pagesOf(pdf).length).toBeGreaterThan(1);
    },
    120_000,
  );

  it('is counted by LibreOffice as the document says', () => {
    const pages = pagesOf(convert('long.docx', 'pdf'));
    const text = pages.join('\n');
    const missing = longReport.document.blocks.flatMap((block): (string | number | undefined)[] => {
      if (block.kind === 'heading') return text.includes(`${block.label} `) ? [] : [block.label];
      if (block.kind !== 'paragraph') return [];
      return new RegExp(`^ *${block.number}\\. +${block.number! * 3} cases`, 'm').test(text)
        ? []
        : [block.number];
    });
    expect(missing).toEqual([]);
    // LibreOffice puts a footnote on the next page where its own has no room left.
    expect(strayNotes(pages, 1)).toEqual([]);
  }, 120_000);
});

describeWith('a PDF', () => {
  it.each(['sample.pdf', 'chinese.pdf', 'long.pdf'])(
    'is tagged, titled, and cuts nothing off: %s',
    (name) => {
      const info = execFileSync('pdfinfo', [at(name)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Title:\s+\S/);
      expect(info).not.toMatch(/CreationDate/);
      expect(outside(at(name))).toEqual([]);
    },
  );

  it('uses the letters that come with it, and no others', () => {
    const fonts = execFileSync('pdffonts', [at('chinese.pdf')], { encoding: 'utf8' });
    const names = fonts
      .split('\n')
      .slice(2, -1)
      .map((line) => /\+([A-Za-z]+)/.exec(line)?.[1]);
    expect(new Set(names)).toEqual(new Set(['Tinos', 'NotoSerifSC']));
  });

  it('carries the manifest', () => {
    execFileSync('pdfdetach', ['-saveall', '-o', folder, at('sample.pdf')]);
    expect(JSON.parse(readFileSync(at('manifest.json'), 'utf8'))).toEqual(sampleReport.manifest);
  });

  it('has every footnote on the page of its mark, and repeats the head of a table on every page', () => {
    const pages = pagesOf(at('long.pdf'));
    expect(strayNotes(pages)).toEqual([]);
    const rows = pages.filter((page) => /^ *State number \d+ /m.test(page));
    expect(rows.length).toBeGreaterThan(2);
    for (const page of rows) expect(page).toMatch(/^ *State +2003 +2004 /m);
  });

  it('names a character that no letter stands for', async () => {
    const inlines = [{ kind: 'text' as const, text: 'before \ue000\u{f0001} after' }];
    const document = { ...sampleReport.document, blocks: [{ kind: 'paragraph' as const, inlines }] };
    writeFileSync(at('odd.pdf'), await renderReport({ ...sampleReport, document }, 'pdf'));
    expect(pagesOf(at('odd.pdf')).join(' ')).toContain('before [U+E000][U+F0001] after');
  });

  it('says all that the document says', () => {
    const words = pagesOf(at('sample.pdf')).join(' ').replace(/\s+/g, ' ');
    for (const { id, text } of sampleReport.manifest.claims)
      if (!['t1', 'g1'].includes(id)) expect(words).toContain(text);
    expect(words).toContain('各答复国');
  });
});
