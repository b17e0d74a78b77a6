/** The connection to PostgreSQL: one TypeORM data source, and the pool under it for statements of our own. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource, EntitySchema, MigrationInterface } from 'typeorm';

// Counts and positions stay below 2^53; days are compared as text and must not pass through a time zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * How every connection is made. While nothing is asked on it the kernel probes it, after 10 s of silence and then each
 * second: one that leads nowhere fails after some 20 s, where it would else be waited on for ever. While something is
 * asked the kernel only sends that again, for a quarter of an hour: for that there is `query_timeout`.
 */
export const connecting = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: 3000,
} as const;

/**
 * How long a service waits for a statement (ms). Longer than what a statement may take that comes to its end: PostgreSQL
 * stops a read after 30 s, a batch of 5,000 events takes one or two, and the places that a batch waits for while a rebuild
 * swaps are held for 0.2 s where there are 12,000 cells, so some 20 s for a million. A batch that waits longer all the
 * same is tried again.
 */
export const serviceWaitMs = 40_000;

/** How long a request waits for a statement that only looks something up by its key (ms). */
const requestWaitMs = 10_000;

/** A statement that a request waits for: given up sooner than others of its pool. pg's types lack what it reads. */
export const soon = <T extends pg.QueryConfig>(query: T): T & { query_timeout: number } => ({
  ...query,
  query_timeout: requestWaitMs,
});

export interface DatabaseOptions {
  readonly url: string;
  readonly migrations?: readonly (new () => MigrationInterface)[];
  readonly entities?: readonly EntitySchema[];
  /** Connections at most; 10 when not said. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** The server ends a connection whose transaction has had no statement for so long; never when not said. */
  readonly idleInTransactionMs?: number;
  /** A statement without an answer for so long fails, and its connection is closed; never when not said. */
  readonly answerWithinMs?: number;
}

/** Opens the database and runs what migrations are missing (one process at a time). Errors: those of pg. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  if (options.migrations?.length) await migrate(options);
  return openSource(options);
}

async function openSource(options: DatabaseOptions): Promise<DataSource> {
  // Loaded where it is used: it takes as long as all else of a process that imports a file.
  const { DataSource } = await import('typeorm');
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...(options.entities ?? [])],
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: 'migrations',
    poolSize: options.poolSize ?? 10,
    applicationName: options.name ?? 'rapporteur',
    // A connection that breaks while idle is replaced by the pool at the next query, which reports what is wrong.
    poolErrorHandler: () => undefined,
    extra: {
      ...connecting,
      idle_in_transaction_session_timeout: options.idleInTransactionMs ?? false,
      query_timeout: options.answerWithinMs,
    },
  }).initialize();
}

const migrationLock = 0x5241_0001;

/** On connections of its own that wait as long as it takes: for another that migrates, or for an index over the log. */
async function migrate(options: DatabaseOptions): Promise<void> {
  await withSource(openSource({ ...options, answerWithinMs: undefined }), (source) =>
    withConnection(poolOf(source), async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
      await source.runMigrations({ transaction: 'each' });
    }),
  );
}

async function withSource<T>(
  opening: Promise<DataSource>,
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const source = await opening;
  return work(source).finally(() => source.destroy());
}

/** Runs work on a database that is opened for it alone. Errors: those of pg and of the work. */
export function withDatabase<T>(options: DatabaseOptions, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  return withSource(openDatabase(options), (source) => work(poolOf(source)));
}

/** The pg pool that TypeORM manages, for hot paths that are one SQL statement each. */
export function poolOf(source: DataSource): pg.Pool {
  return (source.driver as unknown as { master: pg.Pool }).master;
}

/**
 * A pool for few statements that are run over and over: PostgreSQL plans each once, where it would else plan a
 * statement with arrays anew each time, which takes as long as storing one event.
 * In: address, connections at most, the name shown in pg_stat_activity, and after how long (ms) a statement without an
 * answer fails and its connection is closed. Whoever opens it ends it.
 */
export function openPlannedPool(url: string, max: number, name: string, answerWithinMs: number): pg.Pool {
  const pool = new pg.Pool({
    ...connecting,
    connectionString: url,
    max,
    application_name: name,
    query_timeout: answerWithinMs,
    onConnect: async (client) => void (await client.query('SET plan_cache_mode = force_generic_plan')),
  });
  // A connection that breaks while idle is replaced at the next query, which reports what is wrong.
  pool.on('error', () => undefined);
  return pool;
}

/** A connection that dies between two statements says so by an event, which without a listener ends the process. */
const ignore = () => undefined;

/**
 * Whether a statement was given up because no answer came. Its connection still waits for that answer: whatever is
 * asked on it would wait behind, so it can only be closed, which pg does without waiting.
 */
const isUnanswered = (error: unknown): boolean =>
  (error as Error | undefined)?.message === 'Query read timeout';

/** How long an end that may hang is waited for (ms): whoever asked for it kills after 8 to 10 s. */
const endWithinMs = 3000;

/** Waits for an end, but not for one that hangs. Out: whether it came. Errors: those of the end, while it is waited for. */
export async function briefly(ending: Promise<unknown>, ms = endWithinMs): Promise<boolean> {
  const waiting = new AbortController();
  const late = sleep(ms, false, { signal: waiting.signal }).catch(() => false);
  return Promise.race([ending.then(() => true), late]).finally(() => waiting.abort());
}

/** Ends a connection: in order, or at once where the server does not answer any more. */
export async function endClient(client: pg.Client): Promise<void> {
  await briefly(client.end(), 1000).catch(ignore);
  client.connection.stream.destroy();
}

/**
 * Runs work on one connection of its own, for what goes with a connection: the locks of its session.
 * Afterwards they are given up, and it is closed, not reused. Errors: those of pg and of the work.
 */
export async function withConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  let isLost = false;
  try {
    return await work(client);
  } catch (error) {
    isLost = isUnanswered(error);
    throw error;
  } finally {
    if (!isLost) await client.query('SELECT pg_advisory_unlock_all()').catch(ignore);
    client.release(true);
  }
}

/**
 * Runs work in one transaction on one connection: all of it or nothing.
 * A connection whose transaction failed is closed, not reused, when it cannot even roll back.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  begin = 'BEGIN',
): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  const release = (failure?: Error) => {
    client.off('error', ignore);
    client.release(failure);
  };
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    release();
    return result;
  } catch (error) {
    const rollBack = () =>
      client.query('ROLLBACK').then(
        () => undefined,
        (refusal: Error) => refusal,
      );
    release(isUnanswered(error) ? (error as Error) : await rollBack());
    throw error;
  }
}

/**
 * Whether an error means that the database is away or overwhelmed, so that trying again later may work. What was asked
 * may have been done all the same.
 */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  const codes = [
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    '57P01',
    '57P02',
    '57P03',
    '53300',
    '08006',
    '08003',
    '08001',
  ];
  if (code && codes.includes(code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|not queryable|Client has encountered a connection error/.test(
    message ?? '',
  );
}
