/** Since when: of something that began, up to a time; and in which month the fiscal years of a letter begin. */
import type { PeriodPatterns } from './period-patterns.js';
import { isLastWord, toSpan, type FiscalYear, type FoundPeriod } from './found-period.js';
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

/** In: a sentence and its periods. Out: the year in which something was founded, as it says; undefined where it says none. */
export const yearOpened = (
  text: string,
  periods: readonly FoundPeriod[],
  { founded }: PeriodPatterns,
): string | undefined =>
  periods.find((one) => one.isPoint && isFounded(text, one, founded))?.period ??
  /^(.+)\/\.\.$/.exec(periods[0]?.period ?? '')?.[1];

/** "Since its opening", or "since its opening to June 2007", of what was said to have been founded: the time from then on. */
export function withOpening(
  text: string,
  periods: readonly FoundPeriod[],
  { opening }: PeriodPatterns,
  opened: string | undefined,
): readonly FoundPeriod[] {
  const match = opening && opened !== undefined ? [...text.matchAll(opening)][0] : undefined;
  if (!match) return periods;
  const [start, end] = [match.index, match.index + match[0].length];
  if (periods.some((one) => one.end <= start && /^[^;؛；。,，،\d]{0,12}$/u.test(text.slice(one.end, start))))
    return periods;
  const next = periods.find((one) => one.start >= start);
  const isNext = next && /^[^;؛；。,，،\d]{0,30}$/u.test(text.slice(end, next.start));
  if (!isNext)
    return [...periods, { period: `${opened}/..`, isPoint: false, start, end }].sort(
      (a, b) => a.start - b.start,
    );
  const until = /^\.\.\/(.+)$/.exec(next.period)?.[1];
  if (until === undefined || opened! > until) return periods;
  const whole = { period: toSpan(opened!, until), isPoint: false, start, end: next.end };
  return periods.map((one) => (one === next ? whole : one));
}

/** Two halves of years, which are a fiscal year. */
const pair = /(?:19|20)\d\d[/–-]\d\d(?:\d\d)?(?!\d)/gu;

/** In: the whole text of a letter. Out: the months of its fiscal years, where it says from when to when they last. */
export function fiscalYearOf(text: string, patterns: PeriodPatterns): FiscalYear | undefined {
  if (!patterns.fiscal) return undefined;
  const said = [...text.matchAll(patterns.fiscal), ...text.matchAll(pair)];
  for (const { 0: words, index } of said) {
    const around = text.slice(index, index + words.length + 110).split(/[.;؛。；]\s/u, 1)[0]!;
    const points = findPoints(around, patterns, undefined, undefined, undefined).points.filter(({ first }) =>
      /-\d\d$/.test(first),
    );
    const whole = points.find((one) => one.isPair);
    if (whole) return [Number(whole.first.slice(-2)), Number(whole.last.slice(-2))];
    const [first, last] = points.map((one) => Number(one.first.slice(-2)));
    if (first !== undefined && last !== undefined && last < first && first - last <= 4) return [first, last];
    if (first === undefined) continue;
    // "The year that ended on 30 June 2010", "which begins on 1 April".
    const before = around.slice(words.length, points[0]!.start);
    if (patterns.begins && around.search(patterns.begins) >= 0) return [first, first === 1 ? 12 : first - 1];
    if (isLastWord(before, patterns.yearEnds)) return [(first % 12) + 1, first];
    if (isLastWord(before, patterns.yearBegins) && first > 1) return [first, first - 1];
  }
  return undefined;
}
