/** A table as CSV (RFC 4180): UTF-8, one header row, and no cell that a spreadsheet would run as a formula. */
import { writeCsv } from '@rapporteur/office-file';
import type { Table } from './table.js';

/** A range as `low..high`, an open end empty; any other object as JSON. */
export const showRange = (value: { low?: number | null; high?: number | null }) =>
  'low' in value ? `${value.low ?? ''}..${value.high ?? ''}` : JSON.stringify(value);

/** In: columns and rows; a column that a row lacks is left empty. */
export const toCsv = (table: Table): string => write(table, true);

/** As toCsv, without the header: rows that go on where others ended. */
export const toCsvRows = (table: Table): string => write(table, false);

const show = (value: object | boolean) => (typeof value === 'boolean' ? String(value) : showRange(value));

function write(table: Table, header: boolean): string {
  const { columns } = table;
  return writeCsv(table.inTurn?.() ?? table.rows, { header, columns, lineEnd: '\r\n', show });
}
