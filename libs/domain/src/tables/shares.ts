/** Parts in relation to their total of the same year: the share of forced labour among detected victims. */
import { breakdownKey, breakdownOf, type Breakdown } from '../figures/cell.js';
import {
  cite,
  toPoint,
  toShownDigits,
  type CellStatement,
  type Cited,
  type ComputedNumber,
} from './figure.js';
import { groupBy } from './group-by.js';
import { isExact, upper, type Interval } from '../statistics/interval.js';
import { shareLimits, type Limits } from '../statistics/exact-limits.js';
import { toPanel, type Missing } from './panels.js';

/**
 * Why there is no share: the figure is not of one year; the total of that year is lacking; one of both is no number to
 * reckon with, or has several values; the total is zero; the part is larger than its total, so they do not belong
 * together.
 */
export const noShareReasons = [
  'not-one-year',
  'no-total',
  'no-number',
  'conflicting',
  'total-is-zero',
  'part-exceeds-total',
] as const;
export type NoShareReason = (typeof noShareReasons)[number];

export interface ShareValue {
  /** From 0 to 1; a range where a figure is censored; null with a reason. */
  readonly share: ComputedNumber;
  readonly interval: Limits | null;
  readonly reason?: NoShareReason;
}

export interface Share extends ShareValue {
  readonly collection: string;
  readonly respondent: string;
  readonly indicator: string;
  readonly breakdown: Breakdown;
  readonly period: string;
  readonly year: number | null;
  readonly part: Cited;
  /** Null where there is none. */
  readonly total: Cited | null;
}

/** The share of a part in its total, with exact 95 % limits. */
export function shareOf(part: Interval, total: Interval): ShareValue {
  if (total.high === 0) return part.low > 0 ? none('part-exceeds-total') : none('total-is-zero');
  const limits = shareLimits(part, total);
  if (limits === null) return none('part-exceeds-total');
  const interval = { low: toShownDigits(limits.low), high: toShownDigits(limits.high) };
  if (isExact(part) && isExact(total)) return { share: toShownDigits(part.low / total.low), interval };
  const least = Math.max(total.low, 1);
  return {
    share: {
      low: toShownDigits(part.low / upper(total)),
      high: toShownDigits(Math.min(upper(part) / least, 1)),
    },
    interval,
  };
}

const none = (reason: NoShareReason): ShareValue => ({ share: null, interval: null, reason });

/** In: deciding statements of parts and of their totals. Out: a share for each part, in their order. */
export function toShares(parts: readonly CellStatement[], totals: readonly CellStatement[]): Share[] {
  const placeOf = (s: CellStatement) => [s.collection, s.respondent, s.code, s.period].join('~');
  const byPlace = groupBy(totals, placeOf);
  return [...groupBy(parts, ({ cell }) => cell).values()].map((variants) => {
    const { collection, respondent, code, breakdown, period, year } = variants[0]!;
    const whole = byPlace.get(placeOf(variants[0]!)) ?? [];
    return {
      collection,
      respondent,
      indicator: code,
      breakdown: breakdownOf(breakdown),
      period,
      year,
      part: cite(variants),
      total: whole.length > 0 ? cite(whole) : null,
      ...toShareValue(variants, whole),
    };
  });
}

function toShareValue(part: readonly CellStatement[], total: readonly CellStatement[]): ShareValue {
  if (part[0]!.year === null) return none('not-one-year');
  if (total.length === 0) return none('no-total');
  if (part.length > 1 || total.length > 1) return none('conflicting');
  const [[own], [whole]] = [toPoint(part), toPoint(total)];
  return own && whole ? shareOf(own, whole) : none('no-number');
}

export interface SharePanel {
  readonly years: readonly (ShareValue & {
    readonly year: number;
    readonly part: Interval;
    readonly total: Interval;
  })[];
  readonly reported: readonly string[];
  readonly of: readonly string[];
  readonly missing: readonly Missing[];
  /** Those whose part is larger than their total in a year of the range. They are not summed. */
  readonly refused: readonly { readonly respondent: string; readonly years: readonly number[] }[];
}

/**
 * Shares of sums over sums, over those alone who have part and total in every year. In: statements of one collection and
 * indicator; the part's breakdown; the respondents; first and last year. Errors: those of toPanel.
 */
export function toSharePanel(
  statements: readonly CellStatement[],
  breakdown: string,
  respondents: readonly string[],
  range: { readonly from: number; readonly to: number },
): SharePanel {
  const parts = statements.filter((s) => s.breakdown === breakdown);
  const totals = statements.filter((s) => s.breakdown === breakdownKey({}));
  const refused = findRefused(parts, totals, respondents, range);
  const sound = respondents.filter((code) => !refused.some(({ respondent }) => respondent === code));
  const [top, bottom] = [toPanel(parts, sound, range), toPanel(totals, sound, range)];
  const reported = top.reported.filter((code) => bottom.reported.includes(code));
  const [part, total] = [toPanel(parts, reported, range), toPanel(totals, reported, range)];
  const wholes = new Map(total.years.map((point) => [point.year, point]));
  return {
    years: part.years.map(({ year, low, high }) => {
      const whole = wholes.get(year)!;
      const sums = { part: { low, high }, total: { low: whole.low, high: whole.high } };
      return { year, ...sums, ...shareOf(sums.part, sums.total) };
    }),
    reported,
    of: [...respondents].sort(),
    missing: joinMissing([...top.missing, ...bottom.missing]),
    refused,
  };
}

function findRefused(
  parts: readonly CellStatement[],
  totals: readonly CellStatement[],
  respondents: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): SharePanel['refused'] {
  const refused = toShares(parts, totals).filter(
    ({ reason, year }) => reason === 'part-exceeds-total' && year! >= from && year! <= to,
  );
  const byRespondent = groupBy(refused, ({ respondent }) => respondent);
  return respondents
    .filter((code) => byRespondent.has(code))
    .map((respondent) => ({
      respondent,
      years: byRespondent.get(respondent)!.map(({ year }) => year!),
    }));
}

const union = (a: readonly number[], b: readonly number[]) =>
  [...new Set([...a, ...b])].sort((x, y) => x - y);

/** Each year and reason once, ascending. */
const joinReasons = (a: Missing['reasons'], b: Missing['reasons']): Missing['reasons'] =>
  [...new Map([...a, ...b].map((one) => [`${one.year} ${one.missing}`, one])).values()].sort(
    (x, y) => x.year - y.year,
  );

/** One for each respondent: what its part and what its total lacks. */
function joinMissing(all: readonly Missing[]): Missing[] {
  const byRespondent = groupBy(all, ({ respondent }) => respondent);
  return [...byRespondent.values()]
    .map((own) =>
      own.reduce((a, b) => ({
        respondent: a.respondent,
        years: union(a.years, b.years),
        conflicting: union(a.conflicting, b.conflicting),
        noNumber: union(a.noNumber, b.noNumber),
        reasons: joinReasons(a.reasons, b.reasons),
        breaks: union(a.breaks, b.breaks),
      })),
    )
    .sort((a, b) => (a.respondent < b.respondent ? -1 : 1));
}
