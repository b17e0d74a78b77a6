/** The population that comes with the program: where it is from, and its figures by area and year. */
import { worldBank2026 } from './world-bank-2026.js';

/** The collection whose rounds are publications of population, and its indicator. They are no subject of a report. */
export const populationCollection = 'population';
export const populationIndicator = 'population';

/**
 * The vintage that comes with the program. It has no event, so it counts at every position; as of a day it counts from
 * its day of receipt on. It is never replaced by another release, so that answers stay as they are: later vintages are
 * imported into the collection.
 */
export const shippedPopulation = {
  round: `${populationCollection}/world-bank-2026`,
  receivedOn: '2026-03-06',
  receivedPrecision: 'on-or-before',
  source: 'World Bank, World Development Indicators, SP.POP.TOTL',
  licence: 'CC BY 4.0',
} as const;

/** The areas that it has. */
export const shippedAreas: readonly string[] = Object.keys(worldBank2026);

const read = new Map<string, ReadonlyMap<number, number>>();

/** The shipped figures of an area by year; undefined where there are none. */
export function shippedYears(respondent: string): ReadonlyMap<number, number> | undefined {
  if (!Object.hasOwn(worldBank2026, respondent)) return undefined;
  const known = read.get(respondent);
  if (known) return known;
  const [first = 0, ...values] = worldBank2026[respondent]!.split(' ').map(Number);
  const years = new Map(values.map((value, i) => [first + i, value]));
  read.set(respondent, years);
  return years;
}
