/** Keeps the topic of trends: of all processes one at a time sends the series that changed. */
import { makePauses } from '@rapporteur/http';
import { explainError, openTableTopic, type KafkaSettings, type TableTopic } from '@rapporteur/kafka';
import { lead, locks, makeWakeUp } from '@rapporteur/postgres';
import {
  beginTopic,
  compareAll,
  markSent,
  readChanged,
  readEndsSent,
  withSnapshot,
} from '@rapporteur/projections';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { toSend } from './trend-message.js';

export interface TrendOptions {
  readonly pool: pg.Pool;
  /** The address of the same database. */
  readonly url: string;
  readonly kafka: KafkaSettings;
  readonly onError: (error: Error) => void;
}

export interface TrendRelay {
  /** To be called when the tables may have changed. */
  wake(): void;
  close(): Promise<void>;
}

const seriesAtOnce = 500;
const lookEveryMs = 1000;
const lookAtTopicEveryMs = 5000;

/** Out: undefined where no topic is wanted. */
export function relayTrends({ pool, url, kafka, onError }: TrendOptions): TrendRelay | undefined {
  const { trendsTopic: topic } = kafka;
  if (topic === undefined) return undefined;
  const wakeUp = makeWakeUp();
  // A later release may show a series otherwise: each process compares them all once.
  let isCompared = false;
  const work = async (client: pg.Client, signal: AbortSignal) => {
    const writer = await openTableTopic(kafka, topic);
    try {
      if (!isCompared) await compareAll(pool);
      isCompared = true;
      let lookAgainAt = 0;
      while (!signal.aborted) {
        if (performance.now() >= lookAgainAt) {
          await checkTopic(pool, writer, topic, onError);
          lookAgainAt = performance.now() + lookAtTopicEveryMs;
        }
        if ((await sendChanged(pool, client, writer)) < seriesAtOnce) await wakeUp.wait(lookEveryMs, signal);
      }
    } finally {
      await writer.close();
    }
  };
  const keepOn = (client: pg.Client, signal: AbortSignal) =>
    work(client, signal).catch(async (error: Error) => {
      // Kafka is away: let another process lead, and wait before trying again.
      await sleep(1000, undefined, { signal }).catch(() => undefined);
      throw error;
    });
  const leadership = lead(url, locks.trends, keepOn, {
    onError: (error) => onError(explainError(error, kafka)),
  });
  return { wake: () => wakeUp.call(), close: () => leadership.close() };
}

/** Fills the topic from the start where it is another than the one that was kept, or has lost messages. */
async function checkTopic(
  pool: pg.Pool,
  writer: TableTopic,
  topic: string,
  onError: (error: Error) => void,
): Promise<void> {
  const ends = await readEndsSent(pool, topic);
  const isShort = ends !== undefined && (await writer.lacks(ends));
  if (isShort)
    onError(new Error(`the topic ${topic} lacks messages that were sent: it is filled from the start`));
  if (ends === undefined || isShort) await beginTopic(pool, topic);
}

/**
 * Sends what differs of the series that changed, and marks it on the connection that leads. A process that ends between
 * the two, or a stop of another, has it sent again as it stands then. Out: how many series were compared.
 */
async function sendChanged(pool: pg.Pool, client: pg.ClientBase, writer: TableTopic): Promise<number> {
  const changed = await withSnapshot(pool, (snapshot) => readChanged(snapshot, seriesAtOnce));
  // The lead ends with this connection: it must be used, and must not be found broken too late.
  if (changed.length === 0) await client.query('SELECT');
  if (changed.length === 0) return 0;
  const differing: NonNullable<ReturnType<typeof toSend>>[] = [];
  const pause = makePauses();
  for (const one of changed) {
    await pause();
    const send = toSend(one);
    if (send) differing.push(send);
  }
  const ends = differing.length > 0 ? await writer.send(differing.map(({ message }) => message)) : {};
  await markSent(
    client,
    changed,
    differing.map(({ sent }) => sent),
    ends,
  );
  return changed.length;
}
