/** Reads who there is, what they hold, which keys they have, and when each was last used. */
import { endOf, type Key } from '@rapporteur/domain';
import type { KeyAnswer, PersonAnswer } from '@rapporteur/contract';
import type pg from 'pg';
import { readEverybody, readPrincipal, type Acting } from './access-log.js';

/** Everybody as /v1/people answers them. Errors: those of pg. */
export async function readPeople(pool: pg.Pool): Promise<readonly PersonAnswer[]> {
  const everybody = await readEverybody(pool);
  const uses = await readUses(pool);
  return everybody.map((one) => toPerson(one, uses));
}

/** In: a name in the access log. Out: as of /v1/people; undefined where nobody is called so. Errors: those of pg. */
export async function readPerson(pool: pg.Pool, id: string): Promise<PersonAnswer | undefined> {
  const found = await readPrincipal(pool, id);
  return found && toPerson(found, await readUses(pool));
}

/** All keys, in order of whose they are. Errors: those of pg. */
export const readKeys = async (pool: pg.Pool): Promise<readonly KeyAnswer[]> =>
  (await readPeople(pool)).flatMap(({ id, keys }) => keys.map((key) => ({ ...key, principal: id })));

interface Uses {
  /** Instants by the name of a key. */
  readonly keys: ReadonlyMap<string, string>;
  /** Instants of the last request of a session, by whose it was. */
  readonly sessions: ReadonlyMap<string, string>;
}

async function readUses(pool: pg.Pool): Promise<Uses> {
  const read = async (statement: string) => {
    const { rows } = await pool.query<{ name: string; at: Date }>(statement);
    return new Map(rows.map(({ name, at }) => [name, at.toISOString()]));
  };
  return {
    keys: await read('SELECT key AS name, last_used_at AS at FROM key_uses'),
    sessions: await read(
      'SELECT principal AS name, max(last_seen_at) AS at FROM sessions GROUP BY principal',
    ),
  };
}

function toPerson({ principal: { id, kind, name, grants, keys } }: Acting, uses: Uses): PersonAnswer {
  const now = new Date().toISOString();
  return {
    ...{ id, kind, name },
    grants: grants.map(({ number, role, scope }) => ({ number, role, scope })) as PersonAnswer['grants'],
    keys: keys.map((key) => toKey(key, now, uses)),
    lastSeenAt: uses.sessions.get(id) ?? null,
  };
}

const toKey = (key: Key, now: string, uses: Uses): PersonAnswer['keys'][number] => ({
  key: key.key,
  state: endOf(key, now) ?? 'good',
  issuedAt: key.issuedAt,
  until: key.until,
  ...(key.revokedAt === undefined ? {} : { revokedAt: key.revokedAt }),
  lastUsedAt: uses.keys.get(key.key) ?? null,
});
