/** What every HTTP application here shares: problem documents and the set-up of the server. */
export * from './problem.js';
export * from './gate/address.js';
export { withTextProblems } from './body/json-body.js';
export * from './gate/header-text.js';
export { ownPagesOnly, policyOfStill, securityHeaders } from './gate/security-headers.js';
export type { Served } from './gate/served-hosts.js';
export * from './route-document.js';
export * from './server.js';
export * from './end-on-signal.js';
export * from './health.controller.js';
export * from './watch/log.js';
export * from './watch/metrics.js';
export * from './watch/metrics.controller.js';
export * from './watch/watch.js';
export * from './watch/trace.js';
export * from './watch/tracer.js';
export * from './watch/trace-events.js';
export { traceparentOf } from './watch/trace-requests.js';
