/** Connections to PostgreSQL: how each is made, and the one place where pools are. */
import pg from 'pg';

// Counts and positions stay below 2^53; days are compared as text and must not pass through a time zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * How every connection is made. While no statement is under way, the kernel tests a silent connection: after 10
 * s, then each second. A connection that leads nowhere then fails after some 20 s; without the test it would be
 * waited on for ever. While a statement is under way, the kernel only sends the statement again, for a quarter
 * of an hour; `query_timeout` ends that wait.
 */
export const connecting = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: 3000,
} as const;

/**
 * How long a service waits for a statement (ms): longer than any statement takes that comes to its end.
 * PostgreSQL stops a read after 30 s. A batch of 5,000 events takes one or two seconds. A batch may have to
 * wait for its places while a rebuild swaps the tables: 0.2 s with 12,000 cells, so some 20 s with a million. A
 * batch that waits even longer is tried again.
 */
export const serviceWaitMs = 40_000;

/** How long a request waits for a statement that only looks something up by its key (ms). */
const requestWaitMs = 10_000;

/**
 * A statement that a request waits for: it is given up after 10 s, sooner than other statements of its pool.
 * pg reads the option `query_timeout` of a statement, but its types lack it.
 */
export const forRequest = <T extends pg.QueryConfig>(query: T): T & { query_timeout: number } => ({
  ...query,
  query_timeout: requestWaitMs,
});

export interface PoolOptions {
  readonly url: string;
  /** Connections at most; 10 when not said. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** The server ends a connection whose transaction has had no statement for so long; never when not said. */
  readonly idleInTransactionMs?: number;
  /** A statement without an answer for so long fails, and its connection is closed; never when not said. */
  readonly answerWithinMs?: number;
  /**
   * Each statement is planned once, not again for its values. Meant for a few statements that run all the time:
   * to plan one with arrays takes as long as storing an event.
   */
  readonly plansOnce?: boolean;
}

/** Opens a pool; the caller ends it. It connects when the first statement is sent. */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connecting,
    connectionString: options.url,
    max: options.poolSize ?? 10,
    application_name: options.name ?? 'rapporteur',
    idle_in_transaction_session_timeout: options.idleInTransactionMs,
    query_timeout: options.answerWithinMs,
    ...(options.plansOnce && { onConnect: planOnce }),
  });
  // A connection that breaks while idle is replaced by the pool at the next query, which reports what is wrong.
  pool.on('error', () => undefined);
  return pool;
}

const planOnce = async (client: pg.ClientBase) =>
  void (await client.query('SET plan_cache_mode = force_generic_plan'));

/** A pool that plans statements once. In: as openPool. */
export const openPlannedPool = (
  url: string,
  poolSize: number,
  name: string,
  answerWithinMs: number,
): pg.Pool => openPool({ url, poolSize, name, answerWithinMs, plansOnce: true });
