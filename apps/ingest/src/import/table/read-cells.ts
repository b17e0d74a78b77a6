/** Shared by the readers of a row: its cells by the names of their columns, and the error for a refused row. */
import { faultOfText } from '@rapporteur/domain';
import { cut } from '@rapporteur/office-file';
import type { Header } from './find-header.js';
import { foldWord } from './mapping.js';

/** Characters of a reason why a row is refused or waits. */
export const longestReason = 300;

/** Why a row is refused; thrown within a row's reading and caught at its end. */
export class Refused extends Error {
  constructor(reason: string) {
    super(cut(reason, longestReason));
  }
}

export type Cells = readonly string[];
type ReadCell = (cells: Cells) => string;
/**
 * In: names of a column, and how many characters its cells may have. Out: the reader of its cells, which gives
 * '' for a missing one.
 */
export type CellOf = (columns: readonly string[] | undefined, longest?: number) => ReadCell;

/** Characters of a figure as written and of a respondent's name: as many as an event can hold. */
export const longestWritten = 200;
/** Characters of other words: as many as the longest word of a mapping may have. */
const longestWord = 500;
/** How many words are remembered with their meaning, for each column. */
const wordsRemembered = 20_000;

export function makeCellOf(header: Header): CellOf {
  return (columns, longest = longestWord) => {
    const place = header.find(columns);
    return (cells) => {
      const cell = place < 0 ? '' : (cells[place] ?? '').trim();
      if (cell.length <= longest) return cell;
      throw new Refused(`${header.names[place]} is over ${longest} characters long`);
    };
  };
}

/** Refuses a row with characters that a reply may not hold, since its cells become part of replies and messages. */
export function checkTexts(cells: Cells, header: Header): void {
  if (faultOfText(cells.join('\n')) === undefined) return;
  const column = cells.findIndex((cell) => faultOfText(cell) !== undefined);
  throw new Refused(`${header.names[column] || `column ${column + 1}`} ${faultOfText(cells[column]!)}`);
}

/** The value found earlier for a key, or else found now. Cells hold no NUL, so it separates the cells in a key. */
export function recall<T>(known: Map<string, T>, key: string, find: () => T): T {
  if (known.has(key)) return known.get(key)!;
  const found = find();
  if (known.size < wordsRemembered) known.set(key, found);
  return found;
}

export const fold = <T>(words: Readonly<Record<string, T>>): Map<string, T> =>
  new Map(Object.entries(words).map(([word, code]) => [foldWord(word), code]));
