/** Holds the tables against a pure fold of the log: the proof that live and rebuilt are the same. */
import {
  foldCells,
  groupBySeries,
  readEvent,
  toCanonical,
  toMark,
  toStatements,
  UnreadableEvent,
  type DomainEvent,
  type ReplyMark,
  type Statement,
} from '@rapporteur/domain';
import { partitionCount, readPartition, type FeedEvent } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { liveSchema } from './create-tables.js';
import { toDirections } from './recount-directions.js';

/** A row that is not what the fold says; undefined = not there. */
export interface Difference {
  readonly where: string;
  readonly table: string | undefined;
  readonly fold: string | undefined;
}

export interface Verification {
  readonly events: number;
  readonly cells: number;
  /** Events among the dead letters, which both sides leave out. */
  readonly deadLetters: number;
  /** Events whose dead letters were discarded; both sides leave them out too. */
  readonly discarded: number;
  /** The first differences; empty = the tables are the fold of the log. */
  readonly differences: readonly Difference[];
}

export interface VerifyOptions {
  readonly schema?: string;
  /** Differences after which it stops; 20 when not said. */
  readonly limit?: number;
  readonly onProgress?: (events: number, of: number) => void;
}

/**
 * Folds every event up to the tables' place, partition by partition, and compares cells, directions, marks and rounds.
 * It reads one snapshot, so the feed may go on meanwhile. What is a dead letter, or was discarded, is left out of the
 * fold.
 */
export function verifyTables(
  pool: pg.Pool,
  { schema = liveSchema, limit = 20, onProgress }: VerifyOptions = {},
): Promise<Verification> {
  return inTransaction(
    pool,
    async (client) => {
      const { places, dead, discarded, total } = await readExtent(client, schema);
      const leftOut = new Set([...dead, ...discarded]);
      const differences: Difference[] = [];
      let events = 0;
      let cells = 0;
      for (let partition = 0; partition < partitionCount && differences.length < limit; partition += 1) {
        const folded = await foldPartition(client, partition, places.get(partition) ?? 0, leftOut, (n) =>
          onProgress?.(events + n, total),
        );
        const found = await readRows(client, schema, [...folded.respondents], folded.positions);
        events += folded.events;
        cells += folded.cells;
        differences.push(...compare(found, folded.rows));
      }
      differences.push(...(await findStrays(client, schema, places)));
      return {
        events,
        cells,
        deadLetters: dead.length,
        discarded: discarded.length,
        differences: differences.slice(0, limit),
      };
    },
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  );
}

async function readExtent(client: pg.ClientBase, schema: string) {
  const { rows: places } = await client.query(
    'SELECT partition, position FROM places WHERE projection = $1',
    [schema],
  );
  const { rows: dead } = await client.query(`SELECT position FROM ${schema}.dead_letters`);
  const { rows: discarded } = await client.query('SELECT position FROM discarded_letters');
  const { rows: head } = await client.query('SELECT head FROM sequencer');
  return {
    places: new Map<number, number>(places.map((row) => [row.partition, row.position])),
    dead: dead.map((row): number => row.position),
    discarded: discarded.map((row): number => row.position),
    total: head[0].head as number,
  };
}

type Rows = Map<string, string>;

interface Folded {
  readonly rows: Rows;
  readonly respondents: Set<string>;
  readonly positions: number[];
  readonly events: number;
  readonly cells: number;
}

/** An event that nobody can read was set aside, and perhaps discarded when that was not remembered yet. */
function tryRead(stored: FeedEvent): DomainEvent | undefined {
  try {
    return readEvent(stored);
  } catch (error) {
    if (error instanceof UnreadableEvent) return undefined;
    throw error;
  }
}

const perRead = 5000;

async function foldPartition(
  client: pg.ClientBase,
  partition: number,
  upTo: number,
  leftOut: ReadonlySet<number>,
  onRead: (events: number) => void,
): Promise<Folded> {
  const statements: Statement[] = [];
  const marks: ReplyMark[] = [];
  const rows: Rows = new Map();
  const positions: number[] = [];
  let events = 0;
  for (let after = 0; ;) {
    const read: FeedEvent[] = await readPartition(client, partition, after, upTo, perRead);
    if (read.length === 0) break;
    for (const stored of read) {
      positions.push(stored.position);
      const event = leftOut.has(stored.position) ? undefined : tryRead(stored);
      if (!event) continue;
      if (event.type === 'RoundOpened')
        rows.set(`round ${event.data.collection}/${event.data.round}`, toCanonical(event.data));
      else marks.push(toMark(event, stored.position));
      statements.push(...toStatements(event, stored.position));
    }
    events += read.length;
    after = read.at(-1)!.position;
    onRead(events);
  }
  for (const mark of marks) rows.set(`mark ${mark.position}`, toCanonical(mark));
  const folded = foldCells(statements, marks);
  for (const [cell, decided] of folded)
    decided.forEach((s, variant) => rows.set(`cell ${cell} ${variant}`, toCanonical(toCellRow(s))));
  const figures = [...folded.values()].flat().filter(({ kind }) => kind === 'observation');
  for (const [series, own] of groupBySeries(figures))
    for (const direction of toDirections(own))
      rows.set(`direction ${series} ${direction.fromYear}`, toCanonical(direction));
  return {
    rows,
    respondents: new Set(marks.map((m) => m.respondent)),
    positions,
    events,
    cells: folded.size,
  };
}

const toCellRow = ({
  position,
  ordinal,
  reply,
  receivedOn,
  code,
  breakdown,
  period,
  year,
  value,
  qualifier,
  source,
}: Statement) => ({
  position,
  ordinal,
  reply,
  receivedOn,
  code,
  breakdown,
  period,
  year,
  value,
  qualifier,
  source,
});

/** The rows of a partition as they stand, in the words of the fold. */
async function readRows(
  client: pg.ClientBase,
  schema: string,
  respondents: readonly string[],
  positions: readonly number[],
): Promise<Rows> {
  const cells = await client.query(
    `SELECT cell, variant, position, ordinal, reply, received_on AS "receivedOn", code, breakdown, period, year, value, qualifier, source
     FROM ${schema}.cells WHERE respondent = ANY ($1)`,
    [respondents],
  );
  const marks = await client.query(
    `SELECT reply, collection, round, respondent, position, received_on AS "receivedOn", kind, voids, complete,
       received_precision AS "receivedPrecision", language, late, reason, reference
     FROM ${schema}.marks WHERE respondent = ANY ($1)`,
    [respondents],
  );
  const rounds = await client.query(
    `SELECT collection, round, particulars FROM ${schema}.rounds WHERE position = ANY ($1)`,
    [positions],
  );
  const directions = await client.query(
    `SELECT series, from_year AS "fromYear", direction, reason, p, p_low AS "pLow" FROM ${schema}.directions
     WHERE split_part(series, '~', 2) = ANY ($1)`,
    [respondents],
  );
  return new Map([
    ...directions.rows.map(
      ({ series, ...row }) => [`direction ${series} ${row.fromYear}`, toCanonical(row)] as const,
    ),
    ...cells.rows.map(({ cell, variant, ...row }) => [`cell ${cell} ${variant}`, toCanonical(row)] as const),
    ...marks.rows.map((row) => [`mark ${row.position}`, toCanonical(row)] as const),
    ...rounds.rows.map(
      (row) => [`round ${row.collection}/${row.round}`, toCanonical(row.particulars)] as const,
    ),
  ]);
}

function compare(found: Rows, folded: Rows): Difference[] {
  const names = new Set([...found.keys(), ...folded.keys()]);
  return [...names]
    .filter((name) => found.get(name) !== folded.get(name))
    .sort()
    .map((where) => ({ where, table: found.get(where), fold: folded.get(where) }));
}

/** Rows that no event up to their partition's place accounts for. */
async function findStrays(
  client: pg.ClientBase,
  schema: string,
  places: ReadonlyMap<number, number>,
): Promise<Difference[]> {
  const { rows } = await client.query<{ where: string }>(
    `SELECT t.kind || ' ' || t.position AS where FROM (
       SELECT 'mark' AS kind, position FROM ${schema}.marks
       UNION ALL SELECT DISTINCT 'statements of', position FROM ${schema}.statements
       UNION ALL SELECT 'round at', position FROM ${schema}.rounds) t
     LEFT JOIN log l ON l.position = t.position
     LEFT JOIN unnest($1::smallint[], $2::bigint[]) AS p(partition, place) ON p.partition = l.partition
     WHERE l.position IS NULL OR l.position > p.place LIMIT 100`,
    [[...places.keys()], [...places.values()]],
  );
  return rows.map(({ where }) => ({ where, table: 'there', fold: undefined }));
}
