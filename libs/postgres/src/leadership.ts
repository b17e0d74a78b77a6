/** One leader at a time among all processes: a session advisory lock, held by the connection that does the work. */
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { connecting } from './pool.js';
import { endClient, waitAtMost } from './transaction.js';

export interface Leadership {
  readonly isLeader: boolean;
  /** Resolves when the work has stopped and the lock is free; what hangs is waited for some seconds, and cut off. */
  close(): Promise<void>;
}

export interface LeaderWork {
  (client: pg.Client, signal: AbortSignal): Promise<void>;
}

/** Who is told how tries go. */
export interface Trying {
  /** A try failed; the next one follows. */
  readonly onError: (error: Error) => void;
  /** The database answered on a new connection. */
  readonly onAnswer?: (() => void) | undefined;
}

/**
 * How long a leader waits for a statement, and PostgreSQL for a leader's next one (ms). A move of 5,000 events or a read
 * of as many takes a second; those that carry whole imports take some. A leader whose batch is applied elsewhere for
 * longer than this, or is sent to Kafka, loses the lead and comes back as a candidate.
 */
const leaderWaitMs = 30_000;

/**
 * Waits for the lock, then runs `work` on the connection that holds it; when either ends, begins again.
 * The lock goes with the connection, so a leader that lost it cannot write on it; epochs guard what else it started.
 * Where a connection has gone dark neither side hears of it: the leader gives it up when a statement is not answered,
 * and PostgreSQL gives it up, and with it the lock, when no statement comes.
 * In: address, lock number, work (returns when its signal aborts), who is told how it goes, and how long either side
 * waits for the other (ms).
 */
export function lead(
  url: string,
  lock: number,
  work: LeaderWork,
  { onError, onAnswer }: Trying,
  answerWithinMs = leaderWaitMs,
): Leadership {
  const closing = new AbortController();
  let isLeader = false;
  let client: pg.Client;
  const keepLeading = async () => {
    while (!closing.signal.aborted) {
      client = new pg.Client({
        ...connecting,
        connectionString: url,
        application_name: `rapporteur-leader-${lock}`,
        query_timeout: answerWithinMs,
      });
      const lost = new AbortController();
      client.on('error', () => lost.abort());
      client.once('end', () => lost.abort());
      try {
        await client.connect();
        const { rows } = await client.query(
          "SELECT pg_try_advisory_lock($1) AS held, set_config('idle_session_timeout', $2, false)",
          [lock, String(answerWithinMs)],
        );
        onAnswer?.();
        if (rows[0].held) {
          isLeader = true;
          await work(client, AbortSignal.any([closing.signal, lost.signal]));
        }
      } catch (error) {
        if (!closing.signal.aborted) onError(error as Error);
      }
      isLeader = false;
      await endClient(client);
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
      if (!(await waitAtMost(running))) await endClient(client);
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
