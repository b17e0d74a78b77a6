/** The read side: trend tables, figures, findings, rounds, as they stand or stood. */
export * from './service/api.module.js';
