/**
 * Which statements decide a cell: the one definition in SQL, for the tables as they are now and for any
 * vintage.
 * It says the same as foldCells of the domain; the tests compare both.
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

/** An event counts unless a later one undid it. The index of what is undone is empty or short, so a look is cheap. */
export const notUndone = (schema: string, alias: string, bounds: VintageBounds) =>
  `NOT EXISTS (${undoing(schema, alias, bounds)})`;

const undoing = (schema: string, alias: string, bounds: VintageBounds) =>
  `SELECT 1 FROM ${schema}.marks u WHERE u.undoes IS NOT NULL AND u.undoes = ${alias}.position${known('u', bounds)}`;

/** The same by an index lookup, as standsByLook below. */
const notUndoneByLook: typeof notUndone = (schema, alias, bounds) =>
  `COALESCE((${undoing(schema, alias, bounds)} LIMIT 1), 0) <> 1`;

const voiding = (schema: string, alias: string, bounds: VintageBounds, counts: typeof notUndone) => `
      SELECT 1 FROM ${schema}.marks v WHERE v.reply = ${alias}.reply AND v.voids
        AND (v.received_on, v.position) > (${alias}.received_on, ${alias}.position)${known('v', bounds)}
        AND ${counts(schema, 'v', bounds)}`;

type Stands = typeof stands;

/** A statement or mark counts unless it was undone, or its reply was replaced or withdrawn after it. */
const stands = (schema: string, alias: string, bounds: VintageBounds) =>
  `NOT EXISTS (${voiding(schema, alias, bounds, notUndone)}) AND ${notUndone(schema, alias, bounds)}`;

/**
 * The same by an index lookup for each statement. PostgreSQL may plan NOT EXISTS as a join with all marks. That
 * is right for a whole collection; but a plan that was made for empty tables is kept while they grow, and then
 * reads all marks for each cell.
 * The comparison is `<>`, not IS NULL: PostgreSQL expects nearly all rows to pass `<>`, and hardly any to pass
 * IS NULL; then it would sort all statements of a cell.
 */
const standsByLook: Stands = (schema, alias, bounds) =>
  `COALESCE((${voiding(schema, alias, bounds, notUndoneByLook)} LIMIT 1), 0) <> 1
    AND ${notUndoneByLook(schema, alias, bounds)}`;

/**
 * The events that may decide figures at a vintage: those that stand, unless a complete reply of their respondent that stands
 * came after them; what was said before that is gone or was said again. There are few events where there are many figures.
 * In: schema, bounds, a condition on collection and respondent. Out: a query for position, received_on, collection, respondent.
 */
export const decidingEvents = (schema: string, bounds: VintageBounds, where: string): string => `
  SELECT position, received_on, collection, respondent FROM (
    SELECT m.*, count(*) FILTER (WHERE m.complete) OVER (PARTITION BY m.collection, m.respondent
      ORDER BY m.received_on DESC, m.position DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS completed_after
    FROM ${schema}.marks m WHERE ${where}${known('m', bounds)} AND ${stands(schema, 'm', bounds)}
  ) m WHERE completed_after = 0`;

/**
 * The statements that decide each of some cells, at any vintage.
 * In: schema, bounds, FROM and WHERE that give as `s` every statement about these cells, and a condition on collection
 * and respondent that all replies about these cells fulfil, so that not all complete replies are looked at.
 * It works on sets and not cell by cell: that takes a fifth of the time for a whole collection at a vintage,
 * and no more for a single cell.
 * Out: CTEs `standing`, `completed`, `latest` and `decided`; decided has the columns of statements and `variant`.
 */
export function decidedCells(
  schema: string,
  bounds: VintageBounds,
  {
    from,
    where = 'true',
    whereReply = 'true',
  }: { readonly from: string; readonly where?: string; readonly whereReply?: string },
): string {
  return `standing AS (
  SELECT s.*, rank() OVER (PARTITION BY s.cell ORDER BY s.received_on DESC, s.position DESC) AS standing_rank
  FROM ${from}
  WHERE ${where}${known('s', bounds)} AND ${stands(schema, 's', bounds)}
), completed AS MATERIALIZED (
  SELECT DISTINCT ON (c.collection, c.respondent) c.collection, c.respondent, c.received_on, c.position
  FROM ${schema}.marks c WHERE c.complete AND ${whereReply}${known('c', bounds)} AND ${stands(schema, 'c', bounds)}
  ORDER BY c.collection, c.respondent, c.received_on DESC, c.position DESC
), ${decidedBy(
    'SELECT * FROM standing WHERE standing_rank = 1',
    // A full join is never a loop, which PostgreSQL chose after an import, to compare each cell with each respondent. That
    // it is one must not be seen to be needless: so not IS NOT NULL.
    `COALESCE(w.cell, '') <> '' AND (w.kind <> 'observation' OR c.position IS NULL OR NOT ${isAfter})`,
    `FULL JOIN completed c ON ${isOfSame}`,
  )}`;
}

/**
 * The same without a vintage, by an index lookup of the latest statements of each cell: cells are recounted all
 * the time, and that may not take longer where a cell has many statements.
 * In: a CTE `candidates` with the cells. Ties are what one event says of the cell. Out: CTEs `latest` and
 * `decided`.
 */
export function decidedNow(schema: string): string {
  const unbounded = { asOf: null, at: null };
  return decidedBy(
    `SELECT l.* FROM candidates t CROSS JOIN LATERAL (
    SELECT s.* FROM ${schema}.statements s
    WHERE s.cell = t.cell AND ${standsByLook(schema, 's', unbounded)}
    ORDER BY s.received_on DESC, s.position DESC FETCH FIRST 1 ROW WITH TIES) l`,
    `NOT (w.kind = 'observation' AND EXISTS (
      SELECT 1 FROM ${schema}.marks c WHERE c.complete AND ${isOfSame} AND ${isAfter}
        AND ${standsByLook(schema, 'c', unbounded)}))`,
  );
}

/** Whether a mark `c` of a complete reply is of the respondent of a statement `w`; and whether it is after it. */
const isOfSame = 'c.collection = w.collection AND c.respondent = w.respondent';
const isAfter = '(c.received_on, c.position) > (w.received_on, w.position)';

/**
 * In: a query for the latest statements that stand, of one event each cell; and the condition that no complete reply
 * after a statement `w` of them stands, with the join that it needs.
 */
const decidedBy = (latest: string, notCompleted: string, join = '') => `latest AS (
  SELECT w.*, bool_or(w.retracted) OVER (PARTITION BY w.cell) AS is_taken_back,
    (row_number() OVER (PARTITION BY w.cell ORDER BY w.ordinal) - 1)::int AS variant
  FROM (${latest}) w
), decided AS (
  SELECT w.* FROM latest w ${join} WHERE NOT w.is_taken_back AND ${notCompleted}
)`;
