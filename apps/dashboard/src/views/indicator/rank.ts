/** From figures of one year to ranks: what is a number is ranked, a range is not, and who has neither is told why. */
import type { CitedFigure, Computed, Rates, Ratio, Series } from '@rapporteur/contract';
import { noRateText } from '../../charts/rates.js';
import { rangeOf } from '../../charts/scale.js';
import { missingText } from '../../parts/figure-words.js';
import type { Page } from '../../page/page-context.js';

type Limits = Ratio['interval'];

/** What a State has for one year: a value to rank, a range, or why there is neither. */
export interface Entry {
  readonly respondent: Series['respondent'];
  readonly figure: CitedFigure;
  readonly value: Computed;
  /** Exact 95 % limits; null where there are none, as of the figures themselves. */
  readonly interval: Limits;
  /** Why there is no value, in words. */
  readonly why?: string;
  /** The figure that it is divided by. */
  readonly over?: Ratio['denominator'];
  readonly population?: Rates['items'][number]['population'];
}

/** A State's figure of the year. */
export interface OfYear {
  readonly respondent: Series['respondent'];
  readonly figure: CitedFigure;
}

/** In: the totals of one indicator in one collection. Out: the figures of a year, a nil report ("none known") among them. */
export const figuresOf = (series: readonly Series[], year: number): OfYear[] =>
  series.flatMap(({ respondent, years }) =>
    years
      .filter((one) => one.year === year && (one.missing === undefined || one.missing === 'none-known'))
      .map((figure) => ({ respondent, figure })),
  );

/** How many States have a figure of each year, the latest year first. */
export function countYears(series: readonly Series[]): (readonly [year: number, count: number])[] {
  const years = [...new Set(series.flatMap((one) => one.years.map(({ year }) => year)))];
  return years
    .sort((a, b) => b - a)
    .map((year) => [year, figuresOf(series, year).length] as const)
    .filter(([, count]) => count > 0);
}

/** The figures themselves. */
export const rankNumbers = (figures: readonly OfYear[], page: Page): Entry[] =>
  figures.map((one) => {
    const { figure } = one;
    const range = rangeOf(figure);
    const { reasons } = page.texts.charts.rates;
    const none = (why: string | undefined): Entry => ({
      ...one,
      value: null,
      interval: null,
      why: why ?? '',
    });
    if (figure.values) return none(reasons['conflicting']);
    if (range === null) return none(missingText(figure.qualifier, page));
    if (figure.qualifier === 'approximately') return none(reasons['approximate']);
    return { ...one, value: figure.qualifier === 'exact' ? range.low : range, interval: null };
  });

/** Their rates, which are found by the figures' identifiers. */
export function rankRates(figures: readonly OfYear[], rates: Rates['items'], page: Page): Entry[] {
  const byFigure = new Map(rates.map((rate) => [rate.figure.id, rate]));
  return figures.map((one) => {
    const rate = byFigure.get(one.figure.id);
    const { rate: value = null, interval = null, population = null } = rate ?? {};
    const why = value === null ? { why: noRateText(rate?.reason ?? 'no-number', page) } : {};
    return { ...one, value, interval, population, ...why };
  });
}

/** Their ratios to another indicator of the same year. In: its name, for those that lack it. */
export function rankRatios(
  figures: readonly OfYear[],
  ratios: readonly Ratio[],
  over: { readonly name: string; readonly year: number },
  page: Page,
): Entry[] {
  const byFigure = new Map(ratios.map((ratio) => [ratio.numerator.id, ratio]));
  const numbers = rankNumbers(figures, page);
  return numbers.map(({ why, ...one }) => {
    const ratio = byFigure.get(one.figure.id);
    if (!ratio) {
      const noOther = page.texts.compare.ranking.noOther(over.name, over.year);
      return { ...one, value: null, interval: null, why: why ?? noOther };
    }
    const { value, interval, denominator } = ratio;
    const none = value === null ? { why: page.texts.charts.court.noRatio } : {};
    return { ...one, value, interval, over: denominator, ...none };
  });
}

export interface Place {
  readonly rank: number;
  readonly entry: Entry & { readonly value: number };
}

export interface Ranked {
  /** The greatest first; equal values share a rank. */
  readonly places: readonly Place[];
  /** What is a range has no place among numbers. */
  readonly ranges: readonly Entry[];
  readonly without: readonly Entry[];
}

/** In: what each State has, in the order in which equal ones are to stand. */
export function rank(entries: readonly Entry[]): Ranked {
  const isNumber = (entry: Entry): entry is Place['entry'] => typeof entry.value === 'number';
  const sorted = entries.filter(isNumber).sort((a, b) => b.value - a.value);
  return {
    places: sorted.map((entry) => ({
      rank: 1 + sorted.findIndex(({ value }) => value === entry.value),
      entry,
    })),
    ranges: entries.filter(({ value }) => value !== null && typeof value === 'object'),
    without: entries.filter(({ value }) => value === null),
  };
}

/** A value that is so many times the next one would leave no room for the others; at most a tenth are left beyond. */
const farOff = 3;

/**
 * The upper end of the common scale: that of the intervals, but no more than half as much again as the greatest value
 * that is not far off from the others.
 */
export function endOf({ places, ranges }: Pick<Ranked, 'places' | 'ranges'>): number {
  const ends = ranges.flatMap(({ value }) => (typeof value === 'object' && value?.high ? [value.high] : []));
  const values = places.length > 0 ? places.map(({ entry }) => entry.value) : ends.sort((a, b) => b - a);
  let first = 0;
  while (first < Math.floor(values.length / 10) && values[first]! > farOff * values[first + 1]!) first += 1;
  const greatest = values[first] ?? 0;
  const highs = [...places.map(({ entry }) => entry), ...ranges].map(({ interval }) => interval?.high ?? 0);
  return Math.min(Math.max(greatest, ...highs, ...ends), 1.5 * greatest) || 1;
}
