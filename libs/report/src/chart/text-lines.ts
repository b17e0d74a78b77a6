/** How wide a text is, and breaking it into lines: programs that draw SVG break none. */

const isSquare = /[\u2e80-\u9fff\uff00-\uffef]/u;
/** Parts of the size of letters, as in Times: the first class that a character is in. */
const widths: readonly (readonly [RegExp, number])[] = [
  [isSquare, 1],
  [/[ijltfrI.,;:'’|!/()[\] -]/u, 0.34],
  [/[mMW%@—]/u, 0.95],
  [/\p{Lu}|[ЖМФШЩЮжмфшщю&+=<>~]/u, 0.75],
];
const otherWidth = 0.52;

/** About the width of a text, rather more than less, in units of the drawing. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, one) => sum + (widths.find(([of]) => of.test(one))?.[1] ?? otherWidth) * size, 0);

/** Breaks a text into lines of a width: after spaces and the signs of addresses, in Chinese and in long words anywhere. */
export function toLines(text: string, width: number, size: number): string[] {
  const most = Math.max(1, Math.floor(width / size));
  const pieces = text
    .split(/(?<=[\s/&?,=~])|(?<=[\u2e80-\u9fff\uff00-\uffef])/u)
    .flatMap((piece) => piece.match(new RegExp(`[^]{1,${most}}`, 'gu')) ?? []);
  const lines = [''];
  for (const piece of pieces) {
    const longer = lines.at(-1)! + piece;
    if (lines.at(-1) === '' || widthOf(longer.trimEnd(), size) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
