/** Which cells differ between two vintages, as statements of SQL. */
import { toConditions, type CellFilter } from '../cell-filter.js';
import { liveSchema } from '../../tables/create-tables.js';
import { decidedCells, type VintageBounds } from '../../tables/decided-cells.js';
import { cellColumns, precisionOfReceipt } from './cell-columns.js';

/** `set`: the later vintage says it, and the earlier one does not, or otherwise; `gone`: only the earlier one says anything. */
export type Changed = 'set' | 'gone';

interface Known {
  readonly asOf: string | undefined;
  readonly at: number;
}

const within = (alias: string, { asOf, at }: VintageBounds) =>
  [`${alias}.position <= ${at}`, ...(asOf === null ? [] : [`${alias}.received_on <= ${asOf}`])].join(' AND ');

/**
 * The figures that may differ between two vintages: those that were stated by what only the later one knows, and all figures
 * of a respondent of whom a reply was completed, replaced, withdrawn or undone by that.
 */
const touchedBetween = (from: VintageBounds, to: VintageBounds): string => `
WITH news AS (
  SELECT * FROM ${liveSchema}.marks n WHERE ${within('n', to)} AND NOT (${within('n', from)})
)
SELECT s.cell FROM news m JOIN ${liveSchema}.statements s ON s.position = m.position AND s.kind = 'observation'
UNION
SELECT s.cell FROM (SELECT DISTINCT collection, respondent FROM news WHERE complete OR voids OR undoes IS NOT NULL) m
JOIN ${liveSchema}.marks r ON r.collection = m.collection AND r.respondent = m.respondent
JOIN ${liveSchema}.statements s ON s.position = r.position AND s.kind = 'observation'`;

/** In: which cells, both vintages, and which changes. Out: a query for statements, in order of cell. */
export function changedCellsQuery(
  filter: CellFilter,
  from: Known,
  to: Known,
  changed: Changed,
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const bounds = ({ asOf, at }: Known): VintageBounds => ({
    asOf: asOf === undefined ? null : `$${values.push(asOf)}::date`,
    at: `$${values.push(at)}::bigint`,
  });
  const [before, after] = [bounds(from), bounds(to)];
  const where = toConditions(filter, values).join(' AND ') || 'true';
  const source = `(SELECT cell AS touched FROM touched) t JOIN ${liveSchema}.statements s ON s.cell = t.touched`;
  const decided = (name: string, of: VintageBounds) =>
    `${name} AS (WITH ${decidedCells(liveSchema, of, { from: source, where })} SELECT * FROM decided)`;
  const [wanted, other, isSame] =
    changed === 'set' ? ['later', 'earlier', ' AND o.position = c.position'] : ['earlier', 'later', ''];
  const text = `WITH touched AS (${touchedBetween(before, after)}), ${decided('earlier', before)}, ${decided('later', after)}
SELECT ${cellColumns} FROM ${wanted} c ${precisionOfReceipt}
WHERE NOT EXISTS (SELECT 1 FROM ${other} o WHERE o.cell = c.cell${isSame}) ORDER BY cell, variant`;
  return { text, values };
}
