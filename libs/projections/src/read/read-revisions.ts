/** Reads which figures say something else on a later day than on an earlier one. */
import { populationCollection, type Revision, type Vintage } from '@rapporteur/domain';
import type { CellFilter } from './cell-filter.js';
import { revisedCells } from './sql/revised-cells.js';
import type { Snapshot } from './snapshot.js';

export interface RevisedCells {
  readonly counts: Readonly<Record<Revision['kind'], number>>;
  /** Identifiers, ascending: those of the page. */
  readonly cells: readonly string[];
}

/** From so many cells a respondent on it is quicker to read a whole event than to look each of them up. */
const manyCells = 100;

/**
 * Compares the two vintages where they may differ, and counts every difference, whatever the page.
 * In: both days; collections, respondents and codes of the filter; the last cell of the page before, and how many; `many` is
 * for tests, as what is found does not depend on it.
 */
export async function readRevisedCells(
  { client, position }: Snapshot,
  days: { readonly from: string; readonly to: string },
  { collections, ...filter }: Pick<CellFilter, 'collections' | 'respondents' | 'codes'>,
  { at }: Vintage,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
  many = manyCells,
): Promise<RevisedCells> {
  const values: unknown[] = [days.from, days.to, at ?? position, after ?? '', limit];
  const withPopulation = collections?.includes(populationCollection);
  const { rows } = await client.query<{ counts: Partial<RevisedCells['counts']> | null; cells: string[] }>(
    `${revisedCells({ ...filter, collections, withPopulation }, values, many)}
SELECT (SELECT json_object_agg(kind, n) FROM (SELECT kind, count(*) AS n FROM changed GROUP BY kind) k) AS counts,
  ARRAY(SELECT cell FROM changed WHERE cell > $4::text ORDER BY cell LIMIT $5::int) AS cells`,
    values,
  );
  const { counts, cells } = rows[0]!;
  return { counts: { revised: 0, added: 0, withdrawn: 0, ...counts }, cells };
}
