/** Checks the distribution of S against published tables, another implementation and plain enumeration. */

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactTwoSidedP, tieSizesOf, untiedPairs, varianceOfS } from './kendall-distribution.js';
import { twoSidedP } from './mann-kendall.js';

const ones = (n: number) => new Array<number>(n).fill(1);

/** Kendall's S, written out again so that the enumeration below shares nothing with what it checks. */
function scoreOf(values: number[]): number {
  let s = 0;
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++)
      s += Number(values[j]! > values[i]!) - Number(values[j]! < values[i]!);
  }
  return s;
}

/** |S| of each of the n! orders of the values. */
function scoresOfAllOrders(values: number[]): number[] {
  const scores: number[] = [];
  const place = (placed: number[], rest: number[]): void => {
    if (rest.length === 0) scores.push(Math.abs(scoreOf(placed)));
    rest.forEach((value, i) => place([...placed, value], [...rest.slice(0, i), ...rest.slice(i + 1)]));
  };
  place([], values);
  return scores;
}

describe('exact distribution of S', () => {
  // One-sided probabilities as in Kendall 1970, appendix table 1, and Gilbert 1987, table A18, to their printed digits.
  it.each([
    [4, 6, 0.042],
    [5, 8, 0.042],
    [5, 10, 0.0083],
    [8, 16, 0.031],
    [8, 10, 0.138],
    [9, 18, 0.038],
    [10, 21, 0.036],
    [10, 11, 0.19],
  ])('gives the tabulated probability for n=%i, S=%i', (n, s, oneSided) => {
    const halfADigit = oneSided < 0.01 ? 0.00005 : 0.0005;
    expect(Math.abs(exactTwoSidedP(ones(n), s) / 2 - oneSided)).toBeLessThanOrEqual(halfADigit);
  });

  // scipy 1.17.1, scipy.stats.kendalltau(range(n), values, method='exact').pvalue; S from the same values.
  it.each([
    [20, 126, 1.1598461044767754e-5],
    [25, 136, 0.00118256899300539],
  ])('agrees with scipy without ties for n=%i, S=%i', (n, s, p) => {
    expect(exactTwoSidedP(ones(n), s) / p).toBeCloseTo(1, 11);
  });

  // Python integers: the product of (1 - q^i) for i to n, divided by those of every tie group, then a Fraction.
  it.each([
    [[5, 4, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1], 100, 0.01838813621850249],
    [[5, 5, 5, 5, 5], 80, 0.05833623692466782],
    [[10, ...ones(15)], 120, 0.002907608443852041],
    [[...new Array<number>(12).fill(2), 1], 60, 0.16851645930586048],
    [ones(25), 300, 1.2893900568768947e-25],
    [ones(60), 400, 0.010511480254238256],
    [[20, 20, 20], 300, 0.04209312911166848],
    [[3, 2, 1, 1, 1, 1, 1], 22, 0.04203042328042328],
  ])('agrees with integer arithmetic for ties %j, S=%i', (ties, s, p) => {
    expect(exactTwoSidedP(ties, s) / p).toBeCloseTo(1, 11);
  });

  it('equals the enumeration of all orders, ties included, up to seven values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 7 }), (values) => {
        const s = Math.abs(scoreOf(values));
        const scores = scoresOfAllOrders(values);
        const share = scores.filter((score) => score >= s).length / scores.length;
        expect(exactTwoSidedP(tieSizesOf(values), s)).toBeCloseTo(share, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('has the variance that the formula with ties gives', () => {
    const values = [2, 2, 3, 3, 3, 5, 7];
    const scores = scoresOfAllOrders(values);
    const meanSquare = scores.reduce((sum, s) => sum + s * s, 0) / scores.length;
    expect(varianceOfS(tieSizesOf(values))).toBeCloseTo(meanSquare, 10);
    expect(untiedPairs(tieSizesOf(values))).toBe(Math.max(...scores));
  });

  it('is near the normal approximation for sixty points with ties, of which nobody could go through all orders', () => {
    for (let i = 0; i < 40; i += 1) {
      const groups = [2 + (i % 8), 1 + (i % 5), 1 + (i % 3), 3];
      const ties = [...groups, ...ones(60 - groups.reduce((a, b) => a + b))];
      for (const s of [30, 150, 300])
        expect(Math.abs(exactTwoSidedP(ties, s) - twoSidedP(ties, s, 'normal-approximation'))).toBeLessThan(
          0.005,
        );
    }
  });
});
