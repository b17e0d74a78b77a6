/** Fills empty tables from the whole log: rows by COPY, then the indexes, then every cell counted once. */
import {
  holdPlaces,
  movePlaces,
  readHead,
  readLog,
  type FeedEvent,
  type Lease,
} from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { advanceVersions } from '../write/apply-events.js';
import { applied } from '../tables/applied.js';
import { createIndexes } from '../tables/create-tables.js';
import { toArrays } from '../tables/table.js';
import { tables } from '../tables/tables.js';
import { insertContent, isRefusedData, nothing, readContent, type Content } from '../write/event-content.js';
import { recountDirections } from '../write/recount-directions.js';
import { copyRows } from '../write/sql/copy-rows.js';
import { upsertRows } from '../write/sql/insert-rows.js';
import { countAllCells } from '../write/sql/recount-cells.js';

const eventsPerBatch = 5000;
const rowsPerStatement = 10_000;
const seriesPerStep = 100;

/** The phases of a rebuild, in this order; catching up may be left out. */
export type RebuildPhase = 'loading' | 'indexing' | 'counting' | 'testing' | 'catching-up' | 'swapping';

/**
 * Told when a phase begins and at its steps, with the share of it that is done: events when loading and catching up,
 * series when testing for directions. The other phases are statements that cannot be looked into, and tell none.
 */
export type RebuildProgress = (phase: RebuildPhase, share?: readonly [done: number, of: number]) => void;

/**
 * In: bare tables (createBareTables), the leases of every partition, which keep others from writing to these
 * tables, and a callback for the phases up to testing.
 * Out: the leases moved on to the last event that was in the log when its end was reached.
 * Errors: HoleInStream; FencedOff; those of pg. After any of them the tables are of no use.
 */
export async function loadLog(
  pool: pg.Pool,
  schema: string,
  leases: readonly Lease[],
  tell: RebuildProgress,
): Promise<Lease[]> {
  const versions = new Map<string, number>();
  const positions = new Map<number, number>();
  let head = await readHead(pool);
  tell('loading', [0, head]);
  for await (const events of readAhead(pool)) {
    advanceVersions(versions, events);
    for (const { partition, position } of events) positions.set(partition, position);
    await store(pool, schema, leases, events);
    const { position: loaded } = events.at(-1)!;
    head = Math.max(head, loaded);
    tell('loading', [loaded, head]);
  }
  await inTransaction(pool, async (client) => {
    await holdPlaces(client, leases);
    tell('indexing');
    // To sort is most of the cost of indexes. They are made one after another, by one process, so much memory
    // is allowed.
    await client.query(`SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL work_mem = '64MB'`);
    await client.query(createIndexes(schema));
    await client.query(`ANALYZE ${schema}.marks; ANALYZE ${schema}.statements`);
    tell('counting');
    const { rows } = await client.query<{ series: string }>(countAllCells(schema));
    await client.query(`ANALYZE ${schema}.cells`);
    for (let from = 0; from < rows.length; from += seriesPerStep) {
      tell('testing', [from, rows.length]);
      const some = rows.slice(from, from + seriesPerStep).map(({ series }) => series);
      await recountDirections(client, schema, some);
    }
    if (rows.length > 0) tell('testing', [rows.length, rows.length]);
    await noteApplied(client, schema, versions);
    await movePlaces(client, leases, positions);
  });
  return leases.map((lease) => ({ ...lease, position: positions.get(lease.partition) ?? lease.position }));
}

/** Batches of the log in order; the next is read while the one before is stored. */
async function* readAhead(pool: pg.Pool): AsyncGenerator<FeedEvent[]> {
  const read = (after: number) => {
    const reading = readLog(pool, after, eventsPerBatch);
    // The caller gets the error when it waits for this read; before that, it must not count as unhandled.
    reading.catch(() => undefined);
    return reading;
  };
  let events = await read(0);
  while (events.length > 0) {
    const next = read(events.at(-1)!.position);
    yield events;
    events = await next;
  }
}

/** One batch; where PostgreSQL refuses some data, event by event, and those that it refuses become dead letters. */
async function store(
  pool: pg.Pool,
  schema: string,
  leases: readonly Lease[],
  events: readonly FeedEvent[],
): Promise<void> {
  const write = (work: (client: pg.ClientBase) => Promise<void>) =>
    inTransaction(pool, async (client) => {
      await holdPlaces(client, leases);
      await work(client);
    });
  const content = await readContent(events);
  try {
    await write((client) => copyContent(client, schema, content));
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    if (events.length > 1) for (const event of events) await store(pool, schema, leases, [event]);
    else {
      const { position, stream } = events[0]!;
      const dead = [{ position, stream, reason: (error as Error).message }];
      await write((client) => insertContent(client, schema, { ...nothing, dead }));
    }
  }
}

async function copyContent(client: pg.ClientBase, schema: string, content: Content): Promise<void> {
  const { marks, statements, ...few } = content;
  await insertContent(client, schema, { ...nothing, ...few });
  await copyRows(client, schema, tables.marks, marks);
  await copyRows(client, schema, tables.statements, statements);
}

async function noteApplied(
  client: pg.ClientBase,
  schema: string,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  const all = Array.from(versions, ([stream, version]) => ({ stream, version }));
  for (let from = 0; from < all.length; from += rowsPerStatement) {
    const some = all.slice(from, from + rowsPerStatement);
    await client.query(upsertRows(schema, applied), toArrays(applied, some));
  }
}
