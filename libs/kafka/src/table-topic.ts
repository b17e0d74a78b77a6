/**
 * Writing a table to a topic that keeps the last message of each key. What is sent together comes together, or not at
 * all; and of two processes that write, only the one that opened the topic last can: Kafka refuses the other.
 */
import type { Message } from 'kafkajs';
import { connectKafka } from './connect.js';
import { cutBySize } from './cut-by-size.js';
import type { KafkaSettings } from './settings.js';
import { ensureTopic, lacksMessages, tableTopic } from './topic.js';

/** How long Kafka waits for the end of what is sent together (ms). */
const transactionMs = 30_000;

/** A row of the table; without a value it is gone. */
export interface TableMessage {
  readonly key: string;
  readonly partition: number;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** By partition: the offset after the last message of ours. */
type Ends = Readonly<Record<string, number>>;

export interface TableTopic {
  /** Sends messages, all or none of them, in their order. Out: how far that wrote. Errors: those of kafkajs; another writes. */
  send(messages: readonly TableMessage[]): Promise<Ends>;
  /** Whether the topic has less than was sent: somebody made it anew, or a broker lost its disk. */
  lacks(ends: Ends): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens a topic for writing, makes it where it is missing, and shuts out whoever opened it before: what is read from now on
 * is newer than all that others can still send. Errors: those of ensureTopic and kafkajs.
 */
export async function openTableTopic(settings: KafkaSettings, topic: string): Promise<TableTopic> {
  const kafka = connectKafka(settings, 'rapporteur-table');
  await ensureTopic(kafka, { ...settings, topic }, tableTopic);
  const admin = kafka.admin();
  const producer = kafka.producer({
    allowAutoTopicCreation: false,
    idempotent: true,
    maxInFlightRequests: 1,
    transactionalId: `${topic}-writer`,
    transactionTimeout: transactionMs,
  });
  const close = async () => {
    await producer.disconnect();
    await admin.disconnect();
  };
  try {
    await admin.connect();
    await producer.connect();
    // kafkajs takes the epoch of a producer, which shuts others out, with its first transaction.
    await (await producer.transaction()).abort();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async send(messages) {
      const transaction = await producer.transaction();
      try {
        const ends: Record<string, number> = {};
        for (const part of cutBySize(messages, lengthOf)) {
          const confirmed = await transaction.send({ topic, acks: -1, messages: part.map(toMessage) });
          const after = new Map(
            confirmed.map(({ partition, baseOffset }) => [partition, Number(baseOffset)]),
          );
          for (const { partition } of part) {
            const offset = after.get(partition);
            // See sendAll of the relay: kafkajs may call a send done that has left a partition out.
            if (offset === undefined)
              throw new Error(`${topic}: Kafka did not confirm partition ${partition}`);
            after.set(partition, offset + 1);
            ends[partition] = offset + 1;
          }
        }
        await transaction.commit();
        return ends;
      } catch (error) {
        await transaction.abort().catch(() => undefined);
        throw error;
      }
    },
    lacks: (ends) =>
      lacksMessages(
        admin,
        topic,
        new Map(Object.entries(ends).map(([partition, end]) => [Number(partition), end])),
      ),
    close,
  };
}

const lengthOf = ({ key, value }: TableMessage) => key.length + Buffer.byteLength(value ?? '');

const toMessage = ({ key, partition, value, headers }: TableMessage): Message => ({
  key,
  partition,
  value,
  headers: { ...headers },
});
