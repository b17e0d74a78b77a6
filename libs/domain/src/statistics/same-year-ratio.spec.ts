/** Checks ratios of two series within the same year. */

import { describe, expect, it } from '@jest/globals';
import { sameYearRatios } from './same-year-ratio.js';

const exactly = (year: number, value: number) => ({ year, low: value, high: value });

describe('same-year ratios', () => {
  it('divide the figures of one year: prosecuted per arrested in El Salvador, 2005 to 2007', () => {
    const prosecuted = [exactly(2007, 6), exactly(2005, 18), exactly(2006, 37)];
    const arrested = [exactly(2005, 53), exactly(2006, 56), exactly(2007, 30)];
    const ratios = sameYearRatios(prosecuted, arrested);
    expect(ratios.map(({ year, basis }) => [year, basis])).toEqual([
      [2005, 'same-year'],
      [2006, 'same-year'],
      [2007, 'same-year'],
    ]);
    expect(ratios[2]).toEqual({
      year: 2007,
      basis: 'same-year',
      numerator: { low: 6, high: 6 },
      denominator: { low: 30, high: 30 },
      ratio: { kind: 'point', value: 0.2 },
    });
  });

  it('leave out a year that lacks either figure', () => {
    const ratios = sameYearRatios([exactly(2005, 1), exactly(2006, 2)], [exactly(2006, 4), exactly(2007, 5)]);
    expect(ratios.map(({ year }) => year)).toEqual([2006]);
  });

  it('are undefined on a zero denominator, ranges on censored figures, and may pass 1', () => {
    const ratioIn = (
      numerator: { low: number; high: number | null },
      denominator: { low: number; high: number | null },
    ) => sameYearRatios([{ year: 2007, ...numerator }], [{ year: 2007, ...denominator }])[0]!.ratio;
    expect(ratioIn({ low: 3, high: 3 }, { low: 0, high: 0 })).toEqual({
      kind: 'undefined',
      reason: 'base-is-zero',
    });
    expect(ratioIn({ low: 0, high: 4 }, { low: 8, high: 16 })).toEqual({ kind: 'range', low: 0, high: 0.5 });
    expect(ratioIn({ low: 2, high: 2 }, { low: 0, high: 4 })).toEqual({
      kind: 'range',
      low: 0.5,
      high: null,
      caveat: 'base-may-be-zero',
    });
    expect(ratioIn({ low: 40, high: 40 }, { low: 10, high: 10 })).toEqual({ kind: 'point', value: 4 });
  });
});
