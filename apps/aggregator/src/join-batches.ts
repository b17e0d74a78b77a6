/** Lets batches of several partitions share a transaction: a few events of each would pay for one of their own. */
import type { Applied } from '@rapporteur/projections';
import type { FeedBatch } from './feed-strategy.js';

interface Waiting {
  readonly batch: FeedBatch;
  readonly done: (applied: Applied) => void;
  readonly fail: (error: unknown) => void;
}

/** Transactions at once: one is computed here while PostgreSQL works on the other. */
const lanes = 2;
const eventsPerTransaction = 5000;

/**
 * In: what applies a batch in a transaction. Out: a function that does the same, where those batches that wait while
 * others are applied are applied together, in order of arrival. Two batches that share a partition may not be given at
 * once. Each gets the outcome of all that it was joined with, errors too: then nothing of any of them was applied.
 */
export function joinBatches(
  apply: (batch: FeedBatch) => Promise<Applied>,
): (batch: FeedBatch) => Promise<Applied> {
  const waiting: Waiting[] = [];
  let applying = 0;

  const applyNext = async () => {
    if (applying >= lanes || waiting.length === 0) return;
    const joined = takeJoined(waiting);
    applying += 1;
    try {
      const applied = await apply({
        leases: joined.flatMap(({ batch }) => batch.leases),
        events: joined.flatMap(({ batch }) => batch.events),
      });
      joined.forEach(({ done }) => done(applied));
    } catch (error) {
      joined.forEach(({ fail }) => fail(error));
    } finally {
      applying -= 1;
      void applyNext();
    }
  };

  return (batch) =>
    new Promise((done, fail) => {
      waiting.push({ batch, done, fail });
      // A later turn of the event loop: what one fetch brings is joined.
      setImmediate(() => void applyNext());
    });
}

/** The first batch and as many after it as fit. */
function takeJoined(waiting: Waiting[]): Waiting[] {
  let events = 0;
  const over = waiting.findIndex(({ batch }, i) => {
    events += batch.events.length;
    return i > 0 && events > eventsPerTransaction;
  });
  return waiting.splice(0, over < 0 ? waiting.length : over);
}
