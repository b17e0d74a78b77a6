/** Events that could not be applied: shown, tried again, or let go. */
import { findEvent, takeLeases, type FeedEvent } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { writeContent } from './apply-events.js';
import { liveSchema } from '../tables/create-tables.js';

export interface DeadLetter {
  readonly position: number;
  readonly stream: string;
  readonly reason: string;
  readonly since: Date;
}

export interface DiscardedLetter extends DeadLetter {
  readonly discardedAt: Date;
}

/** All that are neither applied nor discarded, in order of position. */
export async function listDeadLetters(pool: pg.Pool): Promise<DeadLetter[]> {
  const { rows } = await pool.query<DeadLetter>(
    `SELECT position, stream, reason, since FROM ${liveSchema}.dead_letters ORDER BY position`,
  );
  return rows;
}

/** All that were discarded and that the tables still cannot take, in order of position. */
export async function listDiscardedLetters(pool: pg.Pool): Promise<DiscardedLetter[]> {
  const { rows } = await pool.query<DiscardedLetter>(
    `SELECT position, stream, reason, since, discarded_at AS "discardedAt" FROM discarded_letters ORDER BY position`,
  );
  return rows;
}

/** Applies one again. Out: whether it is in the tables now; if not, it has stayed with its new reason. Errors: no such letter. */
export function retryDeadLetter(pool: pg.Pool, position: number): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    // An aggregator at work on the same partition would recount cells without this event: it must begin again.
    const event = await takePlaceOf(client, position);
    await remove(client, position);
    const dead = await writeContent(client, liveSchema, [event]);
    await client.query('NOTIFY rapporteur_tables');
    return dead === 0;
  });
}

/** Lets one go: the tables stay without it, and count as whole again. Errors: no such letter. */
export function discardDeadLetter(pool: pg.Pool, position: number): Promise<void> {
  return inTransaction(pool, async (client) => {
    // Else a swap that is under way could bring it back.
    await takePlaceOf(client, position);
    const { stream, reason, since } = await remove(client, position);
    await client.query(
      `INSERT INTO discarded_letters (position, stream, reason, since) VALUES ($1, $2, $3, $4)
       ON CONFLICT (position) DO UPDATE SET reason = EXCLUDED.reason, since = EXCLUDED.since, discarded_at = now()`,
      [position, stream, reason, since],
    );
    await client.query('NOTIFY rapporteur_tables');
  });
}

/**
 * For tables that are about to take the place of the live ones: what was discarded stays so where they cannot take it
 * either, and what they took is discarded no longer.
 */
export async function carryDiscards(client: pg.ClientBase, schema: string): Promise<void> {
  await client.query(
    `DELETE FROM discarded_letters d
     WHERE NOT EXISTS (SELECT FROM ${schema}.dead_letters l WHERE l.position = d.position)`,
  );
  await client.query(
    `DELETE FROM ${schema}.dead_letters l USING discarded_letters d WHERE d.position = l.position`,
  );
}

/** Takes the place of an event's partition, before any table, as a swap does. Errors: no such event. */
async function takePlaceOf(client: pg.ClientBase, position: number): Promise<FeedEvent> {
  const event = await findEvent(client, position);
  if (!event) throw new Error(`there is no event at position ${position}`);
  await takeLeases(client, liveSchema, [event.partition]);
  return event;
}

async function remove(client: pg.ClientBase, position: number): Promise<DeadLetter> {
  const { rows } = await client.query<DeadLetter>(
    `DELETE FROM ${liveSchema}.dead_letters WHERE position = $1 RETURNING position, stream, reason, since`,
    [position],
  );
  if (!rows[0]) throw new Error(`there is no dead letter at position ${position}`);
  return rows[0];
}
