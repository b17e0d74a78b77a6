/** The message as a consumer of somebody else sees it, and that our own reads back whole. */
import { describe, expect, it } from '@jest/globals';
import type { FeedEvent } from '@rapporteur/event-store';
import type { KafkaMessage } from 'kafkajs';
import { readMessage, toMessage } from './event-message.codec.js';

const event: FeedEvent = {
  position: 41,
  id: '6c1f6a5e-6a53-4d2e-9d2f-6f6a3f0a2b11',
  stream: 'reply/ecosoc-2006-27/2008/SV',
  version: 3,
  type: 'ReplyCorrected',
  schemaVersion: 1,
  key: 'SV',
  partition: 5,
  data: { respondent: 'SV', note: 'Ñandú 报告' },
  meta: {
    recordedBy: 'clerk',
    recordedAt: '2008-01-24T10:00:00.000Z',
    correlationId: 'c-1',
    causationId: 'r-1',
  },
};

const sent = (): KafkaMessage => {
  const { key, value, headers, timestamp } = toMessage({ event, previous: 38 });
  const bytes = Object.fromEntries(
    Object.entries(headers!).map(([name, text]) => [name, Buffer.from(text as string)]),
  );
  return {
    key: Buffer.from(key as string),
    value: Buffer.from(value as string),
    headers: bytes,
    timestamp: timestamp!,
    attributes: 0,
    offset: '7',
  };
};

describe('an event as a message', () => {
  it('has the attributes that CloudEvents 1.0 requires, each in a header', () => {
    const { headers, key, partition } = toMessage({ event, previous: 38 });
    expect(headers).toMatchObject({
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_type: 'ReplyCorrected',
      ce_source: '/v1/events',
      ce_time: '2008-01-24T10:00:00.000Z',
      'content-type': 'application/json',
    });
    expect(Object.keys(headers!).filter((name) => !/^(ce_[a-z0-9]{1,20}|content-type)$/.test(name))).toEqual(
      [],
    );
    expect([key, partition]).toEqual(['SV', 5]);
  });

  it('takes the trace of its request along, and that of its sending as the context of the message', () => {
    const [created, sending] = [
      `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      `00-${'a'.repeat(32)}-${'c'.repeat(16)}-01`,
    ];
    const traced = { ...event, meta: { ...event.meta, traceparent: created } };
    const headersOf = (traceparent?: string) =>
      toMessage({ event: traced, previous: 38, traceparent }).headers!;
    expect(headersOf(sending)).toMatchObject({ ce_traceparent: created, traceparent: sending });
    expect(headersOf()).toMatchObject({ ce_traceparent: created, traceparent: created });
    const message = { ...sent(), headers: { ...sent().headers, ...headersOf(sending) } };
    expect(readMessage(message, 5).event).toEqual({ ...traced, traceparent: sending });
    expect(toMessage({ event, previous: 38 }).headers).not.toHaveProperty('traceparent');
  });

  it('comes back as it was, with the position of the event before it', () => {
    expect(readMessage(sent(), 5)).toEqual({ event, previous: 38, offset: 7n });
  });

  it('is refused when a header is missing or no number, or the value no JSON', () => {
    const { ce_id: _id, ...others } = sent().headers!;
    expect(() => readMessage({ ...sent(), headers: others }, 5)).toThrow('the header ce_id is missing');
    expect(() => readMessage({ ...sent(), headers: { ...sent().headers, ce_position: '-1' } }, 5)).toThrow(
      'no number',
    );
    expect(() => readMessage({ ...sent(), value: null }, 5)).toThrow('no JSON');
  });
});
