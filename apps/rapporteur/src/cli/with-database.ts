/** What every command needs: the database, by DATABASE_URL or of the data folder, and a clean end. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres, withDatabase } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import type pg from 'pg';
import { dataPath, findHolder } from '../data-folder.js';

/** The lines of a usage text that tell where the database is looked for. */
export const databaseUsage = `Environment:
  DATABASE_URL  the PostgreSQL to work on; when not given, that of the data folder
  DATA_DIR      the data folder of npm start (.data); Rapporteur may be running on it`;

/**
 * Runs a command on the database. Ends the process with the status that the command gives, 2 when it failed.
 * In: usage (shown for --help), and the command, which gets the pool and its arguments.
 */
export function runCommand(usage: string, command: (pool: pg.Pool, args: string[]) => Promise<number>): void {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(`${usage}\n${databaseUsage}\n`);
    return;
  }
  onFoundDatabase((pool) => command(pool, args)).then(
    (status) => process.exit(status),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(2);
    },
  );
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

/** A progress line with rate and time left, from the first that is done on; on a terminal it is drawn over itself. */
export function makeProgress(title: string): (done: number, of: number) => void {
  const started = Date.now();
  let drawn = 0;
  return (done, of) => {
    const now = Date.now();
    const isLast = done >= of;
    if (!isLast && (done === 0 || now - drawn < (process.stdout.isTTY ? 200 : 5000))) return;
    drawn = now;
    const rate = done / Math.max((now - started) / 1000, 0.001);
    const bar = '█'.repeat(of === 0 ? 24 : Math.round((done / of) * 24)).padEnd(24, '·');
    const left = isLast ? '' : `, ${Math.ceil((of - done) / rate)} s left`;
    const line = `${title} ${bar} ${done}/${of}, ${Math.round(rate)}/s${left}`;
    process.stdout.write(process.stdout.isTTY ? `\r${line.padEnd(90)}${isLast ? '\n' : ''}` : `${line}\n`);
  };
}
