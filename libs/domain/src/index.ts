/** The subject of Rapporteur, pure: replies, rounds, figures, findings, and what follows from them. */
export * from './access/access-change.js';
export * from './access/access-events.js';
export * from './access/actions.js';
export * from './access/authority.js';
export * from './access/may.js';
export * from './access/naming.js';
export * from './access/principal.js';
export * from './access/roles.js';
export * from './access/upload-limits.js';
export * from './figures/cell.js';
export * from './codes/code-names.js';
export * from './codes/collections.js';
export * from './commands/command.js';
export * from './commands/commands.js';
export * from './commands/decide.js';
export * from './commands/decide-words.js';
export * from './codes/details.js';
export * from './codes/dimensions.js';
export * from './events/document-events.js';
export * from './events/event-schemas.js';
export * from './events/region.js';
export * from './evidence/anchor.js';
export * from './evidence/reanchor.js';
export * from './figures/numbers.js';
export {
  findSpelledNumbers,
  spellingOf,
  type SpelledNumber,
  type Spelling,
} from './figures/spelled-numbers.js';
export { readSign, readWrittenCount, type WrittenCount } from './figures/written-count.js';
export * from './events/events.js';
export {
  toComputedNumber,
  toReceived,
  type CellStatement,
  type SeriesStatement,
  type Cited,
  type ComputedNumber,
  type Evidence,
  type Received,
  type Variant,
} from './tables/figure.js';
export * from './tables/differences.js';
export * from './tables/difference-sentence.js';
export * from './tables/fold.js';
export * from './tables/undone.js';
export * from './tables/group-by.js';
export * from './tables/inconsistencies.js';
export * from './tables/inconsistency-sentence.js';
export * from './codes/indicators.js';
export * from './codes/missing.js';
export * from './tables/panels.js';
export * from './commands/parse.js';
export * from './figures/period.js';
export * from './commands/problem.js';
export * from './figures/qualifier.js';
export * from './figures/status.js';
export * from './population/shipped-population.js';
export * from './tables/population.js';
export * from './tables/rates.js';
export * from './tables/ratios.js';
export * from './events/input-schemas.js';
export { firstDay } from './commands/rules.js';
export * from './commands/reply-state.js';
export * from './tables/revisions.js';
export * from './codes/sdg-16-2-2.js';
export * from './tables/series.js';
export * from './tables/shares.js';
export { type Steps } from './commands/steps.js';
export * from './events/stored-event.js';
export { type YearlyPoint, isExact, sumOf } from './statistics/interval.js';
export * from './statistics/change.js';
export * from './statistics/constant-panel.js';
export * from './statistics/direction.js';
export { type Limits, poissonLimits, ratioLimits, shareLimits } from './statistics/exact-limits.js';
export * from './statistics/poisson-test.js';
export * from './statistics/same-year-ratio.js';
export * from './statistics/segments.js';
export * from './codes/themes.js';
export * from './codes/topics.js';
