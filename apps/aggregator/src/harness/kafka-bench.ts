/** A broker for tests of the feed: for each bench a topic of its own and a relay, beside the database of FeedBench. */
import {
  connectKafka,
  ensureTopic,
  readKafkaSettings,
  startRelay,
  type KafkaSettings,
  type Relay,
} from '@rapporteur/kafka';
import { startBroker, type Broker } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type { Admin, Producer, ProducerConfig } from 'kafkajs';
import type pg from 'pg';
import { until, type Transport } from './feed-contract.js';
import { KafkaFeed } from '../kafka-feed.js';

export class KafkaBench {
  broker!: Broker;
  /** The settings of the bench that was opened last. */
  settings!: KafkaSettings;
  /** The reports of the feeds since the last bench was opened: why they stopped for good, and foreign messages. */
  readonly stopped: Error[] = [];
  readonly foreign: string[] = [];

  /** The relay of that bench, and a function that starts another after it was closed. */
  relay!: Relay;
  startRelay!: () => Relay;

  async start(): Promise<void> {
    this.broker = await startBroker({ brokers: 1 });
  }

  async stop(): Promise<void> {
    await this.broker?.stop();
  }

  /** Connects a bench, with a relay. */
  readonly connect = async (url: string): Promise<Transport> => {
    const kafka = readKafkaSettings({
      KAFKA_BROKERS: this.broker.addresses,
      KAFKA_TOPIC: `t-${randomUUID()}`,
      KAFKA_GROUP: `g-${randomUUID()}`,
    })!;
    this.settings = kafka;
    this.stopped.length = this.foreign.length = 0;
    this.startRelay = () => (this.relay = startRelay({ url, kafka, onError: () => undefined }));
    this.startRelay();
    return {
      makeFeed: (pool, _url, onError) =>
        new KafkaFeed({
          pool,
          kafka,
          onError,
          onForeign: (messages, why) => this.foreign.push(`${messages} ${why}`),
          onStopped: (error) => this.stopped.push(error),
        }),
      redeliver: async (pool) => {
        await pool.query('UPDATE relays SET position = 0, epoch = epoch + 1');
        // A relay with nothing to send would not notice the change, so it is ended: the next one begins from
        // the start.
        await endLeaders(pool);
        return 0;
      },
      close: () => this.relay.close(),
    };
  };

  async withAdmin<T>(run: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = connectKafka(this.settings, 'test').admin();
    await admin.connect();
    return run(admin).finally(() => admin.disconnect());
  }

  async withProducer<T>(run: (producer: Producer) => Promise<T>, config: ProducerConfig = {}): Promise<T> {
    const producer = connectKafka(this.settings, 'test').producer(config);
    await producer.connect();
    return run(producer).finally(() => producer.disconnect());
  }

  /** How many messages the topic has ever had. */
  async countMessages(): Promise<number> {
    const ends = await this.withAdmin((admin) => admin.fetchTopicOffsets(this.settings.topic));
    return ends.reduce((sum, { high }) => sum + Number(high), 0);
  }

  /** Deletes the topic, and makes it again as a starting aggregator does. */
  async remakeTopic(): Promise<void> {
    const { settings } = this;
    await this.withAdmin(async (admin) => {
      await admin.deleteTopics({ topics: [settings.topic] });
      await until('it is gone', async () => !(await admin.listTopics()).includes(settings.topic));
    });
    // Brokers that have not fully removed the old topic refuse to lead the new one for a moment.
    const make = () => ensureTopic(connectKafka(settings, 'test'), settings);
    await until('it is made anew', () =>
      make().then(
        () => true,
        () => false,
      ),
    );
  }
}

/** Ends the connections of the leading sequencer and the leading relay. */
const endLeaders = (pool: pg.Pool) =>
  pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'rapporteur-leader-%' AND datname = current_database()",
  );

/** Waits until the relay has noted that a topic was sent up to a position. */
export const sentUpTo = (pool: pg.Pool, position: number) =>
  until(
    `the relay sent position ${position}`,
    async () => (await pool.query('SELECT max(position) AS p FROM relays')).rows[0].p === position,
  );
