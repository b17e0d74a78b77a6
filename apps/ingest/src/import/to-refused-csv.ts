/** The rows of a file that could not be taken, as CSV: row number, reason, and the row as it stood. */
import type { RefusedRow } from './read-table.js';

const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const toLine = (cells: readonly string[]) => `${cells.map(quote).join(',')}\r\n`;

export const toRefusedCsv = (header: readonly string[], refused: readonly RefusedRow[]): string =>
  [
    toLine(['row', 'reason', ...header]),
    ...refused.map(({ row, reason, cells }) => toLine([String(row), reason, ...cells])),
  ].join('');
