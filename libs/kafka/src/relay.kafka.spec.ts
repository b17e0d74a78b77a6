/** The relay and a cluster that loses a broker: whatever it has noted as sent is in Kafka. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  partitionCount,
  readLog,
  startSequencer,
  storeUnchecked,
  type Sequencer,
} from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import {
  canHaveBroker,
  createTestDatabase,
  startBroker,
  type Broker,
  type TestDatabase,
} from '@rapporteur/testing';
import { ConfigResourceTypes, type Kafka } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectKafka } from './connect.js';
import { startRelay, type Relay } from './relay.js';
import { ensureTopic, readEnds, untilKnown } from './topic.js';
import { readKafkaSettings, type KafkaSettings } from './settings.js';

const canRun = await canHaveBroker();
const meta = {
  recordedBy: 't',
  recordedAt: '2008-01-21T00:00:00.000Z',
  correlationId: 'c',
  causationId: 'r',
};

(canRun ? describe : describe.skip)('the relay with three brokers', () => {
  let broker: Broker;
  let test: TestDatabase;
  let source: Database;
  let sequencer: Sequencer;
  let relay: Relay;
  let settings: KafkaSettings;

  beforeAll(async () => {
    broker = await startBroker({ brokers: 3 });
    test = await createTestDatabase();
    source = await openDatabase({ url: test.url });
    sequencer = startSequencer({ url: test.url, onError: () => undefined });
    settings = readKafkaSettings({
      KAFKA_BROKERS: broker.addresses,
      KAFKA_REPLICATION: '3',
      KAFKA_MIN_INSYNC: '2',
    })!;
    relay = startRelay({ url: test.url, kafka: settings, onError: () => undefined });
  }, 180_000);
  afterAll(async () => {
    await relay?.close();
    await sequencer?.close();
    await source?.destroy();
    await test?.drop();
    await broker?.stop();
  }, 60_000);

  /** Appends an event to each of sixty streams, which lie in all partitions. */
  const append = async (name: string, version: number) => {
    const streams = Array.from({ length: 60 }, (_, i) => `${name}-${i}`);
    await storeUnchecked(
      poolOf(source),
      streams.map((stream) => ({
        stream,
        expectedVersion: version - 1,
        events: [{ id: randomUUID(), type: 'T', schemaVersion: 1, key: stream, data: {}, meta }],
      })),
    );
  };
  const readLogged = async () => {
    for (;;) {
      const { rows } = await poolOf(source).query('SELECT count(*) AS waiting FROM pending');
      if (rows[0].waiting === 0)
        return (await readLog(poolOf(source), 0, 1000)).map(({ position }) => position);
      await sleep(50);
    }
  };
  const sentUpTo = async (position: number) => {
    for (let i = 0; i < 1200; i += 1) {
      const { rows } = await poolOf(source).query('SELECT max(position) AS p FROM relays');
      if (rows[0].p >= position) return;
      await sleep(50);
    }
    throw new Error(`position ${position} was not sent within a minute`);
  };
  const readPositions = async (least: number) => {
    const consumer = connectKafka(settings, 'stranger').consumer({ groupId: `s-${randomUUID()}` });
    const positions = new Set<number>();
    await consumer.connect();
    // A broker that does not know yet who leads a new topic answers that it does not host the topic.
    await untilKnown(() => consumer.subscribe({ topic: settings.topic, fromBeginning: true }));
    await consumer.run({
      eachMessage: async ({ message }) => void positions.add(Number(String(message.headers!['ce_position']))),
    });
    for (let i = 0; i < 200 && positions.size < least; i += 1) await sleep(100);
    await consumer.disconnect();
    return positions;
  };

  const endsOf = async (kafka: Kafka, topic: string) => {
    const admin = kafka.admin();
    await admin.connect();
    const ends = await readEnds(admin, topic).finally(() => admin.disconnect());
    return [...ends.values()];
  };

  it('keeps every event for ever, in as many copies and partitions as it was told', async () => {
    const admin = connectKafka(settings, 'test').admin();
    await admin.connect();
    await ensureTopic(connectKafka(settings, 'test'), settings);
    const { topics } = await untilKnown(() => admin.fetchTopicMetadata({ topics: [settings.topic] }));
    const copies = topics[0]!.partitions.map(({ replicas }) => replicas.length);
    const wanted = { 'retention.ms': '-1', 'retention.bytes': '-1', 'min.insync.replicas': '2' };
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [
        { type: ConfigResourceTypes.TOPIC, name: settings.topic, configNames: Object.keys(wanted) },
      ],
    });
    await admin.disconnect();
    const found = resources[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]);
    expect([copies, Object.fromEntries(found)]).toEqual([Array(partitionCount).fill(3), wanted]);
  }, 60_000);

  it('is found by all who start at once, each asking another broker', async () => {
    const seeds = settings.brokers.map((address) =>
      connectKafka({ ...settings, brokers: [address] }, 'test'),
    );
    expect(seeds).toHaveLength(3);
    for (let i = 0; i < 20; i += 1) {
      const topic = `${settings.topic}-${i}`;
      await Promise.all(seeds.map((kafka) => ensureTopic(kafka, { ...settings, topic })));
      for (const kafka of seeds) expect(await endsOf(kafka, topic)).toEqual(Array(partitionCount).fill(0));
    }
  }, 120_000);

  it('refuses a topic that would not take the longest reply, and says what to set', async () => {
    const topic = `${settings.topic}-small`;
    const admin = connectKafka(settings, 'test').admin();
    await admin.connect();
    const made = { topic, numPartitions: partitionCount, replicationFactor: 3 };
    await admin.createTopics({ waitForLeaders: false, topics: [made] });
    await admin.disconnect();
    await expect(ensureTopic(connectKafka(settings, 'test'), { ...settings, topic })).rejects.toThrow(
      /-small takes messages of 1048588 bytes at most.* set its max.message.bytes to 16777216/,
    );
  }, 60_000);

  it('sends replies of the greatest length, more of them than fit one message set', async () => {
    const { length } = await readLogged();
    const data = { text: 'x'.repeat(4_500_000) };
    await storeUnchecked(
      poolOf(source),
      Array.from({ length: 4 }, (_, i) => ({
        stream: `long-${i}`,
        expectedVersion: 0,
        events: [{ id: randomUUID(), type: 'T', schemaVersion: 1, key: 'long', data, meta }],
      })),
    );
    await sentUpTo(length + 4);
    expect((await readPositions(length + 4)).size).toBe(length + 4);
  }, 120_000);

  it('notes nothing as sent that Kafka does not have, when a broker dies over a send and its partitions move', async () => {
    const { length } = await readLogged();
    await append('s', 1);
    await sentUpTo(length + 60);
    // The other brokers answer; this one does not until its partitions have moved to them.
    process.kill(broker.nodes[0]!.pid, 'SIGSTOP');
    await append('s', 2);
    await sleep(8000);
    await broker.nodes[0]!.kill();
    await sentUpTo(length + 120);
    await broker.nodes[0]!.start();
    const logged = await readLogged();
    const positions = await readPositions(length + 120);
    expect(logged.filter((position) => !positions.has(position))).toEqual([]);
    expect(logged).toHaveLength(length + 120);
  }, 180_000);

  it('fills a topic that was made anew from the start, also when an aggregator made it', async () => {
    await append('t', 1);
    const { length } = await readLogged();
    await sentUpTo(length);
    await relay.close();
    const kafka = connectKafka(settings, 'test');
    const admin = kafka.admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [settings.topic] });
    for (let i = 0; i < 100 && (await admin.listTopics()).includes(settings.topic); i += 1) await sleep(100);
    await admin.disconnect();
    // Brokers that are still removing the old topic refuse for a moment to lead the new one.
    for (let i = 0; ; i += 1) {
      const error = await ensureTopic(kafka, settings).catch((e: Error) => e);
      if (!error) break;
      if (i === 30) throw error;
      await sleep(500);
    }
    relay = startRelay({ url: test.url, kafka: settings, onError: () => undefined });
    expect((await readPositions(length)).size).toBe(length);
  }, 120_000);
});
