/** The numbers of a sentence that may be counts, and how each is meant. */
import { readChineseNumeral, type Qualifier } from '@rapporteur/domain';
import type { Lexicon } from './lexicon.js';
import type { Span } from './span.js';

export interface Count extends Span {
  /** Null where the text says why there is none. */
  readonly value: number | null;
  readonly qualifier: Qualifier;
  /** Where the words that say how it is meant stand, the number included. */
  readonly said: Span;
}

const unit = "[,.'’٬\\u00a0\\u202f ]";
const digits = new RegExp(
  `(?<![\\d\\p{L}]|\\d[,.-])(?:\\d{1,3}(?:(${unit})\\d{3})(?:\\1\\d{3})*|\\d+)(?![\\d]|[.,]\\d|\\p{L})`,
  'gu',
);
/** The same where "and" is written together with the number. */
const arabicDigits = new RegExp(digits.source.replace('\\d\\p{L}', '\\d'), 'gu');
const chinese = /[〇零一二三四五六七八九十百千万两]+/gu;
const times: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, 百: 100, 亿: 100_000_000 };
/** Where columns of years stand side by side, a blank parts two numbers: 79 134 are two. */
const twoYears = /(?:19|20)\d\d[^.,;:\d]{1,8}(?:19|20)\d\d(?!\s*[,;])/u;
const toUngrouped = (pattern: RegExp) =>
  new RegExp(pattern.source.replace('\\u202f ]', '\\u202f]').replace('[, ]', ','), pattern.flags);
const measures = '[名人起例宗个個项次家种份场位支张条篇通期所国座处]';
/** A number in Chinese counts where a measure word follows, or in a list or a table. */
const chineseDigits = new RegExp(
  `(?<=[|｜]\\s*)\\d+(?=\\s)|(?<![\\d.,])(?:\\d{1,3}(?:[, ]\\d{3})+(?!\\d)|\\d+(?:\\.\\d+(?=\\s*[万亿]))?)(?=\\s*[万亿千百多余几]*\\s*(?:${measures}|[、和与及|｜]|$)|\\s+\\d)`,
  'gu',
);
/** The same in Chinese characters: in 一并 and 统一 stands no number. */
const measure = new RegExp(`^[多余几]?${measures}`, 'u');
/** How far before and after a number the words stand that say what it is. */
const around = 40;

/** In: a sentence with plain digits, the words of its language, and the periods in it, which are no counts. */
export function findCounts(text: string, lexicon: Lexicon, periods: readonly Span[]): Count[] {
  // "From 3 to 5 December": what is joined to a day is a day.
  const isDay = ({ end }: Span) =>
    periods.some(
      ({ start }) =>
        /^\d/.test(text.slice(start)) &&
        /^\s*(?:\p{L}{1,3}|[-–—])\s*$/u.test(text.slice(end, start)) &&
        !/^(?:19|20)\d\d/.test(text.slice(start)),
    );
  const isFree = (span: Span) =>
    !periods.some((period) => period.start < span.end && span.start < period.end) && !isDay(span);
  const numbers = withoutOthers(
    text,
    [...findDigits(text, lexicon), ...findWords(text, lexicon)]
      .filter(isFree)
      .sort((a, b) => a.start - b.start),
    lexicon,
  ).map((one) => {
    const said = qualify(text, one, lexicon);
    return {
      ...one,
      ...said,
      ...(one.isRounded && said.qualifier === 'exact' ? { qualifier: 'approximately' as const } : {}),
    };
  });
  return [...numbers, ...[...findNone(text, lexicon), ...findMissing(text, lexicon)].filter(isFree)].sort(
    (a, b) => a.start - b.start,
  );
}

/** "5 to 20 years": a number that is joined to one that counts nothing counts nothing either. */
function withoutOthers(text: string, found: readonly Found[], lexicon: Lexicon): Found[] {
  const others = new Set<Found>();
  for (const [i, one] of [...found.entries()].reverse()) {
    const next = found[i + 1];
    const isJoined =
      next && others.has(next) && /^\s*(?:\p{L}{1,3}|[-–—‑至到,])\s*$/u.test(text.slice(one.end, next.start));
    if (isJoined || isOther(text, one, lexicon)) others.add(one);
  }
  return found.filter((one) => !others.has(one));
}

interface Found extends Span {
  readonly value: number;
  /** "Une trentaine". */
  readonly isRounded?: boolean;
}

function findDigits(text: string, { code, numberOf }: Lexicon): Found[] {
  const pattern = code === 'zh' ? chineseDigits : code === 'ar' ? arabicDigits : digits;
  return [...text.matchAll(twoYears.test(text) ? toUngrouped(pattern) : pattern)].flatMap(
    ({ 0: said, index }) => {
      const rest = text.slice(index + said.length);
      const more = code === 'zh' ? /^\s*([万亿千百])/.exec(rest) : thousandAfter(rest, numberOf);
      const number =
        more && code === 'zh' ? Number(said.replaceAll(',', '')) : Number(said.replace(/\D/g, ''));
      const value = Math.round(number * (more ? (times[more[1]!] ?? numberOf(more[1]!.toLowerCase())!) : 1));
      if (!Number.isSafeInteger(value)) return [];
      return [{ value, start: index, end: index + said.length + (more?.[0].length ?? 0) }];
    },
  );
}

/** "20 thousand". */
function thousandAfter(rest: string, numberOf: Lexicon['numberOf']): RegExpExecArray | null {
  const word = /^\s+([\p{L}\p{M}]+)/u.exec(rest);
  return word && (numberOf(word[1]!.toLowerCase()) ?? 0) >= 1000 ? word : null;
}

function findWords(text: string, lexicon: Lexicon): Found[] {
  if (lexicon.code === 'zh')
    return [...text.matchAll(chinese)].flatMap(({ 0: said, index }) => {
      const value = /^[万千百]/.test(said) ? undefined : readChineseNumeral(said);
      const isCounted = measure.test(text.slice(index + said.length, index + said.length + 3));
      const isArticle = value === 1 && !/^[起例名人宗]/u.test(text.slice(index + said.length));
      return value === undefined || !isCounted || isArticle || /\d\s*$/.test(text.slice(0, index))
        ? []
        : [{ value, start: index, end: index + said.length }];
    });
  const words = [...text.matchAll(/[\p{L}\p{M}]+(?:[-‑][\p{L}\p{M}]+)*/gu)].map(({ 0: word, index }) => ({
    value: lexicon.numberOf(word.toLowerCase().replaceAll('‑', '-')),
    start: index,
    end: index + word.length,
  }));
  const found: Found[] = [];
  for (let i = 0; i < words.length; i += 1) {
    if (words[i]!.value === undefined) continue;
    // "2.4 million": the number stands before, in digits.
    if (words[i]!.value! >= 100 && /\d\s*$/.test(text.slice(0, words[i]!.start))) continue;
    const values = [words[i]!.value!];
    let last = i;
    for (let j = i + 1; j < words.length; j += 1) {
      const { value, start, end } = words[j]!;
      if (value === undefined && lexicon.joinsNumbers(text.slice(start, end))) continue;
      const between = text.slice(words[last]!.end, start);
      if (value === undefined || !lexicon.joinsNumbers(between) || !goesOn(values, value, lexicon.code))
        break;
      values.push(value);
      last = j;
    }
    const isRounded = lexicon.isRounded(text.slice(words[i]!.start, words[i]!.end).toLowerCase());
    found.push({ value: sum(values), start: words[i]!.start, end: words[last]!.end, isRounded });
    i = last;
  }
  return found;
}

/** Whether a word belongs to the number before it: a smaller part of it, or a thousand of it. In Arabic ones stand before tens. */
function goesOn(values: readonly number[], value: number, code: string): boolean {
  const last = values.at(-1)!;
  if (value >= 100) return value > last || value < last;
  if (code === 'ar' && last < 10 && value >= 10) return true;
  return last > value && (last >= 100 || (last >= 20 && value < 20));
}

function sum(values: readonly number[]): number {
  let [total, current] = [0, 0];
  for (const value of values)
    if (value >= 1000) [total, current] = [total + Math.max(1, current) * value, 0];
    else if (value === 100 && current > 0 && current < 10) current *= 100;
    else current += value;
  return total + current;
}

/** Whether the words beside a number say that it counts nothing: a law, an age, money, years of prison, a share. */
function isOther(text: string, { start, end }: Span, { otherBefore, otherAfter, perYear }: Lexicon): boolean {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  return (
    /[$€£¥§#]\s*$|\d\s*[:/]$|[A-Z]\/$/u.test(before) ||
    /^\s*[%‰٪€$£°]|^\s*[:/]\s*\d|^[-‐‑]?\p{Lu}|^\s*\)\s*$/u.test(after) ||
    endsWith(before, otherBefore) ||
    (startsWith(after, otherAfter) && !startsWith(after, perYear))
  );
}

function endsWith(text: string, pattern: RegExp | undefined): boolean {
  if (!pattern) return false;
  return [...text.matchAll(pattern)].some(({ 0: said, index }) =>
    /^[\s(«"“.:°º]*$/u.test(text.slice(index + said.length)),
  );
}

export function startsWith(text: string, pattern: RegExp | undefined): boolean {
  if (!pattern) return false;
  return [...text.matchAll(pattern)].some(({ index }) => /^[\s-]*$/u.test(text.slice(0, index)));
}

function qualify(
  text: string,
  { start, end }: Span,
  { qualifiers, code }: Lexicon,
): Pick<Count, 'qualifier' | 'said'> {
  const from = Math.max(0, start - around);
  const before = text.slice(from, start);
  const after = text.slice(end, end + around);
  const found = qualifiers.flatMap((one): Pick<Count, 'qualifier' | 'said'>[] => {
    const ahead = one.before && [...before.matchAll(one.before)].find((match) => isLast(before, match));
    const behind = one.after && [...after.matchAll(one.after)][0];
    // In Chinese a measure word may stand before: 540人以上.
    const isNext = behind && (code === 'zh' ? /^\s*\S?$/u : /^\s*$/).test(after.slice(0, behind.index));
    return [
      ...(ahead ? [{ qualifier: one.qualifier, said: { start: from + ahead.index, end } }] : []),
      ...(isNext
        ? [{ qualifier: one.qualifier, said: { start, end: end + behind.index + behind[0].length } }]
        : []),
    ];
  });
  const length = ({ said }: Pick<Count, 'said'>) => said.end - said.start;
  return found.sort((a, b) => length(b) - length(a))[0] ?? { qualifier: 'exact', said: { start, end } };
}

const isLast = (text: string, { 0: said, index }: RegExpMatchArray) =>
  /^\s*$/.test(text.slice(index! + said.length));

/** "Not available", where a number might stand. */
const findMissing = (text: string, { missing }: Lexicon): Count[] =>
  missing.flatMap(([qualifier, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: said, index }) => {
      const span = { start: index, end: index + said.length };
      return { ...span, value: null, qualifier, said: span };
    }),
  );

/** Counts of zero: "no case", "not one person", "nobody". */
function findNone(text: string, { none, nobody, nounsIn }: Lexicon): Count[] {
  const zero = (start: number, end: number): Count => ({
    ...{ start, end, value: 0, qualifier: 'exact', said: { start, end } },
  });
  const nouns = none ? nounsIn(text) : [];
  return [
    ...[...text.matchAll(none ?? /(?!)/gu)].flatMap(({ 0: said, index }) => {
      const end = index + said.length;
      const noun = nouns.find(
        ({ start }) => start >= end && start - end <= 22 && !/[,;.，。；]/.test(text.slice(end, start)),
      );
      return noun ? [zero(index, noun.end)] : [];
    }),
    ...[...text.matchAll(nobody ?? /(?!)/gu)].map(({ 0: said, index }) => zero(index, index + said.length)),
  ];
}
