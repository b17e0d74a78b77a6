/** An Apache Kafka of one's own, for development and tests: its jars, and one broker or three as processes. */
export * from './broker-jars.js';
export * from './broker.js';
export type { BrokerNode } from './broker-node.js';
export type { BrokerSecurity } from './broker-settings.js';
export { findFreePorts } from './ports.js';
