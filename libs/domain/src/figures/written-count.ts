/** What a written figure means as a count with its qualifier: "<5", "≥ 3,800", "about sixty", "五". */
import { findNumbers, toPlainDigits } from './numbers.js';
import type { Qualifier } from './qualifier.js';

export { toPlainDigits } from './numbers.js';

export interface WrittenCount {
  readonly value: number;
  readonly qualifier: Qualifier;
}

/**
 * In: the sign before a whole number, and the number. Out: the count that both give; undefined for "<0". A bound becomes the
 * nearest qualifier: "≤4" is fewer than 5, and ">4" at least 5.
 */
export function readSign(sign: string, count: number): WrittenCount | undefined {
  switch (sign) {
    case '<':
      return count > 0 ? { value: count, qualifier: 'fewer-than' } : undefined;
    case '<=':
    case '≤':
      return { value: count + 1, qualifier: 'fewer-than' };
    case '>':
      return { value: count + 1, qualifier: 'at-least' };
    case '>=':
    case '≥':
      return { value: count, qualifier: 'at-least' };
    case '~':
    case '≈':
      return { value: count, qualifier: 'approximately' };
    default:
      return { value: count, qualifier: 'exact' };
  }
}

const signs: Readonly<Record<string, string>> = {
  '<': 'less than|fewer than|under|below|moins de|menos de|менее|меньше|少于|不到|أقل من',
  '≤': 'at most|up to|au plus|como máximo|hasta|не более|до|至多|最多|على الأكثر',
  // As letters are coded: "more than 3,800" is at least 3,800, the number that is written.
  '≥': 'more than|over|above|plus de|más de|более|больше|свыше|超过|多于|أكثر من|at least|au moins|al menos|por lo menos|не менее|至少|على الأقل|ما لا يقل عن',
  '~': 'about|around|approximately|approx\\.?|circa|ca\\.?|environ|aproximadamente|unos|около|примерно|大约|约|حوالي|نحو',
};
const worded = Object.entries(signs).map(
  ([sign, words]) => [sign, new RegExp(`^(?:${words})\\s*`, 'iu')] as const,
);

const written = /^(<=|>=|[<>≤≥~≈]?)\s*(.+)$/u;

/** One way to part thousands in a number, or none. */
const whole = /^\d+$|^\d{1,3}(?:([,.'’٬\u00a0\u202f ])\d{3})(?:\1\d{3})*$/u;

/** A text that is nothing but one number, in digits or words. */
function readWhole(text: string): number | undefined {
  if (/\d/u.test(text)) return whole.test(text) ? Number(text.replace(/\D/gu, '')) : undefined;
  return findNumbers(text).find(({ start, end }) => start === 0 && end === text.length)?.value;
}

const longest = 80;

/**
 * What somebody who wrote a figure as a text may have meant; undefined where it is no single count. It is to be proposed,
 * never taken: "1.234" may be a fraction.
 */
export function readWrittenCount(text: string): WrittenCount | undefined {
  let plain = toPlainDigits(text.slice(0, longest + 1)).trim();
  if (plain.length > longest) return undefined;
  for (const [sign, words] of worded) if (words.test(plain)) plain = plain.replace(words, sign);
  const [, sign = '', rest = ''] = written.exec(plain) ?? [];
  const count = readWhole(rest);
  const read = count === undefined ? undefined : readSign(sign, count);
  return read && Number.isSafeInteger(read.value) ? read : undefined;
}
