/**
 * SIGKILL of the relay between its steps: Kafka has each event, in order; an event that Kafka has twice is
 * applied once.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readHead, readWatermark } from '@rapporteur/event-store';
import { connectKafka, readKafkaSettings, readMessage } from '@rapporteur/kafka';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { liveSchema, verifyTables } from '@rapporteur/projections';
import {
  canHaveBroker,
  createTestDatabase,
  startBroker,
  startCommand,
  type Broker,
  type RunningCommand,
  type TestDatabase,
  ownerHeaders,
} from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const canRun = await canHaveBroker();

let broker: Broker;
let test: TestDatabase;
let source: Database;
let commands: RunningCommand[];
let env: Record<string, string>;

async function start(app: string, more: Record<string, string> = {}) {
  const pauser = `${root}libs/testing/dist/faults/pause-at-query.js`;
  const command = startCommand(process.execPath, ['--import', pauser, `apps/${app}/dist/main.js`], {
    cwd: root,
    env: { ...env, ...more },
  });
  commands.push(command);
  return { command, url: (await command.waitFor(/ is at (http\S+)/))[1]! };
}

const post = async (url: string, path: string, body: object) => {
  const answer = await fetch(`${url}/v1/rounds${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...ownerHeaders(), 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(201);
};
const respondents = ['SV', 'GR', 'CN', 'FR', 'LV', 'SI', 'MX', 'JP'];
async function sendReplies(url: string, round: string): Promise<void> {
  await post(url, '', { collection: 'c', round });
  const observations = [{ indicator: 'persons-prosecuted', period: '2006', value: 6, paragraph: 14 }];
  for (const respondent of respondents)
    await post(url, `/c/${round}/replies`, { respondent, receivedOn: '2008-01-20', observations });
}

async function settle(): Promise<void> {
  const pool = poolOf(source);
  const behind = async () =>
    (await pool.query('SELECT 1 FROM pending')).rowCount !== 0 ||
    (await readWatermark(pool, liveSchema)) < (await readHead(pool));
  for (let i = 0; i < 600 && (await behind()); i += 1) await sleep(50);
  expect(await behind()).toBe(false);
}

/** The positions in each partition of the topic, in order, repeated ones included. */
async function readTopic(atLeast: number): Promise<number[][]> {
  const settings = readKafkaSettings(env)!;
  const consumer = connectKafka(settings, 'stranger').consumer({ groupId: `s-${randomUUID()}` });
  const found = new Map<number, Map<string, number>>();
  await consumer.connect();
  await consumer.subscribe({ topic: settings.topic, fromBeginning: true });
  await consumer.run({
    // Kept by offset, because this consumer itself may get a message twice.
    eachMessage: async ({ partition, message }) => {
      const offsets = found.get(partition) ?? new Map<string, number>();
      found.set(partition, offsets.set(message.offset, readMessage(message, partition).event.position));
    },
  });
  const all = () => [...found.values()].map((offsets) => [...offsets.values()]);
  for (let i = 0; i < 200 && all().flat().length < atLeast; i += 1) await sleep(50);
  await sleep(500);
  await consumer.disconnect();
  return all();
}

(canRun ? describe : describe.skip)('a relay that is killed', () => {
  beforeAll(async () => {
    broker = await startBroker({ brokers: 1 });
  }, 180_000);
  afterAll(() => broker?.stop());
  beforeEach(async () => {
    test = await createTestDatabase();
    source = await openDatabase({ url: test.url });
    commands = [];
    env = {
      DATABASE_URL: test.url,
      PORT: '0',
      KAFKA_BROKERS: broker.addresses,
      KAFKA_TOPIC: `t-${randomUUID()}`,
      KAFKA_GROUP: `g-${randomUUID()}`,
    };
  });
  afterEach(async () => {
    for (const { child } of commands) child.kill('SIGKILL');
    await Promise.all(commands.map(({ ended }) => ended));
    await source.destroy();
    await test.drop();
  });

  it.each([
    ['before it sends', { PAUSE_BEFORE: '^read-log', PAUSE_NTH: '3' }, false],
    ['after Kafka has a batch and before it notes that', { PAUSE_BEFORE: '^save-relay' }, true],
    ['after it noted that', { PAUSE_AFTER: '^save-relay' }, false],
    ['as it takes over', { PAUSE_AFTER: 'INSERT INTO relays' }, false],
    ['as it counts what was sent', { PAUSE_BEFORE: 'max.position. AS last FROM log' }, false],
  ])(
    '%s leaves every event in Kafka, in order, and applied once',
    async (_, pause, comesTwice) => {
      // The relay's note of what it has sent counts only as long as the topic has those messages.
      const first = await start('ingest');
      await post(first.url, '', { collection: 'c', round: '2007' });
      const noted = async () =>
        (await poolOf(source).query('SELECT 1 FROM relays WHERE position = 1')).rowCount;
      for (let i = 0; i < 400 && !(await noted()); i += 1) await sleep(50);
      first.command.child.kill('SIGTERM');
      expect([await noted(), await first.command.ended]).toEqual([1, 0]);
      const paused = await start('ingest', pause);
      const sending = sendReplies(paused.url, '2008');
      await paused.command.waitFor(/paused/);
      await sending;
      paused.command.child.kill('SIGKILL');
      expect(await paused.command.ended).toBe('SIGKILL');
      const aggregator = await start('aggregator');
      const next = await start('ingest');
      await sendReplies(next.url, '2009');
      await settle();
      expect((await verifyTables(poolOf(source))).differences).toEqual([]);
      const events = 1 + 2 * (1 + respondents.length);
      expect(await readHead(poolOf(source))).toBe(events);
      const topic = await readTopic(events);
      // Leaving out repeated messages, positions ascend.
      for (const positions of topic) {
        const fresh = positions.filter((position, i) => positions.indexOf(position) === i);
        expect(fresh).toEqual([...fresh].sort((a, b) => a - b));
      }
      expect(new Set(topic.flat()).size).toBe(events);
      // kafkajs itself may send a batch again when one of its partitions was not ready, so there may be more
      // messages.
      expect(topic.flat().length).toBeGreaterThanOrEqual(events + (comesTwice ? 1 : 0));
      const metrics = await (await fetch(`${aggregator.url}/metrics`, { headers: ownerHeaders() })).text();
      expect(metrics).toMatch(new RegExp(`^rapporteur_batch_size_sum\\{step="apply"\\} ${events}$`, 'm'));
      const dropped = Number(/^rapporteur_redeliveries_dropped_total (\d+)$/m.exec(metrics)![1]);
      expect(dropped).toBe(topic.flat().length - events);
    },
    120_000,
  );
});
