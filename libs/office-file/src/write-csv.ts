/** Tables as CSV that is safe to open in a spreadsheet program. */

type Cell = unknown;
type CsvRow = readonly Cell[] | Readonly<Record<string, Cell>>;

export interface CsvOptions {
  /** Of rows that are objects: which members are written. Of others: how many cells at most. */
  readonly columns?: readonly string[];
  /** Whether the columns come first. */
  readonly header?: boolean;
  readonly lineEnd?: '\n' | '\r\n';
  /** How a cell is written that is no text, number or nothing; as JSON when not said. */
  readonly show?: (value: object | boolean) => string;
}

/**
 * Rows as CSV (RFC 4180), without a cell that a spreadsheet program would run: a text that begins as a formula does has
 * an apostrophe before it. Written here, since tables have millions of cells, of which each takes csv-stringify a microsecond;
 * it says in a test what must come out.
 */
export function writeCsv(
  rows: Iterable<CsvRow>,
  { columns, header = false, lineEnd = '\n', show = JSON.stringify }: CsvOptions = {},
): string {
  const fields: string[] = [];
  // What a column said last: most say the same from row to row.
  const [cells, texts]: [Cell[], string[]] = [[], []];
  let text = header && columns ? columns.map((name) => toField(name, show)).join(',') + lineEnd : '';
  for (const row of rows) {
    const isList = Array.isArray(row);
    const { length } = columns ?? (row as readonly Cell[]);
    const count = isList ? Math.min(length, row.length) : length;
    fields.length = count;
    for (let i = 0; i < count; i += 1) {
      const cell = isList ? (row[i] as Cell) : (row as Record<string, Cell>)[columns![i]!];
      if (i >= cells.length || cells[i] !== cell || cell === null) {
        cells[i] = cell;
        texts[i] = toField(cell, show);
      }
      fields[i] = texts[i]!;
    }
    text += fields.join(',') + lineEnd;
  }
  return text;
}

function toField(cell: Cell, show: NonNullable<CsvOptions['show']>): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'bigint') return String(cell);
  const text = typeof cell === 'string' ? cell : show(cell as object | boolean);
  return isPlain.test(text) ? text : guard(text);
}

/** A text that neither begins as a formula does, also in full width, nor has to be quoted. */
const isPlain = /^(?![=+\-@\t\r\uff1d\uff0b\uff0d\uff20])[^",\r\n]*$/;
const beginsAsFormula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function guard(text: string): string {
  const safe = beginsAsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
