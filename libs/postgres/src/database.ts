/** The database of a service: its pool; missing migrations are run first, by TypeORM. */
import type pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import { openPool, type PoolOptions } from './pool.js';
import { withConnection } from './transaction.js';
import { locks } from './registers.js';
import { openSource, type SourceOptions } from './type-orm.js';

export type DatabaseOptions = PoolOptions & Pick<SourceOptions, 'migrations'>;

/** A database that is open. */
export interface Database {
  readonly pool: pg.Pool;
  /** Ends its connections. */
  destroy(): Promise<void>;
}

/** The pool that a database was opened with. */
export const poolOf = ({ pool }: Database): pg.Pool => pool;

/** Opens the database and runs missing migrations (one process at a time). Errors: those of pg. */
export async function openDatabase({ migrations = [], ...options }: DatabaseOptions): Promise<Database> {
  if (migrations.length > 0) await migrate(options, migrations);
  return openOn(openPool(options));
}

async function openOn(pool: pg.Pool): Promise<Database> {
  try {
    // A wrong address shows here, and not at the first read.
    await pool.query('SELECT');
    return { pool, destroy: () => pool.end() };
  } catch (error) {
    await pool.end().catch(() => undefined);
    throw error;
  }
}

/**
 * Runs migrations on connections of its own, without a limit of time: another process may be migrating, or an
 * index over the whole log may be under way.
 */
const migrate = (options: PoolOptions, migrations: Migrations): Promise<void> =>
  withDatabase({ ...options, answerWithinMs: undefined }, (pool) =>
    withConnection(pool, async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [locks.migration]);
      // TypeORM takes as long to load as a third of a start, and a start nearly always finds nothing missing.
      if (await hasAll(client, migrations)) return;
      const source = await openSource(pool, { migrations });
      await source.runMigrations({ transaction: 'each' }).finally(() => source.destroy());
    }),
  );

type Migrations = readonly (new () => MigrationInterface)[];

/** Whether each migration has been run, by the table in which TypeORM notes their names. */
async function hasAll(client: pg.ClientBase, migrations: Migrations): Promise<boolean> {
  const { rows: tables } = await client.query("SELECT to_regclass('migrations') IS NOT NULL AS found");
  if (!tables[0].found) return false;
  const names = migrations.map((Migration) => new Migration().name ?? Migration.name);
  const { rows } = await client.query<{ missing: number }>(
    'SELECT count(*) AS missing FROM unnest($1::text[]) name WHERE name NOT IN (SELECT name FROM migrations)',
    [names],
  );
  return rows[0]!.missing === 0;
}

/** Runs work on a database that is opened for it alone. Errors: those of pg and of the work. */
export async function withDatabase<T>(
  options: DatabaseOptions,
  work: (pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(options);
  return work(database.pool).finally(() => database.destroy());
}
