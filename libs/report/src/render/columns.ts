/** How wide the columns of a table are, by what stands in them: the same in every format. */
import type { Cell, Inline, Table } from '../document/document.js';

const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/gu;

/** Printed width of a text in Latin letters; a Chinese character counts two. */
const widthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

const textOf = (inline: Inline): string =>
  inline.kind === 'text'
    ? inline.text
    : inline.kind === 'footnote'
      ? ''
      : inline.inlines.map(textOf).join('');

export const cellText = ({ inlines }: Cell): string => inlines.map(textOf).join('');

/** Columns of a table: those of its widest row. */
export const columnCount = ({ head, rows }: Pick<Table, 'head' | 'rows'>): number =>
  Math.max(1, ...[...head, ...rows].map((row) => row.reduce((sum, { span }) => sum + (span ?? 1), 0)));

/** Fewest letters of a column. */
const least = 5;
/** Letters that a column of names gets before all others: among many years it would be broken word by word. */
const nameWidth = 22;
/** Letters that the space between two columns takes. */
const gap = 1.5;

/** Points of a table's letters: nineteen years still fit across a page. */
export const pointsOf = (columns: number): number => (columns > 15 ? 6 : columns > 10 ? 7 : 8.5);

/** Points across the text, and between the margins. */
const across = { text: 365, page: 475 };
/** Width of a letter in parts of its height, on average. */
const letterWidth = 0.485;

/** Letters across a table, less the gaps. */
const roomOf = (columns: number, width: number): number =>
  width / (pointsOf(columns) * letterWidth) - gap * columns;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Whether a table needs the whole width between the margins: the width of the text does not hold its longest lines. */
export function isWide(table: Pick<Table, 'head' | 'rows'>): boolean {
  const wants = wantsOf(table);
  return sum(wants) > roomOf(wants.length, across.text);
}

/** What each column wants: its longest text on one line; of a head, which may be broken, a third. */
function wantsOf(table: Pick<Table, 'head' | 'rows'>): number[] {
  const wants = Array.from({ length: columnCount(table) }, () => least);
  for (const row of [...table.head, ...table.rows]) {
    const isHead = table.head.includes(row);
    let column = 0;
    for (const cell of row) {
      if ((cell.span ?? 1) === 1) {
        const text = cellText(cell);
        const word = Math.max(0, ...text.split(/[\s\u2e80-\u9fff]+/u).map(widthOf));
        const want = isHead ? Math.max(word + 1, widthOf(text) / 3) : widthOf(text) + 1;
        wants[column] = Math.max(wants[column]!, want);
      }
      column += cell.span ?? 1;
    }
  }
  return wants;
}

/**
 * Out: the share of each column, summing to 1. Where all wants fit, all have the same more; where they do not, columns
 * that want less than an equal part have what they want, and the long ones share the rest: a sentence may be broken, a
 * figure may not. Cells that span several columns are left out.
 */
export function columnShares(table: Pick<Table, 'head' | 'rows'>): number[] {
  const wants = wantsOf(table);
  const granted = wants.map(() => 0);
  let room = roomOf(wants.length, isWide(table) ? across.page : across.text);
  const named = table.rows.some(([first]) => first?.isHeader === true) ? 1 : 0;
  if (named === 1) {
    granted[0] = Math.min(wants[0]!, Math.max(nameWidth, room / wants.length));
    room -= granted[0];
  }
  const order = wants
    .map((_, column) => column)
    .slice(named)
    .sort((a, b) => wants[a]! - wants[b]!);
  order.forEach((column, done) => {
    granted[column] = Math.min(wants[column]!, Math.max(least, room / (order.length - done)));
    room -= granted[column]!;
  });
  const widths = granted.map((width) => width + gap);
  const whole = sum(widths);
  return widths.map((width) => width / whole);
}

/** Out: how each column's figures stand, by its first cell in the body: a head without a wish of its own stands likewise. */
export function columnAlignments({ rows, ...rest }: Pick<Table, 'head' | 'rows'>): Cell['align'][] {
  const alignments = Array.from({ length: columnCount({ rows, ...rest }) }, (): Cell['align'] => undefined);
  for (const row of [...rows].reverse()) {
    let column = 0;
    for (const cell of row) {
      if ((cell.span ?? 1) === 1) alignments[column] = cell.align;
      column += cell.span ?? 1;
    }
  }
  return alignments;
}
