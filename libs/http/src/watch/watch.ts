/** What the services tell while they work, as metrics, as lines of the log, and as spans. */
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { EventTraces } from './trace-events.js';
import type { Tracer } from './tracer.js';
import { Troubles } from './troubles.js';

/** What a batch of the feed did. */
export interface AppliedBatch {
  readonly applied: number;
  readonly redelivered: number;
  readonly dead: number;
  /** Last position by partition. */
  readonly positions: ReadonlyMap<number, number>;
}

/** What a service reports while it works. Each method may be passed on without its object. */
export class Watch {
  /** Absent where no traces are asked for. */
  readonly traces: EventTraces | undefined;
  private readonly troubles: Troubles;

  constructor(
    readonly metrics: Metrics,
    readonly log: Log,
    tracer?: Tracer,
  ) {
    this.traces = tracer && new EventTraces(tracer);
    this.troubles = new Troubles(log);
  }

  /** An append was answered, so many seconds after it was asked for. */
  readonly appended = (seconds: number): void => this.metrics.appended(seconds);

  /** One commit stored so many appends. */
  readonly committed = (appends: number, seconds: number): void => {
    this.metrics.batch('append', appends);
    this.log.debug('committed', { appends, seconds });
  };

  /** One commit of an import stored so many appends. */
  readonly imported = (appends: number): void => {
    this.metrics.batch('import', appends);
    this.log.debug('imported', { appends });
  };

  /** The sequencer gave positions. */
  readonly moved = (events: number, position: number): void => {
    this.metrics.batch('sequence', events);
    this.log.debug('sequenced', { events, position });
  };

  /** The relay sent events, and Kafka has them. */
  readonly sent = (events: number, position: number): void => {
    this.metrics.batch('relay', events);
    this.log.debug('sent', { events, position });
  };

  /** A batch of the feed is in the tables. */
  readonly applied = ({ applied, redelivered, dead, positions }: AppliedBatch): void => {
    this.metrics.applied({ applied, redelivered });
    const position = Math.max(0, ...positions.values());
    this.log.debug('applied', { events: applied, redelivered, position });
    if (dead > 0)
      this.log.error('events could not be applied: npm run dead-letters list', { events: dead, position });
  };

  /**
   * So many messages of the topic are no events of our log; `why` says what is wrong with the first of them.
   */
  readonly foreign = (messages: number, why: string): void => {
    this.metrics.foreign(messages);
    this.log.error('messages of others are in the topic, and were passed over', { messages, why });
  };

  /** A batch was rolled back, because another aggregator has the partition. */
  readonly fencedOff = (): void => this.metrics.fencedOff();

  /** Something went wrong and is tried again: logged once, however often it goes wrong. */
  readonly failed = (error: Error): void => this.troubles.failed(error);

  /** The database answered on a new connection: if it had been away, it is back. */
  readonly answered = (): void => this.troubles.answered();
}
