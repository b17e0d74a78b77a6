/**
 * Which statements decide a cell: the one definition in SQL, for the tables as they are now and for any vintage.
 * It says the same as foldCells of the domain, which the tests hold it against.
 */

/** SQL expressions that bound what is known, or null: received on or before, recorded at or before. */
export interface VintageBounds {
  readonly asOf: string | null;
  readonly at: string | null;
}

const known = (alias: string, { asOf, at }: VintageBounds) =>
  [asOf && `${alias}.received_on <= ${asOf}`, at && `${alias}.position <= ${at}`]
    .filter(Boolean)
    .map((c) => ` AND ${c}`)
    .join('');

/** A statement or mark counts unless its reply was replaced or withdrawn after it. */
const stands = (schema: string, alias: string, bounds: VintageBounds) => `NOT EXISTS (
      SELECT 1 FROM ${schema}.marks v WHERE v.reply = ${alias}.reply AND v.voids
        AND (v.received_on, v.position) > (${alias}.received_on, ${alias}.position)${known('v', bounds)})`;

/**
 * The statements that decide each cell of the relation `candidates(cell)`, which the caller's WITH has before this.
 * Out: CTEs `winners` and `decided`; decided has the columns of statements and `variant`.
 */
export function decidedCells(schema: string, bounds: VintageBounds): string {
  return `winners AS (
  SELECT w.* FROM candidates t CROSS JOIN LATERAL (
    SELECT s.cell, s.kind, s.collection, s.respondent, s.received_on, s.position FROM ${schema}.statements s
    WHERE s.cell = t.cell${known('s', bounds)}
      AND ${stands(schema, 's', bounds)}
    ORDER BY s.received_on DESC, s.position DESC LIMIT 1) w
), decided AS (
  SELECT s.*, (row_number() OVER (PARTITION BY s.cell ORDER BY s.ordinal) - 1)::int AS variant
  FROM winners w JOIN ${schema}.statements s ON s.cell = w.cell AND s.received_on = w.received_on AND s.position = w.position
  WHERE NOT EXISTS (
      SELECT 1 FROM ${schema}.statements r WHERE r.cell = w.cell AND r.received_on = w.received_on
        AND r.position = w.position AND r.retracted)
    AND NOT (w.kind = 'observation' AND EXISTS (
      SELECT 1 FROM ${schema}.marks c WHERE c.complete AND c.collection = w.collection AND c.respondent = w.respondent
        AND (c.received_on, c.position) > (w.received_on, w.position)${known('c', bounds)}
        AND ${stands(schema, 'c', bounds)}))
)`;
}
