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
function pairSlopes(points: readonly YearlyPoint[]): { lowest: Float64Array; highest: Float64Array } {
  const pairs = (points.length * (points.length - 1)) / 2;
  const lowest = new Float64Array(pairs);
  const highest = new Float64Array(pairs);
  let at = 0;
  for (let j = 1; j < points.length; j++) {
    const later = points[j]!;
    for (let i = 0; i < j; i++, at++) {
      const earlier = points[i]!;
      const years = later.year - earlier.year;
      lowest[at] = (later.low - upper(earlier)) / years;
      highest[at] = (upper(later) - earlier.low) / years;
    }
  }
  // Arrays of numbers alone are sorted as numbers, and several times as fast as by a function.
  return { lowest: lowest.sort(), highest: highest.sort() };
}

const median = (sorted: Float64Array): number =>
  sorted.length % 2 === 1
    ? sorted[(sorted.length - 1) / 2]!
    : (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2;

/** The value at a rank counted from 1, linear between ranks; nothing limits what lies before the first or after the last. */
function ranked(sorted: Float64Array, rank: number): number {
  if (rank < 1) return -Infinity;
  if (rank > sorted.length) return Infinity;
  const below = sorted[Math.floor(rank) - 1]!;
  const above = sorted[Math.ceil(rank) - 1]!;
  if (below === -Infinity || above === Infinity) return below === -Infinity ? below : above;
  return below + (above - below) * (rank - Math.floor(rank));
}

/** Ranks by number of points and confidence: at most one for each number up to 60 and each confidence that is asked for. */
const ranks = new Map<string, number>();

/** Rank of the lower limit: (N - k + 2) / 2, where k is the least S that the two-sided test rejects; 0 if it rejects none. */
function exactRank(n: number, confidence: number): number {
  const key = `${n} ${confidence}`;
  const known = ranks.get(key);
  if (known !== undefined) return known;
  const untied = new Array<number>(n).fill(1);
  const pairs = (n * (n - 1)) / 2;
  const isRejected = (s: number) => exactTwoSidedP(untied, s) <= 1 - confidence;
  let least = pairs;
  while (least > 2 && isRejected(least) && isRejected(least - 2)) least -= 2;
  const rank = isRejected(least) ? (pairs - least + 2) / 2 : 0;
  ranks.set(key, rank);
  return rank;
}

/** Gilbert's M1 = (N - z sqrt(Var S)) / 2, a fraction of a rank as a rule; censored figures count as untied, which widens. */
function gilbertRank(points: readonly YearlyPoint[], confidence: number): number {
  const exact = points.filter(isExact).map(({ low }) => low);
  const ties = [...tieSizesOf(exact), ...points.filter((point) => !isExact(point)).map(() => 1)];
  const pairs = (points.length * (points.length - 1)) / 2;
  return (pairs - normalUpperQuantile((1 - confidence) / 2) * Math.sqrt(varianceOfS(ties))) / 2;
}
