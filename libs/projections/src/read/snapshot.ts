/** One moment of the tables, which everything that an answer reads is read from. */
import { watermarkStatement } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';

/** One moment of the tables: everything read through it fits together. */
export interface Snapshot {
  readonly client: pg.ClientBase;
  /** The watermark: every event up to it is in the tables. */
  readonly position: number;
  /** Whether the tables hold nothing beyond the watermark, so that `cells` is the state at it. */
  readonly isExact: boolean;
  /** Events that could not be applied. */
  readonly deadLetters: number;
  /** Events that nobody can read, and that are set aside. */
  readonly setAside: number;
  readonly head: number;
  /** Which tables they are: a rebuild puts others in their place. */
  readonly tables: number;
}

/** Which tables are the live ones. */
export const tablesId = `to_regclass('${liveSchema}.cells')::oid::bigint`;

const beginOne = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
/**
 * A read sees one state of one and the same tables. The swap at the end of a rebuild waits for this lock, and a read that
 * comes meanwhile waits for the swap before it looks at anything. Otherwise it would look at the new tables as of a moment
 * before the swap, when they lacked their last events; and a read and a swap that wait for tables of each other would be a
 * deadlock.
 */
const holdTables = `LOCK TABLE ${liveSchema}.cells IN ACCESS SHARE MODE`;

/** Begins a read that may take as long as it needs. */
export const beginLongRead = `${beginOne}; ${holdTables}`;

/**
 * A read that takes longer than this is stopped, and its connection is free again. Without JIT: it would take
 * longer to compile a read than to run it.
 */
const begin = `${beginOne}; SET LOCAL statement_timeout = '30s'; SET LOCAL jit = off; ${holdTables}`;

/** Whether a read was stopped because it took too long. */
export const isTooSlow = (error: unknown): boolean => (error as { code?: string }).code === '57014';

/** Runs reads in one read-only transaction that sees a single state. Errors: those of pg (isTooSlow) and of `work`. */
export function withSnapshot<T>(pool: pg.Pool, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return inTransaction(
    pool,
    async (client) => {
      const { rows } = await client.query<{
        position: number | null;
        furthest: number;
        dead: number;
        aside: number;
        head: number;
        tables: number;
      }>({
        name: 'snapshot',
        text: `SELECT w.position, (SELECT max(position) FROM places WHERE projection = $1) AS furthest,
          (SELECT count(*) FROM ${liveSchema}.dead_letters) AS dead,
          (SELECT count(*) FROM ${liveSchema}.set_aside) AS aside, (SELECT head FROM sequencer) AS head,
          ${tablesId} AS tables
          FROM (${watermarkStatement}) w`,
        values: [liveSchema],
      });
      const { furthest, dead, aside, head, tables } = rows[0]!;
      const position = rows[0]!.position ?? 0;
      return work({
        client,
        position,
        isExact: furthest <= position,
        deadLetters: dead,
        setAside: aside,
        head,
        tables,
      });
    },
    begin,
  );
}

/** How many of the events up to a position could not be applied: what an answer at it may lack. */
export async function countDeadLetters(
  { client, deadLetters }: Pick<Snapshot, 'client' | 'deadLetters'>,
  upTo: number,
): Promise<number> {
  if (deadLetters === 0) return 0;
  const { rows } = await client.query<{ dead: number }>(
    `SELECT count(*) AS dead FROM ${liveSchema}.dead_letters WHERE position <= $1`,
    [upTo],
  );
  return rows[0]!.dead;
}

/** An event that nobody can read: what it said of a respondent, or of a round as a whole (null), is in no table. */
export interface SetAside {
  readonly event: number;
  readonly collection: string;
  readonly round: string;
  readonly respondent: string | null;
  readonly reason: string;
}

/** The events up to a position that are set aside, in order. */
export async function findSetAside(
  { client, setAside }: Pick<Snapshot, 'client' | 'setAside'>,
  upTo: number,
): Promise<SetAside[]> {
  if (setAside === 0) return [];
  const { rows } = await client.query<SetAside>(
    `SELECT position AS event, collection, round, respondent, reason FROM ${liveSchema}.set_aside
     WHERE position <= $1 ORDER BY position`,
    [upTo],
  );
  return rows;
}

/** How far the tables have come, how many events could not be applied, and which tables: one statement, asked often. */
export async function readProgress(
  pool: pg.Pool,
): Promise<Pick<Snapshot, 'position' | 'deadLetters' | 'tables'>> {
  const { rows } = await pool.query<Pick<Snapshot, 'position' | 'deadLetters' | 'tables'>>({
    name: 'progress',
    text: `SELECT COALESCE(w.position, 0) AS position,
        (SELECT count(*) FROM ${liveSchema}.dead_letters) AS "deadLetters", ${tablesId} AS tables
      FROM (${watermarkStatement}) w`,
    values: [liveSchema],
  });
  return rows[0]!;
}
