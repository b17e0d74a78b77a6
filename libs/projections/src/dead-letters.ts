/** Events that could not be applied: shown, tried again, or let go. */
import { findEvent, takeLeases } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { writeContent } from './apply-events.js';
import { liveSchema } from './create-tables.js';

export interface DeadLetter {
  readonly position: number;
  readonly stream: string;
  readonly reason: string;
  readonly since: Date;
}

/** All of them, in order of position. */
export async function listDeadLetters(pool: pg.Pool): Promise<DeadLetter[]> {
  const { rows } = await pool.query<DeadLetter>(
    `SELECT position, stream, reason, since FROM ${liveSchema}.dead_letters ORDER BY position`,
  );
  return rows;
}

/** Applies one again. Out: whether it is in the tables now; if not, it has stayed with its new reason. Errors: no such letter. */
export function retryDeadLetter(pool: pg.Pool, position: number): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const event = await findEvent(client, position);
    if (!event) throw new Error(`there is no event at position ${position}`);
    // An aggregator at work on the same partition would recount cells without this event: it must begin again.
    // First of all, for a swap too takes the places before the tables.
    await takeLeases(client, liveSchema, [event.partition]);
    await remove(client, position);
    const dead = await writeContent(client, liveSchema, [event]);
    await client.query('NOTIFY rapporteur_tables');
    return dead === 0;
  });
}

/** Lets one go: the tables stay without it, and count as whole again; a rebuild meets it anew. Errors: no such letter. */
export function discardDeadLetter(pool: pg.Pool, position: number): Promise<void> {
  return inTransaction(pool, async (client) => {
    await remove(client, position);
    await client.query('NOTIFY rapporteur_tables');
  });
}

async function remove(client: pg.ClientBase, position: number): Promise<void> {
  const { rowCount } = await client.query(`DELETE FROM ${liveSchema}.dead_letters WHERE position = $1`, [
    position,
  ]);
  if (rowCount !== 1) throw new Error(`there is no dead letter at position ${position}`);
}
