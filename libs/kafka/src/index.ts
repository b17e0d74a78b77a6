/** Kafka: connection, topic, and how an event is written as a message. */
export * from './connect.js';
export * from './event-message.codec.js';
export * from './explain-error.js';
export * from './relay.js';
export * from './settings.js';
export * from './table-topic.js';
export * from './topic.js';
