/** What a column's cells look like: counts, other numbers, periods; and whether it follows from other columns. */
import { describe, expect, it } from '@jest/globals';
import { countSplits, follows, isPeriod, kindOfNumber, noteCells, respondentOf, shareOf } from './column.js';

const column = (...cells: string[]) => {
  const made = noteCells('name');
  for (const cell of cells) made.add(cell, cell === '1.5');
  return made;
};

it('a column counts its words, and its rows that are not empty', () => {
  const one = column('a', '', 'b', 'a', '1.5');
  expect(one).toMatchObject({ name: 'name', cells: ['a', '', 'b', 'a', '1.5'], filled: 4 });
  expect([...one.words]).toEqual([
    ['a', 2],
    ['b', 1],
    ['1.5', 1],
  ]);
  expect([0, 1, 2, 3, 4].map((row) => one.isNoCount(row))).toEqual([false, false, false, false, true]);
  expect(shareOf(one, (word) => word === 'a')).toBe(0.5);
  expect(shareOf(one, () => true)).toBe(1);
  expect(shareOf(column('', ''), () => true)).toBe(0);
});

it.each([
  ...[
    '0',
    '1282',
    '1,282',
    '1.282',
    '1 282',
    "1'282",
    '1\u00a0282',
    '1\u202f282\u202f000',
    '<5',
    '>=5',
    '<= 4',
  ],
  ...['≥5', '~ 60', '≈60', '٥', '５', '٢٬٣٤٥'],
])('%j is a count', (text) => {
  expect(kindOfNumber(text)).toBe('count');
});
it.each([
  ...[
    '1.5',
    '0,5',
    '-3',
    '+3',
    '50%',
    '50 %',
    '1e5',
    '1E-5',
    '12,34',
    '1234,567',
    '1,2345',
    '.5',
    '<1.5',
    '1.282.5',
  ],
])('%j is another number', (text) => {
  expect(kindOfNumber(text)).toBe('fraction');
});
it.each(['', 'n/a', 'a5', '5a', '<', '%', '-', '5e', 'x1,282', '1,282x', '5 to 6'])(
  '%j is no number',
  (text) => {
    expect(kindOfNumber(text)).toBe('none');
  },
);

it.each([
  ['1800', true],
  ['2019', true],
  ['2199', true],
  ['2019-04', true],
  ['2019/2020', true],
  ['2019年', true],
  ['٢٠١٩', true],
  ['1799', false],
  ['2200', false],
  ['12019', false],
  ['20191', false],
  ['19', false],
  ['2019x', false],
  ['', false],
])('%j is a period: %s', (cell, is) => {
  expect(isPeriod(cell)).toBe(is);
});

it('a respondent is found by its names and codes', () => {
  expect(respondentOf('Austria')).toMatchObject({ code: 'AT', match: 'exact' });
  expect(respondentOf('AUT')).toMatchObject({ code: 'AT', match: 'code' });
  expect(respondentOf('Atlantis')).toBeUndefined();
});

describe('a column that follows from others', () => {
  const rows = (count: number) => [...Array(count).keys()];
  it('has the same cell in all rows that share theirs', () => {
    const [who, region, value] = [
      column('a', 'a', 'b', 'b'),
      column('x', 'x', 'y', 'y'),
      column('1', '2', '3', '4'),
    ];
    expect(follows(region, [who], rows(4))).toBe(true);
    expect(follows(value, [who], rows(4))).toBe(false);
    expect([countSplits(region, [who], rows(4)), countSplits(value, [who], rows(4))]).toEqual([0, 2]);
    // Of two columns both must be shared, and their cells are not run together.
    expect(countSplits(value, [who, region], rows(4))).toBe(2);
    expect(countSplits(column('1', '2'), [column('ab', 'a'), column('c', 'bc')], rows(2))).toBe(0);
    // Only these rows are looked at.
    expect(countSplits(value, [who], [0, 2])).toBe(0);
  });
  it('may differ in one of a hundred rows, and is none where hardly any two share their cells', () => {
    const who = column(...Array.from({ length: 200 }, (_, i) => (i < 100 ? 'a' : 'b')));
    const but = (odd: number) =>
      column(...Array.from({ length: 200 }, (_, i) => (i > 0 && i <= odd ? 'o' : 'x')));
    expect([follows(but(2), [who], rows(200)), follows(but(3), [who], rows(200))]).toEqual([true, false]);
    const half = column('a', 'a', 'b', 'b');
    expect(follows(column('x', 'x', 'y', 'y'), [half], rows(4))).toBe(true);
    expect(follows(column('x', 'x', 'y', 'z'), [column('a', 'a', 'b', 'c')], rows(4))).toBe(false);
  });
});
