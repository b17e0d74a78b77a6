/**
 * What `npm start` waits for before it answers: that the tables include all stored events, and that PostgreSQL
 * is there.
 */
import { readWatermark } from '@rapporteur/event-store';
import { isDatabaseAway } from '@rapporteur/postgres';
import { liveSchema } from '@rapporteur/projections';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 30;
/**
 * If the tables do not move for so long (ms), they will not move without help from a person: they are served as
 * they are, and readiness says so.
 */
const patienceMs = 10_000;

/**
 * Waits until the tables include every event that was stored when this was called, or no longer move. Errors:
 * those of pg; aborted.
 */
export async function awaitTables(pool: pg.Pool, signal?: AbortSignal): Promise<void> {
  const { rows } = await pool.query<{ goal: number }>(
    'SELECT (SELECT head FROM sequencer) + (SELECT count(*) FROM pending) AS goal',
  );
  let [position, movedAt] = [-1, performance.now()];
  while (performance.now() - movedAt < patienceMs) {
    signal?.throwIfAborted();
    const now = await readWatermark(pool, liveSchema);
    if (now >= rows[0]!.goal) return;
    if (now > position) [position, movedAt] = [now, performance.now()];
    await sleep(lookEveryMs);
  }
}

/**
 * Does work, and begins it again whenever the database goes away during it. Errors: any other error of the
 * work; aborted.
 */
export async function whileAway<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      await sleep(500);
    }
  }
}
