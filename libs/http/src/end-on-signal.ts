/** The end of a service that is told to end. */
import { waitAtMost } from '@rapporteur/postgres';
import type { Log } from './watch/log.js';

/** Docker kills after 10 s. */
const endWithinMs = 6000;

/**
 * Ends the process at SIGTERM or SIGINT: with status 0 when it ended in order. What hangs (a statement that is not
 * answered) is not waited for beyond 6 s: the log says so, and the status is 1. Nothing that is stored needs the order.
 * In: the log, and what ends in order.
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
