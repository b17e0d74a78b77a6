/** One leader at a time among all processes: a session advisory lock, held by the connection that does the work. */
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { connecting } from './pool.js';
import { endClient, waitAtMost } from './transaction.js';

export interface Leadership {
  readonly isLeader: boolean;
  /**
   * Resolves when the work has stopped and the lock is free. Work that goes on for 3 s loses its connection.
   */
  close(): Promise<void>;
}

export interface LeaderWork {
  (client: pg.Client, signal: AbortSignal): Promise<void>;
}

/** Callbacks for tries that failed and for answers. */
export interface Trying {
  /** A try failed; the next one follows. */
  readonly onError: (error: Error) => void;
  /** The database answered on a new connection. */
  readonly onAnswer?: (() => void) | undefined;
}

/**
 * How long a leader waits for the answer to a statement, and PostgreSQL for the leader's next statement (ms).
 * To move or read 5,000 events takes a second; events of whole imports take some seconds. A leader that sends
 * no statement for longer, because its batch is being applied on another connection or sent to Kafka, loses the
 * lead and becomes a candidate again.
 */
const leaderWaitMs = 30_000;

/**
 * Waits for the lock, then runs `work` on the connection that holds it; when the work or the connection ends,
 * begins again. The lock belongs to the connection, so a leader that lost the lock cannot write on that
 * connection; epochs guard what the leader does elsewhere. When a connection goes dark, neither side is told.
 * The leader gives it up when a statement is not answered. PostgreSQL ends it, which frees the lock, when no
 * statement comes.
 * In: address, lock number, work (returns when its signal aborts), callbacks, and how long either side waits
 * for the other (ms).
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

/**
 * A wake-up call: `call` wakes the loop that waits, or the next one that does; `wait` also ends after `ms` or
 * when the signal aborts.
 */
export function makeWakeUp() {
  let wake: (() => void) | undefined;
  let called = false;
  return {
    call() {
      called = true;
      wake?.();
    },
    async wait(ms: number, signal: AbortSignal): Promise<void> {
      if (!called && !signal.aborted) {
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
      called = false;
    },
  };
}
