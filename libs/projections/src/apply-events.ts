/** Applies a batch of events to the tables and moves the place in the feed on, in one transaction. */
import {
  readEvent,
  toMark,
  toStatements,
  type ReplyMark,
  type RoundOpened,
  type Statement,
} from '@rapporteur/domain';
import { holdPlaces, movePlaces, type FeedEvent, type Lease } from '@rapporteur/event-store';
import type pg from 'pg';
import { recountDirections } from './recount-directions.js';
import {
  insertDeadLetters,
  insertMarks,
  insertRounds,
  insertStatements,
  upsertApplied,
} from './sql/insert-rows.js';
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
}

/** A stream's version is missing: the feed has lost or reordered an event, and nothing may be applied after it. */
export class HoleInStream extends Error {
  override name = 'HoleInStream';
}

/** What a batch of events says, ready to be inserted. */
interface Content {
  readonly rounds: { data: RoundOpened; position: number }[];
  readonly marks: ReplyMark[];
  readonly statements: Statement[];
  readonly dead: { position: number; stream: string; reason: string }[];
}

const nothing: Content = { rounds: [], marks: [], statements: [], dead: [] };

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
  return { applied: fresh.length, redelivered: events.length - fresh.length, dead, positions: places };
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
  const content = readContent(events);
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

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint): trying again would fail again. */
const isRefusedData = (error: unknown) => /^2[23]/.test((error as { code?: string }).code ?? '');

/** Every stream must go on where it stopped; its last version is noted. */
async function checkVersions(
  client: pg.ClientBase,
  schema: string,
  events: readonly FeedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const streams = [...new Set(events.map((event) => event.stream))];
  const { rows } = await client.query<{ stream: string; version: number }>({
    name: `applied-${schema}`,
    text: `SELECT stream, version FROM ${schema}.applied WHERE stream = ANY ($1)`,
    values: [streams],
  });
  const versions = new Map(rows.map((row) => [row.stream, row.version]));
  for (const { stream, version, position } of events) {
    const last = versions.get(stream) ?? 0;
    if (version !== last + 1)
      throw new HoleInStream(
        `${stream}: version ${version} at position ${position} came after version ${last}`,
      );
    versions.set(stream, version);
  }
  await client.query({
    name: `upsert-applied-${schema}`,
    text: upsertApplied(schema),
    values: [streams, streams.map((stream) => versions.get(stream))],
  });
}

/** Reads each event; one that cannot be read becomes a dead letter, and the others go on. */
function readContent(events: readonly FeedEvent[]): Content {
  const content: Content = { rounds: [], marks: [], statements: [], dead: [] };
  for (const stored of events) {
    const { position, stream } = stored;
    try {
      const event = readEvent(stored);
      if (event.type === 'RoundOpened') content.rounds.push({ data: event.data, position });
      else content.marks.push(toMark(event, position));
      content.statements.push(...toStatements(event, position));
    } catch (error) {
      content.dead.push({ position, stream, reason: (error as Error).message });
    }
  }
  return content;
}

async function insertContent(
  client: pg.ClientBase,
  schema: string,
  { rounds, marks, statements, dead }: Content,
): Promise<void> {
  const insert = (name: string, text: string, values: unknown[][]) =>
    values[0]!.length > 0 ? client.query({ name: `${name}-${schema}`, text, values }) : undefined;
  await insert('insert-rounds', insertRounds(schema), [
    rounds.map((r) => r.data.collection),
    rounds.map((r) => r.data.round),
    rounds.map((r) => r.position),
    rounds.map((r) => JSON.stringify(r.data)),
  ]);
  await insert('insert-marks', insertMarks(schema), toMarkArrays(marks));
  await insert('insert-statements', insertStatements(schema), toStatementArrays(statements));
  await insert('insert-dead-letters', insertDeadLetters(schema), [
    dead.map((d) => d.position),
    dead.map((d) => d.stream),
    dead.map((d) => d.reason),
  ]);
}

/** One array a column, in the order of `markColumns`. */
function toMarkArrays(marks: readonly ReplyMark[]): unknown[][] {
  return [
    marks.map((m) => m.position),
    marks.map((m) => m.reply),
    marks.map((m) => m.collection),
    marks.map((m) => m.round),
    marks.map((m) => m.respondent),
    marks.map((m) => m.receivedOn),
    marks.map((m) => m.receivedPrecision),
    marks.map((m) => m.kind),
    marks.map((m) => m.voids),
    marks.map((m) => m.complete),
    marks.map((m) => m.language),
    marks.map((m) => m.late),
    marks.map((m) => m.reason),
    marks.map((m) => m.reference),
  ];
}

/** One array a column, in the order of `statementColumns`. */
function toStatementArrays(statements: readonly Statement[]): unknown[][] {
  return [
    statements.map((s) => s.position),
    statements.map((s) => s.ordinal),
    statements.map((s) => s.kind),
    statements.map((s) => s.cell),
    statements.map((s) => s.collection),
    statements.map((s) => s.respondent),
    statements.map((s) => s.reply),
    statements.map((s) => s.receivedOn),
    statements.map((s) => s.retracted),
    statements.map((s) => s.code),
    statements.map((s) => s.breakdown),
    statements.map((s) => s.period),
    statements.map((s) => s.year),
    statements.map((s) => s.value),
    statements.map((s) => s.qualifier),
    statements.map((s) => JSON.stringify(s.source)),
  ];
}

async function recount(client: pg.ClientBase, schema: string, { statements, marks }: Content): Promise<void> {
  const cells = [...new Set(statements.map((s) => s.cell))];
  const voided = marks.filter((m) => m.voids).map((m) => m.reply);
  // What a complete reply had withdrawn counts again when that reply goes: all of the respondent is recounted.
  const complete = marks.filter((m) => m.complete || m.voids);
  if (cells.length + voided.length + complete.length === 0) return;
  const { rows } = await client.query<{ series: string }>({
    name: `recount-${schema}`,
    text: recountCells(schema),
    values: [cells, voided, complete.map((m) => m.collection), complete.map((m) => m.respondent)],
  });
  await recountDirections(
    client,
    schema,
    rows.map(({ series }) => series),
  );
}
