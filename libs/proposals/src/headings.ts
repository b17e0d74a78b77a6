/** Headings and questions: what they say holds for the numbers below that say less. */
import type { Found, Memory } from './found.js';
import type { Unit } from './units.js';

/** A heading is no longer (characters). */
const longest = 200;
/** A heading that ends with a full stop, as "6) Training." does, is no longer without its number. */
const shortest = 40;

/** In: a sentence, and how long its number is at its beginning. Changes what is remembered where it is a heading, or begins a paragraph. */
export function readHeading(
  { text, lexicon, counts, nouns, acts, periods, isSplit }: Found,
  unit: Unit,
  label: number,
  memory: Memory,
  isFirst = false,
): void {
  const isWhole = text.length >= unit.end - unit.start;
  const isShort = text.length <= (label > 0 ? label + shortest : 0);
  // "Condenas. Ninguna en 2006": the first words of a paragraph, which are no clause of their own.
  const isLead =
    isFirst &&
    !isWhole &&
    nouns.length + acts.length > 0 &&
    text.length <= label + (lexicon.code === 'zh' ? 8 : label > 0 ? shortest : 24);
  const isHeading =
    counts.length === 0 &&
    !unit.isTable &&
    text.length <= longest &&
    (/[:：]\s*$/u.test(text) ||
      isLead ||
      (isWhole && (lexicon.question.test(text) || isShort || !/[.。;；,，،؛]\s*$/u.test(text))));
  if (!isHeading) return;
  const period = periods.at(-1);
  // "By sex:" goes on with what was counted.
  const saysNothing = nouns.length === 0 && acts.length === 0 && !period;
  if (
    (isSplit || (saysNothing && lexicon.splits && /[:：]\s*$/u.test(text))) &&
    (memory.reading ?? memory.earlier)
  )
    return;
  const isOnlyPeriod = nouns.length === 0 && acts.length === 0 && period !== undefined;
  const kept = isOnlyPeriod || unit.goesOn ? memory.section : undefined;
  memory.section = {
    nouns: nouns.length > 0 ? nouns : (kept?.nouns ?? []),
    acts: acts.length > 0 ? acts : (kept?.acts ?? []),
    period: period ?? kept?.period,
    isUsed: false,
  };
  Object.assign(memory, { period: undefined, act: undefined, reading: undefined, noun: undefined });
}
