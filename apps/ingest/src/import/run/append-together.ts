/**
 * Stores the first replies of a round in one transaction with its opening, so that no import leaves a round
 * without replies.
 */
import { storeAppends, type Append } from '@rapporteur/event-store';
import type pg from 'pg';

/**
 * In: a connection, appends, and `needed`, the stream of one of them: if it cannot be stored, none is. Out: the
 * streams that were stored. Errors: those of pg; then nothing is stored.
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
