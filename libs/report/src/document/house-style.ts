/** How a report writes numbers, dates, periods, figures and States: the house style, in the words of a language. */
import {
  findDetail,
  findDimension,
  findIndicator,
  findTopic,
  isMissing,
  parsePeriod,
  themes,
  type Breakdown,
  type CellStatement,
  type CodeNames,
  type ComputedNumber,
  type PeriodPoint,
} from '@rapporteur/domain';
import { isAggregate, isRespondentCode, nameOf, respondentKind, sortByName } from '@rapporteur/names';
import type { ReportLanguage } from './language.js';

/** How small numbers are written: in words up to nine where the house style does so, or all in digits. */
export type Numerals = 'words' | 'digits';

/** A whole number of zero or more: `3,800`, or `six` where words are asked for and the language has one. */
export function writeNumber(value: number, language: ReportLanguage, numerals: Numerals = 'digits'): string {
  const word = numerals === 'words' ? language.numerals[value] : undefined;
  return word ?? groupDigits(value, language);
}

function groupDigits(value: number, { thousands }: ReportLanguage): string {
  const digits = String(Math.abs(value));
  const grouped = digits.length > 3 ? digits.replace(/\B(?=(\d{3})+$)/g, thousands) : digits;
  return value < 0 ? `−${grouped}` : grouped;
}

/** Numbers that stand together are written alike: in words only if none of them needs digits. */
export const numeralsFor = (values: readonly (number | null)[], language: ReportLanguage): Numerals =>
  values.every((value) => value === null || value < language.numerals.length) ? 'words' : 'digits';

/** A result of division, to one decimal. */
export function writeDecimal(value: number, language: ReportLanguage): string {
  const [whole = '0', fraction = '0'] = value.toFixed(1).split('.');
  return `${groupDigits(Number(whole), language)}${language.decimal}${fraction}`;
}

/** A rate: to two decimals below 10, and to two digits where these would show but one or none. */
export function writeRate(value: number, language: ReportLanguage): string {
  if (value >= 10) return writeDecimal(value, language);
  const decimals = value === 0 || value >= 0.1 ? 2 : Math.min(12, 1 - Math.floor(Math.log10(value)));
  return value.toFixed(decimals).replace('.', language.decimal);
}

/** A point or the range that censored figures leave: `1.7`, `between 1.2 and 1.9`, `at least 1.2`. */
export function writeRange(
  figure: Exclude<ComputedNumber, null>,
  write: (n: number) => string,
  language: ReportLanguage,
) {
  if (typeof figure === 'number') return write(figure);
  const { low, high } = figure;
  if (low !== null && high !== null)
    return low === high ? write(low) : language.say('range.between', { low: write(low), high: write(high) });
  if (low !== null) return language.say('range.at-least', { low: write(low) });
  return high !== null ? language.say('range.at-most', { high: write(high) }) : language.say('range.open');
}

/** A day in full: `24 January 2008`. In: ISO 8601. */
export function writeDay(day: string, language: ReportLanguage): string {
  const [year = '', month = '1', date = '1'] = day.split('-');
  const named = language.months[Number(month) - 1]!;
  return language.say('date.day', { year, month: named, day: String(Number(date)) });
}

const writePoint = ({ year, month }: PeriodPoint, language: ReportLanguage) =>
  month === undefined
    ? language.say('date.year', { year: String(year) })
    : language.say('date.month', { year: String(year), month: language.months[month - 1]! });

/** A period as a sentence has it: `in 2005`, `from July 2002 to October 2007`, `up to June 2007`, `since September 2001`, `(no period given)`. */
export const writePeriod = (text: string, language: ReportLanguage): string =>
  periodBy('period', text, language);

/** A period as a table has it: `2005`, `July 2002–October 2007`, `up to June 2007`, `not given`. */
export const writePeriodShort = (text: string, language: ReportLanguage): string =>
  periodBy('period-short', text, language);

function periodBy(style: string, text: string, language: ReportLanguage): string {
  const reading = parsePeriod(text);
  if (!reading.ok) return text;
  const { period } = reading;
  switch (period.kind) {
    case 'year':
      return language.say(`${style}.point`, {
        point: language.say('date.year', { year: String(period.year) }),
      });
    case 'span': {
      const [from, to] = [writePoint(period.from, language), writePoint(period.to, language)];
      return from === to
        ? language.say(`${style}.point`, { point: from })
        : language.say(`${style}.span`, { from, to });
    }
    case 'up-to':
      return language.say(`${style}.up-to`, { to: writePoint(period.to, language) });
    case 'since':
      return language.say(`${style}.since`, { from: writePoint(period.from, language) });
    case 'undated':
      return language.say(`${style}.undated`);
  }
}

/** What the source writes for more than or fewer than, as against at least; the qualifier does not tell them apart. */
const saysMoreThan = /(?<!not? )more than|\bover\b|^\s*>|(?<!至)多|超过|plus de|más de|более|свыше|أكثر/i;

/** A figure as its source means it: `32`, `more than 3,800`, `fewer than five`, `none known`. */
export function writeFigure(
  { value, qualifier, source }: Pick<CellStatement, 'value' | 'qualifier' | 'source'>,
  language: ReportLanguage,
  numerals: Numerals = 'digits',
): string {
  if (value === null) {
    const missing = isMissing(qualifier) ? qualifier : 'none-known';
    return language.say(`figure.${missing}`);
  }
  const n = writeNumber(value, language, numerals);
  switch (qualifier) {
    case 'at-least':
      return language.say(
        saysMoreThan.test(source.asWritten ?? '') ? 'figure.more-than' : 'figure.at-least',
        { n },
      );
    case 'fewer-than':
      return language.say('figure.fewer-than', { n });
    case 'approximately':
      return language.say('figure.approximately', { n });
    default:
      return n;
  }
}

/** A respondent's official short name, as lists and tables have it. */
export const writeRespondent = (code: string, language: ReportLanguage): string =>
  language.names[code] ?? nameOf(code, language.naming);

/** As a sentence has it: `the Philippines`. */
export const writeInText = (code: string, language: ReportLanguage): string =>
  language.namesInText[code] ?? writeRespondent(code, language);

/** In the order of the alphabet that the language lists States by; States before organisations. */
export function inOrder(codes: readonly string[], language: ReportLanguage): string[] {
  const order = language.order === 'en' ? 'en' : language.naming;
  const sorted = sortByName(codes, order);
  return [...sorted.filter((code) => !isOrganisation(code)), ...sorted.filter(isOrganisation)];
}

export const isOrganisation = (code: string): boolean => respondentKind(code) === 'organisation';
export const isKnownRespondent = (code: string): boolean => isRespondentCode(code);

/** ISO 3166 areas that are no States in the UN's usage; Kosovo and Taiwan are named as the names library has them. */
const notStates = new Set(
  (
    'AI AQ AS AW AX BL BM BQ BV CC CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF PF PM PN ' +
    'PR RE SH SJ SX TC TF TK TW UM VG VI WF XK YT'
  ).split(' '),
);

type Sort = 'states' | 'organisations' | 'areas' | 'sums';

function sortOf(code: string): Sort {
  if (isOrganisation(code)) return 'organisations';
  if (isAggregate(code)) return 'sums';
  return respondentKind(code) === 'area' && !notStates.has(code) ? 'states' : 'areas';
}

/** How many respondents, by what they are: `23 States and 1 regional organization`. Sums of several areas are told apart. */
export function countRespondents(codes: readonly string[], language: ReportLanguage): string {
  const sorts = codes.map(sortOf);
  const counts = (['states', 'areas', 'sums', 'organisations'] as const)
    .map((sort) => ({ sort, count: sorts.filter((each) => each === sort).length }))
    .filter(({ count }) => count > 0);
  const numerals = numeralsFor(
    counts.map(({ count }) => count),
    language,
  );
  return language.list(
    counts.map(({ sort, count }) =>
      language.say(`count.${sort}`, { count, n: writeNumber(count, language, numerals) }),
    ),
  );
}

const pick = (names: CodeNames | undefined, code: string, { naming }: ReportLanguage) =>
  names?.[naming] ?? names?.en ?? code;

export const writeIndicator = (code: string, language: ReportLanguage): string =>
  pick(findIndicator(code)?.names, code, language);
export const writeTopic = (code: string, language: ReportLanguage): string =>
  pick(findTopic(code)?.names, code, language);
export const writeDetail = (code: string, language: ReportLanguage): string =>
  pick(findDetail(code)?.names, code, language);
export const writeTheme = (code: string, language: ReportLanguage): string =>
  pick(themes.find((theme) => theme.code === code)?.names, code, language);

/** What a figure is split by: `police`, `female, children`; nothing for the total. */
export function writeBreakdown(breakdown: Breakdown, language: ReportLanguage): string {
  const parts = Object.entries(breakdown).map(([dimension, code]) => {
    const found = findDimension(dimension)?.codes.find((each) => each.code === code);
    return pick(found?.names, code, language);
  });
  return parts.join(language.say('join.breakdown'));
}

/** As a sentence begins: its first letter large. */
export const upperFirst = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** An indicator's name as it stands inside a sentence: its first letter small where the language writes so. */
export function lowerFirst(name: string): string {
  const [first = '', second = ''] = name;
  return second === second.toLowerCase() ? `${first.toLowerCase()}${name.slice(1)}` : name;
}
