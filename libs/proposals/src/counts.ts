/** The numbers of a sentence that may be counts, and how each is meant. */
import { findSpelledNumbers, readChineseNumeral, type Spelling } from '@rapporteur/domain';
import type { Lexicon } from './lexicon.js';
import { findMissing, findNone, findOne } from './counts-without-numbers.js';
import type { Count } from './count.js';
import { around, endsWith, isOther } from './nouns/not-counted.js';
import type { Span } from './span.js';

export type { Count } from './count.js';

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
const twoYears = /^[^|｜\t]*(?:19|20)\d\d(?:\s*(?:год|г\.|年))?\s+(?:19|20)\d\d(?!\s*[,;])[^|｜\t]*$/u;
const toUngrouped = (pattern: RegExp) =>
  new RegExp(pattern.source.replace('\\u202f ]', '\\u202f]').replace('[, ]', ','), pattern.flags);
const measures = '[名人起件桩例宗個个項项次种份场位支伙张幅条则篇通期部国]';
/** A number in Chinese counts where a measure word follows, or in a list or a table. */
const chineseDigits = new RegExp(
  `(?<=[|｜\\t]\\s*)\\d+(?:,\\d{3})*(?=\\s|$)|(?<![\\d.,])(?:\\d{1,3}(?:[, ]\\d{3})+(?!\\d)|\\d+(?:\\.\\d+(?=\\s*[万亿]))?)(?=\\s*[万亿千百多余几]*\\s*(?:\\d+[千百]?(?<=万\\d+[千百]?))?\\s*(?:${measures}|[、和与及|｜]|$)|\\s+\\d)`,
  'gu',
);
/** The same in Chinese characters: in 一并 and 统一 stands no number. */
const measure = new RegExp(`^[多余几]?${measures}`, 'u');

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
    [...findDigits(text, lexicon), ...findDecimals(text, lexicon), ...findWords(text, lexicon)]
      .filter(isFree)
      .sort((a, b) => a.start - b.start),
    lexicon,
    periods,
  ).map((one) => {
    const said = qualify(text, one, lexicon);
    return {
      ...one,
      ...said,
      ...(one.isRounded && said.qualifier === 'exact' ? { qualifier: 'approximately' as const } : {}),
    };
  });
  // "Not one conviction" is none, and no count of one.
  const missing = findMissing(text, lexicon).filter(isFree);
  const isSaidMissing = (one: Span) =>
    missing.some(
      ({ start, end }) =>
        (start < one.end && one.start < end + (one.start > start ? 25 : 0)) ||
        (start >= one.end && start - one.end < 60 && !/[,;:.،؛，；。]/u.test(text.slice(one.end, start))),
    );
  const none = findNone(text, lexicon).filter((one) => isFree(one) && !isSaidMissing(one));
  const isOfNone = (one: Span) => none.some(({ start, end }) => start <= one.start && one.end <= end);
  return [
    ...[...numbers, ...findOne(text, lexicon).filter(isFree)].filter((one) => !isOfNone(one)),
    ...none,
    ...missing,
  ].sort((a, b) => a.start - b.start);
}

/** "5 to 20 years": a number that is joined to one that counts nothing counts nothing either. */
function withoutOthers(
  text: string,
  found: readonly Found[],
  lexicon: Lexicon,
  periods: readonly Span[],
): Found[] {
  const others = new Set<Found>();
  for (const [i, one] of [...found.entries()].reverse()) {
    const next = found[i + 1];
    const isJoined =
      next && others.has(next) && /^\s*(?:\p{L}{1,3}|[-–—‑至到,])\s*$/u.test(text.slice(one.end, next.start));
    if (isJoined || isOther(text, one, lexicon, periods)) others.add(one);
  }
  // "Articles 178 to 181": what goes on from the number of an article is one, too.
  for (const [i, one] of found.entries()) {
    const last = found[i - 1];
    const isOn =
      last !== undefined &&
      others.has(last) &&
      endsWith(text.slice(Math.max(0, last.start - around), last.start), lexicon.otherBefore) &&
      /^\s*(?:to|à|a|al|-|–|—|and|et|y|or|ou|o|,)\s*$/u.test(text.slice(last.end, one.start)) &&
      one.value > last.value;
    if (isOn) others.add(one);
  }
  return found.filter((one) => !others.has(one));
}

interface Found extends Span {
  readonly value: number;
  /** "Une trentaine". */
  readonly isRounded?: boolean;
}

function findDigits(text: string, { code, spelling: { numberOf } }: Lexicon): Found[] {
  const pattern = code === 'zh' ? chineseDigits : code === 'ar' ? arabicDigits : digits;
  return [...text.matchAll(twoYears.test(text) ? toUngrouped(pattern) : pattern)].flatMap(
    ({ 0: said, index }) => {
      const rest = text.slice(index + said.length);
      const more = code === 'zh' ? /^\s*([万亿千百])/.exec(rest) : thousandAfter(rest, numberOf);
      const number =
        more && code === 'zh' ? Number(said.replaceAll(',', '')) : Number(said.replace(/\D/g, ''));
      const value = Math.round(number * (more ? (times[more[1]!] ?? numberOf(more[1]!.toLowerCase())!) : 1));
      if (!Number.isSafeInteger(value)) return [];
      const end = index + said.length + (more?.[0].length ?? 0);
      // 3万2千: what follows at once belongs to it.
      const less = more?.[1] === '万' ? /^(\d{1,4})([千百]?)/.exec(text.slice(end)) : null;
      if (less)
        return [
          {
            value: value + Number(less[1]) * (times[less[2]!] ?? 1),
            start: index,
            end: end + less[0].length,
          },
        ];
      if (code === 'zh' && /\d万$/.test(text.slice(0, index))) return [];
      return [{ value, start: index, end }];
    },
  );
}

/** "2.3 thousand". */
function findDecimals(text: string, { code, spelling: { numberOf } }: Lexicon): Found[] {
  if (code === 'zh') return [];
  return [...text.matchAll(/(?<![\d.,])\d{1,3}[.,]\d{1,2}(?=\s+\p{L})/gu)].flatMap(({ 0: said, index }) => {
    const more = thousandAfter(text.slice(index + said.length), numberOf);
    const value = more && Number(said.replace(',', '.')) * numberOf(more[1]!.toLowerCase())!;
    return value
      ? [{ value: Math.round(value), start: index, end: index + said.length + more[0].length }]
      : [];
  });
}

/** "20 thousand". */
function thousandAfter(rest: string, numberOf: Spelling['numberOf']): RegExpExecArray | null {
  const word = /^\s+([\p{L}\p{M}]+)/u.exec(rest);
  return word && (numberOf(word[1]!.toLowerCase()) ?? 0) >= 1000 ? word : null;
}

function findWords(text: string, lexicon: Lexicon): Found[] {
  if (lexicon.code === 'zh')
    return [...text.matchAll(chinese)].flatMap(({ 0: said, index }) => {
      const value = /^[万千百]/.test(said) ? undefined : readChineseNumeral(said);
      const isCounted = measure.test(text.slice(index + said.length, index + said.length + 3));
      const isArticle =
        value === 1 &&
        !/^[起例名人宗]/u.test(text.slice(index + said.length)) &&
        !/每年[^，。；]{0,8}$/u.test(text.slice(Math.max(0, index - 12), index));
      return value === undefined || !isCounted || isArticle || /\d\s*$/.test(text.slice(0, index))
        ? []
        : [{ value, start: index, end: index + said.length }];
    });
  return findSpelledNumbers(text, lexicon.spelling).flatMap(({ value, start, end, words }) =>
    // "2.4 million": the number stands before, in digits.
    value >= 1000 && /(?<!(?:19|20)\d)\d\s*$/.test(text.slice(0, start))
      ? []
      : [
          halved(
            text,
            { value, start, end, isRounded: words.length === 1 && lexicon.isRounded(words[0]!) },
            lexicon,
          ),
        ],
  );
}

/** "Half a dozen", "medio centenar". */
function halved(text: string, one: Found, { half }: Lexicon): Found {
  if (!half || one.value % 2 !== 0 || (one.value !== 12 && !one.isRounded)) return one;
  const before = text.slice(Math.max(0, one.start - 12), one.start);
  const said = [...before.matchAll(half)].findLast(({ 0: words, index }) =>
    /^[\s-]*$/u.test(before.slice(index + words.length)),
  );
  return said
    ? { value: one.value / 2, start: one.start - before.length + said.index, end: one.end, isRounded: true }
    : one;
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
  /^\s*(?:(?:an?|the|une?|les|los|las|la)\s+)?$/iu.test(text.slice(index! + said.length));
