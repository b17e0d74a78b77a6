/** Does long work in turns with everybody else who is waiting for this process. */
import type { Steps } from '@rapporteur/domain';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** So long others wait, at most (ms). */
const turnMs = 20;

/** Out: what the work returns. Errors: those of the work. */
export async function runInSteps<T>(steps: Steps<T>): Promise<T> {
  let begun = performance.now();
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    if (performance.now() - begun < turnMs) continue;
    await nextTurn();
    begun = performance.now();
  }
}
