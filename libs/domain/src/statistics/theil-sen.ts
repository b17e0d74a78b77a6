/** The Theil-Sen slope of a yearly series, with its confidence interval. */

import { type YearlyPoint, inYearOrder, isExact, limit, upper } from './interval.js';
import { exactTwoSidedP, tieSizesOf, varianceOfS } from './kendall-distribution.js';
import { type TestMethod, methodFor } from './mann-kendall.js';
import { normalUpperQuantile } from './normal.js';

/** Units a year throughout. Null at an end means that nothing limits the slope on that side. */
export interface Slope {
  /** Median of the slopes between any two years; null where censored figures leave it open. */
  estimate: number | null;
  /** Lowest and highest estimate over all admissible values; equal to `estimate` where the figures are exact. */
  estimateLow: number | null;
  estimateHigh: number | null;
  /** Confidence limits, outer ones over all admissible values. */
  low: number | null;
  high: number | null;
  confidence: number;
  method: TestMethod;
}

/**
 * Median slope over all pairs of years (Theil, 1950, A rank-invariant method of linear and polynomial regression
 * analysis; Sen, 1968, Estimates of the regression coefficient based on Kendall's tau). Years are used as they are, so
 * gaps need no filling.
 *
 * The interval holds the slopes that Kendall's test would not reject (Sen 1968), with the ranks from the
 * exact distribution of S for untied residuals up to 60 points (Hollander and Wolfe, 1999, section 9.3), and from the normal
 * approximation with tie correction beyond (Gilbert, 1987, section 16.5). Exact ranks cover with at least the
 * confidence stated; with few points that can be far more.
 * @param points at least two, each year once, in any order
 * @param options.method to insist on one; by default it follows from the number of points
 * @throws RangeError if there are fewer than two points, or a year stands twice
 */
export function theilSen(
  points: readonly YearlyPoint[],
  { confidence = 0.95, method = methodFor(points.length) }: { confidence?: number; method?: TestMethod } = {},
): Slope {
  if (points.length < 2) throw new RangeError('a slope needs two points');
  const { lowest, highest } = pairSlopes(inYearOrder(points));
  const rank = method === 'exact' ? exactRank(points.length, confidence) : gilbertRank(points, confidence);
  const [estimateLow, estimateHigh] = [limit(median(lowest)), limit(median(highest))];
  return {
    estimate: points.every(isExact) ? estimateLow : null,
    estimateLow,
    estimateHigh,
    low: limit(ranked(lowest, rank)),
    high: limit(ranked(highest, highest.length + 1 - rank)),
    confidence,
    method,
  };
}

/** Slope of each pair of years at its lowest and at its highest, both in ascending order. */
function pairSlopes(points: readonly YearlyPoint[]): { lowest: number[]; highest: number[] } {
  const lowest: number[] = [];
  const highest: number[] = [];
  points.forEach((later, j) => {
    for (const earlier of points.slice(0, j)) {
      const years = later.year - earlier.year;
      lowest.push((later.low - upper(earlier)) / years);
      highest.push((upper(later) - earlier.low) / years);
    }
  });
  return { lowest: lowest.sort((a, b) => a - b), highest: highest.sort((a, b) => a - b) };
}

const median = (sorted: readonly number[]): number =>
  sorted.length % 2 === 1
    ? sorted[(sorted.length - 1) / 2]!
    : (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2;

/** The value at a rank counted from 1, linear between ranks; nothing limits what lies before the first or after the last. */
function ranked(sorted: readonly number[], rank: number): number {
  if (rank < 1) return -Infinity;
  if (rank > sorted.length) return Infinity;
  const below = sorted[Math.floor(rank) - 1]!;
  const above = sorted[Math.ceil(rank) - 1]!;
  if (below === -Infinity || above === Infinity) return below === -Infinity ? below : above;
  return below + (above - below) * (rank - Math.floor(rank));
}

/** Rank of the lower limit: (N - k + 2) / 2, where k is the least S that the two-sided test rejects; 0 if it rejects none. */
function exactRank(n: number, confidence: number): number {
  const untied = new Array<number>(n).fill(1);
  const pairs = (n * (n - 1)) / 2;
  let rejected = pairs;
  if (exactTwoSidedP(untied, rejected) > 1 - confidence) return 0;
  while (rejected > 2 && exactTwoSidedP(untied, rejected - 2) <= 1 - confidence) rejected -= 2;
  return (pairs - rejected + 2) / 2;
}

/** Gilbert's M1 = (N - z sqrt(Var S)) / 2, a fraction of a rank as a rule; censored figures count as untied, which widens. */
function gilbertRank(points: readonly YearlyPoint[], confidence: number): number {
  const exact = points.filter(isExact).map(({ low }) => low);
  const ties = [...tieSizesOf(exact), ...points.filter((point) => !isExact(point)).map(() => 1)];
  const pairs = (points.length * (points.length - 1)) / 2;
  return (pairs - normalUpperQuantile((1 - confidence) / 2) * Math.sqrt(varianceOfS(ties))) / 2;
}
