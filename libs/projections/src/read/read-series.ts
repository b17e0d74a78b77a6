/** Reads one page of series at a vintage: which series come next, then their cells alone. */
import type { SeriesStatement, Vintage } from '@rapporteur/domain';
import { toConditions, vintageToRead, type CellFilter } from './cell-filter.js';
import { liveSchema } from '../tables/create-tables.js';
import { groupFigures, readFigures, type FigureRow } from './read-cells.js';
import type { Snapshot } from './snapshot.js';
import { figureColumns, precisionOfReceipt } from './sql/cell-columns.js';
import { cellsOfSeries, seriesOf } from '../tables/series-of.js';

export interface SeriesPage {
  /** The cells of each series, by `collection~respondent~indicator~breakdown`, in the order of their identifiers. */
  readonly series: ReadonlyMap<string, readonly SeriesStatement[]>;
  /** The series with which the next page begins; absent where there is none. */
  readonly following: string | undefined;
}

/**
 * In: which figures, the vintage, the last series of the page before, and how many series at most.
 * At a vintage all that was said of a series may have been taken back: then the next ones are looked at.
 */
export async function readSeriesPage(
  snapshot: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<SeriesPage> {
  if (isNarrow(filter) && !vintageToRead(snapshot, vintage))
    return readAtOnce(snapshot, filter, { after, limit });
  const page = new Map<string, SeriesStatement[]>();
  for (let from = after; page.size <= limit;) {
    const wanted = limit + 1 - page.size;
    const series = await findSeries(snapshot, filter, vintage, from, wanted);
    const found = series.length > 0 ? await readFigures(snapshot, { ...filter, series }, vintage) : [];
    for (const [key, own] of found) page.set(key, own);
    if (series.length < wanted) break;
    from = series.at(-1);
  }
  return toPage(page, limit);
}

/** In: one more series than the page has, where there are as many. */
function toPage(found: Map<string, SeriesStatement[]>, limit: number): SeriesPage {
  const following = [...found.keys()][limit];
  if (following !== undefined) found.delete(following);
  return { series: found, following };
}

/** By one statement, where a few rows are read as they stand: then each series that is found has figures. */
async function readAtOnce(
  { client }: Snapshot,
  filter: CellFilter,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<SeriesPage> {
  const { text: series, values, where } = seriesQuery(filter, null, after, limit + 1);
  const text = `SELECT ${figureColumns} FROM (SELECT s.* FROM ${cellsOfSeries(`${liveSchema}.cells`, `(${series})`)}) c
    ${precisionOfReceipt} WHERE ${where} ORDER BY cell, variant`;
  const { rows } = await client.query<FigureRow>({ text, values, rowMode: 'array' });
  return toPage(groupFigures(rows), limit);
}

/** Finds the series of which something was said by the vintage, in the order of their cells. */
async function findSeries(
  snapshot: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const { client } = snapshot;
  const { text, values } = seriesQuery(filter, vintageToRead(snapshot, vintage), after, limit);
  const isWalked = !isNarrow(filter);
  if (isWalked) await client.query(keepToTheKey);
  const { rows } = await client.query<{ series: string }>(text, values);
  if (isWalked) await client.query('SET LOCAL enable_sort = on');
  return rows.map(({ series }) => series);
}

/**
 * Of a collection that came a moment ago PostgreSQL has no statistics, takes it for small, and would sort all of it for each
 * series again: 46 s for a page of UNODC's file, until it had looked by itself after a minute.
 */
export const keepToTheKey = 'SET LOCAL enable_sort = off';

/** Whether an index narrows a filter to few rows. */
const isNarrow = ({ respondents, codes }: CellFilter): boolean =>
  respondents !== undefined || codes !== undefined;

/**
 * The query for one page of series. In: as readSeriesPage; the vintage is null for the cells as they stand. Out: with the
 * conditions on cells that it has.
 */
export function seriesQuery(
  filter: CellFilter,
  vintage: Vintage | null,
  after: string | undefined,
  limit: number,
): { text: string; values: unknown[]; where: string } {
  const values: unknown[] = [];
  const bound = (column: string, value: unknown) =>
    value === undefined ? [] : [`${column} <= $${values.push(value)}`];
  const conditions = [
    ...toConditions({ ...filter, kind: 'observation' }, values),
    ...(isNarrow(filter) ? [] : withinCollections(filter.collections, values)),
    ...(vintage ? [...bound('received_on', vintage.asOf), ...bound('position', vintage.at)] : []),
  ];
  const where = conditions.join(' AND ');
  const text = (isNarrow(filter) ? sortedSeries : walkedSeries)({
    table: `${liveSchema}.${vintage ? 'statements' : 'cells'}`,
    where,
    after: after === undefined ? undefined : `$${values.push(beyond(after))}::text`,
    limit: `$${values.push(limit)}::int`,
  });
  return { text, values, where };
}

/** An identifier begins with its collection, so these bounds keep the part of the key that is read short. */
function withinCollections(collections: readonly string[] | undefined, values: unknown[]): string[] {
  if (!collections) return [];
  const sorted = [...collections].sort();
  const [first, last] = [values.push(sorted[0]), values.push(beyond(sorted.at(-1)!))];
  return [`cell > $${first}::text`, `cell < $${last}::text`];
}

/** The least text that comes after every identifier of a series: its figures go on with `~`, which is 126. */
const beyond = (series: string) => `${series}\u007f`;

interface Parts {
  readonly table: string;
  readonly where: string;
  readonly after: string | undefined;
  readonly limit: string;
}

/** For a filter that an index narrows to few rows: reads all of them, and sorts what is left of them by series. */
const sortedSeries = ({ table, where, after, limit }: Parts) => `
SELECT rtrim(start, '~') AS series FROM (
  SELECT collection || '~' || respondent || '~' || code || '~' || breakdown || '~' AS start
  FROM ${table} WHERE ${where} GROUP BY collection, respondent, code, breakdown
) s${after === undefined ? '' : ` WHERE start > ${after}`} ORDER BY start LIMIT ${limit}`;

/**
 * For a filter with many rows: goes from each series to the next by the key, so that a page costs only what it
 * holds.
 */
const walkedSeries = ({ table, where, after, limit }: Parts) => `
WITH RECURSIVE walk AS (
  (SELECT cell FROM ${table} WHERE cell > ${after ?? "''"} AND ${where} ORDER BY cell LIMIT 1)
  UNION ALL
  SELECT (SELECT cell FROM ${table} WHERE cell > ${seriesOf('w.cell')} || chr(127) AND ${where} ORDER BY cell LIMIT 1)
  FROM walk w WHERE w.cell IS NOT NULL
)
SELECT ${seriesOf('cell')} AS series FROM walk WHERE cell IS NOT NULL LIMIT ${limit}`;
