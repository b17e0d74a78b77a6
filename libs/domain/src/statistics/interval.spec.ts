/** Checks sums of intervals, and what counts as a yearly series. */

import { describe, expect, it } from '@jest/globals';
import { inYearOrder, isExact, sumOf } from './interval.js';

describe('intervals', () => {
  it('add up end by end, and without an upper limit if one of them has none', () => {
    expect(
      sumOf([
        { low: 0, high: 4 },
        { low: 7, high: 7 },
        { low: 0, high: 4 },
      ]),
    ).toEqual({ low: 7, high: 15 });
    expect(
      sumOf([
        { low: 0, high: 4 },
        { low: 3800, high: null },
      ]),
    ).toEqual({ low: 3800, high: null });
    expect(sumOf([])).toEqual({ low: 0, high: 0 });
  });

  it('are exact only if they hold one value', () => {
    expect(
      [
        { low: 7, high: 7 },
        { low: 0, high: 4 },
        { low: 7, high: null },
      ].map(isExact),
    ).toEqual([true, false, false]);
  });

  it('stand in the order of their years, each year once', () => {
    const point = (year: number) => ({ year, low: 1, high: 1 });
    expect(inYearOrder([point(2007), point(2005), point(2006)]).map(({ year }) => year)).toEqual([
      2005, 2006, 2007,
    ]);
    expect(() => inYearOrder([point(2005), point(2005)])).toThrow('2005 stands twice');
    expect(() => inYearOrder([point(2005.5)])).toThrow('whole number');
    expect(() => inYearOrder([{ year: 2005, low: 4, high: 3 }])).toThrow('below its start');
    expect(() => inYearOrder([{ year: 2005, low: NaN, high: 3 }])).toThrow('finite');
  });
});
