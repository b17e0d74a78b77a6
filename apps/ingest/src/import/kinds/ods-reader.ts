/** Turns the XML of an .ods into the rows of one of its sheets; what is repeated in it is spread only as it is taken. */
import type { Attributes, Handlers } from '@rapporteur/office-file';
import { limits } from './limits.js';
import { readNumber, readTruth, type ReadCell } from './read-cell.js';
import type { Row } from './rows.js';
import { lengthen } from './sheet-reader.js';
import { quote, UnreadableFile } from './unreadable-file.js';

const rowsIn = ['table-row', 'table-rows', 'table-header-rows', 'table-row-group'];
const textIn = ['span', 'a', 's', 'tab', 'line-break'];

/**
 * The elements that are read, each with the child elements that are read. Other elements are skipped with all that they
 * hold: changes that were tracked, comments, pictures, tables within cells, and what a merged cell covers.
 */
const within: Readonly<Record<string, readonly string[]>> = {
  '': ['document-content'],
  'document-content': ['body'],
  body: ['spreadsheet'],
  spreadsheet: ['table'],
  table: rowsIn,
  'table-rows': rowsIn,
  'table-header-rows': rowsIn,
  'table-row-group': rowsIn,
  'table-row': ['table-cell', 'covered-table-cell'],
  'table-cell': ['p'],
  'covered-table-cell': [],
  p: textIn,
  span: textIn,
  a: textIn,
  s: [],
  tab: [],
  'line-break': [],
};

/** A filled cell, and in how many columns it stands. */
interface Run {
  readonly column: number;
  readonly times: number;
  readonly cell: ReadCell;
}

/** A filled row as the file has it, and how often in succession. */
interface RepeatedRow {
  readonly row: number;
  readonly times: number;
  readonly runs: readonly Run[];
}

/** The size of a batch: it ends at whichever of these limits comes first. */
const perBatch = { rows: 1000, cells: 100_000 };

/** Reads the sheet with a number, from 0; with none it only lists the sheets. Errors of its handlers: UnreadableFile. */
export class OdsReader implements Handlers {
  /** The names of the sheets that have begun so far. */
  readonly sheets: string[] = [];
  private readonly path = [''];
  /** The depth within an element that is skipped; 0 outside of one. */
  private passed = 0;
  private rows: RepeatedRow[] = [];
  /** Rows of the wanted sheet that have ended. */
  private row = 0;
  private rowTimes = 1;
  private runs: Run[] = [];
  private column = 0;
  private cellTimes = 1;
  private attributes: Attributes = {};
  private shown = '';
  private paragraphs = 0;
  private characters = 0;

  constructor(private readonly wanted?: number) {}

  /** Whether the wanted sheet is behind. */
  get isThrough(): boolean {
    return this.wanted !== undefined && this.sheets.length > this.wanted + 1;
  }

  /** The rows that were completed since the last call, some at a time. */
  *take(): Generator<Row[]> {
    const taken = this.rows;
    this.rows = [];
    let batch: Row[] = [];
    let cells = 0;
    for (const { row, times, runs } of taken) {
      const one = spread(runs);
      for (let i = 0; i < times; i += 1) {
        batch.push({ row: row + i, ...one });
        cells += one.cells.length;
        if (batch.length < perBatch.rows && cells < perBatch.cells) continue;
        yield batch;
        [batch, cells] = [[], 0];
      }
    }
    if (batch.length > 0) yield batch;
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.path.at(-1)!;
    if (
      this.passed > 0 ||
      !within[parent]!.includes(name) ||
      (name !== 'table' && this.isElsewhere(parent))
    ) {
      this.passed += 1;
      return;
    }
    this.path.push(name);
    if (name === 'table') this.openSheet(attributes['table:name']);
    else if (name === 'table-row') this.openRow(attributes['table:number-rows-repeated']);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.openCell(attributes);
    else if (name === 'p') this.say((this.paragraphs += 1) > 1 ? '\n' : '');
    else if (name === 's') this.say(' '.repeat(Math.min(limits.cell + 1, count(attributes['text:c']) ?? 1)));
    else if (name === 'tab') this.say('\t');
    else if (name === 'line-break') this.say('\n');
  }

  text(part: string): void {
    if (this.passed === 0 && ['p', 'span', 'a'].includes(this.path.at(-1)!)) this.say(part);
  }

  close(name: string): void {
    if (this.passed > 0) {
      this.passed -= 1;
      return;
    }
    this.path.pop();
    if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell(name === 'table-cell');
    else if (name === 'table-row') this.closeRow();
  }

  /** Whether what a sheet holds is of no interest. */
  private isElsewhere(parent: string): boolean {
    return parent === 'table' && this.sheets.length - 1 !== this.wanted;
  }

  private say(part: string): void {
    this.shown = lengthen(this.shown, part);
  }

  private openSheet(name: string | undefined): void {
    if (this.sheets.push(name ?? `Sheet ${this.sheets.length + 1}`) > limits.sheets)
      throw new UnreadableFile('too-large', `The file has more than ${limits.sheets} sheets.`);
  }

  private openRow(repeated: string | undefined): void {
    this.rowTimes = this.readTimes(repeated, 'row');
    [this.runs, this.column] = [[], 0];
  }

  private openCell(attributes: Attributes): void {
    this.cellTimes = this.readTimes(attributes['table:number-columns-repeated'], 'cell');
    [this.attributes, this.shown, this.paragraphs] = [attributes, '', 0];
  }

  private closeCell(isRead: boolean): void {
    const { column, cellTimes: times } = this;
    this.column += times;
    if (!isRead) return;
    const cell = this.readCell();
    if (cell.text === '') return;
    if (this.column > limits.columns)
      throw this.tooLarge(`row ${this.row + 1} has more than ${limits.columns} columns`);
    this.characters += cell.text.length * times * this.rowTimes;
    if (this.characters > limits.text) throw this.tooLarge(`it holds more than ${limits.text} characters`);
    this.runs.push({ column, times, cell });
  }

  private closeRow(): void {
    const { row, rowTimes: times, runs } = this;
    this.row += times;
    // Programs repeat an empty row to the end of the sheet, and beyond what other programs have.
    if (runs.length === 0) return;
    if (this.row > limits.rows) throw this.tooLarge(`it has more than ${limits.rows} rows`);
    this.rows.push({ row: row + 1, times, runs });
  }

  /** Texts stand as they are shown; of everything else the value counts, and not how it is shown. */
  private readCell(): ReadCell {
    const { attributes, shown } = this;
    const value = attributes['office:value'] ?? '';
    switch (attributes['office:value-type']) {
      case undefined:
        return { text: shown, isCount: true };
      case 'string':
        return { text: lengthen('', attributes['office:string-value'] ?? shown), isCount: true };
      case 'float':
        return readNumber(value, 'number', false);
      case 'percentage':
        return readNumber(value, 'share', false);
      case 'currency':
        return { text: lengthen('', shown || value), isCount: false };
      case 'date':
        return { text: lengthen('', attributes['office:date-value'] ?? shown), isCount: false };
      case 'time':
        return { text: lengthen('', attributes['office:time-value'] ?? shown), isCount: false };
      case 'boolean':
        return readTruth(lengthen('', attributes['office:boolean-value'] ?? shown));
      default:
        throw this.damaged(
          `a cell is of the kind ${quote(attributes['office:value-type'])}, which there is not`,
        );
    }
  }

  private readTimes(repeated: string | undefined, what: string): number {
    const times = repeated === undefined ? 1 : count(repeated);
    if (times === undefined) throw this.damaged(`a ${what} is repeated ${quote(repeated!)} times`);
    return times;
  }

  private get sheet(): string {
    return quote(this.sheets.at(-1) ?? '');
  }

  private tooLarge(what: string): UnreadableFile {
    return new UnreadableFile('too-large', `Sheet ${this.sheet} is too large: ${what}.`);
  }

  private damaged(what: string): UnreadableFile {
    return new UnreadableFile(
      'damaged',
      `The file is damaged in sheet ${this.sheet}, row ${this.row + 1}: ${what}. Open it in a spreadsheet program, and save it anew.`,
    );
  }
}

/** A whole number from 1, of ten digits at most. */
const count = (written: string | undefined): number | undefined =>
  written !== undefined && /^0*[1-9]\d{0,9}$/.test(written) ? Number(written) : undefined;

function spread(runs: readonly Run[]): Omit<Row, 'row'> {
  const cells: string[] = [];
  const columns: number[] = [];
  const noCounts = new Set<number>();
  for (const { column, times, cell } of runs)
    for (let i = 0; i < times; i += 1) {
      cells.push(cell.text);
      columns.push(column + i);
      if (!cell.isCount) noCounts.add(column + i);
    }
  return noCounts.size > 0 ? { cells, columns, noCounts } : { cells, columns };
}
