/** The subject of Rapporteur, pure: replies, rounds, figures, findings, and what follows from them. */
export * from './cell.js';
export * from './code-names.js';
export * from './commands.js';
export * from './decide.js';
export * from './details.js';
export * from './dimensions.js';
export * from './events.js';
export * from './fold.js';
export * from './indicators.js';
export * from './parse.js';
export * from './period.js';
export * from './problem.js';
export * from './qualifier.js';
export * from './reply.js';
export * from './themes.js';
export * from './topics.js';
