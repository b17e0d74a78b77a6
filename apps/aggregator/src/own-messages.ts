/** Finds the messages of a topic that are events of our log, and those of them that may be applied next. */
import { findLogged, shareWork, type EventIdentity } from '@rapporteur/event-store';
import { readMessage, UnreadableMessage, type EventMessage } from '@rapporteur/kafka';
import type { Batch, KafkaMessage } from 'kafkajs';
import type pg from 'pg';

export interface OwnMessages {
  readonly own: readonly EventMessage[];
  /** For each other message, why it is no event of our log. */
  readonly foreign: readonly string[];
}

/** In: the identities of events as messages state them. Out: for each whether the log has it. Errors: those of pg. */
export type LookUp = (said: readonly EventIdentity[]) => Promise<boolean[]>;

/** In: the database. Out: a look-up. Look-ups that are asked in one turn of the event loop share a statement. */
export function makeLookUp(pool: pg.Pool): LookUp {
  const looks = shareWork<{ readonly places: readonly EventIdentity[] }, boolean[]>({
    lanes: Infinity,
    take: (waiting) => waiting.splice(0),
    async work(asked) {
      const logged = await findLogged(
        pool,
        asked.flatMap(({ places }) => places),
      );
      let from = 0;
      return asked.map(({ places }) => {
        const found = places.map((_, i) => logged.has(from + i));
        from += places.length;
        return found;
      });
    },
  });
  return (places) => looks.ask({ places });
}

/**
 * In: a batch of a partition, and a look-up. Out: its messages that are events of our log, and why the others
 * are not. Other programs may write to the topic, such as another installation; and after a restored backup the
 * log has other events than the topic. Passing over messages is safe: each event names the position before it,
 * so a lost event of ours is noticed. Errors: those of the look-up.
 */
export async function keepOwn(
  { messages, partition }: Pick<Batch, 'messages' | 'partition'>,
  lookUp: LookUp,
): Promise<OwnMessages> {
  const own: EventMessage[] = [];
  const foreign: string[] = [];
  const read = messages.flatMap((message) => {
    const found = tryRead(message, partition);
    if ('event' in found) return [found];
    foreign.push(found.fault);
    return [];
  });
  const isLogged = await lookUp(read.map(({ event }) => event));
  read.forEach((message, i) => {
    const { event, offset } = message;
    if (isLogged[i]) own.push(message);
    else foreign.push(`offset ${offset}: the log has no ${event.id} at position ${event.position}`);
  });
  return { own, foreign };
}

/** In: a message. Out: its event, or why it has none. */
function tryRead(message: KafkaMessage, partition: number): EventMessage | { readonly fault: string } {
  try {
    return readMessage(message, partition);
  } catch (error) {
    if (error instanceof UnreadableMessage) return { fault: error.message };
    throw error;
  }
}

/**
 * In: the place in a partition, and messages. Out: `next`, the messages that continue from there; `hole`, the
 * last message before which an event is missing, if any. Each message names the position before its own in its
 * partition, so a missing event shows. Messages after a hole are left out: they are read again together with
 * the missing events, which a relay sends when it fills a topic from the start.
 */
export function cutAtHole(
  position: number,
  messages: readonly EventMessage[],
): { readonly next: EventMessage[]; readonly hole: EventMessage | undefined } {
  let last = position;
  let hole: EventMessage | undefined;
  const next = messages.filter((message) => {
    if (message.event.position > last) {
      if (message.previous > last) {
        hole = message;
        return false;
      }
      last = message.event.position;
    }
    return true;
  });
  return { next, hole };
}
