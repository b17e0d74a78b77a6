/** Stores the first replies of a round together with its opening: a round without replies stands for nothing. */
import { storeAppends, type Append } from '@rapporteur/event-store';
import type pg from 'pg';

/**
 * In: a connection, appends, and the stream of one of them without which none is stored.
 * Out: the streams that were stored, none where that one was not. Errors: those of pg; then nothing is stored.
 */
export async function appendTogether(
  client: pg.ClientBase,
  appends: readonly Append[],
  needed: string | undefined,
): Promise<Set<string>> {
  if (needed === undefined) return storeAppends(client, appends);
  await client.query('BEGIN');
  try {
    const stored = await storeAppends(client, appends);
    await client.query(stored.has(needed) ? 'COMMIT' : 'ROLLBACK');
    return stored.has(needed) ? stored : new Set();
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
