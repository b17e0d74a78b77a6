/** The number of a passage that somebody has selected. Pure. */

/** The number in a text that has one in digits, of any script, with or without separators; else nothing. */
export function onlyNumber(said: string): string {
  const numbers = said.match(/\p{Nd}+(?:[,.\u00a0\u202f٬ ]\p{Nd}{3})*/gu) ?? [];
  if (numbers.length !== 1) return '';
  return [...numbers[0]!].flatMap((sign) => digitOf(sign) ?? []).join('');
}

/** Unicode has the ten digits of a script in one row, and their zero at a multiple of ten from 0x30 or 0x660 and so on. */
function digitOf(sign: string): number | undefined {
  if (!/\p{Nd}/u.test(sign)) return undefined;
  const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10];
  const code = sign.codePointAt(0)!;
  const zero = zeros.find((one) => one <= code && code < one + 10);
  return zero === undefined ? undefined : code - zero;
}
