/** Since when: of something that began, up to a time; and in which month the fiscal years of a letter begin. */
import type { PeriodPatterns } from './period-patterns.js';
import { toSpan, type FoundPeriod } from './found-period.js';
import { findPoints } from './points.js';
import type { Span } from '../span.js';

/** "Opened in 2004, it had received 60 by June 2007": of the whole time. */
export function withSince(
  text: string,
  found: readonly FoundPeriod[],
  { founded }: PeriodPatterns,
): FoundPeriod[] {
  return found.map((one, i) => {
    const until = /^\.\.\/(.+)$/.exec(one.period)?.[1];
    const before = found[i - 1];
    if (until === undefined || !before) return one;
    const since = /^(.+)\/\.\.$/.exec(before.period)?.[1];
    const first = since ?? (before.isPoint && isFounded(text, before, founded) ? before.period : undefined);
    const isOne = first !== undefined && first <= until && !/[;؛；]/u.test(text.slice(before.end, one.start));
    return isOne ? { ...one, period: toSpan(first, until) } : one;
  });
}

/** Whether something is said to have begun, close before a time or after it. */
function isFounded(text: string, { start, end }: Span, founded: RegExp | undefined): boolean {
  if (!founded) return false;
  const near = text.slice(Math.max(0, start - 60), start).replace(/^.*[;.؛。；]/u, '');
  return near.search(founded) >= 0 || text.slice(end, end + 30).search(founded) >= 0;
}

/** In: the whole text of a letter. Out: the first month of its fiscal years, where it says from when to when they last. */
export function fiscalMonthOf(text: string, patterns: PeriodPatterns): number | undefined {
  if (!patterns.fiscal) return undefined;
  for (const { 0: said, index } of text.matchAll(patterns.fiscal)) {
    const around = text.slice(index, index + said.length + 110);
    const months = findPoints(around, patterns, undefined, undefined, undefined).points.flatMap(
      ({ first, lacksYear }) => (lacksYear ? [Number(first.slice(1))] : []),
    );
    const [first, last] = months;
    if (first !== undefined && last !== undefined && first === (last % 12) + 1) return first;
  }
  return undefined;
}
