/** The spans of an event's way: append, sequence, publish and apply, all in the trace of the request that brought it. */
import type { Attributes, Span, Tracer } from './tracer.js';

/** What a span shows of an event; `position` once it has one. */
export interface TracedEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly position?: number;
  /** Span that brought it here, where that is not the one of the request. */
  readonly traceparent?: string | undefined;
  readonly meta: unknown;
}

/** Spans that began together, to be ended together. */
export interface Spans {
  /** `traceparent` of the span of an event, by its id. */
  traceparentOf(id: string): string | undefined;
  /** In: the error that all of it ended with. */
  end(error?: Error): void;
}

/** `traceparent` of the request that an event came by, where it was traced. */
export const readTraceparent = (meta: unknown): string | undefined =>
  (meta as { traceparent?: string } | null)?.traceparent;

/** Names as OpenTelemetry's conventions for CloudEvents have them; the position is ours. */
const toAttributes = ({ id, type, stream, position }: TracedEvent): Attributes => ({
  'cloudevents.event_id': id,
  'cloudevents.event_type': type,
  'cloudevents.event_subject': stream,
  ...(position === undefined ? {} : { 'rapporteur.position': position }),
});

/** Events that came without a trace get no span: a trace begins with a request, or not at all. */
export class EventTraces {
  constructor(private readonly tracer: Tracer) {}

  /** Events are about to be appended. */
  appending(events: readonly TracedEvent[]): Spans {
    return this.begin('append', 'internal', events, { 'db.system.name': 'postgresql' });
  }

  /** Events were given their positions, by a statement that began `seconds` ago. */
  sequenced(events: readonly TracedEvent[], seconds: number): void {
    const startedAt = Date.now() - seconds * 1000;
    this.begin('sequence', 'internal', events, { 'db.system.name': 'postgresql' }, startedAt).end();
  }

  /** Events are about to be sent to a Kafka topic. */
  sending(topic: string, events: readonly TracedEvent[]): Spans {
    return this.begin(`publish ${topic}`, 'producer', events, {
      'messaging.system': 'kafka',
      'messaging.operation.type': 'send',
      'messaging.destination.name': topic,
    });
  }

  /** Events are about to be applied to the tables. */
  applying(events: readonly TracedEvent[]): Spans {
    return this.begin('apply', 'consumer', events, { 'rapporteur.projection': 'tables' });
  }

  private begin(
    name: string,
    kind: 'internal' | 'producer' | 'consumer',
    events: readonly TracedEvent[],
    attributes: Attributes,
    startedAt?: number,
  ): Spans {
    const spans = new Map<string, Span>();
    for (const event of events) {
      const parent = event.traceparent ?? readTraceparent(event.meta);
      if (parent === undefined) continue;
      const all = { ...attributes, ...toAttributes(event) };
      spans.set(event.id, this.tracer.start({ name, kind, parent, attributes: all, startedAt }));
    }
    return {
      traceparentOf: (id) => spans.get(id)?.traceparent,
      end: (error) => spans.forEach((span) => span.end(undefined, error)),
    };
  }
}
