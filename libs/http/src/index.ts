/** What every HTTP application here shares: problem documents and the set-up of the server. */
export * from './problem.js';
export * from './address.js';
export { withTextProblems } from './json-body.js';
export * from './header-text.js';
export { ownPagesOnly, policyOfStill, securityHeaders } from './security-headers.js';
export type { Served } from './served-hosts.js';
export * from './route-document.js';
export * from './server.js';
export * from './end-on-signal.js';
export * from './health.controller.js';
export * from './log.js';
export * from './metrics.js';
export * from './metrics.controller.js';
export * from './watch.js';
export * from './trace.js';
export * from './trace-events.js';
export { traceparentOf } from './trace-requests.js';
