/**
 * Lets batches of several partitions share a transaction, because a transaction for the few events of each
 * would cost more.
 */
import { shareWork } from '@rapporteur/event-store';
import type { Applied } from '@rapporteur/projections';
import type { FeedBatch } from './feed-strategy.js';

const eventsPerTransaction = 5000;

/**
 * In: a function that applies a batch in a transaction. Out: a function that does the same, but applies
 * together, in order of arrival, all batches that have waited while others were applied. A partition may have
 * only one batch at a time here. Batches that are joined have one outcome: if there is an error, each gets it,
 * and nothing of them was applied.
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

/** Takes the first waiting batch and as many after it as fit into one transaction. */
function takeJoined(waiting: FeedBatch[]): FeedBatch[] {
  let events = 0;
  const over = waiting.findIndex((batch, i) => {
    events += batch.events.length;
    return i > 0 && events > eventsPerTransaction;
  });
  return waiting.splice(0, over < 0 ? waiting.length : over);
}
