/** The lock of a collection: one import or undo of it at a time, in whatever process. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { UnreadableFile } from '../kinds/unreadable-file.js';

/** How long another import of the collection is waited for, when nothing else is said (ms). */
export const patienceMs = 120_000;
const lookEveryMs = 500;
/** How often a waiting client is told that its import still waits (ms). */
const tellEveryMs = 5000;

/**
 * Takes the lock, since other processes may import into the collection too. PostgreSQL frees it with the connection.
 * Errors: UnreadableFile where another import goes on for longer than is waited.
 */
export async function lockCollection(
  client: pg.ClientBase,
  collection: string,
  patience: number,
  onWaiting: () => void,
): Promise<void> {
  const start = performance.now();
  for (let told = -Infinity; ;) {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [`import ${collection}`],
    );
    if (rows[0]!.taken) return;
    const now = performance.now();
    if (now - start > patience)
      throw new UnreadableFile(
        'bad-request',
        `Another import into ${collection} is under way. Try again when it is through.`,
      );
    if (now - told > tellEveryMs) {
      onWaiting();
      told = now;
    }
    await sleep(Math.min(lookEveryMs, patience));
  }
}
