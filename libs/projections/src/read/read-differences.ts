/** Reads which figures two rounds of one collection do not both give as the same. */
import type { DifferenceKind, Qualifier, UnequalCell, Vintage } from '@rapporteur/domain';
import { toConditions, type CellFilter } from './cell-filter.js';
import { liveSchema } from '../tables/create-tables.js';
import { notUndone } from '../tables/decided-cells.js';
import type { Snapshot } from './snapshot.js';

/** A cell with the positions of the events that say it in the earlier and in the later round. */
export interface PlacedCell extends UnequalCell {
  readonly positions: readonly number[];
}

export interface UnequalCells {
  readonly cells: readonly PlacedCell[];
  /** How many figures both give as the same. */
  readonly unchanged: number;
}

interface Row {
  readonly cell: string;
  readonly kind: DifferenceKind;
  readonly before_values: (number | null)[] | null;
  readonly before_qualifiers: Qualifier[] | null;
  readonly after_values: (number | null)[] | null;
  readonly after_qualifiers: Qualifier[] | null;
  readonly positions: number[];
}

/**
 * CTE `said`: what the replies of each round say of each cell, whatever other rounds say: the latest statement that was
 * not replaced, withdrawn, retracted or undone. Rounds are compared as they were published, not as they stand in the
 * collection. $1 collection, $2 earlier and $3 later round, $4 received by or null, $5 recorded by.
 */
const ofRounds = (where: string) => `own AS MATERIALIZED (
  SELECT m.reply, m.round, m.respondent, m.received_on, m.position, m.voids, m.complete FROM ${liveSchema}.marks m
  WHERE m.collection = $1 AND m.round IN ($2, $3) AND m.undoes IS NULL
    AND ($4::date IS NULL OR m.received_on <= $4) AND m.position <= $5
    AND ${notUndone(liveSchema, 'm', { asOf: "COALESCE($4::date, 'infinity')", at: '$5' })}
), voided AS MATERIALIZED (
  SELECT DISTINCT ON (reply) reply, received_on, position FROM own WHERE voids
  ORDER BY reply, received_on DESC, position DESC
), standing AS MATERIALIZED (
  SELECT o.* FROM own o LEFT JOIN voided v USING (reply)
  WHERE v.reply IS NULL OR (o.received_on, o.position) >= (v.received_on, v.position)
), ranked AS (
  SELECT st.round, s.cell, s.position, s.ordinal, s.value, s.qualifier, s.retracted,
    rank() OVER (PARTITION BY st.round, s.cell ORDER BY st.received_on DESC, st.position DESC) AS rank
  FROM standing st JOIN ${liveSchema}.statements s ON s.position = st.position
  WHERE s.kind = 'observation' AND ${where}
), said AS MATERIALIZED (
  SELECT round, cell, min(position)::float8 AS position, ${saying} AS saying, array_agg(value::float8 ORDER BY ordinal) AS values,
    array_agg(qualifier ORDER BY ordinal) AS qualifiers
  FROM ranked WHERE rank = 1 GROUP BY round, cell HAVING NOT bool_or(retracted)
)`;

/** What a cell says, as one text, whatever the order of its values. */
const saying = `string_agg(concat_ws(' ', qualifier, coalesce(value::text, 'null')), ' | ' ORDER BY qualifier, value)`;

/**
 * In: a collection and two of its rounds, respondents and indicators to narrow to, and the vintage. Errors: those of pg.
 */
export async function readUnequalCells(
  { client, position }: Snapshot,
  { collection, from, to }: { readonly collection: string; readonly from: string; readonly to: string },
  filter: Pick<CellFilter, 'respondents' | 'codes'>,
  { asOf, at }: Vintage,
): Promise<UnequalCells> {
  const values: unknown[] = [collection, from, to, asOf ?? null, at ?? position];
  const where = toConditions(filter, values)
    .map((condition) => ` AND s.${condition}`)
    .join('')
    .replace(/^ AND /, '');
  const { rows } = await client.query<Row>(
    `WITH ${ofRounds(where || 'true')}, whole AS MATERIALIZED (
  SELECT DISTINCT respondent FROM standing WHERE complete AND round = $3
), compared AS (
  SELECT COALESCE(b.cell, a.cell) AS cell, b.saying = a.saying AS is_same, b.position AS b_position,
    a.position AS a_position, b.values AS b_values, b.qualifiers AS b_qualifiers, a.values AS a_values,
    a.qualifiers AS a_qualifiers
  FROM (SELECT * FROM said WHERE round = $2) b FULL JOIN (SELECT * FROM said WHERE round = $3) a ON a.cell = b.cell
)
SELECT NULL AS cell, NULL AS kind, ARRAY[count(*)::float8] AS before_values, NULL AS before_qualifiers, NULL AS after_values,
  NULL AS after_qualifiers, NULL AS positions FROM compared WHERE is_same
UNION ALL
SELECT cell, CASE WHEN b_position IS NULL THEN 'added' WHEN a_position IS NOT NULL THEN 'revised'
    WHEN split_part(cell, '~', 2) IN (SELECT respondent FROM whole) THEN 'withdrawn' ELSE 'not-mentioned' END,
  b_values, b_qualifiers, a_values, a_qualifiers, array_remove(ARRAY[b_position, a_position], NULL)
FROM compared WHERE is_same IS NOT TRUE`,
    values,
  );
  const cells = rows.filter(({ cell }) => cell !== null);
  const [count] = rows.filter(({ cell }) => cell === null);
  return { cells: cells.map(toCell), unchanged: count!.before_values![0]! };
}

const toSaid = (values: Row['before_values'], qualifiers: Row['before_qualifiers']) =>
  (values ?? []).map((value, i) => ({ value, qualifier: qualifiers![i] ?? ('exact' as const) }));

const toCell = (row: Row): PlacedCell => ({
  kind: row.kind,
  id: row.cell,
  before: toSaid(row.before_values, row.before_qualifiers),
  after: toSaid(row.after_values, row.after_qualifiers),
  positions: row.positions,
});
