/** The rows of a file that were refused or wait, as CSV: row number, reason, and the row as it is in the file. */
import { writeCsv } from '@rapporteur/office-file';
import type { RefusedRow } from './keep-refused.js';

export const toRefusedHead = (header: readonly string[]): string => writeCsv([['row', 'reason', ...header]]);

export const toRefusedLines = (rows: readonly RefusedRow[]): string =>
  writeCsv(rows.map(({ row, reason, cells }) => [row, reason, ...cells]));

/** In: how many such rows are not listed. Out: a line that says so, or nothing. */
export const toRefusedEnd = (notListed: number): string =>
  notListed > 0 ? writeCsv([['', `${notListed} more rows were refused or wait and are not listed`]]) : '';

/** The whole list. In: header, rows, and how many were refused or wait in all. */
export const toRefusedCsv = (
  header: readonly string[],
  rows: readonly RefusedRow[],
  refused: number,
): string => [toRefusedHead(header), toRefusedLines(rows), toRefusedEnd(refused - rows.length)].join('');
