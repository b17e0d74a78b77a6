/** Reads which figures say something else on a later day than on an earlier one. */
import { populationCollection, type Revision, type Vintage } from '@rapporteur/domain';
import { toConditions, type CellFilter } from './cell-filter.js';
import { liveSchema } from '../tables/create-tables.js';
import { decidedCells } from '../tables/decided-cells.js';
import { touchedCells } from './sql/touched-cells.js';
import type { Snapshot } from './snapshot.js';

export interface RevisedCells {
  readonly counts: Readonly<Record<Revision['kind'], number>>;
  /** Identifiers, ascending: those of the page. */
  readonly cells: readonly string[];
}

/** What a cell says, as one text; equal where compareCells of the domain finds the same. */
const saying = `string_agg(concat_ws(' ', qualifier, coalesce(value::text, 'null')), ' | '
  ORDER BY qualifier, value)`;

/**
 * Compares the two vintages where they may differ, and counts every difference, whatever the page.
 * In: both days; collections, respondents and codes of the filter; the last cell of the page before, and how many.
 */
export async function readRevisedCells(
  { client, position }: Snapshot,
  days: { readonly from: string; readonly to: string },
  { collections, ...filter }: Pick<CellFilter, 'collections' | 'respondents' | 'codes'>,
  { at }: Vintage,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<RevisedCells> {
  const values: unknown[] = [days.from, days.to, at ?? position, collections ?? null, after ?? '', limit];
  const withPopulation = collections?.includes(populationCollection);
  const where = toConditions({ ...filter, withPopulation }, values).join(' AND ') || 'true';
  const from = `(SELECT cell AS touched FROM touched) t JOIN ${liveSchema}.statements s ON s.cell = t.touched`;
  const said = (name: string, day: string) => `${name} AS (
  WITH ${decidedCells(liveSchema, { asOf: `${day}::date`, at: '$3::bigint' }, { from, where })}
  SELECT cell, ${saying} AS said FROM decided GROUP BY cell)`;
  const { rows } = await client.query<{ counts: Partial<RevisedCells['counts']> | null; cells: string[] }>(
    `WITH touched AS (${touchedCells(liveSchema)}), ${said('earlier', '$1')}, ${said('later', '$2')},
changed AS MATERIALIZED (
  SELECT cell, CASE WHEN b.cell IS NULL THEN 'added' WHEN a.cell IS NULL THEN 'withdrawn' ELSE 'revised' END AS kind
  FROM earlier b FULL JOIN later a USING (cell) WHERE b.said IS DISTINCT FROM a.said
)
SELECT (SELECT json_object_agg(kind, n) FROM (SELECT kind, count(*) AS n FROM changed GROUP BY kind) k) AS counts,
  ARRAY(SELECT cell FROM changed WHERE cell > $5::text ORDER BY cell LIMIT $6::int) AS cells`,
    values,
  );
  const { counts, cells } = rows[0]!;
  return { counts: { revised: 0, added: 0, withdrawn: 0, ...counts }, cells };
}
