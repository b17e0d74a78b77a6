/** SIGKILL of a real ingest between every two steps of the sequencer and the relay: nothing lost, nothing out of order. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeAppends } from '@rapporteur/event-store';
import { connectKafka, readKafkaSettings, readMessage, type KafkaSettings } from '@rapporteur/kafka';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import {
  canHaveBroker,
  createTestDatabase,
  startBroker,
  startCommand,
  type Broker,
  type TestDatabase,
} from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pause = fileURLToPath(new URL('../../../libs/testing/dist/pause-at-statement.js', import.meta.url));
const canRun = await canHaveBroker();
const meta = {
  recordedBy: 't',
  recordedAt: '2008-01-21T00:00:00.000Z',
  correlationId: 'c',
  causationId: 'r',
};

/** Before each step of the sequencer and of the relay, and after the last of each; `produce` is the send. */
const points: readonly Record<string, string>[] = [
  { PAUSE_AT: 'UPDATE sequencer SET epoch' },
  { PAUSE_AT: 'DELETE FROM pending' },
  { PAUSE_AT: 'DELETE FROM pending', PAUSE_AFTER: '1' },
  { PAUSE_AT: 'INSERT INTO relays' },
  { PAUSE_AT: 'SELECT DISTINCT partition FROM places' },
  { PAUSE_AT: 'FROM log WHERE position > $1' },
  { PAUSE_AT: 'produce' },
  { PAUSE_AT: 'UPDATE relays SET position' },
  { PAUSE_AT: 'UPDATE relays SET position', PAUSE_AFTER: '1' },
];
const streams = Array.from({ length: 24 }, (_, i) => `s-${i}`);

(canRun ? describe : describe.skip)('an ingest that is killed', () => {
  let broker: Broker;
  let test: TestDatabase;
  let source: DataSource;
  let settings: KafkaSettings;
  beforeAll(async () => {
    broker = await startBroker({ brokers: 1 });
    test = await createTestDatabase();
    source = await openDatabase({ url: test.url });
    settings = readKafkaSettings({ KAFKA_BROKERS: broker.addresses })!;
  }, 180_000);
  afterAll(async () => {
    await source?.destroy();
    await test?.drop();
    await broker?.stop();
  });

  const start = (env: Record<string, string>) =>
    startCommand(process.execPath, ['--import', pause, 'apps/ingest/dist/main.js'], {
      cwd: root,
      env: { DATABASE_URL: test.url, KAFKA_BROKERS: broker.addresses, PORT: '0', ...env },
    });
  const append = (version: number) =>
    storeAppends(
      poolOf(source),
      streams.map((stream) => ({
        stream,
        expectedVersion: version - 1,
        events: [{ id: randomUUID(), type: 'T', schemaVersion: 1, key: stream, data: {}, meta }],
      })),
    );
  const sentUpTo = async (position: number) => {
    for (let i = 0; i < 600; i += 1) {
      const { rows } = await poolOf(source).query('SELECT max(position) AS p FROM relays');
      if (rows[0].p >= position) return;
      await sleep(50);
    }
    throw new Error(`position ${position} was not sent within 30 s`);
  };
  /** The topic from its beginning, in order of offset, by partition. */
  const readTopic = async (least: number) => {
    const consumer = connectKafka(settings, 'stranger').consumer({ groupId: `s-${randomUUID()}` });
    const positions = new Map<number, number[]>();
    await consumer.connect();
    await consumer.subscribe({ topic: settings.topic, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ partition, message }) => {
        const { position } = readMessage(message, partition).event;
        const seen = positions.get(partition) ?? [];
        if (!seen.includes(position)) positions.set(partition, [...seen, position]);
      },
    });
    for (let i = 0; i < 200 && [...positions.values()].flat().length < least; i += 1) await sleep(100);
    await consumer.disconnect();
    return positions;
  };

  it('between any two steps of sequencer and relay leaves an order that is whole in log and topic', async () => {
    let version = 0;
    for (const point of points) {
      await append((version += 1));
      const paused = start(point);
      await paused.waitFor(/paused (before|after)/);
      paused.child.kill('SIGKILL');
      expect(await paused.ended).toBe('SIGKILL');
      const whole = start({});
      await whole.waitFor(/ingest is at/);
      await sentUpTo(streams.length * version);
      whole.child.kill('SIGTERM');
      expect(await whole.ended).toBe(0);
    }
    const { rows } = await poolOf(source).query(
      'SELECT position, stream, version, partition FROM log ORDER BY position',
    );
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, i) => i + 1));
    for (const stream of streams)
      expect(rows.filter((row) => row.stream === stream).map((row) => row.version)).toEqual(
        Array.from({ length: version }, (_, i) => i + 1),
      );
    const logged = new Map<number, number[]>();
    for (const { partition, position } of rows)
      logged.set(partition, [...(logged.get(partition) ?? []), position]);
    expect(await readTopic(rows.length)).toEqual(logged);
  }, 240_000);
});
