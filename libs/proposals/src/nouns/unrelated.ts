/** Numbers that are told for comparison, or of other crimes: they are no figures of trafficking. */
import type { Lexicon } from '../lexicon.js';
import { gapOf, type Span } from '../span.js';

/** How far what says so may stand from its number (characters). */
const reach = 90;
/** Where a sentence begins with it, it holds for all of it. */
const opening = 30;
/** The name of another crime stands nearer. */
const nearby = 60;

const parted = /[;；؛\n。]/u;

/** Whether the clause of a number says that it has nothing to do with trafficking, or is of another crime alone. */
export function isUnrelated(
  text: string,
  { unrelated, otherCrimes, subject }: Lexicon,
  { start, end }: Span,
): boolean {
  const between = (one: Span) => text.slice(Math.min(end, one.end), Math.max(start, one.start));
  const isSaid = placesOf(text, unrelated).some(
    (one) =>
      (one.start <= opening && one.end <= start && !parted.test(between(one))) ||
      (gapOf(one, { start, end }) <= reach && !/[;；؛\n\p{Nd}]/u.test(between(one))),
  );
  if (isSaid) return true;
  const crimes = placesOf(text, otherCrimes).filter(
    (one) => gapOf(one, { start, end }) <= nearby && !/[;；؛,，،。\n]/u.test(between(one)),
  );
  return crimes.length > 0 && placesOf(text, subject).length === 0;
}

/** Whether the row of a table is of another crime. */
export function isOtherRow(text: string, { unrelated, otherCrimes }: Lexicon, { start }: Span): boolean {
  const line = text.slice(text.lastIndexOf('\n', start) + 1);
  const name = line.split(/[\t|｜\n]/u, 1)[0]!;
  return [unrelated, otherCrimes].some((pattern) => pattern !== undefined && name.search(pattern) >= 0);
}

const placesOf = (text: string, pattern: RegExp | undefined): Span[] =>
  pattern
    ? [...text.matchAll(pattern)].map(({ 0: said, index }) => ({ start: index, end: index + said.length }))
    : [];
