/** The label of a heading: "IV.", "B.", "2.", "四." */

const romans = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

function toRoman(n: number): string {
  const found = romans.find(([, value]) => value <= n);
  return found ? found[0] + toRoman(n - found[1]) : '';
}

const toLetter = (n: number): string =>
  (n > 26 ? toLetter(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26));

const digits = '零一二三四五六七八九';

/** 1 to 99 in Chinese: 一, 十, 十二, 二十, 二十三. */
function toChinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const high = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`;
  return high + (ones === 0 ? '' : digits[ones]);
}

const writers = { roman: toRoman, letter: toLetter, decimal: String, chinese: toChinese };

/** In: the place of the heading among its like, from 1, and how its level is numbered. */
export const toHeadingLabel = (
  n: number,
  { numbers, suffix }: { readonly numbers: keyof typeof writers; readonly suffix: string },
): string => `${writers[numbers](n)}${suffix}`;
