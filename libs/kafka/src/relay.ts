/** Sends the log to Kafka: one relay at a time, in order of position; a position is noted once Kafka has it. */
import { readLog, type FeedEvent } from '@rapporteur/event-store';
import { lead, listen, locks, makeWakeUp, type Leadership } from '@rapporteur/postgres';
import type { Kafka, Message, Producer } from 'kafkajs';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectKafka } from './connect.js';
import { cutBySize } from './cut-by-size.js';
import { toMessage } from './event-message.codec.js';
import { explainError } from './explain-error.js';
import type { KafkaSettings } from './settings.js';
import { ensureTopic, lacksMessages } from './topic.js';

const eventsPerRead = 2000;
const lookEveryMs = 1000;
/** How often the relay checks whether its topic still has what was sent. */
export const lookAtTopicEveryMs = 5000;

/** The spans of events while they are sent. */
export interface Sending {
  /** `traceparent` that goes along with an event, by its id. */
  traceparentOf(id: string): string | undefined;
  /** In: the error that sending ended with. */
  end(error?: Error): void;
}

export interface RelayOptions {
  readonly url: string;
  readonly kafka: KafkaSettings;
  readonly onSending?: (topic: string, events: readonly FeedEvent[]) => Sending;
  readonly onSent?: (events: number, position: number) => void;
  readonly onError: (error: Error) => void;
}

export interface Relay extends Leadership {
  /** Tells the relay that the log has grown. Only a hint: the relay also looks regularly. */
  wake(): void;
}

/**
 * Starts a candidate for relay; the one that leads sends events until closed.
 * A relay that was suspended may send its last batch once more after another relay has gone on. That batch
 * begins no later than the first one of the other relay. So new events of a partition still come in order of
 * position, and readers drop the repeated ones.
 */
export function startRelay(options: RelayOptions): Relay {
  const { url, kafka: settings, onError } = options;
  const wakeUp = makeWakeUp();
  const listener = listen(url, ['rapporteur_log'], () => wakeUp.call());
  const kafka = connectKafka(settings, 'rapporteur-relay');
  const leadership = lead(
    url,
    locks.relay,
    async (client, signal) => {
      try {
        await relay({
          ...options,
          client,
          kafka,
          settings,
          signal,
          wait: () => wakeUp.wait(lookEveryMs, signal),
        });
      } catch (error) {
        // Kafka is away: let another process lead, and wait before trying again.
        await sleep(1000, undefined, { signal }).catch(() => undefined);
        throw error;
      }
    },
    { onError: (error) => onError(explainError(error, settings)) },
  );
  return {
    get isLeader() {
      return leadership.isLeader;
    },
    wake: () => wakeUp.call(),
    async close() {
      await listener.close();
      await leadership.close();
    },
  };
}

interface Relaying extends Pick<RelayOptions, 'onSent' | 'onSending' | 'onError'> {
  readonly client: pg.ClientBase;
  readonly kafka: Kafka;
  readonly settings: KafkaSettings;
  readonly signal: AbortSignal;
  wait(): Promise<void>;
}

async function relay(relaying: Relaying): Promise<void> {
  const { client, kafka, settings, signal, wait, onSent, onSending, onError } = relaying;
  const { topic } = settings;
  await ensureTopic(kafka, settings);
  const { epoch, position } = await takeRelay(client, topic);
  const admin = kafka.admin();
  // The producer is not idempotent: kafkajs loses count of its sequence after an error, and readers drop
  // repeated events anyway.
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  try {
    await admin.connect();
    await producer.connect();
    let after = position;
    let sent = await readSent(client, after);
    let lookAgainAt = 0;
    while (!signal.aborted) {
      if (performance.now() >= lookAgainAt) {
        if (await lacksMessages(admin, topic, countsOf(sent))) {
          onError(new Error(`the topic ${topic} lacks messages that were sent: it is filled from the start`));
          after = 0;
          sent = new Map();
          await saveRelay(client, topic, epoch, after);
        }
        lookAgainAt = performance.now() + lookAtTopicEveryMs;
      }
      const events = await readLog(client, after, eventsPerRead);
      for (const part of cutBySize(events, ({ data }) => Buffer.byteLength(JSON.stringify(data)))) {
        // Each send is awaited: no partition ever has two under way, so none can overtake another.
        const sending = onSending?.(topic, part);
        await sendAll(producer, topic, toMessages(part, sent, sending)).catch((error: Error) => {
          sending?.end(error);
          throw error;
        });
        sending?.end();
        after = part.at(-1)!.position;
        await saveRelay(client, topic, epoch, after);
        onSent?.(part.length, after);
      }
      if (events.length === 0) await wait();
    }
  } finally {
    await producer.disconnect();
    await admin.disconnect();
  }
}

/**
 * Sends until Kafka has confirmed every message. One send may not be enough: when kafkajs 2.2.4 repeats a
 * failed send after a partition has moved to another leader, it skips every broker that has answered already.
 * If that broker is the new leader, the send succeeds without the messages of that partition.
 */
async function sendAll(producer: Producer, topic: string, messages: readonly Message[]): Promise<void> {
  for (let left = [...messages]; left.length > 0;) {
    const confirmed = await producer.send({ topic, acks: -1, messages: left });
    const written = new Set(confirmed.map(({ partition }) => partition));
    const missing = left.filter(({ partition }) => !written.has(partition!));
    if (missing.length === left.length)
      throw new Error(`relay: Kafka confirmed none of ${left.length} messages`);
    left = missing;
  }
}

/** In: events in order, what was sent before them (updated here), and their spans. Out: the messages. */
function toMessages(
  events: readonly FeedEvent[],
  sent: SentByPartition,
  sending: Sending | undefined,
): Message[] {
  return events.map((event) => {
    const before = sent.get(event.partition) ?? { events: 0, last: 0 };
    const traceparent = sending?.traceparentOf(event.id);
    sent.set(event.partition, { events: before.events + 1, last: event.position });
    return toMessage({ event, previous: before.last, traceparent });
  });
}

/** Takes a new epoch for a topic. Out: also how far it was sent. */
async function takeRelay(client: pg.ClientBase, topic: string): Promise<{ epoch: number; position: number }> {
  const { rows } = await client.query<{ epoch: number; position: number }>(
    `INSERT INTO relays (topic, epoch) VALUES ($1, 1)
     ON CONFLICT (topic) DO UPDATE SET epoch = relays.epoch + 1 RETURNING epoch, position`,
    [topic],
  );
  return rows[0]!;
}

/** Notes how far a topic was sent. Errors: another relay has taken over. */
async function saveRelay(
  client: pg.ClientBase,
  topic: string,
  epoch: number,
  position: number,
): Promise<void> {
  const { rowCount } = await client.query({
    name: 'save-relay',
    text: 'UPDATE relays SET position = $3 WHERE topic = $1 AND epoch = $2',
    values: [topic, epoch, position],
  });
  if (rowCount !== 1) throw new Error(`relay: epoch ${epoch} of ${topic} has been succeeded`);
}

/** How far a topic was sent; 0 where no relay has ever run. */
export async function readRelayed(pool: pg.Pool, topic: string): Promise<number> {
  const { rows } = await pool.query<{ position: number }>('SELECT position FROM relays WHERE topic = $1', [
    topic,
  ]);
  return rows[0]?.position ?? 0;
}

/** By partition: how many events were sent, and the position of the last. */
type SentByPartition = Map<number, { readonly events: number; readonly last: number }>;

const countsOf = (sent: SentByPartition) =>
  new Map([...sent].map(([partition, { events }]) => [partition, events]));

/** By partition: how many events the log has up to a position, and the position of the last. */
async function readSent(client: pg.ClientBase, upTo: number): Promise<SentByPartition> {
  const { rows } = await client.query<{ partition: number; events: number; last: number }>(
    'SELECT partition, count(*) AS events, max(position) AS last FROM log WHERE position <= $1 GROUP BY partition',
    [upTo],
  );
  return new Map(rows.map(({ partition, events, last }) => [partition, { events, last }]));
}
