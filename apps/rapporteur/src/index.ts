/** Rapporteur as one process: ingest, aggregator and api together. */
export * from './data-folder.js';
export * from './start-rapporteur.js';
