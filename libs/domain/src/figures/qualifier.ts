/** How a figure is meant: exact, a bound, an approximation, or why there is no number. */

/** Why a reply gives no number: it says one of these instead, and none of them is zero. */
export const missingReasons = [
  'none-known',
  'not-available',
  'not-applicable',
  'not-asked',
  'withheld',
] as const;
export type MissingReason = (typeof missingReasons)[number];

export const qualifiers = ['exact', 'at-least', 'fewer-than', 'approximately', ...missingReasons] as const;
export type Qualifier = (typeof qualifiers)[number];

/** Whether a qualifier says why there is no number; the value beside it is then null, and beside the others it is none. */
export const isMissing = (qualifier: unknown): qualifier is MissingReason =>
  (missingReasons as readonly unknown[]).includes(qualifier);

/** Whether a statement says anything of the count: a number, none known, or that it does not apply. */
export const saysCount = (qualifier: Qualifier | null): boolean =>
  qualifier !== 'not-available' && qualifier !== 'not-asked' && qualifier !== 'withheld';

/** Whether a statement gives a figure: a number, or that none are known. */
export const givesFigure = (qualifier: Qualifier | null): boolean =>
  !isMissing(qualifier) || qualifier === 'none-known';

/** What a figure admits: whole units from `low` to `high`; `high` null = no upper bound. */
export interface Interval {
  readonly low: number;
  readonly high: number | null;
}

/**
 * The interval of counts that a figure admits. "<5" is 0 to 4, "at least 3,800" has no upper bound.
 * Out: null where there is no number (whatever the reason says, it is none) and for an approximation (its margin is unknown).
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
    default:
      return null;
  }
}
