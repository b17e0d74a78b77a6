/** Who may do what, as it is stored: the access log, the keys of people and machines, and the door of the services. */
export * from './access-log.js';
export * from './door.js';
export * from './keys.js';
export * from './migrations.js';
export * from './owner-key.js';
