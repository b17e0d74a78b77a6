/** What tests share: databases, processes. */
export * from './event-stream.js';
export * from './database.js';
export * from './process.js';
export * from './broker-jars.js';
export * from './broker.js';
export * from './needs-broker.js';
export * from './trace-receiver.js';
export * from './certificates.js';
export * from './needs-programs.js';
export * from './plan-nodes.js';
export * from './proxy.js';
export * from './small-disk.js';
export * from './raw-connection.js';
export * from './make-zip.js';
export * from './mutate.js';
export * from './mutate-xml.js';
export * from './random.js';
