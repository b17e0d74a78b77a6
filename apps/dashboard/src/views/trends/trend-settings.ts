/** The settings of the view of trends: those in the address, and defaults for those that it leaves open. */
import { everything, orders, type Params } from '../../page/address.js';
import type { Round } from '@rapporteur/contract';
import { scaleNames, type ScaleName } from '../../charts/scale.js';

export const layouts = ['facets', 'multiples'] as const;

export interface Settings {
  /** Absent = all. */
  readonly collection: string | undefined;
  readonly respondent: string | undefined;
  readonly indicator: string | undefined;
  /** Kinds of breakdowns as the API takes them; absent = all. */
  readonly breakdown: string | undefined;
  /** Per how many people rates are shown; undefined: the figures themselves are. */
  readonly per: number | undefined;
  readonly scale: ScaleName;
  /** The year that the address asks for as the base of the index. */
  readonly base: number | undefined;
  /** Whether the axes of all charts end at the same value. */
  readonly isSameAxis: boolean;
  /** Absent: chosen by the number of charts. */
  readonly layout: (typeof layouts)[number] | undefined;
  readonly order: (typeof orders)[number];
  /**
   * All settings as parameters, for citations: a default may be another one tomorrow, and a cited view must not
   * change.
   */
  readonly fixed: Params;
}

/** The indicators that the page opens with: the steps from case to court; with many respondents only the last steps. */
const openingIndicators = 'cases-investigated,persons-arrested,persons-prosecuted,persons-convicted';
const openingIndicatorOfMany = 'persons-convicted';
/** With more replies than this, figures by sex, age and citizenship would hide the totals. */
const manyReplies = 60;

/** The one rate that the page offers. */
export const perPeople = 100_000;

const oneOf = <T extends string>(names: readonly T[], said: string | undefined): T | undefined =>
  names.find((name) => name === said);
const unlessAll = (said: string | undefined) => (said === everything ? undefined : said);

/** The collection of the round with the most replies. */
function fullest(rounds: readonly Round[]): string | undefined {
  return [...rounds].sort((a, b) => b.counts.replies - a.counts.replies)[0]?.collection;
}

/** In: the parameters of the address, and all rounds. */
export function toSettings(params: Params, rounds: readonly Round[]): Settings {
  const collection = unlessAll(params.collection ?? fullest(rounds));
  const isLarge = rounds.some(
    (round) =>
      round.counts.replies > manyReplies && (collection === undefined || round.collection === collection),
  );
  const opening = isLarge ? openingIndicatorOfMany : openingIndicators;
  const indicator = unlessAll(params.indicator ?? (params.respondent ? undefined : opening));
  const breakdown = unlessAll(params.breakdown ?? (isLarge ? '_T' : undefined));
  const per = params.per === String(perPeople) ? perPeople : undefined;
  return {
    collection,
    respondent: params.respondent,
    indicator,
    breakdown,
    per,
    // A logarithm of a count has its zero below one, where most rates are.
    scale: per === undefined ? (oneOf(scaleNames, params.scale) ?? 'linear') : 'linear',
    base: /^\d{4}$/.test(params.base ?? '') ? Number(params.base) : undefined,
    isSameAxis: params.axis === 'same',
    layout: oneOf(layouts, params.layout),
    order: oneOf(orders, params.order) ?? 'name',
    fixed: {
      ...params,
      collection: collection ?? everything,
      indicator: indicator ?? everything,
      breakdown: breakdown ?? everything,
    },
  };
}
