/**
 * Reads the outcome of a run: the events of the store, the messages of the topic, and the positions that
 * everything has reached.
 */
import { readWatermark } from '@rapporteur/event-store';
import { connectKafka, readKafkaSettings } from '@rapporteur/kafka';
import { liveSchema } from '@rapporteur/projections';
import type { KafkaMessage } from 'kafkajs';
import type pg from 'pg';
import type { Recorded, Sent } from './check-run.js';
import { kafkaNames, type Cluster } from '../cluster/cluster.js';

/** The value of all figures of an event: the figures of a chaos client's reply all have the same one. */
function valueOf(type: string, { observations = [] }: EventData): number | null | undefined {
  if (type === 'RoundOpened') return undefined;
  const [figure] = 'changed' in observations ? observations.changed : observations;
  return figure?.value ?? null;
}

interface EventData {
  readonly observations?: readonly StatedFigure[] | { readonly changed: readonly StatedFigure[] };
}
interface StatedFigure {
  readonly value: number;
}

interface Row extends Omit<Recorded, 'value'> {
  readonly type: string;
  readonly data: EventData;
}

/** All stored events, also those that have no position yet. */
export async function readRecorded(pool: pg.Pool): Promise<Recorded[]> {
  const columns = `id, stream, version, partition, type, data, meta ->> 'causationId' AS cause`;
  const { rows } = await pool.query<Row>(
    `SELECT position, ${columns} FROM log UNION ALL SELECT NULL, ${columns} FROM pending ORDER BY position`,
  );
  return rows.map(({ type, data, ...row }) => ({ ...row, value: valueOf(type, data) }));
}

/** Reads the topic from its beginning to its end, as an independent consumer does: by the CloudEvents headers. */
export async function readSent({ broker }: Cluster): Promise<Sent[]> {
  const settings = readKafkaSettings({ KAFKA_BROKERS: broker!.addresses })!;
  const kafka = connectKafka(settings, 'rapporteur-chaos-check');
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(kafkaNames.topic).finally(() => admin.disconnect());
  const left = new Map(
    ends.filter(({ high }) => Number(high) > 0).map(({ partition, high }) => [partition, Number(high)]),
  );
  const sent: Sent[] = [];
  if (left.size === 0) return sent;
  const consumer = kafka.consumer({ groupId: `chaos-check-${Date.now()}` });
  await consumer.connect();
  try {
    await consumer.subscribe({ topic: kafkaNames.topic, fromBeginning: true });
    await new Promise<void>((done, fail) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => fail(payload.error));
      consumer
        .run({
          autoCommit: false,
          eachBatch: async ({ batch: { partition, messages } }) => {
            for (const message of messages) sent.push(toSent(partition, message));
            if (Number(messages.at(-1)?.offset ?? -1) + 1 >= (left.get(partition) ?? 0))
              left.delete(partition);
            if (left.size === 0) done();
          },
        })
        .catch(fail);
    });
  } finally {
    await consumer.disconnect();
  }
  return sent;
}

function toSent(partition: number, { offset, headers = {}, value }: KafkaMessage): Sent {
  const text = (name: string) => headers[name]?.toString() ?? '';
  return {
    partition,
    offset,
    position: Number(text('ce_position')),
    id: text('ce_id'),
    stream: text('ce_subject'),
    version: Number(text('ce_streamversion')),
    value: valueOf(text('ce_type'), JSON.parse(value!.toString()) as EventData),
  };
}

/** The positions that log, relay and tables have reached. */
export interface Extent {
  readonly head: number;
  readonly pending: number;
  /** The last position that Kafka has; the head where there is no relay. */
  readonly relayed: number;
  readonly watermark: number;
  /** Series that the topic of trends may not have as the tables do. */
  readonly untold: number;
  /** Events that were not looked at for webhooks, and messages that were not delivered. */
  readonly unsent: number;
  readonly deadLetters: number;
}

export async function readExtent(pool: pg.Pool): Promise<Extent> {
  const { rows } = await pool.query<Omit<Extent, 'watermark'>>(
    `SELECT s.head, (SELECT count(*) FROM pending) AS pending, COALESCE((SELECT max(position) FROM relays), s.head) AS relayed,
       (SELECT count(*) FROM changed_series) AS untold,
       s.head - COALESCE((SELECT min(place) FROM webhooks), s.head) + (SELECT count(*) FROM webhook_messages) AS unsent,
       (SELECT count(*) FROM ${liveSchema}.dead_letters) AS "deadLetters" FROM sequencer s`,
  );
  return { ...rows[0]!, watermark: await readWatermark(pool, liveSchema) };
}
