/** The rows of a file that could not be taken, as CSV: row number, reason, and the row as it stood. */
import { stringify } from 'csv-stringify/sync';
import type { RefusedRow } from './keep-refused.js';

export const toRefusedCsv = (header: readonly string[], refused: readonly RefusedRow[]): string =>
  stringify([
    ['row', 'reason', ...header],
    ...refused.map(({ row, reason, cells }) => [row, reason, ...cells]),
  ]);
