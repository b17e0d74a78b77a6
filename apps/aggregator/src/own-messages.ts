/** Which messages of a topic are events of our log, and which of them may be applied next. */
import { findLogged, shareWork, type EventIdentity } from '@rapporteur/event-store';
import { readMessage, UnreadableMessage, type EventMessage } from '@rapporteur/kafka';
import type { Batch, KafkaMessage } from 'kafkajs';
import type pg from 'pg';

export interface OwnMessages {
  readonly own: readonly EventMessage[];
  /** Why each of the others is none of ours. */
  readonly foreign: readonly string[];
}

/** In: what events are said to be. Out: for each whether the log has it. Errors: those of pg. */
export type LookUp = (said: readonly EventIdentity[]) => Promise<boolean[]>;

/** In: the database. Out: a look-up, of which those that are asked in one turn of the event loop share a statement. */
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
 * In: a batch of a partition, and how to look events up. Out: its messages that are events of our log, and why the
 * others are none. Others may write to the topic, another installation among them, and a log that was restored from a
 * backup goes on otherwise than the topic tells. Passing over is safe: each message names the one before it, so an
 * event of ours that is lost is found to be missing. Errors: those of the look-up.
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

/** In: a message. Out: the event that it brings, or why it brings none. */
function tryRead(message: KafkaMessage, partition: number): EventMessage | { readonly fault: string } {
  try {
    return readMessage(message, partition);
  } catch (error) {
    if (error instanceof UnreadableMessage) return { fault: error.message };
    throw error;
  }
}

/**
 * In: the place in a partition and messages. Out: those that go on from there, and the last of the others, before which
 * an event was left out, for each says which position came before it in its partition. What lies past a hole comes again
 * with what fills it: a relay that finds its topic made anew fills it from the start.
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
