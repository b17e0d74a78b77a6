/** The interface of a tracer, whatever sends the spans. */

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface SpanStart {
  readonly name: string;
  readonly kind: 'server' | 'internal' | 'producer' | 'consumer';
  /** `traceparent` (W3C Trace Context) of the span that it belongs under; a span without one begins a trace. */
  readonly parent?: string | undefined;
  readonly attributes?: Attributes;
  /** Milliseconds since 1970; now when not given. */
  readonly startedAt?: number;
}

export interface Span {
  /** `traceparent` to hand on to what happens next; undefined where the trace is not sampled. */
  readonly traceparent: string | undefined;
  /** In: what became known meanwhile, and the error that it ended with. */
  end(attributes?: Attributes, error?: Error): void;
}

export interface Tracer {
  start(span: SpanStart): Span;
  /** Sends what has not been sent, for two seconds at most. */
  close(): Promise<void>;
}
