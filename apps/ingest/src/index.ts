/** Ingest: takes replies in, stores them as events, and gives them their positions. */
export { RECORDING } from './ingest.controller.js';
export type { ImportReport } from './import/import-file.js';
export { toRefusedCsv } from './import/to-refused-csv.js';
export * from './ingest.module.js';
export * from './documents.js';
export * from './load-round.js';
export * from './record-command.js';
export * from './registry.js';
