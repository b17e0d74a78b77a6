/** Tables with caption, repeated head, notes and source; charts as pictures with words for those who do not see them. */
import type { Cell, Chart, ClaimMark, Inline, Table } from '../../document/document.js';
import { columnAlignments, columnCount, columnShares, isWide, pointsOf } from '../columns.js';
import type { Whole } from './bookmark-names.js';
import { element, val } from './elements.js';
import { fullWidth, measure, textWidth } from './measures.js';
import { control, runs, textRun, type RunContext } from './runs.js';

/** The style of the text in tables has these. */
const usualPoints = 8.5;

/** Between many columns there is less room. */
const denseMargins = element(
  'w:tblCellMar',
  {},
  ...['left', 'right'].map((side) => element(`w:${side}`, { 'w:w': 30, 'w:type': 'dxa' })),
);

interface Captioned {
  readonly number: number;
  readonly caption: readonly Inline[];
  readonly claim?: ClaimMark;
}

/** "Table 1" is counted by Word, and carries the claim that what follows is; the caption itself stands below it. */
function caption(
  { number, caption: words, claim }: Captioned,
  whole: Whole,
  label: string,
  left: number,
  context: RunContext,
): string {
  // The name of the sequence is no text: it is the same in every language.
  const sequence = whole === 'table' ? 'Table' : 'Figure';
  const instruction = { 'w:instr': ` SEQ ${sequence} \\* ARABIC ` };
  const count = element('w:fldSimple', instruction, textRun(String(number), context));
  const name = textRun(`${label} `, context) + count;
  return element(
    'w:p',
    {},
    element('w:pPr', {}, val('w:pStyle', 'Caption'), bidi(context), element('w:ind', { 'w:left': left })),
    claim ? control(claim.claimId, name, context, whole) : name,
    element('w:r', {}, '<w:br/>'),
    runs(words, { ...context, isBold: true }),
  );
}

const bidi = (context: RunContext): string => (context.direction === 'rtl' ? '<w:bidi/>' : '');

function small(inlines: readonly Inline[], label: string, left: number, context: RunContext): string {
  return element(
    'w:p',
    {},
    element('w:pPr', {}, val('w:pStyle', 'TableNote'), bidi(context), element('w:ind', { 'w:left': left })),
    label === '' ? '' : textRun(`${label} `, { ...context, isItalic: true }),
    runs(inlines, context),
  );
}

interface Sourced {
  readonly notes: readonly (readonly Inline[])[];
  readonly source: readonly Inline[];
}

const footer = (
  { notes, source }: Sourced,
  labels: { note: string; source: string },
  left: number,
  context: RunContext,
) =>
  (source.length > 0 ? small(source, labels.source, left, context) : '') +
  notes.map((note, i) => small(note, i === 0 ? labels.note : '', left, context)).join('') +
  element('w:p', {}, element('w:pPr', {}, val('w:pStyle', 'TableNote')));

export interface CaptionLabels {
  readonly table: string;
  readonly chart: string;
  readonly note: string;
  readonly source: string;
}

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

/** The two pictures of a chart: relations to the vector and to the pixels for programs that draw none. */
export interface Pictures {
  readonly svg: string;
  readonly png: string;
}

const emuPerPixel = 9525;
const uri = {
  picture: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  svg: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}',
  svgNamespace: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
};

function drawing(chart: Chart, pictures: Pictures, id: number, name: string): string {
  // No wider than the text; the pixels of a chart are a 96th of an inch.
  const shrink = Math.min(1, ((fullWidth / 1440) * 96) / chart.width);
  const [cx, cy] = [chart.width, chart.height].map((length) => Math.round(length * shrink * emuPerPixel));
  const blip = element(
    'a:blip',
    { 'r:embed': pictures.png },
    element(
      'a:extLst',
      {},
      element(
        'a:ext',
        { uri: uri.svg },
        element('asvg:svgBlip', { 'xmlns:asvg': uri.svgNamespace, 'r:embed': pictures.svg }),
      ),
    ),
  );
  const picture = element(
    'pic:pic',
    {},
    element(
      'pic:nvPicPr',
      {},
      element('pic:cNvPr', { id, name, descr: chart.alternative }),
      element('pic:cNvPicPr'),
    ),
    element('pic:blipFill', {}, blip, element('a:stretch', {}, '<a:fillRect/>')),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx, cy })),
      element('a:prstGeom', { prst: 'rect' }, '<a:avLst/>'),
    ),
  );
  return element(
    'w:drawing',
    {},
    element(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element('wp:extent', { cx, cy }),
      element('wp:docPr', { id, name, descr: chart.alternative }),
      element('a:graphic', {}, element('a:graphicData', { uri: uri.picture }, picture)),
    ),
  );
}

/** In: a chart with its pictures. Out: caption, picture, source, notes. */
export function chartXml(
  chart: Chart,
  pictures: Pictures,
  labels: CaptionLabels,
  context: RunContext,
): string {
  const left = measure.indent;
  const name = `${labels.chart} ${chart.number}`;
  const picture = element(
    'w:p',
    {},
    element('w:pPr', {}, val('w:pStyle', 'Picture'), bidi(context), element('w:ind', { 'w:left': left })),
    element('w:r', {}, drawing(chart, pictures, chart.number, name)),
  );
  return (
    caption(chart, 'chart', labels.chart, left, context) + picture + footer(chart, labels, left, context)
  );
}
