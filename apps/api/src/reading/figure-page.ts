/** Reads one page of figures in the order of their identifiers; the values of one cell stay on one page. */
import type { CellStatement, Vintage } from '@rapporteur/domain';
import { readCells, type CellFilter, type Snapshot } from '@rapporteur/projections';
import { fromCursor, toCursor } from './pages.js';

/** In: a filter; cursor and limit of the request. Out: the deciding statements, and the cursor of the next page. */
export async function readFigurePage(
  snapshot: Snapshot,
  filter: CellFilter,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  vintage: Vintage,
): Promise<{ page: CellStatement[]; next: string | undefined }> {
  // One more than asked for is read, to know whether there is a next page.
  const cells = await readCells(
    snapshot,
    { ...filter, after: fromCursor(cursor), limit: limit + 1 },
    vintage,
  );
  if (cells.length <= limit) return { page: cells, next: undefined };
  const last = cells[limit - 1]!.cell;
  const whole = await readCells(snapshot, { cells: [last] }, vintage);
  const before = cells.slice(0, limit).filter(({ cell }) => cell !== last);
  return { page: [...before, ...whole], next: toCursor(last) };
}
