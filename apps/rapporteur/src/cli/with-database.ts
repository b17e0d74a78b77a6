/** Finds the database for commands that work on it: that of DATABASE_URL, or else that of the data folder. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres, withDatabase, type DatabaseOptions } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import type { Command } from 'commander';
import type pg from 'pg';
import { dataPath, findHolder } from '../data-folder.js';

const environment = `
Environment:
  DATABASE_URL  the PostgreSQL to work on; when not given, that of the data folder
  DATA_DIR      the data folder of npm start (.data); Rapporteur may be running on it`;

/**
 * Makes a command work on the database, and adds to its help how the database is found.
 * In: the command with its options and arguments; the work, which gets the pool, the options and the arguments; and the
 * migrations of what it works on, beside those of the log and the tables.
 * The work returns the exit status. The command fails when the work throws, or when no database is found.
 */
export function onDatabase<Options>(
  command: Command,
  work: (pool: pg.Pool, options: Options, args: string[]) => Promise<number>,
  ofCommand: NonNullable<DatabaseOptions['migrations']> = [],
): void {
  command.addHelpText('after', environment).action(async () => {
    const options = command.opts() as Options;
    process.exitCode = await onFoundDatabase((pool) => work(pool, options, command.args), ofCommand);
  });
}

async function onFoundDatabase(
  work: (pool: pg.Pool) => Promise<number>,
  ofCommand: NonNullable<DatabaseOptions['migrations']>,
): Promise<number> {
  const { url, close } = await findDatabase(process.env);
  try {
    const all = [...migrations, ...ofCommand];
    return await withDatabase({ url, migrations: all, name: 'rapporteur-command' }, work);
  } finally {
    await close();
  }
}

async function findDatabase(env: NodeJS.ProcessEnv): Promise<{ url: string; close(): Promise<void> }> {
  if (env['DATABASE_URL']) return { url: env['DATABASE_URL'], close: async () => undefined };
  const path = dataPath(env);
  const exists = await stat(join(path, 'postgres')).then(
    () => true,
    () => false,
  );
  if (!exists)
    throw new Error(`There is no database in ${path}: run npm start first, or set DATABASE_URL or DATA_DIR.`);
  const isHeld = (await findHolder(path)) !== undefined;
  const server = await startEmbeddedPostgres({ dataDir: path, isHeld });
  const holder = await findHolder(path);
  // If a Rapporteur runs on the folder, the server belongs to it and goes on; else it was started for this
  // command and is stopped.
  return { url: server.url, close: async () => (holder ? undefined : server.stop()) };
}
