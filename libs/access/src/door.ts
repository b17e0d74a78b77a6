/** Who a request comes from: by the key that it brings. */
import type { Authority, SignInMethod } from '@rapporteur/domain';
import { notSignedIn, type Door, type Refusal } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { findByKey, readNamings, type Acting } from './access-log.js';
import { isKey } from './keys.js';

/** Finds who has shown a secret; undefined where it is none of its kind. Errors: HttpProblem 401. */
export type Finder = (secret: string) => Promise<{ acting: Acting; signedInBy: SignInMethod } | undefined>;

export interface DoorOptions {
  readonly pool: pg.Pool;
  readonly isReadingOpen: boolean;
  readonly onRefused?: (request: FastifyRequest, refusal: Refusal) => void;
}

/**
 * How long an answer of the access log is used again (ms). What is appended is checked against the log once more, so
 * that this is how long a read may go on after the right to it has ended.
 */
const usedAgainMs = 500;
/** How many secrets are remembered at most: others are looked up each time. */
const rememberedAtMost = 10_000;

export function makeDoor({ pool, isReadingOpen, onRefused = () => undefined }: DoorOptions): Door {
  const remembered = new Map<string, { readonly authority: Promise<Authority>; readonly until: number }>();

  const find = async (secret: string): Promise<Authority> => {
    const found = await findByKey(pool, secret, new Date().toISOString());
    if (!found) throw notSignedIn('The key in the header Authorization is none that was issued');
    if (found.ended)
      throw notSignedIn(
        `The key ${found.key.key} ${found.ended === 'revoked' ? 'was revoked' : 'has expired'}`,
      );
    const { principal, standing } = found;
    void noteUse(pool, found.key.key);
    const namings = await readNamings(pool);
    return { principal, standing, signedInBy: 'key', namings, renew: () => find(secret) };
  };

  const findOnce = (secret: string): Promise<Authority> => {
    const now = performance.now();
    const known = remembered.get(secret);
    if (known && known.until > now) return known.authority;
    if (remembered.size >= rememberedAtMost) remembered.clear();
    const authority = find(secret);
    remembered.set(secret, { authority, until: now + usedAgainMs });
    authority.catch(() => remembered.delete(secret));
    return authority;
  };

  return {
    isReadingOpen,
    refused: onRefused,
    async identify({ headers: { authorization } }) {
      if (authorization === undefined) return undefined;
      const [, secret] = /^Bearer +(\S+)$/i.exec(authorization.trim()) ?? [];
      if (secret === undefined || !isKey(secret))
        throw notSignedIn('The header Authorization holds no key of Rapporteur');
      return findOnce(secret);
    },
  };
}

/** Notes that a key was used; at most once a minute, for this is for people who look for keys that nobody uses. */
const noteUse = (pool: pg.Pool, key: string): Promise<unknown> =>
  pool
    .query(
      `INSERT INTO key_uses (key, last_used_at) VALUES ($1, clock_timestamp())
       ON CONFLICT (key) DO UPDATE SET last_used_at = EXCLUDED.last_used_at
       WHERE key_uses.last_used_at < EXCLUDED.last_used_at - interval '1 minute'`,
      [key],
    )
    .catch(() => undefined);
