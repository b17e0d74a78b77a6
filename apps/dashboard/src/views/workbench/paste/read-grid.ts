/** A table from the clipboard as rows of texts: of HTML, as Word and Excel put it there, or of texts parted by tabs. */
import { tsvParseRows } from 'd3-dsv';

export type Grid = readonly (readonly string[])[];

/** In: a text whose cells are parted by tabs, quoted where they have line breaks, as spreadsheets copy them. */
export const readTabs = (text: string): Grid => trimGrid(tsvParseRows(text.replace(/\r\n?/g, '\n')));

/** In: HTML. Out: its first table; undefined where it has none. A cell that spans several is the first of them alone. */
export function readTable(html: string): Grid | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return undefined;
  const rows: string[][] = [...table.rows].map(() => []);
  [...table.rows].forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (rows[y]![x] !== undefined) x += 1;
      for (let down = 0; down < Math.max(1, cell.rowSpan) && y + down < rows.length; down += 1)
        for (let on = 0; on < cell.colSpan; on += 1) rows[y + down]![x + on] = '';
      rows[y]![x] = cell.textContent ?? '';
      x += cell.colSpan;
    }
  });
  return trimGrid(rows.map((row) => Array.from(row, (cell) => cell ?? '')));
}

/** Without lines that have nothing in them. */
const trimGrid = (rows: Grid): Grid =>
  rows
    .map((row) => row.map((cell) => cell.replace(/\s+/gu, ' ').trim()))
    .filter((row) => row.some((cell) => cell !== ''));
