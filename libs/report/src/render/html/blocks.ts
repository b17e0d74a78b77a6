/** From blocks to HTML: headings, numbered paragraphs, tables with their heads, charts with their words. */
import type { Block, Cell, Chart, Heading, Inline, List, Paragraph, Table } from '../../document/document.js';
import type { ReportDocument } from '../../document/document.js';
import { escapeXml } from '../xml.js';
import { columnAlignments } from '../columns.js';
import { basisPlace, claimPlace, inLanguage, inlines, type Writing } from './inlines.js';
import { tag } from './tags.js';

type Labels = ReportDocument['labels'];

export function blockHtml(block: Block, labels: Labels, writing: Writing): string {
  switch (block.kind) {
    case 'heading':
      return heading(block, writing);
    case 'paragraph':
      return paragraph(block, writing);
    case 'list':
      return list(block, writing);
    case 'table':
      return tableHtml(block, labels, writing);
    case 'chart':
      return chartHtml(block, labels, writing);
    case 'editor-note': {
      const head = tag('p', { class: 'label' }, escapeXml(labels.editorNote));
      const rest = block.blocks.map((one) => blockHtml(one, labels, writing));
      return tag('aside', { class: 'editor-note', ...inLanguage(block) }, head, ...rest);
    }
    case 'open-place': {
      const label = tag('span', { class: 'label' }, `${escapeXml(labels.openPlace)}: `);
      return tag('p', { class: 'open-place', ...inLanguage(block) }, label, inlines(block.inlines, writing));
    }
  }
}

function heading({ level, label, inlines: words, ...rest }: Heading, writing: Writing): string {
  const number = label ? `${tag('span', { class: 'number' }, escapeXml(label))} ` : '';
  // The title of the document is the one first heading.
  return tag(`h${level + 1}`, inLanguage(rest), number, tag('span', {}, inlines(words, writing)));
}

function paragraph({ number, inlines: words, ...rest }: Paragraph, writing: Writing): string {
  const mark = number === undefined ? '' : `${tag('span', { class: 'number' }, `${number}.`)} `;
  const id = number === undefined ? undefined : `paragraph-${number}`;
  return tag('p', { id, ...inLanguage(rest) }, mark, inlines(words, writing));
}

function list({ style, items, ...rest }: List, writing: Writing): string {
  const all = items.map((item) => tag('li', {}, inlines(item, writing)));
  return tag(style === 'bullets' ? 'ul' : 'ol', { class: style, ...inLanguage(rest) }, ...all);
}

interface Captioned {
  readonly number: number;
  readonly caption: readonly Inline[];
  readonly claim?: Table['claim'];
  readonly notes: readonly (readonly Inline[])[];
  readonly source: readonly Inline[];
}

/** "Table 1" leads to what the whole of it rests on. */
function caption({ number, caption: words, claim }: Captioned, label: string, writing: Writing): string {
  const name = `${escapeXml(label)} ${number}`;
  const linked = claim
    ? tag('a', { href: `#${basisPlace(claim.claimId)}`, title: writing.titles.get(claim.claimId) }, name)
    : name;
  return tag('figcaption', {}, tag('span', {}, linked), tag('strong', {}, inlines(words, writing)));
}

function under({ notes, source }: Captioned, labels: Labels, writing: Writing): string {
  const line = (label: string, words: readonly Inline[]) =>
    tag('p', { class: 'under' }, label && `${tag('em', {}, escapeXml(label))} `, inlines(words, writing));
  return (
    (source.length > 0 ? line(labels.source, source) : '') +
    notes.map((note, i) => line(i === 0 ? labels.note : '', note)).join('')
  );
}

const whole = ({ claim }: Captioned) =>
  claim ? { id: claimPlace(claim.claimId), 'data-claim': claim.claimId, 'data-status': claim.status } : {};

function cellHtml(cell: Cell, scope: string, align: string | undefined, writing: Writing): string {
  const href = cell.observation === undefined ? undefined : writing.observationHref(cell.observation);
  const inside = inlines(cell.inlines, writing);
  return tag(
    cell.isHeader ? 'th' : 'td',
    {
      scope: cell.isHeader ? scope : undefined,
      colspan: (cell.span ?? 1) > 1 ? cell.span : undefined,
      class: align && align !== 'start' ? align : undefined,
      'data-observation': cell.observation,
      ...inLanguage(cell),
    },
    href && inside !== '' ? tag('a', { class: 'claim', href }, inside) : inside,
  );
}

function tableHtml(table: Table, labels: Labels, writing: Writing): string {
  const alignments = columnAlignments(table);
  const headRow = (row: readonly Cell[]) => {
    let column = 0;
    const cells = row.map((cell) => {
      const align = cell.align ?? alignments[column];
      column += cell.span ?? 1;
      return cellHtml(cell, (cell.span ?? 1) > 1 ? 'colgroup' : 'col', align, writing);
    });
    return tag('tr', {}, ...cells);
  };
  const bodyRow = (row: readonly Cell[]) =>
    tag('tr', {}, ...row.map((cell) => cellHtml(cell, 'row', cell.align, writing)));
  const body = tag(
    'table',
    {},
    table.head.length > 0 ? tag('thead', {}, ...table.head.map(headRow)) : '',
    tag('tbody', {}, ...table.rows.map(bodyRow)),
  );
  const name = `${labels.table} ${table.number}`;
  // A wide table scrolls in a box of its own, which the keyboard must reach.
  const box = tag('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': name }, body);
  return tag(
    'figure',
    { class: 'table', ...whole(table), ...inLanguage(table) },
    caption(table, labels.table, writing),
    box,
    under(table, labels, writing),
  );
}

function chartHtml(chart: Chart, labels: Labels, writing: Writing): string {
  return tag(
    'figure',
    { class: 'chart', ...whole(chart), ...inLanguage(chart) },
    caption(chart, labels.chart, writing),
    // As a picture: what a drawing holds cannot act in the page.
    tag('img', {
      src: `data:image/svg+xml;base64,${Buffer.from(chart.svg, 'utf8').toString('base64')}`,
      alt: chart.alternative,
      width: chart.width,
      height: chart.height,
    }),
    under(chart, labels, writing),
  );
}
