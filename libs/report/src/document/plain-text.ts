/** The text of inlines, blocks and tables without their marks: what a claim is compared by. */
import type { Cell, Chart, Inline, Table } from './document.js';

/** The text of inlines, with runs of white space as one space. Footnotes are left out: they are not in the line. */
export const plainText = (inlines: readonly Inline[]): string => squeeze(inlines.map(textOf).join(''));

/** White space as one space, none at the ends. Non-breaking spaces count as spaces: editors change them. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function textOf(inline: Inline): string {
  if (inline.kind === 'text') return inline.text;
  return inline.kind === 'footnote' ? '' : inline.inlines.map(textOf).join('');
}

/** A table's cells: tabs between cells, line feeds between rows, head first. Caption, notes and source are left out. */
export const tableText = ({ head, rows }: Pick<Table, 'head' | 'rows'>): string =>
  [...head, ...rows].map(rowText).join('\n');

const rowText = (cells: readonly Cell[]) => cells.map(({ inlines }) => plainText(inlines)).join('\t');

export const chartText = ({ alternative }: Pick<Chart, 'alternative'>): string => squeeze(alternative);
