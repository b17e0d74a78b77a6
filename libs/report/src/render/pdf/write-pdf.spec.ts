/** What a PDF must be, told without another program: the same every time, safe from what replies say, fast. */
import { expect, it } from '@jest/globals';
import type { Inline, Report } from '../../document/document.js';
import { sampleReport } from '../../samples/sample-report.js';
import { longReport } from '../../samples/sample-variants.js';
import { writePdf } from './write-pdf.js';

const hash = async (report: Report) => Buffer.from(await writePdf(report)).toString('base64');

it('the same report gives the same bytes', async () => {
  const first = await hash(sampleReport);
  expect(Buffer.from(first, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  expect(await hash(sampleReport)).toBe(first);
});

it('the words of a reply are set as words, whatever they look like', async () => {
  const nasty =
    '#panic("x") \\ #include "/etc/passwd" = a *b* _c_ `d` $e$ @f <g> ]] " \' {h} //i\n\t\0\ufeff\ud800 ไทย 😀 \ue000';
  const text: Inline = { kind: 'text', text: nasty };
  const report: Report = {
    manifest: { ...sampleReport.manifest, claims: [] },
    document: {
      ...sampleReport.document,
      masthead: { ...sampleReport.document.masthead, title: nasty, symbol: nasty, organ: nasty },
      blocks: [
        { kind: 'heading', level: 1, label: nasty, inlines: [text] },
        { kind: 'paragraph', number: 1, inlines: [text, { kind: 'footnote', number: 1, inlines: [text] }] },
        { kind: 'list', style: 'letters', items: [[text]] },
        { kind: 'open-place', inlines: [text] },
        { kind: 'editor-note', blocks: [{ kind: 'paragraph', inlines: [text] }] },
      ],
    },
  };
  await expect(writePdf(report)).resolves.toBeInstanceOf(Uint8Array);
});

it('is made without blocks, in every direction and in a language without letters of its own here', async () => {
  for (const [language, direction] of [
    ['ar', 'rtl'],
    ['ru', 'ltr'],
    ['th', 'ltr'],
  ] as const) {
    const masthead = { ...sampleReport.document.masthead, titleLanguage: 'en' };
    const document = { ...sampleReport.document, masthead, language, direction, blocks: [] };
    await expect(writePdf({ ...sampleReport, document })).resolves.toBeInstanceOf(Uint8Array);
  }
});

it('says why none can be made', async () => {
  const [block] = sampleReport.document.blocks.filter(({ kind }) => kind === 'chart');
  const document = {
    ...sampleReport.document,
    blocks: [{ ...block, svg: 'no picture' } as typeof block & object],
  };
  await expect(writePdf({ ...sampleReport, document })).rejects.toThrow(
    /^The PDF could not be made: \S.*svg.*\S$/is,
  );
});

it('makes a report on two hundred respondents in under ten seconds', async () => {
  const begun = performance.now();
  await writePdf(longReport);
  expect(performance.now() - begun).toBeLessThan(10_000);
});
