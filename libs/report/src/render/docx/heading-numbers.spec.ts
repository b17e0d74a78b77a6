/** Which labels of headings Word counts by itself, and which are typed because it would count otherwise. */
import { expect, it } from '@jest/globals';
import type { Heading } from '../../document/document.js';
import { countHeadings } from './heading-numbers.js';

const heading = (level: 1 | 2 | 3, label?: string): Heading => ({
  kind: 'heading',
  level,
  label,
  inlines: [],
});
/** The labels that Word counts, and the formats of the levels. */
function count(...headings: Heading[]) {
  const { counted, levels } = countHeadings(headings);
  return { counted: headings.filter((one) => counted.has(one)).map(({ label }) => label), levels };
}
const ofLevel = (...labels: string[]) => count(...labels.map((label) => heading(1, label)));

it.each([
  ['I.', { format: 'upperRoman', before: '', after: '.' }],
  ['一、', { format: 'chineseCounting', before: '', after: '、' }],
  ['A．', { format: 'upperLetter', before: '', after: '．' }],
  ['(a)', { format: 'lowerLetter', before: '(', after: ')' }],
  [' 1 ', { format: 'decimal', before: '', after: '' }],
  ['(1).', { format: 'decimal', before: '(', after: ').' }],
])('a level whose first label is "%s" is counted, with what stands around it', (label, format) => {
  expect(ofLevel(label)).toEqual({ counted: [label], levels: [format, undefined, undefined] });
});

it.each(['II.', '二、', 'B', '0', 'i', '[1]', '1:', 'ب', 'Annex A', '((1)'])(
  'a level whose first label is "%s" is not counted',
  (label) => {
    expect(ofLevel(label, 'I.')).toEqual({ counted: [], levels: [undefined, undefined, undefined] });
  },
);

it('Roman numbers are counted one after the other, as Word prints them', () => {
  const upToTen = 'I II III IV V VI VII VIII IX X'.split(' ');
  const roman = ['', 'X', 'XX', 'XXX'].flatMap((tens) =>
    [...upToTen.slice(0, 9), 'X'].map((one) => tens + one),
  );
  expect(ofLevel(...roman.slice(0, 39)).counted).toEqual(roman.slice(0, 39));
  expect(ofLevel(...roman.slice(0, 12), 'XIV', 'XIII').counted).toEqual([...roman.slice(0, 12), 'XIII']);
});

it('Chinese numbers beyond twenty, and letters up to the last, are as Word prints them', () => {
  const digits = ['', ...'一二三四五六七八九'];
  const chinese = Array.from({ length: 99 }, (_, i) => {
    const [tens, ones] = [Math.floor((i + 1) / 10), (i + 1) % 10];
    return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`;
  });
  expect(ofLevel(...chinese).counted).toEqual(chinese);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  expect(ofLevel(...letters, '[', '').counted).toEqual(letters);
  const small = letters.map((letter) => letter.toLowerCase());
  expect(ofLevel(...small, '{').counted).toEqual(small);
});

it('a label that is not the next one is typed, and the one after it is counted as if that were not there', () => {
  expect(ofLevel('I.', 'III.', 'II.', 'II.', 'III').counted).toEqual(['I.', 'II.']);
});

it('a heading without a label neither counts nor is counted', () => {
  const blocks = [heading(1), heading(1, 'I.'), heading(1), heading(1, ''), heading(1, 'II.')];
  expect(count(...blocks).counted).toEqual(['I.', 'II.']);
  expect(countHeadings([{ kind: 'paragraph', number: 1, inlines: [] }]).levels).toEqual(
    Array(3).fill(undefined),
  );
});

it('a level begins anew below each heading of a level above it, and below no other', () => {
  const blocks = [
    ...[heading(1, 'I.'), heading(2, 'A.'), heading(3, '1.'), heading(3, '2.'), heading(2, 'B.')],
    ...[heading(3, '1.'), heading(1, 'II.'), heading(3, '1.'), heading(2, 'A.'), heading(2, 'C.')],
  ];
  expect(count(...blocks).counted).toEqual(['I.', 'A.', '1.', '2.', 'B.', '1.', 'II.', '1.', 'A.']);
});
