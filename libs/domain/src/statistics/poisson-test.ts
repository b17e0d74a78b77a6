/** The exact test of whether two small counts can come from one rate. */

import { type Interval, assertInterval, upper } from './interval.js';
import { logFactorial } from './log-factorial.js';

export interface CountComparison {
  /** Least and greatest two-sided p over all admissible counts; the same where both are exact. */
  pLow: number;
  pHigh: number;
  /** `higher` or `lower` (the second against the first) only where every admissible pair of counts has p below alpha. */
  difference: 'higher' | 'lower' | 'no-significant-difference';
  alpha: number;
}

/**
 * Exact conditional test of two Poisson counts over equal exposure: given their sum n, either is binomial (n, 1/2) if
 * the rates are equal (Przyborowski and Wilenski, 1940, Homogeneity of results in testing samples from Poisson series).
 *
 * p falls as the larger count grows and rises as the smaller one does, so its ends over intervals lie at the ends
 * of the intervals: nearest to each other and farthest apart; it is 1 where the counts may be equal, and its lower end
 * is 0 where a count is unbounded.
 * @param first and second: whole counts over periods of equal length
 * @throws RangeError if a limit is negative or no whole number
 */
export function compareCounts(first: Interval, second: Interval, alpha = 0.05): CountComparison {
  for (const { low, high } of [first, second]) {
    assertInterval({ low, high });
    if (low < 0 || !Number.isInteger(low) || (high !== null && !Number.isInteger(high))) {
      throw new RangeError(`a count is a whole number from 0: ${low} to ${high}`);
    }
  }
  const rises = second.low > upper(first);
  const falls = first.low > upper(second);
  const nearest = rises ? pOfCounts(upper(first), second.low) : pOfCounts(first.low, upper(second));
  const pHigh = rises || falls ? nearest : 1;
  const pLow = Math.min(pOfCounts(first.low, upper(second)), pOfCounts(upper(first), second.low));
  const significant = pHigh < alpha;
  return {
    pLow,
    pHigh,
    difference: !significant ? 'no-significant-difference' : rises ? 'higher' : 'lower',
    alpha,
  };
}

/** Two-sided p of two exact counts: twice the binomial tail from the larger one up, at most 1. */
function pOfCounts(a: number, b: number): number {
  const n = a + b;
  const larger = Math.max(a, b);
  if (n === Infinity) return a === b ? 1 : 0;
  let term = Math.exp(logChoose(n, larger) - n * Math.LN2);
  let tail = 0;
  for (let k = larger; k <= n && term > tail * 1e-17; k++) {
    tail += term;
    term *= (n - k) / (k + 1);
  }
  return Math.min(1, 2 * tail);
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
