/** Who a request comes from: by the key that it brings, or by the cookie of a session. */
import type { Authority } from '@rapporteur/domain';
import { HttpProblem, notSignedIn, type Door, type Refusal } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type pg from 'pg';
import { findByKey, readNamings } from './access-log.js';
import { isKey } from './keys.js';
import { remember } from './remember.js';
import { readSessionCookie, removedCookie } from './sessions/session-cookie.js';
import { findSession, noteSeen } from './sessions/sessions.js';

/**
 * Finds who sent a request; undefined where it shows nothing that this one knows. Errors: HttpProblem 401, where it
 * shows what this one knows and what does not count (any more).
 */
export type Finder = (request: FastifyRequest) => Promise<Authority> | undefined;

export interface DoorOptions {
  readonly pool: pg.Pool;
  readonly isReadingOpen: boolean;
  /** Further ones for what stands in the header Authorization, such as access tokens of an identity provider. */
  readonly finders?: readonly Finder[];
  readonly onRefused?: (request: FastifyRequest, refusal: Refusal) => void;
  readonly onUnreleased?: (request: FastifyRequest) => void;
}

/** In: the headers of a request. Out: what stands behind `Authorization: Bearer`; undefined where nothing does. */
export const readBearer = ({ authorization = '' }: IncomingHttpHeaders): string | undefined =>
  /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];

/** The finders are asked in this order, so that a key or token wins over a cookie, and a wrong one is refused beside it. */
export function makeDoor({
  pool,
  isReadingOpen,
  finders: others = [],
  onRefused = () => undefined,
  onUnreleased = () => undefined,
}: DoorOptions): Door {
  const finders = [byKey(pool), ...others, refuseOtherAuthorization, bySession(pool)];
  return {
    isReadingOpen,
    refused: onRefused,
    unreleased: onUnreleased,
    async identify(request) {
      for (const find of finders) {
        const found = find(request);
        if (found) return found;
      }
      return undefined;
    },
  };
}

function byKey(pool: pg.Pool): Finder {
  const find = async (secret: string): Promise<Authority> => {
    const found = await findByKey(pool, secret, new Date().toISOString());
    if (!found) throw notSignedIn('The key in the header Authorization is none that was issued');
    const { principal, standing, key, ended } = found;
    if (ended) throw notSignedIn(`The key ${key.key} ${ended === 'revoked' ? 'was revoked' : 'has expired'}`);
    void noteUse(pool, key.key);
    const namings = await readNamings(pool);
    return { principal, standing, signedInBy: 'key', until: key.until, namings, renew: () => find(secret) };
  };
  const findOnce = remember(find);
  return ({ headers }) => {
    const secret = readBearer(headers);
    return secret !== undefined && isKey(secret) ? findOnce(secret) : undefined;
  };
}

const refuseOtherAuthorization: Finder = ({ headers: { authorization } }) => {
  if (authorization === undefined) return undefined;
  throw notSignedIn('The header Authorization holds no key of Rapporteur');
};

const endings = {
  ended: 'You have signed out, or were signed out by an administrator',
  idle: 'You were signed out: nothing was asked for a while',
  over: 'You were signed out: a session has an end, and this one has reached it',
};

function bySession(pool: pg.Pool): Finder {
  const find = async (secret: string): Promise<Authority> => {
    const found = await findSession(pool, secret);
    if (!found) throw signedOut('The cookie is that of no session');
    const { principal, standing, signedInBy, until, ended } = found;
    if (ended) throw signedOut(endings[ended]);
    void noteSeen(pool, secret);
    const namings = await readNamings(pool);
    return { principal, standing, signedInBy, until, namings, renew: () => find(secret) };
  };
  const findOnce = remember(find);
  return ({ headers }) => {
    const secret = readSessionCookie(headers);
    return secret === undefined ? undefined : findOnce(secret);
  };
}

/** A cookie that does not count (any more): the answer removes it. */
function signedOut(title: string): HttpProblem {
  const { options } = notSignedIn(title);
  return new HttpProblem({ ...options, headers: { ...options.headers, 'set-cookie': removedCookie } });
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
