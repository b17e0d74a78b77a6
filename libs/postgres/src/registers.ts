/** The advisory locks and the channels of notifications that there are in a database of ours, each with its one number or name. */

/** 0x5241 is "RA": others who share the server are unlikely to take the same. An import takes a lock by its name besides. */
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
  /** Looking whether the tables are of this version, at start-up. */
  outdated: 0x5241_0006,
} as const;

export const channels = {
  /** Events were stored that have no position yet. */
  pending: 'rapporteur_pending',
  /** Events were given positions. */
  log: 'rapporteur_log',
  /** The tables have moved, or others have taken their place. */
  tables: 'rapporteur_tables',
} as const;
