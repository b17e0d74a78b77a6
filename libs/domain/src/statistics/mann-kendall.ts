/** The Mann-Kendall test for a monotonic trend in exactly known values. */

import {
  type TieSizes,
  LONGEST_EXACT,
  exactTwoSidedP,
  tieSizesOf,
  untiedPairs,
  varianceOfS,
} from './kendall-distribution.js';
import { normalUpperTail } from './normal.js';

/** How a p-value was come by. */
export type TestMethod = 'exact' | 'normal-approximation';

export interface MannKendall {
  n: number;
  /** Pairs of values that rise with time minus pairs that fall. */
  s: number;
  /** Kendall's tau-b, from -1 to 1; null where all values are equal, which leaves nothing to divide by. */
  tau: number | null;
  /** Two-sided probability of an |S| as large as this one if there is no trend. */
  p: number;
  method: TestMethod;
}

/**
 * Mann-Kendall test (Mann, 1945, Nonparametric tests against trend; Kendall, 1970, Rank Correlation Methods), with the
 * exact distribution of S for the ties at hand up to 60 values, and beyond by the normal approximation with the
 * tie-corrected variance and the continuity correction (Gilbert, 1987, section 16.4.2).
 * @param values in the order of time, at most one for each point in time; gaps in time do not matter
 * @param method to insist on one; by default it follows from the number of values
 */
export function mannKendall(values: readonly number[], method = methodFor(values.length)): MannKendall {
  let s = 0;
  values.forEach((later, j) => {
    for (let i = 0; i < j; i++) s += Math.sign(later - values[i]!);
  });
  const ties = tieSizesOf(values);
  return { n: values.length, s, tau: tauB(ties, s), p: twoSidedP(ties, s, method), method };
}

/** Exact up to 60 values. */
export const methodFor = (n: number): TestMethod => (n <= LONGEST_EXACT ? 'exact' : 'normal-approximation');

/** S over the geometric mean of all pairs (years are never tied) and untied pairs; null where every pair is tied. */
export function tauB(ties: TieSizes, s: number): number | null {
  const n = ties.reduce((sum, t) => sum + t, 0);
  const untied = untiedPairs(ties);
  return untied === 0 ? null : s / Math.sqrt(((n * (n - 1)) / 2) * untied);
}

/** P(|S| >= |s|) without trend, by the method asked for. */
export function twoSidedP(ties: TieSizes, s: number, method: TestMethod): number {
  if (method === 'exact') return exactTwoSidedP(ties, s);
  const z = (Math.abs(s) - 1) / Math.sqrt(varianceOfS(ties));
  return s === 0 ? 1 : Math.min(1, 2 * normalUpperTail(z));
}
