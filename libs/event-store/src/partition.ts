/** Which partition of the feed an event goes to: one respondent's events stay in one, in order. */

/** Fixed for ever: it is stored with each event, and is the number of partitions of the Kafka topic. */
export const partitionCount = 12;

/** FNV-1a (32 bit; Fowler, Noll and Vo) of the key's UTF-8 bytes, modulo the number of partitions. */
export function partitionOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % partitionCount;
}
