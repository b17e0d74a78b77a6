/** Holds the tables against a pure fold of the log: the proof that live and rebuilt are the same. */
import {
  faultOfMeta,
  foldCells,
  groupBySeries,
  isReplyEvent,
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
import { liveSchema } from '../tables/create-tables.js';
import { toDirections } from '../write/recount-directions.js';

/** A row that is not what the fold says; undefined = not there. */
export interface Difference {
  readonly where: string;
  readonly table: string | undefined;
  readonly fold: string | undefined;
}

/** What is wrong with an event of the log. */
export interface Fault {
  readonly position: number;
  readonly stream: string;
  readonly fault: string;
}

export interface Verification {
  readonly events: number;
  readonly cells: number;
  /** Events among the dead letters, which both sides leave out. */
  readonly deadLetters: number;
  /** Events whose dead letters were discarded; both sides leave them out too. */
  readonly discarded: number;
  /** Events that a later one sets aside; neither side counts what they say. */
  readonly setAside: number;
  /** Events that nobody can read, and that are not set aside. */
  readonly unreadable: readonly Fault[];
  /** Events that can be read, but not what they say of their recording. */
  readonly oddlyRecorded: readonly Fault[];
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
 * Folds every event up to the tables' place, partition by partition, and compares statements, cells, directions, marks
 * and rounds.
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
      const log: LogFaults = { unreadable: [], oddlyRecorded: [], aside: new Set() };
      let events = 0;
      let cells = 0;
      for (let partition = 0; partition < partitionCount && differences.length < limit; partition += 1) {
        const upTo = places.get(partition) ?? 0;
        const folded = await foldPartition(client, { partition, upTo, leftOut, log }, (n) =>
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
        setAside: log.aside.size,
        unreadable: log.unreadable.filter(({ position }) => !log.aside.has(position)),
        oddlyRecorded: log.oddlyRecorded,
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

/** What is found in the log beside what it says. */
interface LogFaults {
  readonly unreadable: Fault[];
  readonly oddlyRecorded: Fault[];
  /** Positions of the events that are set aside. */
  readonly aside: Set<number>;
}

/** An event, or undefined where nobody can read it: it is among the dead letters then, or was discarded or set aside. */
function tryRead(stored: FeedEvent, log: LogFaults): DomainEvent | undefined {
  const { position, stream } = stored;
  const fault = faultOfMeta(stored.meta);
  if (fault !== undefined) log.oddlyRecorded.push({ position, stream, fault });
  try {
    return readEvent(stored);
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
    log.unreadable.push({ position, stream, fault: error.message });
    return undefined;
  }
}

const perRead = 5000;

interface Folding {
  readonly partition: number;
  readonly upTo: number;
  /** Positions of dead letters and of discarded ones. */
  readonly leftOut: ReadonlySet<number>;
  readonly log: LogFaults;
}

async function foldPartition(
  client: pg.ClientBase,
  { partition, upTo, leftOut, log }: Folding,
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
      const event = tryRead(stored, log);
      if (!event || leftOut.has(stored.position)) continue;
      if (event.type === 'RoundOpened')
        rows.set(`round ${event.data.collection}/${event.data.round}`, toCanonical(event.data));
      else if (isReplyEvent(event)) marks.push(toMark(event, stored.position));
      else {
        const { version: _, ...data } = event.data;
        log.aside.add(data.position);
        rows.set(`set aside ${data.position}`, toCanonical({ ...data, by: stored.position }));
      }
      statements.push(...toStatements(event, stored.position));
    }
    events += read.length;
    after = read.at(-1)!.position;
    onRead(events);
  }
  for (const mark of marks) rows.set(`mark ${mark.position}`, toCanonical(mark));
  for (const s of statements) rows.set(`statement ${s.position}.${s.ordinal}`, toText(s));
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

/** All that a statement says beside its place, as one text: they are many, and toCanonical takes five times as long. */
const toText = (s: Omit<Statement, 'position' | 'ordinal'>) =>
  JSON.stringify([
    ...[s.kind, s.cell, s.collection, s.respondent, s.reply, s.receivedOn, s.retracted],
    ...[s.code, s.breakdown, s.period, s.year, s.value, s.qualifier, toCanonical(s.source)],
  ]);

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
  const aside = await client.query(
    `SELECT position, collection, round, respondent, by, reason FROM ${schema}.set_aside WHERE by = ANY ($1)`,
    [positions],
  );
  const statements = await client.query(
    `SELECT position, ordinal, kind, cell, collection, respondent, reply, received_on AS "receivedOn", retracted, code,
       breakdown, period, year, value, qualifier, source
     FROM ${schema}.statements WHERE respondent = ANY ($1)`,
    [respondents],
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
    ...aside.rows.map((row) => [`set aside ${row.position}`, toCanonical(row)] as const),
    ...cells.rows.map(({ cell, variant, ...row }) => [`cell ${cell} ${variant}`, toCanonical(row)] as const),
    ...statements.rows.map((row) => [`statement ${row.position}.${row.ordinal}`, toText(row)] as const),
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
       UNION ALL SELECT 'round at', position FROM ${schema}.rounds
       UNION ALL SELECT 'set aside by', by FROM ${schema}.set_aside) t
     LEFT JOIN log l ON l.position = t.position
     LEFT JOIN unnest($1::smallint[], $2::bigint[]) AS p(partition, place) ON p.partition = l.partition
     WHERE l.position IS NULL OR l.position > p.place LIMIT 100`,
    [[...places.keys()], [...places.values()]],
  );
  return rows.map(({ where }) => ({ where, table: 'there', fold: undefined }));
}
