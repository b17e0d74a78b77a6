/** The embedded transport meets the contract of the feed. */
import { readHead, readLog, readPartition, takeLeases } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import { applyEvents, liveSchema } from '@rapporteur/projections';
import { describeFeed } from './harness/feed-contract.js';
import { LogFeed } from './log-feed.js';

describeFeed('the log of PostgreSQL', async () => ({
  makeFeed: (_pool, url, onError) => new LogFeed({ url, onError }),
  // The feed begins with the first event that is not in the tables. The last event is applied here first, so
  // the feed delivers it again.
  redeliver: async (pool) => {
    const last = (await readLog(pool, (await readHead(pool)) - 1, 1))[0]!;
    const leases = await takeLeases(pool, liveSchema, [last.partition]);
    const events = await readPartition(pool, last.partition, leases[0]!.position, last.position, 10);
    return (await inTransaction(pool, (client) => applyEvents(client, liveSchema, leases, events))).applied;
  },
  close: async () => undefined,
}));
