/** Traces of requests across processes; the library for them is loaded only where an endpoint is set. */
import type { Log } from './log.js';
import type { Tracer } from './tracer.js';

const endpoints = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const;

/** The lines of a usage text that tell this variable, which is longer than the column. In: the width of the names. */
export const traceUsage = (width = 14) =>
  `  OTEL_EXPORTER_OTLP_ENDPOINT\n${''.padEnd(width + 2)}http://host:4318 of an OpenTelemetry collector that traces are sent to (none)`;

/**
 * Out: the tracer of a service, or undefined where no endpoint is set or OTEL_SDK_DISABLED is true.
 * The other variables of OpenTelemetry (OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER, OTEL_EXPORTER_OTLP_HEADERS …) are read
 * by its SDK. Errors: an endpoint that is no address.
 */
export async function openTracer(
  service: string,
  env: NodeJS.ProcessEnv,
  log: Log,
): Promise<Tracer | undefined> {
  const name = endpoints.find((endpoint) => env[endpoint]);
  if (!name || env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return undefined;
  const address = URL.canParse(env[name]!) ? new URL(env[name]!) : undefined;
  if (!address || !/^https?:$/.test(address.protocol))
    throw new Error(
      `${name}=${env[name]} is no address: give that of a collector's OTLP over HTTP, such as http://127.0.0.1:4318.`,
    );
  if (env['OTEL_EXPORTER_OTLP_PROTOCOL'] === 'grpc')
    log.warn('OTEL_EXPORTER_OTLP_PROTOCOL=grpc: traces are sent by OTLP over HTTP as JSON all the same');
  const { startTracer } = await import('./open-telemetry.js');
  return startTracer(service, { endpoint: address.origin, log });
}
