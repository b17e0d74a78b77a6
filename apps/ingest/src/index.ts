/** Ingest: takes replies in, stores them as events, and gives them their positions. */
export { RECORDING } from './commands/ingest.controller.js';
export { importMigrations } from './import/records/migrations.js';
export type { ImportReport } from './import/run/import-file.js';
export { toRefusedCsv } from './import/table/to-refused-csv.js';
export * from './service/ingest.module.js';
export type { IngestOptions } from './service/options.js';
export * from './service/documents.js';
export * from './service/load-round.js';
export type { Recording } from './commands/recording.js';
export * from './commands/record-command.js';
export * from './commands/registry.js';
export { proposeMapping, type Proposed } from './import/propose/propose-mapping.js';
export { readMapping } from './import/table/mapping.js';
