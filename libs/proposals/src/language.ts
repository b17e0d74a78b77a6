/** What the rules need to know of a language: its words, as data. */
import type { Qualifier } from '@rapporteur/domain';
import type { Context, TopicTerms, Words } from './notation.js';

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
    'appeal',
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
  ...(['coordinate', 'workshop', 'help-in-regions', 'teach-material', 'exploit', 'acquit', 'reply'] as const),
] as const;
export type Act = (typeof acts)[number];

/** Words of one language. Where a language has nothing for a list, it is empty. */
export interface Language extends Context {
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
    /** "The same period of the year before": what was named last, a year earlier. */
    readonly sameBefore?: Words;
    /** "In that whole year", of the year that was named last. */
    readonly wholeYear?: Words;
    /** "Begins", of a fiscal year of which only the first month is said. */
    readonly begins?: Words;
    /** "Since its opening", of the year in which something was founded, where the sentence says none. */
    readonly opening?: Words;
    /** "The end of the year", of the year that was named last. */
    readonly yearEnd: Words;
    /** "Fiscal year", whose months the letter may say, before a pair of years or anywhere. */
    readonly fiscal: Words;
    /** "The year under review": that of which the letter reports. */
    readonly reported?: Words;
    /** "The year", "the twelve months" before "that ended on 31 March 2012". */
    readonly yearWord?: Words;
    /** Before a month, these say that fiscal years begin or end with it. */
    readonly yearBegins?: Words;
    readonly yearEnds?: Words;
    /** "First half of 2007" and the like, with the months that they mean. */
    readonly parts: readonly (readonly [words: Words, first: number, last: number])[];
  };
  /** Before the number of a question that is answered. */
  readonly question: Words;
  /** Before a number that is a part of the number before: "of whom". */
  readonly partOf: Words;
  /** What people of nations are called: "three Turks", "nine were Panamanian". */
  readonly nations?: Words;
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
  /** What says that a figure has nothing to do with trafficking, and is told for comparison. */
  readonly unrelated?: Words;
  /** Other crimes, whose numbers are told for comparison. */
  readonly otherCrimes?: Words;
  /** A telephone line: a number that follows is the line's own. */
  readonly line?: Words;
  /** What findings are said by. */
  readonly topics: TopicTerms;
}

/** Arabic writes signs of vowels or leaves them out, and a hamza on an alef likewise. */
const withVowels = (body: string): string =>
  body
    .replace(/[أإآ]/g, '[اأإآ]')
    .replace(/(\[اأإآ\]|[\u0621-\u064a])/g, (letter) => `${letter}[\\u064b-\\u0652]*`);

const special = /[.+?^${}()[\]\\/-]/;
const anyEnd = '[\\p{L}\\p{M}]*';

/** The pattern of one sign of the notation. */
const toSign = (char: string, blank: string): string =>
  ({ ' ': blank, '*': anyEnd, '-': '[-‐‑]', "'": "['’]", '’': "['’]" })[char] ??
  (special.test(char) ? `\\${char}` : char);

/**
 * Alternatives as one pattern in which those that begin alike share their beginning: `inform|inspect` is read as `in(?:form|spect)`,
 * which finds the same and asks far less of a text.
 */
function share(all: readonly (readonly string[])[]): string {
  const groups: { head: string | undefined; tails: (readonly string[])[] }[] = [];
  for (const [head, ...tail] of all) {
    const last = groups.findLastIndex((one) => one.head === undefined || one.head === anyEnd);
    const same = groups.findLast((one, i) => i > last && one.head?.toLowerCase() === head?.toLowerCase());
    if (same && head !== undefined && head !== anyEnd) same.tails.push(tail);
    else groups.push({ head, tails: [tail] });
  }
  return groups
    .map(({ head, tails }) => {
      const [only] = tails;
      return (head ?? '') + (tails.length === 1 ? only!.join('') : `(?:${share(tails)})`);
    })
    .join('|');
}

/** A word of Chinese: an exclamation mark stands before what may not follow, and a caret after what may not stand before. */
const toChinese = (word: string): string =>
  [...word]
    .map((char) => (/[*^!]/.test(char) ? char : toSign(char, '\\s*')))
    .join('')
    .replace(/\*/g, anyEnd)
    .replace(/!(.+)$/u, '(?![$1])')
    .replace(/^(.+)\^/u, '(?<![$1])');

/** In: words in the notation above, and the language's code. Out: a pattern that finds them (flags giu). */
export function toPattern(words: Words, code: string): RegExp | undefined {
  if (words === '') return undefined;
  // The longest first: of "between" and "between the years" a pattern takes the first that fits.
  const all = words
    .split('|')
    .sort((a, b) => b.length - a.length)
    .map((one) => one.trim());
  const body =
    code === 'zh'
      ? all.map(toChinese).join('|')
      : share(all.map((one) => [...one].map((char) => toSign(char, '\\s+'))));
  if (code === 'zh') return new RegExp(`(?:${body})`, 'giu');
  if (code === 'ru')
    return new RegExp(`(?<![\\p{L}\\p{M}])(?:${body.replace(/[её]/g, '[её]')})(?![\\p{L}\\p{M}])`, 'giu');
  // In Arabic "and", "with", "for" and the article are written together with the word.
  const prefix = code === 'ar' ? '(?:[وف]?[بلك]?(?:ال|لل)?)?' : '';
  const said = code === 'ar' ? withVowels(body) : body;
  return new RegExp(`(?<![\\p{L}\\p{M}])${prefix}(?:${said})(?![\\p{L}\\p{M}])`, 'giu');
}
