/** What can honestly be said about the direction of a yearly series. */

import {
  type CensoredMannKendall,
  type Extent,
  type Treatment,
  censoredMannKendall,
} from './censored-mann-kendall.js';
import { type YearlyPoint, inYearOrder, isExact } from './interval.js';
import type { TestMethod } from './mann-kendall.js';
import { type Slope, theilSen } from './theil-sen.js';

/** Below this no direction is claimed; with four points not even a perfect order has p under 0.05 (it has 2/24). */
export const FEWEST_POINTS = 5;
/** The level of the two-sided test. */
export const ALPHA = 0.05;

/** Why the direction is what it is, as parts that a page can put into a sentence of its language. */
export type DirectionReason =
  | { code: 'under-five-points'; n: number; needed: number }
  /** p is below alpha, whatever the censored figures are */
  | { code: 'significant'; p: number; alpha: number }
  /** p is alpha or above, whatever the censored figures are */
  | { code: 'not-significant'; p: number; alpha: number }
  /** some admissible values would give a significant direction and others would not */
  | { code: 'censored-figures-decide'; pLow: number; pHigh: number; alpha: number; censored: number }
  | { code: 'all-figures-equal'; n: number };

export interface Direction {
  direction: 'insufficient-data' | 'rising' | 'falling' | 'no-significant-trend';
  reason: DirectionReason;
  /** how many yearly points there are, how many of them are censored, which years they are, which lie between unfilled */
  n: number;
  censored: number;
  years: number[];
  gaps: number[];
  /** Two-sided p, the greatest and the least over admissible values. A direction is claimed on the greatest. */
  p: number | null;
  pLow: number | null;
  /** Mann-Kendall's S and tau-b, the least and the greatest over admissible values. */
  s: Extent | null;
  tau: Extent | null;
  /** Theil-Sen; no claim of direction rests on it */
  slope: Slope | null;
  method: TestMethod | null;
  treatment: Treatment | null;
  alpha: number;
}

/**
 * Rising or falling if the Mann-Kendall test is significant at 0.05, two-sided, the same way round for every value that
 * the figures admit; otherwise no significant trend, which is not a finding that nothing changed. Under five yearly
 * points nothing is computed. A point without an upper limit ("at least 3,800") takes part: it is certain to lie above
 * what is below its limit, and is undetermined against everything else.
 * @param points one for each year that has a figure, in any order; a year without a figure is left out, and named in
 *   `gaps`. All must be comparable: see splitAtBreaks
 * @param noGap years without a figure that lack none, because there the count does not apply
 * @throws RangeError if a year stands twice, or a censored series holds limits that are no whole numbers
 */
export function classifyDirection(points: readonly YearlyPoint[], noGap: readonly number[] = []): Direction {
  const series = inYearOrder(points);
  const years = series.map(({ year }) => year);
  const n = series.length;
  const censored = series.filter((point) => !isExact(point)).length;
  const facts = { n, censored, years, gaps: gapsBetween(years, noGap), alpha: ALPHA };
  if (n < FEWEST_POINTS) {
    const untested = { p: null, pLow: null, s: null, tau: null, slope: null, method: null, treatment: null };
    const reason = { code: 'under-five-points', n, needed: FEWEST_POINTS } as const;
    return { direction: 'insufficient-data', reason, ...facts, ...untested };
  }
  const test = censoredMannKendall(series);
  return {
    direction: directionOf(test),
    reason: reasonOf(test, censored),
    ...facts,
    p: test.p.high,
    pLow: test.p.low,
    s: test.s,
    tau: test.tau,
    slope: theilSen(series),
    method: test.method,
    treatment: test.treatment,
  };
}

function directionOf({ s, p }: CensoredMannKendall): Direction['direction'] {
  if (p.high >= ALPHA) return 'no-significant-trend';
  return s.low > 0 ? 'rising' : 'falling';
}

function reasonOf({ p, tau, n }: CensoredMannKendall, censored: number): DirectionReason {
  if (tau === null) return { code: 'all-figures-equal', n };
  if (p.high < ALPHA) return { code: 'significant', p: p.high, alpha: ALPHA };
  if (p.low >= ALPHA) return { code: 'not-significant', p: p.low, alpha: ALPHA };
  return { code: 'censored-figures-decide', pLow: p.low, pHigh: p.high, alpha: ALPHA, censored };
}

/** Years without a figure between the first and the last that have one, but for those that lack none. */
function gapsBetween(years: readonly number[], noGap: readonly number[]): number[] {
  const [first = 0] = years;
  const span = years.length === 0 ? 0 : years.at(-1)! - first;
  const present = new Set([...years, ...noGap]);
  return Array.from({ length: span }, (_, i) => first + i).filter((year) => !present.has(year));
}
