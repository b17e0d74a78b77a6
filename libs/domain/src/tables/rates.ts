/** Figures in relation to the population of the same area and year, with the interval that chance leaves. */
import { breakdownOf, type Breakdown } from '../figures/cell.js';
import { cite, startsNewCounting, toComputedNumber, toShownDigits } from './figure.js';
import type { CellStatement, Cited, ComputedNumber } from './figure.js';
import { groupBy } from './group-by.js';
import { isMissing, missingReasons, toInterval, type Interval } from '../figures/qualifier.js';
import type { FindPopulation, NoPopulation, Population } from './population.js';
import { ratioOf } from '../statistics/change.js';
import { poissonLimits, type Limits } from '../statistics/exact-limits.js';
import { sumOf } from '../statistics/interval.js';
import type { Panel } from './panels.js';

/**
 * Why there is no rate: the figure is not of one year; one reply gives several figures; it is no number to reckon
 * with, because the reply says why there is none, because its margin is not known, or for another reason; or the
 * population is missing.
 */
export const noRateReasons = [
  'not-one-year',
  'conflicting',
  ...missingReasons,
  'approximate',
  'no-number',
  'no-population',
  'population-known-later',
  'population-no-number',
] as const satisfies readonly (string | NoPopulation)[];
export type NoRateReason = (typeof noRateReasons)[number];

/** A rate, and its exact 95 % limits; or why there is none. */
export interface RateValue {
  /** A range where the figure is censored; null with a reason. */
  readonly rate: ComputedNumber;
  /** Of the rate. Null where nothing can be said; `high: null` where nothing limits it. */
  readonly interval: Limits | null;
  readonly reason?: NoRateReason;
}

export interface Rate extends RateValue {
  readonly collection: string;
  readonly respondent: string;
  readonly indicator: string;
  readonly breakdown: Breakdown;
  readonly period: string;
  readonly year: number | null;
  readonly figure: Cited;
  /** The denominator; null where there is none. */
  readonly population: Population | null;
  readonly per: number;
}

/**
 * The rate of a count. Both limits are carried through where count or population is censored: the rate rises with the
 * one and falls with the other. In: the count, the population (above zero), and per how many people.
 */
export function rateOf(count: Interval, population: Interval, per: number): Omit<RateValue, 'reason'> {
  const ratio = toComputedNumber(ratioOf(count, population));
  const times = (value: number | null) => (value === null ? null : toShownDigits(value * per));
  const limits = poissonLimits(count);
  const high = limits.high === null ? null : limits.high / population.low;
  return {
    rate:
      ratio === null || typeof ratio === 'number'
        ? times(ratio)
        : { low: times(ratio.low), high: times(ratio.high) },
    interval: { low: times(population.high === null ? 0 : limits.low / population.high)!, high: times(high) },
  };
}

/**
 * In: deciding statements of observations, how to find populations, and per how many people. Out: one for each figure,
 * in their order, with a rate or the reason why there is none.
 */
export function toRates(statements: readonly CellStatement[], find: FindPopulation, per: number): Rate[] {
  return [...groupBy(statements, ({ cell }) => cell).values()].map((variants) => {
    const { collection, respondent, code, breakdown, period, year } = variants[0]!;
    const found = year === null ? null : find(respondent, year, breakdownOf(breakdown));
    const population = found === null || typeof found === 'string' ? null : found;
    return {
      collection,
      respondent,
      indicator: code,
      breakdown: breakdownOf(breakdown),
      period,
      year,
      figure: { ...cite(variants), ...(startsNewCounting(variants) ? { break: true as const } : {}) },
      population,
      per,
      ...toRateValue(variants, typeof found === 'string' ? found : population, per),
    };
  });
}

const none = (reason: NoRateReason, interval: Limits | null = null): RateValue => ({
  rate: null,
  interval,
  reason,
});

function toRateValue(
  variants: readonly CellStatement[],
  population: Population | NoPopulation | null,
  per: number,
): RateValue {
  if (population === null) return none('not-one-year');
  if (typeof population === 'string') return none(population);
  if (variants.length > 1) return none('conflicting', spanOf(variants, population, per));
  const { value, qualifier } = variants[0]!;
  const count = toInterval(value, qualifier ?? 'exact');
  if (count) return rateOf(count, population.interval, per);
  // A nil report sets no limit to what there was; it is neither zero nor without meaning.
  if (qualifier === 'none-known') return none('none-known', { low: 0, high: null });
  if (isMissing(qualifier)) return none(qualifier);
  return none(qualifier === 'approximately' ? 'approximate' : 'no-number');
}

/** The limits of several figures of one cell together; null where one of them is no number. */
function spanOf(variants: readonly CellStatement[], population: Population, per: number): Limits | null {
  const counts = variants.map(({ value, qualifier }) => toInterval(value, qualifier ?? 'exact'));
  const known = counts.filter((count) => count !== null);
  if (known.length < counts.length) return null;
  const low = Math.min(...known.map((count) => count.low));
  const high = known.some((count) => count.high === null)
    ? null
    : Math.max(...known.map((count) => count.high!));
  return rateOf({ low, high }, population.interval, per).interval;
}

/** The rate of a sum: of the panel's figures, over the population of those who are summed. */
export interface PanelRate extends RateValue {
  readonly year: number;
  /** The sum of the populations; null where one of them is missing. */
  readonly population: Interval | null;
  /** Whose population is missing. */
  readonly without: readonly string[];
}

/**
 * Sum over sum for each year. In: the sums, who is in them, of which breakdown, how to find populations, and per how many
 * people. A year in which the population of one respondent is missing has no rate: none is left out for one year only.
 */
export function toPanelRates(
  { years, reported }: Pick<Panel, 'years' | 'reported'>,
  breakdown: Breakdown,
  find: FindPopulation,
  per: number,
): PanelRate[] {
  return years.map(({ year, low, high }) => {
    const found = reported.map((respondent) => ({
      respondent,
      population: find(respondent, year, breakdown),
    }));
    const lacking = found.filter(({ population }) => typeof population === 'string');
    if (lacking.length > 0) {
      const without = lacking.map(({ respondent }) => respondent);
      return { year, population: null, without, ...none(lacking[0]!.population as NoPopulation) };
    }
    const population = sumOf(found.map((one) => (one.population as Population).interval));
    return { year, population, without: [], ...rateOf({ low, high }, population, per) };
  });
}
