/** Keeps kafkajs 2.2.4 from spinning: its idle request queue sets itself a negative time-out for ever. */
import { createRequire } from 'node:module';

interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}

const require = createRequire(import.meta.url);
const patched = Symbol.for('rapporteur.patched');

/**
 * Makes the queue look again only while a request waits in it. When the queue is not throttled,
 * `throttledUntil` is -1, so kafkajs asks for a negative time-out. Node takes that as one millisecond, and each
 * look asks for the next. With nothing pending no look is needed: a request that finds the queue throttled
 * schedules its own.
 */
export function calmRequestQueue(): void {
  const { prototype } = require('kafkajs/src/network/requestQueue') as {
    prototype: RequestQueue & { [patched]?: true };
  };
  if (prototype[patched]) return;
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
  prototype[patched] = true;
}
