/** Sets aside an event of the log that nobody can read: a later event of its stream says so, and why. */
import {
  faultOfText,
  readEvent,
  toNewEvent,
  UnreadableEvent,
  versionsOf,
  type EventMeta,
  type EventSetAside,
  type StoredEvent,
} from '@rapporteur/domain';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { storeAppends } from './append-queue.js';
import { findEvent, readStream } from './read-events.js';

const tries = 5;
const longestReason = 2000;

/**
 * In: the position of the event, why it is set aside, and the particulars of the new event (who records it,
 * when).
 * Errors: there is no such event, it can be read, it is of a later release, it is set aside already, or there
 * is no reason; those of pg.
 */
export async function setEventAside(
  pool: pg.Pool,
  position: number,
  reason: string,
  meta: EventMeta,
): Promise<void> {
  const event = await findEvent(pool, position);
  if (!event) throw new Error(`There is no event at position ${position}.`);
  checkUnreadable(event);
  const fault =
    reason.length > longestReason ? `has more than ${longestReason} characters` : faultOfText(reason);
  if (reason.trim() === '' || fault) throw new Error(`The reason ${fault ?? 'is missing'}.`);
  const data = { ...readKeys(event), version: event.version, position, reason: reason.trim() };
  for (let i = 0; i < tries; i += 1) {
    const stored = await readStream(pool, event.stream);
    const isDone = stored.some(
      ({ type, data: said }) => type === 'EventSetAside' && (said as EventSetAside).version === event.version,
    );
    if (isDone) throw new Error(`The event at position ${position} is set aside already.`);
    const append = {
      stream: event.stream,
      expectedVersion: stored.at(-1)!.version,
      events: [toNewEvent({ type: 'EventSetAside', data }, randomUUID(), meta)],
    };
    if ((await storeAppends(pool, [append])).size > 0) return;
  }
  throw new Error(`Others wrote to ${event.stream} all the while: try again.`);
}

/**
 * Errors: the event can be read, so a command can change its reply; or a later release wrote it, which can read
 * it.
 */
function checkUnreadable({ position, type, schemaVersion, data }: StoredEvent): void {
  if (schemaVersion > versionsOf(type).length)
    throw new Error(
      `The event at position ${position} (${type}, version ${schemaVersion}) was written by a later release, which can read it: start that release.`,
    );
  try {
    readEvent({ type, schemaVersion, data });
  } catch (error) {
    if (error instanceof UnreadableEvent) return;
    throw error;
  }
  throw new Error(
    `The event at position ${position} can be read: what it says is changed by a correction, a replacement or a withdrawal.`,
  );
}

/** Collection, round and respondent of an event, from its stream: its data cannot be trusted. */
function readKeys({ stream, position }: StoredEvent) {
  const [kind, collection, round, respondent, ...more] = stream.split('/');
  const isReply = kind === 'reply' && respondent !== undefined;
  const isRound = kind === 'round' && respondent === undefined;
  if (collection && round && more.length === 0 && (isReply || isRound))
    return { collection, round, respondent: respondent ?? null };
  throw new Error(`The event at position ${position} is in ${stream}, which is neither a reply nor a round.`);
}
