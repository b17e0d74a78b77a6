/** The tables: how events fill them and how they are read. */
export * from './write/apply-events.js';
export * from './tables/create-tables.js';
export * from './migrations/migrations.js';
export { biRole, biSchema } from './bi/bi-views.js';
export * from './read/cell-filter.js';
export * from './read/read-availability.js';
export * from './read/read-cells.js';
export * from './read/read-marks.js';
export * from './read/read-receipts.js';
export * from './read/read-reply-counts.js';
export * from './read/read-revisions.js';
export * from './read/read-series.js';
export * from './read/snapshot.js';
export * from './rebuild/verify.js';
export * from './write/dead-letters.js';
export type { RebuildPhase, RebuildProgress } from './rebuild/load-log.js';
export * from './rebuild/rebuild.js';
export * from './rebuild/rebuild-outdated.js';
