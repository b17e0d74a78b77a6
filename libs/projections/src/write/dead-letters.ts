/** Dead letters: events that could not be applied. They are listed, tried again, or discarded. */
import { findEvent, takeLeases, type FeedEvent } from '@rapporteur/event-store';
import { channels, entitiesOn, inEntityTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { liveSchema } from '../tables/create-tables.js';
import { writeContent } from './apply-events.js';
import { deadLetter, discardedLetter, letters, type DeadLetter, type DiscardedLetter } from './letters.js';

/** All dead letters that are not discarded, in order of position. */
export async function listDeadLetters(pool: pg.Pool): Promise<DeadLetter[]> {
  return (await entitiesOn(pool, letters)).find(deadLetter, { order: { position: 'ASC' } });
}

/** All discarded dead letters that the tables still cannot take, in order of position. */
export async function listDiscardedLetters(pool: pg.Pool): Promise<DiscardedLetter[]> {
  return (await entitiesOn(pool, letters)).find(discardedLetter, { order: { position: 'ASC' } });
}

/**
 * Applies a dead letter again. Out: whether it is in the tables now; if not, it has stayed with its new reason.
 * Errors: no such letter.
 */
export function retryDeadLetter(pool: pg.Pool, position: number): Promise<boolean> {
  return inEntityTransaction(pool, letters, async (manager, client) => {
    // An aggregator at work on the same partition would recount cells without this event: it must begin again.
    const event = await takePlaceOf(client, position);
    await remove(manager, position);
    const dead = await writeContent(client, liveSchema, [event]);
    await client.query(`NOTIFY ${channels.tables}`);
    return dead === 0;
  });
}

/**
 * Discards a dead letter: the tables stay without its event, and it does not degrade them any more. Errors: no
 * such letter.
 */
export function discardDeadLetter(pool: pg.Pool, position: number): Promise<void> {
  return inEntityTransaction(pool, letters, async (manager, client) => {
    // Otherwise a swap that is under way could bring the letter back.
    await takePlaceOf(client, position);
    const letter = await remove(manager, position);
    await manager.upsert(discardedLetter, { ...letter, discardedAt: () => 'now()' }, ['position']);
    await client.query(`NOTIFY ${channels.tables}`);
  });
}

/**
 * For tables that are about to become the live ones: what was discarded stays discarded where they could not take it
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

/** Takes over the partition of an event before it touches any table, as a swap does. Errors: no such event. */
async function takePlaceOf(client: pg.ClientBase, position: number): Promise<FeedEvent> {
  const event = await findEvent(client, position);
  if (!event) throw new Error(`there is no event at position ${position}`);
  await takeLeases(client, liveSchema, [event.partition]);
  return event;
}

/** Out: the letter that was there. Errors: there is none. */
async function remove(manager: EntityManager, position: number): Promise<DeadLetter> {
  const letter = await manager.findOneBy(deadLetter, { position });
  if (!letter) throw new Error(`there is no dead letter at position ${position}`);
  await manager.delete(deadLetter, { position });
  return letter;
}
