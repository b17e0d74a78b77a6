/** Numbers that count nothing that is asked for: of laws, telephones, ages, money, years of prison, shares. */
import type { Lexicon } from '../lexicon.js';
import type { Span } from '../span.js';

/** How far before and after a number the words stand that say what it is (characters). */
export const around = 40;

/** "Hotline 1148", "(+375 17) 329-18-98": a number to call, where no noun that is counted follows. */
function isOfLine(before: string, after: string, line: RegExp | undefined, said: string): boolean {
  if (/\(\+?\d[\d\s]{1,9}\)\s*(?:\d{1,4}[\s-])*$/u.test(before) || /^[-–]\d{2}[-–]\d{2}/u.test(after))
    return true;
  if (!/^\d{3,12}$/u.test(said)) return false;
  if (said.length > 6) return true;
  return (
    line !== undefined &&
    [...before.matchAll(line)].some(({ 0: words, index }) =>
      /^(?:\s\p{Lu}?\p{L}{0,14})?(?:\s\p{L}{2,12})?\s?[«"(№:]?\s?$/u.test(before.slice(index + words.length)),
    ) &&
    !/^\s?\p{L}{1,4}ов(?!\p{L})|^\s?(?:звон|обращ|раз(?!\p{L})|вызов|مكالم|اتصال|نداء|مرة|مرات)/u.test(
      after,
    ) &&
    !/^\s*[余多]?[次个個通起宗件人名]/u.test(after)
  );
}

/** 接听电话8,240次: calls, and no number to call. */
const isOfCalls = /(?:电话|专线|热线|号码)\|\s*[余多]?[次个個通起宗件]/u;

/** Money of many countries, as it is written before a sum. */
const money =
  /(?<![\p{L}\d])(?:[A-Z]{1,3}\$|[KUTS]?[Ss]hs?|Tk|Rs|Le|Nu|GH[¢S]|F?CFA|kr|[A-Z]?R?\$|(?:US|AU|NZ|CA|JM|TT|GY|HK|SG)D|EUR|GBP|CHF|[DNS][OEK]K|XO?AF|XOF|KES|UGX|TZS|NGN|ZAR|INR|PKR|BDT|LKR|THB|PHP|MXN|COP|PEN|CLP|ARS|BRL|BOB|DOP|GTQ|HNL|CRC)\.?\s?$/u;

/** Whether the words beside a number say that it counts nothing: a law, an age, money, years of prison, a share. */
export function isOther(
  text: string,
  { start, end }: Span,
  { code, otherBefore, otherAfter, line, planned }: Lexicon,
  periods: readonly Span[],
): boolean {
  const before = text.slice(Math.max(0, start - around), start);
  // "45 тыс. долларов".
  const after = text.slice(end, end + around).replace(/^\.(?=\s\p{Ll})/u, '');
  return (
    isOfLine(before, after, line, text.slice(start, end)) ||
    /^0\d/.test(text.slice(start)) ||
    money.test(before) ||
    isPlanned(text, { start, end }, planned) ||
    /\(0\d*\)\s*$|[$€£¥§#+]\s*$|\d\s*[:/]$|[A-Z]\/$|(?<!\p{L})\p{Lu}\.\s?$/u.test(before) ||
    // The parts of a telephone number.
    /(?:^|[^\d.,])(?:\+\d+|00?\d+)(?:[\s-]\d{1,4})*[\s-]$|\d{2}-$/u.test(before) ||
    /^\s*[%‰٪€$£°]|^\s*\/\s*\d|^:\d|^[-‐‑]\d{3,}|^[-‐‑]?\p{Lu}|^\s*\)\s*$|^\s*\]/u.test(after) ||
    (code === 'ar' && /^ ?[-–] /u.test(after)) ||
    (endsWith(before, otherBefore) &&
      !(code === 'zh' && isOfCalls.test(`${before.trimEnd().slice(-2)}|${after}`))) ||
    (startsWith(after, otherAfter) &&
      !periods.some((period) => period.start >= end && /^\s*$/.test(text.slice(end, period.start))))
  );
}

/** "It is planned to train a further 150": what is not yet is no figure. */
const isPlanned = (text: string, { start, end }: Span, planned: RegExp | undefined): boolean =>
  planned !== undefined &&
  ([...text.slice(Math.max(0, start - 80), start).matchAll(planned)].some(({ index, 0: said }) =>
    /^[^;:.]*$/u.test(text.slice(Math.max(0, start - 80) + index + said.length, start)),
  ) ||
    [...text.slice(end, end + 60).matchAll(planned)].some(({ index }) =>
      /^[^,;:.\d]*$/u.test(text.slice(end, end + index)),
    ));

export function endsWith(text: string, pattern: RegExp | undefined): boolean {
  if (!pattern) return false;
  return [...text.matchAll(pattern)].some(({ 0: said, index }) =>
    /^[\s(«"“.:°º]*$/u.test(text.slice(index + said.length)),
  );
}

export function startsWith(text: string, pattern: RegExp | undefined): boolean {
  if (!pattern) return false;
  return [...text.matchAll(pattern)].some(({ index }) => /^[\s-]*$/u.test(text.slice(0, index)));
}
