/** Does long work in slices, so that other requests of this process are answered between them. */
import type { Steps } from '@rapporteur/domain';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one slice lasts, and so how long other requests wait at most (ms). */
const turnMs = 20;

/** Out: a function to be called after each step of the work; where a slice is over, it gives others their turn. */
export function makePauses(): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < turnMs) return undefined;
    return nextTurn().then(() => void (begun = performance.now()));
  };
}

/** In: the work, as a generator that yields after each step. Out: what the work returns. Errors: those of the work. */
export async function runInSteps<T>(steps: Steps<T>): Promise<T> {
  const pause = makePauses();
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    const paused = pause();
    if (paused) await paused;
  }
}
