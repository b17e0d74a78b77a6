/** The period of each number of a sentence. */
import type { Count } from './counts.js';
import type { FoundPeriod } from './periods.js';
import type { Span } from './span.js';

/** The period of each number: of a list in the same order, else the nearest on the side where this sentence puts them. */
export function assignPeriods(
  text: string,
  counts: readonly Count[],
  periods: readonly FoundPeriod[],
): ReadonlyMap<Count, FoundPeriod | undefined> {
  const assigned = new Map(
    counts.map((count) => [
      count,
      beside(text, count, periods) ?? ofPart(text, count, counts, periods) ?? nearest(count, counts, periods),
    ]),
  );
  const points = listsOf(
    text,
    periods.filter(({ isPoint }) => isPoint),
  );
  for (const list of listsOf(text, counts)) {
    const years = points.find(({ length }) => length === list.length);
    if (list.length > 1 && years) list.forEach((count, i) => assigned.set(count, years[i]));
  }
  return assigned;
}

/** "Fewer than five in 2006": the period that follows at once. */
export const beside = (
  text: string,
  count: Count,
  periods: readonly FoundPeriod[],
): FoundPeriod | undefined =>
  periods.find(
    ({ start }) =>
      start >= count.end && /^[^,;:،؛，、；。()（）\d]{0,25}$/u.test(text.slice(count.end, start)),
  );

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
  periods: readonly FoundPeriod[],
): FoundPeriod | undefined {
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
