/** Ends a service when a signal tells it to end. */
import { waitAtMost } from '@rapporteur/postgres';
import type { Log } from './watch/log.js';

/** How long a service may take to end (ms): Docker kills it after 10 s. */
const endWithinMs = 6000;

/**
 * Ends the process at SIGTERM or SIGINT: with status 0 when everything ended in order. After 6 s it ends all
 * the same, for instance when a statement is not answered; then the log says so, and the status is 1. Nothing
 * that is stored depends on an orderly end. In: the log, and a function that ends the service in order.
 */
export function endOnSignal(log: Log, end: () => Promise<unknown>): void {
  const stop = async () => {
    const failure = await waitAtMost(end(), endWithinMs).then(
      (isEnded) => (isEnded ? undefined : 'something hangs'),
      (error: Error) => error.message,
    );
    if (failure) log.warn(`ended, but not in order: ${failure}`);
    process.exit(failure ? 1 : 0);
  };
  process.once('SIGTERM', () => void stop()).once('SIGINT', () => void stop());
}
