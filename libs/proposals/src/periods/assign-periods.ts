/** The period of each number of a sentence. */
import type { Count } from '../counts.js';
import { toSpan, type FoundPeriod } from './found-period.js';
import type { Span } from '../span.js';

/** The period of each number: of a list in the same order, else the nearest on the side where this sentence puts them. */
export function assignPeriods(
  text: string,
  counts: readonly Count[],
  periods: readonly FoundPeriod[],
  again: readonly FoundPeriod[] = [],
): ReadonlyMap<Count, FoundPeriod | undefined> {
  const assigned = new Map(
    counts.map((count) => [
      count,
      beside(text, count, periods, counts) ??
        ofPart(text, count, counts, periods) ??
        nearest(count, counts, periods),
    ]),
  );
  const points = listsOf(
    text,
    periods.filter(({ isPoint, isPair }) => isPoint || isPair),
  );
  const named = periods.filter(({ isOther }) => !isOther);
  const all = [...points, ...listsOf(text, named)];
  const lists = listsOf(text, counts);
  for (const list of lists) {
    const years = all.find(({ length }) => length === list.length);
    if (list.length > 1 && years) list.forEach((count, i) => assigned.set(count, years[i]));
  }
  for (const years of points) {
    if (years.length > 1 && !lists.some(({ length }) => length === years.length)) joinYears(assigned, years);
  }
  if (again.length > 0) repeatYears(assigned, lists, again);
  for (const [count, period] of assigned) {
    const months = period?.isPoint && periods.find((one) => isPartOf(text, one, period, count));
    if (months) assigned.set(count, months);
  }
  return assigned;
}

/** "In 2006 and 2007 64 women were freed": in both years together. */
function joinYears(assigned: Map<Count, FoundPeriod | undefined>, years: readonly FoundPeriod[]): void {
  const [first, last] = [years[0]!, years.at(-1)!];
  if (!years.every(({ period }, i) => i === 0 || Number(period) === Number(years[i - 1]!.period) + 1)) return;
  const span = {
    period: toSpan(first.period, last.period),
    isPoint: false,
    start: first.start,
    end: last.end,
  };
  for (const [count, period] of assigned)
    if (period && years.includes(period) && count.value !== 0) assigned.set(count, span);
}

/** "In those years 27 and 21 persons were prosecuted": each of them, or all together where there are not as many numbers. */
function repeatYears(
  assigned: Map<Count, FoundPeriod | undefined>,
  lists: readonly Count[][],
  again: readonly FoundPeriod[],
): void {
  const [first, last] = [again[0]!, again.at(-1)!];
  const [from, until] = [first.period.split('/')[0]!, last.period.split('/').at(-1)!];
  const span = Object.assign({}, first, { period: toSpan(from, until), isPoint: false });
  const apart = lists.filter(({ length }) => length === again.length);
  for (const [count, period] of assigned) {
    if (period) continue;
    const list = apart.find((one) => one.includes(count));
    assigned.set(count, list ? again[list.indexOf(count)] : span);
  }
}

/** "As regards 2007, 23 persons were tried between January and October": the months that are said beside the number. */
const isPartOf = (text: string, months: FoundPeriod, year: FoundPeriod, count: Count): boolean =>
  months.isWithin === true &&
  months.period.startsWith(`${year.period}-`) &&
  !/[;:；：؛,،，]/u.test(text.slice(Math.min(count.end, months.end), Math.max(count.start, months.start)));

/** "53 persons and in the second half 47": what is joined by "and" is of the number that follows, where one was named before. */
const joined = /\s(?:and|et|y|e|и|а)\s+\p{L}{1,4}\s/iu;

/** "Fewer than five in 2006": the period that follows at once. */
export const beside = (
  text: string,
  count: Count,
  periods: readonly FoundPeriod[],
  counts: readonly Count[] = [],
): FoundPeriod | undefined => {
  const next = counts.find((one) => one.start >= count.end)?.start ?? Infinity;
  const isAhead = periods.some(({ end }) => end <= count.start);
  return periods.find(({ start }) => {
    const gap = text.slice(count.end, start);
    return (
      start >= count.end &&
      start <= next &&
      /^[^,;:،؛，、；。()（）\n\d]{0,25}$/u.test(gap) &&
      !(isAhead && joined.test(gap))
    );
  });
};

/** Where a colon or semicolon parts a sentence, the periods of a number's own part come first. */
function ofPart(
  text: string,
  count: Count,
  counts: readonly Count[],
  periods: readonly FoundPeriod[],
): FoundPeriod | undefined {
  const from =
    Math.max(...[';', ':', '；', '：', '؛'].map((mark) => text.lastIndexOf(mark, count.start))) + 1;
  const until = text.slice(count.end).search(/[;:；：؛]/u);
  const part = { start: from, end: until < 0 ? text.length : count.end + until };
  if (part.start === 0 && part.end === text.length) return undefined;
  const isIn = ({ start, end }: Span) => start >= part.start && end <= part.end;
  return nearest(count, counts.filter(isIn), periods.filter(isIn));
}

/** Where the first period of a sentence stands before its first number, each number has the last one before it. */
function nearest(
  count: Count,
  counts: readonly Count[],
  all: readonly FoundPeriod[],
): FoundPeriod | undefined {
  // "23 fewer than the year before": of that year is only what follows it.
  const last = all.findLast(({ end }) => end <= count.start);
  if (last?.isOther) return last;
  const periods = all.filter(({ isOther }) => !isOther);
  if (periods.length === 0 || counts.length === 0) return undefined;
  const isAhead = periods[0]!.start < counts[0]!.start;
  const ahead = periods.findLast(({ end }) => end <= count.start);
  const behind = periods.find(({ start }) => start >= count.end);
  return isAhead ? (ahead ?? behind) : (behind ?? ahead);
}

/** Parts that follow each other with nothing but commas and one "and" between. */
export function listsOf<T extends Span>(text: string, parts: readonly T[]): T[][] {
  const lists: T[][] = [];
  for (const part of parts) {
    const last = lists.at(-1)?.at(-1);
    const between = last && text.slice(last.end, part.start);
    if (
      between !== undefined &&
      /^[起名人宗例]?\s*(?:[,，、،]|\p{L}{1,3}|[和与及])(?:\s*\p{L}{0,3})?\s*$/u.test(between)
    )
      lists.at(-1)!.push(part);
    else lists.push([part]);
  }
  return lists;
}
