/** The aggregator's one handler: applies a batch of the feed, from whichever transport. */
import { Catch, Controller, Inject, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { FencedOff, type FeedEvent } from '@rapporteur/event-store';
import { channels, inTransaction } from '@rapporteur/postgres';
import { applyEvents, liveSchema, type Applied } from '@rapporteur/projections';
import type pg from 'pg';
import { throwError, type Observable } from 'rxjs';
import { feedPattern, type FeedBatch } from './feed-strategy.js';

export const POOL = Symbol('aggregator pool');
export const WATCH = Symbol('watch');

/**
 * After how long PostgreSQL ends the transaction of a process that hangs in a batch (ms). Until then it holds
 * the rows of its places, and another process that takes over its partitions waits.
 */
export const idleInTransactionMs = 10_000;
const begin = `BEGIN; SET LOCAL idle_in_transaction_session_timeout = ${idleInTransactionMs}`;

/** The functions that are told how each batch ended. */
export interface FeedWatch {
  readonly applied?: (applied: Applied) => void;
  readonly fencedOff?: () => void;
  readonly traces?: { applying(events: readonly FeedEvent[]): { end(error?: Error): void } } | undefined;
}

/** Nest turns a handler's error into "Internal server error"; the feed needs to know which error it was. */
@Catch()
class KeepError implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

@Controller()
@UseFilters(KeepError)
export class ApplyFeedController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(WATCH) private readonly watch: FeedWatch,
  ) {}

  /** In: a batch. Out: what was applied, after the commit. Errors: FencedOff, HoleInStream, those of pg. */
  @MessagePattern(feedPattern)
  async apply(@Payload() { leases, events }: FeedBatch): Promise<Applied> {
    const places = new Map(leases.map(({ partition, position }) => [partition, position]));
    // Events that are delivered again were traced when they were applied.
    const spans = this.watch.traces?.applying(events.filter((e) => e.position > places.get(e.partition)!));
    const work = async (client: pg.PoolClient) => {
      const result = await applyEvents(client, liveSchema, leases, events);
      await client.query({
        name: 'notify',
        text: 'SELECT pg_notify($1, $2)',
        values: [channels.tables, result.notice],
      });
      return result;
    };
    const applied = await inTransaction(this.pool, work, begin).catch((error: Error) => {
      if (error instanceof FencedOff) this.watch.fencedOff?.();
      spans?.end(error);
      throw error;
    });
    spans?.end();
    this.watch.applied?.(applied);
    return applied;
  }
}
