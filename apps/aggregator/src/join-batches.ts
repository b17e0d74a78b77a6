/** Lets batches of several partitions share a transaction: a few events of each would pay for one of their own. */
import { shareWork } from '@rapporteur/event-store';
import type { Applied } from '@rapporteur/projections';
import type { FeedBatch } from './feed-strategy.js';

const eventsPerTransaction = 5000;

/**
 * In: what applies a batch in a transaction. Out: a function that does the same, where those batches that wait while
 * others are applied are applied together, in order of arrival. Two batches that share a partition may not be given at
 * once. Each gets the outcome of all that it was joined with, errors too: then nothing of any of them was applied.
 */
export function joinBatches(
  apply: (batch: FeedBatch) => Promise<Applied>,
): (batch: FeedBatch) => Promise<Applied> {
  return shareWork<FeedBatch, Applied>({
    lanes: 2,
    take: takeJoined,
    async work(joined) {
      const applied = await apply({
        leases: joined.flatMap(({ leases }) => leases),
        events: joined.flatMap(({ events }) => events),
      });
      return joined.map(() => applied);
    },
  }).ask;
}

/** The first batch and as many after it as fit. */
function takeJoined(waiting: FeedBatch[]): FeedBatch[] {
  let events = 0;
  const over = waiting.findIndex((batch, i) => {
    events += batch.events.length;
    return i > 0 && events > eventsPerTransaction;
  });
  return waiting.splice(0, over < 0 ? waiting.length : over);
}
