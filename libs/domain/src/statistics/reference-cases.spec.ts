/** Holds the statistics against what other implementations compute, case by case (reference-cases.py says how). */

import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { classifyDirection } from './direction.js';
import { mannKendall } from './mann-kendall.js';
import { compareCounts } from './poisson-test.js';
import { theilSen } from './theil-sen.js';

interface Cases {
  readonly mannKendall: readonly { values: number[]; s: number; tau: number | null; p: number }[];
  readonly approximate: readonly { values: number[]; s: number; p: number }[];
  readonly theilSen: readonly {
    years: number[];
    values: number[];
    slope: number;
    low: number | null;
    high: number | null;
  }[];
  readonly poisson: readonly { first: number; second: number; p: number }[];
}
const path = process.env['REFERENCE_CASES'] ?? new URL('./reference-cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(path, 'utf8')) as Cases;

const exactly = (value: number) => ({ low: value, high: value });
const toPoints = (values: readonly number[], yearOf = (i: number) => 2000 + i) =>
  values.map((value, i) => ({ year: yearOf(i), ...exactly(value) }));
/** Equal to eleven digits, and null where the other is. */
function expectClose(found: number | null, other: number | null): void {
  if (found === null || other === null) expect(found).toBe(other);
  else expect(Math.abs(found - other)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(other)));
}

describe('reference cases of other implementations', () => {
  it('have the same S, tau-b and exact p, ties included', () => {
    expect(cases.mannKendall.length).toBeGreaterThan(30);
    for (const { values, s, tau, p } of cases.mannKendall) {
      const test = mannKendall(values);
      expect([values, test.s, test.method]).toEqual([values, s, 'exact']);
      expectClose(test.tau, tau);
      expectClose(test.p, p);
    }
  });

  it('are called rising and falling by that p, and never under five points', () => {
    const directions = new Set<string>();
    for (const { values, s, p } of cases.mannKendall) {
      const { direction, p: found } = classifyDirection(toPoints(values));
      directions.add(direction);
      if (values.length < 5) expect([direction, found]).toEqual(['insufficient-data', null]);
      else if (p >= 0.05) expect(direction).toBe('no-significant-trend');
      else expect(direction).toBe(s > 0 ? 'rising' : 'falling');
    }
    expect(directions.size).toBeGreaterThan(2);
  });

  it('have the same approximate p', () => {
    for (const { values, s, p } of cases.approximate) {
      const test = mannKendall(values, 'normal-approximation');
      expect(test.s).toBe(s);
      // It is 1 minus a distribution function there, which loses digits where p is small.
      expect(Math.abs(test.p - p)).toBeLessThan(1e-12 + 1e-9 * p);
    }
  });

  it('have the same median slope, and the limits that the exact test leaves', () => {
    for (const { years, values, slope, low, high } of cases.theilSen) {
      const found = theilSen(toPoints(values, (i) => years[i]!));
      expectClose(found.estimate, slope);
      expectClose(found.low, low);
      expectClose(found.high, high);
    }
  });

  it('have the same p for two counts', () => {
    for (const { first, second, p } of cases.poisson) {
      const found = compareCounts(exactly(first), exactly(second)).pHigh;
      expect(Math.abs(found - p)).toBeLessThanOrEqual(1e-9 * p + 1e-300);
    }
  });
});
