/**
 * The base class of every transport of the feed: a Nest microservice strategy that gives whole batches to one
 * handler.
 */
import { CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { FeedEvent, Lease } from '@rapporteur/event-store';
import type { Applied } from '@rapporteur/projections';
import { lastValueFrom } from 'rxjs';

/** The pattern that the handler of batches answers to. */
export const feedPattern = 'feed';

/** Events in order of position within each partition, and the leases under which they may be applied. */
export interface FeedBatch {
  readonly leases: readonly Lease[];
  readonly events: readonly FeedEvent[];
}

export abstract class FeedStrategy extends Server implements CustomTransportStrategy {
  abstract override listen(callback: (error?: unknown) => void): void;
  abstract override close(): Promise<void>;

  /** Nest asks a strategy for its underlying driver. No transport here has one to give. */
  override unwrap<T>(): T {
    throw new Error('the feed has no driver to unwrap');
  }

  override on(): void {
    throw new Error('the feed emits no events of its own');
  }

  /** Gives a batch to the handler. Out: what the handler applied, after its commit. Errors: those of the handler. */
  protected async deliver(batch: FeedBatch): Promise<Applied> {
    const handler = this.getHandlerByPattern(feedPattern);
    if (!handler) throw new Error(`no handler for the pattern "${feedPattern}"`);
    return lastValueFrom(this.transformToObservable(await handler(batch)));
  }
}

/** The leases as they stand after a batch was applied. */
export const moveLeases = (leases: readonly Lease[], { positions }: Applied): Lease[] =>
  leases.map((lease) => ({ ...lease, position: positions.get(lease.partition) ?? lease.position }));
