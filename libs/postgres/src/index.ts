/** PostgreSQL: a server of our own, connections, notifications, leadership. */
export * from './database.js';
export * from './database-away.js';
export { passwordFileOf, prepareCluster } from './embedded-cluster.js';
export * from './embedded-server.js';
export * from './free-space.js';
export * from './keep-server.js';
export * from './leadership.js';
export * from './listen.js';
export * from './pool.js';
export * from './transaction.js';
export { entitiesOn, inEntityTransaction } from './type-orm.js';
export { hasProcess, startOf } from './process-start.js';
export * from './registers.js';
