/** Ratios of two figures of the same year. */
import { breakdownOf, type Breakdown } from '../figures/cell.js';
import { groupBy } from './group-by.js';
import {
  toComputedNumber,
  toPoint,
  toShownDigits,
  type SeriesStatement,
  type ComputedNumber,
} from './figure.js';
import type { Qualifier } from '../figures/qualifier.js';
import { ratioLimits, type Limits } from '../statistics/exact-limits.js';
import { keepExact } from '../statistics/keep-pairs.js';
import { sameYearRatios } from '../statistics/same-year-ratio.js';

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
  readonly value: ComputedNumber;
  /** Exact 95 % limits, of the ratio of the means that the two counts can come from. */
  readonly interval: Limits;
  readonly numerator: RatioPart;
  readonly denominator: RatioPart;
}

interface RatioPart {
  readonly indicator: string;
  readonly id: string;
  readonly value: number | null;
  readonly qualifier: Qualifier;
}

/**
 * Ratios of the same year within one respondent, collection and breakdown; none where values conflict. In: statements, and
 * whether the ratios of a numerator are wanted, of which one statement is shown: all, when not said.
 */
export function toRatios(
  statements: readonly SeriesStatement[],
  isWanted: (numerator: SeriesStatement) => boolean = () => true,
): Ratio[] {
  const yearly = statements.filter(({ year }) => year !== null);
  const groups = groupBy(yearly, (s) => [s.collection, s.respondent, s.breakdown].join('~'));
  return [...groups.values()].flatMap((group) => {
    const figures = groupBy(group, ({ code }) => code);
    return ratioKinds.flatMap(({ code, numerator, denominators }) => {
      const top = figures.get(numerator);
      const bottom = denominators.map((d) => figures.get(d)).find((f) => f !== undefined);
      return top && bottom && isWanted(top[0]!) ? ratiosOf(code, top, bottom) : [];
    });
  });
}

const toLimits = keepExact((numerator, denominator): Limits => {
  const { low, high } = ratioLimits(numerator, denominator);
  return { low: toShownDigits(low), high: toShownDigits(high) };
});

function ratiosOf(code: Ratio['code'], top: SeriesStatement[], bottom: SeriesStatement[]): Ratio[] {
  const { collection, respondent } = top[0]!;
  const breakdown = breakdownOf(top[0]!.breakdown);
  const [above, below] = [top, bottom].map((figures) => groupBy(figures, ({ year }) => year!)) as [
    Map<number, SeriesStatement[]>,
    Map<number, SeriesStatement[]>,
  ];
  const pointsOf = (years: Map<number, SeriesStatement[]>) => [...years.values()].flatMap(toPoint);
  return sameYearRatios(pointsOf(above), pointsOf(below)).map(
    ({ year, basis, ratio, numerator, denominator }) => ({
      code,
      collection,
      respondent,
      breakdown,
      year,
      basis,
      value: toComputedNumber(ratio),
      interval: toLimits(numerator, denominator),
      numerator: toPart(above.get(year)![0]!),
      denominator: toPart(below.get(year)![0]!),
    }),
  );
}

const toPart = ({ code, cell, value, qualifier }: SeriesStatement): RatioPart => ({
  indicator: code,
  id: cell,
  value,
  qualifier: qualifier ?? 'exact',
});
