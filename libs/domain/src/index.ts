/** The subject of Rapporteur, pure: replies, rounds, figures, findings, and what follows from them. */
export * from './cell.js';
export * from './code-names.js';
export * from './commands.js';
export * from './decide.js';
export * from './details.js';
export * from './dimensions.js';
export * from './event-schemas.js';
export * from './events.js';
export {
  toFigure,
  toReceived,
  type CellStatement,
  type Cited,
  type Figure,
  type Received,
  type Variant,
} from './figure.js';
export * from './fold.js';
export * from './inconsistencies.js';
export * from './inconsistency-sentence.js';
export * from './indicators.js';
export * from './panels.js';
export * from './parse.js';
export * from './period.js';
export * from './problem.js';
export * from './qualifier.js';
export * from './ratios.js';
export * from './reply.js';
export { firstDay } from './rules.js';
export * from './reply-state.js';
export * from './revisions.js';
export * from './series.js';
export { type Steps } from './steps.js';
export * from './stored-event.js';
export { type YearlyPoint, isExact, sumOf } from './statistics/interval.js';
export * from './statistics/change.js';
export * from './statistics/constant-panel.js';
export * from './statistics/direction.js';
export * from './statistics/poisson-test.js';
export * from './statistics/same-year-ratio.js';
export * from './statistics/segments.js';
export * from './themes.js';
export * from './topics.js';
