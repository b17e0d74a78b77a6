/** Tables as CSV that is safe to open in a spreadsheet program. */
import { stringify, type Options } from 'csv-stringify/sync';

/**
 * Rows as CSV (RFC 4180), without a cell that a spreadsheet program would run: a text that begins as a formula does has
 * an apostrophe before it. In: rows, and the options of csv-stringify.
 */
export const writeCsv = (rows: readonly unknown[], options: Options = {}): string =>
  stringify([...rows], { ...options, escape_formulas: true });
