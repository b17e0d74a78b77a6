/** Which version each principal's rights have: what an append rests on, and what every change of rights raises. */
import type { Standing } from '@rapporteur/domain';
import type pg from 'pg';

/** In: principals. Out: the version of the rights of each; 0 for one that never had any. Errors: those of pg. */
export async function readVersions(
  db: pg.Pool | pg.ClientBase,
  principals: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.query<Standing>(
    'SELECT principal, version FROM standings WHERE principal = ANY ($1)',
    [principals],
  );
  const known = new Map(rows.map(({ principal, version }) => [principal, version]));
  return new Map(principals.map((principal) => [principal, known.get(principal) ?? 0]));
}

/** In: a principal. Out: its standing now. Errors: those of pg. */
export async function readStanding(db: pg.Pool | pg.ClientBase, principal: string): Promise<Standing> {
  return { principal, version: (await readVersions(db, [principal])).get(principal)! };
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
