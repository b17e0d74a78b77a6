/** The directions of series as the page counts them, in words. */
import type { Series } from '@rapporteur/contract';
import type { Texts } from '../page/texts/en/en.js';

/** The directions that are given. */
export const given = ['rising', 'falling', 'no-significant-trend'] as const;
/** Beside them, why none is given: there are too few figures, or figures that are ranges decide. */
export const directions = [...given, 'ranges-decide', 'insufficient-data'] as const;
export type ShownDirection = (typeof directions)[number];

/**
 * The direction of a series. Where some values that its ranges admit are significant and others are not, the API says
 * that there is no significant trend, with the reason; counted as one, that would claim more than the figures do.
 */
export const shownDirection = ({ direction, trend }: Pick<Series, 'direction' | 'trend'>): ShownDirection =>
  trend.reason.code === 'censored-figures-decide' ? 'ranges-decide' : direction;

export const isGiven = (series: Series): boolean => given.some((one) => one === shownDirection(series));

/** "rising", "too few figures to say". */
export const directionName = (direction: ShownDirection, { overview }: Texts): string =>
  ({
    rising: overview.rising,
    falling: overview.falling,
    'no-significant-trend': overview.noTrend,
    'ranges-decide': overview.rangesDecide,
    'insufficient-data': overview.tooFew,
  })[direction];
