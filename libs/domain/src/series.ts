/** From the cells of a vintage to series: yearly figures, spans beside them, changes, and what can be said of them. */
import { breakdownOf, type Breakdown } from './cell.js';
import type { Source, Statement } from './fold.js';
import { periodEnds } from './period.js';
import { toInterval, type Interval, type Qualifier } from './qualifier.js';
import {
  changeBetween,
  compoundAnnualRate,
  indexOnFirst,
  percentageChange,
  type Measure,
} from './statistics/change.js';
import { classifyDirection, type Direction } from './statistics/direction.js';
import { sameYearRatios } from './statistics/same-year-ratio.js';
import type { YearlyPoint } from './statistics/interval.js';

/** A statement that decides its cell, as the tables hold it. */
export interface CellStatement extends Omit<Statement, 'ordinal' | 'retracted'> {
  readonly receivedPrecision?: 'on' | 'on-or-before';
}

/** A day of receipt as it is shown: the day, or that it was that day at the latest. */
export type Received = string | { readonly onOrBefore: string };

export const toReceived = (day: string, precision: 'on' | 'on-or-before' = 'on'): Received =>
  precision === 'on' ? day : { onOrBefore: day };

/** A number, or the range that censored figures leave; null where it is not defined. */
export type Figure = number | { readonly low: number | null; readonly high: number | null } | null;

/** What every figure shows of where it comes from. */
interface Cited extends Source {
  /** Identifier of the observation. */
  readonly id: string;
  readonly value: number | null;
  /** Null where values conflict and are not meant in the same way. */
  readonly qualifier: Qualifier | null;
  /** Position of the event that it comes from. */
  readonly event: number;
  readonly receivedOn: Received;
  /** Where one event says several things of the cell: all of them, each with its place, and no value is chosen. */
  readonly values?: readonly Variant[];
}

/** One of the values that one event gives a cell. */
export interface Variant extends Source {
  readonly value: number | null;
  readonly qualifier: Qualifier;
}

export interface Year extends Cited {
  readonly year: number;
  /** On the year before, in the unit; absent when that year has no figure. */
  readonly change?: Figure;
  /** On the year before, in per cent. */
  readonly percentage?: Figure;
  /** First year of the series = 100. */
  readonly index?: Figure;
}

export interface Span extends Cited {
  /** `2003`, `2002-07`; null = not known (up to, undated). */
  readonly from: string | null;
  readonly to: string | null;
  readonly period: string;
}

export interface Series {
  readonly collection: string;
  readonly respondent: string;
  readonly indicator: string;
  readonly breakdown: Breakdown;
  readonly conflicting: boolean;
  readonly years: readonly Year[];
  readonly spans: readonly Span[];
  /** Per cent a year from the first to the last year; null without two years or on a base of zero. */
  readonly compoundAnnualRate: Figure;
  readonly trend: Direction;
}

/** A Measure as JSON shows it. */
export function toFigure(measure: Measure): Figure {
  if (measure.kind === 'undefined') return null;
  return measure.kind === 'point'
    ? round(measure.value)
    : { low: round(measure.low), high: round(measure.high) };
}

/** Twelve significant digits: what binary fractions add behind them is no information. */
const round = <T extends number | null>(value: T): T =>
  value === null ? value : (Number(value.toPrecision(12)) as T);

/** What tells one series from another; an observation's id begins with it. */
const seriesKey = (s: CellStatement) => [s.collection, s.respondent, s.code, s.breakdown].join('~');

/** Groups items by a key, in the order of first sight. */
function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Statements by series, in the order of first sight: pages are cut here, before anything is computed. */
export const groupBySeries = (statements: readonly CellStatement[]): Map<string, CellStatement[]> =>
  groupBy(statements, seriesKey);

/** In: deciding statements of observations, those of one series together or not. Out: series, in the order of the first. */
export function toSeries(statements: readonly CellStatement[]): Series[] {
  return [...groupBySeries(statements).values()].map(toOneSeries);
}

function toOneSeries(statements: readonly CellStatement[]): Series {
  const { collection, respondent, code, breakdown } = statements[0]!;
  const cells = [...groupBy(statements, (s) => s.cell).values()];
  const ofYear = (variants: CellStatement[]) => variants[0]!.year;
  const yearly = cells.filter((c) => ofYear(c) !== null).sort((a, b) => ofYear(a)! - ofYear(b)!);
  const others = cells
    .filter((c) => ofYear(c) === null)
    .sort((a, b) => (a[0]!.period < b[0]!.period ? -1 : 1));
  const points = yearly.flatMap(toPoint);
  return {
    collection,
    respondent,
    indicator: code,
    breakdown: breakdownOf(breakdown),
    conflicting: cells.some((variants) => variants.length > 1),
    years: toYears(yearly, points),
    spans: others.map((variants) => ({
      ...periodEnds(variants[0]!.period),
      period: variants[0]!.period,
      ...cite(variants),
    })),
    compoundAnnualRate: rateOf(points),
    trend: classifyDirection(points),
  };
}

/** What a cell's figure admits; nothing where two values conflict, or where it is no number to reckon with. */
function intervalOf(variants: readonly CellStatement[]): Interval | null {
  const [only, ...more] = variants;
  return only && more.length === 0 ? toInterval(only.value, only.qualifier ?? 'exact') : null;
}

function toPoint(variants: readonly CellStatement[]): YearlyPoint[] {
  const interval = intervalOf(variants);
  return interval ? [{ year: variants[0]!.year!, ...interval }] : [];
}

function rateOf(points: readonly YearlyPoint[]): Figure {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first.year === last.year) return null;
  return toFigure(compoundAnnualRate(first, last, last.year - first.year));
}

function cite(variants: readonly CellStatement[]): Cited {
  const { cell, value, qualifier, position, receivedOn, receivedPrecision, source } = variants[0]!;
  const shared = { id: cell, event: position, receivedOn: toReceived(receivedOn, receivedPrecision) };
  if (variants.length === 1) return { ...shared, value, qualifier: qualifier ?? 'exact', ...source };
  const values = variants.map((v) => ({ value: v.value, qualifier: v.qualifier ?? 'exact', ...v.source }));
  const isSameQualifier = values.every((v) => v.qualifier === values[0]!.qualifier);
  return { ...shared, value: null, qualifier: isSameQualifier ? values[0]!.qualifier : null, values };
}

function toYears(yearly: readonly CellStatement[][], points: readonly YearlyPoint[]): Year[] {
  const byYear = new Map(points.map((point) => [point.year, point]));
  const indices = new Map(indexOnFirst(points).map((measure, i) => [points[i]!.year, measure]));
  return yearly.map((variants) => {
    const year = variants[0]!.year!;
    const [now, before] = [byYear.get(year), byYear.get(year - 1)];
    const index = indices.get(year);
    return {
      year,
      ...cite(variants),
      ...(now && before
        ? {
            change: toFigure(changeBetween(before, now)),
            percentage: toFigure(percentageChange(before, now)),
          }
        : {}),
      ...(index ? { index: toFigure(index) } : {}),
    };
  });
}

/** The ratios that are shown: code, numerator, and denominators in order of preference. */
export const ratioKinds = [
  {
    code: 'arrests-per-case',
    numerator: 'persons-arrested',
    denominators: ['cases-investigated', 'cases-recorded'],
  },
  { code: 'prosecutions-per-arrest', numerator: 'persons-prosecuted', denominators: ['persons-arrested'] },
  {
    code: 'convictions-per-prosecution',
    numerator: 'persons-convicted',
    denominators: ['persons-prosecuted'],
  },
] as const;

export interface Ratio {
  readonly code: (typeof ratioKinds)[number]['code'];
  readonly collection: string;
  readonly respondent: string;
  readonly breakdown: Breakdown;
  readonly year: number;
  /** Figures of one year, not of one cohort: those prosecuted in a year need not be those arrested in it. */
  readonly basis: 'same-year';
  readonly value: Figure;
  readonly numerator: RatioPart;
  readonly denominator: RatioPart;
}

interface RatioPart {
  readonly indicator: string;
  readonly id: string;
  readonly value: number | null;
  readonly qualifier: Qualifier;
}

/** Ratios of the same year within one respondent, collection and breakdown; none where values conflict. */
export function toRatios(statements: readonly CellStatement[]): Ratio[] {
  const yearly = statements.filter(({ year }) => year !== null);
  const groups = groupBy(yearly, (s) => [s.collection, s.respondent, s.breakdown].join('~'));
  return [...groups.values()].flatMap((group) => {
    const figures = groupBy(group, ({ code }) => code);
    return ratioKinds.flatMap(({ code, numerator, denominators }) => {
      const top = figures.get(numerator);
      const bottom = denominators.map((d) => figures.get(d)).find((f) => f !== undefined);
      return top && bottom ? ratiosOf(code, top, bottom) : [];
    });
  });
}

function ratiosOf(code: Ratio['code'], top: CellStatement[], bottom: CellStatement[]): Ratio[] {
  const { collection, respondent, breakdown } = top[0]!;
  const [above, below] = [top, bottom].map((figures) => groupBy(figures, ({ year }) => year!)) as [
    Map<number, CellStatement[]>,
    Map<number, CellStatement[]>,
  ];
  const pointsOf = (years: Map<number, CellStatement[]>) => [...years.values()].flatMap(toPoint);
  return sameYearRatios(pointsOf(above), pointsOf(below)).map(({ year, basis, ratio }) => ({
    code,
    collection,
    respondent,
    breakdown: breakdownOf(breakdown),
    year,
    basis,
    value: toFigure(ratio),
    numerator: toPart(above.get(year)![0]!),
    denominator: toPart(below.get(year)![0]!),
  }));
}

const toPart = ({ code, cell, value, qualifier }: CellStatement): RatioPart => ({
  indicator: code,
  id: cell,
  value,
  qualifier: qualifier ?? 'exact',
});
