/** A table as CSV (RFC 4180): UTF-8, one header row, and no cell that a spreadsheet would run as a formula. */
import { writeCsv } from '@rapporteur/office-file';
import type { Table } from './table.js';

/** A range as `low..high`, an open end empty; any other object as JSON. */
export const showRange = (value: { low?: number | null; high?: number | null }) =>
  'low' in value ? `${value.low ?? ''}..${value.high ?? ''}` : JSON.stringify(value);

/** In: columns and rows; a column that a row lacks is left empty. */
export function toCsv({ columns, rows }: Table): string {
  return writeCsv(rows, {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    cast: {
      boolean: (value) => String(value),
      object: (value: object) => showRange(value),
    },
  });
}
