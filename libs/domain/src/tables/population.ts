/** The population that figures are divided by: of the same area and year, as a state of knowledge has it. */
import { breakdownKey, breakdownOf, observationId, type Breakdown } from '../figures/cell.js';
import { toInterval, type Interval } from '../figures/qualifier.js';
import { toReceived, type CellStatement, type Received } from './figure.js';
import { groupBy } from './group-by.js';
import {
  populationCollection,
  populationIndicator,
  shippedPopulation,
  shippedYears,
} from '../population/shipped-population.js';

/** One denominator, and where it comes from. */
export interface Population {
  readonly id: string;
  readonly breakdown: Breakdown;
  readonly year: number;
  readonly value: number;
  readonly interval: Interval;
  /** The publication: `population/world-bank-2026`. */
  readonly round: string;
  /** Position of the event that says it; null for the vintage that comes with the program. */
  readonly event: number | null;
  readonly receivedOn: Received;
}

/**
 * Why there is no denominator: nothing is known of that area and year; it is known only from a later day on; what is
 * known is no number to divide by.
 */
export type NoPopulation = 'no-population' | 'population-known-later' | 'population-no-number';

/** Finds the population of a respondent in a year: that of a breakdown's sex and age, or else the total. */
export type FindPopulation = (
  respondent: string,
  year: number,
  breakdown?: Breakdown,
) => Population | NoPopulation;

/**
 * In: the figures of the collection that the vintage knows, of the respondents that are asked about at least; the day
 * that is asked for. Of a respondent the latest publication counts as a whole, so its years are of one vintage.
 */
export function populationOf(imported: readonly CellStatement[], asOf: string | undefined): FindPopulation {
  const own = imported.filter(
    ({ collection, code }) => collection === populationCollection && code === populationIndicator,
  );
  const byRespondent = groupBy(own, ({ respondent }) => respondent);
  const isShippedKnown = asOf === undefined || asOf >= shippedPopulation.receivedOn;
  return (respondent, year, breakdown = {}) => {
    const statements = byRespondent.get(respondent) ?? [];
    const latest = statements.reduce((day, s) => (s.receivedOn > day ? s.receivedOn : day), '');
    if (statements.length > 0 && (!isShippedKnown || latest >= shippedPopulation.receivedOn))
      return findImported(statements, year, breakdown);
    const shipped = findShipped(respondent, year);
    if (shipped === undefined) return 'no-population';
    return isShippedKnown ? shipped : 'population-known-later';
  };
}

function findImported(
  statements: readonly CellStatement[],
  year: number,
  breakdown: Breakdown,
): Population | NoPopulation {
  const ofYear = groupBy(
    statements.filter((s) => s.year === year),
    (s) => s.breakdown,
  );
  const figures = ofYear.get(toPeople(breakdown)) ?? ofYear.get('_T') ?? [];
  const [only, ...more] = figures;
  if (!only) return 'no-population';
  const interval = more.length > 0 ? null : toInterval(only.value, only.qualifier ?? 'exact');
  if (interval === null || only.value === null || interval.low === 0) return 'population-no-number';
  return {
    id: only.cell,
    breakdown: breakdownOf(only.breakdown),
    year,
    value: only.value,
    interval,
    round: only.reply.slice(0, only.reply.lastIndexOf('/')),
    event: only.position,
    receivedOn: toReceived(only.receivedOn, only.receivedPrecision),
  };
}

/** What a breakdown says of the people themselves: a population is by sex and age, and not by what befell them. */
const toPeople = ({ sex, age }: Breakdown): string =>
  breakdownKey({ ...(age ? { age } : {}), ...(sex ? { sex } : {}) });

function findShipped(respondent: string, year: number): Population | undefined {
  const value = shippedYears(respondent)?.get(year);
  if (value === undefined) return undefined;
  const { round, receivedOn, receivedPrecision } = shippedPopulation;
  const cell = { collection: populationCollection, respondent, indicator: populationIndicator };
  return {
    id: observationId({ ...cell, breakdown: {}, period: String(year) }),
    breakdown: {},
    year,
    value,
    interval: { low: value, high: value },
    round,
    event: null,
    receivedOn: toReceived(receivedOn, receivedPrecision),
  };
}
