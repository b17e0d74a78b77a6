/** What was found in a sentence, what carries over to the next, and how far words belong to a number. */
import type { Count } from './counts.js';
import type { Act, Noun } from './language.js';
import type { Lexicon, Term } from './lexicon.js';
import type { FoundPeriod } from './periods/found-period.js';

/** How far a noun may stand from its number, and an act from its noun (characters). */
export const reach = { noun: 60, nounBefore: 28, act: 160 };
export const chineseReach = { noun: 14, nounBefore: 8, act: 60 };

/** What carries over from one sentence or number to the next; from paragraph to paragraph only the period that was named last. */
export interface Memory {
  period: FoundPeriod | undefined;
  noun: Term<Noun> | undefined;
  act: Term<Act> | undefined;
  /** What the number before was read as, and its noun, in this paragraph. */
  reading: { readonly indicator: string; readonly noun: Noun } | undefined;
  /** The number before in the same sentence. */
  count: Count | undefined;
  /** The period that was named last. */
  last: FoundPeriod | undefined;
  /** Years that were named side by side last. */
  years: readonly FoundPeriod[];
  /** What the heading above says, or the question that is answered. */
  section: Section | undefined;
  /** In which year the letter was written, where it says so. */
  written: number | undefined;
  /** The month in which its fiscal years begin, where it says so. */
  fiscal: number | undefined;
}

/** The words of a heading. */
export interface Section {
  readonly nouns: readonly Term<Noun>[];
  readonly acts: readonly Term<Act>[];
  readonly period: FoundPeriod | undefined;
  /** Whether a paragraph below it was read. */
  readonly isUsed: boolean;
}

export const newMemory = (): Memory => ({
  ...{
    period: undefined,
    noun: undefined,
    act: undefined,
    reading: undefined,
    count: undefined,
    last: undefined,
    section: undefined,
    written: undefined,
    fiscal: undefined,
  },
  years: [],
});

/** What was found in a sentence. */
export interface Found {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly counts: readonly Count[];
  readonly nouns: readonly Term<Noun>[];
  readonly acts: readonly Term<Act>[];
  readonly breakdowns: readonly Term<string>[];
  readonly periods: readonly FoundPeriod[];
}
