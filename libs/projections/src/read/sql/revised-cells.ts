/** Which cells say something else on a later day than on an earlier one, as a statement of SQL. */
import { toConditions, type CellFilter } from '../cell-filter.js';
import { liveSchema } from '../../tables/create-tables.js';
import { decidingEvents } from '../../tables/decided-cells.js';

/** What a cell says, as one text; equal where compareCells of the domain finds the same. */
const saying = `string_agg(concat_ws(' ', qualifier, coalesce(value::text, 'null')), ' | '
  ORDER BY qualifier, value)`;

/** What each cell says in one of the two vintages: by the statements of its latest event, unless they take it back. */
const said = (side: 'earlier' | 'later') => `SELECT cell, ${saying} AS said FROM (
    SELECT *, rank() OVER (PARTITION BY cell ORDER BY received_on DESC, position DESC) AS standing_rank
    FROM (TABLE differing UNION ALL TABLE newest UNION ALL TABLE older) s WHERE ${side}
  ) s WHERE standing_rank = 1 GROUP BY cell HAVING NOT bool_or(retracted)`;

/**
 * A query for the cells that changed, with what kind of change: a CTE `changed` (cell, kind).
 * A cell can only differ by an event that may decide it in one of the vintages alone. So these events' statements are read,
 * and of each of their cells the latest statement of an event that may decide it in both: of the newest one of its
 * respondent, which mostly says all, or else of an older one. All go by an index from a few events or cells on, whatever
 * PostgreSQL knows of the tables: as joins of its choice they took three times as long after an import, until it had looked
 * at the tables again.
 * $1 the earlier day, $2 the later one, $3 recorded by this position; the filter's values are added.
 * `many`: from so many cells a respondent on, on average, the newest event is read; fewer are looked up one by one.
 */
export function revisedCells(
  filter: Pick<CellFilter, 'collections' | 'respondents' | 'codes' | 'withPopulation'>,
  values: unknown[],
  many: number,
): string {
  const { collections, respondents, ...ofCells } = filter;
  const ofEvents = { collections, respondents, withPopulation: true };
  const replies = toConditions(ofEvents, values).join(' AND ') || 'true';
  const where = toConditions({ ...ofCells, kind: 'observation', respondents }, values).join(' AND ');
  const events = (day: string) =>
    decidingEvents(
      liveSchema,
      { asOf: `${day}::date`, at: '$3::bigint' },
      `${replies} AND (collection, respondent) IN (SELECT collection, respondent FROM news)`,
    );
  const columns = 's.cell, s.received_on, s.position, s.qualifier, s.value, s.retracted';
  return `WITH news AS (
  SELECT DISTINCT collection, respondent FROM ${liveSchema}.marks
  WHERE received_on > $1::date AND received_on <= $2::date AND position <= $3::bigint AND ${replies}
), events AS MATERIALIZED (
  SELECT position, received_on, collection, respondent, b.position IS NOT NULL AS earlier, a.position IS NOT NULL AS later
  FROM (${events('$1')}) b FULL JOIN (${events('$2')}) a USING (position, received_on, collection, respondent)
), differing AS MATERIALIZED (
  SELECT ${columns}, e.earlier, e.later FROM events e CROSS JOIN LATERAL (
    SELECT * FROM ${liveSchema}.statements WHERE position = e.position AND ${where} OFFSET 0) s
  WHERE e.earlier <> e.later
), newest AS MATERIALIZED (
  SELECT ${columns}, true AS earlier, true AS later FROM (
    SELECT DISTINCT ON (collection, respondent) position FROM events WHERE earlier AND later
    ORDER BY collection, respondent, received_on DESC, position DESC) e
  CROSS JOIN LATERAL (
    SELECT * FROM ${liveSchema}.statements WHERE position = e.position AND ${where} OFFSET 0) s
  WHERE (SELECT count(*) FROM differing) > ${many} * (SELECT count(*) FROM news)
), older AS MATERIALIZED (
  SELECT ${columns}, true AS earlier, true AS later
  FROM (SELECT cell FROM differing EXCEPT SELECT cell FROM newest) t CROSS JOIN LATERAL (
    SELECT * FROM ${liveSchema}.statements s
    WHERE s.cell = t.cell AND s.received_on <= $1::date AND s.position <= $3::bigint
      AND (s.position IN (SELECT position FROM events WHERE earlier AND later)) IS TRUE
    ORDER BY s.received_on DESC, s.position DESC FETCH FIRST 1 ROW WITH TIES) s
  WHERE EXISTS (SELECT 1 FROM events WHERE earlier AND later)
), changed AS MATERIALIZED (
  SELECT cell, CASE WHEN b.cell IS NULL THEN 'added' WHEN a.cell IS NULL THEN 'withdrawn' ELSE 'revised' END AS kind
  FROM (${said('earlier')}) b FULL JOIN (${said('later')}) a USING (cell) WHERE b.said IS DISTINCT FROM a.said
)`;
}
