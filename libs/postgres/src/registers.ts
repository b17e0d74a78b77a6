/** The advisory locks and notification channels of our databases, each with its one number or name. */

/**
 * 0x5241 is "RA": other programs on the same server are unlikely to use these numbers. An import also takes a
 * lock, by a hash of a name.
 */
export const locks = {
  /** Migrating: one process at a time. */
  migration: 0x5241_0001,
  /** Giving positions to events. */
  sequencer: 0x5241_0002,
  /** Following the log without Kafka. */
  feed: 0x5241_0003,
  /** Sending the log to Kafka. */
  relay: 0x5241_0004,
  /** Rebuilding the tables. */
  rebuild: 0x5241_0005,
  /** Checking at start-up whether the tables are of this version. */
  outdated: 0x5241_0006,
  /** Changing who may do what: one change at a time. */
  access: 0x5241_0007,
  /** Writing the audit: its numbers become visible in their order. */
  audit: 0x5241_0008,
  /** Sending webhooks. */
  webhooks: 0x5241_0009,
  /** Counting what one principal sends in a day, with a hash of who it is as second number: one file of theirs at a time. */
  uploads: 0x5241_000a,
  /** Keeping the topic of trends. */
  trends: 0x5241_000b,
} as const;

export const channels = {
  /** Events were stored that have no position yet. */
  pending: 'rapporteur_pending',
  /** Events were given positions. */
  log: 'rapporteur_log',
  /** The tables include more events, or new tables have replaced them. */
  tables: 'rapporteur_tables',
} as const;
