/** Waits at the end of a run until every event has been applied. */
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { readExtent, type Extent } from './read-outcome.js';

/** Waits until nothing is under way, or until nothing has moved for `patienceMs`. */
export async function settle(
  pool: pg.Pool,
  patienceMs: number,
): Promise<{ extent: Extent; caughtUpAfter: number }> {
  const started = performance.now();
  let moved = started;
  let extent = await readExtent(pool);
  const isDone = ({ head, pending, relayed, watermark, untold, unsent }: Extent) =>
    pending === 0 && untold === 0 && unsent === 0 && relayed === head && watermark === head;
  while (!isDone(extent) && performance.now() - moved < patienceMs) {
    await sleep(200);
    const now = await readExtent(pool);
    if (JSON.stringify(now) !== JSON.stringify(extent)) moved = performance.now();
    extent = now;
  }
  return { extent, caughtUpAfter: (performance.now() - started) / 1000 };
}
