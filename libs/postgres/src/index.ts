/** PostgreSQL: a server of our own, connections, notifications, leadership. */
export * from './database.js';
export * from './embedded-server.js';
export * from './leadership.js';
export * from './listen.js';
