/** One column of a file that nobody has seen: its cells, and what they look like. */
import { parsePeriod } from '@rapporteur/domain';
import { findRespondent } from '@rapporteur/names';
import { toPlainCount } from '../table/read-count.js';
import { toPlainPeriod } from '../table/read-period.js';

export interface Column {
  readonly name: string;
  /** A cell for each row, '' for an empty one. */
  readonly cells: readonly string[];
  /** Each different cell that is not empty, with the number of its rows. */
  readonly words: ReadonlyMap<string, number>;
  /** Rows in which the cell is not empty. */
  readonly filled: number;
  /** Whether the file says of the cell in a row that it is a fraction, a date or a truth value. */
  isNoCount(row: number): boolean;
  add(cell: string, isNoCount: boolean): void;
}

export function noteCells(name: string): Column {
  const cells: string[] = [];
  const words = new Map<string, number>();
  const noCounts = new Set<number>();
  const known = new Map<string, string>();
  let filled = 0;
  return {
    ...{ name, cells, words },
    get filled() {
      return filled;
    },
    isNoCount: (row) => noCounts.has(row),
    add(cell, isNoCount) {
      // One string for all equal cells: a file has few different words.
      if (isNoCount) noCounts.add(cells.length);
      const one = known.get(cell) ?? cell;
      known.set(one, one);
      cells.push(one);
      if (cell === '') return;
      filled += 1;
      words.set(one, (words.get(one) ?? 0) + 1);
    },
  };
}

/** The share of the filled rows whose word has a quality, from 0 to 1. */
export function shareOf(column: Column, has: (word: string) => boolean): number {
  let rows = 0;
  for (const [word, count] of column.words) if (has(word)) rows += count;
  return column.filled === 0 ? 0 : rows / column.filled;
}

const sign = String.raw`(?:<=|>=|[<>≤≥~≈])?\s*`;
const whole = new RegExp(String.raw`^${sign}(?:\d+|\d{1,3}(?:[,.' \u00a0\u202f]\d{3})+)$`, 'u');
const anyNumber = new RegExp(String.raw`^${sign}[-+]?[\d,.' \u00a0\u202f]*\d(?:e[-+]?\d+)?\s*%?$`, 'iu');

export type NumberKind = 'count' | 'fraction' | 'none';

const toNumberKind = (text: string): NumberKind =>
  whole.test(text) ? 'count' : anyNumber.test(text) ? 'fraction' : 'none';
/** Whether a text is a count as files write it ("1,282", "<5", "٥"), another number, or none. */
export const kindOfNumber = (text: string): NumberKind => toNumberKind(toPlainCount(text));

/** Whether a text is a period with a year of four digits. */
export function isPeriod(cell: string): boolean {
  const text = toPlainPeriod(cell);
  return /(?:^|\D)(?:1[89]|20|21)\d\d(?:\D|$)/u.test(text) && parsePeriod(text).ok;
}

export const respondentOf = (text: string): { code: string; match: string } | undefined =>
  findRespondent(text);

/**
 * Of rows that have the same cells in some columns: how many such groups there are, and in how many rows this column has
 * another cell than in the first of its group.
 */
function compareGroups(column: Column, from: readonly Column[], rows: readonly number[]) {
  const first = new Map<string, string>();
  let others = 0;
  for (const row of rows) {
    const key = from.map(({ cells }) => cells[row]).join('\u0000');
    const cell = column.cells[row]!;
    if (!first.has(key)) first.set(key, cell);
    else if (first.get(key) !== cell) others += 1;
  }
  return { groups: first.size, others };
}

/**
 * Whether the rows with the same cells in some columns have the same in this one, but for one in a hundred.
 * False where hardly any two rows share them, since then it says nothing.
 */
export function follows(column: Column, from: readonly Column[], rows: readonly number[]): boolean {
  const { groups, others } = compareGroups(column, from, rows);
  return groups <= rows.length / 2 && others <= rows.length / 100;
}

/** How many rows have the same cells in some columns as an earlier one, and another cell in this. */
export const countSplits = (column: Column, from: readonly Column[], rows: readonly number[]): number =>
  compareGroups(column, from, rows).others;
