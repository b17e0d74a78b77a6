/** The options of a feed through Kafka, and the state of one membership of the consumer group. */
import type { Lease } from '@rapporteur/event-store';
import type { EventMessage, KafkaSettings } from '@rapporteur/kafka';
import type { Applied } from '@rapporteur/projections';
import type { Consumer, Kafka } from 'kafkajs';
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

/** The shortest that brokers allow by default (ms). For so long nobody reads the partitions of a killed process. */
const sessionTimeout = 6000;
/** A consumer shows the group at least so often that it is alive (ms). */
export const heartbeatMs = 1000;

/** In: the cluster, and a consumer group. Out: a consumer for one session, not yet connected. */
export const makeConsumer = (kafka: Kafka, groupId: string): Consumer =>
  kafka.consumer({
    groupId,
    sessionTimeout,
    rebalanceTimeout: sessionTimeout,
    heartbeatInterval: heartbeatMs,
    maxWaitTimeInMs: 250,
    maxBytesPerPartition: 2 * 1024 * 1024,
    allowAutoTopicCreation: false,
    // Open transactions of others do not block us; messages of aborted ones are not in our log, and are
    // passed over.
    readUncommitted: true,
    // A crash ends the session, and another begins: kafkajs by itself would go on without consuming.
    retry: { restartOnFailure: async () => false, retries: 3, initialRetryTime: 100, maxRetryTime: 1000 },
  });
