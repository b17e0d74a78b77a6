/** What is quoted in messages, and what is suggested. */
import { expect, it } from '@jest/globals';
import { quote, suggestCodes, toPointer } from './problem.js';

it('quotes are short, and say of lists and objects only that they are such', () => {
  expect(quote('x'.repeat(80))).toBe(`"${'x'.repeat(80)}"`);
  expect(quote('x'.repeat(81))).toBe(`"${'x'.repeat(80)}" …`);
  expect([[], {}, null, 5, true, undefined].map(quote)).toEqual([
    ...['a list', 'an object', 'null', '5', 'true', 'undefined'],
  ]);
  expect(toPointer(['a/b', 0, 'c~d', 'x'.repeat(300)])).toBe(`/a~1b/0/c~0d/${'x'.repeat(200)}`);
});

it('suggestions are near, nearest first, three at most', () => {
  const codes = ['persons-convicted', 'persons-prosecuted', 'hotline-calls', 'hotline', 'shelters'];
  expect(suggestCodes('Hotlin', codes)).toEqual(['hotline', 'hotline-calls']);
  expect(suggestCodes('persons', codes)).toEqual(['persons-convicted', 'persons-prosecuted']);
  expect(suggestCodes('person-convicted', codes)[0]).toBe('persons-convicted');
  expect(suggestCodes('per', codes)).toEqual([]);
  expect(suggestCodes('aa', ['ad', 'ac', 'ab', 'aa'])).toEqual(['aa', 'ab', 'ac']);
  expect(suggestCodes('xyzxyzxyz', codes)).toEqual([]);
});
