/** The tables: how events fill them and how they are read. */
export * from './write/apply-events.js';
export * from './tables/create-tables.js';
export * from './migrations/migrations.js';
export { biRole, biSchema } from './bi/bi-views.js';
export * from './read/cell-filter.js';
export * from './read/read-availability.js';
export {
  cellsQuery,
  readCells,
  readCellsAsTheyStand,
  readCellsOften,
  readFigures,
  readStatements,
} from './read/read-cells.js';
export * from './read/read-coverage.js';
export * from './read/read-differences.js';
export * from './read/read-documents.js';
export * from './read/read-in-batches.js';
export * from './read/read-marks.js';
export { readNews, type News } from './read/read-news.js';
export * from './read/read-population.js';
export * from './read/read-receipts.js';
export * from './read/read-reply-counts.js';
export * from './read/read-revisions.js';
export * from './read/read-series.js';
export {
  countDeadLetters,
  findSetAside,
  isTooSlow,
  readProgress,
  withSnapshot,
  type SetAside,
  type Snapshot,
} from './read/snapshot.js';
export type { Difference } from './rebuild/compare-rows.js';
export type { Fault } from './rebuild/fold-partition.js';
export * from './rebuild/verify.js';
export * from './write/changed-series.js';
export * from './write/dead-letters.js';
export { readNotice, type Touched } from './write/notice.js';
export type { DeadLetter, DiscardedLetter } from './write/letters.js';
export type { RebuildPhase, RebuildProgress } from './rebuild/load-log.js';
export * from './rebuild/rebuild.js';
export * from './rebuild/rebuild-outdated.js';
