/** A report's blocks as elements: numbered paragraphs, tables, charts, footnotes, and each claim a link to its basis. */
import type { Block, Cell, Chart, Inline, Labels, ReportDocument, Table } from '@rapporteur/report';
import { usePage } from '../../page/page-context.js';

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
      return <OneTable table={block} labels={labels} chosen={chosen} />;
    case 'chart':
      return <OneChart chart={block} labels={labels} chosen={chosen} />;
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

/** The caption of a table or chart, the link to what the whole rests on. */
function Caption({
  block,
  label,
  chosen,
}: {
  block: Table | Chart;
  label: string;
  chosen: string | undefined;
}) {
  const page = usePage();
  const words = (
    <>
      {label} {block.number}. <Line inlines={block.caption} chosen={chosen} />
    </>
  );
  if (!block.claim) return words;
  const { claimId, status } = block.claim;
  return (
    <a
      class={`claim ${status}`}
      href={page.link({ claim: claimId })}
      aria-current={claimId === chosen ? 'true' : undefined}
    >
      {words}
    </a>
  );
}

function Below({
  block,
  labels,
  chosen,
}: {
  block: Table | Chart;
  labels: Labels;
  chosen: string | undefined;
}) {
  return (
    <div class="below">
      {block.notes.map((note, index) => (
        <p key={index}>
          <Line inlines={note} chosen={chosen} />
        </p>
      ))}
      {block.source.length > 0 && (
        <p>
          {labels.source} <Line inlines={block.source} chosen={chosen} />
        </p>
      )}
    </div>
  );
}

function OneTable({ table, labels, chosen }: { table: Table; labels: Labels; chosen: string | undefined }) {
  const name = `${labels.table} ${table.number}`;
  return (
    <>
      <div class="scroll" role="region" tabIndex={0} aria-label={name}>
        <table>
          <caption>
            <Caption block={table} label={labels.table} chosen={chosen} />
          </caption>
          <thead>
            {table.head.map((row, index) => (
              <Row key={index} cells={row} scope="col" chosen={chosen} />
            ))}
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <Row key={index} cells={row} scope="row" chosen={chosen} />
            ))}
          </tbody>
        </table>
      </div>
      <Below block={table} labels={labels} chosen={chosen} />
    </>
  );
}

interface RowProps {
  readonly cells: readonly Cell[];
  readonly scope: 'row' | 'col';
  readonly chosen: string | undefined;
}

function Row({ cells, scope, chosen }: RowProps) {
  const page = usePage();
  return (
    <tr>
      {cells.map((cell, index) => {
        const words = <Line inlines={cell.inlines} chosen={chosen} />;
        const align = cell.align === 'end' ? 'number' : undefined;
        if (cell.isHeader)
          return (
            <th key={index} scope={scope} class={align} colSpan={cell.span}>
              {words}
            </th>
          );
        // A figure's cell leads to its reply; what a finding's shows is words.
        const isFigure = cell.observation !== undefined && cell.align === 'end';
        return (
          <td key={index} class={align} colSpan={cell.span}>
            {isFigure ? <a href={page.link({ figure: cell.observation })}>{words}</a> : words}
          </td>
        );
      })}
    </tr>
  );
}

function OneChart({ chart, labels, chosen }: { chart: Chart; labels: Labels; chosen: string | undefined }) {
  return (
    <figure>
      <figcaption>
        <Caption block={chart} label={labels.chart} chosen={chosen} />
      </figcaption>
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(chart.svg)}`}
        width={chart.width}
        height={chart.height}
        alt={chart.alternative}
      />
      <Below block={chart} labels={labels} chosen={chosen} />
    </figure>
  );
}

function Line({ inlines, chosen }: { inlines: readonly Inline[]; chosen: string | undefined }) {
  return (
    <>
      {inlines.map((inline, index) => (
        <OneInline key={index} inline={inline} chosen={chosen} />
      ))}
    </>
  );
}

function OneInline({ inline, chosen }: { inline: Inline; chosen: string | undefined }) {
  const page = usePage();
  switch (inline.kind) {
    case 'text':
      return inline.language ? (
        <span lang={inline.language} dir={inline.direction}>
          {inline.text}
        </span>
      ) : (
        <>{inline.text}</>
      );
    case 'emphasis': {
      const Tag = inline.strength === 'strong' ? 'strong' : 'em';
      return (
        <Tag>
          <Line inlines={inline.inlines} chosen={chosen} />
        </Tag>
      );
    }
    case 'link':
      return (
        <a href={inline.href}>
          <Line inlines={inline.inlines} chosen={chosen} />
        </a>
      );
    case 'footnote':
      return (
        <sup>
          <a href={`#note-${inline.number}`}>{inline.number}</a>
        </sup>
      );
    case 'claim':
      return (
        <a
          class={`claim ${inline.status}`}
          href={page.link({ claim: inline.claimId })}
          aria-current={inline.claimId === chosen ? 'true' : undefined}
        >
          <Line inlines={inline.inlines} chosen={chosen} />
        </a>
      );
  }
}
