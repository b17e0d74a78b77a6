/** What every reader of spreadsheets gives: sheets of rows. */

/** One row, with what stands in it and no more: a cell far to the right costs as much as any other. */
export interface Row {
  /** Its number in the file as a spreadsheet program shows it; each is above the one before. */
  readonly row: number;
  /** Texts of cells, '' for an empty one; one that is longer than a cell may be is cut, a character above that. */
  readonly cells: readonly string[];
  /** The column of each of these cells, from 0 and ascending; absent: the first, the second, the third … */
  readonly columns?: readonly number[];
  /** Columns of cells that are no count, whatever digits are in their text: fractions, dates, truth values. */
  readonly noCounts?: ReadonlySet<number>;
}

export interface Spreadsheet {
  readonly sheets: readonly string[];
  /** The rows of a sheet in order, some at a time. Errors: UnreadableFile. */
  rows(sheet: string): AsyncGenerator<Row[]>;
  close(): Promise<void>;
}
