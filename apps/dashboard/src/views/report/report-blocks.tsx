/** A report's blocks as elements: numbered paragraphs, tables, charts, footnotes, and each claim a link to its basis. */
import type { Block, Inline, Labels, ReportDocument } from '@rapporteur/report';
import { Line } from './report-line.js';
import { ReportChart, ReportTable } from './report-table.js';

interface Props {
  readonly document: ReportDocument;
  /** The claim whose basis is shown. */
  readonly chosen: string | undefined;
}

export function ReportBlocks({ document, chosen }: Props) {
  const { masthead, blocks, labels } = document;
  const notes = blocks.flatMap(footnotesIn);
  return (
    <>
      <p class="masthead">
        {[masthead.organization, masthead.organ, masthead.symbol].filter(Boolean).join(' · ')}
      </p>
      <p class="report-title">
        <strong>{masthead.title}</strong>
        {masthead.draft && <span> {masthead.draft}</span>}
      </p>
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} labels={labels} chosen={chosen} />
      ))}
      <ol class="footnotes">
        {notes.map(({ number, inlines }) => (
          <li key={number} id={`note-${number}`} value={number}>
            <Line inlines={inlines} chosen={chosen} />
          </li>
        ))}
      </ol>
    </>
  );
}

type Footnote = Extract<Inline, { kind: 'footnote' }>;
const within = (inlines: readonly Inline[]): Footnote[] =>
  inlines.flatMap((inline) =>
    inline.kind === 'footnote' ? [inline] : 'inlines' in inline ? within(inline.inlines) : [],
  );
const footnotesIn = (block: Block): Footnote[] =>
  block.kind === 'list'
    ? block.items.flatMap(within)
    : block.kind === 'editor-note'
      ? block.blocks.flatMap(footnotesIn)
      : 'inlines' in block
        ? within(block.inlines)
        : [];

interface BlockProps {
  readonly block: Block;
  readonly labels: Labels;
  readonly chosen: string | undefined;
}

function OneBlock({ block, labels, chosen }: BlockProps) {
  switch (block.kind) {
    case 'heading': {
      const Tag = (['h2', 'h3', 'h4'] as const)[block.level - 1]!;
      return (
        <Tag>
          {block.label && `${block.label} `}
          <Line inlines={block.inlines} chosen={chosen} />
        </Tag>
      );
    }
    case 'paragraph':
      return (
        <p>
          {block.number !== undefined && `${block.number}. `}
          <Line inlines={block.inlines} chosen={chosen} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Line inlines={item} chosen={chosen} />
        </li>
      ));
      return block.style === 'bullets' ? <ul>{items}</ul> : <ol type="a">{items}</ol>;
    }
    case 'table':
      return <ReportTable table={block} labels={labels} chosen={chosen} />;
    case 'chart':
      return <ReportChart chart={block} labels={labels} chosen={chosen} />;
    case 'editor-note':
      return (
        <div class="editor-note" role="note">
          <p>
            <strong>{labels.editorNote}</strong>
          </p>
          {block.blocks.map((each, index) => (
            <OneBlock key={index} block={each} labels={labels} chosen={chosen} />
          ))}
        </div>
      );
    case 'open-place':
      return (
        <p class="editor-note">
          <strong>{labels.openPlace}:</strong> <Line inlines={block.inlines} chosen={chosen} />
        </p>
      );
  }
}
