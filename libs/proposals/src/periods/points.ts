/** The years, months and parts of years that a sentence names, before it is known what spans they make. */
import type { PeriodPatterns, Point } from './period-patterns.js';
import { isLastWord, yearOf, type FiscalYear, type FoundPeriod } from './found-period.js';
import { addOfLetter, addRelative, addSameBefore } from './relative.js';
import type { Span } from '../span.js';

/** In: a sentence with plain digits, and what is known of the letter. Out: its points, and the dates of laws, which are of no figure. */
export function findPoints(
  text: string,
  patterns: PeriodPatterns,
  last: FoundPeriod | undefined,
  written: number | undefined,
  fiscal: FiscalYear | undefined,
): { points: Point[]; others: Span[] } {
  const { points, instruments, relative, yearEnd, partsAlone, wholeYear } = patterns;
  const found: Point[] = [];
  const isFree = (span: Span) => !found.some((one) => one.start < span.end && span.start < one.end);
  const add = (match: RegExpMatchArray, read: () => Omit<Point, 'start' | 'end'>) => {
    const span = { start: match.index!, end: match.index! + match[0].length };
    if (!isFree(span)) return;
    const point = read();
    if (!point.isWrong) found.push({ ...toFiscal(point, fiscal), ...span });
  };
  for (const { pattern, read } of points)
    for (const match of text.matchAll(pattern)) add(match, () => read(match));
  found.forEach((one, i) => (found[i] = toWholeYear(text, one, patterns)));
  if (written !== undefined) addOfLetter(text, patterns, written, last ?? found[0], add);
  const namedBefore = (at: number): string | undefined =>
    found
      .filter(({ end, lacksYear }) => end <= at && !lacksYear)
      .sort((a, b) => a.end - b.end)
      .at(-1)
      ?.last.slice(0, 4) ?? yearOf(last);
  for (const [pattern, first, until] of [...partsAlone, ...(yearEnd ? [[yearEnd, 12, 12] as const] : [])])
    for (const match of text.matchAll(pattern)) {
      const named = namedBefore(match.index);
      if (named === undefined) continue;
      const two = (month: number) => `${named}-${String(month).padStart(2, '0')}`;
      add(match, () => ({ first: two(first), last: two(until), lacksYear: false, isPart: true }));
    }
  for (const match of wholeYear ? text.matchAll(wholeYear) : []) {
    const named = namedBefore(match.index);
    if (named !== undefined) add(match, () => ({ first: named, last: named, lacksYear: false }));
  }
  addRelative(text, relative, found, last, add);
  addSameBefore(text, patterns.sameBefore, found, last);
  found.sort((a, b) => a.start - b.start);
  const isLaw = ({ start }: Point) => isOfInstrument(text.slice(Math.max(0, start - 70), start), instruments);
  const own = found.filter((one) => !isLaw(one));
  return { points: joinYears(text, own), others: found.filter(isLaw) };
}

/** "The first quarter of this year", "in March of the year before": the part has that year. */
function joinYears(text: string, points: readonly Point[]): Point[] {
  const joined: Point[] = [];
  for (const point of points) {
    const part = joined.at(-1);
    const isOne =
      part !== undefined &&
      (part.isPart === true || part.lacksYear) &&
      point.isRelative === true &&
      /^\s*(?:\p{L}{1,4}\s*)?$/u.test(text.slice(part.end, point.start));
    if (!isOne) {
      joined.push(point);
      continue;
    }
    const year = point.first.slice(0, 4);
    const of = (month: string) => `${year}${month.slice(-3)}`;
    joined[joined.length - 1] = {
      ...{ first: of(part.first), last: of(part.last), lacksYear: false },
      ...{ start: part.start, end: point.end },
    };
  }
  return joined;
}

/** 2005/06 is from July to June, and 2005年度 from April on, where the letter says so. */
function toFiscal<P extends Omit<Point, 'start' | 'end'>>(point: P, fiscal: FiscalYear | undefined): P {
  if (point.isFiscal && fiscal !== undefined && fiscal[0] > 1)
    return toFiscal(
      { ...point, isFiscal: false, isPair: true, last: String(Number(point.first) + 1) },
      fiscal,
    );
  if (!point.isPair || fiscal === undefined || point.first === point.last) return point;
  const two = (year: string, one: number) => `${year}-${String(one).padStart(2, '0')}`;
  return { ...point, first: two(point.first, fiscal[0]), last: two(point.last, fiscal[1]) };
}

/** "The year that ended on 31 March 2012": the twelve months up to then. */
function toWholeYear(text: string, point: Point, { yearWord, yearEnds }: PeriodPatterns): Point {
  const month = /^(\d{4})-(\d\d)$/.exec(point.last);
  if (!yearWord || point.first !== point.last || !month) return point;
  const from = Math.max(0, point.start - 50);
  const before = text.slice(from, point.start).replace(/^.*[;:.]/u, '');
  const said = [...before.matchAll(yearWord)].at(-1);
  if (!said || !isLastWord(before.slice(said.index + said[0].length), yearEnds)) return point;
  const [year, last] = [Number(month[1]), Number(month[2])];
  const first = last === 12 ? `${year}-01` : `${year - 1}-${String(last + 1).padStart(2, '0')}`;
  return { ...point, first, isPair: true, start: point.start - before.length + said.index };
}

/** "During 2012" is no year of a law. */
const inTheCourseOf =
  /(?:خلال|(?<!\p{L})(?:during|durante|за|в течение|au cours de))\s*(?:عام|سنة|l'année|el año)?\s*$/iu;

/** "Law No. 2331 of 2001": between the law and the year stands no comma that parts them, and no other clause. */
function isOfInstrument(before: string, instruments: RegExp | undefined): boolean {
  if (!instruments || inTheCourseOf.test(before)) return false;
  const last = [...before.matchAll(instruments)].at(-1);
  return (
    last !== undefined &&
    /^[^,;:.()，；：。（）،؛]*(?:\bno\.[^,;:()]*)?$/iu.test(before.slice(last.index + last[0].length))
  );
}
