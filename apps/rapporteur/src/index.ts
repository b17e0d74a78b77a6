/** The whole in one process. */
export * from './data-folder.js';
export * from './start-rapporteur.js';
