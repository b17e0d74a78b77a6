/** Tables of a file that says where its cells are: each row of a table with figures becomes one line. */
import type { Line } from './line.js';

/** A longer cell holds text that is no part of a table, as in a letter that is laid out by one (characters). */
const longestCell = 200;
/** How many columns and rows a cell is believed to reach over, whatever the file says. */
const mostReached = 50;

interface Table {
  /** Of each row its cells, of each cell its paragraphs. */
  readonly rows: Line[][][];
  /** By column: into how many rows more a cell from above reaches down. */
  readonly reaching: number[];
  /** The cell that is open. */
  cell: Line[] | undefined;
}

/** What a reader says as it comes upon the parts of a table, and upon paragraphs in them or elsewhere. */
export interface TableRows {
  /** A paragraph: of the cell that is open, or of no table. */
  add(line: Line): void;
  openTable(): void;
  openRow(): void;
  /** In: how many columns and rows the cell reaches over. */
  openCell(columns?: number, rows?: number): void;
  closeTable(): void;
  /** Out: all paragraphs and rows in order; tables that are still open end here. */
  end(): Line[];
}

/**
 * Rows keep their empty cells, so that each figure stands below its head. The paragraphs of a table without figures, and of
 * rows with long cells, stand one by one, as in running text.
 */
export function collectRows(): TableRows {
  const lines: Line[] = [];
  const open: Table[] = [];
  const add = (line: Line) => void (open.findLast(({ cell }) => cell)?.cell ?? lines).push(line);
  const closeTable = () => {
    const table = open.pop();
    if (table) for (const line of linesOf(table)) add(line);
  };
  return {
    add,
    openTable: () => void open.push({ rows: [], reaching: [], cell: undefined }),
    openRow() {
      const table = open.at(-1);
      const last = table?.rows.at(-1);
      if (table && last) while (last.length < table.reaching.length) reach(table, last);
      table?.rows.push([]);
    },
    openCell(columns = 1, rows = 1) {
      const table = open.at(-1);
      const row = table?.rows.at(-1);
      if (!table || !row) return;
      while ((table.reaching[row.length] ?? 0) > 0) reach(table, row);
      // The words of a cell that reaches over several columns stand in the first of them.
      const at = row.length;
      for (let i = 0; i < within(columns); i += 1) {
        table.reaching[row.length] = within(rows) - 1;
        row.push([]);
      }
      table.cell = row[at];
    },
    closeTable,
    end() {
      while (open.length > 0) closeTable();
      return lines;
    },
  };
}

const within = (said: number): number => Math.min(Math.max(Math.trunc(said) || 1, 1), mostReached);

/** Puts an empty cell where one of a row above may reach down. */
function reach({ reaching }: Table, row: Line[][]): void {
  reaching[row.length] = Math.max((reaching[row.length] ?? 0) - 1, 0);
  row.push([]);
}

const sayCell = (cell: readonly Line[]): string =>
  cell
    .map(({ text }) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join(' ');

/** A number alone, with what may stand around it: "1,204", "≈ 30", "41 %", "53人". */
export const isFigure = (cell: string): boolean =>
  cell.length <= 20 && /^[^\p{L}\p{Nd}]{0,3}\p{Nd}[\p{Nd}\s.,'’]*[^\p{Nd}]{0,4}$/u.test(cell);

function linesOf({ rows }: Table): readonly Line[] {
  const said = rows.map((cells) => cells.map(sayCell));
  const isTable = said.some((cells) => cells.slice(1).some(isFigure));
  return rows.flatMap((row, i): readonly Line[] => {
    const [cells, paragraphs] = [said[i]!, row.flat()];
    const isText = cells.some(({ length }) => length > longestCell) || paragraphs.some((one) => one.cells);
    if (!isTable || isText || cells.length < 2) return paragraphs;
    const [first] = paragraphs;
    return cells.some((cell) => cell !== '') ? [{ text: cells.join(' '), page: first?.page, cells }] : [];
  });
}
