/** A consumer of a compacted topic as others write it: reads from the start, and keeps the last value of each key. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';

export interface TableMessage {
  readonly partition: number;
  readonly key: string;
  /** Null: the row is gone. */
  readonly value: string | null;
}

export interface TableReader {
  /** Every message, in the order of arrival. */
  readonly heard: readonly TableMessage[];
  /** The table: the last value of each key. */
  readonly rows: ReadonlyMap<string, string>;
  /** Waits until something holds. Out: whether it did in time. */
  until(holds: () => boolean, ms?: number): Promise<boolean>;
  close(): Promise<void>;
}

/** In: the addresses of brokers, joined by commas, and a topic that is there. */
export async function readTable(brokers: string, topic: string): Promise<TableReader> {
  const kafka = new Kafka({ brokers: brokers.split(','), clientId: 'stranger', logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `stranger-${randomUUID()}` });
  const heard: TableMessage[] = [];
  const rows = new Map<string, string>();
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ partition, message }) => {
      const [key, value] = [String(message.key), message.value && String(message.value)];
      heard.push({ partition, key, value });
      if (value === null) rows.delete(key);
      else rows.set(key, value);
    },
  });
  return {
    heard,
    rows,
    async until(holds, ms = 20_000) {
      for (const end = Date.now() + ms; !holds(); await sleep(50)) if (Date.now() > end) return false;
      return true;
    },
    close: () => consumer.disconnect(),
  };
}
