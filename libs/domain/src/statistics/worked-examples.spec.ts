/** Checks Mann-Kendall and Theil-Sen against worked examples and the output of other implementations. */

import { describe, expect, it } from '@jest/globals';
import { mannKendall } from './mann-kendall.js';
import { theilSen } from './theil-sen.js';

/** Hollander and Wolfe 1999, example 9.1: seeded against unseeded rainfall in five years. */
const rainfall = [1.26, 1.27, 1.12, 1.16, 1.03];
/** Annual flow of the Nile at Aswan, 1871-1890 (Cobb, 1978; the first twenty values of R's `Nile`): 17 levels, two ties. */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  1140,
];
/** Twenty untied values, and years with gaps to go with them. */
const untied = [5, 3, 8, 9, 1, 12, 7, 15, 11, 18, 2, 20, 16, 14, 25, 23, 19, 30, 28, 27];
const gappy = [
  2000, 2001, 2003, 2004, 2005, 2007, 2008, 2009, 2012, 2013, 2014, 2015, 2016, 2018, 2019, 2020, 2021, 2022,
  2023, 2025,
];
/** Eighty values with ties, past the length for exact p-values. */
const long = Array.from({ length: 80 }, (_, i) => ((i * 37) % 101) + Math.floor(i / 2));

const series = (values: number[], years: number[]) =>
  values.map((value, i) => ({ year: years[i]!, low: value, high: value }));
const from = (year: number, values: number[]) => values.map((_, i) => year + i);

describe('Mann-Kendall', () => {
  it("gives the book's K = -6 and 2 x .117 for the rainfall example", () => {
    expect(mannKendall(rainfall)).toMatchObject({ n: 5, s: -6, tau: -0.6, method: 'exact' });
    expect(mannKendall(rainfall).p).toBeCloseTo(28 / 120, 12);
  });

  // S and tau-b: scipy 1.17.1 kendalltau. p: scipy's exact one where nothing is tied, else integer arithmetic in Python.
  it.each([
    ['untied', untied, 126, 0.6631578947368422, 1.1598461044767754e-5],
    ['nile', nile, -46, -0.2446946979188288, 0.1448498413038493],
    ['six values, one tie', [3, 1, 4, 1, 5, 9], 8, 0.5520524474738833, 17 / 90],
    ['seven values, two ties', [2, 2, 3, 3, 3, 5, 7], 17, 0.8997354108424375, 1 / 210],
    ['nine values in four levels', [1, 1, 2, 2, 3, 3, 3, 4, 4], 30, 0.9128709291752769, 1 / 3780],
  ])('is exact: %s', (_, values, s, tau, p) => {
    const test = mannKendall(values);
    expect(test).toMatchObject({ s, method: 'exact' });
    expect(test.tau).toBeCloseTo(tau, 12);
    expect(test.p).toBeCloseTo(p, 12);
  });

  // pymannkendall 1.4.3, original_test(values): s and p (normal approximation, ties and continuity corrected).
  it.each([
    ['nile', nile, -46, 0.14330545886419643],
    ['untied', untied, 126, 5.001956843586619e-5],
    ['long', long, 835, 0.0005292525271221038],
  ])('agrees with pymannkendall by the normal approximation: %s', (_, values, s, p) => {
    const test = mannKendall(values, 'normal-approximation');
    expect(test).toMatchObject({ s, method: 'normal-approximation' });
    expect(test.p / p).toBeCloseTo(1, 9);
  });

  it('says that it approximates when there are more than sixty values', () => {
    expect(mannKendall(long.slice(0, 60)).method).toBe('exact');
    expect(mannKendall(long.slice(0, 61)).method).toBe('normal-approximation');
  });

  it('has no tau and p = 1 where all values are equal, by either method', () => {
    expect(mannKendall([4, 4, 4, 4, 4])).toEqual({ n: 5, s: 0, tau: null, p: 1, method: 'exact' });
    expect(mannKendall([4, 4, 4, 4, 4], 'normal-approximation').p).toBe(1);
  });
});

describe('Theil-Sen', () => {
  it("has the slope 4 and the limits 26/7 and 35/8 for Sen's example of 1968, uneven in time", () => {
    // The limits that scipy and R's deming give for it. They ask for 93 %; by the exact distribution for seven points
    // those ranks (4 and 18 of 21) cover 97.0 %, and 93 % is covered (93.1 %) one rank further in.
    const example = series([9, 15, 19, 20, 45, 55, 78], [1, 2, 3, 4, 10, 12, 18]);
    expect(theilSen(example)).toMatchObject({ estimate: 4, low: 26 / 7, high: 35 / 8, method: 'exact' });
    expect(theilSen(example, { confidence: 0.93 })).toMatchObject({ low: 15 / 4, high: 46 / 11 });
  });

  // Slope: scipy 1.17.1 theilslopes. Limits: Kendall's exact test inverted in Python, slope by slope.
  it.each([
    ['rainfall', rainfall, from(1, rainfall), -0.05625, -0.15, 0.04],
    ['nile', nile, from(1871, nile), -7.142857142857143, -20.22222222222222, 2.8181818181818183],
    ['untied, with gaps between the years', untied, gappy, 1, 0.75, 1.2142857142857142],
  ])('has the slope and the exact limits: %s', (_, values, years, estimate, low, high) => {
    const slope = theilSen(series(values, years));
    expect(slope.method).toBe('exact');
    expect(slope.estimate).toBeCloseTo(estimate, 12);
    expect(slope.low).toBeCloseTo(low, 12);
    expect(slope.high).toBeCloseTo(high, 12);
  });

  // Gilbert's M1 and M2 + 1 computed in Python with numpy.interp over the sorted slopes; scipy's theilslopes, which
  // rounds the ranks instead, gives (-20.22, 2.818), (0.75, 1.2143) and (0.28947, 0.81818).
  it.each([
    ['nile', nile, from(1871, nile), -20.29125257181908, 2.879332421789152],
    ['untied, with gaps between the years', untied, gappy, 0.75, 1.2159132823732852],
    ['long', long, from(0, long), 0.2894736842105263, 0.8181818181818182],
  ])("has Gilbert's approximate limits: %s", (_, values, years, low, high) => {
    const slope = theilSen(series(values, years), { method: 'normal-approximation' });
    expect(slope.low).toBeCloseTo(low, 9);
    expect(slope.high).toBeCloseTo(high, 9);
  });

  // Var(S) without ties for 61 points: 61 x 60 x 127 / 18; z = 1.959963984540054.
  it('counts censored figures as untied in the approximate limits, beyond sixty points', () => {
    const points = Array.from({ length: 61 }, (_, i) => {
      const low = i % 3 === 0 ? 0 : 10 + ((i * 37) % 61);
      return { year: 1960 + i, low, high: i % 3 === 0 ? 4 : low };
    });
    const slopes = (later: 'low' | 'high', earlier: 'low' | 'high') =>
      points
        .flatMap((b, j) => points.slice(0, j).map((a) => (b[later] - a[earlier]) / (b.year - a.year)))
        .sort((a, b) => a - b);
    const [lowest, highest] = [slopes('low', 'high'), slopes('high', 'low')];
    // Forty exact figures of which none are alike, and twenty-one censored ones.
    const m1 = (1830 - 1.959963984540054 * Math.sqrt((61 * 60 * 127) / 18)) / 2;
    const at = (sorted: number[], rank: number) =>
      sorted[Math.floor(rank) - 1]! +
      (sorted[Math.ceil(rank) - 1]! - sorted[Math.floor(rank) - 1]!) * (rank % 1);
    expect(theilSen(points)).toEqual({
      estimate: null,
      estimateLow: (lowest[914]! + lowest[915]!) / 2,
      estimateHigh: (highest[914]! + highest[915]!) / 2,
      low: expect.closeTo(at(lowest, m1), 9),
      high: expect.closeTo(at(highest, 1831 - m1), 9),
      confidence: 0.95,
      method: 'normal-approximation',
    });
  });

  it('sets no limits where even a perfect order would not be significant', () => {
    const slope = theilSen(series([1, 2, 4, 8], [2000, 2001, 2002, 2003]));
    expect(slope).toMatchObject({ estimate: expect.closeTo(13 / 6, 12), low: null, high: null });
  });

  it('rejects an S whose p is just what the confidence leaves, and shrinks to the middle without any confidence', () => {
    // Of the 24 orders of four values 18 have an S of 2 or more: p is 0.75. The slopes: 1, 2, 3, 10/3, 4.5, 6.
    const four = series([0, 1, 4, 10], [2000, 2001, 2002, 2003]);
    expect(theilSen(four, { confidence: 0.25 })).toMatchObject({ low: 3, high: 10 / 3 });
    expect(theilSen(four, { confidence: 0.26 })).toMatchObject({ low: 2, high: 4.5 });
    expect(theilSen(four, { confidence: 0 })).toMatchObject({ low: 3, high: 10 / 3 });
    const three = series([0, 1, 4], [2000, 2001, 2002]);
    expect(theilSen(three, { confidence: 0 })).toMatchObject({ estimate: 2, low: 2, high: 2 });
    expect(theilSen(three.slice(0, 2), { confidence: 0 })).toMatchObject({ estimate: 1, low: 1, high: 1 });
  });

  it('refuses a single point and a year that stands twice', () => {
    expect(() => theilSen(series([1], [2000]))).toThrow('two points');
    expect(() => theilSen(series([1, 2], [2000, 2000]))).toThrow('2000 stands twice');
  });
});
