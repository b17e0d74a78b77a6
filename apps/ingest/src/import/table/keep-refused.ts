/** Keeps the rows of a file that could not be taken, as many as can be listed, and counts the others. */
import { cut } from '@rapporteur/office-file';

export interface RefusedRow {
  readonly row: number;
  readonly reason: string;
  /** The cells as they stood, long ones cut; none where too many rows were refused before this one. */
  readonly cells: readonly string[];
}

/** Rows that are kept; what their cells may come to as JSON, in all and in one row; characters of one cell. */
const most = { rows: 100_000, bytes: 16 * 1024 ** 2, row: 16 * 1024, cell: 500 };

export interface RefusedRows {
  readonly count: number;
  readonly rows: readonly RefusedRow[];
  add(row: RefusedRow): void;
}

export function makeRefusedRows(): RefusedRows {
  const rows: RefusedRow[] = [];
  let [count, bytes] = [0, 0];
  return {
    get count() {
      return count;
    },
    rows,
    add({ row, reason, cells }) {
      count += 1;
      if (rows.length === most.rows) return;
      const short = bytes < most.bytes ? shorten(cells) : [];
      bytes += sizeOf(short);
      rows.push({ row, reason, cells: short });
    },
  };
}

/** Two bytes for a character is what texts of all languages come to at most, but for a few. */
const sizeOf = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + 2 * cell.length + 3, 0);

function shorten(cells: readonly string[]): readonly string[] {
  const short = cells.map((cell) => cut(cell, most.cell));
  if (sizeOf(short) <= most.row) return short;
  let room = most.row;
  const end = short.findIndex((cell) => (room -= sizeOf([cell])) < 0);
  return [...short.slice(0, end), '…'];
}

/**
 * Those that an answer lists: the first ones, as many as fit into so many bytes of JSON. An answer grows with what was
 * sent, not with what that may be made to say.
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
