/** Reads the audit, and removes what has been kept long enough. */
import { forRequest } from '@rapporteur/postgres';
import type pg from 'pg';
import type { Audited } from './audit-entry.js';

export interface AuditRow {
  readonly number: number;
  readonly at: string;
  readonly principal: string | null;
  readonly what: string;
  readonly where: string;
  readonly address: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditQuestion {
  /** Those after this number, the oldest first; when not given, the newest. */
  readonly after?: number | undefined;
  readonly limit: number;
  readonly what?: Audited | undefined;
  readonly principal?: string | undefined;
}

type Row = Omit<AuditRow, 'number' | 'at'> & { readonly number: string; readonly at: Date };

/** Out: entries in the order of their numbers. Errors: those of pg. */
export async function readAudit(
  pool: pg.Pool,
  { after, limit, what, principal }: AuditQuestion,
): Promise<readonly AuditRow[]> {
  const { rows } = await pool.query<Row>(
    forRequest({
      text: `SELECT number, at, principal, what, place AS where, address, detail FROM audit
             WHERE ($1::bigint IS NULL OR number > $1) AND ($2::text IS NULL OR what = $2)
               AND ($3::text IS NULL OR principal = $3)
             ORDER BY number ${after === undefined ? 'DESC' : 'ASC'} LIMIT $4`,
      values: [after ?? null, what ?? null, principal ?? null, limit],
    }),
  );
  const entries = rows.map(({ number, at, ...rest }) => ({
    number: Number(number),
    at: at.toISOString(),
    ...rest,
  }));
  return after === undefined ? entries.reverse() : entries;
}

/** In: the environment. Out: for how many days entries are kept (AUDIT_DAYS). Errors: another value. */
export function readAuditDays({ AUDIT_DAYS: given }: NodeJS.ProcessEnv): number {
  if (!given) return 400;
  const days = Number(given);
  if (/^\d{1,5}$/.test(given) && days >= 1) return days;
  throw new Error(
    `AUDIT_DAYS=${given} is no number of days: give a whole number from 1 on, or leave it out (400).`,
  );
}

/** The line of a usage text that tells AUDIT_DAYS. In: the width of the names. */
export const auditUsage = (width = 14) =>
  `  ${'AUDIT_DAYS'.padEnd(width)}for how many days the audit is kept (400)`;

const removedAtOnce = 5000;

/** Removes what is older than some days, a part at a time. Out: how many entries. Errors: those of pg. */
export async function cleanAudit(pool: pg.Pool, days: number): Promise<number> {
  for (let removed = 0; ;) {
    const { rowCount } = await pool.query(
      `DELETE FROM audit WHERE number IN (
         SELECT number FROM audit WHERE at < clock_timestamp() - make_interval(days => $1)
         ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [days, removedAtOnce],
    );
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < removedAtOnce) return removed;
  }
}

const hourMs = 3600 * 1000;

/** Cleans the audit now and every hour. Out: a function that ends this. */
export function keepAuditClean(pool: pg.Pool, days: number, onError: (error: Error) => void): () => void {
  const clean = () => void cleanAudit(pool, days).catch(onError);
  clean();
  const timer = setInterval(clean, hourMs).unref();
  return () => clearInterval(timer);
}
