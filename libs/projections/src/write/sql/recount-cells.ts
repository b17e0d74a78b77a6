/**
 * Recounts cells from all statements about them; never increments. Of a batch: every cell that it touched.
 * $1 cells named by the batch; $2 replies that were replaced or withdrawn; $3, $4 collections and respondents
 * of replies that are complete: of these every cell is recounted.
 * Gives the series of the cells; for findings a text of the same form, which no series of figures has.
 */
import { cells } from '../../tables/cells.js';
import { decidedNow } from '../../tables/decided-cells.js';
import { seriesOf } from '../../tables/series-of.js';
import { listNames, otherColumns } from '../../tables/table.js';
import { overwrite } from './insert-rows.js';

const key = cells.key.join(', ');
/** `decided` has columns of these names too. */
const columns = listNames(otherColumns(cells));

/** Every event that says something left a mark at its position, so a reply's statements are those at its marks. */
export const recountCells = (schema: string): string => `
WITH candidates AS (
  SELECT unnest($1::text[]) AS cell
  UNION
  SELECT s.cell FROM ${schema}.marks m JOIN ${schema}.statements s ON s.position = m.position
  WHERE m.reply = ANY ($2::text[])
  UNION
  SELECT s.cell FROM unnest($3::text[], $4::text[]) AS c(collection, respondent)
  JOIN ${schema}.marks m ON m.collection = c.collection AND m.respondent = c.respondent
  JOIN ${schema}.statements s ON s.position = m.position AND s.kind = 'observation'
), ${decidedNow(schema)}, emptied AS (
  DELETE FROM ${schema}.cells c USING candidates t
  WHERE c.cell = t.cell AND NOT EXISTS (SELECT 1 FROM decided d WHERE d.cell = c.cell AND d.variant = c.variant)
), written AS (
INSERT INTO ${schema}.cells AS c (${key}, ${columns})
SELECT ${key}, ${columns} FROM decided
ON CONFLICT (${key}) DO UPDATE SET
  ${overwrite(otherColumns(cells))}
-- A statement never changes: where position and ordinal are the same, so is the row.
WHERE (c.position, c.ordinal) <> (EXCLUDED.position, EXCLUDED.ordinal)
)
SELECT DISTINCT ${seriesOf('cell')} AS series FROM candidates`;

/** Counts every cell there is, into an empty table. Gives the series of its figures. */
export const countAllCells = (schema: string): string => `
WITH candidates AS (SELECT DISTINCT cell FROM ${schema}.statements), ${decidedNow(schema)}, written AS (
INSERT INTO ${schema}.cells (${key}, ${columns})
SELECT ${key}, ${columns} FROM decided
)
SELECT DISTINCT ${seriesOf('cell')} AS series FROM decided WHERE kind = 'observation'`;
