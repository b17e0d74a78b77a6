/** Identifiers, which are cited for ever, and what is quoted in messages. */
import { expect, it } from '@jest/globals';
import { breakdownKey, breakdownOf, findingId, observationId, periodKey, type Breakdown } from './cell.js';
import { editDistance, quote, suggestCodes, toPointer } from './problem.js';

it('of a figure have its breakdown by dimension and its period without a slash', () => {
  const about = { collection: 'c', respondent: 'SV', indicator: 'persons-convicted' };
  const id = (breakdown: Record<string, string>, period: string) =>
    observationId({ ...about, breakdown, period });
  expect(id({}, '2007')).toBe('c~SV~persons-convicted~_T~2007');
  expect(id({ sex: 'female', age: 'child' }, '2003/2006')).toBe(
    'c~SV~persons-convicted~age:child,sex:female~2003..2006',
  );
  expect(['../2007-06', 'undated', '2007-10'].map(periodKey)).toEqual(['upto-2007-06', 'undated', '2007-10']);
  for (const breakdown of [{}, { age: 'child', sex: 'female' }] as Breakdown[])
    expect(breakdownOf(breakdownKey(breakdown))).toEqual(breakdown);
});

it('of a finding have its place, as far as it has one', () => {
  const about = { collection: 'c', round: '2008', respondent: 'SV', topic: 'hotline' };
  expect(findingId(about)).toBe('c~SV~hotline~_~2008');
  expect(findingId({ ...about, paragraph: 5 })).toBe('c~SV~hotline~_~2008.p5');
  expect(findingId({ ...about, detail: 'police', paragraph: 5, footnote: 1, row: 7 })).toBe(
    'c~SV~hotline~police~2008.p5.n1.r7',
  );
  expect(findingId({ ...about, row: 7 })).toBe('c~SV~hotline~_~2008.r7');
});

it('quotes are short, and say of lists and objects only that they are such', () => {
  expect(quote('x'.repeat(80))).toBe(`"${'x'.repeat(80)}"`);
  expect(quote('x'.repeat(81))).toBe(`"${'x'.repeat(80)}" …`);
  expect([[], {}, null, 5, true, undefined].map(quote)).toEqual([
    ...['a list', 'an object', 'null', '5', 'true', 'undefined'],
  ]);
  expect(toPointer(['a/b', 0, 'c~d', 'x'.repeat(300)])).toBe(`/a~1b/0/c~0d/${'x'.repeat(200)}`);
});

it('suggestions are near, nearest first, three at most', () => {
  const distances = [
    ['', ''],
    ['a', ''],
    ['', 'ab'],
    ['abc', 'abc'],
    ['kitten', 'sitting'],
    ['ab', 'ba'],
    ['😀a', 'a'],
  ] as const;
  expect(distances.map(([a, b]) => editDistance(a, b))).toEqual([0, 1, 2, 0, 3, 2, 1]);
  const codes = ['persons-convicted', 'persons-prosecuted', 'hotline-calls', 'hotline', 'shelters'];
  expect(suggestCodes('Hotlin', codes)).toEqual(['hotline', 'hotline-calls']);
  expect(suggestCodes('persons', codes)).toEqual(['persons-convicted', 'persons-prosecuted']);
  expect(suggestCodes('person-convicted', codes)[0]).toBe('persons-convicted');
  expect(suggestCodes('per', codes)).toEqual([]);
  expect(suggestCodes('aa', ['ad', 'ac', 'ab', 'aa'])).toEqual(['aa', 'ab', 'ac']);
  expect(suggestCodes('xyzxyzxyz', codes)).toEqual([]);
});
