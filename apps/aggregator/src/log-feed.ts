/** The embedded transport: reads the log directly from PostgreSQL, with one leader for all partitions. */
import { partitionCount, readLog, readWatermark, takeLeases, type Lease } from '@rapporteur/event-store';
import {
  channels,
  lead,
  listen,
  locks,
  makeWakeUp,
  type Leadership,
  type Listener,
  type Trying,
} from '@rapporteur/postgres';
import { liveSchema } from '@rapporteur/projections';
import type pg from 'pg';
import { FeedStrategy, moveLeases } from './feed-strategy.js';

const eventsPerBatch = 5000;
const lookEveryMs = 1000;

export interface LogFeedOptions extends Trying {
  readonly url: string;
}

export class LogFeed extends FeedStrategy {
  private leadership: Leadership | undefined;
  private listener: Listener | undefined;

  constructor(private readonly options: LogFeedOptions) {
    super();
  }

  override listen(callback: (error?: unknown) => void): void {
    const wakeUp = makeWakeUp();
    this.listener = listen(this.options.url, [channels.log], () => wakeUp.call());
    this.leadership = lead(
      this.options.url,
      locks.feed,
      (client, signal) => this.follow(client, signal, (s) => wakeUp.wait(lookEveryMs, s)),
      this.options,
    );
    callback();
  }

  override async close(): Promise<void> {
    await this.listener?.close();
    await this.leadership?.close();
  }

  /**
   * Takes every partition, then applies the log from the first event that is not in the tables, until it is
   * aborted.
   */
  private async follow(
    client: pg.Client,
    signal: AbortSignal,
    wait: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const partitions = Array.from({ length: partitionCount }, (_, i) => i);
    let leases: Lease[] = await takeLeases(client, liveSchema, partitions);
    // Not the lowest of the places: the place of a partition without events never moves.
    let after = await readWatermark(client, liveSchema);
    while (!signal.aborted) {
      const events = await readLog(client, after, eventsPerBatch);
      if (events.length > 0) {
        after = events.at(-1)!.position;
        leases = moveLeases(leases, await this.deliver({ leases, events }));
      } else await wait(signal);
    }
  }
}
