/** Reads a file without a mapping: finds the header of each sheet, and gives the columns with their cells. */
import type { Row, Spreadsheet } from '../kinds/rows.js';
import { openSpreadsheet } from '../kinds/spreadsheet.js';
import { foldWord } from '../table/mapping.js';
import { toPlainCount } from '../table/read-count.js';
import { periodOf, shapeOf } from '../table/shape-rows.js';
import { noteCells, type Column } from './column.js';

/** Sheets with the same columns, as one table. */
export interface Table {
  readonly sheets: readonly string[];
  /** The other sheets of the file that have rows. */
  readonly otherSheets: readonly string[];
  readonly headerRow: number;
  readonly yearsAcross: boolean;
  /** The names of the columns of figures that became rows; see spreadColumns. */
  readonly figuresAcross: readonly string[];
  readonly columns: readonly Column[];
  /** How many rows were looked at, and whether there are more. */
  readonly rows: number;
  readonly isCut: boolean;
  /** Filled cells of columns without a name, which no mapping can read. */
  readonly nameless: number;
}

/** The names of the columns that years and figures become where years are columns. */
export const acrossNames = { period: '(year)', value: '(figure)' } as const;

/** Rows that are looked at, of all sheets together: enough to see what a column holds. */
const rowsAtMost = 100_000;
const headerWithin = 50;

interface Found {
  readonly sheet: string;
  readonly header: Row | undefined;
}

const isFilled = (cell: string) => cell.trim() !== '';
const looksLikeNumber = (cell: string) =>
  /^[\s<>≤≥~≈=+-]*\d[\d\s.,'%\u00a0\u202f]*$/u.test(toPlainCount(cell));

/** The first row that is wide enough for what stands below it, has no number but years, and no name twice. */
function findHeader(rows: readonly Row[]): Row | undefined {
  return rows.slice(0, headerWithin).find((row, i) => {
    const names = row.cells.filter(isFilled);
    const widths = rows
      .slice(i + 1, i + 21)
      .map(({ cells }) => cells.filter(isFilled).length)
      .sort((a, b) => a - b);
    const usual = widths[Math.floor(widths.length / 2)] ?? Infinity;
    return (
      names.length >= 2 &&
      names.length >= 0.6 * usual &&
      names.every((name) => periodOf(name) !== undefined || !looksLikeNumber(name)) &&
      new Set(names.map(foldWord)).size === names.length
    );
  });
}

async function findInSheet(spreadsheet: Spreadsheet, sheet: string): Promise<Found & { isEmpty: boolean }> {
  const first: Row[] = [];
  const rows = spreadsheet.rows(sheet);
  for (let next = await rows.next(); !next.done && first.length < 2 * headerWithin; next = await rows.next())
    first.push(...next.value.filter(({ cells }) => cells.some(isFilled)));
  await rows.return(undefined);
  return { sheet, header: findHeader(first), isEmpty: first.length === 0 };
}

const isWide = (header: Row) => header.cells.filter((cell) => periodOf(cell) !== undefined).length >= 2;
const signOf = (header: Row) =>
  header.cells
    .filter((cell) => isFilled(cell) && periodOf(cell) === undefined)
    .map(foldWord)
    .sort()
    .join('\n') + (isWide(header) ? '\nyears' : '');

/** The tables of a file, each of sheets with the same columns: first those with most sheets. Errors: UnreadableFile. */
export async function gatherTables(path: string): Promise<Table[]> {
  const spreadsheet = await openSpreadsheet(path);
  try {
    const found = [];
    for (const sheet of spreadsheet.sheets) found.push(await findInSheet(spreadsheet, sheet));
    const filled = found.filter(({ isEmpty }) => !isEmpty);
    const groups = new Map<string, string[]>();
    for (const { sheet, header } of filled)
      if (header) groups.set(signOf(header), [...(groups.get(signOf(header)) ?? []), sheet]);
    const tables = [];
    for (const sheets of [...groups.values()].sort((a, b) => b.length - a.length)) {
      const headers = new Map(filled.map(({ sheet, header }) => [sheet, header]));
      const table = await gather(spreadsheet, sheets, headers);
      const otherSheets = filled.map(({ sheet }) => sheet).filter((sheet) => !sheets.includes(sheet));
      tables.push({ ...table, sheets, otherSheets });
    }
    return tables;
  } finally {
    await spreadsheet.close();
  }
}

async function gather(
  spreadsheet: Spreadsheet,
  sheets: readonly string[],
  headers: ReadonlyMap<string, Row | undefined>,
): Promise<Omit<Table, 'sheets' | 'otherSheets'>> {
  const first = headers.get(sheets[0]!)!;
  const yearsAcross = isWide(first);
  const how = {
    ...{ yearsAcross, figuresAcross: [] },
    ...(sheets.length > 1 ? { everySheet: { except: [] } } : {}),
    period: { columns: [acrossNames.period] },
    value: { columns: [acrossNames.value], grouping: [], words: {} },
  };
  const columns = new Map<string, Column>();
  let rows = 0;
  let isCut = false;
  let nameless = 0;
  for (const sheet of sheets) {
    const header = headers.get(sheet)!;
    const shape = shapeOf(header, how, sheet);
    if ('missing' in shape) continue;
    const names = placesOf(shape.header);
    if (columns.size === 0)
      for (const [name, written] of names.values()) columns.set(name, noteCells(written));
    const body = spreadsheet.rows(sheet);
    for await (const batch of body) {
      for (const spread of shape.spread(batch.filter(({ row }) => row > header.row)))
        for (const row of spread.filter(({ cells }) => cells.some(isFilled))) {
          if (rows >= rowsAtMost) {
            isCut = true;
            break;
          }
          rows += 1;
          const cells = new Map(row.cells.map((cell, i) => [row.columns?.[i] ?? i, cell.trim()]));
          for (const [place, cell] of cells) if (cell !== '' && !names.has(place)) nameless += 1;
          for (const [place, [name]] of names)
            columns.get(name)?.add(cells.get(place) ?? '', row.noCounts?.has(place) === true);
        }
      if (isCut) break;
    }
    await body.return(undefined);
  }
  const across = { yearsAcross, figuresAcross: [] };
  return { headerRow: first.row, ...across, columns: [...columns.values()], rows, isCut, nameless };
}

/** By the place of each named column its name, folded and as written. */
function placesOf(header: Row): Map<number, [folded: string, written: string]> {
  const places = header.cells.map((cell, i) => [header.columns?.[i] ?? i, cell.trim()] as const);
  return new Map(
    places.filter(([, cell]) => cell !== '').map(([place, cell]) => [place, [foldWord(cell), cell]]),
  );
}
