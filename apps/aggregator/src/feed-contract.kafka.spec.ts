/** Kafka keeps the contract of the feed, and the known faults of its clients do not come through. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { partitionCount, readLog } from '@rapporteur/event-store';
import {
  connectKafka,
  ensureTopic,
  readKafkaSettings,
  readMessage,
  startRelay,
  toMessage,
  type KafkaSettings,
} from '@rapporteur/kafka';
import { verifyTables } from '@rapporteur/projections';
import { canHaveBroker, startBroker, type Broker } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import type pg from 'pg';
import { appendVersions, describeFeed, FeedBench, until } from './feed-contract.js';
import { KafkaFeed } from './kafka-feed.js';

let broker: Broker;
let settings: KafkaSettings;
const stopped: Error[] = [];
const foreign: string[] = [];

async function connect(url: string) {
  settings = readKafkaSettings({
    KAFKA_BROKERS: broker.addresses,
    KAFKA_TOPIC: `t-${randomUUID()}`,
    KAFKA_GROUP: `g-${randomUUID()}`,
  })!;
  const kafka = settings;
  const relay = startRelay({ url, kafka, onError: () => undefined });
  return {
    makeFeed: (pool: pg.Pool, _url: string, onError: (error: Error) => void) =>
      new KafkaFeed({
        pool,
        kafka,
        onError,
        onForeign: (messages, why) => foreign.push(`${messages} ${why}`),
        onStopped: (error) => stopped.push(error),
      }),
    redeliver: async (pool: pg.Pool) => {
      await pool.query('UPDATE relays SET position = 0, epoch = epoch + 1');
      // A relay with nothing to send would not notice: its successor begins from the start.
      await pool.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'rapporteur-leader-%' AND datname = current_database()",
      );
      return 0;
    },
    close: () => relay.close(),
  };
}

const canRun = await canHaveBroker();

(canRun ? describe : describe.skip)('with a broker', () => {
  beforeAll(async () => {
    broker = await startBroker({ brokers: 1 });
  }, 180_000);
  afterAll(() => broker?.stop());

  describeFeed('Kafka', connect);

  describe('Kafka and its clients', () => {
    let bench: FeedBench;
    const withBench = (name: string, run: () => Promise<void>) =>
      it(
        name,
        async () => {
          bench = await FeedBench.open(connect);
          await run().finally(() => bench.close());
        },
        90_000,
      );

    withBench('share the partitions out between two members, each to one', async () => {
      const [one, two] = [await bench.start(), await bench.start()];
      await sleep(3000);
      await appendVersions(bench.pool, 1, 3);
      await bench.settle();
      const touched = ({ batches }: typeof one) =>
        new Set(batches.flatMap(({ positions }) => [...positions.keys()]));
      const [first, second] = [touched(one), touched(two)];
      expect([first.size > 0, second.size > 0]).toEqual([true, true]);
      expect([...first].filter((partition) => second.has(partition))).toEqual([]);
    });

    withBench('are read from the place in PostgreSQL, whatever offsets the group has committed', async () => {
      await appendVersions(bench.pool, 1, 4);
      const aggregator = await bench.start();
      await bench.settle();
      await aggregator.close();
      await appendVersions(bench.pool, 5, 8);
      const admin = connectKafka(settings, 'test').admin();
      await admin.connect();
      await until(
        'the relay sent all',
        async () => (await bench.pool.query('SELECT position FROM relays')).rows[0].position === 64,
      );
      const ends = await admin.fetchTopicOffsets(settings.topic);
      await admin.setOffsets({
        groupId: settings.group,
        topic: settings.topic,
        partitions: ends.map(({ partition, high }) => ({ partition, offset: high })),
      });
      await admin.disconnect();
      await bench.start();
      await bench.settle();
      expect((await verifyTables(bench.pool)).differences).toEqual([]);
    });

    withBench('are read from the beginning when the offset in PostgreSQL leads past an event', async () => {
      await appendVersions(bench.pool, 1, 4);
      await until(
        'the relay sent all',
        async () => (await bench.pool.query('SELECT max(position) AS p FROM relays')).rows[0].p === 32,
      );
      await bench.pool.query('UPDATE places SET next_offset = 2');
      await bench.start();
      await bench.settle();
      expect((await verifyTables(bench.pool)).differences).toEqual([]);
    });

    const sentUpTo = (position: number) =>
      until(
        `the relay sent position ${position}`,
        async () => (await bench.pool.query('SELECT max(position) AS p FROM relays')).rows[0].p === position,
      );
    const withAdmin = async <T>(run: (admin: Admin) => Promise<T>): Promise<T> => {
      const admin = connectKafka(settings, 'test').admin();
      await admin.connect();
      return run(admin).finally(() => admin.disconnect());
    };

    withBench('stop the feed when an event is missing in the topic', async () => {
      await appendVersions(bench.pool, 1, 2);
      await sentUpTo(16);
      const first = (await readLog(bench.pool, 0, 1))[0]!;
      await withAdmin(async (admin) => {
        // Without this it does not know the topic.
        await admin.fetchTopicOffsets(settings.topic);
        const partitions = [{ partition: first.partition, offset: '1' }];
        await admin.deleteTopicRecords({ topic: settings.topic, partitions });
      });
      stopped.length = 0;
      await bench.start();
      await until('it stopped', () => stopped.length > 0);
      expect(stopped[0]!.message).toContain(`goes on from position ${first.position}, which has not come`);
    });

    withBench('pass over what others have written to the topic, and lose nothing by it', async () => {
      await appendVersions(bench.pool, 1, 1);
      await sentUpTo(8);
      const [first] = await readLog(bench.pool, 0, 1);
      const another = (position: number, previous: number) =>
        toMessage({ event: { ...first!, id: randomUUID(), position }, previous });
      const producer = connectKafka(settings, 'test').producer();
      await producer.connect();
      foreign.length = 0;
      await producer.send({
        topic: settings.topic,
        // No event; one at a position that our log has yet to give out, as after a restored backup; one far ahead.
        messages: [{ value: 'hello', partition: first!.partition }, another(9, 1), another(900, 850)],
      });
      await appendVersions(bench.pool, 2, 4);
      const aggregator = await bench.start();
      await bench.settle();
      await producer.send({ topic: settings.topic, messages: [another(901, 900)] });
      await producer.disconnect();
      await appendVersions(bench.pool, 5, 5);
      await bench.settle();
      expect((await verifyTables(bench.pool)).differences).toEqual([]);
      expect(aggregator.batches.reduce((total, batch) => total + batch.applied, 0)).toBe(40);
      await until(
        'all four were told',
        () => foreign.reduce((sum, told) => sum + Number.parseInt(told, 10), 0) === 4,
      );
      expect(foreign[0]).toMatch(/offset \d+: the header ce_subject|the header ce_\w+ is missing/);
    });

    withBench('are filled anew when the topic is made anew while the relay goes on', async () => {
      await appendVersions(bench.pool, 1, 4);
      await sentUpTo(32);
      await withAdmin(async (admin) => {
        await admin.deleteTopics({ topics: [settings.topic] });
        await until('it is gone', async () => !(await admin.listTopics()).includes(settings.topic));
      });
      // An aggregator that starts makes it, before the relay has had anything to send.
      const remade = () =>
        ensureTopic(connectKafka(settings, 'test'), settings).then(
          () => true,
          () => false,
        );
      await until('it is made anew', remade);
      await appendVersions(bench.pool, 5, 6);
      await bench.start();
      await bench.settle();
      expect((await verifyTables(bench.pool)).differences).toEqual([]);
      const ends = await withAdmin((admin) => admin.fetchTopicOffsets(settings.topic));
      expect(ends.reduce((sum, { high }) => sum + Number(high), 0)).toBeGreaterThanOrEqual(48);
    });

    withBench('end when they are closed, whatever they are at', async () => {
      for (const ms of [0, 5, 20, 60, 150, 400]) {
        const aggregator = await bench.start();
        await sleep(ms);
        const late = sleep(10_000, false, { ref: false });
        expect([ms, await Promise.race([aggregator.close().then(() => true), late])]).toEqual([ms, true]);
      }
    });

    withBench(
      'come back by themselves after the broker was killed, with nothing lost or out of order',
      async () => {
        const aggregator = await bench.start();
        await appendVersions(bench.pool, 1, 5);
        await bench.settle();
        await broker.nodes[0]!.kill();
        await appendVersions(bench.pool, 6, 10);
        await sleep(2000);
        await broker.nodes[0]!.start();
        await bench.settle();
        expect((await verifyTables(bench.pool)).differences).toEqual([]);
        expect(aggregator.batches.reduce((total, batch) => total + batch.applied, 0)).toBe(80);
      },
    );

    withBench('do not spin while nothing happens', async () => {
      await bench.start();
      await appendVersions(bench.pool, 1, 1);
      await bench.settle();
      const timers = jest.spyOn(globalThis, 'setTimeout');
      await sleep(2000);
      const negative = timers.mock.calls.filter(([, ms]) => Number(ms) < 0).length;
      const all = timers.mock.calls.length;
      timers.mockRestore();
      expect(negative).toBe(0);
      expect(all).toBeLessThan(400);
    });

    withBench(
      'hold each event in the partition and the order of the log, readable by a stranger',
      async () => {
        await appendVersions(bench.pool, 1, 5);
        await until(
          'the relay sent all',
          async () => (await bench.pool.query('SELECT max(position) AS p FROM relays')).rows[0].p === 40,
        );
        const consumer = connectKafka(settings, 'stranger').consumer({ groupId: `s-${randomUUID()}` });
        const positions = new Map<number, number[]>();
        await consumer.connect();
        await consumer.subscribe({ topic: settings.topic, fromBeginning: true });
        await consumer.run({
          // A relay may send an event again after a lost acknowledgement: a stranger knows it by its position.
          eachMessage: async ({ partition, message }) => {
            const { position } = readMessage(message, partition).event;
            const seen = positions.get(partition) ?? [];
            if (!seen.includes(position)) positions.set(partition, [...seen, position]);
          },
        });
        await until('all were read', () => [...positions.values()].flat().length === 40);
        await consumer.disconnect();
        const expected = new Map<number, number[]>();
        for (const { partition, position } of await readLog(bench.pool, 0, 100))
          expected.set(partition, [...(expected.get(partition) ?? []), position]);
        expect(positions).toEqual(expected);
        expect([...positions.keys()].every((partition) => partition < partitionCount)).toBe(true);
      },
    );
  });
});
