/** Waits, before anybody is answered, for the tables to include what is stored, and for a PostgreSQL that comes back. */
import { readWatermark } from '@rapporteur/event-store';
import { isDatabaseAway } from '@rapporteur/postgres';
import { liveSchema } from '@rapporteur/projections';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 30;
/** Tables that do not move for so long wait for a person: they are served as they are, and readiness says so. */
const patienceMs = 10_000;

/** Waits until the tables include everything that was stored when this was asked. Errors: those of pg; aborted. */
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

/** Does work, again from its beginning when the database went away under it. Errors: all others of the work; aborted. */
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
