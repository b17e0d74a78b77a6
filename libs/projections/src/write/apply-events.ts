/** Applies a batch of events to the tables and moves the place in the feed on, in one transaction. */
import { holdPlaces, movePlaces, type FeedEvent, type Lease } from '@rapporteur/event-store';
import type pg from 'pg';
import { applied } from '../tables/applied.js';
import { liveSchema } from '../tables/create-tables.js';
import { toArrays } from '../tables/table.js';
import { insertContent, isRefusedData, nothing, readContent, type Content } from './event-content.js';
import { noteChanged } from './changed-series.js';
import { toNotice } from './notice.js';
import { recountDirections } from './recount-directions.js';
import { upsertRows } from './sql/insert-rows.js';
import { recountCells } from './sql/recount-cells.js';

/** What one batch did. */
export interface Applied {
  readonly applied: number;
  /** Events that had been applied before and were dropped. */
  readonly redelivered: number;
  /** Events that went to dead_letters. */
  readonly dead: number;
  /** Last position by partition: the leases' new places. */
  readonly positions: ReadonlyMap<number, number>;
  /** What to notify those who read the tables of (toNotice). */
  readonly notice: string;
}

/** A stream's version is missing: the feed has lost or reordered an event, and nothing may be applied after it. */
export class HoleInStream extends Error {
  override name = 'HoleInStream';
}

/**
 * Applies events inside the caller's transaction; the caller commits.
 * In: schema of the tables, leases of every partition in the batch, events in order of position within a partition.
 * Errors: FencedOff when a lease has been taken by another; HoleInStream; those of pg. Each means: roll back.
 */
export async function applyEvents(
  client: pg.ClientBase,
  schema: string,
  leases: readonly Lease[],
  events: readonly FeedEvent[],
): Promise<Applied> {
  await holdPlaces(client, leases);
  const places = new Map(leases.map((lease) => [lease.partition, lease.position]));
  const fresh = events.filter(({ partition, position }) => {
    // The place moves with each event, so that what a batch holds twice is dropped the second time.
    const isFresh = position > (places.get(partition) ?? Infinity);
    if (isFresh) places.set(partition, position);
    return isFresh;
  });
  await checkVersions(client, schema, fresh);
  const dead = await writeContent(client, schema, fresh);
  await movePlaces(client, leases, places);
  const redelivered = events.length - fresh.length;
  return { applied: fresh.length, redelivered, dead, positions: places, notice: toNotice(fresh, dead) };
}

/**
 * Writes what events say. Where PostgreSQL refuses some data, the events are written one by one, and those that it
 * refuses become dead letters. Out: how many became dead letters.
 */
export async function writeContent(
  client: pg.ClientBase,
  schema: string,
  events: readonly FeedEvent[],
): Promise<number> {
  const content = await readContent(events);
  await client.query('SAVEPOINT batch');
  try {
    await insertContent(client, schema, content);
    await recount(client, schema, content);
    return content.dead.length;
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT batch');
    if (events.length === 1) {
      const { position, stream } = events[0]!;
      await insertContent(client, schema, {
        ...nothing,
        dead: [{ position, stream, reason: (error as Error).message }],
      });
      return 1;
    }
    let dead = 0;
    for (const event of events) dead += await writeContent(client, schema, [event]);
    return dead;
  }
}

/** Notes the last version of each stream. Errors: HoleInStream where one does not go on where it stopped. */
export function advanceVersions(versions: Map<string, number>, events: readonly FeedEvent[]): void {
  for (const { stream, version, position } of events) {
    const last = versions.get(stream) ?? 0;
    if (version !== last + 1)
      throw new HoleInStream(
        `${stream}: version ${version} at position ${position} came after version ${last}`,
      );
    versions.set(stream, version);
  }
}

/** Every stream must go on where it stopped; its last version is noted. */
async function checkVersions(
  client: pg.ClientBase,
  schema: string,
  events: readonly FeedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const last = new Map(events.map(({ stream, version }) => [stream, version]));
  const noted = Array.from(last, ([stream, version]) => ({ stream, version }));
  // What a statement changes it does not see itself, so this gives what was noted before.
  const { rows } = await client.query<{ stream: string; version: number }>({
    name: `note-applied-${schema}`,
    text: `WITH was AS (SELECT stream, version FROM ${schema}.applied WHERE stream = ANY ($1::text[])),
      noted AS (${upsertRows(schema, applied)}) SELECT stream, version FROM was`,
    values: toArrays(applied, noted),
  });
  advanceVersions(new Map(rows.map((row) => [row.stream, row.version])), events);
}

async function recount(client: pg.ClientBase, schema: string, { statements, marks }: Content): Promise<void> {
  const cells = [...new Set(statements.map((s) => s.cell))];
  const voided = marks.filter((m) => m.voids || m.undoes !== null).map((m) => m.reply);
  // What a complete reply had withdrawn counts again when that reply is replaced or withdrawn: then all of the
  // respondent is recounted.
  const complete = marks.filter((m) => m.complete || m.voids || m.undoes !== null);
  if (cells.length + voided.length + complete.length === 0) return;
  const { rows } = await client.query<{ series: string }>({
    name: `recount-${schema}`,
    text: recountCells(schema),
    values: [cells, voided, complete.map((m) => m.collection), complete.map((m) => m.respondent)],
  });
  const series = rows.map((row) => row.series);
  await recountDirections(client, schema, series);
  if (schema === liveSchema) await noteChanged(client, series);
}
