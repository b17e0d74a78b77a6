/** The topics: each made once, with as many partitions as the log has; the events kept for ever, of a table the last of each key. */
import { partitionCount } from '@rapporteur/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, Kafka, KafkaJSProtocolError } from 'kafkajs';
import type { KafkaSettings } from './settings.js';

/**
 * The longest message that the topic must take, in bytes: bodies have up to 5 MB, and may be stored in a longer
 * form.
 */
const longestMessage = 16 * 1024 * 1024;

/** How long brokers may take until they know a topic that another broker has made, in milliseconds. */
const learningMs = 15_000;

/** What a topic holds: every message for ever, or the last one of each key; and the variable that names it. */
export interface TopicKind {
  readonly variable: string;
  readonly settings: Readonly<Record<string, string>>;
}

export const eventsTopic: TopicKind = {
  variable: 'KAFKA_TOPIC',
  settings: { 'cleanup.policy': 'delete', 'retention.ms': '-1', 'retention.bytes': '-1' },
};

export const tableTopic: TopicKind = {
  variable: 'KAFKA_TRENDS_TOPIC',
  // Who reads the topic from its start within a week learns of everything that went meanwhile.
  settings: { 'cleanup.policy': 'compact', 'delete.retention.ms': String(7 * 24 * 3_600_000) },
};

/**
 * Makes a topic where it is missing.
 * Errors: the topic has another number of partitions (events would go to other partitions than their key says),
 * or its longest message is too short (one day it would refuse a long reply, and all events after it would
 * wait), or it is for a table and removes what is old, or keeps everything; those of kafkajs.
 */
export async function ensureTopic(
  kafka: Kafka,
  { topic, replication, minInsync }: Pick<KafkaSettings, 'topic' | 'replication' | 'minInsync'>,
  kind = eventsTopic,
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
              ...Object.entries(kind.settings).map(([name, value]) => ({ name, value })),
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
        `the topic ${topic} has ${partitions} partitions, and the log ${partitionCount}: name another by ${kind.variable}`,
      );
    checkSettings(topic, await readTopicSettings(admin, topic), kind);
  } finally {
    await admin.disconnect();
  }
}

/** In: the settings that a topic has. Errors: one day it would refuse a message, or it loses or keeps what it must not. */
function checkSettings(
  topic: string,
  found: Readonly<Record<string, string>> | undefined,
  kind: TopicKind,
): void {
  if (!found) return;
  const longest = Number(found['max.message.bytes']);
  if (longest < longestMessage)
    throw new Error(
      `the topic ${topic} takes messages of ${longest} bytes at most, and replies may need more: set its max.message.bytes to ${longestMessage}`,
    );
  const cleanup = found['cleanup.policy'];
  if (kind === tableTopic && cleanup !== 'compact')
    throw new Error(
      `the topic ${topic} has the cleanup.policy ${cleanup}, and must keep the last message of each key: set it to compact, or name another by ${kind.variable}`,
    );
}

/** The settings of a topic that are checked; undefined where this user may not ask. */
async function readTopicSettings(
  admin: Admin,
  topic: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { default: kafkajs } = await import('kafkajs');
  const type = kafkajs.ConfigResourceTypes.TOPIC;
  const asked = { type, name: topic, configNames: ['max.message.bytes', 'cleanup.policy'] };
  try {
    const { resources } = await untilKnown(() =>
      admin.describeConfigs({ includeSynonyms: false, resources: [asked] }),
    );
    return Object.fromEntries(
      resources[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]),
    );
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

/**
 * Whether a topic has fewer messages in a partition than were sent there: somebody deleted it and made it anew,
 * or a broker lost its disk. Asked twice: a broker that has just become leader may know of fewer messages.
 */
export async function lacksMessages(
  admin: Admin,
  topic: string,
  sent: ReadonlyMap<number, number>,
): Promise<boolean> {
  const isShort = async () => {
    const ends = await readEnds(admin, topic);
    return [...sent].some(([partition, messages]) => (ends.get(partition) ?? 0) < messages);
  };
  if (!(await isShort())) return false;
  await sleep(1000);
  return isShort();
}

/** In: a connected admin client. Out: how many messages have ever been written to each partition of a topic. */
export async function readEnds(admin: Admin, topic: string): Promise<Map<number, number>> {
  const offsets = await untilKnown(() => admin.fetchTopicOffsets(topic));
  return new Map(offsets.map(({ partition, high }) => [partition, Number(high)]));
}
