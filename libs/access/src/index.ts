/** Who may do what, as it is stored: the access log, and the keys of machines. */
export * from './access-log.js';
export * from './keys.js';
export * from './migrations.js';
