/** The database of a service: its pool, and TypeORM on that pool; missing migrations are run first. */
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { openPool, type PoolOptions } from './pool.js';
import { withConnection } from './transaction.js';
import { locks } from './registers.js';
import { openSource, type SourceOptions } from './type-orm.js';

export type DatabaseOptions = PoolOptions & Pick<SourceOptions, 'migrations'>;

const pools = new WeakMap<DataSource, pg.Pool>();

/** The pool that a database was opened with. */
export function poolOf(database: DataSource): pg.Pool {
  const pool = pools.get(database);
  if (!pool) throw new Error('this data source was not opened by openDatabase');
  return pool;
}

/** Opens the database and runs missing migrations (one process at a time). Errors: those of pg. */
export async function openDatabase({ migrations = [], ...options }: DatabaseOptions): Promise<DataSource> {
  if (migrations.length > 0) await migrate(options, migrations);
  return openOn(openPool(options));
}

async function openOn(pool: pg.Pool, options?: SourceOptions): Promise<DataSource> {
  try {
    const database = await openSource(pool, options, true);
    pools.set(database, pool);
    return database;
  } catch (error) {
    // TypeORM may already have ended the pool.
    await pool.end().catch(() => undefined);
    throw error;
  }
}

/**
 * Runs migrations on connections of its own, without a limit of time: another process may be migrating, or an
 * index over the whole log may be under way.
 */
async function migrate(
  options: PoolOptions,
  migrations: NonNullable<SourceOptions['migrations']>,
): Promise<void> {
  const opening = openOn(openPool({ ...options, answerWithinMs: undefined }), { migrations });
  await withSource(opening, (source) =>
    withConnection(poolOf(source), async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [locks.migration]);
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
