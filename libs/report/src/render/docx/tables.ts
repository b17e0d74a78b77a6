/** Tables in Word, with a head that is repeated on each page. */
import type { Cell, Table } from '../../document/document.js';
import { columnAlignments, columnCount, columnShares, isWide, pointsOf } from '../columns.js';
import { bidi, caption, footer, type CaptionLabels } from './captions.js';
import { element, val } from './elements.js';
import { fullWidth, measure, textWidth } from './measures.js';
import { runs, type RunContext } from './runs.js';

/** The style of the text in tables has these. */
const usualPoints = 8.5;

/** Between many columns there is less room. */
const denseMargins = element(
  'w:tblCellMar',
  {},
  ...['left', 'right'].map((side) => element(`w:${side}`, { 'w:w': 30, 'w:type': 'dxa' })),
);

interface CellLook {
  /** Twentieths of a point. */
  readonly width: number;
  readonly align: Cell['align'];
  readonly isHead: boolean;
  /** Stays on the page of the row below: a caption with one row under it would be lost at the end of a page. */
  readonly isKept: boolean;
}

function cellXml(cell: Cell, { width, align, isHead, isKept }: CellLook, context: RunContext): string {
  const here = {
    ...context,
    language: cell.language ?? context.language,
    direction: cell.direction ?? context.direction,
  };
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      (cell.span ?? 1) > 1 ? val('w:gridSpan', cell.span!) : '',
      isHead ? val('w:vAlign', 'bottom') : '',
    ),
    element(
      'w:p',
      {},
      element(
        'w:pPr',
        {},
        val('w:pStyle', 'TableText'),
        isKept ? '<w:keepNext/>' : '',
        bidi(here),
        align && align !== 'start' ? val('w:jc', align) : '',
      ),
      runs(cell.inlines, here),
    ),
  );
}

/** In: a table, the words before its number, where it stands. Out: caption, table, source, notes. */
export function tableXml(table: Table, labels: CaptionLabels, context: RunContext): string {
  const columns = columnCount(table);
  const [left, width] = isWide(table) ? [0, fullWidth] : [measure.indent, textWidth];
  const points = pointsOf(columns) === usualPoints ? undefined : pointsOf(columns);
  const alignments = columnAlignments(table);
  const widths = columnShares(table).map((share) => Math.floor(share * width));
  const row = (cells: readonly Cell[], isHead: boolean, isKept: boolean): string => {
    let column = 0;
    const written = cells.map((cell) => {
      const from = column;
      column += cell.span ?? 1;
      const own = widths.slice(from, column).reduce((a, b) => a + b, 0);
      const align = cell.align ?? (isHead ? alignments[from] : undefined);
      return cellXml(cell, { width: own, align, isHead, isKept }, { ...context, size: points });
    });
    return element(
      'w:tr',
      {},
      element('w:trPr', {}, '<w:cantSplit/>', isHead ? '<w:tblHeader/>' : ''),
      ...written,
    );
  };
  const body = element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      val('w:tblStyle', 'ReportTable'),
      context.direction === 'rtl' ? '<w:bidiVisual/>' : '',
      element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      element('w:tblInd', { 'w:w': left, 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      points ? denseMargins : '',
      element('w:tblLook', {
        'w:val': '00A0',
        'w:firstRow': 1,
        'w:lastRow': 0,
        'w:firstColumn': 1,
        'w:lastColumn': 0,
        'w:noHBand': 0,
        'w:noVBand': 1,
      }),
      val('w:tblCaption', `${labels.table} ${table.number}`),
    ),
    element('w:tblGrid', {}, ...widths.map((one) => element('w:gridCol', { 'w:w': one }))),
    ...table.head.map((cells) => row(cells, true, true)),
    ...table.rows.map((cells, i) => row(cells, false, i < Math.min(2, table.rows.length - 1))),
  );
  return caption(table, 'table', labels.table, left, context) + body + footer(table, labels, left, context);
}
