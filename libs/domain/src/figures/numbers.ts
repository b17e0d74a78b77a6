/** Numbers as letters write them: digits of any script, grouped or not, Chinese numerals, and small numbers in words. */
import { findSpelledNumbers, spellingOf } from './spelled-numbers.js';
import { wordNumbersOf } from './word-numbers.js';

/** A number where it stands in a text, in UTF-16 code units. */
export interface FoundNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** What is written right after it says that it is a year, month or day, or a part of a name such as 2006/27. */
  readonly isDate: boolean;
}

/** The value of a decimal digit of any script; undefined for any other character. */
function digitOf(char: string): number | undefined {
  if (!/^\p{Nd}$/u.test(char)) return undefined;
  const code = char.codePointAt(0)!;
  // In Unicode the ten digits of a script stand together, 0 first; in the mathematical ones five sets follow each other.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** Digits of any script as those that programs know. The text keeps its length wherever a digit is one code unit. */
export const toPlainDigits = (text: string): string =>
  /^[\0-\x7f]*$/.test(text)
    ? text
    : text.replace(/\p{Nd}/gu, (char) => `${digitOf(char)}`.padEnd(char.length, ' '));

// Digits with groups of three: 1,037; 1 037; 1.037; Arabic thousands separator; no other digit before or after.
const digits = /(?<![\d.,٬]|\d[\u00a0\u202f])\d{1,3}(?:([,.'’٬\u00a0\u202f ])\d{3})(?:\1\d{3})*(?!\d)|\d+/g;

const chineseDigits: Readonly<Record<string, number>> = Object.fromEntries(
  [...'〇一二三四五六七八九'].map((char, i) => [char, i]),
);
const chineseUnits: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
};
const chinese = /[〇零一二三四五六七八九十百千万亿两]+/g;

/** The value of a Chinese numeral; undefined where the characters are none. */
export function readChineseNumeral(numeral: string): number | undefined {
  const chars = [...numeral.replaceAll('两', '二').replaceAll('零', '〇')];
  if (chars.every((char) => char in chineseDigits))
    return chars.length === 1 || chars.length === 4
      ? Number(chars.map((c) => chineseDigits[c]).join(''))
      : undefined;
  let [total, section, digit] = [0, 0, 0];
  for (const char of chars) {
    const unit = chineseUnits[char];
    if (unit === undefined) digit = chineseDigits[char]!;
    else if (unit >= 10_000) {
      total += (section + digit || 1) * unit;
      [section, digit] = [0, 0];
    } else {
      section += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + section + digit;
}

// After a number: 年 月 日 of a date, 号 of a resolution, or a stroke or hyphen with more digits.
const afterDate = /^\s*(?:[年月日号届]|[/-]\d)/;
const beforeDate = /(?:第\s*|\d[/-]|[A-Z]\.|[A-Z]\/)$/;
const dateSpan = /^\s*[至到-]\s*\d{1,4}\s*[年月日]/;

const isPartOfDate = (text: string, start: number, end: number): boolean =>
  afterDate.test(text.slice(end, end + 12)) ||
  dateSpan.test(text.slice(end, end + 12)) ||
  beforeDate.test(text.slice(Math.max(0, start - 4), start));

const spellings = ['en', 'fr', 'es', 'ru', 'ar'].map((code) => ({
  spelling: spellingOf(code),
  words: wordNumbersOf(code),
  script: code === 'ar' ? /\p{Script=Arabic}/u : code === 'ru' ? /\p{Script=Cyrillic}/u : /[a-z]/iu,
}));

/** Numbers in words of whatever language: as they are spelled together, and each word that is one by itself. */
function findWords(text: string): Pick<FoundNumber, 'value' | 'start' | 'end'>[] {
  const found = new Map<string, Pick<FoundNumber, 'value' | 'start' | 'end'>>();
  const add = (value: number, start: number, end: number) =>
    found.set(`${start} ${end} ${value}`, { value, start, end });
  const own = spellings.filter(({ script }) => script.test(text));
  for (const { spelling } of own)
    for (const { value, start, end } of findSpelledNumbers(text, spelling)) add(value, start, end);
  for (const { 0: said, index } of text.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:[-‑][\p{L}\p{M}]+)?/gu))
    for (const { words } of own) {
      const value = words.get(said.replace('‑', '-'));
      if (value !== undefined) add(value, index, index + said.length);
    }
  return [...found.values()];
}

/** Every number of a text, in the order of the text. */
export function findNumbers(text: string): FoundNumber[] {
  const plain = toPlainDigits(text);
  const found: FoundNumber[] = [];
  const add = (value: number | undefined, start: number, length: number) => {
    const end = start + length;
    if (value !== undefined && Number.isSafeInteger(value))
      found.push({ value, start, end, isDate: isPartOfDate(plain, start, end) });
  };
  for (const { 0: said, index } of plain.matchAll(digits)) {
    // 3.8万 and 5 千 are multiples.
    const times = /^\s*([万亿千百])/.exec(plain.slice(index + said.length));
    const value = Number(said.replace(/\D/g, ''));
    add(value * (times ? chineseUnits[times[1]!]! : 1), index, said.length + (times?.[0].length ?? 0));
  }
  for (const { 0: said, index } of plain.matchAll(chinese))
    if (!/^[万亿千百]/.test(said)) add(readChineseNumeral(said), index, said.length);
  for (const { value, start, end } of findWords(plain)) add(value, start, end - start);
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a number is written somewhere in a text. */
export const hasNumber = (text: string, value: number): boolean =>
  findNumbers(text).some((number) => number.value === value);
