/** Turns the XML of a sheet into rows, and refuses a file with wrong references. */
import type { Attributes, Handlers } from '@rapporteur/office-file';
import { limits } from './limits.js';
import { readNumber, readTruth, type ReadCell, type Shown } from './read-cell.js';
import type { Row } from './rows.js';
import { quote, UnreadableFile } from './unreadable-file.js';

/** The parts of a workbook that its cells refer to. */
export interface Workbook {
  readonly texts: readonly string[];
  shownBy(style: string | undefined): Shown;
  readonly from1904: boolean;
}

/**
 * The elements that are read, each with the child elements that are read. Other elements are skipped with all
 * that they hold.
 */
const within: Readonly<Record<string, readonly string[]>> = {
  '': ['worksheet'],
  worksheet: ['sheetData'],
  sheetData: ['row'],
  row: ['c'],
  c: ['v', 'is'],
  is: ['t', 'r'],
  r: ['t'],
  v: [],
  t: [],
};

/**
 * In: a text and its next part. Out: both together, cut to one character above the longest cell, so that the
 * excess is still seen.
 */
export const lengthen = (text: string, part: string): string =>
  text.length > limits.cell ? text : (text + part).slice(0, limits.cell + 1);

/** Collects rows, which `take` gives as soon as they are complete. Errors of its handlers: UnreadableFile. */
export class SheetReader implements Handlers {
  private readonly path = [''];
  /** The depth within an element that is skipped; 0 outside of one. */
  private passed = 0;
  private rows: Row[] = [];
  private row = 0;
  private cells: string[] = [];
  private columns: number[] = [];
  private noCounts: Set<number> | undefined;
  private column = -1;
  private attributes: Attributes = {};
  private value: string | undefined;
  private inline = '';
  private characters = 0;

  constructor(
    private readonly sheet: string,
    private readonly workbook: Workbook,
  ) {}

  /** The rows that were completed since the last call. */
  take(): Row[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.path.at(-1)!;
    if (this.passed > 0 || !within[parent]!.includes(name)) {
      if (parent === 'v' || parent === 't') throw this.damaged(`a cell holds an element ${quote(name)}`);
      this.passed += 1;
      return;
    }
    this.path.push(name);
    if (name === 'row') this.openRow(attributes['r']);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') {
      if (this.value !== undefined) throw this.damaged('a cell holds two values');
      this.value = '';
    }
  }

  text(part: string): void {
    const parent = this.path.at(-1);
    if (this.passed > 0) return;
    if (parent === 'v') this.value = lengthen(this.value!, part);
    else if (parent === 't') this.inline = lengthen(this.inline, part);
  }

  close(name: string): void {
    if (this.passed > 0) {
      this.passed -= 1;
      return;
    }
    this.path.pop();
    if (name === 'c') this.closeCell();
    else if (name === 'row') {
      const { row, cells, columns, noCounts } = this;
      this.rows.push(noCounts ? { row, cells, columns, noCounts } : { row, cells, columns });
    }
  }

  private openRow(number: string | undefined): void {
    const before = this.row;
    this.row = number === undefined ? before + 1 : Number(number);
    if (this.row > limits.rows && (number === undefined || /^\d+$/.test(number)))
      throw new UnreadableFile('too-large', `Sheet ${quote(this.sheet)} has more than ${limits.rows} rows.`);
    if (number !== undefined && (!/^[1-9]\d*$/.test(number) || this.row <= before)) {
      const which = before > 0 ? `the row after row ${before}` : 'its first row';
      throw this.damaged(`${which} has the number ${quote(number)}`, '');
    }
    [this.cells, this.columns, this.noCounts, this.column] = [[], [], undefined, -1];
  }

  private openCell(attributes: Attributes): void {
    const reference = attributes['r'];
    const column = reference === undefined ? this.column + 1 : this.readReference(reference);
    if (column === undefined || column <= this.column || column >= limits.columns)
      throw this.damaged(
        reference === undefined
          ? `it has more than ${limits.columns} cells`
          : `a cell has the reference ${quote(reference)}`,
      );
    this.column = column;
    [this.attributes, this.value, this.inline] = [attributes, undefined, ''];
  }

  /** The column of a reference such as "AB12", from 0; undefined for an invalid reference, or one to another row. */
  private readReference(reference: string): number | undefined {
    let [column, at] = [0, 0];
    for (; at < reference.length && at < 4; at += 1) {
      const letter = reference.charCodeAt(at) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    const row = reference.slice(at);
    return at > 0 && (row === '' || row === String(this.row)) ? column - 1 : undefined;
  }

  private closeCell(): void {
    const { text, isCount } = this.readCell(this.attributes['t'] ?? 'n', this.value ?? '');
    if (text === '') return;
    this.characters += text.length;
    if (this.characters > limits.text)
      throw new UnreadableFile(
        'too-large',
        `The cells of sheet ${quote(this.sheet)} hold more than ${limits.text} characters.`,
      );
    this.columns.push(this.column);
    this.cells.push(text);
    if (!isCount) (this.noCounts ??= new Set()).add(this.column);
  }

  private readCell(type: string, value: string): ReadCell {
    switch (type) {
      case 'n':
        if (value === '') return { text: this.inline, isCount: true };
        return readNumber(value, this.workbook.shownBy(this.attributes['s']), this.workbook.from1904);
      case 's':
        return { text: value === '' ? '' : this.findText(value), isCount: true };
      case 'inlineStr':
        return { text: this.inline, isCount: true };
      case 'b':
        return readTruth(value);
      case 'str':
      case 'e':
      case 'd':
        return { text: value, isCount: true };
      default:
        throw this.damaged(`a cell is of the kind ${quote(type)}, which there is not`);
    }
  }

  private findText(index: string): string {
    const text = /^\d{1,10}$/.test(index) ? this.workbook.texts[Number(index)] : undefined;
    if (text === undefined) throw this.damaged(`a cell refers to text ${quote(index)}, which there is not`);
    return text;
  }

  private damaged(what: string, row = `, row ${this.row}`): UnreadableFile {
    return new UnreadableFile(
      'damaged',
      `The file is damaged in sheet ${quote(this.sheet)}${row}: ${what}. Open it in a spreadsheet program, and save it anew.`,
    );
  }
}
