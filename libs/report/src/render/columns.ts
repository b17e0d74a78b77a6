/** How wide the columns of a table are, by what stands in them: the same in every format. */
import type { Cell, Inline, Table } from '../document.js';

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

/** Least and greatest share of a column, in letters: one long name must not starve the figures. */
const limits = { least: 5, greatest: 34, greatestWhereDense: 24 };
const denseFrom = 11;

/**
 * Out: the share of each column, summing to 1. A column needs its longest word and wants its longest text
 * (up to a limit); cells that span several are left out.
 */
export function columnShares(table: Pick<Table, 'head' | 'rows'>): number[] {
  const greatest = columnCount(table) < denseFrom ? limits.greatest : limits.greatestWhereDense;
  const wants = Array.from({ length: columnCount(table) }, () => limits.least);
  for (const row of [...table.head, ...table.rows]) {
    let column = 0;
    for (const cell of row) {
      if ((cell.span ?? 1) === 1) {
        const text = cellText(cell);
        const word = Math.max(0, ...text.split(/[\s\u2e80-\u9fff]+/u).map(widthOf));
        // A head may be broken into lines; a figure or a name in the body is better whole.
        const want = table.head.includes(row) ? Math.max(word + 1, widthOf(text) / 3) : widthOf(text) + 1;
        wants[column] = Math.max(wants[column]!, Math.min(greatest, want));
      }
      column += cell.span ?? 1;
    }
  }
  const sum = wants.reduce((a, b) => a + b, 0);
  return wants.map((want) => want / sum);
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
