/** Reads cells and statements at a vintage. */
import type { CellStatement, SeriesStatement, Statement, Vintage } from '@rapporteur/domain';
import { createHash } from 'node:crypto';
import { knownCells, toConditions, vintageToRead, type CellFilter } from './cell-filter.js';
import { liveSchema } from '../tables/create-tables.js';
import type { Snapshot } from './snapshot.js';
import { cellColumns, figureColumns, precisionOfReceipt } from './sql/cell-columns.js';
import { onlyConditions, type Only } from './sql/only-cells.js';

/**
 * A query for the statements that decide cells: from `cells` as they are, or recounted for a vintage; in order
 * of cell.
 * In: the filter, the vintage or null, a condition on the cells that are needed, if there is one, and what is selected.
 */
export function cellsQuery(
  filter: CellFilter,
  vintage: Vintage | null,
  only?: Only,
  columns = cellColumns,
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const known = knownCells(filter, vintage, values);
  const wanted = only ? ` WHERE ${onlyConditions(only, values)}` : '';
  const limit = filter.limit === undefined ? '' : ` LIMIT ${Math.trunc(filter.limit)}`;
  const text = `WITH ${known}
SELECT ${columns} FROM decided c ${precisionOfReceipt}${wanted} ORDER BY cell, variant${limit}`;
  return { text, values };
}

/**
 * The statements that decide cells, in order of cell.
 * In: a snapshot, the filter, the vintage asked for ({} = as it is at the snapshot's position), and a condition
 * on the cells that are needed, if there is one.
 */
export async function readCells(
  snapshot: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
  only?: Only,
): Promise<CellStatement[]> {
  const query = cellsQuery(filter, vintageToRead(snapshot, vintage), only);
  const { rows } = await snapshot.client.query<CellStatement>(query);
  return rows;
}

/** What `figureColumns` select. */
export type FigureRow = [
  ...[cell: string, position: number, receivedOn: string, period: string, year: number | null],
  ...[value: number | null, qualifier: SeriesStatement['qualifier'], source: SeriesStatement['source']],
  receivedPrecision: SeriesStatement['receivedPrecision'],
];

/**
 * The statements that decide the figures of some series. In: their keys, and which of their figures. Out: those of each that
 * has any, by its key, in order. What the figures of a series share is read of its key, once: rows of nine columns take half
 * the time of rows with all sixteen.
 */
export async function readFigures(
  snapshot: Snapshot,
  filter: CellFilter & { readonly series: readonly string[] },
  vintage: Vintage,
): Promise<Map<string, SeriesStatement[]>> {
  const query = cellsQuery(filter, vintageToRead(snapshot, vintage), undefined, figureColumns);
  const { rows } = await snapshot.client.query<FigureRow>({ ...query, rowMode: 'array' });
  return groupFigures(rows);
}

/** In: rows in order of cell. Out: the statements of each series, by its key, in that order. */
export function groupFigures(rows: readonly FigureRow[]): Map<string, SeriesStatement[]> {
  const found = new Map<string, SeriesStatement[]>();
  let toFigure: ReturnType<typeof figuresOf> | undefined;
  let [start, own]: [string, SeriesStatement[]] = ['', []];
  for (const row of rows) {
    const [cell] = row;
    // Of another series: no key of one begins as the figures of another do.
    if (!toFigure || !cell.startsWith(start)) {
      const key = cell.slice(0, cell.lastIndexOf('~'));
      [start, own, toFigure] = [`${key}~`, [], figuresOf(key)];
      found.set(key, own);
    }
    own.push(toFigure(row));
  }
  return found;
}

function figuresOf(key: string): (row: FigureRow) => SeriesStatement {
  const [collection, respondent, code, breakdown] = key.split('~') as [string, string, string, string];
  return ([cell, position, receivedOn, period, year, value, qualifier, source, receivedPrecision]) => ({
    kind: 'observation',
    cell,
    collection,
    respondent,
    position,
    receivedOn,
    code,
    breakdown,
    period,
    year,
    value,
    qualifier,
    source,
    receivedPrecision,
  });
}

/**
 * The same by a statement that stays prepared on its connection: for reads of one shape that come by the thousand. To plan
 * one takes three times as long as to run it.
 */
export const readCellsOften = (
  snapshot: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
): Promise<CellStatement[]> => readPrepared(snapshot, cellsQuery(filter, vintageToRead(snapshot, vintage)));

/**
 * The same of the cells as the tables hold them, which may be beyond the snapshot's position: for cells of which nothing came
 * after it.
 */
export const readCellsAsTheyStand = (snapshot: Snapshot, filter: CellFilter): Promise<CellStatement[]> =>
  readPrepared(snapshot, cellsQuery(filter, null));

async function readPrepared(
  { client }: Snapshot,
  query: ReturnType<typeof cellsQuery>,
): Promise<CellStatement[]> {
  const name = `cells-${createHash('sha256').update(query.text).digest('base64url').slice(0, 16)}`;
  const { rows } = await client.query<CellStatement>({ name, ...query });
  return rows;
}

/** Every statement about cells that a vintage knows, in order of position: the history of each cell. */
export async function readStatements(
  { client, position }: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
): Promise<Statement[]> {
  const values: unknown[] = [vintage.asOf ?? null, vintage.at ?? position];
  const conditions = toConditions(filter, values);
  const { rows } = await client.query<Statement>(
    `SELECT ${cellColumns}, retracted FROM ${liveSchema}.statements c ${precisionOfReceipt}
     WHERE ${['($1::date IS NULL OR received_on <= $1)', 'position <= $2', ...conditions].join(' AND ')} ORDER BY position, ordinal`,
    values,
  );
  return rows;
}
