/** The topic of the events: made once, with as many partitions as the log has, kept for ever. */
import { partitionCount } from '@rapporteur/event-store';
import type { Kafka } from 'kafkajs';
import type { KafkaSettings } from './settings.js';

/**
 * Makes the topic where it is missing.
 * Errors: a topic of another number of partitions (events would land elsewhere than their key says); those of kafkajs.
 */
export async function ensureTopic(
  kafka: Kafka,
  { topic, replication, minInsync }: KafkaSettings,
): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    // Looked for first: who may write to a topic that is there need not have the right to make one.
    const isThere = (await admin.listTopics()).includes(topic);
    if (!isThere)
      await admin.createTopics({
        waitForLeaders: true,
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
              { name: 'max.message.bytes', value: String(16 * 1024 * 1024) },
            ],
          },
        ],
      });
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const partitions = topics[0]!.partitions.length;
    if (partitions !== partitionCount)
      throw new Error(
        `the topic ${topic} has ${partitions} partitions, and the log ${partitionCount}: name another by KAFKA_TOPIC`,
      );
  } finally {
    await admin.disconnect();
  }
}

/** Whether nothing has ever been written to a topic. */
export async function isTopicEmpty(kafka: Kafka, topic: string): Promise<boolean> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return (await admin.fetchTopicOffsets(topic)).every(({ high }) => high === '0');
  } finally {
    await admin.disconnect();
  }
}
