/**
 * The views of the schema `bi`, by which dashboards read the tables. A view is bound to the tables it was made
 * on, whatever they are called later. So code that replaces the tables runs this again in the same transaction.
 */
import {
  confStatusOf,
  FEWEST_POINTS,
  obsStatusOf,
  populationCollection,
  qualifiers,
} from '@rapporteur/domain';
import { notUndone } from '../tables/decided-cells.js';

/** Schema of the views, and the role that reads nothing but them. */
export const biSchema = 'bi';
export const biRole = 'rapporteur_bi';

/** Without a time zone: a year that begins in UTC would be the year before in the Americas. */
const time = 'make_timestamp(c.year, 1, 1, 0, 0, 0) AS time';

/** Population has a view of its own: it is no subject, and would be most of every other. */
const isSubject = `collection <> '${populationCollection}'`;

/** The ends as they are written; null = not known. The same as periodEnds of the domain. */
const ends = `CASE WHEN c.period = 'undated' THEN NULL ELSE nullif(split_part(c.period, '/', 1), '..') END AS period_from,
  CASE WHEN c.period = 'undated' THEN NULL ELSE nullif(split_part(c.period, '/', -1), '..') END AS period_to`;

const source = `(c.source ->> 'paragraph')::int AS paragraph, (c.source ->> 'footnote')::int AS footnote,
  (c.source ->> 'row')::int AS "row", c.source ->> 'note' AS note, c.source ->> 'asWritten' AS as_written`;

/** The statuses of SDMX as the domain gives them; null where there is no qualifier. In: expressions. */
const obsStatus = (qualifier: string, isBreak: string) =>
  `CASE ${qualifier} ${qualifiers
    .map((q) => {
      const [plain, broken] = [obsStatusOf(q, false), obsStatusOf(q, true)];
      return `WHEN '${q}' THEN ${plain === broken ? `'${plain}'` : `CASE WHEN ${isBreak} THEN '${broken}' ELSE '${plain}' END`}`;
    })
    .join(' ')} END AS obs_status`;
const confStatus = (qualifier: string) =>
  `CASE ${qualifier} ${qualifiers
    .flatMap((q) => (confStatusOf(q) === null ? [] : [`WHEN '${q}' THEN '${confStatusOf(q)}'`]))
    .join(' ')} END AS conf_status`;
const statuses = `${obsStatus('c.qualifier', "coalesce(c.source ->> 'break', '') = 'true'")}, ${confStatus('c.qualifier')}`;

/**
 * The passage that each statement stands in, the last that was attached; of a document that was removed the words are gone.
 * Joined from the left and distinct, so that PostgreSQL leaves it out where none of its columns is asked for.
 */
const passages = (tables: string) => `LEFT JOIN (
    SELECT DISTINCT ON (e.event, e.ordinal) e.event, e.ordinal, e.document, e.page AS document_page,
      e.paragraph AS document_paragraph, CASE WHEN r.position IS NULL THEN e.quote END AS quote,
      e.region AS document_region
    FROM ${tables}.evidence e LEFT JOIN ${tables}.removed_documents r ON r.document = e.document
    ORDER BY e.event, e.ordinal, e.position DESC, e.number DESC
  ) p ON p.event = c.position AND p.ordinal = c.ordinal`;
const passage = 'p.document, p.document_page, p.document_paragraph, p.quote, p.document_region';

const round = (reply: string) => `regexp_replace(${reply}, '/[^/]*$', '')`;

const isList = (path: string) => `json_typeof(r.particulars #> '${path}') = 'array'`;
const each = (path: string) =>
  `json_array_elements(CASE WHEN ${isList(path)} THEN r.particulars #> '${path}' ELSE '[]' END)`;
/** Whether a list of the round names the respondent; null where there is no list. */
const isNamed = (path: string, list: string) => `CASE WHEN ${isList(path)} THEN
    (e.collection, e.round, e.respondent) IN (SELECT collection, round, respondent FROM ${list}) END AS ${list}`;

const observationsView = (tables: string): string => `
CREATE OR REPLACE VIEW ${biSchema}.observations AS
SELECT ${time}, c.cell AS id, c.collection, ${round('c.reply')} AS round, c.respondent, c.code AS indicator,
  c.breakdown, c.period, ${ends}, c.year::int AS year, c.value, c.qualifier,
  EXISTS (SELECT FROM ${tables}.cells v WHERE v.cell = c.cell AND v.variant <> c.variant) AS conflicting, ${source},
  c.received_on, m.received_precision, c.position AS event, ${statuses}, ${passage}
FROM ${tables}.cells c JOIN ${tables}.marks m ON m.position = c.position
${passages(tables)}
WHERE c.kind = 'observation' AND c.${isSubject};
`;

const findingsView = (tables: string): string => `
CREATE OR REPLACE VIEW ${biSchema}.findings AS
SELECT c.cell AS id, c.collection, ${round('c.reply')} AS round, c.respondent, c.code AS topic,
  c.source ->> 'detail' AS detail, ${source}, c.received_on, m.received_precision, c.position AS event, ${passage}
FROM ${tables}.cells c JOIN ${tables}.marks m ON m.position = c.position
${passages(tables)}
WHERE c.kind = 'finding' AND c.${isSubject};
`;

const vintagesView = (tables: string): string => `
CREATE OR REPLACE VIEW ${biSchema}.vintages AS
SELECT ${time}, c.cell AS id, c.collection, ${round('c.reply')} AS round, c.respondent, c.code AS indicator,
  c.breakdown, c.period, ${ends}, c.year::int AS year, c.value, c.qualifier, c.retracted,
  EXISTS (SELECT FROM ${tables}.cells n
    WHERE n.cell = c.cell AND n.position = c.position AND n.ordinal = c.ordinal) AS current,
  ${source}, c.received_on, m.received_precision, c.position AS event, ${statuses}, ${passage}
FROM ${tables}.statements c JOIN ${tables}.marks m ON m.position = c.position
${passages(tables)}
WHERE c.kind = 'observation' AND c.${isSubject};
`;

const trendsView = (tables: string): string => `
CREATE OR REPLACE VIEW ${biSchema}.trends AS
WITH yearly AS (
  SELECT cell, collection, respondent, code, breakdown, year, count(*) > 1 AS conflicting,
    CASE WHEN count(*) = 1 THEN min(value) END AS value,
    CASE WHEN count(DISTINCT qualifier) = 1 THEN min(qualifier) END AS qualifier,
    CASE WHEN count(*) = 1 AND min(qualifier) = 'exact' THEN min(value) END AS exact,
    bool_or(coalesce(source ->> 'break', '') = 'true') AS break,
    count(*) = 1 AND min(value) IS NOT NULL AND min(qualifier) IN ('exact', 'at-least', 'fewer-than') AS is_point,
    max(received_on) AS received_on, max(position) AS event
  FROM ${tables}.cells WHERE kind = 'observation' AND year IS NOT NULL AND ${isSubject}
  GROUP BY cell, collection, respondent, code, breakdown, year
), neighboured AS (
  -- A frame by year, not by row: where the year before has no figure there is nothing to compare with.
  -- A figure that starts a new way of counting is compared with none.
  SELECT *, CASE WHEN NOT break THEN max(exact) OVER (PARTITION BY collection, respondent, code, breakdown ORDER BY year
    RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING) END AS before,
    count(*) FILTER (WHERE break) OVER (PARTITION BY collection, respondent, code, breakdown ORDER BY year) AS segment
  FROM yearly
), judged AS (
  SELECT *, min(year) OVER parted AS from_year,
    (min(year) FILTER (WHERE break) OVER parted)::int AS starts_with_break,
    (count(*) FILTER (WHERE is_point) OVER parted)::int AS n,
    string_agg(year::text, ' ') FILTER (WHERE is_point) OVER (parted ORDER BY year
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS years_used
  FROM neighboured WINDOW parted AS (PARTITION BY collection, respondent, code, breakdown, segment)
)
SELECT ${time}, c.cell AS id, c.collection, c.respondent, c.code AS indicator, c.breakdown, c.year::int AS year,
  c.value, c.qualifier, c.conflicting, c.exact - c.before AS change,
  100 * (c.exact - c.before)::float8 / nullif(c.before, 0) AS percentage, c.received_on, c.event, c.break,
  CASE WHEN c.n < ${FEWEST_POINTS} THEN 'insufficient-data' ELSE d.direction END AS direction,
  CASE WHEN c.n < ${FEWEST_POINTS} THEN 'under-five-points' ELSE d.reason END AS reason,
  d.p, d.p_low, c.n, c.years_used, c.starts_with_break,
  ${obsStatus('c.qualifier', 'c.break')}, ${confStatus('c.qualifier')}
FROM judged c LEFT JOIN ${tables}.directions d
  ON d.series = concat_ws('~', c.collection, c.respondent, c.code, c.breakdown) AND d.from_year = c.from_year;
`;

const coverageView = (tables: string): string => `
CREATE OR REPLACE VIEW ${biSchema}.coverage AS
WITH asked AS (
  SELECT r.collection, r.round, e.item ->> 'code' AS respondent
  FROM ${tables}.rounds r CROSS JOIN ${each('{asked}')} AS e (item)
), listed AS (
  SELECT r.collection, r.round, e.item ->> 'code' AS respondent
  FROM ${tables}.rounds r CROSS JOIN ${each('{listed,respondents}')} AS e (item)
), replied AS (
  SELECT m.collection, m.round, m.respondent,
    (array_agg(m.received_on ORDER BY m.position))[1] AS received_on,
    (array_agg(m.received_precision ORDER BY m.position))[1] AS received_precision,
    (array_agg(m.late ORDER BY m.position))[1] AS late,
    (array_agg(m.language ORDER BY m.position DESC) FILTER (WHERE m.kind IN ('submitted', 'replaced')))[1] AS language,
    (array_agg(m.kind ORDER BY m.position DESC))[1] = 'withdrawn' AS withdrawn
  FROM ${tables}.marks m JOIN ${tables}.rounds r ON r.collection = m.collection AND r.round = m.round
  WHERE m.respondent IS DISTINCT FROM r.particulars ->> 'compiledBy' AND m.undoes IS NULL
    AND ${notUndone(tables, 'm', { asOf: null, at: null })}
  GROUP BY m.collection, m.round, m.respondent
), said AS (
  SELECT reply, count(*) FILTER (WHERE kind = 'observation') AS figures, count(*) FILTER (WHERE kind = 'finding') AS findings
  FROM ${tables}.cells GROUP BY reply
), everyone AS (
  SELECT collection, round, respondent FROM asked
  UNION SELECT collection, round, respondent FROM listed
  UNION SELECT collection, round, respondent FROM replied
)
SELECT p.received_on::timestamp AS time, e.collection, e.collection || '/' || e.round AS round, e.respondent,
  ${isNamed('{asked}', 'asked')}, ${isNamed('{listed,respondents}', 'listed')},
  CASE WHEN p.respondent IS NULL THEN 'none' WHEN p.withdrawn THEN 'withdrawn' ELSE 'standing' END AS status,
  p.received_on, p.received_precision, p.late, p.language,
  coalesce(s.figures, 0) AS figures, coalesce(s.findings, 0) AS findings
FROM everyone e
JOIN ${tables}.rounds r ON r.collection = e.collection AND r.round = e.round
LEFT JOIN replied p ON p.collection = e.collection AND p.round = e.round AND p.respondent = e.respondent
LEFT JOIN said s ON s.reply = e.collection || '/' || e.round || '/' || e.respondent
WHERE e.${isSubject};
`;

/** Columns only ever join at the end: docs/columns.md promises it, and CREATE OR REPLACE takes nothing else. */
export const biViews = (tables: string): string =>
  [observationsView, vintagesView, trendsView, coverageView, findingsView]
    .map((view) => view(tables))
    .join('');

/**
 * Lets the role read the views, where that role exists. Needed each time: a view that was dropped and made anew
 * has lost the permission.
 */
export const biGrants = `
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${biRole}') THEN
    GRANT USAGE ON SCHEMA ${biSchema} TO ${biRole};
    GRANT SELECT ON ALL TABLES IN SCHEMA ${biSchema} TO ${biRole};
  END IF;
END $$;`;
