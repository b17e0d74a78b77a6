/** How a figure is meant: exact, a bound, an approximation, or a nil report. */

export const qualifiers = ['exact', 'at-least', 'fewer-than', 'approximately', 'none-known'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** What a figure admits: whole units from `low` to `high`; `high` null = no upper bound. */
export interface Interval {
  readonly low: number;
  readonly high: number | null;
}

/**
 * The interval of counts that a figure admits. "<5" is 0 to 4, "at least 3,800" has no upper bound.
 * Out: null for a nil report (it says nothing of a number) and for an approximation (its margin is unknown).
 */
export function toInterval(value: number | null, qualifier: Qualifier): Interval | null {
  if (value === null) return null;
  switch (qualifier) {
    case 'exact':
      return { low: value, high: value };
    case 'at-least':
      return { low: value, high: null };
    case 'fewer-than':
      return { low: 0, high: Math.max(0, value - 1) };
    case 'approximately':
    case 'none-known':
      return null;
  }
}
