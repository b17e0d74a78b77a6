/** The words of a language as patterns, made once. */
import { spellingOf, type Qualifier, type Spelling } from '@rapporteur/domain';
import { toPattern, type Act, type Language, type Noun } from './language.js';
import { makePeriodPatterns, type PeriodPatterns } from './periods/period-patterns.js';
import type { Span } from './span.js';
import { makeTopicRules, type TopicRule } from './topic-terms.js';

export interface Lexicon {
  readonly code: string;
  readonly language: Language;
  readonly otherBefore: RegExp | undefined;
  readonly otherAfter: RegExp | undefined;
  readonly half: RegExp | undefined;
  readonly single: RegExp | undefined;
  readonly article: RegExp | undefined;
  readonly none: RegExp | undefined;
  readonly nobody: RegExp | undefined;
  /** Whether a word in lower case says a round number: "une trentaine". */
  isRounded(word: string): boolean;
  readonly qualifiers: readonly {
    readonly qualifier: Qualifier;
    readonly before: RegExp | undefined;
    readonly after: RegExp | undefined;
  }[];
  readonly missing: Patterns<Qualifier>;
  readonly perYear: RegExp | undefined;
  readonly howMany: RegExp | undefined;
  readonly notSaid: RegExp | undefined;
  readonly planned: RegExp | undefined;
  readonly splits: RegExp | undefined;
  readonly noneAfter: RegExp | undefined;
  readonly penalty: RegExp | undefined;
  readonly otherOffences: RegExp | undefined;
  readonly trafficking: RegExp | undefined;
  readonly classifiers: Patterns<Noun>;
  /** The number of a question or entry where a line begins, which counts nothing. */
  readonly label: RegExp;
  /** Finds a numbered question at the beginning of a line. */
  readonly question: RegExp;
  readonly partOf: RegExp | undefined;
  readonly origin: RegExp | undefined;
  readonly nations: RegExp | undefined;
  /** The names of countries in the language. */
  readonly countries: RegExp | undefined;
  readonly periods: PeriodPatterns;
  /** How the language writes numbers in words. */
  readonly spelling: Spelling;
  readonly topicRules: readonly TopicRule[];
  readonly inGeneral: RegExp | undefined;
  readonly unrelated: RegExp | undefined;
  readonly otherCrimes: RegExp | undefined;
  readonly subject: RegExp | undefined;
  readonly line: RegExp | undefined;
  nounsIn(text: string): Term<Noun>[];
  actsIn(text: string): Term<Act>[];
  breakdownsIn(text: string): Term<string>[];
}

/** A word of the language where it stands. */
export interface Term<T> extends Span {
  readonly is: T;
}

export type Patterns<T> = readonly (readonly [T, RegExp])[];

export function makeLexicon(language: Language): Lexicon {
  const { code } = language;
  const pattern = (words: string) => toPattern(words, code);
  const patterns = <T extends string>(words: Readonly<Partial<Record<T, string>>>): Patterns<T> =>
    Object.entries(words).flatMap(([is, said]) => {
      const made = pattern(said as string);
      return made ? [[is as T, made] as const] : [];
    });
  const [nouns, acts] = [patterns(language.nouns), patterns(language.acts)];
  const breakdowns = patterns(language.breakdowns);
  const subject = pattern(language.subject);
  return {
    code,
    language,
    otherBefore: pattern(language.otherBefore),
    otherAfter: pattern(language.otherAfter),
    half: pattern(language.half),
    single: pattern(language.single),
    article: pattern(language.article),
    none: pattern(language.none),
    nobody: pattern(language.nobody),
    isRounded: (word) => language.rounded[word] !== undefined,
    qualifiers: language.qualifiers.map(({ qualifier, before = '', after = '' }) => ({
      qualifier,
      before: pattern(before),
      after: pattern(after),
    })),
    missing: patterns<Qualifier>(language.missing),
    perYear: pattern(language.perYear),
    howMany: pattern(language.howMany ?? ''),
    notSaid: pattern(language.notSaid ?? ''),
    planned: pattern(language.planned ?? ''),
    splits: pattern(language.splits ?? ''),
    noneAfter: pattern(language.noneAfter ?? ''),
    penalty: pattern(language.penalty ?? ''),
    otherOffences: pattern(language.otherOffences ?? ''),
    trafficking: pattern(language.trafficking ?? ''),
    classifiers: patterns<Noun>(language.classifiers),
    label: labelOf(pattern(language.question)),
    question: new RegExp(
      `^\\s*${pattern(language.question)?.source ?? '(?!)'}\\s*\\S{1,8}\\s*[.:：)、–—\\s-]`,
      'iu',
    ),
    partOf: pattern(language.partOf),
    origin: pattern(language.origin),
    nations: pattern(language.nations ?? ''),
    countries: pattern(language.nations === undefined ? '' : countriesIn(code).join('|')),
    periods: makePeriodPatterns(language),
    spelling: spellingOf(code, { ...language.numbers, ...language.rounded }),
    inGeneral: pattern(language.inGeneral),
    unrelated: pattern(language.unrelated ?? ''),
    otherCrimes: pattern(language.otherCrimes ?? ''),
    subject,
    line: pattern(language.line ?? ''),
    topicRules: makeTopicRules(language.topics, code),
    nounsIn: (text) => outsideOf(text, subject, find(text, nouns)),
    actsIn: (text) => {
      const found = find(text, acts);
      const own = new Set(outsideOf(text, subject, found));
      return found.filter((act) => act.is === 'on-trafficking' || own.has(act));
    },
    breakdownsIn: (text) => outsideOf(text, subject, find(text, breakdowns)),
  };
}

/** The names of countries, as the language writes them. */
function countriesIn(code: string): string[] {
  const names = new Intl.DisplayNames([code], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) =>
    letters.flatMap((second) => {
      const name = names.of(first + second);
      // No code of a region, or a name with signs that words are parted by.
      return name && /^[\p{L}][\p{L}\s’'-]+$/u.test(name) ? [name] : [];
    }),
  );
}

/** "Question 4.", "II.1 –", "2.3", "(5)", "§ 3.": whatever a line may be numbered by. */
const labelOf = (question: RegExp | undefined): RegExp =>
  new RegExp(
    `^\\s*(?:${question?.source ?? '(?!)'}\\s*(?:\\d{1,2}(?:\\.\\d{1,2})*(?!\\d)|[IVX]{1,5}(?!\\p{L}))\\s*[.:：)、–—-]?|(?:[IVX]{1,5}|\\p{Lu})\\.\\s?\\d{1,2}(?:\\.\\d{1,2})*(?!\\d)[.:)]?|\\d{1,2}(?:\\.\\d{1,2})+(?![\\d%])\\.?(?=\\s\\p{L})|(?:§\\s*|[([（])?\\d{1,3}\\s*[.)\\]）．、–—-])`,
    'iu',
  );

/** Without those that are a part of what a pattern finds: in "trafficking in children" no children are counted. */
function outsideOf<T>(text: string, pattern: RegExp | undefined, terms: Term<T>[]): Term<T>[] {
  if (!pattern || terms.length === 0) return terms;
  const inside = [...text.matchAll(pattern)].map(({ 0: said, index }) => ({
    ...{ start: index, end: index + said.length },
  }));
  return terms.filter((term) => !inside.some(({ start, end }) => start <= term.start && term.end <= end));
}

/** Every term of a text in its order; of two that overlap the longer counts. */
function find<T>(text: string, patterns: Patterns<T>): Term<T>[] {
  const found = patterns.flatMap(([is, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: said, index }) => ({ is, start: index, end: index + said.length })),
  );
  const longer = (a: Term<T>, b: Term<T>) => b.end - b.start > a.end - a.start;
  return found
    .filter(
      (one) => !found.some((other) => other.start < one.end && one.start < other.end && longer(one, other)),
    )
    .sort((a, b) => a.start - b.start);
}
