/** Identifiers, which are cited for ever. */
import { expect, it } from '@jest/globals';
import { breakdownKey, breakdownOf, findingId, observationId, periodKey, type Breakdown } from './cell.js';

it('of a figure have its breakdown by dimension and its period without a slash', () => {
  const about = { collection: 'c', respondent: 'SV', indicator: 'persons-convicted' };
  const id = (breakdown: Record<string, string>, period: string) =>
    observationId({ ...about, breakdown, period });
  expect(id({}, '2007')).toBe('c~SV~persons-convicted~_T~2007');
  expect(id({ sex: 'female', age: 'child' }, '2003/2006')).toBe(
    'c~SV~persons-convicted~age:child,sex:female~2003..2006',
  );
  expect(['../2007-06', '2001-09/..', 'undated', '2007-10'].map(periodKey)).toEqual([
    'upto-2007-06',
    'since-2001-09',
    'undated',
    '2007-10',
  ]);
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
