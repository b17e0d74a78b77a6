/** The interval that stands for a count which may be known only within limits. */

/**
 * What is known of one count: it is at least `low` and at most `high`. `high: null` means that nothing limits it
 * from above. Exact 7 is `{ low: 7, high: 7 }`, "<5" is `{ low: 0, high: 4 }`, "at least 3,800" is
 * `{ low: 3800, high: null }`.
 */
export interface Interval {
  readonly low: number;
  readonly high: number | null;
}

/** An interval that belongs to one year: one yearly point of a series. */
export interface YearlyPoint extends Interval {
  readonly year: number;
}

/** True if the interval holds one value only. */
export const isExact = ({ low, high }: Interval): boolean => low === high;

/** The upper limit as a number, `Infinity` where nothing limits the value. */
export const upper = ({ high }: Interval): number => high ?? Infinity;

/** A limit for the outside world: `null` instead of an infinity, so that it survives JSON. */
export const limit = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The interval of a sum: the sum of the lows to the sum of the highs; unbounded if any summand is. */
export function sumOf(intervals: readonly Interval[]): Interval {
  return {
    low: intervals.reduce((sum, { low }) => sum + low, 0),
    high: limit(intervals.reduce((sum, interval) => sum + upper(interval), 0)),
  };
}

/** @throws RangeError if a limit is no finite number (`high` may be null) or `low` lies above `high`. */
export function assertInterval(interval: Interval): void {
  const { low, high } = interval;
  if (!Number.isFinite(low) || (high !== null && !Number.isFinite(high))) {
    throw new RangeError(`the limits of an interval are finite numbers: ${low} to ${high}`);
  }
  if (low > upper(interval))
    throw new RangeError(`an interval cannot end below its start: ${low} to ${high}`);
}

/**
 * Points in the order of their years.
 * @throws RangeError if a year is not whole or stands twice (two figures that disagree about one year are for the
 *   caller to show, not for statistics to choose from), or if an interval is none.
 */
export function inYearOrder<P extends YearlyPoint>(points: readonly P[]): P[] {
  const sorted = [...points].sort((a, b) => a.year - b.year);
  sorted.forEach((point, i) => {
    if (!Number.isInteger(point.year)) throw new RangeError(`a year is a whole number, not ${point.year}`);
    if (sorted[i - 1]?.year === point.year) throw new RangeError(`the year ${point.year} stands twice`);
    assertInterval(point);
  });
  return sorted;
}
