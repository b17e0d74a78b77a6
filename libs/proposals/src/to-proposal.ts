/** A proposal with its reasons, from what was read of a number. */
import type { Qualifier } from '@rapporteur/domain';
import type { Count } from './counts.js';
import type { ReadAct } from './find-act.js';
import { reach, type Found } from './found.js';
import type { Noun } from './language.js';
import type { Term } from './lexicon.js';
import type { FoundPeriod } from './periods/found-period.js';
import { gapOf, type Span } from './span.js';

/** Where a reason stands in the text, and what it was taken for. */
export interface Reason extends Span {
  readonly field: 'value' | 'qualifier' | 'period' | 'indicator' | 'breakdown';
  readonly is: string;
}

export interface FigureProposal extends Span {
  readonly indicator: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly period: string;
  /** Null where the text says why there is no number. */
  readonly value: number | null;
  readonly qualifier: Qualifier;
  /** How sure the rules are, from 0 to 1: only the order is meant. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export function toProposal(
  found: Found,
  count: Count,
  noun: Term<Noun>,
  { reading, act, isNear }: ReadAct,
  period: FoundPeriod | undefined,
): FigureProposal {
  const breakdowns = found.breakdowns.filter((one) => isBesideNumber(found, count, noun, one));
  const { said, value, qualifier } = count;
  // "Persons were arrested, of whom six": the noun of another number is no word of this one.
  const between = found.text.slice(noun.end, said.start);
  const isBeside = gapOf(count, noun) < reach.noun && !/[,;،؛，；、\n\t|｜]/u.test(between);
  const reason = (field: Reason['field'], is: string, { start, end }: Span): Reason => ({
    field,
    is,
    start,
    end,
  });
  const breakdown = readBreakdown(found.text, breakdowns, reading.indicator);
  return {
    start: isBeside ? Math.min(said.start, noun.start) : said.start,
    end: isBeside ? Math.max(said.end, noun.end) : said.end,
    ...{ indicator: reading.indicator, breakdown, period: period?.period ?? 'undated', value, qualifier },
    score: reading.weight * (isNear || !act ? 1 : 0.8) * (isBeside ? 1 : 0.8) * (period ? 1 : 0.8),
    reasons: [
      reason('value', String(value ?? ''), count),
      ...(qualifier === 'exact' ? [] : [reason('qualifier', qualifier, said)]),
      reason('indicator', noun.is, noun),
      ...(act ? [reason('indicator', act.is, act)] : []),
      ...(period ? [reason('period', period.period, period)] : []),
      ...breakdowns.map((one) => reason('breakdown', one.is, one)),
    ],
  };
}

/** Of each dimension the code that is said first; none where two are joined ("men and women"). */
function readBreakdown(
  text: string,
  found: readonly Term<string>[],
  indicator: string,
): Readonly<Record<string, string>> {
  const codes = found.map(({ is, ...span }) => ({
    dimension: is.split('=')[0]!,
    code: is.split('=')[1]!,
    ...span,
  }));
  const entries = codes.flatMap((one, i): [string, string][] => {
    const { dimension, code } = one;
    if (codes.findIndex((other) => other.dimension === dimension) !== i) return [];
    if (dimension === 'audience' && !/^persons-(?:trained|reached)$/.test(indicator)) return [];
    const isJoined = codes.some(
      (other) =>
        other.dimension === dimension &&
        other.code !== code &&
        text.slice(one.end, Math.max(one.end, other.start)).trim().length <= 4,
    );
    return isJoined ? [] : [[dimension, code]];
  });
  return Object.fromEntries(entries);
}

/** Whether a breakdown is said of this number: in its noun phrase, up to the next number or the end of the clause. */
function isBesideNumber(
  { text, counts, lexicon: { code } }: Found,
  count: Count,
  noun: Span,
  breakdown: Span,
): boolean {
  const next = counts.find(({ start }) => start >= count.end);
  const until = Math.min(
    next?.said.start ?? text.length,
    Math.max(count.end, noun.end) + (code === 'zh' ? 12 : 45),
  );
  if (breakdown.start >= noun.start && breakdown.end <= noun.end) return true;
  if (breakdown.start < count.start || breakdown.end > until) return false;
  return !/[;；,，.。]/.test(
    text.slice(Math.max(count.end, Math.min(noun.end, breakdown.start)), breakdown.start),
  );
}
