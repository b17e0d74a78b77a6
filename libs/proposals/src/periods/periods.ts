/** The periods that a sentence names: years, months, halves, spans, since and up to. */
import { toSpan, yearOf, type FiscalYear, type FoundPeriod } from './found-period.js';
import type { PeriodPatterns, Point } from './period-patterns.js';
import { findPoints } from './points.js';
import { withSince } from './since.js';
import type { Span } from '../span.js';

export interface Periods {
  /** In their order. */
  readonly periods: readonly FoundPeriod[];
  /** Dates that are of no figure: those of laws. */
  readonly others: readonly Span[];
}

/** In: a sentence with plain digits, and the period that was named last before it, where one was. */
export function findPeriods(
  text: string,
  patterns: PeriodPatterns,
  last?: FoundPeriod,
  written?: number,
  fiscal?: FiscalYear,
): Periods {
  const { points, others } = findPoints(text, patterns, last, written, fiscal);
  const { openers } = patterns;
  const found: FoundPeriod[] = [];
  for (let i = 0; i < points.length; i += 1) {
    const point = points[i]!;
    const next = points[i + 1];
    const before = text.slice(Math.max(0, point.start - 60), point.start);
    const between = next && text.slice(point.end, next.start);
    const named = yearBefore(points, i) ?? yearOf(last);
    if (between !== undefined && isSpan(text, [point, next!], before, named, patterns)) {
      const opener = atEnd(before, openers.between) ?? atEnd(before, openers.from);
      const [first, until] = sayYears(point, next!, named);
      const start = point.start - (opener === undefined ? 0 : before.length - opener);
      const pair = found.at(-1);
      const isOfPair = pair?.isPair && point.lacksYear && next!.lacksYear;
      // "The school year 2010/11 (September to June)".
      if (isOfPair && /^[^;:.\p{Nd}]{0,20}$/u.test(text.slice(pair.end, point.start))) {
        const [begun, ended] = [pair.period.slice(0, 4), yearOf(pair)];
        const months = { period: toSpan(begun + point.first, ended + next!.last), end: next!.end };
        found[found.length - 1] = Object.assign({}, pair, months);
        i += 1;
        continue;
      }
      const isWithin = point.lacksYear && next!.lacksYear ? { isWithin: true } : {};
      found.push({ period: toSpan(first, until), isPoint: false, ...isWithin, start, end: next!.end });
      i += 1;
      continue;
    }
    const months = untilMonth(point, found.at(-1), before, patterns);
    if (months) {
      found.push(months);
      continue;
    }
    if (point.lacksYear) {
      const one = isMonthOf(text, point, patterns.code)
        ? ofNamedYear(text, point, named, before, patterns)
        : undefined;
      if (one) found.push(one);
      else others.push(point);
      continue;
    }
    if (point.again !== undefined) {
      const other = point.isOther ? { isOther: true } : {};
      found.push({ period: point.again, isPoint: false, ...other, start: point.start, end: point.end });
      continue;
    }
    // "In that period", after a span: all of it.
    const span = point.isSame && !found.at(-1)?.isPoint ? found.at(-1) : undefined;
    if (span?.period.includes(point.last)) {
      found.push({ period: span.period, isPoint: false, start: point.start, end: point.end });
      continue;
    }
    found.push(toSingle(point, before, text.slice(point.end), patterns));
  }
  return { periods: withSince(text, found, patterns), others };
}

/**
 * "In October": a month without its year has the year that was named before. In English, French and Spanish a day of it is rather
 * that of a letter or a law.
 */
const isMonthOf = (text: string, { start }: Point, code: string): boolean =>
  !/^(?:en|fr|es)$/.test(code) ||
  (/\p{L}\s+$/u.test(text.slice(Math.max(0, start - 3), start)) && !/^\d/.test(text.slice(start)));

/** Whether two points that follow each other are the ends of one span. */
function isSpan(
  text: string,
  [point, next]: readonly [Point, Point],
  before: string,
  named: string | undefined,
  { openers, links }: PeriodPatterns,
): boolean {
  if (point.lacksYear && next.lacksYear && named === undefined) return false;
  const between = text.slice(point.end, next.start);
  return (
    /^\s*[-–—‑/~～]\s*$/u.test(between) ||
    isOnly(between.replace(/^[\s,،，]+/u, ''), links.to) ||
    (isSinceOpening(before, openers.since) && isOnly(between.replace(toLink, ''), links.to)) ||
    (isAnd(text, between, next, links.and) && (isAtEnd(before, openers.between) || point.lacksYear))
  );
}

/** "During 2007 seven cases were opened by the end of September": the months of that year. */
function untilMonth(
  point: Point,
  year: FoundPeriod | undefined,
  before: string,
  { openers }: PeriodPatterns,
): FoundPeriod | undefined {
  if (!point.lacksYear || !year?.isPoint || !/^\d{4}$/.test(year.period)) return undefined;
  const upTo = atEnd(before, openers.upTo);
  if (upTo === undefined) return undefined;
  return {
    period: toSpan(`${year.period}-01`, `${year.period}${point.last}`),
    ...{ isPoint: false, isWithin: true, start: point.start - before.length + upTo, end: point.end },
  };
}

/** "17 February", "in October": of the year that was named last. */
function ofNamedYear(
  text: string,
  point: Point,
  named: string | undefined,
  before: string,
  { openers }: PeriodPatterns,
): FoundPeriod | undefined {
  if (named === undefined || atEnd(before, openers.upTo) !== undefined) return undefined;
  if (/^\s*[-–—/]/u.test(text.slice(point.end))) return undefined;
  const { start, end } = point;
  return { period: `${named}${point.first}`, isPoint: true, start, end };
}

/** What may stand before "to": "since its opening in 2001, and up to October 2007". */
const toLink = /^[\s,،，]+(?:(?:and|et|y|и|و|а)\s+)?/u;

/** "Since its opening in": the year that follows begins a span. */
function isSinceOpening(before: string, since: RegExp | undefined): boolean {
  if (!since) return false;
  // Of one letter it is said of much else.
  const last = [...before.matchAll(since)].findLast(
    ({ 0: said }) => said.length > 1 || !/\p{Script=Cyrillic}/u.test(said),
  );
  return last !== undefined && /^[^\d;:.]{0,45}$/u.test(before.slice(last.index + last[0].length));
}

/** Whether "and" alone stands between two points; in Arabic it is written together with the second. */
const isAnd = (text: string, between: string, next: Span, and: RegExp | undefined): boolean =>
  isOnly(between, and) || (/^\s*$/.test(between) && /^و/.test(text.slice(next.start, next.end)));

/** "March to August 2006", 2007年1月至10月: the month without a year has that of the other end. */
function sayYears(
  { first, lacksYear }: Point,
  { last, lacksYear: lastLacksYear }: Point,
  named: string | undefined,
): [string, string] {
  // "The school year 2010-2011 (August to July)".
  if (lacksYear && lastLacksYear)
    return [`${first > last ? Number(named) - 1 : named}${first}`, `${named}${last}`];
  if (lacksYear) return [`${last.slice(0, 4)}${first}`, last];
  // "In 2007, up to October".
  if (lastLacksYear) return [/^\d{4}$/.test(first) ? `${first}-01` : first, `${first.slice(0, 4)}${last}`];
  return [first, last];
}

/** The year that was named last before a point of a sentence. */
const yearBefore = (points: readonly Point[], i: number): string | undefined =>
  points
    .slice(Math.max(0, i - 3), i)
    .findLast(({ lacksYear }) => !lacksYear)
    ?.last.slice(0, 4);

function toSingle(
  point: Point,
  before: string,
  after: string,
  { openers, code }: PeriodPatterns,
): FoundPeriod {
  const { first, last, start, end } = point;
  const since = atEnd(before, openers.since);
  const upTo = atEnd(before, openers.upTo);
  const behind = code === 'zh' ? /^\s*(?:以来|起(?![诉草]))/.exec(after) : null;
  if (point.isOther) return { period: first, isPoint: true, isOther: true, start, end };
  if (first !== last)
    return {
      period: toSpan(first, last),
      isPoint: false,
      start,
      end,
      ...(point.isPair ? { isPair: true } : {}),
    };
  // "Since its opening, up to June 2007".
  if (upTo !== undefined && since === undefined)
    return { period: `../${last}`, isPoint: false, start: start - before.length + upTo, end };
  // "Since its opening in 2004".
  if (isSinceOpening(before, openers.since)) return { period: `${first}/..`, isPoint: false, start, end };
  if (behind) return { period: `${first}/..`, isPoint: false, start, end: end + behind[0].length };
  if (since !== undefined)
    return { period: `${first}/..`, isPoint: false, start: start - before.length + since, end };
  return { period: first, isPoint: true, start, end };
}

/** Where the last words of a text that a pattern finds begin; undefined where it ends otherwise. */
function atEnd(text: string, pattern: RegExp | undefined): number | undefined {
  if (!pattern) return undefined;
  const last = [...text.matchAll(pattern)].at(-1);
  return last && /^\s*$/.test(text.slice(last.index + last[0].length)) ? last.index : undefined;
}

const isAtEnd = (text: string, pattern: RegExp | undefined) => atEnd(text, pattern) !== undefined;

function isOnly(text: string, pattern: RegExp | undefined): boolean {
  if (!pattern) return false;
  const found = [...text.matchAll(pattern)];
  return found.some(({ 0: said }) => said.trim() === text.trim());
}
