/** The page writes numbers and probabilities with the signs of its language. */
import { expect, it } from '@jest/globals';
import { showProbability } from './page-context.js';

it.each([
  ['en', 9.4e-7, 'p < 0.001'],
  ['en', 0.0171, 'p = 0.017'],
  ['fr', 0.0009, 'p < 0,001'],
  ['zh', 1, 'p = 1'],
] as const)('in %s the probability %f is %s', (lang, value, text) => {
  expect(showProbability(value, lang)).toBe(text);
});
