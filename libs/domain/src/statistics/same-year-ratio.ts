/** Ratios of two series within the same year, such as prosecutions per arrest. */

import { type Measure, ratioOf } from './change.js';
import { type Interval, type YearlyPoint, inYearOrder } from './interval.js';

export interface SameYearRatio {
  year: number;
  /** Says what this is: those prosecuted in a year need not be those arrested in it, so it is no share of a cohort. */
  basis: 'same-year';
  numerator: Interval;
  denominator: Interval;
  /** As a multiple, not in per cent, and not held below 1. Undefined on a zero denominator. */
  ratio: Measure;
}

/**
 * The ratio for each year that has both figures, in the order of years.
 * @throws RangeError if a year stands twice in one series, or a count is negative
 */
export function sameYearRatios(
  numerators: readonly YearlyPoint[],
  denominators: readonly YearlyPoint[],
): SameYearRatio[] {
  const below = new Map(inYearOrder(denominators).map((point) => [point.year, point]));
  return inYearOrder(numerators).flatMap(({ year, low, high }) => {
    const denominator = below.get(year);
    if (denominator === undefined) return [];
    const [top, bottom] = [
      { low, high },
      { low: denominator.low, high: denominator.high },
    ];
    return [{ year, basis: 'same-year', numerator: top, denominator: bottom, ratio: ratioOf(top, bottom) }];
  });
}
