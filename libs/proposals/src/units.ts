/** The parts of a paragraph that its lines make: entries of a list, headings, tables, and text. */
import type { Span } from './span.js';

export interface Unit extends Span {
  /** Rows that follow each other are one table, whose cells a tab or a stroke parts. */
  readonly isTable: boolean;
  /** Whether it goes on a list, or what a line that ends with a colon begins. */
  readonly goesOn: boolean;
}

/** Between paragraphs there are two, between lines of one there is one. */
const lineEnd = /\n+|$/gu;
/** A dash or dot, a letter or number in brackets, 3), II.1, 一、: what an entry begins with. */
const entry =
  /^\s*(?:[-–—•·*▪◦‣]\s|[(（]\s?(?:\p{Nd}{1,3}|\p{L}{1,4})\s?[)）]|(?:\p{Nd}{1,3}|\p{L})\s?[)）]|(?:\p{Nd}{1,3})[.、．](?=\s|\p{Lo}))/u;
/** What is longer is a paragraph, numbered or not (characters). */
const longest = 160;
const opens = /[:：]\s*$/u;
const isShort = (line: string): boolean => line.length <= 60 && !/[.。:：!?？؟]\s*$/u.test(line);
/** What the title of a table begins with, or says: 乙、, "II.", a year. */
const title =
  /^\s*(?:[甲乙丙丁戊己庚辛壬癸一二三四五六七八九十]+[、.]|\p{Lu}{1,4}[.)])|(?:19|20)\p{Nd}\p{Nd}/u;
/** Years side by side, with at most the name of the first column before them: the head of the rows that follow. */
const isHead = (line: string): boolean =>
  line.length <= 100 &&
  /^[^\p{Nd}。.:：;；]{0,30}(?:\p{Nd}{4}\s?(?:年|г\.|год|m|م)?\s+){1,12}\p{Nd}{4}\s?\S{0,3}\s*$/u.test(line);
/** Numbers with nothing but blanks between them: a row whose head is the line before. */
const isNumbers = (line: string): boolean =>
  line.length <= 60 && /^\s*\p{Nd}+(?:[.,]?\p{Nd})*(?:\s+[\p{Nd}.,]+)+\s*$/u.test(line);
const isRow = (line: string): boolean => line.includes('\t') || (line.match(/[|｜]/gu) ?? []).length > 1;

/** In: a text and the part of it that is one paragraph. Out: its units, in order, together the whole of it. */
export function unitsOf(text: string, start: number, until: number): Unit[] {
  const said = text.slice(start, until);
  const units: Unit[] = [];
  let from = 0;
  let before = '';
  let isSameBlock = false;
  for (const { 0: end, index: to } of said.matchAll(lineEnd)) {
    const line = said.slice(from, to);
    const [isTable, last] = [isRow(line), units.at(-1)];
    // The name of a row may take two lines.
    const isName =
      !!last &&
      !last.isTable &&
      units.at(-2)?.isTable &&
      isShort(before) &&
      !title.test(before) &&
      /\p{Nd}/u.test(line);
    if (isTable && isSameBlock && last?.isTable) units[units.length - 1] = { ...last, end: start + to };
    else if (isTable && isSameBlock && last && isHead(before))
      units[units.length - 1] = { ...last, isTable, end: start + to };
    else if (isTable && isSameBlock && isName) units.splice(-2, 2, { ...units.at(-2)!, end: start + to });
    else if (last && !last.isTable && isNumbers(line) && (isShort(before) || isNumbers(before)))
      units[units.length - 1] = { ...last, end: start + to };
    else
      units.push({
        ...{ start: start + from, end: start + to, isTable },
        goesOn: (line.length <= longest && entry.test(line)) || isTable || opens.test(before),
      });
    [from, before, isSameBlock] = [to + end.length, line, end.length === 1];
  }
  return units;
}
