/** Fills empty tables from the whole log: rows by COPY, then the indexes, then every cell counted once. */
import { holdPlaces, movePlaces, readLog, type FeedEvent, type Lease } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { advanceVersions } from './apply-events.js';
import { createIndexes } from './create-tables.js';
import {
  insertContent,
  isRefusedData,
  nothing,
  readContent,
  toMarkArrays,
  toStatementArrays,
  type Content,
} from './event-content.js';
import { recountDirections } from './recount-directions.js';
import { copyColumns } from './sql/copy-columns.js';
import { markColumns, statementColumns, upsertApplied } from './sql/insert-rows.js';
import { countAllCells } from './sql/recount-cells.js';

const eventsPerBatch = 5000;
const rowsPerStatement = 10_000;

/**
 * In: bare tables (createBareTables), and the leases of every partition, which keep others from writing to them.
 * Out: the leases moved on to the last event that was in the log when its end was reached.
 * Errors: HoleInStream; FencedOff; those of pg. Each means: the tables are of no use.
 */
export async function loadLog(
  pool: pg.Pool,
  schema: string,
  leases: readonly Lease[],
  onLoaded: (position: number) => void,
): Promise<Lease[]> {
  const versions = new Map<string, number>();
  const positions = new Map<number, number>();
  for await (const events of readAhead(pool)) {
    advanceVersions(versions, events);
    for (const { partition, position } of events) positions.set(partition, position);
    await store(pool, schema, leases, events);
    onLoaded(events.at(-1)!.position);
  }
  await inTransaction(pool, async (client) => {
    await holdPlaces(client, leases);
    // Sorting is most of what indexes cost, and this is done once by one.
    await client.query(`SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL work_mem = '64MB'`);
    await client.query(createIndexes(schema));
    await client.query(`ANALYZE ${schema}.marks; ANALYZE ${schema}.statements`);
    const { rows } = await client.query<{ series: string }>(countAllCells(schema));
    await client.query(`ANALYZE ${schema}.cells`);
    for (let from = 0; from < rows.length; from += rowsPerStatement)
      await recountDirections(
        client,
        schema,
        rows.slice(from, from + rowsPerStatement).map(({ series }) => series),
      );
    await noteApplied(client, schema, versions);
    await movePlaces(client, leases, positions);
  });
  return leases.map((lease) => ({ ...lease, position: positions.get(lease.partition) ?? lease.position }));
}

/** Batches of the log in order; the next is read while the one before is stored. */
async function* readAhead(pool: pg.Pool): AsyncGenerator<FeedEvent[]> {
  const read = (after: number) => {
    const reading = readLog(pool, after, eventsPerBatch);
    // Whoever waits for it gets the error; until then it is nobody's.
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
  const content = readContent(events);
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
  const { rounds, dead, marks, statements } = content;
  await insertContent(client, schema, { ...nothing, rounds, dead });
  await copyColumns(client, `${schema}.marks`, Object.keys(markColumns), toMarkArrays(marks));
  await copyColumns(
    client,
    `${schema}.statements`,
    Object.keys(statementColumns),
    toStatementArrays(statements),
  );
}

async function noteApplied(
  client: pg.ClientBase,
  schema: string,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  const all = [...versions];
  for (let from = 0; from < all.length; from += rowsPerStatement) {
    const some = all.slice(from, from + rowsPerStatement);
    const values = [some.map(([stream]) => stream), some.map(([, version]) => version)];
    await client.query(upsertApplied(schema), values);
  }
}
