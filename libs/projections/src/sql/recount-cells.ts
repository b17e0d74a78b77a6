/**
 * Recounts every cell that a batch touched, from all statements about it; never increments.
 * $1 cells named by the batch; $2 replies that were replaced or withdrawn; $3, $4 collections and respondents of
 * replies that are complete: of these every cell is recounted.
 * Gives the series that the cells belong to (for findings something alike, which no figure has).
 */
import { decidedCells } from './decided-cells.js';
import { seriesOf } from './series-of.js';

const columns =
  'position, ordinal, kind, collection, respondent, reply, received_on, code, breakdown, period, year, value, qualifier, source';

export const recountCells = (schema: string): string => `
WITH candidates AS (
  SELECT unnest($1::text[]) AS cell
  UNION
  SELECT cell FROM ${schema}.statements WHERE reply = ANY ($2::text[])
  UNION
  SELECT s.cell FROM unnest($3::text[], $4::text[]) AS c(collection, respondent)
  JOIN ${schema}.marks m ON m.collection = c.collection AND m.respondent = c.respondent
  JOIN ${schema}.statements s ON s.reply = m.reply AND s.kind = 'observation'
), ${decidedCells(schema, { asOf: null, at: null }, { from: `candidates t JOIN ${schema}.statements s ON s.cell = t.cell` })}, emptied AS (
  DELETE FROM ${schema}.cells c USING candidates t
  WHERE c.cell = t.cell AND NOT EXISTS (SELECT 1 FROM decided d WHERE d.cell = c.cell AND d.variant = c.variant)
), written AS (
INSERT INTO ${schema}.cells (cell, variant, ${columns})
SELECT cell, variant, ${columns} FROM decided
ON CONFLICT (cell, variant) DO UPDATE SET
  ${columns
    .split(', ')
    .map((column) => `${column} = EXCLUDED.${column}`)
    .join(', ')}
)
SELECT DISTINCT ${seriesOf('cell')} AS series FROM candidates`;
