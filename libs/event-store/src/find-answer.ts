/** Finds the answer that a request was given when it was asked for the first time. */
import { forRequest } from '@rapporteur/postgres';
import type pg from 'pg';

/** The first answer that was given to an Idempotency-Key. */
export interface RecordedAnswer {
  readonly fingerprint: string;
  readonly status: number;
  readonly answer: unknown;
}

export async function findAnswer(
  db: pg.Pool | pg.ClientBase,
  key: string,
): Promise<RecordedAnswer | undefined> {
  const { rows } = await db.query<RecordedAnswer>(
    forRequest({ text: 'SELECT fingerprint, status, answer FROM requests WHERE key = $1', values: [key] }),
  );
  return rows[0];
}
