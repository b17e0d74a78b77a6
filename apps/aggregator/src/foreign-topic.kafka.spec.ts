/**
 * A topic that others write to, or that is deleted and made again: foreign messages are not shown, and no event
 * of the log is lost.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readHead, readLog } from '@rapporteur/event-store';
import { toMessage } from '@rapporteur/kafka';
import { verifyTables } from '@rapporteur/projections';
import { canHaveBroker } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from 'kafkajs';
import { appendVersions, FeedBench, until } from './harness/feed-contract.js';
import { KafkaBench, sentUpTo } from './harness/kafka-bench.js';

const canRun = await canHaveBroker();
const kafka = new KafkaBench();
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
const send = (...messages: Message[]) =>
  kafka.withProducer((producer) => producer.send({ topic: kafka.settings.topic, messages }));
const expectWhole = async () => {
  await bench.settle();
  expect((await verifyTables(bench.pool)).differences).toEqual([]);
  expect(kafka.stopped).toEqual([]);
};

/**
 * Leaves the topic in the state after this: the topic was made again, the relay sent to it without having
 * noticed, and ended.
 */
async function sendToNewTopic(): Promise<void> {
  await appendVersions(bench.pool, 1, 4);
  await sentUpTo(bench.pool, 32);
  await kafka.relay.close();
  await kafka.remakeTopic();
  await appendVersions(bench.pool, 5, 5);
  await until('positions', async () => (await readHead(bench.pool)) === 40);
  const last = new Map<number, number>();
  const messages = (await readLog(bench.pool, 0, 100)).map((event) => {
    const previous = last.get(event.partition) ?? 0;
    last.set(event.partition, event.position);
    return toMessage({ event, previous });
  });
  await send(...messages.slice(32));
}

beforeAll(() => (canRun ? kafka.start() : undefined), 180_000);
afterAll(() => (canRun ? kafka.stop() : undefined));

(canRun ? describe : describe.skip)('the messages of others', () => {
  withBench('are passed over, and nothing is lost by it', async () => {
    await appendVersions(bench.pool, 1, 1);
    await sentUpTo(bench.pool, 8);
    const [first] = await readLog(bench.pool, 0, 1);
    const another = (position: number, previous: number, id: string = randomUUID()) =>
      toMessage({ event: { ...first!, id, position }, previous });
    await send(
      // A message that is no event; an event at the next free position of our log, as after a restored backup;
      // an event far ahead.
      { value: 'hello', partition: first!.partition },
      another(9, 1),
      another(900, 850),
      // Invalid ids, one of which PostgreSQL cannot even compare.
      another(901, 900, 'no id'),
      another(902, 901, 'a\u0000b'),
    );
    await appendVersions(bench.pool, 2, 4);
    const aggregator = await bench.start();
    await bench.settle();
    await send(another(903, 902));
    await appendVersions(bench.pool, 5, 5);
    await expectWhole();
    expect(aggregator.batches.reduce((total, batch) => total + batch.applied, 0)).toBe(40);
    const told = () => kafka.foreign.reduce((sum, line) => sum + Number.parseInt(line, 10), 0);
    await until('all six were told', () => told() === 6);
    expect(kafka.foreign.join('\n')).toMatch(/offset \d+: the header ce_\w+ is missing/);
    expect(aggregator.errors).toEqual([]);
  });

  withBench('are passed over where they are copies of ours in another partition', async () => {
    await appendVersions(bench.pool, 1, 2);
    await sentUpTo(bench.pool, 16);
    const log = await readLog(bench.pool, 0, 100);
    const last = log.at(-1)!;
    const places = log.filter(({ partition }) => partition !== last.partition);
    const copy = { ...toMessage({ event: last, previous: 0 }), partition: places[0]!.partition };
    await send(copy);
    await bench.start();
    await appendVersions(bench.pool, 3, 3);
    await expectWhole();
    expect(kafka.foreign).toHaveLength(1);
  });

  withBench('hold nothing up in a transaction that is left open', async () => {
    await appendVersions(bench.pool, 1, 1);
    await sentUpTo(bench.pool, 8);
    const [first] = await readLog(bench.pool, 0, 1);
    await bench.start();
    const { topic } = kafka.settings;
    const settings = { transactionalId: `x-${randomUUID()}`, maxInFlightRequests: 1, idempotent: true };
    await kafka.withProducer(async (producer) => {
      const transaction = await producer.transaction();
      await transaction.send({ topic, messages: [{ value: 'x', partition: first!.partition }] });
      await appendVersions(bench.pool, 2, 3);
      await expectWhole();
      await transaction.abort();
    }, settings);
  });
});

(canRun ? describe : describe.skip)('a topic that is made anew', () => {
  withBench('is filled again by a relay at work, with events to send', async () => {
    await appendVersions(bench.pool, 1, 4);
    await sentUpTo(bench.pool, 32);
    await kafka.remakeTopic();
    await appendVersions(bench.pool, 5, 6);
    await bench.start();
    await expectWhole();
    expect(await kafka.countMessages()).toBeGreaterThanOrEqual(48);
  });

  withBench('is filled again by a relay that has nothing to send', async () => {
    await appendVersions(bench.pool, 1, 2);
    await sentUpTo(bench.pool, 16);
    await kafka.remakeTopic();
    await bench.start();
    await expectWhole();
  });

  withBench(
    'is filled again by the next relay, where one ended after it had noted what it sent',
    async () => {
      await sendToNewTopic();
      await bench.pool.query('UPDATE relays SET position = 40');
      kafka.startRelay();
      await bench.start();
      await expectWhole();
    },
  );

  withBench('is waited for by an aggregator that reads to its end before it is filled', async () => {
    await sendToNewTopic();
    await bench.start();
    await until('it has the partitions', async () => {
      const { rows } = await bench.pool.query('SELECT min(epoch) AS epoch FROM places');
      return rows[0].epoch > 0;
    });
    await sleep(3000);
    kafka.startRelay();
    await expectWhole();
  });
});
