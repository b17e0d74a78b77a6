/** The tables: how events fill them and how they are read. */
export * from './apply-events.js';
export * from './create-tables.js';
export * from './migrations.js';
export { biRole, biSchema } from './sql/bi-views.js';
export * from './cell-filter.js';
export * from './read-availability.js';
export * from './read-cells.js';
export * from './read-marks.js';
export * from './read-receipts.js';
export * from './read-reply-counts.js';
export * from './read-revisions.js';
export * from './read-series.js';
export * from './snapshot.js';
export * from './verify.js';
export * from './dead-letters.js';
export type { RebuildPhase, RebuildProgress } from './load-log.js';
export * from './rebuild.js';
export * from './rebuild-outdated.js';
