/** Does long work in slices, so that other requests of this process are answered between them. */
import type { Steps } from '@rapporteur/domain';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one slice lasts, and so how long other requests wait at most (ms). */
const turnMs = 20;

/** In: the work, as a generator that yields after each step. Out: what the work returns. Errors: those of the work. */
export async function runInSteps<T>(steps: Steps<T>): Promise<T> {
  let begun = performance.now();
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    if (performance.now() - begun < turnMs) continue;
    await nextTurn();
    begun = performance.now();
  }
}
