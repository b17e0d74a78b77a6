/** Numbers that are spelled with several words: "two hundred and six", "quatre-vingt-dix-sept", "ثلاثة وعشرون". */
import { wordNumbersOf } from './word-numbers.js';

/** A number in words where it stands in a text, in UTF-16 code units. */
export interface SpelledNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Its words in lower case. */
  readonly words: readonly string[];
}

/** What a language needs beside its words to read them together. */
export interface Spelling {
  readonly code: string;
  /** Words in lower case that may stand between the words of one number: "and". */
  readonly joins: readonly string[];
  /** The number of a word in lower case, without marks of vowels. */
  numberOf(word: string): number | undefined;
}

const joinsOf: Readonly<Record<string, readonly string[]>> = {
  ...{ en: ['and'], fr: ['et'], es: ['y'], ru: ['и'], ar: ['و'] },
};

/** After a ten these are one: "cuarenta y una"; alone they are articles. */
const articles: Readonly<Record<string, readonly string[]>> = {
  ...{ fr: ['un', 'une'], es: ['un', 'una', 'uno', 'ún'] },
};

/** How a language spells numbers, as far as its own words go. */
export function spellingOf(code: string, more: Readonly<Record<string, number>> = {}): Spelling {
  const words = wordNumbersOf(code);
  return {
    code,
    joins: joinsOf[code] ?? [],
    numberOf: (word) => more[word] ?? words.get(word),
  };
}

interface Word {
  readonly word: string;
  readonly value: number | undefined;
  /** In Arabic "and" is written together with the word: this one begins with it. */
  readonly isJoined: boolean;
  readonly start: number;
  readonly end: number;
}

/** Signs of vowels and the stroke that lengthens a word, which Arabic may write or leave out. */
const vowels = /[\u064b-\u0652\u0640]/gu;
/** In Arabic these are written together with the word: "and", "with", "for". */
const prefixes = /^(?:و?[بلكف]?)/u;

function readWords(text: string, { code, numberOf }: Spelling): Word[] {
  const pattern = code === 'fr' ? /[\p{L}\p{M}]+/gu : /[\p{L}\p{M}]+(?:[-‑][\p{L}\p{M}]+)*/gu;
  return [...text.matchAll(pattern)].map(({ 0: said, index }) => {
    const place = { start: index, end: index + said.length };
    const word = said.toLowerCase().replaceAll('‑', '-').replace(vowels, '');
    const whole = numberOf(word);
    if (whole !== undefined || code !== 'ar') return { word, value: whole, isJoined: false, ...place };
    const prefix = prefixes.exec(word)![0];
    // بال and لل are no numbers' beginnings; the article is left on, for it says that they were counted before.
    const value =
      prefix === '' ? undefined : (numberOf(word.slice(prefix.length)) ?? numberOf(word.slice(1)));
    return { word, value, isJoined: prefix.startsWith('و'), ...place };
  });
}

/** In: a text and how its language spells. Out: its numbers in words, in order, those of one word too. */
export function findSpelledNumbers(text: string, spelling: Spelling): SpelledNumber[] {
  const words = readWords(text, spelling);
  const found: SpelledNumber[] = [];
  for (let i = 0; i < words.length; i += 1) {
    if (words[i]!.value === undefined) continue;
    const parts = [words[i]!];
    let last = i;
    for (let j = i + 1; j < words.length && j - last <= 2; j += 1) {
      const next = readNext(text, words, last, j, spelling);
      if (next === 'join') continue;
      if (next === undefined || !goesOn(parts, next, spelling.code, j - last > 1)) break;
      parts.push(next);
      last = j;
    }
    const [start, end] = [words[i]!.start, words[last]!.end];
    found.push({ value: sum(parts, spelling.code), start, end, words: parts.map(({ word }) => word) });
    i = last;
  }
  return found;
}

/** The word at j as a part of the number whose last word is the one before; or that it only joins. */
function readNext(
  text: string,
  words: readonly Word[],
  last: number,
  j: number,
  { code, joins }: Spelling,
): Word | 'join' | undefined {
  const word = words[j]!;
  if (!/^[\s\u00a0-]*$/u.test(text.slice(words[j - 1]!.end, word.start))) return undefined;
  if (word.value !== undefined) return word;
  const isAfterTen = words[last]!.value! % 10 === 0 && words[last]!.value! >= 20;
  if (isAfterTen && j - last === 2 && articles[code]?.includes(word.word)) return { ...word, value: 1 };
  return j - last === 1 && joins.includes(word.word) ? 'join' : undefined;
}

/** Whether a word belongs to the number before it: a smaller part of it, or a thousand of it. */
function goesOn(parts: readonly Word[], { value, isJoined }: Word, code: string, hasJoin: boolean): boolean {
  const last = parts.at(-1)!.value!;
  const next = value!;
  if (next >= 100) return next !== last && !(next < last && last < 100);
  if (code === 'fr' && (last === 60 || (last === 20 && parts.at(-2)?.value === 4)) && next < 20) return true;
  if (code === 'fr' && last === 4 && next === 20) return true;
  // "Dix-sept", where it was read in two.
  if (code === 'fr' && last === 10 && next > 6 && next < 10) return !hasJoin;
  if (code === 'ar') {
    if (last < 10 && next >= 20) return isJoined;
    if (last < 10 && next === 10) return !isJoined;
    return last >= 100 && isJoined;
  }
  return last > next && (last >= 100 || (last >= 20 && next < 10));
}

function sum(parts: readonly Word[], code: string): number {
  let [total, current] = [0, 0];
  for (const { value } of parts) {
    const one = value!;
    if (one >= 1000) [total, current] = [total + Math.max(1, current) * one, 0];
    else if (one === 100 && current > 0 && current < 10) current *= 100;
    else if (code === 'fr' && one === 20 && current % 10 === 4 && current % 100 < 10) current += 76;
    else current += one;
  }
  return total + current;
}
