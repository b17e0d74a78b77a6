/** One leader at a time among all processes: a session advisory lock, held by the connection that does the work. */
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Leadership {
  readonly isLeader: boolean;
  /** Resolves when the work has stopped and the lock is free. */
  close(): Promise<void>;
}

export interface LeaderWork {
  (client: pg.Client, signal: AbortSignal): Promise<void>;
}

/**
 * Waits for the lock, then runs `work` on the connection that holds it; when either ends, begins again.
 * The lock goes with the connection, so a leader that lost it cannot write on it; epochs guard what else it started.
 * In: address, lock number, work (returns when its signal aborts), and who is told of errors.
 */
export function lead(
  url: string,
  lock: number,
  work: LeaderWork,
  onError: (error: Error) => void,
): Leadership {
  const closing = new AbortController();
  let isLeader = false;
  const keepLeading = async () => {
    while (!closing.signal.aborted) {
      const client = new pg.Client({ connectionString: url, application_name: `rapporteur-leader-${lock}` });
      const lost = new AbortController();
      client.on('error', () => lost.abort());
      client.once('end', () => lost.abort());
      try {
        await client.connect();
        const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS held', [lock]);
        if (rows[0].held) {
          isLeader = true;
          await work(client, AbortSignal.any([closing.signal, lost.signal]));
        }
      } catch (error) {
        if (!closing.signal.aborted) onError(error as Error);
      }
      isLeader = false;
      await client.end().catch(() => undefined);
      await sleep(300, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const running = keepLeading();
  return {
    get isLeader() {
      return isLeader;
    },
    async close() {
      closing.abort();
      await running;
    },
  };
}

/** A doorbell: `ring` wakes whoever waits, or the next who does; `wait` also ends after `ms` or with the signal. */
export function makeBell() {
  let wake: (() => void) | undefined;
  let rung = false;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(ms: number, signal: AbortSignal): Promise<void> {
      if (!rung && !signal.aborted) {
        await new Promise<void>((done) => {
          const timer = setTimeout(() => finish(), ms);
          const finish = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', finish);
            done();
          };
          wake = finish;
          signal.addEventListener('abort', finish);
        });
        wake = undefined;
      }
      rung = false;
    },
  };
}
