/** An event as a Kafka message: CloudEvents 1.0 in binary mode, the data as the value and everything else in headers. */
import type { FeedEvent } from '@rapporteur/event-store';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';

/** An event as it comes from Kafka, and what shows whether an event is missing before it. */
export interface EventMessage {
  readonly event: FeedEvent;
  /** Position of the event before it in its partition; 0 for the first. */
  readonly previous: number;
  readonly offset: bigint;
}

/** A message that is none of ours. */
export class UnreadableMessage extends Error {
  override name = 'UnreadableMessage';
}

/**
 * In: an event, the position of the one before it in its partition, and the span that sends it where there is one.
 * Out: the message, key = the event's key.
 */
export function toMessage({
  event,
  previous,
  traceparent,
}: Pick<EventMessage, 'event' | 'previous'> & { readonly traceparent?: string | undefined }): Message {
  const { meta } = event;
  return {
    key: event.key,
    partition: event.partition,
    value: JSON.stringify(event.data),
    timestamp: String(Date.parse(meta.recordedAt) || 0),
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_type: event.type,
      ce_source: '/v1/events',
      ce_subject: event.stream,
      ce_time: meta.recordedAt,
      ce_dataschema: `/v1/schemas/${event.type}/${event.schemaVersion}`,
      ce_partitionkey: event.key,
      ce_position: String(event.position),
      ce_previousposition: String(previous),
      ce_streamversion: String(event.version),
      ce_schemaversion: String(event.schemaVersion),
      ce_recordedby: meta.recordedBy,
      ce_correlationid: meta.correlationId,
      ce_causationid: meta.causationId,
      ...toTraceHeaders(meta.traceparent, traceparent),
    },
  };
}

/**
 * The event's own trace context is an attribute (CloudEvents' distributed tracing extension); the header
 * without a prefix is that of the message, from which consumers that know W3C Trace Context continue the trace.
 */
function toTraceHeaders(created: string | undefined, sent: string | undefined): IHeaders {
  const traceparent = sent ?? created;
  return {
    ...(created === undefined ? {} : { ce_traceparent: created }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** In: a message and its partition. Out: the event. Errors: UnreadableMessage. */
export function readMessage(
  message: Pick<KafkaMessage, 'headers' | 'value' | 'offset'>,
  partition: number,
): EventMessage {
  const { headers = {}, value, offset } = message;
  const text = (name: string) => readText(headers, name, offset);
  const count = (name: string) => readCount(text(name), name, offset);
  return {
    event: {
      position: count('ce_position'),
      id: readUuid(text('ce_id'), 'ce_id', offset),
      stream: text('ce_subject'),
      version: count('ce_streamversion'),
      type: text('ce_type'),
      schemaVersion: count('ce_schemaversion'),
      key: text('ce_partitionkey'),
      partition,
      data: readData(value, offset),
      meta: {
        recordedBy: text('ce_recordedby'),
        recordedAt: text('ce_time'),
        correlationId: text('ce_correlationid'),
        causationId: text('ce_causationid'),
        ...readOptional(headers, 'ce_traceparent'),
      },
      ...readOptional(headers, 'traceparent'),
    },
    previous: count('ce_previousposition'),
    offset: BigInt(offset),
  };
}

function readText(headers: IHeaders, name: string, offset: string): string {
  const value = headers[name];
  // A header without a value comes as null, whatever the types say.
  if (value == null) throw new UnreadableMessage(`offset ${offset}: the header ${name} is missing`);
  return value.toString();
}

function readOptional(headers: IHeaders, name: string): { traceparent?: string } {
  const value = headers[name];
  return value == null ? {} : { traceparent: value.toString() };
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

function readUuid(text: string, name: string, offset: string): string {
  if (!uuid.test(text)) throw new UnreadableMessage(`offset ${offset}: the header ${name} is no UUID`);
  return text;
}

function readCount(text: string, name: string, offset: string): number {
  if (!/^\d{1,16}$/.test(text))
    throw new UnreadableMessage(`offset ${offset}: the header ${name} is "${text}", no number`);
  return Number(text);
}

function readData(value: Buffer | null, offset: string): unknown {
  try {
    return JSON.parse(value?.toString('utf8') ?? '');
  } catch {
    throw new UnreadableMessage(`offset ${offset}: the value is no JSON`);
  }
}
