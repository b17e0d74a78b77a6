/** From a file to a document: every part of Markdown that a report may hold, numbered in the order in which it stands. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildReport } from './build-report.js';
import { opened, replied, said } from '../samples/examples.js';
import { loadLanguage, type ReportLanguage } from '../document/language.js';
import { parseReport } from './parse-report.js';
import { plainText } from '../document/plain-text.js';
import { factsOf } from '../facts/round-2008-facts.js';

const languages: Record<string, ReportLanguage> = {};
beforeAll(async () => {
  for (const code of ['en', 'zh']) languages[code] = await loadLanguage(code);
});

const facts = () =>
  factsOf([opened(), replied('SV', [said('2005', 18), said('2006', 37), said('2007', 6)])], '2008-01-24');
function build(body: string, { code = 'en', degraded = 0 } = {}) {
  const head = `---\nlanguage: ${code}\ncollection: c\nround: 2008\nmasthead:\n  organization: United Nations\n  title: T\n---\n`;
  const reading = parseReport(`${head}\n${body}\n`);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return buildReport(reading.file, { facts: { ...facts(), degraded }, language: languages[code]! });
}
const blocksOf = (body: string, code = 'en') => build(body, { code }).document.blocks;
const text = (content: string) => ({ kind: 'text', text: content });
const figure = (period: string, more = '') =>
  `:figure{respondent=SV indicator=persons-prosecuted period=${period}${more}}`;

describe('a document', () => {
  it('numbers headings by level, each anew under the next higher one, and paragraphs through all', () => {
    const blocks = blocksOf('# A\n\none\n\n## B\n\n### C\n\n### D\n\ntwo\n\n## E\n\n### F\n\n# G\n\n## H');
    expect(
      blocks.map((block) => ('label' in block ? block.label : 'number' in block ? block.number : '')),
    ).toEqual([...['I.', 1, 'A.', '1.', '2.', 2, 'B.', '1.', 'II.', 'A.']]);
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? block.level : []))).toEqual([
      ...[1, 2, 3, 3, 2, 3, 1, 2],
    ]);
  });

  it('has emphasis, links, and lines joined as the language joins them', () => {
    expect(blocksOf('*a* **b** [c](https://un.org)\nd  \ne')).toEqual([
      {
        kind: 'paragraph',
        number: 1,
        inlines: [
          { kind: 'emphasis', strength: 'emphasis', inlines: [text('a')] },
          text(' '),
          { kind: 'emphasis', strength: 'strong', inlines: [text('b')] },
          text(' '),
          { kind: 'link', href: 'https://un.org', inlines: [text('c')] },
          text(' d'),
          text(' '),
          text('e'),
        ],
      },
    ]);
    expect(blocksOf('甲\n乙', 'zh')).toMatchObject([{ inlines: [text('甲乙')] }]);
  });

  it('keeps a colon with a word behind it as it is written', () => {
    const [paragraph] = blocksOf('See:page and note:this.');
    const inlines = paragraph?.kind === 'paragraph' ? paragraph.inlines : [];
    expect(plainText(inlines)).toBe('See:page and note:this.');
  });

  it('has lists of letters and of dots, with all paragraphs of an item', () => {
    expect(blocksOf('1. a\n2. b\n\n   c')).toEqual([
      { kind: 'list', style: 'letters', items: [[text('a')], [text('b'), text(' '), text('c')]] },
    ]);
    expect(blocksOf('- a\n- b')).toMatchObject([{ style: 'bullets', items: [[text('a')], [text('b')]] }]);
  });

  it('has places that are no numbered paragraphs: notes to the editor, what is to be written, an annex', () => {
    const blocks = blocksOf(
      ':::editor-note\na\n\n- b\n:::\n\n:::open-place\nc\n\n- d\n:::\n\n:::unnumbered\n# E\n\nf\n\n- g\n:::\n\nh',
    );
    expect(blocks).toEqual([
      {
        kind: 'editor-note',
        blocks: [
          { kind: 'paragraph', inlines: [text('a')] },
          { kind: 'list', style: 'bullets', items: [[text('b')]] },
        ],
      },
      { kind: 'open-place', inlines: [text('c')] },
      { kind: 'list', style: 'bullets', items: [[text('d')]] },
      { kind: 'heading', level: 1, inlines: [text('E')] },
      { kind: 'paragraph', inlines: [text('f')] },
      { kind: 'list', style: 'bullets', items: [[text('g')]] },
      { kind: 'paragraph', number: 1, inlines: [text('h')] },
    ]);
  });

  it('numbers footnotes, tables and charts in their order, and its manifest has every claim', () => {
    const { document, manifest } = build(
      [
        `A ${figure('2005')}[^x] and b[^y].`,
        `[^y]: ${figure('2006')}.`,
        '[^x]: none.',
        '::table{of=series respondent=SV indicator=persons-prosecuted}',
        '::chart{respondent=SV indicator=persons-prosecuted}',
        '::table{of=replies}',
        figure('1999'),
      ].join('\n\n'),
    );
    const [first, table, chart, second, last] = document.blocks;
    const id = (period: string) => `figure-SV-persons-prosecuted-${period}`;
    expect(first).toEqual({
      kind: 'paragraph',
      number: 1,
      inlines: [
        text('A '),
        { kind: 'claim', claimId: id('2005'), status: 'answered', inlines: [text('18')] },
        { kind: 'footnote', number: 1, inlines: [text('none.')] },
        text(' and b'),
        {
          kind: 'footnote',
          number: 2,
          inlines: [
            { kind: 'claim', claimId: id('2006'), status: 'answered', inlines: [text('37')] },
            text('.'),
          ],
        },
        text('.'),
      ],
    });
    expect([table, chart, second]).toMatchObject([
      { kind: 'table', number: 1, claim: { status: 'answered' } },
      { kind: 'chart', number: 1 },
      { kind: 'table', number: 2, claim: { claimId: 'table-replies' } },
    ]);
    expect(last).toMatchObject({ number: 2, inlines: [{ kind: 'claim', status: 'unanswerable' }] });
    expect(manifest.claims.map(({ id: own }) => own)).toEqual([
      ...[id('2005'), id('2006'), 'table-series-SV-persons-prosecuted', 'chart-SV-persons-prosecuted'],
      ...['table-replies', id('1999')],
    ]);
    expect(manifest).toMatchObject({
      ...{ format: 'rapporteur-manifest', version: 1, collection: 'c', round: '2008', language: 'en' },
      vintage: { asOf: '2008-01-24', at: 2 },
    });
    expect(manifest).not.toHaveProperty('degraded');
  });

  it('says before everything else that something is missing, where it is', () => {
    const { document, manifest } = build('a', { degraded: 2 });
    expect(document.blocks).toMatchObject([{ kind: 'editor-note' }, { kind: 'paragraph', number: 1 }]);
    expect(manifest.degraded).toBe(2);
    expect(document.masthead.draft).toBe(
      'Draft on what had been received by 24 January 2008, as recorded up to position 2',
    );
  });
});
