/** The database of a service: its pool, and TypeORM on it once what migrations are missing have run. */
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

/** Opens the database and runs what migrations are missing (one process at a time). Errors: those of pg. */
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
    // TypeORM may have ended it.
    await pool.end().catch(() => undefined);
    throw error;
  }
}

/** On connections of its own that wait as long as it takes: for another that migrates, or for an index over the log. */
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
