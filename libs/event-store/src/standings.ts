/** Which version each principal's rights have: what an append rests on, and what every change of rights raises. */
import type { Standing } from '@rapporteur/domain';
import type pg from 'pg';

/** In: a principal. Out: the version of its rights; 0 where it never had any. Errors: those of pg. */
export async function readStanding(db: pg.Pool | pg.ClientBase, principal: string): Promise<Standing> {
  const { rows } = await db.query<{ version: number }>('SELECT version FROM standings WHERE principal = $1', [
    principal,
  ]);
  return { principal, version: rows[0]?.version ?? 0 };
}

/**
 * Raises the version of a principal's rights, in the transaction that changes them: appends that rest on the version
 * before and are under way are committed first, all others are refused once that transaction commits.
 * Out: the new version. Errors: those of pg.
 */
export async function raiseStanding(client: pg.ClientBase, principal: string): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `INSERT INTO standings (principal, version) VALUES ($1, 1)
     ON CONFLICT (principal) DO UPDATE SET version = standings.version + 1 RETURNING version`,
    [principal],
  );
  return rows[0]!.version;
}
