/** Catching up with the log, embedded and through Kafka, against emmett's consumer and against set-based statements. */
import { KafkaFeed, LogFeed } from '@rapporteur/aggregator';
import { readHead } from '@rapporteur/event-store';
import { readKafkaSettings, startRelay } from '@rapporteur/kafka';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import { startBroker } from '@rapporteur/testing';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { compareWithEmmett, copyLogToEmmett, emptyEmmett, startEmmett } from '../bounds/emmett.js';
import { fillLog } from '../fill/fill-log.js';
import { emptyTables, followFeed } from './follow-feed.js';
import { alternateAll, toRow, type Bench, type Measured, type Row } from '../row.js';
import { compareCells, fillSetBased } from '../bounds/set-based.js';

const emmettBatch = 1000;
const roundsOf = (events: number) => (events > 100_000 ? 3 : 2);

/** Makes a database with this number of events in its log, and emmett's tables with the first of them. */
async function withLog<T>(
  bench: Bench,
  name: string,
  events: number,
  work: (database: Database, url: string) => Promise<T>,
): Promise<T> {
  const url = await bench.createDatabase(name);
  const database = await openDatabase({ url, migrations });
  try {
    bench.say(`filling a log of ${events.toLocaleString('en')} events`);
    await fillLog(poolOf(database), events);
    return await work(database, url);
  } finally {
    await database.destroy();
  }
}

/** Emmett gets only the first events, because it is much slower. Its rate does not depend on their number. */
const eventsForEmmett = (bench: Bench, events: number) => Math.min(events, bench.size(2_000, 20_000));

export async function measureCatchUp(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const events of bench.sizes([10_000], [10_000, 100_000, 1_000_000])) {
    const measured = await withLog(bench, `catch_up_${events}`, events, async (database, url) => {
      const pool = poolOf(database);
      const few = eventsForEmmett(bench, events);
      (await startEmmett(url)).close();
      await copyLogToEmmett(pool, few);
      const sides = await alternateAll(roundsOf(events), {
        ours: async () => {
          await emptyTables(pool);
          return events / (await followLog(database, url));
        },
        setBased: async () => events / (await fillSetBased(pool)),
        emmett: () => followByEmmett(pool, url, few),
      });
      await compareCells(pool);
      await compareWithEmmett(pool, few);
      return sides;
    });
    rows.push(...toRows(`catch-up over ${events.toLocaleString('en')} events, embedded`, measured));
  }
  return rows;
}

function toRows(
  what: string,
  { ours, setBased, emmett }: Record<'ours' | 'setBased' | 'emmett', Measured>,
): Row[] {
  const compare = (against: string, theirs: Measured, target: number) =>
    toRow({ what, against, ours: ours.value, theirs: theirs.value, unit: 'events/s', target });
  return [
    compare("emmett's consumer and projection", emmett, 5),
    compare('INSERT … SELECT … ON CONFLICT inside PostgreSQL', setBased, 0.15),
  ];
}

/** Out: events a second. Each call starts a new process, because emmett's consumer closes its connections. */
async function followByEmmett(pool: pg.Pool, url: string, events: number): Promise<number> {
  await emptyEmmett(pool);
  const emmett = await startEmmett(url);
  try {
    return events / (await emmett.catchUp(emmettBatch));
  } finally {
    emmett.close();
  }
}

export function followLog(database: Database, url: string): Promise<number> {
  let failure: Error | undefined;
  const feed = new LogFeed({ url, onError: (error) => (failure = error) });
  return followFeed(database, feed, () => failure);
}

export async function measureKafkaCatchUp(bench: Bench): Promise<Row[]> {
  const events = bench.sizes([10_000], [1_000_000])[0]!;
  const broker = await startBroker({ brokers: 1, onStep: bench.say });
  try {
    return await withLog(bench, 'catch_up_kafka', events, async (database, url) => {
      const pool = poolOf(database);
      const kafka = readKafkaSettings({ KAFKA_BROKERS: broker.addresses })!;
      const sent = await relayAll(pool, url, kafka, events);
      const few = eventsForEmmett(bench, events);
      (await startEmmett(url)).close();
      await copyLogToEmmett(pool, few);
      const sides = await alternateAll(roundsOf(events), {
        ours: async (round) => {
          await emptyTables(pool);
          return events / (await followKafka(database, { ...kafka, group: `bench-${round}` }));
        },
        setBased: async () => events / (await fillSetBased(pool)),
        emmett: () => followByEmmett(pool, url, few),
      });
      await compareCells(pool);
      const what = `catch-up over ${events.toLocaleString('en')} events, through Kafka`;
      return [
        ...toRows(what, sides),
        toRow({
          what: `relay of ${events.toLocaleString('en')} events to Kafka`,
          against: 'the same catch-up',
          ours: events / sent,
          theirs: sides.ours.value,
          unit: 'events/s',
        }),
      ];
    });
  } finally {
    await broker.stop();
  }
}

type Kafka = NonNullable<ReturnType<typeof readKafkaSettings>>;

/** Sends the whole log to the topic. Out: seconds. */
async function relayAll(pool: pg.Pool, url: string, kafka: Kafka, events: number): Promise<number> {
  let sent = 0;
  let failure: Error | undefined;
  const started = performance.now();
  const relay = startRelay({
    url,
    kafka,
    onSent: (_, position) => (sent = position),
    onError: (error) => (failure = error),
  });
  try {
    const head = await readHead(pool);
    // An error counts only if nothing was sent for two minutes: a broker that has just started may refuse at
    // first, and the relay tries again.
    while (sent < head) {
      if (failure && performance.now() - started > 120_000 && sent === 0) throw failure;
      await sleep(20);
    }
    return Math.max((performance.now() - started) / 1000, events / 1e9);
  } finally {
    await relay.close();
  }
}

function followKafka(database: Database, kafka: Kafka): Promise<number> {
  let stopped: Error | undefined;
  const feed = new KafkaFeed({
    pool: poolOf(database),
    kafka,
    onError: () => undefined,
    onForeign: (_, why) => (stopped = new Error(why)),
    onStopped: (error) => (stopped = error),
  });
  return followFeed(database, feed, () => stopped);
}
