/** What of a document is a claim, what is not, and what its footnotes say, wherever in it they stand. */
import { expect, it } from '@jest/globals';
import type { Block, Inline } from './document.js';
import { plainText, tableText } from './plain-text.js';
import { claimsOf, footnotesOf, textOutsideClaims } from './walk.js';

const text = (written: string): Inline => ({ kind: 'text', text: written });
const claim = (claimId: string, ...inlines: Inline[]): Inline => ({
  ...{ kind: 'claim', claimId, status: 'answered', inlines },
});
const footnote = (number: number, ...inlines: Inline[]): Inline => ({ kind: 'footnote', number, inlines });
const cell = (...inlines: Inline[]) => ({ inlines }) as never;

const paragraph = {
  kind: 'paragraph',
  inlines: [
    text('Of all,  '),
    { kind: 'emphasis', inlines: [claim('a', text('two\u00a0'), text(' States'))] },
    text(' replied.'),
    footnote(1, text('Not '), claim('b', text('three')), text('.')),
  ],
} as unknown as Block;
const table = (more: object) =>
  ({
    kind: 'table',
    caption: [text('Caption '), claim('in-caption', text('of 2008'))],
    head: [[cell(text('Year')), cell(text('Figure'))]],
    rows: [[cell(text('2007')), cell(text(' 6 '), footnote(3, text('Until June.')))]],
    notes: [[text('A note.')]],
    source: [text('E/2008/1')],
    ...more,
  }) as unknown as Block;
const note = {
  kind: 'editor-note',
  blocks: [{ kind: 'list', items: [[text('First'), footnote(2, text('Second.'))], [claim('c', text('x'))]] }],
} as unknown as Block;
const chart = {
  kind: 'chart',
  caption: [text('Drawn')],
  notes: [],
  source: [],
  alternative: ' 37 in\u00a02006  and 6 ',
  claim: { claimId: 'drawn' },
} as unknown as Block;

it('tells each claim with its text, in the order in which it is read', () => {
  const asked = table({ claim: { claimId: 'table' } });
  expect(claimsOf({ blocks: [paragraph, asked, note, chart] })).toEqual([
    { id: 'a', text: 'two States' },
    { id: 'b', text: 'three' },
    { id: 'table', text: 'Year\tFigure\n2007\t6' },
    { id: 'in-caption', text: 'of 2008' },
    { id: 'c', text: 'x' },
    { id: 'drawn', text: '37 in 2006 and 6' },
  ]);
});

it('tells the text that is no claim, footnotes in their places, tables and charts without a claim alone', () => {
  const outside = (...blocks: Block[]) => textOutsideClaims({ blocks } as never);
  expect(outside(paragraph)).toBe('Of all,   replied.Not .');
  expect(outside(note)).toBe('FirstSecond.\n');
  expect(outside(table({ claim: { claimId: 'table' } }), chart)).toBe('');
  expect(outside(table({}))).toBe('Caption \nYear\nFigure\n2007\n 6 Until June.\nA note.\nE/2008/1');
  expect(outside({ ...chart, claim: undefined } as never)).toBe('Drawn\n');
});

it('tells the footnotes by number, in tables and notes to the editor as well', () => {
  const said = [...footnotesOf({ blocks: [paragraph, table({}), note] } as never)];
  expect(said.map(([number, inlines]) => [number, plainText(inlines)])).toEqual([
    [1, 'Not three.'],
    [3, 'Until June.'],
    [2, 'Second.'],
  ]);
});

it('leaves footnotes out of what a line says, and the marks of what it holds', () => {
  expect(plainText((paragraph as unknown as { inlines: Inline[] }).inlines)).toBe(
    'Of all, two States replied.',
  );
  expect(
    tableText({
      head: [],
      rows: [
        [cell(), cell(text('x'))],
        [cell(text('y')), cell()],
      ],
    }),
  ).toBe('\tx\ny\t');
});
