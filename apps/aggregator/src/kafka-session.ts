/** What a feed through Kafka is told and holds: its options, and one membership of the consumer group. */
import type { Lease } from '@rapporteur/event-store';
import type { EventMessage, KafkaSettings } from '@rapporteur/kafka';
import type { Applied } from '@rapporteur/projections';
import type { Consumer } from 'kafkajs';
import type pg from 'pg';
import type { FeedBatch } from './feed-strategy.js';

export interface KafkaFeedOptions {
  readonly pool: pg.Pool;
  readonly kafka: KafkaSettings;
  /** Told of what the feed recovers from by itself: a broker or the database away, another taking a partition. */
  readonly onError: (error: Error) => void;
  /** Told when the database has answered, after whatever went wrong. */
  readonly onAnswer?: () => void;
  /** Told of messages that are none of ours, how many and why the first of them is none: they are passed over. */
  readonly onForeign: (messages: number, why: string) => void;
  /** Told when the feed has stopped for good: an event is missing. */
  readonly onStopped: (error: Error) => void;
}

/** The feed lacks an event of a partition even when read from its beginning to its end. */
export class HoleInFeed extends Error {
  override name = 'HoleInFeed';
}

/** One membership of the consumer group, from connecting until something goes wrong or it is closed. */
export interface Session {
  readonly consumer: Consumer;
  readonly leases: Map<number, Lease>;
  /** By partition that is read from its beginning, since events were left out: the last message that told so, and since when. */
  readonly holes: Map<number, { readonly last: EventMessage; readonly since: number }>;
  readonly turns: Map<number, Promise<void>>;
  /** Its own: under leases of an earlier session nothing is applied, and what is joined with that neither. */
  readonly deliver: (batch: FeedBatch) => Promise<Applied>;
  readonly end: (error?: Error) => void;
}
