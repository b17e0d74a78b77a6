/** Counts what a reply no longer has of the reply before it: the one place where figures count as withdrawn. */
import { observationId, type Observation } from '@rapporteur/domain';
import type { WaitingRows } from '../table/keep-waiting.js';

export interface Withdrawals {
  /** Cells that the earlier reply had and this one has not. */
  readonly withdrawn: number;
  /** How many of these a row that waits may bring back, once somebody has decided what its words mean. */
  readonly withdrawnWaiting: number;
}

/** In: whose figures they are, the figures before, those of now, and the rows of the file that wait. */
export function countWithdrawn(
  { collection, respondent }: { readonly collection: string; readonly respondent: string },
  before: readonly Observation[],
  now: readonly Observation[],
  waiting: Pick<WaitingRows, 'mayBe'>,
): Withdrawals {
  if (before.length === 0) return { withdrawn: 0, withdrawnWaiting: 0 };
  const cellOf = (o: Observation) => observationId({ collection, respondent, ...o });
  const stay = new Set(now.map(cellOf));
  const gone = new Map(before.map((o) => [cellOf(o), o]));
  for (const cell of stay) gone.delete(cell);
  const maybe = [...gone.values()].filter((figure) => waiting.mayBe({ respondent, ...figure }));
  return { withdrawn: gone.size, withdrawnWaiting: maybe.length };
}
