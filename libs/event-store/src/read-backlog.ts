/** How far the log, the relays and the projections have come, in one statement, for monitoring. */
import type pg from 'pg';
import { backlogStatement } from './sql/backlog.js';

/** How many events of the log one follower lacks, and the age of the first of them in seconds. */
interface Lag {
  readonly events: number;
  readonly seconds: number;
}

export interface Backlog {
  readonly head: number;
  readonly pending: number;
  readonly pendingSeconds: number;
  readonly relays: readonly (Lag & { readonly topic: string })[];
  readonly projections: readonly (Lag & { readonly projection: string })[];
  /** Undefined when no schema was given. */
  readonly deadLetters: number | undefined;
  readonly oldestTransactionSeconds: number;
}

/** In: the schema whose dead letters are counted, where its tables exist. Errors: those of pg. */
export async function readBacklog(pool: pg.Pool, schema?: string): Promise<Backlog> {
  const { rows } = await pool.query<Omit<Backlog, 'deadLetters'> & { deadLetters: number | null }>(
    backlogStatement(schema),
  );
  const { deadLetters, ...figures } = rows[0]!;
  return { ...figures, deadLetters: deadLetters ?? undefined };
}
