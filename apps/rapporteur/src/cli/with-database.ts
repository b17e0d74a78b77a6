/** What commands need that work on the database: it is that of DATABASE_URL, or of the data folder. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres, withDatabase } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import type { Command } from 'commander';
import type pg from 'pg';
import { dataPath, findHolder } from '../data-folder.js';

const environment = `
Environment:
  DATABASE_URL  the PostgreSQL to work on; when not given, that of the data folder
  DATA_DIR      the data folder of npm start (.data); Rapporteur may be running on it`;

/**
 * Makes a command one that works on the database, and says in its help where that is looked for.
 * In: the command with its options and arguments; the work, which gets the pool, the options and the arguments.
 * The work gives the exit status; where it throws, or no database is found, the command has failed.
 */
export function onDatabase<Options>(
  command: Command,
  work: (pool: pg.Pool, options: Options, args: string[]) => Promise<number>,
): void {
  command.addHelpText('after', environment).action(async () => {
    const options = command.opts() as Options;
    process.exitCode = await onFoundDatabase((pool) => work(pool, options, command.args));
  });
}

async function onFoundDatabase(work: (pool: pg.Pool) => Promise<number>): Promise<number> {
  const { url, close } = await findDatabase(process.env);
  try {
    return await withDatabase({ url, migrations, name: 'rapporteur-command' }, work);
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
  // The server belongs to the Rapporteur that runs on the folder; without one it was started for this command.
  return { url: server.url, close: async () => (holder ? undefined : server.stop()) };
}
