/** A table as an Excel workbook: the rows, and their origin on a second sheet. */
import type { Cell, Row, SheetData } from 'write-excel-file/node';
import type { Origin, Table } from './table.js';
import { showMissing } from './missing.js';
import { showSource, sourcesIn } from './sources.js';
import { showRange } from './to-csv.js';

/**
 * A ZIP holds a time for each file, and the same address must give the same bytes: so it is the first time that
 * ZIP can hold.
 */
const zipTime = new Date(1980, 0, 1);
const widthAtMost = 60;

/**
 * In: a table and its origin. Out: the bytes of an .xlsx, the same for the same table. Numbers are stored as
 * numbers, and text as text, whatever it begins with, so the file has no formula.
 */
export async function toXlsx({ columns, rows }: Table, origin: Origin): Promise<Uint8Array> {
  // Loaded when first asked for, since most processes never write a workbook.
  const [{ default: writeExcelFile }, { unzipSync, zipSync }] = await Promise.all([
    import('write-excel-file/node'),
    import('fflate'),
  ]);
  const data: SheetData = [
    columns.map((column): Cell => ({ value: column, type: String, fontWeight: 'bold' })),
    ...rows.map((row): Row => columns.map((column) => toCell(row[column]))),
  ];
  const widths = columns.map((column) => ({ width: widthOf([column, ...rows.map((row) => row[column])]) }));
  const source = toSource({ columns, rows }, origin);
  const workbook = await writeExcelFile([
    { data, sheet: 'Table', stickyRowsCount: 1, columns: widths },
    { data: source, sheet: 'Source', columns: [{ width: 24 }, { width: 100 }] },
  ]).toBuffer();
  return zipSync(unzipSync(workbook), { mtime: zipTime });
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value: toText(value), type: String };
}

/** XML 1.0 cannot hold control characters. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const toText = (value: unknown) =>
  (typeof value === 'object' && value !== null ? showRange(value) : String(value)).replace(controls, '');

const widthOf = (values: readonly unknown[]) =>
  Math.min(
    widthAtMost,
    values.reduce<number>((most, value) => Math.max(most, toText(value ?? '').length), 6) + 2,
  );

/**
 * The second sheet, with what must stay with the file when it is passed on: sources, address, position, day, units, and
 * whether there are more rows.
 */
function toSource({ columns, rows }: Table, origin: Origin): SheetData {
  const { address, position, asOf, language, next, missing } = origin;
  const units = new Map<unknown, unknown>();
  if (columns.includes('unit')) for (const row of rows) units.set(row['indicator'], row['unit']);
  const lines: [string, string | number][] = [
    ['address', address],
    ['position', position],
    ['as of', asOf ?? 'everything recorded up to the position'],
    ['language', language],
    ...showMissing(missing).map((words): [string, string] => ['incomplete', words]),
    ['rows', rows.length],
    ['more rows', next ?? 'none: this is the whole table'],
    ...[...units].map(([indicator, unit]): [string, string] => [`unit of ${indicator}`, String(unit ?? '')]),
    ...sourcesIn(rows, language).map((source): [string, string] => ['source', showSource(source)]),
  ];
  return lines.map(([name, value]): Row => [
    { value: name, type: String, fontWeight: 'bold' },
    toCell(value),
  ]);
}
