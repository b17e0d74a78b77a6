/** Small tables in running text: a year, then a number for each column of the line before; and lists such as "2005: 41; 2006: 38". */
import { actOf, columnsOf, partedColumns, type Head } from './columns.js';
import type { Count } from '../counts.js';
import type { Act, Noun } from '../language.js';
import type { Term } from '../lexicon.js';
import type { FoundPeriod } from '../periods/found-period.js';

/** What a cell of a table says beside its number. */
export interface Cell {
  readonly count: Count;
  /** Undefined where neither row nor column says it. */
  readonly period: FoundPeriod | undefined;
  readonly noun: Term<Noun> | undefined;
  readonly act: Term<Act> | undefined;
}

/** The words that say what numbers count. */
export interface Terms {
  readonly nouns: readonly Term<Noun>[];
  readonly acts: readonly Term<Act>[];
}

const parted = /^[\s|｜:：;；,、/–—\t-]*$/u;

/** "2010 год – 33". */
const yearWord = /^\s*\p{L}{1,4}\.?(?=\s)/u;

interface Row {
  readonly period: FoundPeriod;
  readonly counts: readonly Count[];
  readonly end: number;
}

/** In: a sentence and what was found in it. Out: the cells of its tables; their numbers have period and meaning by these. */
export function readTables(
  text: string,
  counts: readonly Count[],
  periods: readonly FoundPeriod[],
  terms: Terms,
): Cell[] {
  const rows = periods.flatMap((period, i): Row[] => {
    const until = periods[i + 1]?.start ?? text.length;
    const own: Count[] = [];
    let end = period.end;
    for (const count of counts) {
      if (count.start < end || count.start >= until) continue;
      const between = text.slice(end, count.said.start);
      if (!parted.test(own.length === 0 ? between.replace(yearWord, '') : between)) break;
      own.push(count);
      end = count.end;
    }
    return own.length > 0 ? [{ period, counts: own, end }] : [];
  });
  const across = readAcross(text, counts, periods, terms);
  const bracketed = readBracketed(text, counts, periods, terms);
  const down = groupRows(text, rows).flatMap((group) => {
    const columns = group[0]!.counts.length;
    const isList =
      columns === 1 &&
      (/^\s*[:：|｜]/u.test(text.slice(group[0]!.period.end)) ||
        (/[:：]\s*$/u.test(text.slice(0, group[0]!.period.start)) &&
          /^\s*(?:\p{L}{1,4}\.?\s)?\s*[–—-]?\s*\d/u.test(text.slice(group[0]!.period.end))));
    if (group.length < 2 || (columns === 1 && !isList)) return [];
    const head = headOf(group[0]!.period.start, counts);
    return columns === 1 ? readList(group, head, terms) : readGrid(text, group, head, terms);
  });
  return [
    ...across,
    ...bracketed,
    ...down.filter(({ count }) => !across.some((cell) => cell.count === count)),
  ];
}

/** Between the years at the head of columns; "2008 год | 2009 год". */
const columnGap = /^(?:\s*\p{L}{1,5}\.?(?=[\s|｜]))?[\s|｜]+$/u;

/** Years as the heads of columns, then rows of a name and as many numbers. */
function readAcross(
  text: string,
  counts: readonly Count[],
  periods: readonly FoundPeriod[],
  terms: Terms,
): Cell[] {
  const first = periods.findIndex((period, i) => {
    const next = periods[i + 1];
    return next && period.isPoint && next.isPoint && columnGap.test(text.slice(period.end, next.start));
  });
  if (first < 0) return [];
  const heads = [periods[first]!];
  for (const period of periods.slice(first + 1)) {
    if (!period.isPoint || !columnGap.test(text.slice(heads.at(-1)!.end, period.start))) break;
    heads.push(period);
  }
  const cells: Cell[] = [];
  let name = { start: heads.at(-1)!.end, end: 0 };
  let last: Head = { noun: undefined, act: undefined };
  for (const group of runsOf(
    text,
    counts.filter(({ start }) => start > name.start),
  )) {
    name = { ...name, end: group[0]!.said.start };
    const isIn = ({ start, end }: { start: number; end: number }) => start >= name.start && end <= name.end;
    const head = { noun: terms.nouns.find(isIn), act: terms.acts.find(isIn) };
    // "Of whom women" is a part of the row before.
    last =
      head.act || !head.noun
        ? { noun: head.noun ?? (head.act ? undefined : last.noun), act: head.act ?? last.act }
        : { noun: head.noun, act: last.act };
    name = { start: group.at(-1)!.end, end: 0 };
    if (group.length !== heads.length) continue;
    group.forEach((count, i) => cells.push({ count, period: heads[i]!, ...last }));
  }
  return cells.length >= 2 * heads.length ? cells : [];
}

/** Numbers with nothing but blanks or strokes between them. */
function runsOf(text: string, counts: readonly Count[]): Count[][] {
  const runs: Count[][] = [];
  for (const count of counts) {
    const last = runs.at(-1)?.at(-1);
    if (last && /^[人名起件宗例个次份]?[\s|｜]+$/u.test(text.slice(last.end, count.said.start)))
      runs.at(-1)!.push(count);
    else runs.push([count]);
  }
  return runs;
}

/** "Persons charged: 5 (2006), 9 (2007)": the number has the year in brackets behind it, and the noun before the list. */
function readBracketed(
  text: string,
  counts: readonly Count[],
  periods: readonly FoundPeriod[],
  terms: Terms,
): Cell[] {
  const cells: (Cell & { readonly period: FoundPeriod })[] = [];
  for (const count of counts) {
    const period = periods.find(
      ({ start, end }) =>
        start >= count.end &&
        /^\s*[(（]\s*$/u.test(text.slice(count.end, start)) &&
        /^\s*[)）]/u.test(text.slice(end)),
    );
    if (!period) continue;
    const before = cells.at(-1);
    const goesOn =
      before &&
      /^[)）\s,;，；、]*(?:\p{L}{1,3}\s)?\s*$/u.test(text.slice(before.period.end, count.said.start));
    const from = Math.max(before?.period.end ?? 0, count.start - 60);
    const noun = goesOn
      ? before.noun
      : terms.nouns.findLast(({ start, end }) => start >= from && end <= count.start);
    const act = goesOn
      ? before.act
      : terms.acts.findLast(({ start, end }) => start >= from && end <= count.start);
    if (noun ?? act) cells.push({ count, period, noun, act });
  }
  return cells;
}

/** Rows that follow each other, with as many numbers each. */
function groupRows(text: string, rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1)?.at(-1);
    const follows =
      last?.counts.length === row.counts.length &&
      parted.test(text.slice(last.end, row.period.start).replace(/^[名人起件宗例个]/u, ''));
    if (follows) groups.at(-1)!.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Where the words above a table begin: after the last number before it. */
const headOf = (start: number, counts: readonly Count[]): { start: number; end: number } => ({
  start: Math.max(start - 250, counts.findLast(({ end }) => end <= start)?.end ?? 0),
  end: start,
});

function readList(group: readonly Row[], head: { start: number; end: number }, terms: Terms): Cell[] {
  const noun = terms.nouns.findLast(({ start, end }) => start >= head.start && end <= head.end);
  const act = actOf(
    noun,
    terms.acts.filter(({ start, end }) => start >= head.start && end <= head.end),
  );
  return group.map(({ period, counts }) => ({ count: counts[0]!, period, noun, act }));
}

/** The last so many acts or nouns before the first row are the columns. */
function readGrid(
  text: string,
  group: readonly Row[],
  head: { start: number; end: number },
  terms: Terms,
): Cell[] {
  const inHead = <T>(all: readonly Term<T>[]) =>
    all.filter(({ start, end }) => start >= head.start && end <= head.end);
  const columns = group[0]!.counts.length;
  const [nouns, acts] = [inHead(terms.nouns), inHead(terms.acts)];
  const heads = (partedColumns(text, head, nouns, acts) ?? columnsOf(nouns, acts)).slice(-columns);
  return group.flatMap(({ period, counts }) =>
    counts.map((count, i) => ({
      count,
      period,
      ...(heads.length === columns ? heads[i]! : { noun: undefined, act: undefined }),
    })),
  );
}
