/** What the view of trends shows: what the address says, and a sensible beginning for what it leaves open. */
import { everything, type Params } from '../../page/address.js';
import type { Round } from '@rapporteur/contract';
import { scaleNames, type ScaleName } from '../../charts/scale.js';

export const layouts = ['facets', 'multiples'] as const;
export const orders = ['name', 'latest', 'direction'] as const;

export interface Settings {
  /** Absent = all. */
  readonly collection: string | undefined;
  readonly respondent: string | undefined;
  readonly indicator: string | undefined;
  /** Kinds of breakdowns as the API takes them; absent = all. */
  readonly breakdown: string | undefined;
  readonly scale: ScaleName;
  /** Asked for as the base of the index. */
  readonly base: number | undefined;
  /** Whether the axes of all charts end at one value. */
  readonly isSameAxis: boolean;
  /** Absent: by the number of charts. */
  readonly layout: (typeof layouts)[number] | undefined;
  readonly order: (typeof orders)[number];
  /** The same said in full: what is left open today may be filled otherwise tomorrow, and what is cited may not change. */
  readonly fixed: Params;
}

/** What the page opens on: from case to court; of a collection with many respondents only the end of that way. */
const openingIndicators = 'cases-investigated,persons-arrested,persons-prosecuted,persons-convicted';
const openingIndicatorOfMany = 'persons-convicted';
/** Above this, figures by sex, age and citizenship of everybody would hide the totals. */
const manyReplies = 60;

const oneOf = <T extends string>(names: readonly T[], said: string | undefined): T | undefined =>
  names.find((name) => name === said);
const unlessAll = (said: string | undefined) => (said === everything ? undefined : said);

/** The collection with the round that most replied to. */
function fullest(rounds: readonly Round[]): string | undefined {
  return [...rounds].sort((a, b) => b.counts.replies - a.counts.replies)[0]?.collection;
}

/** In: the address and the rounds there are. */
export function toSettings(params: Params, rounds: readonly Round[]): Settings {
  const collection = unlessAll(params.collection ?? fullest(rounds));
  const isLarge = rounds.some(
    (round) =>
      round.counts.replies > manyReplies && (collection === undefined || round.collection === collection),
  );
  const opening = isLarge ? openingIndicatorOfMany : openingIndicators;
  const indicator = unlessAll(params.indicator ?? (params.respondent ? undefined : opening));
  const breakdown = unlessAll(params.breakdown ?? (isLarge ? '_T' : undefined));
  return {
    collection,
    respondent: params.respondent,
    indicator,
    breakdown,
    scale: oneOf(scaleNames, params.scale) ?? 'linear',
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
