/** What was found in a sentence, what carries over to the next, and how far words belong to a number. */
import type { Count } from './counts.js';
import type { Act, Noun } from './language.js';
import type { Lexicon, Term } from './lexicon.js';
import type { FiscalYear, FoundPeriod } from './periods/found-period.js';
import type { Span } from './span.js';

/** How far a noun may stand from its number, and an act from its noun (characters). */
export const reach = { noun: 60, nounBefore: 28, act: 160 };
export const chineseReach = { noun: 14, nounBefore: 8, act: 60 };

/** What carries over from one sentence or number to the next; from paragraph to paragraph only the period that was named last. */
export interface Memory {
  period: FoundPeriod | undefined;
  noun: Term<Noun> | undefined;
  act: Term<Act> | undefined;
  /** What the number before was read as, and its noun, in this paragraph. */
  reading: { readonly indicator: string; readonly noun: Noun; readonly isUnsure?: boolean } | undefined;
  /** The number before in the same sentence. */
  count: Count | undefined;
  /** The period that was named last. */
  last: FoundPeriod | undefined;
  /** What each number counted that was told, by its value. */
  readonly seen: Map<number, Known>;
  /** The same by the noun. */
  readonly seenNouns: Map<Noun, Known>;
  /** A total that this sentence says again. */
  total: (Span & { readonly period: FoundPeriod | undefined }) | undefined;
  /** What was counted last in the paragraphs before. */
  earlier: Known | undefined;
  /** Years that were named side by side last. */
  years: readonly FoundPeriod[];
  /** What victims were counted as last, in this paragraph or before: detected, identified or rescued. */
  victims: { readonly indicator: string; readonly noun: Noun } | undefined;
  /** The same of cases: recorded or investigated. */
  cases: { readonly indicator: string; readonly noun: Noun } | undefined;
  /** Whether the sentence before spoke of a telephone line: appeals are calls then. */
  isOfLine: boolean;
  /** Since when something is there that was said to have been opened. */
  opened: string | undefined;
  /** What the heading above says, or the question that is answered. */
  section: Section | undefined;
  /** In which year the letter was written, where it says so. */
  written: number | undefined;
  /** The year that the letter reports on as a whole, where its head says so. */
  title: FoundPeriod | undefined;
  /** The months in which its fiscal years begin and end, where it says so. */
  fiscal: FiscalYear | undefined;
}

/** What a number was taken for. */
export interface Known {
  readonly indicator: string;
  readonly noun: Noun;
  readonly period: FoundPeriod | undefined;
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
    victims: undefined,
    cases: undefined,
    opened: undefined,
    title: undefined,
    total: undefined,
    earlier: undefined,
  },
  isOfLine: false,
  seen: new Map(),
  seenNouns: new Map(),
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
  /** Whether it begins by what is counted is parted: "By sex", "Nationality (2020)". */
  readonly isSplit: boolean;
}
