/** The topic of the events: made once, with as many partitions as the log has, kept for ever. */
import { partitionCount } from '@rapporteur/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Admin, type Kafka, type KafkaJSProtocolError } from 'kafkajs';
import type { KafkaSettings } from './settings.js';

/**
 * The longest message that the topic must take, in bytes: bodies have up to 5 MB, and may be stored in a longer
 * form.
 */
const longestMessage = 16 * 1024 * 1024;

/** How long brokers may take until they know a topic that another broker has made, in milliseconds. */
const learningMs = 15_000;

/**
 * Makes the topic where it is missing.
 * Errors: the topic has another number of partitions (events would go to other partitions than their key says),
 * or its longest message is too short (one day it would refuse a long reply, and all events after it would
 * wait); those of kafkajs.
 */
export async function ensureTopic(
  kafka: Kafka,
  { topic, replication, minInsync }: KafkaSettings,
): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    // Looked for first: a user who may write to the topic may lack the right to make one.
    const isThere = (await admin.listTopics()).includes(topic);
    if (!isThere)
      await admin.createTopics({
        // `untilKnown` waits below: kafkajs would wait at one broker, and give up if that does not know the
        // topic yet.
        waitForLeaders: false,
        topics: [
          {
            topic,
            numPartitions: partitionCount,
            replicationFactor: replication,
            configEntries: [
              { name: 'retention.ms', value: '-1' },
              { name: 'retention.bytes', value: '-1' },
              { name: 'cleanup.policy', value: 'delete' },
              { name: 'min.insync.replicas', value: String(minInsync) },
              { name: 'unclean.leader.election.enable', value: 'false' },
              { name: 'max.message.bytes', value: String(longestMessage) },
            ],
          },
        ],
      });
    const { topics } = await untilKnown(() => admin.fetchTopicMetadata({ topics: [topic] }));
    const partitions = topics[0]!.partitions.length;
    if (partitions !== partitionCount)
      throw new Error(
        `the topic ${topic} has ${partitions} partitions, and the log ${partitionCount}: name another by KAFKA_TOPIC`,
      );
    const longest = await readLongestMessage(admin, topic);
    if (longest !== undefined && longest < longestMessage)
      throw new Error(
        `the topic ${topic} takes messages of ${longest} bytes at most, and replies may need more: set its max.message.bytes to ${longestMessage}`,
      );
  } finally {
    await admin.disconnect();
  }
}

/** The longest message that a topic takes, in bytes; undefined where this user may not ask. */
async function readLongestMessage(admin: Admin, topic: string): Promise<number | undefined> {
  const type = kafkajs.ConfigResourceTypes.TOPIC;
  const asked = { type, name: topic, configNames: ['max.message.bytes'] };
  try {
    const { resources } = await untilKnown(() =>
      admin.describeConfigs({ includeSynonyms: false, resources: [asked] }),
    );
    return Number(resources[0]!.configEntries[0]!.configValue);
  } catch (error) {
    if ((error as KafkaJSProtocolError).type === 'TOPIC_AUTHORIZATION_FAILED') return undefined;
    throw error;
  }
}

/**
 * Asks until it gets an answer about a topic that may just have been made: each broker learns of it in its own
 * time, and kafkajs gives up at the first that does not know it.
 * In: the question. Out: its answer. Errors: those of kafkajs; the topic is still unknown when every broker
 * should know it.
 */
export async function untilKnown<T>(ask: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + learningMs; ; await sleep(100))
    try {
      return await ask();
    } catch (error) {
      if (!unlearned.includes((error as KafkaJSProtocolError).type) || Date.now() > end) throw error;
    }
}

/** Errors of a broker that does not know a topic yet, or not yet that it leads one of its partitions. */
const unlearned = ['UNKNOWN_TOPIC_OR_PARTITION', 'NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE'];

/** In: a connected admin client. Out: how many messages have ever been written to each partition of a topic. */
export async function readEnds(admin: Admin, topic: string): Promise<Map<number, number>> {
  const offsets = await untilKnown(() => admin.fetchTopicOffsets(topic));
  return new Map(offsets.map(({ partition, high }) => [partition, Number(high)]));
}
