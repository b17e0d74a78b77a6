/** The distributed transport: Kafka in whole batches, read on from the place in PostgreSQL, under leases. */
import { FencedOff, partitionCount, takeLeases, type Lease } from '@rapporteur/event-store';
import {
  connectKafka,
  ensureTopic,
  explainError,
  readMessage,
  UnreadableMessage,
  untilKnown,
  type EventMessage,
  type KafkaSettings,
} from '@rapporteur/kafka';
import { HoleInStream, liveSchema, type Applied } from '@rapporteur/projections';
import type { Consumer, ConsumerCrashEvent, EachBatchPayload, Kafka } from 'kafkajs';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { FeedStrategy, type FeedBatch } from './feed-strategy.js';
import { joinBatches } from './join-batches.js';

const heartbeatMs = 1000;
/** The least that a broker allows unless told otherwise: for so long nobody follows what a killed process followed. */
const sessionTimeout = 6000;

export interface KafkaFeedOptions {
  readonly pool: pg.Pool;
  readonly kafka: KafkaSettings;
  /** Told of what the feed recovers from by itself: a broker or the database away, another taking a partition. */
  readonly onError: (error: Error) => void;
  /** Told when the feed has stopped for good: an event is missing. */
  readonly onStopped: (error: Error) => void;
}

/** The feed lacks an event of a partition even when read from its beginning. */
export class HoleInFeed extends Error {
  override name = 'HoleInFeed';
}

/** One membership of the consumer group, from connecting until something goes wrong or it is closed. */
interface Session {
  readonly consumer: Consumer;
  readonly leases: Map<number, Lease>;
  /** Partitions that are read from their beginning, since their hint led past an event. */
  readonly fromBeginning: Set<number>;
  readonly turns: Map<number, Promise<void>>;
  /** Its own: under leases of an earlier session nothing is applied, and what is joined with that neither. */
  readonly deliver: (batch: FeedBatch) => Promise<Applied>;
  readonly end: (error?: Error) => void;
}

export class KafkaFeed extends FeedStrategy {
  private readonly closing = new AbortController();
  private running: Promise<void> | undefined;
  private endSession: (() => void) | undefined;
  private joined = false;
  private lastError: Error | undefined;

  constructor(private readonly options: KafkaFeedOptions) {
    super();
  }

  /** Why it does not follow the feed; undefined once it is a member of the group with its partitions taken. */
  get obstacle(): string | undefined {
    if (this.joined) return undefined;
    return `not a member of the consumer group${this.lastError ? `: ${this.lastError.message}` : ''}`;
  }

  override listen(callback: (error?: unknown) => void): void {
    const kafka = connectKafka(this.options.kafka, `rapporteur-aggregator-${process.pid}`);
    this.running = this.keepFollowing(kafka);
    callback();
  }

  override async close(): Promise<void> {
    this.closing.abort();
    this.endSession?.();
    await this.running;
  }

  /** One session after another: each begins anew from PostgreSQL, so whatever broke the last one is forgotten. */
  private async keepFollowing(kafka: Kafka): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const error = await this.follow(kafka).then(
        () => undefined,
        (e: Error) => e,
      );
      this.joined = false;
      if (signal.aborted || !error) continue;
      if (
        error instanceof HoleInStream ||
        error instanceof HoleInFeed ||
        error instanceof UnreadableMessage
      ) {
        this.options.onStopped(error);
        return;
      }
      this.lastError = explainError(error, this.options.kafka);
      this.options.onError(this.lastError);
      await sleep(500, undefined, { signal }).catch(() => undefined);
    }
  }

  private async follow(kafka: Kafka): Promise<void> {
    await ensureTopic(kafka, this.options.kafka);
    const consumer = kafka.consumer({
      groupId: this.options.kafka.group,
      sessionTimeout,
      rebalanceTimeout: sessionTimeout,
      heartbeatInterval: heartbeatMs,
      maxWaitTimeInMs: 250,
      maxBytesPerPartition: 2 * 1024 * 1024,
      allowAutoTopicCreation: false,
      // A crash ends the session, which reports it and begins again: kafkajs would go on living without consuming.
      retry: { restartOnFailure: async () => false, retries: 3, initialRetryTime: 100, maxRetryTime: 1000 },
    });
    let end: (error?: Error) => void = () => undefined;
    const ended = new Promise<void>((done, fail) => (end = (error) => (error ? fail(error) : done())));
    ended.catch(() => undefined);
    this.endSession = () => end();
    const session: Session = {
      consumer,
      leases: new Map(),
      fromBeginning: new Set(),
      turns: new Map(),
      deliver: joinBatches((batch) => this.deliver(batch)),
      end,
    };
    consumer.on(consumer.events.CRASH, ({ payload }: ConsumerCrashEvent) => end(payload.error));
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) =>
      this.assign(session, payload.memberAssignment[this.options.kafka.topic] ?? []).catch(end),
    );
    try {
      await consumer.connect();
      await untilKnown(() => consumer.subscribe({ topic: this.options.kafka.topic, fromBeginning: true }));
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        // All of them: batches of several partitions share a transaction.
        partitionsConsumedConcurrently: partitionCount,
        eachBatch: (payload) => this.takeTurn(session, payload),
      });
      await ended;
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  /** Takes the partitions that are new in an assignment, and reads each on from its place in PostgreSQL. */
  private async assign({ consumer, leases }: Session, partitions: readonly number[]): Promise<void> {
    for (const held of [...leases.keys()]) if (!partitions.includes(held)) leases.delete(held);
    const taken = await takeLeases(
      this.options.pool,
      liveSchema,
      partitions.filter((partition) => !leases.has(partition)),
    );
    taken.forEach((lease) => leases.set(lease.partition, lease));
    for (const partition of partitions) this.seek(consumer, leases.get(partition)!);
    this.joined = true;
    this.lastError = undefined;
  }

  private seek(consumer: Consumer, { partition, nextOffset }: Lease): void {
    consumer.seek({ topic: this.options.kafka.topic, partition, offset: String(nextOffset ?? 0) });
  }

  /** One batch of a partition at a time, also across assignments, for both would start from the same place. */
  private takeTurn(session: Session, payload: EachBatchPayload): Promise<void> {
    const { partition } = payload.batch;
    const before = session.turns.get(partition) ?? Promise.resolve();
    const turn = before.then(() => this.apply(session, payload));
    // The session ends with its first error; kafkajs must not try the batch again with what it has in hand.
    const settled = turn.catch((error: Error) => session.end(error));
    session.turns.set(partition, settled);
    return settled;
  }

  private async apply(session: Session, payload: EachBatchPayload): Promise<void> {
    const { batch, heartbeat, isStale, isRunning } = payload;
    const lease = session.leases.get(batch.partition);
    // Fetched before the partition was taken: the seek brings it again from the right place.
    if (!lease || isStale() || !isRunning()) return;
    const messages = batch.messages.map((message) => readMessage(message, batch.partition));
    const hole = findHole(lease.position, messages);
    if (hole) return this.readAgain(session, lease, hole);
    const nextOffset = Number(batch.lastOffset()) + 1;
    const beating = setInterval(() => void heartbeat().catch(() => undefined), heartbeatMs);
    try {
      const applied = await session.deliver({
        leases: [{ ...lease, nextOffset }],
        events: messages.map(({ event }) => event),
      });
      const position = applied.positions.get(batch.partition) ?? lease.position;
      if (session.leases.get(batch.partition)?.epoch === lease.epoch)
        session.leases.set(batch.partition, { ...lease, position, nextOffset });
      payload.resolveOffset(batch.lastOffset());
      this.commitHint(session.consumer, batch.partition, nextOffset);
    } catch (error) {
      if (error instanceof FencedOff) session.leases.delete(batch.partition);
      throw error;
    } finally {
      clearInterval(beating);
    }
  }

  /** The offset in PostgreSQL led past an event (another cluster, a topic made anew): once more from the beginning. */
  private readAgain({ consumer, leases, fromBeginning }: Session, lease: Lease, hole: EventMessage): void {
    if (fromBeginning.has(lease.partition)) {
      throw new HoleInFeed(
        `partition ${lease.partition}: offset ${hole.offset} goes on from position ${hole.previous}, which has not come`,
      );
    }
    fromBeginning.add(lease.partition);
    const anew = { ...lease, nextOffset: 0 };
    leases.set(lease.partition, anew);
    this.seek(consumer, anew);
  }

  /** Tells Kafka how far we are, for its tools; nothing here ever reads it. */
  private commitHint(consumer: Consumer, partition: number, nextOffset: number): void {
    consumer
      .commitOffsets([{ topic: this.options.kafka.topic, partition, offset: String(nextOffset) }])
      .catch(() => undefined);
  }
}

/** The first message before which an event was left out: each says which position came before it in its partition. */
function findHole(position: number, messages: readonly EventMessage[]): EventMessage | undefined {
  let last = position;
  for (const message of messages) {
    if (message.event.position <= last) continue;
    if (message.previous > last) return message;
    last = message.event.position;
  }
  return undefined;
}
