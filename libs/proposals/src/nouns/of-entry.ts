/** Nouns that an entry of a list leaves out: what its head counts, and people by their nation. */
import type { Count } from '../count.js';
import type { Found } from '../found.js';
import type { Noun } from '../language.js';
import type { Term } from '../lexicon.js';
import { readIndicator } from '../readings.js';
import type { Span } from '../span.js';

/** A noun of another sentence has no place in this one: it stands where its number does. */
export const at = ({ start, end }: Span, noun: Term<Noun> | undefined): Term<Noun> | undefined =>
  noun && { is: noun.is, start, end };

/**
 * "Reports received by the Unit: 2017, 131; 2018, 149": where an entry names no noun, what stands before the colon says what its
 * numbers count: the first noun there that an act of it fits, or the first.
 */
export function ofEntry({ text, nouns, acts, counts, periods }: Found, count: Count): Term<Noun> | undefined {
  const colon = Math.max(...[': ', '：', ':\n'].map((mark) => text.lastIndexOf(mark, count.said.start)));
  if (colon < 0 || counts.some(({ start, end }) => start < colon && colon < end)) return undefined;
  const from = Math.max(colon, ...[';', '；', '؛', '\n'].map((mark) => text.lastIndexOf(mark, count.start)));
  const rest = text.slice(count.end).search(/[;；؛\n]|\.(?:\s|$)/u);
  const until = rest < 0 ? text.length : count.end + rest;
  const isIn = (term: Span) => term.start >= from && term.end <= until;
  if (nouns.some(isIn) || acts.some(isIn) || !periods.some(isIn)) return undefined;
  const head = Math.max(0, ...['.', ';', '\n'].map((mark) => text.lastIndexOf(`${mark} `, colon - 1)));
  const isInHead = (term: Span) => term.start >= head && term.end <= colon;
  const own = nouns.filter(isInHead);
  const acted = acts.filter(isInHead);
  return own.find(({ is }) => acted.some((act) => readIndicator(is, act.is))) ?? own[0];
}

/** "Nine were Panamanian", "Ethiopia, forty-one", "three from Togo": of those that were counted before. */
export function ofNation(
  { text, lexicon: { nations, countries } }: Found,
  { start, end, value }: Count,
  counted: Term<Noun> | undefined,
): Term<Noun> | undefined {
  if (!nations || !countries || value === null || !counted) return undefined;
  const after = text.slice(end, end + 60);
  const from = Math.max(0, start - 40);
  const isOf =
    [...after.matchAll(nations)].some(({ index }) =>
      /^\s*(?:\p{L}+\s+){0,2}$/u.test(after.slice(0, index)),
    ) ||
    [...after.matchAll(countries)].some(({ index }) =>
      /^\s*[(,:]?\s*(?:\p{L}+\s+){0,3}$/u.test(after.slice(0, index)),
    ) ||
    [...text.slice(from, start).matchAll(countries)].some(({ 0: said, index }) =>
      /^\s*(?:[,:(=–—-]\s*|\p{L}{1,3}\s+)*$/u.test(text.slice(from + index + said.length, start)),
    );
  return isOf ? at(start === counted.start ? counted : { start, end }, counted) : undefined;
}
