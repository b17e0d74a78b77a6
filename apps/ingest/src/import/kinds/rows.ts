/** The form in which every reader gives a spreadsheet: sheets of rows. */

/** One row with its filled cells only, so that a cell far to the right takes no more memory than any other. */
export interface Row {
  /** The row number that a spreadsheet program shows; numbers ascend. */
  readonly row: number;
  /**
   * Texts of cells, '' for an empty one. A text that is too long for a cell is cut to one character above the
   * limit.
   */
  readonly cells: readonly string[];
  /** The column of each of these cells, from 0 and ascending; absent: the first, the second, the third … */
  readonly columns?: readonly number[];
  /** Columns whose cells are no counts even if their text has only digits: fractions, dates, truth values. */
  readonly noCounts?: ReadonlySet<number>;
  /** Why the row is no figure, whatever a mapping says. */
  readonly fault?: string;
}

export interface Spreadsheet {
  readonly sheets: readonly string[];
  /** The rows of a sheet in order, some at a time. Errors: UnreadableFile. */
  rows(sheet: string): AsyncGenerator<Row[]>;
  close(): Promise<void>;
}
