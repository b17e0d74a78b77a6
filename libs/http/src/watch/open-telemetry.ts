/** The tracer on OpenTelemetry's SDK. Loaded by trace.ts, and by it alone, where an endpoint is set. */
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { ExportResultCode, parseTraceParent, type ExportResult } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type ReadableSpan,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log.js';
import type { Span, SpanStart, Tracer } from './tracer.js';

const closeWithinMs = 2000;
const kinds = {
  server: SpanKind.SERVER,
  internal: SpanKind.INTERNAL,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

/** In: name of the service, the address that failures are told of, and the log. */
export function startTracer(
  service: string,
  { endpoint, log }: { readonly endpoint: string; readonly log: Log },
): Tracer {
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': service }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(tellFailures(new OTLPTraceExporter(), endpoint, log))],
  });
  const tracer = provider.getTracer('rapporteur');
  return {
    start: ({ name, kind, parent, attributes, startedAt }: SpanStart): Span => {
      const above = parent === undefined ? null : parseTraceParent(parent);
      const context = above ? trace.setSpanContext(ROOT_CONTEXT, { ...above, isRemote: true }) : ROOT_CONTEXT;
      const span = tracer.startSpan(
        name,
        { kind: kinds[kind], attributes: { ...attributes }, ...(startedAt ? { startTime: startedAt } : {}) },
        context,
      );
      return {
        traceparent: span.isRecording() ? toTraceparent(span.spanContext()) : undefined,
        end(more, error) {
          if (more) span.setAttributes({ ...more });
          if (error) {
            span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
            span.setAttribute('error.type', error.name);
          }
          span.end();
        },
      };
    },
    close: async () => {
      // A collector that does not answer must not keep a service from stopping.
      await Promise.race([provider.shutdown().catch(() => undefined), sleep(closeWithinMs)]);
    },
  };
}

const toTraceparent = ({
  traceId,
  spanId,
  traceFlags,
}: {
  traceId: string;
  spanId: string;
  traceFlags: TraceFlags;
}) => `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;

/** The exporter, with a line in the log when sending begins to fail and when it works again: the SDK is silent. */
function tellFailures(exporter: SpanExporter, endpoint: string, log: Log): SpanExporter {
  let failing = false;
  const hear = ({ code, error }: ExportResult) => {
    const failed = code !== ExportResultCode.SUCCESS;
    if (failed && !failing)
      log.warn(`traces cannot be sent to ${endpoint} and are dropped`, {
        error: error?.message || (error as { code?: string } | undefined)?.code,
      });
    if (!failed && failing) log.info(`traces are sent to ${endpoint} again`);
    failing = failed;
  };
  return {
    export: (spans: ReadableSpan[], done: (result: ExportResult) => void) =>
      exporter.export(spans, (result) => {
        hear(result);
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}
