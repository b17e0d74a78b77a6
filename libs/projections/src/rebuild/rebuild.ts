/** Rebuilds the tables beside the live ones, catches up while events arrive, compares, and swaps in one transaction. */
import {
  FencedOff,
  holdPlaces,
  partitionCount,
  readHead,
  readLog,
  readWatermark,
  takeLeases,
  type Lease,
} from '@rapporteur/event-store';
import { channels, inTransaction, locks, withConnection } from '@rapporteur/postgres';
import type pg from 'pg';
import { applyEvents } from '../write/apply-events.js';
import { createBareTables, liveSchema } from '../tables/create-tables.js';
import { otherColumns, type AnyTable, type Column } from '../tables/table.js';
import { tables } from '../tables/tables.js';
import { noteAllChanged } from '../write/changed-series.js';
import { carryDiscards } from '../write/dead-letters.js';
import { loadLog, type RebuildProgress } from './load-log.js';
import { biGrants, biViews } from '../bi/bi-views.js';
import { populationViews } from '../bi/population-views.js';

export const rebuildSchema = `${liveSchema}_rebuild`;
const eventsPerBatch = 5000;
const partitions = Array.from({ length: partitionCount }, (_, i) => i);

export interface RebuildOptions {
  /** Keeps the tables that were live, in a schema of their own. */
  readonly keep?: boolean;
  readonly onProgress?: RebuildProgress;
}

export interface Rebuilt {
  /** The position that the new tables include. */
  readonly position: number;
  /** Rows of cells, marks, rounds and directions that differed from the live tables at the same position. */
  readonly differences: number;
  /** Schema of the old tables where they were kept. */
  readonly kept: string | undefined;
}

/** Somebody else is rebuilding the tables now, or has begun to since. */
export class RebuildUnderWay extends Error {
  override name = 'RebuildUnderWay';
}

/** Errors: RebuildUnderWay; HoleInStream; those of pg. The live tables stay as they are until the swap. */
export async function rebuildTables(
  pool: pg.Pool,
  { keep = false, onProgress = () => undefined }: RebuildOptions = {},
): Promise<Rebuilt> {
  return withConnection(pool, async (client) => {
    // The lock keeps two rebuilds from doing the same work. It is lost with its connection; the leases are the
    // fence.
    await client.query('SET idle_session_timeout = 0');
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS held', [locks.rebuild]);
    if (!rows[0].held) throw new RebuildUnderWay('another rebuild is under way');
    try {
      const leases = await fill(pool, await prepare(pool), onProgress);
      onProgress('swapping');
      return await swap(pool, leases, keep);
    } catch (error) {
      if (!(error instanceof FencedOff)) throw error;
      throw new RebuildUnderWay('another rebuild has begun since: this one lost the connection of its lock');
    }
  });
}

/**
 * Makes empty tables, and places at the start. They replace what an interrupted rebuild left. Where that
 * rebuild still works, it is fenced off as soon as its transaction has ended. Out: the leases.
 */
async function prepare(pool: pg.Pool): Promise<Lease[]> {
  return inTransaction(pool, async (client) => {
    // The epoch is the number of this transaction, which never comes again: no two rebuilds hold leases of one
    // epoch.
    await client.query(
      `INSERT INTO places (projection, partition, epoch)
       SELECT $1, unnest($2::smallint[]), pg_current_xact_id()::text::bigint
       ON CONFLICT (projection, partition) DO UPDATE SET position = 0, epoch = EXCLUDED.epoch`,
      [rebuildSchema, partitions],
    );
    await client.query(`DROP SCHEMA IF EXISTS ${rebuildSchema} CASCADE`);
    await client.query(createBareTables(rebuildSchema));
    return takeLeases(client, rebuildSchema, partitions);
  });
}

/**
 * Loads the log, then applies the events that came meanwhile, until only those are missing that came during the
 * last batch. Out: the leases at their places.
 */
async function fill(pool: pg.Pool, taken: readonly Lease[], onProgress: RebuildProgress): Promise<Lease[]> {
  let leases = await loadLog(pool, rebuildSchema, taken, onProgress);
  const loaded = await readWatermark(pool, rebuildSchema);
  let after = loaded;
  for (let more = true; more;) {
    const head = await readHead(pool);
    const events = await readLog(pool, after, eventsPerBatch);
    if (events.length === 0) break;
    onProgress('catching-up', [after - loaded, Math.max(head, events.at(-1)!.position) - loaded]);
    leases = await inTransaction(pool, (client) => apply(client, rebuildSchema, leases, events));
    after = events.at(-1)!.position;
    more = after < head;
  }
  if (after > loaded) onProgress('catching-up', [after - loaded, after - loaded]);
  return leases;
}

async function apply(
  client: pg.ClientBase,
  schema: string,
  leases: readonly Lease[],
  events: Parameters<typeof applyEvents>[3],
): Promise<Lease[]> {
  const { positions } = await applyEvents(client, schema, leases, events);
  return leases.map((lease) => ({ ...lease, position: positions.get(lease.partition) ?? lease.position }));
}

/**
 * One transaction: hold the new tables, fence the aggregators off, bring both to the head, compare, rename. Readers go
 * on meanwhile, with the old tables until it commits; the aggregators take their partitions anew and go on in the new
 * ones.
 */
async function swap(pool: pg.Pool, leases: readonly Lease[], keep: boolean): Promise<Rebuilt> {
  return inTransaction(pool, async (client) => {
    await holdPlaces(client, leases);
    const live = await takeLeases(client, liveSchema, partitions);
    const head = await readHead(client);
    await bringTo(client, rebuildSchema, leases, head);
    const differences = await compareWithLive(client, live, head);
    await carryDiscards(client, rebuildSchema);
    const old = `${liveSchema}_old_${new Date().toISOString().replace(/\D/g, '').slice(0, 17)}`;
    await client.query(`ALTER SCHEMA ${liveSchema} RENAME TO ${old}`);
    await client.query(`ALTER SCHEMA ${rebuildSchema} RENAME TO ${liveSchema}`);
    // Otherwise the views would still read the old tables, and be dropped with them.
    await client.query(biViews(liveSchema));
    await client.query(populationViews(liveSchema));
    await client.query(biGrants);
    await client.query(
      `UPDATE places p SET position = r.position FROM places r
       WHERE p.projection = $1 AND r.projection = $2 AND r.partition = p.partition`,
      [liveSchema, rebuildSchema],
    );
    await client.query('DELETE FROM places WHERE projection = $1', [rebuildSchema]);
    await noteAllChanged(client);
    // Reads that are under way end first; those that come wait here, and for no table that is locked before or after (read/snapshot.ts).
    // Behind the views: who reads one of them has its lock, and waits for the tables beneath it.
    await client.query(`LOCK TABLE ${old}.cells IN ACCESS EXCLUSIVE MODE`);
    if (!keep) await client.query(`DROP SCHEMA ${old} CASCADE`);
    await client.query(`NOTIFY ${channels.tables}`);
    return { position: head, differences, kept: keep ? old : undefined };
  });
}

async function bringTo(
  client: pg.ClientBase,
  schema: string,
  leases: readonly Lease[],
  head: number,
): Promise<void> {
  let current = leases;
  // The watermark and not the least place: the place of a partition without events never moves.
  for (let after = await readWatermark(client, schema); after < head;) {
    const events = (await readLog(client, after, eventsPerBatch)).filter(({ position }) => position <= head);
    current = await apply(client, schema, current, events);
    after = events.at(-1)!.position;
  }
}

/**
 * How many rows differ once the live tables are at the head too. NaN when they cannot be brought there or have
 * other columns: they may be faulty, or of an earlier version. The new tables replace them all the same.
 */
async function compareWithLive(client: pg.ClientBase, live: readonly Lease[], head: number): Promise<number> {
  await client.query('SAVEPOINT live');
  try {
    await bringTo(client, liveSchema, live, head);
    return await countDifferences(client);
  } catch {
    await client.query('ROLLBACK TO SAVEPOINT live');
    return Number.NaN;
  }
}

/** The tables whose rows are compared; statements are many, and as right as the cells that are recounted from them. */
const compared: readonly AnyTable[] = [tables.cells, tables.marks, tables.rounds, tables.directions];

/** JSON has no equality of its own: its text is compared. */
const comparable = ({ name, type }: Column<never>) => (type === 'json' ? `${name}::text` : name);

/** Rows that only one of the two has, or that say something else. */
async function countDifferences(client: pg.ClientBase): Promise<number> {
  let total = 0;
  for (const table of compared) {
    const key = table.key.join(', ');
    const said = otherColumns(table).map(comparable).join(', ');
    const side = (schema: string, name: string) =>
      `(SELECT ${key}, ROW(${said}) AS ${name} FROM ${schema}.${table.name}) ${name}_side`;
    const { rows } = await client.query(
      `SELECT count(*) AS n FROM ${side(liveSchema, 'live')} FULL JOIN ${side(rebuildSchema, 'anew')} USING (${key})
       WHERE live IS DISTINCT FROM anew`,
    );
    total += rows[0].n as number;
  }
  return total;
}
