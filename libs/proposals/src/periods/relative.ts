/** Times that are told by another: "the year before", "this year", "the same period of the year before". */
import { yearOf, type FoundPeriod } from './found-period.js';
import type { PeriodPatterns, Point } from './period-patterns.js';

/** Adds what a match says, where nothing was found yet. */
type Add = (match: RegExpMatchArray, read: () => Omit<Point, 'start' | 'end'>) => void;

/** Adds "this year" and "last year", of the year in which the letter was written. */
export function addOfLetter(
  text: string,
  { ofLetter, relative }: Pick<PeriodPatterns, 'ofLetter' | 'relative'>,
  written: number,
  named: unknown,
  add: Add,
): void {
  // "This last year" is of what was named, "this year" of the letter: the longer words count.
  const others = named === undefined ? [] : relative.flatMap(([pattern]) => [...text.matchAll(pattern)]);
  for (const [pattern, years] of ofLetter)
    for (const match of text.matchAll(pattern)) {
      const { 0: words, index } = match;
      if (others.some((one) => one.index === index && one[0].length > words.length)) continue;
      const said = String(written + years);
      add(match, () => ({ first: said, last: said, lacksYear: false, isRelative: true }));
    }
}

/** Adds "the same year", "the following year" and "the year before", of the year that was named last before them. */
export function addRelative(
  text: string,
  relative: PeriodPatterns['relative'],
  found: readonly Point[],
  last: FoundPeriod | undefined,
  add: Add,
): void {
  for (const [pattern, years] of relative)
    for (const match of text.matchAll(pattern)) {
      // Of the year that was named last before it.
      const before = found
        .filter(({ end, lacksYear }) => end <= match.index && !lacksYear)
        .sort((a, b) => a.end - b.end);
      const named = before.at(-1)?.last ?? yearOf(last);
      if (named === undefined) continue;
      const whole = years === 0 ? undefined : fiscalSpan(before.at(-1), last);
      if (whole) {
        const [from, until] = whole.map((month) => `${Number(month.slice(0, 4)) + years}${month.slice(4)}`);
        add(match, () => ({
          ...{ first: from!, last: until!, lacksYear: false, isOther: years < 0 },
          again: `${from}/${until}`,
        }));
        continue;
      }
      const year = `${Number(named.slice(0, 4)) + years}`;
      const again = years === 0 && before.length === 0 ? { again: last!.period } : {};
      add(match, () => ({
        first: year,
        last: year,
        lacksYear: false,
        isSame: years === 0,
        isRelative: true,
        isOther: years < 0,
        ...again,
      }));
    }
}

/** Adds "the same period of the year before": what was named last, a year earlier. */
export function addSameBefore(
  text: string,
  sameBefore: RegExp | undefined,
  found: Point[],
  last: FoundPeriod | undefined,
): void {
  found.sort((a, b) => a.start - b.start);
  for (const match of sameBefore ? text.matchAll(sameBefore) : []) {
    const start = match.index;
    const end = start + match[0].length;
    const named = found.findLast((one) => one.end <= start && !one.lacksYear && !one.isOther);
    const base =
      named && named.first !== named.last ? `${named.first}/${named.last}` : (named?.first ?? last?.period);
    const again = base && aYearBefore(base);
    if (!again) continue;
    const inside = found.filter((one) => one.start < end && start < one.end);
    for (const one of inside) found.splice(found.indexOf(one), 1);
    const year = again.slice(0, 4);
    found.push({ first: year, last: year, lacksYear: false, isOther: true, again, start, end });
  }
}

/** The first and last month of the year that was named last, where it is no calendar year. */
function fiscalSpan(point: Point | undefined, last: FoundPeriod | undefined): [string, string] | undefined {
  const said = point ? `${point.first}/${point.last}` : (last?.period ?? '');
  const months = /^(\d{4})-(\d\d)\/(\d{4})-(\d\d)$/.exec(said);
  if (!months || Number(months[3]) !== Number(months[1]) + 1) return undefined;
  const length = 12 + Number(months[4]) - Number(months[2]) + 1;
  return length >= 10 && length <= 12 ? [said.slice(0, 7), said.slice(8)] : undefined;
}

/** 2010-01/2010-06 is a year before 2011-01/2011-06; undefined for what has no end. */
const aYearBefore = (period: string): string | undefined =>
  period.includes('..') ? undefined : period.replace(/\d{4}/gu, (year) => String(Number(year) - 1));
