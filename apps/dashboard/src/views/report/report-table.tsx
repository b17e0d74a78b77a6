/** The tables and charts of a report, with their captions, notes and sources. */
import type { Cell, Chart, Labels, Table } from '@rapporteur/report';
import { usePage } from '../../page/page-context.js';
import { Line } from './report-line.js';

interface PartProps {
  readonly block: Table | Chart;
  readonly chosen: string | undefined;
}

/** The caption of a table or chart, which links to the basis of the whole. */
function Caption({ block, label, chosen }: PartProps & { readonly label: string }) {
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

/** The notes and the source of a table or chart. */
function Below({ block, labels, chosen }: PartProps & { readonly labels: Labels }) {
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

export function ReportTable({
  table,
  labels,
  chosen,
}: {
  table: Table;
  labels: Labels;
  chosen: string | undefined;
}) {
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
        // Only a figure's cell links to its reply, because a finding's cell shows words.
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

export function ReportChart({
  chart,
  labels,
  chosen,
}: {
  chart: Chart;
  labels: Labels;
  chosen: string | undefined;
}) {
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
