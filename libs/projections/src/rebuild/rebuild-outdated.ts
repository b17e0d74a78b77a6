/** Rebuilds the tables by itself where they were made for an earlier version of this code. */
import { locks, withConnection } from '@rapporteur/postgres';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { liveSchema, tablesVersion } from '../tables/create-tables.js';
import type { RebuildProgress } from './load-log.js';
import { rebuildTables, RebuildUnderWay, type Rebuilt } from './rebuild.js';

const lookEveryMs = 500;

export interface OutdatedOptions {
  /** Told before a rebuild begins, with both versions. */
  readonly onOutdated?: (found: number, wanted: number) => void;
  readonly onProgress?: RebuildProgress;
}

/** The version that the live tables were made for; 0 = from before there were versions. */
export async function readTablesVersion(pool: pg.Pool): Promise<number> {
  const { rows: found } = await pool.query('SELECT to_regclass($1) AS made', [`${liveSchema}.made_for`]);
  if (found[0].made === null) return 0;
  const { rows } = await pool.query<{ version: number }>(`SELECT version FROM ${liveSchema}.made_for`);
  return rows[0]?.version ?? 0;
}

/**
 * To be called before anything is applied. Of several that start at once one rebuilds, and the others wait for it.
 * Out: what was rebuilt, or undefined where the tables were of this version, or somebody else has rebuilt them.
 * Errors: the tables are of a later version; those of rebuildTables, which leave the tables as they were.
 */
export async function rebuildOutdated(
  pool: pg.Pool,
  options: OutdatedOptions = {},
): Promise<Rebuilt | undefined> {
  if (await isCurrent(pool)) return undefined;
  return withConnection(pool, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [locks.outdated]);
    return rebuildUnlessCurrent(pool, options);
  });
}

async function isCurrent(pool: pg.Pool): Promise<boolean> {
  const found = await readTablesVersion(pool);
  if (found > tablesVersion)
    throw new Error(
      `the tables were made for version ${found} and this is version ${tablesVersion}: start the later release, or go back with npm run rebuild`,
    );
  return found === tablesVersion;
}

async function rebuildUnlessCurrent(
  pool: pg.Pool,
  { onOutdated, onProgress }: OutdatedOptions,
): Promise<Rebuilt | undefined> {
  while (!(await isCurrent(pool))) {
    onOutdated?.(await readTablesVersion(pool), tablesVersion);
    try {
      return await rebuildTables(pool, { onProgress });
    } catch (error) {
      // Somebody rebuilds by hand, perhaps with another version: its result is checked again.
      if (!(error instanceof RebuildUnderWay)) throw error;
      await sleep(lookEveryMs);
    }
  }
  return undefined;
}
