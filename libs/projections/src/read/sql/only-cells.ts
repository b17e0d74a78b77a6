/** Which cells of a vintage a comparison needs: most cells agree with all others, and are not read. */
import { liveSchema } from '../../tables/create-tables.js';

/** Conditions on `decided c`, the cells of the vintage, with the whole of `decided` to look at beside it. */
export type Only =
  /** Cells that a second collection has too. */
  | { readonly kind: 'in-two-collections' }
  /** Cells decided by statements that an event gives their passages. */
  | { readonly kind: 'given-evidence'; readonly event: number }
  /**
   * Cells that may be inconsistent with others (findInconsistencies of the domain): findings; figures of the
   * replies of some rounds; figures with several values; figures of longer periods, with the years that may lie
   * in them; figures that are said not to apply, with those that may be parts of them; figures
   * with words as evidence; some codes.
   */
  | {
      readonly kind: 'suspect';
      /** `collection/round`. */
      readonly rounds: readonly string[];
      readonly codes: readonly string[];
    };

/** In: what is wanted, and the values of the statement, to which its own are added. Out: a condition. */
export function onlyConditions(only: Only, values: unknown[]): string {
  if (only.kind === 'in-two-collections')
    return `(c.respondent, c.code, c.breakdown, c.period) IN (
      SELECT respondent, code, breakdown, period FROM decided WHERE kind = 'observation'
      GROUP BY respondent, code, breakdown, period HAVING min(collection) < max(collection))`;
  if (only.kind === 'given-evidence')
    return `(c.position, c.ordinal) IN (
      SELECT event, ordinal FROM ${liveSchema}.evidence WHERE position = $${values.push(only.event)})`;
  const [rounds, codes] = [only.rounds, only.codes].map((list) => `$${values.push(list)}::text[]`);
  // The last of these gives the longer periods themselves too.
  return `(c.kind = 'finding' OR c.code = ANY (${codes})
      OR regexp_replace(c.reply, '/[^/]*$', '') = ANY (${rounds})
      OR c.cell IN (SELECT cell FROM decided WHERE variant > 0)
      OR (c.reply, c.code, c.period) IN (
        SELECT reply, code, period FROM decided WHERE qualifier = 'not-applicable')
      OR (c.position, c.ordinal) IN (SELECT event, ordinal FROM ${liveSchema}.evidence WHERE quote IS NOT NULL)
      OR (c.reply, c.code, c.breakdown) IN (
        SELECT reply, code, breakdown FROM decided WHERE kind = 'observation' AND year IS NULL))`;
}
