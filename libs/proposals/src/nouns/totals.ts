/** Totals that are said again: "of the 183, 112 were children" counts 112 of what 183 counted before. */
import { findSpelledNumbers } from '@rapporteur/domain';
import type { Count } from '../count.js';
import type { Found, Known, Memory } from '../found.js';
import type { Noun } from '../language.js';
import type { Term } from '../lexicon.js';
import type { FoundPeriod } from '../periods/found-period.js';
import { mayBePart } from '../readings.js';
import type { Span } from '../span.js';

/** What stands before a total that was told. */
const ofThe =
  '(?:out of (?:the|these|those)|of (?:the|these|those|all)|among (?:the|these|those)|de (?:las|los|esas|esos|estas|estos|dichas|dichos|ces)|entre (?:las|los|esas|esos)|sur (?:les|ces)|parmi (?:les|ces)|des)';
const before = new RegExp(`(?<!\\p{L})${ofThe}\\s*$`, 'iu');
const after = new RegExp(`^\\s${ofThe}\\s+`, 'iu');

/** In: a number, and what was told. Out: what it counts, where it is a total that is said again. */
export function toldAgain({ text }: Found, { value, start }: Count, { seen }: Memory): Known | undefined {
  const known = value === null ? undefined : seen.get(value);
  return known && before.test(text.slice(Math.max(0, start - 20), start)) ? known : undefined;
}

/** "Thirty-one of the 58": what the total counts that follows a number at once. */
export function wholeOf(
  { text, lexicon }: Found,
  { value, end }: Count,
  { seen }: Memory,
): Known | undefined {
  const next = text.slice(end, end + 60);
  const said = after.exec(next);
  if (!said || value === null) return undefined;
  const rest = next.slice(said[0].length);
  const spelled = findSpelledNumbers(rest, lexicon.spelling)[0];
  const total = /^\d+/.test(rest)
    ? Number(/^\d[\d.,]*(?<=\d)/.exec(rest)![0].replace(/\D/g, ''))
    : spelled?.start === 0
      ? spelled.value
      : undefined;
  return total !== undefined && total >= value ? seen.get(total) : undefined;
}

/** "Of the six, four concern children": of cases, where what stands beside the number is no part of these. */
export function ofWhole(
  count: Span,
  noun: Term<Noun> | undefined,
  { total, reading }: Memory,
): Term<Noun> | undefined {
  if (!total || !reading || !noun || mayBePart(noun.is, reading.noun, reading.indicator)) return noun;
  return { is: reading.noun, start: count.start, end: count.end };
}

/** Changes what is remembered to what a total counts. */
export function recall(memory: Memory, known: Known, at: Span): void {
  const place = { start: at.start, end: at.end };
  const period = known.period && Object.assign({}, known.period, place);
  memory.noun = { is: known.noun, ...place };
  memory.reading = { indicator: known.indicator, noun: known.noun };
  memory.total = { ...place, period };
  memory.period = period ?? memory.period;
}

/** The period of the total that a number is a part of, where no other is named between them or at the number. */
export const ofTotal = (
  { total }: Memory,
  { start }: Span,
  periods: readonly FoundPeriod[],
): FoundPeriod | undefined =>
  total && !periods.some((one) => one.start >= total.end && one.end <= start) ? total.period : undefined;
