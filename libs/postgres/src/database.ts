/** The connection to PostgreSQL: one TypeORM data source, and the pool under it for statements of our own. */
import pg from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';

// Counts and positions stay below 2^53; days are compared as text and must not pass through a time zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

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
}

/** Opens the database and runs what migrations are missing (one process at a time). Errors: those of pg. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const source = new DataSource({
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
      connectionTimeoutMillis: 3000,
      idle_in_transaction_session_timeout: options.idleInTransactionMs ?? false,
    },
  });
  await source.initialize();
  if (options.migrations?.length) await migrate(source);
  return source;
}

const migrationLock = 0x5241_0001;

async function migrate(source: DataSource): Promise<void> {
  await withConnection(poolOf(source), async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await source.runMigrations({ transaction: 'each' });
  });
}

/** The pg pool that TypeORM manages, for hot paths that are one SQL statement each. */
export function poolOf(source: DataSource): pg.Pool {
  return (source.driver as unknown as { master: pg.Pool }).master;
}

/**
 * A pool for few statements that are run over and over: PostgreSQL plans each once, where it would else plan a
 * statement with arrays anew each time, which takes as long as storing one event.
 * In: address, connections at most, and the name shown in pg_stat_activity. Whoever opens it ends it.
 */
export function openPlannedPool(url: string, max: number, name: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    connectionTimeoutMillis: 3000,
    onConnect: async (client) => void (await client.query('SET plan_cache_mode = force_generic_plan')),
  });
  // A connection that breaks while idle is replaced at the next query, which reports what is wrong.
  pool.on('error', () => undefined);
  return pool;
}

/** A connection that dies between two statements says so by an event, which without a listener ends the process. */
const ignore = () => undefined;

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
  try {
    return await work(client);
  } finally {
    await client.query('SELECT pg_advisory_unlock_all()').catch(ignore);
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
    const failure = await client.query('ROLLBACK').then(
      () => undefined,
      (refusal: Error) => refusal,
    );
    release(failure);
    throw error;
  }
}

/** Whether an error means that the database is away or overwhelmed, so that trying again later may work. */
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
  return /Connection terminated|timeout exceeded when trying to connect|not queryable|Client has encountered a connection error/.test(
    message ?? '',
  );
}
