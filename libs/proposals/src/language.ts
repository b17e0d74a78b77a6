/** What the rules need to know of a language: its words, as data. */
import type { Qualifier } from '@rapporteur/domain';

/** What a number counts, by the noun beside it. */
export const nouns = [
  ...(['case', 'investigation', 'offence', 'person', 'suspect', 'offender', 'victim', 'child'] as const),
  ...([
    'arrest',
    'prosecution',
    'conviction',
    'detainee',
    'defendant',
    'convict',
    'trainee',
    'listener',
  ] as const),
  ...([
    'woman',
    'man',
    'adult',
    'group',
    'officer',
    'professional',
    'unit',
    'region',
    'call',
    'poster',
  ] as const),
  ...(['media-report', 'project', 'lecture', 'language', 'state', 'meeting', 'body', 'time'] as const),
] as const;
export type Noun = (typeof nouns)[number];

/** What happened to what is counted, by the verb or noun near it. */
export const acts = [
  ...([
    'investigate',
    'record',
    'uncover',
    'arrest',
    'prosecute',
    'convict',
    'contact',
    'identify',
    'detect',
  ] as const),
  ...([
    'rescue',
    'assist',
    'dismantle',
    'train',
    'specialise',
    'inform',
    'call',
    'on-trafficking',
    'aware',
  ] as const),
  ...(['coordinate', 'workshop', 'help-in-regions', 'teach-material', 'exploit'] as const),
] as const;
export type Act = (typeof acts)[number];

/**
 * Words are written in a small notation: strokes part alternatives, a blank stands for blanks, a star for further letters
 * of the same word. In Chinese, where words are not parted, an exclamation mark stands before characters that may not follow,
 * and a caret after those that may not stand before.
 */
export type Words = string;

/**
 * By topic, or topic and detail joined by a colon: one rule or several, each of which is enough. The parts of a rule, joined
 * by `&`, are words of which each part must be said in one sentence; of a part that begins with a hyphen none may be said.
 */
export type TopicTerms = Readonly<Record<string, Words | readonly Words[]>>;

/** Words of one language. Where a language has nothing for a list, it is empty. */
export interface Language {
  readonly code: string;
  /** Words that say a number and are none of those that spell numbers: twice. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Words before and after a number that say how it is meant. */
  readonly qualifiers: readonly {
    readonly qualifier: Qualifier;
    readonly before?: Words;
    readonly after?: Words;
  }[];
  /** Before or after a number, these say that it counts nothing that is asked for: articles, ages, money, years of prison. */
  readonly otherBefore: Words;
  readonly otherAfter: Words;
  /** Laws, treaties and resolutions: a year soon after one is its own, and not that of a figure. */
  readonly instruments: Words;
  /** Round numbers in words: "une trentaine" is about 30. */
  readonly rounded: Readonly<Record<string, number>>;
  /** Before a round number or a dozen: half of it. */
  readonly half: Words;
  /** Before a noun, one of it, and said so: "a single". */
  readonly single: Words;
  /** Before a noun, one of it, where nothing else says how many: "a gang was dismantled". */
  readonly article: Words;
  /** Before a noun: none of it, which is a count of zero; and words for nobody, that need no noun. */
  readonly none: Words;
  readonly nobody: Words;
  /** What says that there is no number, by the reason. */
  readonly missing: Readonly<Partial<Record<Qualifier, Words>>>;
  /** After a number: how often a body meets in a year. */
  readonly perYear: Words;
  /** What a number counts where no noun says it: the measure words of Chinese. */
  readonly classifiers: Readonly<Partial<Record<Noun, Words>>>;
  /** January to December. */
  readonly months: readonly Words[];
  readonly periods: {
    /** What may stand between the day, month and year of a date, and after a year. */
    readonly of: Words;
    readonly between: Words;
    readonly and: Words;
    readonly from: Words;
    readonly to: Words;
    readonly since: Words;
    readonly upTo: Words;
    /** "The same year", "the following year" and "the year before", of the year that was named last. */
    readonly same: Words;
    readonly next: Words;
    readonly previous: Words;
    /** "Last year" and "this year", of the year in which the letter was written. */
    readonly lastYear: Words;
    readonly thisYear: Words;
    /** "In those three years": all that were named together last. */
    readonly theseYears: Words;
    /** "To date", "at present": of no period. */
    readonly now: Words;
    /** What may be said of an office or a line where it says since when it is there: "opened in 2004". */
    readonly founded: Words;
    /** "The end of the year", of the year that was named last. */
    readonly yearEnd: Words;
    /** "Fiscal year", whose months the letter may say, before a pair of years or anywhere. */
    readonly fiscal: Words;
    /** "First half of 2007" and the like, with the months that they mean. */
    readonly parts: readonly (readonly [words: Words, first: number, last: number])[];
  };
  /** Before the number of a question that is answered. */
  readonly question: Words;
  /** Before a number that is a part of the number before: "of whom". */
  readonly partOf: Words;
  /** Beside a number, these say where people are from; their noun may stand in the sentence before. */
  readonly origin: Words;
  /** What the replies are about: a noun in these words is none that a number counts. */
  readonly subject: Words;
  readonly nouns: Readonly<Partial<Record<Noun, Words>>>;
  readonly acts: Readonly<Partial<Record<Act, Words>>>;
  /** Dimension and code, such as `sex=female`, with the words for them. */
  readonly breakdowns: Readonly<Record<string, Words>>;
  /** A sentence that says these is of States in general, and states no finding of one. */
  readonly inGeneral: Words;
  /** What findings are said by. */
  readonly topics: TopicTerms;
}

/** Arabic writes signs of vowels or leaves them out, and a hamza on an alef likewise. */
const withVowels = (body: string): string =>
  body
    .replace(/[أإآ]/g, '[اأإآ]')
    .replace(/(\[اأإآ\]|[\u0621-\u064a])/g, (letter) => `${letter}[\\u064b-\\u0652]*`);

const special = /[.+?^${}()[\]\\/-]/g;

/** In: words in the notation above, and the language's code. Out: a pattern that finds them (flags giu). */
export function toPattern(words: Words, code: string): RegExp | undefined {
  if (words === '') return undefined;
  const body = words
    .split('|')
    // The longest first: of "between" and "between the years" a pattern takes the first that fits.
    .sort((a, b) => b.length - a.length)
    .map((one) =>
      one
        .trim()
        .replace(special, (char) => (char === '-' ? '[-‐‑]' : `\\${char}`))
        .replace(/ /g, code === 'zh' ? '\\s*' : '\\s+')
        .replace(/['’]/g, "['’]")
        .replace(/\*/g, '[\\p{L}\\p{M}]*')
        .replace(/!(.+)$/u, '(?![$1])')
        .replace(/^(.+)\\\^/u, '(?<![$1])'),
    )
    .join('|');
  if (code === 'zh') return new RegExp(`(?:${body})`, 'giu');
  if (code === 'ru')
    return new RegExp(`(?<![\\p{L}\\p{M}])(?:${body.replace(/[её]/g, '[её]')})(?![\\p{L}\\p{M}])`, 'giu');
  // In Arabic "and", "with", "for" and the article are written together with the word.
  const prefix = code === 'ar' ? '(?:[وف]?[بلك]?(?:ال|لل)?)?' : '';
  const said = code === 'ar' ? withVowels(body) : body;
  return new RegExp(`(?<![\\p{L}\\p{M}])${prefix}(?:${said})(?![\\p{L}\\p{M}])`, 'giu');
}
