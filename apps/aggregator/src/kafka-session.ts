/** The options of a feed through Kafka, and the state of one membership of the consumer group. */
import type { Lease } from '@rapporteur/event-store';
import type { EventMessage, KafkaSettings } from '@rapporteur/kafka';
import type { Applied } from '@rapporteur/projections';
import type { Consumer } from 'kafkajs';
import type pg from 'pg';
import type { FeedBatch } from './feed-strategy.js';

export interface KafkaFeedOptions {
  readonly pool: pg.Pool;
  readonly kafka: KafkaSettings;
  /**
   * Told of errors from which the feed recovers by itself: a broker or the database is away, another aggregator
   * takes a partition.
   */
  readonly onError: (error: Error) => void;
  /** Told when the database has answered again after an error. */
  readonly onAnswer?: () => void;
  /** Told of foreign messages, which are passed over: how many, and why the first of them is foreign. */
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
  /**
   * The partitions that are read from their beginning because events were missing; for each the last message
   * that showed it, and since when.
   */
  readonly holes: Map<number, { readonly last: EventMessage; readonly since: number }>;
  readonly turns: Map<number, Promise<void>>;
  /**
   * Each session has its own, so that batches are never joined with those of an earlier session, whose leases
   * are refused.
   */
  readonly deliver: (batch: FeedBatch) => Promise<Applied>;
  readonly end: (error?: Error) => void;
}
