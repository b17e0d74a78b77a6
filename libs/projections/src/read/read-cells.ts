/** Reads cells and statements at a vintage. */
import type { CellStatement, Statement, Vintage } from '@rapporteur/domain';
import { knownCells, toConditions, vintageToRead, type CellFilter } from './cell-filter.js';
import { liveSchema } from '../tables/create-tables.js';
import type { Snapshot } from './snapshot.js';
import { onlyConditions, type Only } from './sql/only-cells.js';

/** Named as in the domain, so that a row is a statement as it comes: copying each took a third of a long read. */
const columns = `kind, cell, collection, respondent, reply, position, received_on AS "receivedOn", code, breakdown, period,
  year, value, qualifier, source, m.received_precision AS "receivedPrecision"`;

/**
 * The precision of the day of receipt stands in the mark of the event, which is looked up once for all its
 * statements.
 */
const precision = `LEFT JOIN LATERAL (
  SELECT received_precision FROM ${liveSchema}.marks WHERE position = c.position OFFSET 0) m ON true`;

/**
 * A query for the statements that decide cells: from `cells` as they are, or recounted for a vintage; in order
 * of cell.
 * In: the filter, the vintage or null, and a condition on the cells that are needed, if there is one.
 */
export function cellsQuery(
  filter: CellFilter,
  vintage: Vintage | null,
  only?: Only,
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const known = knownCells(filter, vintage, values);
  const wanted = only ? ` WHERE ${onlyConditions(only, values)}` : '';
  const limit = filter.limit === undefined ? '' : ` LIMIT ${Math.trunc(filter.limit)}`;
  const text = `WITH ${known}
SELECT ${columns} FROM decided c ${precision}${wanted} ORDER BY cell, variant${limit}`;
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

/** Every statement about cells that a vintage knows, in order of position: the history of each cell. */
export async function readStatements(
  { client, position }: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
): Promise<Statement[]> {
  const values: unknown[] = [vintage.asOf ?? null, vintage.at ?? position];
  const conditions = toConditions(filter, values);
  const { rows } = await client.query<Statement>(
    `SELECT ${columns}, ordinal, retracted FROM ${liveSchema}.statements c ${precision}
     WHERE ${['($1::date IS NULL OR received_on <= $1)', 'position <= $2', ...conditions].join(' AND ')} ORDER BY position, ordinal`,
    values,
  );
  return rows;
}
