/** Whose right to read has ended, of those who have a stream open. */
import type { Authority } from '@rapporteur/domain';
import { readVersions } from '@rapporteur/event-store';
import type pg from 'pg';

/** Somebody who reads; `authority` is absent where everybody may. */
export interface WithRights {
  authority: Authority | undefined;
}

/**
 * Looks whether rights have changed, by one statement for all, and renews those that have.
 * Out: the readers whose right has ended. Errors: those of pg.
 */
export async function findEnded<Reader extends WithRights>(
  pool: pg.Pool,
  readers: readonly Reader[],
  now = new Date(),
): Promise<Reader[]> {
  const held = readers.filter(({ authority }) => authority !== undefined);
  if (held.length === 0) return [];
  const principals = new Set(held.flatMap(({ authority }) => authority?.standing?.principal ?? []));
  const versions = await readVersions(pool, [...principals]);
  const isOver = await Promise.all(held.map((reader) => isEnded(reader, versions, now)));
  return held.filter((_, i) => isOver[i]);
}

async function isEnded(
  reader: WithRights,
  versions: ReadonlyMap<string, number>,
  now: Date,
): Promise<boolean> {
  const { standing, until } = reader.authority!;
  if (until !== undefined && Date.parse(until) <= now.getTime()) return true;
  if (!standing || versions.get(standing.principal) === standing.version) return false;
  try {
    reader.authority = await reader.authority!.renew();
    return false;
  } catch {
    // The reader connects again, and is told why not.
    return true;
  }
}
