/** From the cells of a vintage to series: yearly figures, spans beside them, changes, and what can be said of them. */
import { breakdownOf, type Breakdown } from '../figures/cell.js';
import {
  cite,
  missingIn,
  toShownDigits,
  startsNewCounting,
  toComputedNumber,
  toPoint,
  type SeriesStatement,
  type Cited,
  type ComputedNumber,
} from './figure.js';
import { groupBy } from './group-by.js';
import { periodEnds } from '../figures/period.js';
import {
  changeBetween,
  compoundAnnualRate,
  indexOn,
  indexOnFirst,
  percentageChange,
} from '../statistics/change.js';
import { classifyDirection, type Direction } from '../statistics/direction.js';
import { upper, type YearlyPoint } from '../statistics/interval.js';
import { keepExact } from '../statistics/keep-pairs.js';
import { compareCounts, type CountComparison } from '../statistics/poisson-test.js';
import { splitAtBreaks, type Segment } from '../statistics/segments.js';

export interface Year extends Cited {
  readonly year: number;
  /** On the year before, in the unit; absent when that year has no figure, and where this year is a break. */
  readonly change?: ComputedNumber;
  /** On the year before, in per cent. */
  readonly percentage?: ComputedNumber;
  /** First year of the series, or of the segment, = 100. */
  readonly index?: ComputedNumber;
  /** With the year before, where both counts are small. */
  readonly comparison?: Comparison;
}

/** Both counts are below this where a year is compared with the one before by the exact test (docs/methods.md). */
export const SMALL_COUNT = 100;

/** Whether two counts can come from one rate. */
export interface Comparison {
  /** Two-sided p, the greatest over admissible values; a difference is claimed on it. */
  readonly p: number;
  /** The least. */
  readonly pLow: number;
  /** This year's count against that of the year before. */
  readonly verdict: CountComparison['difference'];
}

export interface Span extends Cited {
  /** `2003`, `2002-07`; null = not known (up to, since, undated). */
  readonly from: string | null;
  readonly to: string | null;
  readonly period: string;
}

/** What lies between two breaks: the years that are counted in one way. */
export interface YearSegment {
  /** The years that stand in it, with a number or not. */
  readonly years: readonly number[];
  /** The break that it starts with; null for what lies before the first. */
  readonly startsWithBreak: number | null;
  readonly compoundAnnualRate: ComputedNumber;
  readonly trend: Direction;
}

export interface Series {
  readonly collection: string;
  readonly respondent: string;
  readonly indicator: string;
  readonly breakdown: Breakdown;
  readonly conflicting: boolean;
  readonly years: readonly Year[];
  readonly spans: readonly Span[];
  /** Present where there is a break, in the order of years; rate and trend of the series are then those of the last. */
  readonly segments?: readonly YearSegment[];
  /** Per cent a year from the first to the last year; null without two years or on a base of zero. */
  readonly compoundAnnualRate: ComputedNumber;
  readonly trend: Direction;
}

/** What tells one series from another; an observation's id begins with it. */
const seriesKey = (s: SeriesStatement) => [s.collection, s.respondent, s.code, s.breakdown].join('~');

/** Statements by series, in the order of first sight: pages are cut here, before anything is computed. */
export function groupBySeries<S extends SeriesStatement>(statements: readonly S[]): Map<string, S[]> {
  const groups = new Map<string, S[]>();
  let group: S[] | undefined;
  for (const statement of statements) {
    // Those of one series mostly come one after another, and to make a key of each takes longer than to look at it.
    if (group && isSameSeries(group[0]!, statement)) {
      group.push(statement);
      continue;
    }
    const key = seriesKey(statement);
    group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, (group = [statement]));
  }
  return groups;
}

const isSameSeries = (a: SeriesStatement, b: SeriesStatement) =>
  a.code === b.code &&
  a.breakdown === b.breakdown &&
  a.respondent === b.respondent &&
  a.collection === b.collection;

/** In: deciding statements of observations, those of one series together or not. Out: series, in the order of the first. */
export function toSeries(statements: readonly SeriesStatement[]): Series[] {
  return [...groupBySeries(statements).values()].map(toOneSeries);
}

/** What is needed of a statement to judge its series. */
type Judged = Pick<SeriesStatement, 'cell' | 'year' | 'value' | 'qualifier' | 'source'>;

/** The cell of one year: all that is said of it, and its point where there is a number to reckon with. */
interface YearCell<S extends Judged> {
  readonly year: number;
  readonly variants: readonly S[];
  readonly point: YearlyPoint | undefined;
}

/** The years of one series, parted at its breaks. */
function partYears<S extends Judged>(statements: readonly S[]) {
  const cells = [...groupBy(statements, (s) => s.cell).values()];
  const yearly = cells.flatMap((variants): YearCell<S>[] => {
    const { year } = variants[0]!;
    return year === null ? [] : [{ year, variants, point: toPoint(variants)[0] }];
  });
  const breaks = yearly.filter(({ variants }) => startsNewCounting(variants)).map(({ year }) => year);
  return { cells, breaks, parts: splitAtBreaks(yearly, breaks) };
}

const judgeParts = (parts: readonly Segment<YearCell<Judged>>[]): YearSegment[] =>
  parts.map(({ startsWithBreak, points: held }) => {
    const years = held.map(({ year }) => year);
    return { years, startsWithBreak, ...judge(held) };
  });

/** In: the statements that decide the cells of one series. Out: its segments, the whole of it where there is no break. */
export const judgeSegments = (statements: readonly Judged[]): YearSegment[] =>
  judgeParts(partYears(statements).parts);

function toOneSeries(statements: readonly SeriesStatement[]): Series {
  const { collection, respondent, code, breakdown } = statements[0]!;
  const { cells, breaks, parts } = partYears(statements);
  const others = cells
    .filter((variants) => variants[0]!.year === null)
    .sort((a, b) => (a[0]!.period < b[0]!.period ? -1 : 1));
  const segments = judgeParts(parts);
  const { compoundAnnualRate: rate, trend } = segments.at(-1) ?? judge([]);
  return {
    collection,
    respondent,
    indicator: code,
    breakdown: breakdownOf(breakdown),
    conflicting: cells.some((variants) => variants.length > 1),
    years: parts.flatMap(({ points: held }) => toYears(held)),
    spans: others.map((variants) => {
      const { period } = variants[0]!;
      return Object.assign(periodEnds(period), { period }, cite(variants));
    }),
    ...(breaks.length > 0 ? { segments } : {}),
    compoundAnnualRate: rate,
    trend,
  };
}

/** What can be said of years that are counted in one way. Where the count does not apply a year lacks none. */
function judge(cells: readonly YearCell<Judged>[]): Pick<Series, 'compoundAnnualRate' | 'trend'> {
  const points = cells.flatMap(({ point }) => point ?? []);
  const noGap = cells.flatMap(({ year, variants }) => (missingIn(variants) === 'not-applicable' ? year : []));
  const [first, last] = [points[0], points.at(-1)];
  const isSpan = first && last && first.year !== last.year;
  return {
    compoundAnnualRate: isSpan
      ? toComputedNumber(compoundAnnualRate(first, last, last.year - first.year))
      : null,
    trend: classifyDirection(points, noGap),
  };
}

type ShownYear = { -readonly [K in keyof Year]: Year[K] };

/** The years of one segment: nothing is computed on a year of another. */
function toYears(cells: readonly YearCell<SeriesStatement>[]): Year[] {
  let base: YearlyPoint | undefined;
  let before: YearlyPoint | undefined;
  return cells.map(({ year, variants, point: now }) => {
    const shown: ShownYear = cite(variants, { year });
    if (startsNewCounting(variants)) shown.break = true;
    if (!now) return shown;
    if (before?.year === year - 1) sayOnYearBefore(shown, before, now);
    shown.index = base ? toIndex(base, now) : toComputedNumber(indexOnFirst([now])[0]!);
    base ??= now;
    before = now;
    return shown;
  });
}

function sayOnYearBefore(shown: ShownYear, before: YearlyPoint, now: YearlyPoint): void {
  shown.change = toComputedNumber(changeBetween(before, now));
  shown.percentage = toPercentage(before, now);
  const areSmall = upper(before) < SMALL_COUNT && upper(now) < SMALL_COUNT;
  if (areSmall) shown.comparison = toComparison(before, now);
}

const toIndex = keepExact((base, now) => toComputedNumber(indexOn(base, now)));
const toPercentage = keepExact((before, now) => toComputedNumber(percentageChange(before, now)));
const toComparison = keepExact((before, now): Comparison => {
  const { pLow, pHigh, difference } = compareCounts(before, now);
  return { p: toShownDigits(pHigh), pLow: toShownDigits(pLow), verdict: difference };
});
