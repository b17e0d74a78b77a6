/** Tables as CSV that is safe to open in a spreadsheet program. */
import { stringify, type Options } from 'csv-stringify/sync';

type CsvRow = readonly unknown[] | Readonly<Record<string, unknown>>;

export interface CsvOptions {
  /** Of rows that are objects: which members are written. Of others: what their cells are called. */
  readonly columns?: readonly string[];
  /** Whether the columns come first. */
  readonly header?: boolean;
  readonly lineEnd?: '\n' | '\r\n';
  /** How a cell is written that is no text, number or nothing; as JSON when not said. */
  readonly show?: (value: object | boolean) => string;
}

/** Rows a slice: what a slice needs is given back before the next, which takes half the time of a long table. */
const sliceLength = 1000;

/**
 * Rows as CSV (RFC 4180), without a cell that a spreadsheet program would run: a text that begins as a formula does has
 * an apostrophe before it.
 */
export function writeCsv(
  rows: Iterable<CsvRow>,
  { columns, header = false, lineEnd = '\n', show = JSON.stringify }: CsvOptions = {},
): string {
  const options: Options = {
    record_delimiter: lineEnd,
    escape_formulas: true,
    cast: { boolean: show, object: show },
  };
  // Either sign of a new line would break its row in two, whichever ends the rows. Few rows have one, and to look takes a tenth.
  const write = (slice: (readonly unknown[])[]) =>
    stringify(slice, slice.some(hasBreak) ? { ...options, quoted_match: /[\r\n]/ } : options);
  let text = header && columns ? write([columns]) : '';
  let slice: (readonly unknown[])[] = [];
  for (const row of rows) {
    // Lists are written in half the time of objects.
    slice.push(isList(row) ? row : (columns ?? Object.keys(row)).map((column) => row[column]));
    if (slice.length < sliceLength) continue;
    text += write(slice);
    slice = [];
  }
  return slice.length > 0 ? text + write(slice) : text;
}

const hasBreak = (row: readonly unknown[]): boolean =>
  row.some((cell) => typeof cell === 'string' && (cell.includes('\n') || cell.includes('\r')));

const isList = (row: CsvRow): row is readonly unknown[] => Array.isArray(row);
