/** Gives a sheet the form in which each row is one figure: columns of figures become rows, and the sheet a column. */
import { parsePeriod } from '@rapporteur/domain';
import type { Row } from '../kinds/rows.js';
import { foldWord, type Mapping } from './mapping.js';
import { toPlainPeriod } from './read-period.js';

/** The name of the column that holds the name of the sheet, where every sheet is read. */
export const sheetColumn = '(sheet)';
/** The name of the column that holds the name of a figure's column, where several columns hold figures. */
export const figureColumn = '(column)';

/** The header and the rows of a sheet as they are read. */
export interface Shape {
  readonly header: Row;
  /** In: rows as the file has them. Out: rows for figures, some at a time. */
  spread(rows: readonly Row[]): Generator<Row[]>;
}

/** "2007", "Y2007" and "X2007" as programs write names of columns, "2007 [YR2007]" as the World Bank does. */
const yearForm = /^[XY]?_?((?:1[89]|20|21)\d\d)(?:\s*\[YR\1\])?$/i;
const spanForm = /^(?:1[89]|20|21)\d\d(?:[/-](?:\d\d|\d\d\d\d))$/;

/** The period that the name of a column is; undefined for another name. */
export function periodOf(name: string): string | undefined {
  const text = toPlainPeriod(name);
  const year = yearForm.exec(text)?.[1];
  if (year) return year;
  return spanForm.test(text) && parsePeriod(text).ok ? text : undefined;
}

/** What of a mapping gives a sheet its form. */
export type Shaping = Pick<Mapping, 'everySheet' | 'yearsAcross' | 'figuresAcross' | 'period' | 'value'>;

const placed = ({ cells, columns }: Row) => cells.map((cell, i) => ({ cell, column: columns?.[i] ?? i }));

/** In: a row that may be the header. Out: the shape; or the columns of figures that it lacks. */
export function shapeOf(row: Row, mapping: Shaping, sheet: string): Shape | { readonly missing: string[] } {
  const first = mapping.everySheet ? [sheetColumn] : [];
  const ofSheet = mapping.everySheet ? [sheet] : [];
  const { yearsAcross, figuresAcross, period, value } = mapping;
  if (!yearsAcross && figuresAcross.length === 0) {
    if (ofSheet.length === 0) return { header: row, spread: (rows) => whole(rows) };
    return {
      header: shift(row, first),
      spread: (rows) => whole(rows.filter(isFilled).map((one) => shift(one, ofSheet))),
    };
  }
  const across = yearsAcross ? findYears(row) : findNamed(row, figuresAcross);
  if ('missing' in across) return across;
  const name = yearsAcross ? period.columns[0]! : figureColumn;
  const header = shift(leaveOut(row, across), [...first, name, value.columns[0]!]);
  const saysBlank = Object.keys(value.words).some((word) => foldWord(word) === '');
  return { header, spread: (rows) => spreadFigures(rows, { across, ofSheet, saysBlank }) };
}

/** The columns of figures, each with the word that its rows get. */
type Across = ReadonlyMap<number, string>;

function findYears(row: Row): Across | { readonly missing: string[] } {
  const years = new Map<number, string>();
  for (const { cell, column } of placed(row)) {
    const period = periodOf(cell);
    if (period !== undefined) years.set(column, period);
  }
  return years.size > 0 ? years : { missing: ['a column whose name is a year'] };
}

function findNamed(row: Row, names: readonly string[]): Across | { readonly missing: string[] } {
  const named = new Map<string, { cell: string; column: number }>();
  for (const one of placed(row)) if (!named.has(foldWord(one.cell))) named.set(foldWord(one.cell), one);
  const missing = names.filter((name) => !named.has(foldWord(name)));
  if (missing.length > 0) return { missing };
  return new Map(
    names.map((name) => named.get(foldWord(name))!).map(({ cell, column }) => [column, cell.trim()]),
  );
}

const isFilled = ({ cells }: Row) => cells.some((cell) => cell.trim() !== '');

function* whole(rows: readonly Row[]): Generator<Row[]> {
  if (rows.length > 0) yield [...rows];
}

/** The row with some cells before it. */
function shift({ row, noCounts, fault, ...rest }: Row, before: readonly string[]): Row {
  const all = placed({ row, ...rest });
  return {
    row,
    cells: [...before, ...all.map(({ cell }) => cell)],
    columns: [...before.keys(), ...all.map(({ column }) => column + before.length)],
    ...(noCounts ? { noCounts: new Set([...noCounts].map((column) => column + before.length)) } : {}),
    ...(fault === undefined ? {} : { fault }),
  };
}

/** The row without its columns of figures, whose places the next ones take. */
function leaveOut(row: Row, across: Across): Row {
  const left = placed(row).filter(({ column }) => !across.has(column));
  const places = [...across.keys()].sort((a, b) => a - b);
  let passed = 0;
  const columns = left.map(({ column }) => {
    while (passed < places.length && places[passed]! < column) passed += 1;
    return column - passed;
  });
  return { row: row.row, cells: left.map(({ cell }) => cell), columns };
}

interface Spreading {
  readonly across: Across;
  readonly ofSheet: readonly string[];
  /** A blank is a figure too: it says that there is no number. */
  readonly saysBlank: boolean;
}

const perBatch = 1000;

/** A row for each figure; a row with none stays one, so that it is refused and not lost. */
function* spreadFigures(rows: readonly Row[], { across, ofSheet, saysBlank }: Spreading): Generator<Row[]> {
  const place = ofSheet.length + 1;
  let batch: Row[] = [];
  for (const row of rows) {
    if (!isFilled(row)) continue;
    const others = leaveOut(row, across);
    const cells = new Map(
      placed(row).flatMap(({ cell, column }) => (across.has(column) ? [[column, cell]] : [])),
    );
    const said = [...across].filter(([column]) => saysBlank || (cells.get(column) ?? '').trim() !== '');
    const made = said.map(([column, word]) => {
      const figure = shift(others, [...ofSheet, word, cells.get(column) ?? '']);
      const more = row.noCounts?.has(column) ? { noCounts: new Set([place]) } : {};
      return { ...figure, ...more, ...(row.fault === undefined ? {} : { fault: row.fault }) };
    });
    const none = {
      ...shift(others, [...ofSheet, '', '']),
      fault: 'it has no figure in any of the columns of figures',
    };
    for (const one of made.length > 0 ? made : [none]) {
      batch.push(one);
      if (batch.length < perBatch) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
