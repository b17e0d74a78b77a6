/** Checks the comparison of two counts against scipy and statsmodels, and its bounds against all admissible counts. */

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareCounts } from './poisson-test.js';

const exactly = (value: number) => ({ low: value, high: value });
const fewerThanFive = { low: 0, high: 4 };

describe('comparison of two counts', () => {
  // scipy 1.17.1 binomtest(a, a + b, 0.5).pvalue; statsmodels 0.15.0 test_poisson_2indep(method='exact-cond') gives
  // the same for (6, 18) and (3, 11).
  it.each([
    [6, 18, 0.022655844688415527],
    [40, 6, 3.1028037028590916e-7],
    [0, 5, 0.0625],
    [0, 6, 0.03125],
    [7, 7, 1],
    [3, 11, 0.057373046875],
    [1200, 1300, 0.047681865221043444],
    [30, 56, 0.0066739231422248664],
  ])('has the p of other implementations: %i and %i', (a, b, p) => {
    const { pLow, pHigh } = compareCounts(exactly(a), exactly(b));
    expect(pHigh / p).toBeCloseTo(1, 9);
    expect(pLow).toBe(pHigh);
  });

  it('says which way only when the difference is significant', () => {
    expect(compareCounts(exactly(6), exactly(18)).difference).toBe('higher');
    expect(compareCounts(exactly(18), exactly(6)).difference).toBe('lower');
    expect(compareCounts(exactly(3), exactly(11)).difference).toBe('no-significant-difference');
    expect(compareCounts(exactly(0), exactly(0))).toMatchObject({ pLow: 1, pHigh: 1 });
  });

  it('judges a censored count by its worst case', () => {
    expect(compareCounts(fewerThanFive, exactly(12)).difference).toBe('no-significant-difference');
    expect(compareCounts(fewerThanFive, exactly(12)).pHigh).toBe(
      compareCounts(exactly(4), exactly(12)).pHigh,
    );
    expect(compareCounts(fewerThanFive, exactly(30)).difference).toBe('higher');
    expect(compareCounts(fewerThanFive, fewerThanFive)).toMatchObject({ pLow: 0.125, pHigh: 1 });
    expect(compareCounts(exactly(3700), { low: 3800, high: null })).toMatchObject({
      pLow: 0,
      pHigh: expect.closeTo(0.2528, 3),
    });
  });

  it('bounds every admissible pair of counts, and reaches both bounds', () => {
    const interval = fc.tuple(fc.nat(12), fc.nat(6)).map(([low, width]) => ({ low, high: low + width }));
    fc.assert(
      fc.property(interval, interval, (first, second) => {
        const all: number[] = [];
        for (let a = first.low; a <= first.high; a++) {
          for (let b = second.low; b <= second.high; b++)
            all.push(compareCounts(exactly(a), exactly(b)).pHigh);
        }
        const { pLow, pHigh } = compareCounts(first, second);
        expect(pLow).toBeCloseTo(Math.min(...all), 12);
        expect(pHigh).toBeCloseTo(Math.max(...all), 12);
      }),
    );
  });

  it('refuses what is no count', () => {
    expect(() => compareCounts(exactly(-1), exactly(2))).toThrow('whole number from 0');
    expect(() => compareCounts(exactly(1.5), exactly(2))).toThrow('whole number from 0');
  });
});

it.each([[{ low: -1, high: 2 }], [{ low: 0.5, high: 2 }], [{ low: 1, high: 2.5 }], [{ low: 3, high: 2 }]])(
  'takes no limits that are no counts: %j',
  (interval) => {
    const count = { low: 3, high: 3 };
    expect(() => compareCounts(interval, count)).toThrow(RangeError);
    expect(() => compareCounts(count, interval)).toThrow(RangeError);
  },
);
