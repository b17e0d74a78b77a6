/** The periods that a sentence names: years, months, halves, spans, since and up to. */
import type { PeriodPatterns, Point } from './period-patterns.js';
import type { Span } from './span.js';

export interface FoundPeriod extends Span {
  /** As events keep it: "2005", "2003/2006", "2001-09/..". */
  readonly period: string;
  /** Whether it is a single year or month, which can be one of a list. */
  readonly isPoint: boolean;
  /** "The year before", which others are compared with: the next sentence is not of it. */
  readonly isOther?: boolean;
  /** Months whose year another clause says: "as regards 2007, ... between January and October". */
  readonly isWithin?: boolean;
}

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
): Periods {
  const { points, others } = findPoints(text, patterns, last, written);
  const { openers, links } = patterns;
  const found: FoundPeriod[] = [];
  for (let i = 0; i < points.length; i += 1) {
    const point = points[i]!;
    const next = points[i + 1];
    const before = text.slice(Math.max(0, point.start - 60), point.start);
    const between = next && text.slice(point.end, next.start);
    const named = yearBefore(points, i) ?? yearOf(last);
    const isSpan =
      between !== undefined &&
      !(point.lacksYear && next!.lacksYear && named === undefined) &&
      (/^\s*[-–—‑/~～]\s*$/u.test(between) ||
        isOnly(between.replace(/^[\s,،，]+/u, ''), links.to) ||
        (isSinceOpening(before, openers.since) && isOnly(between.replace(toLink, ''), links.to)) ||
        (isAnd(text, between, next!, links.and) && (isAtEnd(before, openers.between) || point.lacksYear)));
    if (isSpan) {
      const opener = atEnd(before, openers.between) ?? atEnd(before, openers.from);
      const [first, until] = sayYears(point, next!, named);
      const start = point.start - (opener === undefined ? 0 : before.length - opener);
      const isWithin = point.lacksYear && next!.lacksYear ? { isWithin: true } : {};
      found.push({ period: toSpan(first, until), isPoint: false, ...isWithin, start, end: next!.end });
      i += 1;
      continue;
    }
    // "By November of that year".
    if (point.lacksYear && next?.isSame && /^\s*\p{L}{0,3}\s*$/u.test(between!)) {
      const year = next.first.slice(0, 4);
      found.push(
        toSingle(
          { ...point, first: `${year}${point.first}`, last: `${year}${point.last}`, end: next.end },
          before,
          '',
          patterns,
        ),
      );
      i += 1;
      continue;
    }
    if (point.lacksYear) {
      others.push(point);
      continue;
    }
    if (point.again !== undefined) {
      found.push({ period: point.again, isPoint: false, start: point.start, end: point.end });
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
  return { periods: found, others };
}

/** What may stand before "to": "since its opening in 2001, and up to October 2007". */
const toLink = /^[\s,،，]+(?:(?:and|et|y|и|و|а)\s+)?/u;

/** "Since its opening in": the year that follows begins a span. */
function isSinceOpening(before: string, since: RegExp | undefined): boolean {
  if (!since) return false;
  const last = [...before.matchAll(since)].at(-1);
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
  if (lacksYear && lastLacksYear) return [`${named}${first}`, `${named}${last}`];
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

/** The last year that a period names. */
const yearOf = (last: FoundPeriod | undefined): string | undefined =>
  last?.period.match(/\d{4}(?!.*\d{4})/)?.[0];

export const toSpan = (first: string, last: string) => (first === last ? first : `${first}/${last}`);

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
  if (first !== last) return { period: toSpan(first, last), isPoint: false, start, end };
  if (behind) return { period: `${first}/..`, isPoint: false, start, end: end + behind[0].length };
  if (since !== undefined)
    return { period: `${first}/..`, isPoint: false, start: start - before.length + since, end };
  if (upTo !== undefined)
    return { period: `../${last}`, isPoint: false, start: start - before.length + upTo, end };
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

function findPoints(
  text: string,
  { points, instruments, relative, ofLetter }: PeriodPatterns,
  last: FoundPeriod | undefined,
  written: number | undefined,
): { points: Point[]; others: Span[] } {
  const found: Point[] = [];
  const isFree = (span: Span) => !found.some((one) => one.start < span.end && span.start < one.end);
  const add = (match: RegExpMatchArray, read: () => Omit<Point, 'start' | 'end'>) => {
    const span = { start: match.index!, end: match.index! + match[0].length };
    if (!isFree(span)) return;
    const point = read();
    if (!point.isWrong) found.push({ ...point, ...span });
  };
  for (const { pattern, read } of points)
    for (const match of text.matchAll(pattern)) add(match, () => read(match));
  if (written !== undefined)
    for (const [pattern, years] of ofLetter)
      for (const match of text.matchAll(pattern)) {
        const said = String(written + years);
        add(match, () => ({ first: said, last: said, lacksYear: false }));
      }
  for (const [pattern, years] of relative)
    for (const match of text.matchAll(pattern)) {
      // Of the year that was named last before it.
      const before = found
        .filter(({ end, lacksYear }) => end <= match.index && !lacksYear)
        .sort((a, b) => a.end - b.end);
      const named = before.at(-1)?.last ?? yearOf(last);
      if (named === undefined) continue;
      const year = `${Number(named.slice(0, 4)) + years}`;
      const again = years === 0 && before.length === 0 ? { again: last!.period } : {};
      add(match, () => ({
        first: year,
        last: year,
        lacksYear: false,
        isSame: years === 0,
        isOther: years < 0,
        ...again,
      }));
    }
  found.sort((a, b) => a.start - b.start);
  const isLaw = ({ start }: Point) => isOfInstrument(text.slice(Math.max(0, start - 70), start), instruments);
  return { points: found.filter((one) => !isLaw(one)), others: found.filter(isLaw) };
}

/** "Law No. 2331 of 2001": between the law and the year stands no comma that parts them, and no other clause. */
function isOfInstrument(before: string, instruments: RegExp | undefined): boolean {
  if (!instruments) return false;
  const last = [...before.matchAll(instruments)].at(-1);
  return (
    last !== undefined &&
    /^[^,;:.()，；：。（）،؛]*(?:\bno\.[^,;:()]*)?$/iu.test(before.slice(last.index + last[0].length))
  );
}
