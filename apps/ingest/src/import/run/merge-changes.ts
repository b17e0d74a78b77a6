/** The figures of a reply after words were decided: only what hangs on these words changes in it. */
import type { Observation } from '@rapporteur/domain';
import { figureKey } from '../table/read-table.js';

const rowOf = ({ row = Number.MAX_SAFE_INTEGER }: Observation) => row;

/**
 * What was changed in the reply by hand since stays, unless it is such a figure.
 * In: whose reply it is, its figures as they stand, those of the file, and the keys of those figures of the file that
 * came or went by the decisions.
 */
export function mergeChanges(
  { collection, respondent }: { readonly collection: string; readonly respondent: string },
  standing: readonly Observation[],
  ofFile: ReadonlyMap<string, Observation>,
  changed: ReadonlySet<string>,
): Observation[] {
  const stays = standing.filter((o) => !changed.has(figureKey(collection, respondent, o)));
  const comes = [...ofFile].filter(([key]) => changed.has(key)).map(([, observation]) => observation);
  // In the order of the file, as if all of it had come at once; what was said by hand has no row.
  return [...stays, ...comes].sort((a, b) => rowOf(a) - rowOf(b));
}
