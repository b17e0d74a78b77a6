/** The sentence on the difference of two publications that a statistician puts into a note. */
import type { Difference, DifferenceCounts, SaidFigure } from './differences.js';
import type { ComputedNumber } from './figure.js';

export interface DifferenceNote {
  readonly from: string;
  readonly to: string;
  readonly totals: DifferenceCounts & { readonly unchanged: number };
  /** How many respondents have a revised figure. */
  readonly respondentsRevised: number;
  /** The largest revision, with names for people; undefined where none can be reckoned. */
  readonly largest:
    | {
        readonly difference: Difference;
        readonly respondent: string;
        readonly indicator: string;
        readonly breakdown: string;
        readonly period: string;
      }
    | undefined;
}

const count = (n: number) => n.toLocaleString('en');
const figures = (n: number) => `${count(n)} ${n === 1 ? 'figure' : 'figures'}`;
const were = (n: number) => (n === 1 ? 'was' : 'were');
const marks: Readonly<Record<string, string>> = { 'fewer-than': '<', 'at-least': '≥', approximately: '≈' };
const show = ([only]: readonly SaidFigure[]) =>
  only!.value === null ? 'none known' : `${marks[only!.qualifier] ?? ''}${count(only!.value)}`;

/** A number with its sign, or both ends of a range. */
function signed(number: ComputedNumber, unit = ''): string {
  const one = (n: number) =>
    `${n > 0 ? '+' : n < 0 ? '−' : ''}${Math.abs(n).toLocaleString('en', { maximumFractionDigits: 1 })}${unit}`;
  if (number === null) return '';
  if (typeof number === 'number') return one(number);
  const { low, high } = number;
  if (low === null) return high === null ? '' : `at most ${one(high)}`;
  return high === null ? `at least ${one(low)}` : `${one(low)} to ${one(high)}`;
}

/** In plain English. In: what differs, with names. Out: one to four sentences. */
export function toDifferenceSentence({
  from,
  to,
  totals,
  respondentsRevised,
  largest,
}: DifferenceNote): string {
  const { added, revised, withdrawn, notMentioned, unchanged } = totals;
  if (added + revised + withdrawn + notMentioned === 0)
    return `Publication ${to} gives the same ${figures(unchanged)} as publication ${from}.`;
  const ofWhom =
    revised > 0
      ? ` (of ${count(respondentsRevised)} ${respondentsRevised === 1 ? 'respondent' : 'respondents'})`
      : '';
  const sentences = [
    `Compared with publication ${from}, in publication ${to} ${figures(added)} ${were(added)} added, ${count(revised)} revised${ofWhom} and ${count(withdrawn)} withdrawn; ${count(unchanged)} stayed as they were.`,
  ];
  if (notMentioned > 0)
    sentences.push(
      `Publication ${to} is partial: ${figures(notMentioned)} that it does not mention ${were(notMentioned)} not withdrawn.`,
    );
  if (largest) {
    const { difference, respondent, indicator, breakdown, period } = largest;
    const about = breakdown === '_T' ? indicator : `${indicator} (${breakdown})`;
    const changes = [signed(difference.difference), signed(difference.percentage, ' %')].filter(Boolean);
    sentences.push(
      `The largest revision is that of ${respondent}, ${about}, ${period}: from ${show(difference.before)} to ${show(difference.after)} (${changes.join(', ')}).`,
    );
  }
  return sentences.join(' ');
}
