/** The answers of Rapporteur: schemas that validate and document them, and the types that the page reads them by. */
export * from './shared.js';
export * from './access.js';
export * from './code-lists.js';
export * from './events.js';
export * from './figures.js';
export * from './findings.js';
export * from './inconsistencies.js';
export * from './life.js';
export * from './panels.js';
export * from './problems.js';
export * from './receipts.js';
export * from './report.js';
export * from './revisions.js';
export * from './rounds.js';
export * from './session.js';
export type * from './stream.js';
export * from './trends.js';
export * from './vintages.js';
