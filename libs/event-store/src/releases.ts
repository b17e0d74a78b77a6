/** Releases: the moments at which the log had all replies of a publication. */
import type pg from 'pg';

export interface Release {
  readonly collection: string;
  readonly round: string;
  /** All its replies have positions up to this one. */
  readonly position: number;
  /** SHA-256 of its bytes, in hex. */
  readonly file: string;
}

/** Notes that a publication is in the log as a whole. What is noted already stays as it is. Errors: those of pg. */
export async function saveRelease(
  db: pg.ClientBase,
  { collection, round, position, file }: Release,
): Promise<void> {
  await db.query(
    `INSERT INTO releases (collection, round, position, file) VALUES ($1, $2, $3, $4)
     ON CONFLICT (collection, round, position) DO NOTHING`,
    [collection, round, position, file],
  );
}

/** A release, with when it was: an ISO instant. */
export type PastRelease = Release & { readonly releasedAt: string };

const columns = 'collection, round, position, file, released_at AS "releasedAt"';
const toPast = ({ releasedAt, ...release }: Release & { readonly releasedAt: Date }): PastRelease => ({
  ...release,
  releasedAt: releasedAt.toISOString(),
});
const byPosition = (a: Release, b: Release) => a.position - b.position;

/**
 * Releases up to a position that nobody has taken yet: from now on they are taken, if the caller's transaction is
 * committed. Of two callers one gets each. Out: in the order of positions. Errors: those of pg.
 */
export async function takeReleases(db: pg.ClientBase, upTo: number): Promise<PastRelease[]> {
  const { rows } = await db.query<Release & { releasedAt: Date }>(
    `UPDATE releases SET told_at = now() WHERE told_at IS NULL AND position <= $1 RETURNING ${columns}`,
    [upTo],
  );
  return rows.map(toPast).sort(byPosition);
}

/** Releases after a position that were taken. Out: in the order of positions. Errors: those of pg. */
export async function readTakenReleases(db: pg.ClientBase, after: number): Promise<PastRelease[]> {
  const { rows } = await db.query<Release & { releasedAt: Date }>(
    `SELECT ${columns} FROM releases WHERE told_at IS NOT NULL AND position > $1`,
    [after],
  );
  return rows.map(toPast).sort(byPosition);
}
