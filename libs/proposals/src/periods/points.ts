/** The years, months and parts of years that a sentence names, before it is known what spans they make. */
import type { PeriodPatterns, Point } from './period-patterns.js';
import { yearOf, type FoundPeriod } from './found-period.js';
import type { Span } from '../span.js';

/** In: a sentence with plain digits, and what is known of the letter. Out: its points, and the dates of laws, which are of no figure. */
export function findPoints(
  text: string,
  { points, instruments, relative, ofLetter, yearEnd, partsAlone }: PeriodPatterns,
  last: FoundPeriod | undefined,
  written: number | undefined,
  fiscal: number | undefined,
): { points: Point[]; others: Span[] } {
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
  if (written !== undefined)
    for (const [pattern, years] of ofLetter)
      for (const match of text.matchAll(pattern)) {
        const said = String(written + years);
        add(match, () => ({ first: said, last: said, lacksYear: false }));
      }
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
      add(match, () => ({ first: two(first), last: two(until), lacksYear: false }));
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

/** 2005/06 is from July to June, where the letter says so. */
function toFiscal<P extends Omit<Point, 'start' | 'end'>>(point: P, month: number | undefined): P {
  if (!point.isPair || month === undefined || point.first === point.last) return point;
  const two = (year: string, one: number) => `${year}-${String(one).padStart(2, '0')}`;
  return { ...point, first: two(point.first, month), last: two(point.last, month === 1 ? 12 : month - 1) };
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
