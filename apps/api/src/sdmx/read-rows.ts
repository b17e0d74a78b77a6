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
  const differing = structure.dimensions.findIndex(({ id }) => id === reader.differsBy);
  for await (const series of seriesBySeries(cellByCell(batches))) {
    const rows = await reader.toRows(series.flat(), snapshot, vintage);
    const groups = groupRows(rows.filter(selection.matches), differing);
    const found = groups.map((group) => cutRows(group, cut)).filter((group) => group.length > 0);
    if (found.length > 0) yield found;
  }
}

/** The rows of one series of ours by series of SDMX, in order of first sight. In: the place of what tells these apart. */
function groupRows(rows: Row[], differing: number): Row[][] {
  const [first] = rows;
  if (first === undefined) return [];
  if (rows.every((row) => row[differing] === first[differing])) return [rows];
  return [...groupBy(rows, (row) => row[differing]!).values()];
}

function cutRows(rows: Row[], { first, last }: Cut): Row[] {
  if (first === undefined && last === undefined) return rows;
  const from = first === undefined ? [] : rows.slice(0, first);
  const to = last === undefined || last === 0 ? [] : rows.slice(-last);
  return [...new Set([...from, ...to])];
}
