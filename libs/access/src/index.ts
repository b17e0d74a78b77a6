/** Who may do what, as it is stored: the access log, keys, sessions, links, and the door of the services. */
export * from './access-log.js';
export * from './audit/audit-entry.js';
export * from './audit/audit.js';
export * from './audit/read-audit.js';
export * from './change-access-as.js';
export * from './door.js';
export * from './keys.js';
export * from './migrations.js';
export * from './owner-key.js';
export { remember } from './remember.js';
export * from './routes/access.module.js';
export { accessDocuments } from './routes/documents.js';
export * from './routes/options.js';
export * from './sessions/links.js';
export * from './sessions/session-cookie.js';
export * from './sessions/sessions.js';
