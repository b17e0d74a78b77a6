/** Writes a built report as Markdown: what a person reads, without claims. */
import type { Block, Cell, Inline, Masthead, Report, ReportDocument, Table } from '../document/document.js';
import { safeHref } from './links.js';

/** What Markdown would take for its own. */
const escape = (text: string): string =>
  text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/^([#+-]|\d+\.)/, '\\$1');

/** In: a report. Out: Markdown with footnotes and tables (GFM); the same report gives the same text. */
export function toMarkdown({ document }: Report): string {
  const writer = new Writer(document);
  const parts = [mastheadLines(document.masthead), ...document.blocks.map((block) => writer.block(block))];
  return `${[...parts, ...writer.footnotes].filter((part) => part !== '').join('\n\n')}\n`;
}

function mastheadLines(masthead: Masthead): string {
  const { title, subtitle, draft, ...head } = masthead;
  const order = [
    head.organization,
    head.symbol,
    head.organ,
    head.distribution,
    head.date,
    head.originalLanguage,
    head.body,
    head.session,
    head.meeting,
    head.agendaItem,
    head.agendaTitle,
  ];
  const lines = order.flatMap((line) => (line === undefined ? [] : `${escape(line)}  `));
  const below = [subtitle, draft].flatMap((line) => (line === undefined ? [] : `**${escape(line)}**`));
  return [lines.join('\n'), `**${escape(title)}**`, ...below].join('\n\n');
}

class Writer {
  readonly footnotes: string[] = [];

  constructor(private readonly document: ReportDocument) {}

  block(block: Block): string {
    const { labels } = this.document;
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${block.label ? `${block.label} ` : ''}${this.line(block.inlines)}`;
      case 'paragraph':
        return `${block.number === undefined ? '' : `${block.number}\\. `}${this.line(block.inlines)}`;
      case 'list':
        return block.items
          .map((item, index) => `${bullet(block.style, index)} ${this.line(item)}`)
          .join('\n');
      case 'table':
        return [
          `**${labels.table} ${block.number}. ${this.line(block.caption)}**`,
          this.#table(block),
          ...this.#below(block),
        ].join('\n\n');
      case 'chart':
        return [
          `**${labels.chart} ${block.number}. ${this.line(block.caption)}**`,
          `![${escape(block.alternative)}](data:image/svg+xml;base64,${Buffer.from(block.svg).toString('base64')})`,
          ...this.#below(block),
        ].join('\n\n');
      case 'editor-note':
        return quote(
          [`**${labels.editorNote}**`, ...block.blocks.map((each) => this.block(each))].join('\n\n'),
        );
      case 'open-place':
        return quote(`**${labels.openPlace}:** ${this.line(block.inlines)}`);
    }
  }

  line(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.kind) {
      case 'text':
        return escape(inline.text);
      case 'emphasis': {
        const mark = inline.strength === 'strong' ? '**' : '*';
        return `${mark}${this.line(inline.inlines)}${mark}`;
      }
      case 'link':
        return safeHref(inline.href) === undefined
          ? this.line(inline.inlines)
          : `[${this.line(inline.inlines)}](${inline.href})`;
      case 'footnote':
        this.footnotes.push(`[^${inline.number}]: ${this.line(inline.inlines)}`);
        return `[^${inline.number}]`;
      case 'claim':
        return this.line(inline.inlines);
    }
  }

  #table({ head, rows }: Table): string {
    const all = [...head, ...rows];
    const width = Math.max(...all.map((row) => row.reduce((sum, { span = 1 }) => sum + span, 0)));
    const write = (row: readonly Cell[]) => {
      const cells = row.flatMap(({ inlines, span = 1 }) => [
        this.line(inlines),
        ...Array<string>(span - 1).fill(''),
      ]);
      return `| ${[...cells, ...Array<string>(width - cells.length).fill('')].join(' | ')} |`;
    };
    const [first = []] = head;
    const rule = `|${Array.from({ length: width }, (_, i) => (first[i]?.align === 'end' ? ' ---: ' : ' --- ')).join('|')}|`;
    // Markdown knows one row of headings; without one it has to be empty.
    return [write(first), rule, ...[...head.slice(1), ...rows].map(write)].join('\n');
  }

  #below({ notes, source }: Pick<Table, 'notes' | 'source'>): string[] {
    const { labels } = this.document;
    const written = notes.map((note) => this.line(note));
    return [
      ...(written.length > 0 ? [`*${labels.note}* ${written.join(' ')}`] : []),
      ...(source.length > 0 ? [`*${labels.source}* ${this.line(source)}`] : []),
    ];
  }
}

const bullet = (style: 'letters' | 'numbers' | 'bullets', index: number): string =>
  style === 'bullets' ? '-' : `${index + 1}.`;

const quote = (text: string) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
