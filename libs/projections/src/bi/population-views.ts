/**
 * Population and rates for dashboards on SQL. The population that comes with the program stands in a table, which a
 * migration fills, because a view cannot read the program. The views follow the same rules as populationOf and toRates.
 */
import {
  populationCollection,
  populationIndicator,
  shippedPopulation,
  shippedYears,
} from '@rapporteur/domain';
import { biSchema } from './bi-views.js';

const table = 'shipped_population';

/** Makes the table; it is filled by shippedRows, in one statement. */
export const createShippedPopulation = `
CREATE TABLE ${table} (respondent text COLLATE "C" NOT NULL, year int NOT NULL, value bigint NOT NULL,
  PRIMARY KEY (respondent, year));`;
export const fillShippedPopulation = `
INSERT INTO ${table} SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[])`;
export const dropShippedPopulation = `DROP TABLE ${table}`;

/** In: the codes of the areas. Out: the columns of the table. */
export function shippedColumns(respondents: readonly string[]): [string[], number[], number[]] {
  const rows = respondents.flatMap((respondent) =>
    [...(shippedYears(respondent) ?? [])].map(([year, value]) => ({ respondent, year, value })),
  );
  return [rows.map((r) => r.respondent), rows.map((r) => r.year), rows.map((r) => r.value)];
}

const { round, receivedOn, receivedPrecision } = shippedPopulation;

/** Of each area the publication that was received last, as a whole. A year with two figures has no value. */
const populationView = (tables: string): string => `
CREATE OR REPLACE VIEW ${biSchema}.population AS
WITH imported AS (
  SELECT cell, respondent, breakdown, year, count(*) > 1 AS conflicting,
    CASE WHEN count(*) = 1 THEN min(value) END AS value,
    CASE WHEN count(DISTINCT qualifier) = 1 THEN min(qualifier) END AS qualifier,
    max(received_on) AS received_on, max(position) AS event, regexp_replace(min(reply), '/[^/]*$', '') AS round
  FROM ${tables}.cells
  WHERE kind = 'observation' AND collection = '${populationCollection}' AND code = '${populationIndicator}'
    AND year IS NOT NULL
  GROUP BY cell, respondent, breakdown, year
), latest AS (
  SELECT respondent, max(received_on) >= '${receivedOn}' AS is_later FROM ${tables}.cells
  WHERE kind = 'observation' AND collection = '${populationCollection}' AND code = '${populationIndicator}'
  GROUP BY respondent
)
SELECT make_timestamp(i.year, 1, 1, 0, 0, 0) AS time, i.cell AS id, i.round, i.respondent, i.breakdown, i.year::int AS year,
  i.value::bigint AS value, i.qualifier, i.conflicting, i.received_on, m.received_precision, i.event::bigint AS event
FROM imported i JOIN latest l ON l.respondent = i.respondent AND l.is_later
JOIN ${tables}.marks m ON m.position = i.event
UNION ALL
SELECT make_timestamp(s.year, 1, 1, 0, 0, 0), '${populationCollection}~' || s.respondent || '~${populationIndicator}~_T~' || s.year,
  '${round}', s.respondent, '_T', s.year, s.value, 'exact', false, date '${receivedOn}', '${receivedPrecision}', NULL
FROM ${table} s LEFT JOIN latest l ON l.respondent = s.respondent
WHERE l.is_later IS NOT TRUE;
`;

/** What a breakdown says of sex and age, as a breakdown of population. */
const people = `coalesce(nullif(concat_ws(',', substring(c.breakdown from '(?:^|,)(age:[^,]+)'),
    substring(c.breakdown from '(?:^|,)(sex:[^,]+)')), ''), '_T')`;

/** Rates of figures that are exact; ranges and exact intervals are computed by the api. */
const ratesView = (tables: string): string => `
CREATE OR REPLACE VIEW ${biSchema}.rates AS
WITH yearly AS (
  SELECT cell, collection, respondent, code, breakdown, year, count(*) > 1 AS conflicting,
    CASE WHEN count(*) = 1 THEN min(value) END AS value,
    CASE WHEN count(DISTINCT qualifier) = 1 THEN min(qualifier) END AS qualifier,
    max(received_on) AS received_on, max(position) AS event
  FROM ${tables}.cells
  WHERE kind = 'observation' AND year IS NOT NULL AND collection <> '${populationCollection}'
  GROUP BY cell, collection, respondent, code, breakdown, year
), people AS MATERIALIZED (
  SELECT * FROM ${biSchema}.population
)
SELECT make_timestamp(c.year, 1, 1, 0, 0, 0) AS time, c.cell AS id, c.collection, c.respondent, c.code AS indicator,
  c.breakdown, c.year::int AS year, c.value, c.qualifier, c.conflicting,
  CASE WHEN o.id IS NULL THEN w.value ELSE o.value END AS population,
  coalesce(o.breakdown, w.breakdown) AS population_breakdown, coalesce(o.round, w.round) AS population_round,
  CASE WHEN o.id IS NULL THEN w.event ELSE o.event END AS population_event, 100000 AS per,
  CASE WHEN c.qualifier = 'exact' AND CASE WHEN o.id IS NULL THEN w.qualifier ELSE o.qualifier END = 'exact'
    THEN 100000 * c.value::float8 / nullif(CASE WHEN o.id IS NULL THEN w.value ELSE o.value END, 0) END AS rate,
  c.received_on, c.event
FROM yearly c
LEFT JOIN people o ON o.respondent = c.respondent AND o.year = c.year AND o.breakdown = ${people} AND o.breakdown <> '_T'
LEFT JOIN people w ON w.respondent = c.respondent AND w.year = c.year AND w.breakdown = '_T';
`;

/** Made after the table, and again whenever other tables are swapped in. */
export const populationViews = (tables: string): string => populationView(tables) + ratesView(tables);
