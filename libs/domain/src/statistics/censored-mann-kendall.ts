/** The Mann-Kendall test over every value that censored figures admit. */

import { admissibleTies, pairwiseS } from './admissible-orders.js';
import { type Interval, isExact } from './interval.js';
import { tieSizesOf, untiedPairs } from './kendall-distribution.js';
import { type TestMethod, methodFor, tauB, twoSidedP } from './mann-kendall.js';

/**
 * How censored figures were dealt with: there were none; every order that they admit was gone through, so that the ends
 * of the ranges are reached; or there were too many, and the ranges are outer bounds.
 */
export type Treatment = 'none' | 'every-admissible-order' | 'outer-bounds';

/** The least and the greatest that admissible values give. */
export interface Extent {
  low: number;
  high: number;
}

export interface CensoredMannKendall {
  n: number;
  s: Extent;
  /** null where no admissible values differ */
  tau: Extent | null;
  p: Extent;
  method: TestMethod;
  treatment: Treatment;
}

/**
 * S, tau-b and p over all whole numbers that the intervals admit; with exact figures both ends are what mannKendall
 * gives. Two intervals that overlap are an undetermined pair: their scores are not averaged, as in Gehan's test, nor is
 * a number put in for them, but all their orders count (worst and best case, in the manner of identification
 * bounds: Manski, 2003, Partial Identification of Probability Distributions).
 *
 * Where S can be zero or on both sides of it, `p.high` is 1.
 * @param intervals in the order of time, at most one for each point in time
 * @throws RangeError if some value is censored and a limit is no whole number
 */
export function censoredMannKendall(intervals: readonly Interval[]): CensoredMannKendall {
  const n = intervals.length;
  const method = methodFor(n);
  const outcomes = admissibleTies(intervals);
  if (outcomes === null) return { n, method, treatment: 'outer-bounds', ...outerBounds(intervals, method) };
  const taus = outcomes
    .flatMap(({ ties, low, high }) => [tauB(ties, low), tauB(ties, high)])
    .filter((tau) => tau !== null);
  const treatment = intervals.every(isExact) ? 'none' : 'every-admissible-order';
  return {
    n,
    s: {
      low: Math.min(...outcomes.map(({ low }) => low)),
      high: Math.max(...outcomes.map(({ high }) => high)),
    },
    tau: taus.length === 0 ? null : { low: Math.min(...taus), high: Math.max(...taus) },
    p: {
      low: Math.min(...outcomes.map(({ ties, low, high }) => twoSidedP(ties, Math.max(-low, high), method))),
      high: Math.max(...outcomes.map(({ ties, ...s }) => twoSidedP(ties, nearestToZero(s), method))),
    },
    method,
    treatment,
  };
}

const nearestToZero = ({ low, high }: Extent): number => (low > 0 ? low : high < 0 ? high : 0);

/**
 * Bounds without going through the orders. Further ties only take pairs out of the untied distribution, whose S is that
 * of the tied one plus an independent symmetric part; so a tail of the tied one is at most twice that of the untied.
 */
function outerBounds(
  intervals: readonly Interval[],
  method: TestMethod,
): { s: Extent; tau: Extent | null; p: Extent } {
  const { low, high, settled } = pairwiseS(intervals);
  const exact = intervals.filter(isExact).map((interval) => interval.low);
  const fewestTies = [
    ...tieSizesOf(exact),
    ...intervals.filter((interval) => !isExact(interval)).map(() => 1),
  ];
  const allPairs = (intervals.length * (intervals.length - 1)) / 2;
  const steepest = (s: number) => s / Math.sqrt(allPairs * Math.max(settled, s));
  const flattest = (s: number) => s / Math.sqrt(allPairs * untiedPairs(fewestTies));
  return {
    s: { low, high },
    tau: {
      low: low < 0 ? -steepest(-low) : flattest(low),
      high: high > 0 ? steepest(high) : flattest(high),
    },
    p: { low: 0, high: Math.min(1, 2 * twoSidedP(fewestTies, nearestToZero({ low, high }), method)) },
  };
}
