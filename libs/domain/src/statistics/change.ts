/** Change between two counts, in the four forms that tables show, carried through as intervals. */

import { type Interval, isExact, limit, upper } from './interval.js';

/**
 * What can be said of a derived figure:
 * - `point`: both figures were exact, so is this.
 * - `range`: a figure was censored. Every admissible pair of figures gives a result from `low` to `high`; `null` on
 *   either side means that no limit can be given there, not that the value is missing. `caveat` is set where some
 *   admissible pair has no result at all, because the base may be zero.
 * - `undefined`: no admissible pair has a result; `reason` says why.
 */
export type Measure =
  | { kind: 'point'; value: number }
  | { kind: 'range'; low: number | null; high: number | null; caveat?: 'base-may-be-zero' }
  | { kind: 'undefined'; reason: 'base-is-zero' };

/** Later minus earlier, in the unit of the figures. */
export function changeBetween(earlier: Interval, later: Interval): Measure {
  if (isExact(earlier) && isExact(later)) return { kind: 'point', value: later.low - earlier.low };
  return { kind: 'range', low: limit(later.low - upper(earlier)), high: limit(upper(later) - earlier.low) };
}

/** The change in per cent of the earlier figure: from 40 to 50 is 25. Undefined on a base of zero. */
export function percentageChange(earlier: Interval, later: Interval): Measure {
  return ofQuotient(later, earlier, (quotient) => 100 * (quotient - 1));
}

/** The later figure as an index on the base figure = 100: 50 on a base of 40 is 125. Undefined on a base of zero. */
export function indexOn(base: Interval, value: Interval): Measure {
  return ofQuotient(value, base, (quotient) => 100 * quotient);
}

/**
 * Indices of a series, its first figure = 100. The first figure is 100 however vaguely it is known, because it is
 * compared with itself; only its being zero leaves it without an index.
 * @param values the figures in the order of their years
 */
export function indexOnFirst(values: readonly Interval[]): Measure[] {
  const [base] = values;
  if (base === undefined) return [];
  return values.map((value, i) => {
    if (i > 0 || isExact(base)) return indexOn(base, value);
    return {
      kind: 'range',
      low: 100,
      high: 100,
      ...(base.low > 0 ? {} : { caveat: 'base-may-be-zero' as const }),
    };
  });
}

/**
 * The constant yearly rate, in per cent, that leads from the earlier figure to the later one. Undefined on a base of
 * zero; -100 where the later figure is zero.
 * @param years how many years lie between the two figures
 * @throws RangeError unless `years` is above zero
 */
export function compoundAnnualRate(earlier: Interval, later: Interval, years: number): Measure {
  if (!(years > 0)) throw new RangeError(`a yearly rate needs a span of years above zero, not ${years}`);
  return ofQuotient(later, earlier, (quotient) => 100 * (quotient ** (1 / years) - 1));
}

/**
 * One count as a multiple of another, not in per cent: 30 of 60 is 0.5. Undefined on a denominator of zero.
 */
export function ratioOf(numerator: Interval, denominator: Interval): Measure {
  return ofQuotient(numerator, denominator, (quotient) => quotient);
}

/**
 * A rising function of value / base, both counts (>= 0). It rises with the value and falls with the base, so the ends
 * of the range are at opposite ends of the two intervals.
 */
function ofQuotient(value: Interval, base: Interval, rising: (quotient: number) => number): Measure {
  if (value.low < 0 || base.low < 0)
    throw new RangeError('a quotient is taken of counts, which are not negative');
  if (base.high === 0) return { kind: 'undefined', reason: 'base-is-zero' };
  if (isExact(value) && isExact(base)) return { kind: 'point', value: rising(value.low / base.low) };
  const low = limit(rising(value.low / upper(base)));
  if (base.low > 0) return { kind: 'range', low, high: limit(rising(upper(value) / base.low)) };
  return { kind: 'range', low, high: value.high === 0 ? rising(0) : null, caveat: 'base-may-be-zero' };
}
