/** The three scales of a chart (plain, logarithmic, index), and what each cannot show, with the reason. */
import type { CitedFigure, Series } from '@rapporteur/contract';
import type { NoIndex } from '../page/no-index.js';

export const scaleNames = ['linear', 'log', 'index'] as const;
export type ScaleName = (typeof scaleNames)[number];

/** The values that a figure allows; `high` is null without an upper limit. */
export interface Range {
  readonly low: number;
  readonly high: number | null;
}

type Said = Pick<CitedFigure, 'value' | 'qualifier'>;

/** The range of one value with its qualifier: `<5` is 0 to 4. Null where there is no number. */
export function rangeOf({ value, qualifier }: Said): Range | null {
  if (value === null) return null;
  if (qualifier === 'at-least') return { low: value, high: null };
  if (qualifier === 'fewer-than') return { low: 0, high: Math.max(0, value - 1) };
  return { low: value, high: value };
}

/**
 * The place of zero on a logarithmic scale: below 1, at some distance. Counts are whole, so no other value lies
 * there.
 */
export const logZero = 0.4;

/** The figure of the base year as a number to divide by, or the reason why it cannot be a base. */
export function baseOf({ years }: Pick<Series, 'years'>, base: number): number | NoIndex {
  const figure = years.find(({ year }) => year === base);
  if (!figure) return 'missing';
  if (figure.values) return 'conflicting';
  if (figure.value === null) return 'missing';
  if (figure.qualifier === 'at-least' || figure.qualifier === 'fewer-than') return 'censored';
  if (figure.qualifier === 'approximately') return 'approximate';
  return figure.value === 0 ? 'zero' : figure.value;
}

/** The years that are counted the same way as the base year. A break separates the other years from it. */
export function yearsWithBase({ years, segments }: Pick<Series, 'years' | 'segments'>, base: number) {
  const own = segments?.find((segment) => segment.years.includes(base));
  return new Set(own ? own.years : years.map(({ year }) => year));
}

/**
 * The base year on which most series have an index, the earliest if there are several; undefined if no series
 * has an index.
 */
export function usualBase(series: readonly Pick<Series, 'years'>[]): number | undefined {
  const counts = new Map<number, number>();
  for (const one of series)
    for (const { year } of one.years)
      if (typeof baseOf(one, year) === 'number') counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0];
}

/** Whether series have anything on a scale. An index needs a figure of its base year to divide by. */
export const fitsScale = (
  series: readonly Pick<Series, 'years'>[],
  { scale, base }: { readonly scale: ScaleName; readonly base: number | undefined },
): boolean =>
  scale !== 'index' ||
  series.some((one) => one.years.length > 0 && base !== undefined && typeof baseOf(one, base) === 'number');
