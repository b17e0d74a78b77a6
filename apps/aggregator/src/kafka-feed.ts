/** The distributed transport: reads Kafka in whole batches, from the place that PostgreSQL keeps, under leases. */
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
import { waitAtMost } from '@rapporteur/postgres';
import { HoleInStream, liveSchema } from '@rapporteur/projections';
import type { Batch, Consumer, ConsumerCrashEvent, EachBatchPayload, Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { FeedStrategy } from './feed-strategy.js';
import { joinBatches } from './join-batches.js';
import {
  heartbeatMs,
  HoleInFeed,
  makeConsumer,
  type KafkaFeedOptions,
  type Session,
} from './kafka-session.js';
import { cutAtHole, keepOwn, makeLookUp, type LookUp } from './own-messages.js';

/** How long missing events may still come (ms): in this time the relay checks its topic several times. */
const patienceMs = 4 * lookAtTopicEveryMs;
const rereadAfterMs = 1000;
/** How long leaving the group may take when the service ends (ms); a whole end may take 6 s. */
const leaveWithinMs = 2000;

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

  /**
   * Why this aggregator does not follow the feed; undefined once it is a member of the group and has taken its
   * partitions.
   */
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

  /** Runs one session after another. Each begins with the places in PostgreSQL, without any state of a broken one. */
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
    // Set before anything is awaited, so that closing the feed also ends a session that is just beginning.
    this.endSession = () => end();
    const consumer = makeConsumer(kafka, this.options.kafka.group);
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
      // Joining may take as long as the group waits for a member that was killed: an end does not wait for it.
      await Promise.race([this.consume(kafka, session), ended]);
      await ended;
    } finally {
      const left = consumer.disconnect().catch(() => undefined);
      // Nothing that is stored depends on leaving the group in order. A session that follows this one does wait.
      await (this.closing.signal.aborted ? waitAtMost(left, leaveWithinMs) : left);
    }
  }

  private async consume(kafka: Kafka, session: Session): Promise<void> {
    const { consumer } = session;
    await ensureTopic(kafka, this.options.kafka);
    if (this.closing.signal.aborted) return;
    await consumer.connect();
    await untilKnown(() => consumer.subscribe({ topic: this.options.kafka.topic, fromBeginning: true }));
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      // All at once, so that batches of several partitions can share a transaction.
      partitionsConsumedConcurrently: partitionCount,
      eachBatch: (payload) => this.takeTurn(session, payload),
    });
  }

  /** Takes the partitions that are new in an assignment, and reads each on from its place in PostgreSQL. */
  private async assign({ consumer, leases, holes }: Session, partitions: readonly number[]): Promise<void> {
    for (const held of [...leases.keys()]) if (!partitions.includes(held)) leases.delete(held);
    // A partition that was lost and comes back is read from its place in PostgreSQL, not from its beginning.
    for (const partition of [...holes.keys()]) if (!leases.has(partition)) holes.delete(partition);
    // Before anything is awaited, or Kafka would deliver the kept partitions from the group's last offset.
    for (const lease of leases.values()) this.seek(consumer, lease);
    // Told to join at last, after the end: others apply these partitions.
    if (this.closing.signal.aborted) return;
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

  /** Applies one batch of a partition at a time, also across assignments: two would start from the same place. */
  private takeTurn(session: Session, payload: EachBatchPayload): Promise<void> {
    const { partition } = payload.batch;
    const before = session.turns.get(partition) ?? Promise.resolve();
    const turn = before.then(() => this.apply(session, payload));
    // The session ends with its first error. kafkajs must not see it, or it would try the fetched batch again.
    const settled = turn.catch((error: Error) => session.end(error));
    session.turns.set(partition, settled);
    return settled;
  }

  private async apply(session: Session, payload: EachBatchPayload): Promise<void> {
    const { batch, heartbeat, isStale, isRunning } = payload;
    const lease = session.leases.get(batch.partition);
    // Fetched before the partition was taken. After the seek it comes again from the right place.
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

  /**
   * Reads a partition from its beginning: the offset in PostgreSQL led past an event (another cluster, a new
   * topic).
   */
  private readAgain({ consumer, leases, holes }: Session, lease: Lease, hole: EventMessage): void {
    holes.set(lease.partition, { last: hole, since: holes.get(lease.partition)?.since ?? performance.now() });
    const anew = { ...lease, nextOffset: 0 };
    leases.set(lease.partition, anew);
    this.seek(consumer, anew);
  }

  /**
   * Whether to read on in a partition that has been applied up to `position`. If it was read to its end and
   * events are still missing, it is read again from its beginning: once a relay notices that a topic is new, it
   * fills it. Errors: HoleInFeed, when the relay has had time to notice and has sent the log up to there.
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

  /** Tells Kafka how far this aggregator is, for Kafka's own tools. Rapporteur never reads it. */
  private commitHint(consumer: Consumer, partition: number, nextOffset: number): void {
    consumer
      .commitOffsets([{ topic: this.options.kafka.topic, partition, offset: String(nextOffset) }])
      .catch(() => undefined);
  }
}
