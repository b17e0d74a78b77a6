/** How wide columns are: by what stands in them, letters counted, names first, no figure broken. */
import { describe, expect, it } from '@jest/globals';
import type { Cell, Inline } from '../document/document.js';
import { cellText, columnAlignments, columnCount, columnShares, isWide, pointsOf } from './columns.js';

const text = (written: string): Inline => ({ kind: 'text', text: written });
const cell = (written: string, more: Partial<Cell> = {}): Cell => ({ inlines: [text(written)], ...more });
const letters = (count: number) => 'n'.repeat(count);
/** A body of texts; the table has no head. */
const body = (...rows: string[][]) => ({ head: [], rows: rows.map((row) => row.map((one) => cell(one))) });
const head = (...texts: string[]) => ({ head: [texts.map((one) => cell(one))], rows: [] });
const empty = (columns: number) => body(Array.from({ length: columns }, () => ''));

/** Letters across the text and across the page, of 8.5 points, without the gaps. */
const [inText, onPage] = [365 / (8.5 * 0.485), 475 / (8.5 * 0.485)];
/** The shares of columns that were given so many letters, the gap not counted. */
const sharesOf = (...given: number[]) => {
  const whole = given.reduce((a, b) => a + b + 1.5, 0);
  return given.map((one) => expect.closeTo((one + 1.5) / whole, 8));
};

describe('a cell', () => {
  it('has the text of all that it holds, without the footnotes', () => {
    const inlines: Inline[] = [
      text('Of '),
      { kind: 'emphasis', strength: 'strong', inlines: [text('all'), text(' ')] },
      { kind: 'footnote', number: 1, inlines: [text('Not here.')] },
      { kind: 'claim', claimId: 'a', status: 'answered', inlines: [text('37')] },
    ];
    expect(cellText({ inlines })).toBe('Of all 37');
  });
});

describe('the columns of a table', () => {
  it('are as many as those of its widest row, in the head or in the body, spans counted', () => {
    expect(columnCount({ head: [], rows: [] })).toBe(1);
    expect(columnCount(body(['a'], ['a', 'b', 'c'], ['a', 'b']))).toBe(3);
    expect(columnCount({ head: [[cell('a', { span: 3 }), cell('b')]], rows: [[cell('a')]] })).toBe(4);
  });
  it('have smaller letters where they are more than ten, and more than fifteen', () => {
    expect([1, 10, 11, 15, 16, 20].map(pointsOf)).toEqual([8.5, 8.5, 7, 7, 6, 6]);
  });
});

describe('a table is wide', () => {
  it('from the line on that the text does not hold', () => {
    expect(isWide(body([letters(86)]))).toBe(false);
    expect(isWide(body([letters(87)]))).toBe(true);
    expect(isWide(body([letters(42), letters(40)]))).toBe(false);
    expect(isWide(body([letters(42), letters(43)]))).toBe(true);
  });
  it('by the longest text of each column, in whichever row it stands', () => {
    expect(isWide(body([letters(42), ''], ['', letters(43)]))).toBe(true);
    expect(isWide(body([letters(42), ''], [letters(43), '']))).toBe(false);
  });
  it('where a character that is twice as wide counts twice', () => {
    for (const character of ['国', '한', 'ᄀ', '！', '豈']) {
      expect(isWide(body([character.repeat(43)]))).toBe(false);
      expect(isWide(body([character.repeat(44)]))).toBe(true);
    }
  });
  it('by its head only where a word, or a third of the line, does not fit', () => {
    expect(isWide(head(letters(86)))).toBe(false);
    expect(isWide(head(letters(87)))).toBe(true);
    expect(isWide(head('nn '.repeat(86)))).toBe(false);
    expect(isWide(head('nn '.repeat(88)))).toBe(true);
    // A Chinese line may be broken after each character.
    expect(isWide(head('国'.repeat(130)))).toBe(false);
    expect(isWide(head('国'.repeat(132)))).toBe(true);
  });
  it('where it has more years than nineteen, each of which has room for five letters', () => {
    expect(isWide(empty(19))).toBe(false);
    expect(isWide(empty(20))).toBe(true);
  });
  it('whatever stands across several columns, and with what stands behind it', () => {
    const across = cell(letters(200), { span: 2 });
    expect(isWide({ head: [], rows: [[across]] })).toBe(false);
    expect(isWide({ head: [], rows: [[across, cell('n')], body(['', '', letters(60)]).rows[0]!] })).toBe(
      false,
    );
    const behind = { head: [], rows: [[across, cell(letters(60))], body([letters(40)]).rows[0]!] };
    expect(isWide(behind)).toBe(true);
  });
});

describe('the shares of columns', () => {
  it('are what each wants, at least five letters, and the same more for each', () => {
    expect(columnShares(body([letters(9), letters(19), 'n']))).toEqual(sharesOf(10, 20, 5));
    expect(columnShares(empty(4))).toEqual(sharesOf(5, 5, 5, 5));
  });
  it('are an equal part of the page for long texts, after the short ones have what they want', () => {
    const room = onPage - 3 * 1.5;
    const rest = (room - 10) / 2;
    expect(columnShares(body([letters(299), letters(9), letters(199)]))).toEqual(sharesOf(rest, 10, rest));
  });
  it('are of the text where the table is not wide', () => {
    const named = { head: [], rows: [[cell(letters(59), { isHeader: true }), cell(letters(9))]] };
    expect(columnShares(named)).toEqual(sharesOf((inText - 2 * 1.5) / 2, 10));
  });
  it('give a name twenty-two letters before all others, and no figure fewer than five', () => {
    const figures = Array.from({ length: 29 }, () => cell(letters(9)));
    const table = { head: [], rows: [[], [cell(letters(39), { isHeader: true }), ...figures]] };
    expect(columnShares(table)).toEqual(sharesOf(22, ...figures.map(() => 5)));
    const short = { head: [], rows: [[cell(letters(9), { isHeader: true }), ...figures]] };
    expect(columnShares(short)).toEqual(sharesOf(10, ...figures.map(() => 5)));
  });
  it('leave to the others what a name does not take', () => {
    const name = cell(letters(9), { isHeader: true });
    const table = { head: [], rows: [[name, cell(letters(199)), cell(letters(299))]] };
    const rest = (onPage - 3 * 1.5 - 10) / 2;
    expect(columnShares(table)).toEqual(sharesOf(10, rest, rest));
  });
  it('are of figures where the first cell of the head alone is a name', () => {
    const long = cell(letters(299));
    const table = { head: [[cell('n', { isHeader: true }), cell('n')]], rows: [[long, cell(letters(9))]] };
    expect(columnShares(table)).toEqual(sharesOf(onPage - 2 * 1.5 - 10, 10));
  });
});

describe('figures stand', () => {
  it('as in the first row of the body that has a cell of that column alone', () => {
    const rows = [
      [cell('a', { span: 2, align: 'center' }), cell('b', { align: 'end' })],
      [cell('c'), cell('d', { align: 'end' }), cell('e', { align: 'center' })],
      [cell('f', { align: 'center' }), cell('g'), cell('h')],
    ];
    expect(columnAlignments({ head: [], rows })).toEqual([undefined, 'end', 'end']);
    expect(columnAlignments({ head: rows, rows: [] })).toEqual([undefined, undefined, undefined]);
  });
});
