/**
 * The figures that may differ by what was received within some days: figures that were stated, and all figures
 * of a respondent whose complete reply came, or of whom a reply was replaced, withdrawn or undone, because what that
 * reply had withdrawn counts again.
 * $1 after this day, $2 until this day, $3 recorded by this position, $4 collections or null.
 */
export const touchedCells = (schema: string): string => `
WITH news AS (
  SELECT * FROM ${schema}.marks
  WHERE received_on > $1 AND received_on <= $2 AND position <= $3 AND ($4::text[] IS NULL OR collection = ANY ($4))
)
SELECT s.cell FROM news m JOIN ${schema}.statements s ON s.position = m.position AND s.kind = 'observation'
UNION
SELECT s.cell FROM (SELECT DISTINCT collection, respondent FROM news WHERE complete OR voids OR undoes IS NOT NULL) m
JOIN ${schema}.marks r ON r.collection = m.collection AND r.respondent = m.respondent
JOIN ${schema}.statements s ON s.position = r.position AND s.kind = 'observation'`;
