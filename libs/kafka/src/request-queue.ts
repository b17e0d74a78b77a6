/** Keeps kafkajs 2.2.4 from spinning: its idle request queue sets itself a negative time-out for ever. */
import { createRequire } from 'node:module';

interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}

const require = createRequire(import.meta.url);
const patched = Symbol.for('rapporteur.patched');

/**
 * Makes the queue look again only while something waits in it. Not throttled, `throttledUntil` is -1, so kafkajs asks
 * for a time-out of minus the time of day, which Node takes as one millisecond, and each look asks for the next.
 * With nothing pending there is nothing to look for: a request that finds the queue throttled schedules its own look.
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
