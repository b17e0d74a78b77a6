/** Reads the tables at a vintage, in one snapshot: cells, statements, marks, rounds. */
import type {
  CellStatement,
  KnownRound,
  ReplyMark,
  RoundOpened,
  Statement,
  Vintage,
} from '@rapporteur/domain';
import { readWatermark, watermarkStatement } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { liveSchema } from './create-tables.js';
import { decidedCells } from './sql/decided-cells.js';
import { touchedCells } from './sql/touched-cells.js';

/** One moment of the tables: everything read through it fits together. */
export interface Snapshot {
  readonly client: pg.ClientBase;
  /** The watermark: every event up to it is in the tables. */
  readonly position: number;
  /** Whether the tables hold nothing beyond the watermark, so that `cells` is the state at it. */
  readonly isExact: boolean;
  /** Events that could not be applied. */
  readonly deadLetters: number;
  readonly head: number;
}

/** A read that takes longer than this gives its connection back; compiling would take longer than what is read here. */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL statement_timeout = '30s'; SET LOCAL jit = off`;

/** Whether a read was stopped because it took too long. */
export const isTooSlow = (error: unknown): boolean => (error as { code?: string }).code === '57014';

/** Runs reads in one read-only transaction that sees a single state. Errors: those of pg (isTooSlow) and of `work`. */
export function withSnapshot<T>(pool: pg.Pool, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return inTransaction(
    pool,
    async (client) => {
      const position = await readWatermark(client, liveSchema);
      const { rows } = await client.query<{ furthest: number; dead: number; head: number }>({
        name: 'snapshot',
        text: `SELECT (SELECT max(position) FROM places WHERE projection = $1) AS furthest,
          (SELECT count(*) FROM ${liveSchema}.dead_letters) AS dead, (SELECT head FROM sequencer) AS head`,
        values: [liveSchema],
      });
      const { furthest, dead, head } = rows[0]!;
      return work({ client, position, isExact: furthest <= position, deadLetters: dead, head });
    },
    begin,
  );
}

/** How far the tables have come, and how many events could not be applied: one statement, asked often. */
export async function readProgress(pool: pg.Pool): Promise<{ position: number; deadLetters: number }> {
  const { rows } = await pool.query<{ position: number; deadLetters: number }>({
    name: 'progress',
    text: `SELECT COALESCE(w.position, 0) AS position,
        (SELECT count(*) FROM ${liveSchema}.dead_letters) AS "deadLetters" FROM (${watermarkStatement}) w`,
    values: [liveSchema],
  });
  return rows[0]!;
}

/** What to read; an absent part does not narrow. */
export interface CellFilter {
  readonly kind?: Statement['kind'] | undefined;
  readonly collections?: readonly string[] | undefined;
  readonly respondents?: readonly string[] | undefined;
  readonly codes?: readonly string[] | undefined;
  /** As `breakdownKey` writes it; `_T` is the total. */
  readonly breakdown?: string | undefined;
  /** A regular expression for that key. */
  readonly breakdownLike?: string | undefined;
  readonly cells?: readonly string[] | undefined;
  /** Years from and to, both included; periods that are no year are kept. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only cells after this one, and this many rows at most. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

const columns =
  'kind, cell, collection, respondent, reply, position, received_on, code, breakdown, period, year, value, qualifier, source';

/** How well the day of receipt is known stands with the event's mark. */
const precision = `LEFT JOIN (SELECT position AS event, received_precision FROM ${liveSchema}.marks) m ON m.event = c.position`;

interface Row extends Omit<CellStatement, 'receivedOn' | 'receivedPrecision'> {
  readonly received_on: string;
  readonly received_precision: CellStatement['receivedPrecision'];
}

const toStatement = ({ received_on, received_precision, ...row }: Row): CellStatement => ({
  ...row,
  receivedOn: received_on,
  receivedPrecision: received_precision,
});

/** Conditions on the columns of statements and cells, with the values that they refer to. */
export function toConditions(filter: CellFilter, values: unknown[]): string[] {
  const add = (value: unknown, toCondition: (parameter: string) => string) => {
    if (value === undefined) return [];
    values.push(value);
    return [toCondition(`$${values.length}`)];
  };
  return [
    ...add(filter.kind, (p) => `kind = ${p}`),
    ...add(filter.collections, (p) => `collection = ANY (${p}::text[])`),
    ...add(filter.respondents, (p) => `respondent = ANY (${p}::text[])`),
    ...add(filter.codes, (p) => `code = ANY (${p}::text[])`),
    ...add(filter.breakdown, (p) => `breakdown = ${p}`),
    ...add(filter.breakdownLike, (p) => `breakdown ~ ${p}`),
    // Not = ANY: with tens of thousands of cells its plan went through all of them for each row.
    ...add(filter.cells, (p) => `cell IN (SELECT unnest(${p}::text[]))`),
    ...add(filter.from, (p) => `(year IS NULL OR year >= ${p})`),
    ...add(filter.to, (p) => `(year IS NULL OR year <= ${p})`),
    ...add(filter.after, (p) => `cell > ${p}`),
  ];
}

const where = (conditions: readonly string[]) =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';

/** A query for the statements that decide cells: from `cells` as they are, or recounted for a vintage. */
export function cellsQuery(filter: CellFilter, vintage: Vintage | null): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const limit = filter.limit === undefined ? '' : ` LIMIT ${Math.trunc(filter.limit)}`;
  if (!vintage) {
    const conditions = toConditions(filter, values);
    return {
      text: `SELECT ${columns}, m.received_precision FROM ${liveSchema}.cells c ${precision} ${where(conditions)} ORDER BY cell, variant${limit}`,
      values,
    };
  }
  const bound = (value: unknown, type: string) => {
    if (value === undefined) return null;
    values.push(value);
    return `$${values.length}::${type}`;
  };
  const bounds = { asOf: bound(vintage.asOf, 'date'), at: bound(vintage.at, 'bigint') };
  // What narrows belongs to the cell and not to what is said of it, so every statement about a cell is in or out.
  const narrowed = toConditions(filter, values).join(' AND ') || 'true';
  const text = `WITH ${decidedCells(liveSchema, bounds, { from: `${liveSchema}.statements s`, where: narrowed })}
SELECT ${columns}, m.received_precision FROM decided c ${precision} ORDER BY cell, variant${limit}`;
  return { text, values };
}

/**
 * The statements that decide cells, in order of cell.
 * In: a snapshot, the filter, and the vintage asked for ({} = as it is at the snapshot's position).
 */
export async function readCells(
  { client, position, isExact }: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
): Promise<CellStatement[]> {
  const isNow = vintage.asOf === undefined && vintage.at === undefined;
  const query = cellsQuery(filter, isNow && isExact ? null : { ...vintage, at: vintage.at ?? position });
  const { rows } = await client.query<Row>(query);
  return rows.map(toStatement);
}

/** Every statement about cells that a vintage knows, in order of position: their whole lives. */
export async function readStatements(
  { client, position }: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
): Promise<Statement[]> {
  const values: unknown[] = [vintage.asOf ?? null, vintage.at ?? position];
  const conditions = toConditions(filter, values);
  const { rows } = await client.query<Row & { ordinal: number; retracted: boolean }>(
    `SELECT ${columns}, m.received_precision, ordinal, retracted FROM ${liveSchema}.statements c ${precision}
     ${where(['($1::date IS NULL OR received_on <= $1)', 'position <= $2', ...conditions])} ORDER BY position, ordinal`,
    values,
  );
  return rows.map((row) => toStatement(row) as Statement);
}

/** Which replies; an absent part does not narrow. */
export interface MarkFilter {
  readonly collection?: string | undefined;
  readonly round?: string | undefined;
  readonly respondent?: string | undefined;
}

interface MarkRow extends Omit<ReplyMark, 'receivedOn' | 'receivedPrecision'> {
  readonly received_on: string;
  readonly received_precision: ReplyMark['receivedPrecision'];
}

/** What happened to replies as a whole, as far as a vintage knows, in order of position. */
export async function readMarks(
  { client, position }: Snapshot,
  filter: MarkFilter,
  vintage: Vintage,
): Promise<ReplyMark[]> {
  const { rows } = await client.query<MarkRow>(
    `SELECT position, reply, collection, round, respondent, received_on, received_precision, kind, voids, complete,
       language, late, reason, reference
     FROM ${liveSchema}.marks
     WHERE ($1::date IS NULL OR received_on <= $1) AND position <= $2 AND ($3::text IS NULL OR collection = $3)
       AND ($4::text IS NULL OR round = $4) AND ($5::text IS NULL OR respondent = $5)
     ORDER BY position`,
    [
      vintage.asOf ?? null,
      vintage.at ?? position,
      filter.collection ?? null,
      filter.round ?? null,
      filter.respondent ?? null,
    ],
  );
  return rows.map(({ received_on, received_precision, ...row }) => ({
    ...row,
    receivedOn: received_on,
    receivedPrecision: received_precision,
  }));
}

/** The rounds opened by the vintage's position, in order of collection and round. */
export async function readRounds({ client, position }: Snapshot, vintage: Vintage): Promise<KnownRound[]> {
  const { rows } = await client.query<{ particulars: RoundOpened; position: number }>(
    `SELECT particulars, position FROM ${liveSchema}.rounds WHERE position <= $1 ORDER BY collection, round`,
    [vintage.at ?? position],
  );
  return rows;
}

/** The figures that may say something else on the later day than on the earlier one (see sql/touched-cells.ts). */
export async function readTouchedCells(
  { client, position }: Snapshot,
  days: { readonly from: string; readonly to: string },
  collections: readonly string[] | undefined,
  { at }: Vintage,
): Promise<string[]> {
  const values = [days.from, days.to, at ?? position, collections ?? null];
  const { rows } = await client.query<{ cell: string }>(touchedCells(liveSchema), values);
  return rows.map(({ cell }) => cell);
}
