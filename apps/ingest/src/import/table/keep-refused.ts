/** Keeps the refused rows of a file and those that wait, as many as can be listed, and counts the refused ones. */
import { cut } from '@rapporteur/office-file';

export interface RefusedRow {
  readonly row: number;
  readonly reason: string;
  /** The cells as they are in the file, long ones cut; empty where earlier refused rows have used all the space. */
  readonly cells: readonly string[];
}

/** Limits: number of kept rows; bytes of their cells as JSON, in all and of one row; characters of one cell. */
const limits = { rows: 100_000, bytes: 16 * 1024 ** 2, row: 16 * 1024, cell: 500 };

export interface RefusedRows {
  /** How many are refused. */
  readonly count: number;
  /** Those that are kept, refused and waiting, in the order of the file. */
  readonly rows: readonly RefusedRow[];
  add(row: RefusedRow): void;
  /** Lists a row that waits, with what it waits for as its reason. */
  addWaiting(row: RefusedRow): void;
}

export function makeRefusedRows(): RefusedRows {
  const rows: RefusedRow[] = [];
  let [count, bytes] = [0, 0];
  const keep = ({ row, reason, cells }: RefusedRow) => {
    if (rows.length === limits.rows) return;
    const short = bytes < limits.bytes ? shorten(cells) : [];
    bytes += sizeOf(short);
    rows.push({ row, reason, cells: short });
  };
  return {
    get count() {
      return count;
    },
    rows,
    add(row) {
      count += 1;
      keep(row);
    },
    addWaiting: keep,
  };
}

/** An estimate in bytes: two for each character of a cell, which few texts exceed. */
export const sizeOf = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + 2 * cell.length + 3, 0);

/** The cells of a row as they are kept: long ones cut, and of a long row the first ones. */
export function shorten(cells: readonly string[]): readonly string[] {
  const short = cells.map((cell) => cut(cell, limits.cell));
  if (sizeOf(short) <= limits.row) return short;
  let room = limits.row;
  const end = short.findIndex((cell) => (room -= sizeOf([cell])) < 0);
  return [...short.slice(0, end), '…'];
}

/**
 * The first refused rows, as many as fit into so many bytes of JSON. So the size of an answer is limited by the
 * size of the file that was sent.
 */
export function listFirst(rows: readonly RefusedRow[], bytes: number): RefusedRow[] {
  const listed: RefusedRow[] = [];
  let room = bytes;
  for (const row of rows.slice(0, 1000)) {
    room -= Buffer.byteLength(JSON.stringify(row)) + 1;
    if (room < 0) break;
    listed.push(row);
  }
  return listed;
}
