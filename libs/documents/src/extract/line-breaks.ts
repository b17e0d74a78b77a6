/** Which lines of a text stand apart from the line before, as an entry of a list, a row of a table or a new paragraph does. */

/** A dash or dot, a letter or number in brackets, 3), II.1, Q.4, 一、: what an entry begins with. */
const entry =
  /^(?:[-–—•·*▪◦‣]\s|[(（]\s?(?:\p{Nd}{1,3}|\p{L}{1,4})\s?[)）]|(?:\p{Nd}{1,3}|\p{L}|[IVXivx]{1,5})(?:\.\p{Nd}{1,2})*\s?[.)、．](?=\s|\p{Lo})|\p{L}{1,3}\.\p{Nd}{1,2}|[一二三四五六七八九十]{1,3}[、.．])/u;
const sentenceEnd = /[.。!！?？:：;；؟؛][\s"”»’')）]*$/u;
/** Parts the cells of a row. */
export const cellMark = '\t';
/** A small letter goes on with what was begun, however short the line before is. */
const continues = /^\p{Ll}/u;
/** A line that is shorter than so great a part of a usual one was not broken for want of room; before an empty line, less short. */
const [shortPart, shortBeforeEmpty] = [0.6, 0.85];

/** In: a line. Out: its text without needless blanks; where it is a row, with a tab between its cells. */
export function tidyLine(line: string): string {
  const cells = line.trim().split(/\s*\t\s*|\s{3,}/u);
  const hasCells = cells.length > 2 || (cells.length === 2 && /^\p{Nd}[\p{Nd}.,  ]*$/u.test(cells[1]!));
  return cells.map((cell) => cell.replace(/\s+/gu, ' ')).join(hasCells ? cellMark : ' ');
}

/** Whether a line has cells. */
export const isRow = (text: string): boolean =>
  text.includes(cellMark) || (text.match(/[|｜]/gu) ?? []).length > 1;

/** In: all lines of a text. Out: how long one is that was broken for want of room (characters), as far as can be told. */
export function usualLength(lines: readonly string[]): number {
  const lengths = lines
    .map((line) => line.trim().length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.8)] ?? 0;
}

/** In: two lines that follow each other, whether an empty one is between, and the usual length. */
export const standsApart = (before: string, next: string, isParted: boolean, usual: number): boolean =>
  isRow(before) ||
  isRow(next) ||
  entry.test(next) ||
  (isParted && sentenceEnd.test(before)) ||
  (before.length < usual * (isParted ? shortBeforeEmpty : shortPart) && !continues.test(next));
