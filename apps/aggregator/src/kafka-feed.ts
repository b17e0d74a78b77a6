/** The distributed transport: Kafka in whole batches, read on from the place in PostgreSQL, under leases. */
import { FencedOff, partitionCount, takeLeases, type Lease } from '@rapporteur/event-store';
import {
  connectKafka,
  ensureTopic,
  explainError,
  lookAtTopicEveryMs,
  readRelayed,
  untilKnown,
  type EventMessage,
} from '@rapporteur/kafka';
import { HoleInStream, liveSchema } from '@rapporteur/projections';
import type { Batch, Consumer, ConsumerCrashEvent, EachBatchPayload, Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { FeedStrategy } from './feed-strategy.js';
import { joinBatches } from './join-batches.js';
import { HoleInFeed, type KafkaFeedOptions, type Session } from './kafka-session.js';
import { cutAtHole, keepOwn, makeLookUp, type LookUp } from './own-messages.js';

const heartbeatMs = 1000;
/** The least that a broker allows unless told otherwise: for so long nobody follows what a killed process followed. */
const sessionTimeout = 6000;

/** For so long events that are left out may still come: the relay looks at its topic some times meanwhile. */
const patienceMs = 4 * lookAtTopicEveryMs;
const rereadAfterMs = 1000;

export class KafkaFeed extends FeedStrategy {
  private readonly closing = new AbortController();
  private running: Promise<void> | undefined;
  private endSession: (() => void) | undefined;
  private readonly lookUp: LookUp;
  private joined = false;
  private lastError: Error | undefined;

  constructor(private readonly options: KafkaFeedOptions) {
    super();
    this.lookUp = makeLookUp(options.pool);
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
      if (error instanceof HoleInStream || error instanceof HoleInFeed) {
        this.options.onStopped(error);
        return;
      }
      this.lastError = explainError(error, this.options.kafka);
      this.options.onError(this.lastError);
      await sleep(500, undefined, { signal }).catch(() => undefined);
    }
  }

  private async follow(kafka: Kafka): Promise<void> {
    let end: (error?: Error) => void = () => undefined;
    const ended = new Promise<void>((done, fail) => (end = (error) => (error ? fail(error) : done())));
    ended.catch(() => undefined);
    // From here on: whoever closes the feed while a session begins ends that session.
    this.endSession = () => end();
    await ensureTopic(kafka, this.options.kafka);
    const consumer = kafka.consumer({
      groupId: this.options.kafka.group,
      sessionTimeout,
      rebalanceTimeout: sessionTimeout,
      heartbeatInterval: heartbeatMs,
      maxWaitTimeInMs: 250,
      maxBytesPerPartition: 2 * 1024 * 1024,
      allowAutoTopicCreation: false,
      // Nobody's open transaction holds us up; what is aborted is in no log of ours, and is passed over.
      readUncommitted: true,
      // A crash ends the session, which reports it and begins again: kafkajs would go on living without consuming.
      retry: { restartOnFailure: async () => false, retries: 3, initialRetryTime: 100, maxRetryTime: 1000 },
    });
    const session: Session = {
      consumer,
      leases: new Map(),
      holes: new Map(),
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
  private async assign({ consumer, leases, holes }: Session, partitions: readonly number[]): Promise<void> {
    for (const held of [...leases.keys()]) if (!partitions.includes(held)) leases.delete(held);
    // A partition that comes back is read from where PostgreSQL says, not on with what was being read again.
    for (const partition of [...holes.keys()]) if (!leases.has(partition)) holes.delete(partition);
    // Before anything is waited for, else those that are kept would be fetched from where the group last was.
    for (const lease of leases.values()) this.seek(consumer, lease);
    const taken = await takeLeases(
      this.options.pool,
      liveSchema,
      partitions.filter((partition) => !leases.has(partition)),
    );
    for (const lease of taken) {
      leases.set(lease.partition, lease);
      this.seek(consumer, lease);
    }
    this.joined = true;
    this.lastError = undefined;
    this.options.onAnswer?.();
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
    const { own, foreign } = await keepOwn(batch, this.lookUp);
    if (foreign.length > 0)
      this.options.onForeign(foreign.length, `partition ${batch.partition}, ${foreign[0]!}`);
    const { next, hole } = cutAtHole(lease.position, own);
    if (hole && !session.holes.has(lease.partition)) return this.readAgain(session, lease, hole);
    const nextOffset = Number(batch.lastOffset()) + 1;
    const beating = setInterval(() => void heartbeat().catch(() => undefined), heartbeatMs);
    try {
      const applied = await session.deliver({
        leases: [{ ...lease, nextOffset }],
        events: next.map(({ event }) => event),
      });
      const position = applied.positions.get(batch.partition) ?? lease.position;
      if (session.leases.get(batch.partition)?.epoch === lease.epoch)
        session.leases.set(batch.partition, { ...lease, position, nextOffset });
      if (!(await this.isWhole(session, batch, position, hole))) return;
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
  private readAgain({ consumer, leases, holes }: Session, lease: Lease, hole: EventMessage): void {
    holes.set(lease.partition, { last: hole, since: holes.get(lease.partition)?.since ?? performance.now() });
    const anew = { ...lease, nextOffset: 0 };
    leases.set(lease.partition, anew);
    this.seek(consumer, anew);
  }

  /**
   * Whether a partition can be read on, having been read and applied up to `position`: not where it was read to its
   * end and events are still left out; then it is read again from its beginning. A relay fills a topic that was made
   * anew, once it has found that out. Errors: HoleInFeed, when it has had the time and has sent the log up to there.
   */
  private async isWhole(
    session: Session,
    batch: Batch,
    position: number,
    hole: EventMessage | undefined,
  ): Promise<boolean> {
    const { partition } = batch;
    const open = session.holes.get(partition);
    if (!open) return true;
    const last = hole ?? open.last;
    session.holes.set(partition, { ...open, last });
    if (position >= last.event.position) session.holes.delete(partition);
    else if (batch.offsetLag() === '0') {
      const { pool, kafka } = this.options;
      const isOverdue = performance.now() - open.since > patienceMs;
      if (isOverdue && (await readRelayed(pool, kafka.topic)) >= last.event.position)
        throw new HoleInFeed(
          `partition ${partition}: offset ${last.offset} goes on from position ${last.previous}, which has not come`,
        );
      await sleep(rereadAfterMs, undefined, { signal: this.closing.signal });
      const lease = session.leases.get(partition);
      if (lease) this.readAgain(session, lease, last);
      return false;
    }
    return true;
  }

  /** Tells Kafka how far we are, for its tools; nothing here ever reads it. */
  private commitHint(consumer: Consumer, partition: number, nextOffset: number): void {
    consumer
      .commitOffsets([{ topic: this.options.kafka.topic, partition, offset: String(nextOffset) }])
      .catch(() => undefined);
  }
}
