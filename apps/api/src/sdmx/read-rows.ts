/** From batches of cells to the series of a flow, one after the other. */
import { groupBy, type CellStatement, type Vintage } from '@rapporteur/domain';
import type { Snapshot } from '@rapporteur/projections';
import type { DataStructure, Row, Selection } from '@rapporteur/sdmx';
import type { FlowReader } from './flow-reader.js';

/** The statements of each cell together: cells are in order, and the last one of a batch may go on in the next. */
async function* cellByCell(batches: AsyncIterable<CellStatement[]>): AsyncGenerator<CellStatement[][]> {
  let open: CellStatement[] = [];
  for await (const batch of batches) {
    const cells: CellStatement[][] = [];
    for (const statement of batch) {
      if (open.length > 0 && open[0]!.cell !== statement.cell) {
        cells.push(open);
        open = [];
      }
      open.push(statement);
    }
    if (cells.length > 0) yield cells;
  }
  if (open.length > 0) yield [open];
}

const isSameSeries = (a: CellStatement, b: CellStatement) =>
  a.breakdown === b.breakdown &&
  a.code === b.code &&
  a.respondent === b.respondent &&
  a.collection === b.collection;

/** The cells of each series of ours together; a series of ours may be several of SDMX. */
async function* seriesBySeries(cells: AsyncIterable<CellStatement[][]>): AsyncGenerator<CellStatement[][][]> {
  let open: CellStatement[][] = [];
  for await (const some of cells) {
    const whole: CellStatement[][][] = [];
    for (const cell of some) {
      if (open.length > 0 && !isSameSeries(open[0]![0]!, cell[0]!)) {
        whole.push(open);
        open = [];
      }
      open.push(cell);
    }
    if (whole.length > 0) yield whole;
  }
  if (open.length > 0) yield [open];
}

export interface Cut {
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

export interface RowRequest {
  readonly reader: FlowReader;
  readonly structure: DataStructure;
  readonly selection: Selection;
  readonly snapshot: Snapshot;
  readonly vintage: Vintage;
  /** Of each series only the first or last observations. */
  readonly cut: Cut;
}

/** In: cells in order. Out: the observations of each series that are asked for, as lists of series. */
export async function* readSeriesOfRows(
  batches: AsyncIterable<CellStatement[]>,
  { reader, structure, selection, snapshot, vintage, cut }: RowRequest,
): AsyncGenerator<Row[][]> {
  const width = structure.dimensions.length;
  const differing = structure.dimensions.findIndex(({ id }) => id === reader.differsBy);
  for await (const series of seriesBySeries(cellByCell(batches))) {
    const rows = await reader.toRows(series.flat(), snapshot, vintage);
    const groups = groupRows(rows.filter(selection.matches), width, differing);
    const found = groups.map((group) => cutRows(group, cut)).filter((group) => group.length > 0);
    if (found.length > 0) yield found;
  }
}

/**
 * Rows by series of SDMX. In: rows in the order of series of ours, and the place of the one dimension that rows of such a
 * series differ in: all others are the same from its first row to its last.
 */
function groupRows(rows: readonly Row[], width: number, differing: number): Row[][] {
  const isSame = (a: Row, b: Row) => {
    for (let i = 0; i < width; i += 1) if (i !== differing && a[i] !== b[i]) return false;
    return true;
  };
  const groups: Row[][] = [];
  for (let from = 0; from < rows.length;) {
    let to = from + 1;
    while (to < rows.length && isSame(rows[from]!, rows[to]!)) to += 1;
    groups.push(...groupBy(rows.slice(from, to), (row) => row[differing]!).values());
    from = to;
  }
  return groups;
}

function cutRows(rows: Row[], { first, last }: Cut): Row[] {
  if (first === undefined && last === undefined) return rows;
  const from = first === undefined ? [] : rows.slice(0, first);
  const to = last === undefined || last === 0 ? [] : rows.slice(-last);
  return [...new Set([...from, ...to])];
}
