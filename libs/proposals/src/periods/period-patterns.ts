/** The patterns by which a sentence's periods are found, made once for each language. */
import { readChineseNumeral } from '@rapporteur/domain';
import { toPattern, type Language } from '../language.js';
import type { Span } from '../span.js';

/** A year, a month or a part of a year, before it is known whether it begins or ends a span. */
export interface Point extends Span {
  readonly first: string;
  readonly last: string;
  /** A month that says no year: it has that of the point that follows. */
  readonly lacksYear: boolean;
  /** Two halves of years: of a fiscal year, where the letter says its months. */
  readonly isPair?: boolean;
  /** 2008年度: of the months from that year on that the letter says. */
  readonly isFiscal?: boolean;
  /** "That year": a month before it is of the same year. */
  readonly isSame?: boolean;
  /** What only looks like a point. */
  readonly isWrong?: boolean;
  readonly isOther?: boolean;
  /** A part of a year that says no year of its own: "the first quarter". */
  readonly isPart?: boolean;
  /** A year that is said by its place: "this year", "the year before". */
  readonly isRelative?: boolean;
  /** Where it repeats a period that was named before: that one. */
  readonly again?: string;
}

export interface PeriodPatterns {
  readonly code: string;
  readonly instruments: RegExp | undefined;
  readonly points: readonly {
    readonly pattern: RegExp;
    read(match: RegExpMatchArray): Omit<Point, 'start' | 'end'>;
  }[];
  readonly openers: Readonly<Record<'between' | 'from' | 'since' | 'upTo', RegExp | undefined>>;
  readonly links: Readonly<Record<'and' | 'to', RegExp | undefined>>;
  readonly relative: readonly (readonly [pattern: RegExp, years: number])[];
  /** "All that year", after its halves. */
  readonly wholeYear: RegExp | undefined;
  /** Of the year of the letter. */
  readonly ofLetter: readonly (readonly [pattern: RegExp, years: number])[];
  readonly theseYears: RegExp | undefined;
  readonly now: RegExp | undefined;
  readonly founded: RegExp | undefined;
  readonly opening: RegExp | undefined;
  readonly sameBefore: RegExp | undefined;
  readonly begins: RegExp | undefined;
  readonly yearEnd: RegExp | undefined;
  readonly fiscal: RegExp | undefined;
  readonly reported: RegExp | undefined;
  readonly yearWord: RegExp | undefined;
  readonly yearBegins: RegExp | undefined;
  readonly yearEnds: RegExp | undefined;
  /** Parts of the year that was named last: "in the second half". */
  readonly partsAlone: readonly (readonly [pattern: RegExp, first: number, last: number])[];
}

const year = '(?<year>1[89]\\d\\d|20\\d\\d)';
/** A month in digits or, as in 三月, in Chinese characters. */
const chineseMonthNumber = '(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const readMonth = (said: string) => (/\d/.test(said) ? Number(said) : readChineseNumeral(said)!);
const two = (month: number) => String(month).padStart(2, '0');

type PointPattern = PeriodPatterns['points'][number];

const chineseMonth: PointPattern = {
  pattern: new RegExp(
    `${year}\\s*年\\s*${chineseMonthNumber}\\s*月(?:\\s*(?:底|末|初|[\\d一二三十]{1,3}\\s*日))?`,
    'gu',
  ),
  read: ({ groups }: RegExpMatchArray) => {
    const text = `${groups!['year']}-${two(readMonth(groups!['month']!))}`;
    return { first: text, last: text, lacksYear: false };
  },
};
const chineseMonthAlone: PointPattern = {
  pattern: new RegExp(
    `(?<![\\d十个])${chineseMonthNumber}\\s*月(?:\\s*(?:底|末|初|[\\d一二三十]{1,3}\\s*日))?`,
    'gu',
  ),
  read: ({ groups }: RegExpMatchArray) => {
    const text = `-${two(readMonth(groups!['month']!))}`;
    return { first: text, last: text, lacksYear: true };
  },
};
const chineseYear: PointPattern = {
  pattern: new RegExp(
    `(?<!\\d)${year}\\s*(?:(?:公?历)?年(?:底|末|初|(?<pair>度))?|(?=[-—–~～至到和与及、]\\s*(?:19|20)\\d\\d\\s*[两三四]?年)|(?=[两三四]年))`,
    'gu',
  ),
  read: ({ groups }: RegExpMatchArray) => ({
    first: groups!['year']!,
    last: groups!['year']!,
    lacksYear: false,
    ...(groups!['pair'] ? { isFiscal: true } : {}),
  }),
};
const wholeYear: PointPattern = {
  pattern: new RegExp(
    `(?<![\\d.,/№]|(?<!(?:19|20)\\d)\\d[-‑]|[A-Z]\\.)${year}(?![\\d]|[.,]\\d|/\\d{1,3}(?!\\d)|-(?!(?:м|го|му|й|е|х)(?!\\p{L}))\\p{L})(?:-(?:м|го|му|й|е|х)(?!\\p{L}))?`,
    'gu',
  ),
  read: ({ groups }: RegExpMatchArray) => ({
    first: groups!['year']!,
    last: groups!['year']!,
    lacksYear: false,
  }),
};

/** "The school year 2006/07", and the columns 2006/2007 and 2007/2008. */
const yearPair: PointPattern = {
  pattern: new RegExp(
    `(?<![\\d.,/№-])${year}\\s?[/–‑-]\\s?(?<next>(?:19|20)?\\d\\d)(?![\\d/-])(?=\\s*[^.\\d]|\\.(?!\\d)|$)`,
    'gu',
  ),
  read: ({ groups }: RegExpMatchArray) => {
    const first = groups!['year']!;
    const last = String(Number(first) + 1);
    const isNext = last.endsWith(groups!['next']!) && groups!['next']!.length % 2 === 0;
    return { first, last: isNext ? last : first, lacksYear: false, isWrong: !isNext, isPair: true };
  },
};

/** The patterns of months and of parts of a year, in a language whose words are parted. */
function makePoints({ code, months, periods }: Language): PointPattern[] {
  const source = (words: string) => toPattern(words, code)?.source ?? '(?!)';
  const gap = code === 'zh' ? '\\s*' : `(?:\\s+(?:${source(periods.of)})\\s*)?\\s*,?\\s*`;
  const month = (name: string, i: number, withYear: boolean) => ({
    pattern: new RegExp(
      `(?:(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|º|-го)?(?:\\s+(?:${source(periods.of)}))?\\s+)?${source(name)}${withYear ? `${gap}${year}(?!\\d)` : ''}`,
      'giu',
    ),
    read: ({ groups }: RegExpMatchArray) => {
      const text = `${groups?.['year'] ?? ''}-${two(i + 1)}`;
      return { first: text, last: text, lacksYear: !withYear };
    },
  });
  const part = ([words, first, last]: readonly [string, number, number]) => ({
    pattern: new RegExp(
      code === 'zh' ? `${year}\\s*年?\\s*(?:${source(words)})` : `(?:${source(words)})${gap}${year}(?!\\d)`,
      'giu',
    ),
    read: ({ groups }: RegExpMatchArray) => ({
      first: `${groups!['year']}-${two(first)}`,
      last: `${groups!['year']}-${two(last)}`,
      lacksYear: false,
    }),
  });
  return [
    ...periods.parts.map(part),
    yearPair,
    ...(code === 'zh'
      ? [chineseMonth, chineseYear, chineseMonthAlone]
      : [
          ...months.map((name, i) => month(name, i, true)),
          ...months.map((name, i) => month(name, i, false)),
          wholeYear,
        ]),
  ];
}

/** In: a language. Out: its patterns of periods, to be made once. */
export function makePeriodPatterns(language: Language): PeriodPatterns {
  const { code, periods, instruments } = language;
  return {
    code,
    instruments: toPattern(instruments, code),
    points: makePoints(language),
    openers: {
      between: toPattern(periods.between, code),
      from: toPattern(periods.from, code),
      since: toPattern(periods.since, code),
      upTo: toPattern(periods.upTo, code),
    },
    links: { and: toPattern(periods.and, code), to: toPattern(periods.to, code) },
    relative: toYears(
      [
        [periods.same, 0],
        [periods.next, 1],
        [periods.previous, -1],
      ],
      code,
    ),
    ofLetter: toYears(
      [
        [periods.thisYear, 0],
        [periods.lastYear, -1],
      ],
      code,
    ),
    theseYears: toPattern(periods.theseYears, code),
    now: toPattern(periods.now, code),
    founded: toPattern(periods.founded, code),
    wholeYear: toPattern(periods.wholeYear ?? '', code),
    opening: toPattern(periods.opening ?? '', code),
    sameBefore: toPattern(periods.sameBefore ?? '', code),
    begins: toPattern(periods.begins ?? '', code),
    yearEnd: toPattern(periods.yearEnd, code),
    fiscal: toPattern(periods.fiscal, code),
    reported: toPattern(periods.reported ?? '', code),
    yearWord: toPattern(periods.yearWord ?? '', code),
    yearBegins: toPattern(periods.yearBegins ?? '', code),
    yearEnds: toPattern(periods.yearEnds ?? '', code),
    partsAlone: periods.parts.flatMap(([words, first, last]) => {
      const pattern = toPattern(withoutOf(words), code);
      return pattern ? [[pattern, first, last] as const] : [];
    }),
  };
}

/** What stands before the year is not needed where no year follows. */
const withoutOf = (words: string): string => {
  const short = words
    .split('|')
    .map((one) => one.trim().replace(/\s(?:of|du|de|des|del|de l'année|года|من|من عام|من سنة)$/u, ''));
  return [...new Set(short)].join('|');
};

const toYears = (all: readonly (readonly [words: string, years: number])[], code: string) =>
  all.flatMap(([words, years]) => {
    const pattern = toPattern(words, code);
    return pattern ? [[pattern, years] as const] : [];
  });
