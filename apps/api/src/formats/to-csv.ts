/** A table as CSV (RFC 4180): UTF-8, one header row, and no cell that a spreadsheet would run as a formula. */
import { writeCsv } from '@rapporteur/office-file';
import type { Table } from './table.js';

/** A range as `low..high`, an open end empty; any other object as JSON. */
export const showRange = (value: { low?: number | null; high?: number | null }) =>
  'low' in value ? `${value.low ?? ''}..${value.high ?? ''}` : JSON.stringify(value);

/** Rows a slice: what a slice needs is given back before the next, which took half the time of a long table. */
const sliceLength = 1000;

/** In: columns and rows; a column that a row lacks is left empty. */
export const toCsv = (table: Table): string => write(table, true);

/** As toCsv, without the header: rows that go on where others ended. */
export const toCsvRows = (table: Table): string => write(table, false);

function write({ columns, rows }: Table, hasHeader: boolean): string {
  const writeSlice = (slice: Table['rows'], header: boolean) =>
    writeCsv(
      slice.map((row) => columns.map((column) => row[column])),
      {
        header,
        columns: [...columns],
        record_delimiter: 'windows',
        cast: {
          boolean: (value) => String(value),
          object: (value: object) => showRange(value),
        },
      },
    );
  let text = writeSlice(rows.slice(0, sliceLength), hasHeader);
  for (let start = sliceLength; start < rows.length; start += sliceLength)
    text += writeSlice(rows.slice(start, start + sliceLength), false);
  return text;
}
