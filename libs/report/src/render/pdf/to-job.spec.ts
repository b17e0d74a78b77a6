/** What the process that makes a PDF is given: safe links, texts that can be set, and the looks of tables. */
import { expect, it } from '@jest/globals';
import type { Block, Cell, Inline, Table } from '../../document/document.js';
import { sampleReport } from '../../samples/sample-report.js';
import { toJob } from './to-job.js';

const text = (written: string): Inline => ({ kind: 'text', text: written });
/** In: blocks. Out: those that the process reads. */
function given(...blocks: Block[]): unknown[] {
  const report = { ...sampleReport, document: { ...sampleReport.document, blocks } };
  const job = JSON.parse(JSON.stringify(toJob(report, []))) as { document: { blocks: unknown[] } };
  return job.document.blocks;
}

it('links lead to web addresses as browsers read them; of others the words stay', () => {
  const link = (href: string): Inline => ({ kind: 'link', href, inlines: [text('here')] });
  const [paragraph] = given({
    kind: 'paragraph',
    inlines: [
      link('https://undocs.org/E/CN.15/2008/6'),
      link('HTTP://Example.org'),
      { kind: 'footnote', number: 1, inlines: [link('javascript:alert(1)'), link('file:///etc/passwd')] },
    ],
  });
  const words = [{ kind: 'text', text: 'here' }];
  expect(paragraph).toEqual({
    kind: 'paragraph',
    inlines: [
      { kind: 'link', href: 'https://undocs.org/E/CN.15/2008/6', inlines: words },
      { kind: 'link', href: 'http://example.org/', inlines: words },
      {
        kind: 'footnote',
        number: 1,
        inlines: [
          { kind: 'link', inlines: words },
          { kind: 'link', inlines: words },
        ],
      },
    ],
  });
});

it('texts have a sign in place of what no document can hold, in the masthead as well', () => {
  const { masthead, ...rest } = sampleReport.document;
  const document = { ...rest, masthead: { ...masthead, title: 'a\0b' }, blocks: [] };
  expect(toJob({ ...sampleReport, document }, []).document).toMatchObject({
    language: 'en',
    masthead: { title: 'a\ufffdb', symbol: 'E/CN.15/2008/6' },
    blocks: [],
  });
  expect(given({ kind: 'list', style: 'bullets', items: [[text('a\ud800')]] })).toEqual([
    { kind: 'list', style: 'bullets', items: [[{ kind: 'text', text: 'a\ufffd' }]] },
  ]);
});

it('tables come with the width of their columns, the size of their letters, and how figures stand', () => {
  const cell = (written: string, more: Partial<Cell> = {}): Cell => ({ inlines: [text(written)], ...more });
  const table = (...cells: Cell[]): Table => ({
    ...{ kind: 'table', number: 1, caption: [], head: [], rows: [cells], notes: [], source: [] },
  });
  const two = table(cell('nnnnnnnnn'), cell('nnnnnnnnnnnnnnnnnnn', { align: 'end' }));
  const many = table(...Array.from({ length: 20 }, () => cell('6')));
  expect(given(two, many)).toEqual([
    {
      ...two,
      shares: [expect.closeTo(11.5 / 33), expect.closeTo(21.5 / 33)],
      points: 8.5,
      isWide: false,
      alignments: [null, 'end'],
    },
    {
      ...many,
      shares: Array(20).fill(expect.closeTo(0.05)),
      points: 6,
      isWide: true,
      alignments: Array(20).fill(null),
    },
  ]);
});

it('the manifest goes along as it is, and so do the folders of fonts', () => {
  const job = toJob(sampleReport, ['fonts', 'more']);
  expect(JSON.parse(job.manifest)).toEqual(sampleReport.manifest);
  expect(job.fontFolders).toEqual(['fonts', 'more']);
});
