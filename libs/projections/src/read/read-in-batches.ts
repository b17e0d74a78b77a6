/** Reads cells batch by batch through a cursor, so that a whole collection takes no more memory than a batch. */
import type { CellStatement, Vintage } from '@rapporteur/domain';
import { vintageToRead, type CellFilter } from './cell-filter.js';
import { cellsQuery } from './read-cells.js';
import { changedCellsQuery, type Changed } from './sql/changed-cells.js';
import type { Snapshot } from './snapshot.js';

const batchSize = 1000;

interface Query {
  readonly text: string;
  readonly values: unknown[];
}

let cursors = 0;

/** The rows of a query, a batch at a time; the cursor is closed when the reader stops. */
async function* inBatches({ client }: Snapshot, { text, values }: Query): AsyncGenerator<CellStatement[]> {
  cursors = (cursors + 1) % 1_000_000;
  const name = `batches_${cursors}`;
  await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${text}`, values);
  try {
    for (;;) {
      const { rows } = await client.query<CellStatement>(`FETCH ${batchSize} FROM ${name}`);
      if (rows.length > 0) yield rows;
      if (rows.length < batchSize) return;
    }
  } finally {
    // In a transaction that has failed it is closed already.
    await client.query(`CLOSE ${name}`).catch(() => undefined);
  }
}

/** The statements that decide cells, in order of cell; those of one cell may be in two batches. As readCells. */
export const readCellsInBatches = (
  snapshot: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
): AsyncGenerator<CellStatement[]> =>
  inBatches(snapshot, cellsQuery(filter, vintageToRead(snapshot, vintage)));

/**
 * The cells that differ between two vintages, in order of cell. In: both vintages; which of them are wanted: those that the
 * later one has and the earlier one has not so, or those that only the earlier one has.
 */
export function readChangesInBatches(
  snapshot: Snapshot,
  filter: CellFilter,
  { from, to, changed }: { readonly from: Vintage; readonly to: Vintage; readonly changed: Changed },
): AsyncGenerator<CellStatement[]> {
  const known = (vintage: Vintage) => ({ asOf: vintage.asOf, at: vintage.at ?? snapshot.position });
  return inBatches(snapshot, changedCellsQuery(filter, known(from), known(to), changed));
}
