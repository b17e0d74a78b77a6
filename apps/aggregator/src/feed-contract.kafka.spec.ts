/** The Kafka transport meets the contract of the feed, also where known faults of Kafka's clients occur. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { partitionCount, readLog } from '@rapporteur/event-store';
import { connectKafka, readMessage } from '@rapporteur/kafka';
import { verifyTables } from '@rapporteur/projections';
import { canHaveBroker } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { appendVersions, describeFeed, FeedBench, until } from './harness/feed-contract.js';
import { KafkaBench, sentUpTo } from './harness/kafka-bench.js';

const kafka = new KafkaBench();
const canRun = await canHaveBroker();

(canRun ? describe : describe.skip)('with a broker', () => {
  beforeAll(() => kafka.start(), 180_000);
  afterAll(() => kafka.stop());

  describeFeed('Kafka', kafka.connect);

  describe('Kafka and its clients', () => {
    let bench: FeedBench;
    const withBench = (name: string, run: () => Promise<void>) =>
      it(
        name,
        async () => {
          bench = await FeedBench.open(kafka.connect);
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
      const admin = connectKafka(kafka.settings, 'test').admin();
      await admin.connect();
      await sentUpTo(bench.pool, 64);
      const ends = await admin.fetchTopicOffsets(kafka.settings.topic);
      await admin.setOffsets({
        groupId: kafka.settings.group,
        topic: kafka.settings.topic,
        partitions: ends.map(({ partition, high }) => ({ partition, offset: high })),
      });
      await admin.disconnect();
      await bench.start();
      await bench.settle();
      expect((await verifyTables(bench.pool)).differences).toEqual([]);
    });

    withBench('are read from the beginning when the offset in PostgreSQL leads past an event', async () => {
      await appendVersions(bench.pool, 1, 4);
      await sentUpTo(bench.pool, 32);
      await bench.pool.query('UPDATE places SET next_offset = 2');
      await bench.start();
      await bench.settle();
      expect((await verifyTables(bench.pool)).differences).toEqual([]);
    });

    withBench('stop the feed when an event is missing in the topic', async () => {
      await appendVersions(bench.pool, 1, 2);
      await sentUpTo(bench.pool, 16);
      const first = (await readLog(bench.pool, 0, 1))[0]!;
      await kafka.withAdmin(async (admin) => {
        // Without this it does not know the topic.
        await admin.fetchTopicOffsets(kafka.settings.topic);
        const partitions = [{ partition: first.partition, offset: '1' }];
        await admin.deleteTopicRecords({ topic: kafka.settings.topic, partitions });
      });
      await bench.start();
      await until('it stopped', () => kafka.stopped.length > 0);
      expect(kafka.stopped[0]!.message).toContain(
        `goes on from position ${first.position}, which has not come`,
      );
    });

    withBench('end when they are closed, whatever they are at', async () => {
      for (const ms of [0, 5, 20, 60, 150, 400]) {
        const aggregator = await bench.start();
        await sleep(ms);
        const late = sleep(10_000, false, { ref: false });
        expect([ms, await Promise.race([aggregator.close().then(() => true), late])]).toEqual([ms, true]);
      }
    });

    withBench('end when they are closed while another member keeps the group waiting', async () => {
      const { group, topic } = kafka.settings;
      const silent = connectKafka(kafka.settings, 'silent').consumer({
        groupId: group,
        sessionTimeout: 20_000,
      });
      await appendVersions(bench.pool, 1, 1);
      await sentUpTo(bench.pool, 8);
      await silent.connect();
      await silent.subscribe({ topic, fromBeginning: true });
      let wake: () => void = () => undefined;
      const held = new Promise<void>((done) => (wake = done));
      let isBusy = false;
      // While it is at a batch it sends no heartbeat, so it joins no new generation: as a member that was killed.
      await silent.run({
        eachBatch: async () => {
          isBusy = true;
          await held;
        },
      });
      await until('it is at a batch', () => isBusy);
      const aggregator = await bench.start();
      await sleep(1500);
      const late = sleep(4000, false, { ref: false });
      const isEnded = await Promise.race([aggregator.close().then(() => true), late]);
      wake();
      await silent.disconnect();
      expect(isEnded).toBe(true);
    });

    withBench(
      'come back by themselves after the broker was killed, with nothing lost or out of order',
      async () => {
        const aggregator = await bench.start();
        await appendVersions(bench.pool, 1, 5);
        await bench.settle();
        await kafka.broker.nodes[0]!.kill();
        await appendVersions(bench.pool, 6, 10);
        await sleep(2000);
        await kafka.broker.nodes[0]!.start();
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
        await sentUpTo(bench.pool, 40);
        const consumer = connectKafka(kafka.settings, 'stranger').consumer({ groupId: `s-${randomUUID()}` });
        const positions = new Map<number, number[]>();
        await consumer.connect();
        await consumer.subscribe({ topic: kafka.settings.topic, fromBeginning: true });
        await consumer.run({
          // A relay may send an event again after a lost acknowledgement: an independent consumer recognizes it
          // by its position.
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
