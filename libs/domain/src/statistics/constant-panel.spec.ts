/** Checks that a sum over respondents holds the same respondents every year, and nothing imputed. */

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { constantPanel } from './constant-panel.js';

const from = (first: number, values: number[]) =>
  values.map((value, i) => ({ year: first + i, low: value, high: value }));

describe('constant panel', () => {
  it('sums those that reported in every year, and says who did not and when', () => {
    const panel = constantPanel(
      [
        { respondent: 'SV', points: from(2004, [99, 18, 37, 6]) },
        { respondent: 'GR', points: [...from(2005, [10]), ...from(2007, [30])] },
        { respondent: 'AT', points: from(2005, [1, 2, 3]) },
        { respondent: 'LV', points: [] },
      ],
      { from: 2005, to: 2007 },
    );
    expect(panel).toEqual({
      years: [
        { year: 2005, low: 19, high: 19 },
        { year: 2006, low: 39, high: 39 },
        { year: 2007, low: 9, high: 9 },
      ],
      reported: ['AT', 'SV'],
      of: ['AT', 'GR', 'LV', 'SV'],
      missing: { GR: [2006], LV: [2005, 2006, 2007] },
    });
  });

  it('carries censored figures as intervals', () => {
    const panel = constantPanel(
      [
        { respondent: 'AT', points: [{ year: 2005, low: 0, high: 4 }] },
        { respondent: 'SV', points: [{ year: 2005, low: 3800, high: null }] },
      ],
      { from: 2005, to: 2005 },
    );
    expect(panel.years).toEqual([{ year: 2005, low: 3800, high: null }]);
  });

  it('has no sum where nobody reported throughout, which is not a sum of zero', () => {
    const panel = constantPanel([{ respondent: 'SV', points: from(2005, [1]) }], { from: 2005, to: 2006 });
    expect(panel).toEqual({ years: [], reported: [], of: ['SV'], missing: { SV: [2006] } });
  });

  it('refuses a respondent that stands twice and a range that runs backwards', () => {
    const series = { respondent: 'SV', points: from(2005, [1]) };
    expect(() => constantPanel([series, series], { from: 2005, to: 2005 })).toThrow('SV stands twice');
    expect(() => constantPanel([series], { from: 2006, to: 2005 })).toThrow('runs forward');
  });

  it('adds up, in each year, the figures of the reported and of no others', () => {
    const points = fc.uniqueArray(
      fc.record({ year: fc.integer({ min: 2000, max: 2004 }), low: fc.nat(50), width: fc.nat(4) }),
      {
        selector: ({ year }) => year,
        maxLength: 5,
      },
    );
    const all = fc.uniqueArray(
      fc.record({ respondent: fc.constantFrom('AT', 'GR', 'LAS', 'LV', 'SV'), points }),
      {
        selector: ({ respondent }) => respondent,
      },
    );
    fc.assert(
      fc.property(all, (drawn) => {
        const series = drawn.map(({ respondent, points: held }) => ({
          respondent,
          points: held.map(({ year, low, width }) => ({ year, low, high: low + width })),
        }));
        const { years, reported, of, missing } = constantPanel(series, { from: 2001, to: 2003 });
        expect([...reported, ...Object.keys(missing)].sort()).toEqual(of);
        for (const { year, low, high } of years) {
          const figures = series
            .filter(({ respondent }) => reported.includes(respondent))
            .map(({ points: held }) => held.find((point) => point.year === year)!);
          expect(low).toBe(figures.reduce((sum, figure) => sum + figure.low, 0));
          expect(high).toBe(figures.reduce((sum, figure) => sum + figure.high, 0));
        }
      }),
    );
  });
});
