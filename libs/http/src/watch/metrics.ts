/** What is counted and measured, under the names that Prometheus asks for; docs/operations.md explains each. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The step that handled a batch. */
export type Step = 'append' | 'import' | 'sequence' | 'relay' | 'apply';

/** What the database tells of how far everything has come; seconds are the age of the oldest event that waits. */
export interface DatabaseFigures {
  readonly head: number;
  readonly pending: number;
  readonly pendingSeconds: number;
  readonly relays: readonly { readonly topic: string; readonly events: number; readonly seconds: number }[];
  readonly projections: readonly {
    readonly projection: string;
    readonly events: number;
    readonly seconds: number;
  }[];
  /** Undefined where a service does not read the tables. */
  readonly deadLetters: number | undefined;
  readonly oldestTransactionSeconds: number;
}

export interface MetricsOptions {
  /** One statement, run at each scrape. */
  readonly readFigures: () => Promise<DatabaseFigures>;
}

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const sizeBuckets = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000];

/** The metrics of one process, and their text for Prometheus. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly append = new Histogram({
    name: 'rapporteur_append_seconds',
    help: 'From an append being asked for to its commit, waiting for its turn included',
    buckets: secondsBuckets,
    registers: [this.registry],
  });
  private readonly batches = new Histogram({
    name: 'rapporteur_batch_size',
    help: 'Appends of a commit (append, import) or events of a batch (sequence, relay, apply), by step',
    labelNames: ['step'],
    buckets: sizeBuckets,
    registers: [this.registry],
  });
  private readonly redelivered = this.count(
    'rapporteur_redeliveries_dropped_total',
    'Events that came again and were dropped',
  );
  private readonly refused = this.count(
    'rapporteur_fence_refusals_total',
    'Batches that were rolled back because another aggregator had taken the partition',
  );
  private readonly foreigners = this.count(
    'rapporteur_foreign_messages_total',
    'Messages of the topic that are no events of the log and were passed over',
  );
  private readonly overLimit = this.count(
    'rapporteur_limited_requests_total',
    'Requests that were refused because somebody asked for too much, by limit',
    'limit',
  );
  private readonly auditLost = this.count(
    'rapporteur_audit_lost_total',
    'Entries that the audit lost, because too many waited to be written',
  );
  private readonly up = this.gauge('rapporteur_database_up', 'Whether the database answered this scrape');
  private readonly figures = {
    head: this.gauge('rapporteur_log_position', 'The last position given out'),
    pending: this.gauge('rapporteur_sequencer_backlog_events', 'Committed events without a position'),
    pendingSeconds: this.gauge(
      'rapporteur_sequencer_backlog_seconds',
      'Age of the oldest committed event without a position',
    ),
    relayEvents: this.gauge(
      'rapporteur_relay_backlog_events',
      'Events that Kafka does not have yet',
      'topic',
    ),
    relaySeconds: this.gauge(
      'rapporteur_relay_backlog_seconds',
      'Age of the oldest event that Kafka does not have yet',
      'topic',
    ),
    lagEvents: this.gauge(
      'rapporteur_projection_lag_events',
      'Positions between what the tables include wholly and the head of the log',
      'projection',
    ),
    lagSeconds: this.gauge(
      'rapporteur_projection_lag_seconds',
      'Age of the first event that is not in the tables',
      'projection',
    ),
    dead: this.gauge('rapporteur_dead_letters', 'Events that could not be applied'),
    oldest: this.gauge(
      'rapporteur_oldest_transaction_seconds',
      'Age of the oldest open transaction of the database',
    ),
  };

  constructor(private readonly options: MetricsOptions) {}

  /** An append was answered after so many seconds. */
  appended(seconds: number): void {
    this.append.observe(seconds);
  }

  /** A batch of that size went through a step. */
  batch(step: Step, size: number): void {
    this.batches.observe({ step }, size);
  }

  /** A batch of the feed was applied. */
  applied({ applied, redelivered }: { readonly applied: number; readonly redelivered: number }): void {
    this.batch('apply', applied);
    this.redelivered.inc(redelivered);
  }

  /** A batch was rolled back because another aggregator has the partition. */
  fencedOff(): void {
    this.refused.inc();
  }

  /** So many messages of the topic were no events of our log. */
  foreign(messages: number): void {
    this.foreigners.inc(messages);
  }

  /** A request was refused because somebody asked for too much. */
  limited(limit: string): void {
    this.overLimit.inc({ limit });
  }

  /** So many entries of the audit were lost. */
  lostFromAudit(entries: number): void {
    this.auditLost.inc(entries);
  }

  /** Every name, without the endings that a histogram adds. */
  get names(): string[] {
    return this.registry.getMetricsAsArray().map(({ name }) => name);
  }

  /** The text for Prometheus. When the database does not answer, its figures are left out rather than made up. */
  async toText(): Promise<string> {
    const { figures } = this;
    for (const gauge of Object.values(figures)) gauge.reset();
    const read = await this.options.readFigures().catch(() => undefined);
    this.up.set(read ? 1 : 0);
    const absent = read ? [] : Object.values(figures);
    if (read) this.show(read);
    if (read && read.deadLetters === undefined) absent.push(figures.dead);
    absent.forEach((gauge) => gauge.remove({}));
    return this.registry.metrics();
  }

  private show(read: DatabaseFigures): void {
    const { figures } = this;
    figures.head.set(read.head);
    figures.pending.set(read.pending);
    figures.pendingSeconds.set(read.pendingSeconds);
    for (const { topic, events, seconds } of read.relays) {
      figures.relayEvents.set({ topic }, events);
      figures.relaySeconds.set({ topic }, seconds);
    }
    for (const { projection, events, seconds } of read.projections) {
      figures.lagEvents.set({ projection }, events);
      figures.lagSeconds.set({ projection }, seconds);
    }
    if (read.deadLetters !== undefined) figures.dead.set(read.deadLetters);
    figures.oldest.set(read.oldestTransactionSeconds);
  }

  private count(name: string, help: string, ...labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string, ...labelNames: string[]): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
