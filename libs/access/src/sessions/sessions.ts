/** Sessions: begun when a person signs in, and ended by signing out, by idleness, by time, or by an administrator. */
import type { SignInMethod } from '@rapporteur/domain';
import { raiseStanding } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import {
  actingColumns,
  readPrincipal,
  toActing,
  WrongAccessChange,
  type Acting,
  type ActingRow,
} from '../access-log.js';
import { hashOf } from '../keys.js';
import { isSecret, makeSecret } from './secrets.js';

/** How long a session lasts at most. */
const hoursAtMost = 12;
/** How long it lasts without a request, where nothing else is said. */
const idleMinutesUsual = 30;
/** How long what has ended is kept: for people who look into what happened. */
const keptDays = 30;

export interface SessionOptions {
  /** Without a request for so long it ends (30). */
  readonly idleMinutes?: number | undefined;
  /** What the browser held as its cookie before: that session is ended, whoever it belongs to. */
  readonly replaces?: string | undefined;
}

/** A session that has begun. */
export interface NewSession {
  /** What its cookie holds; shown here once, and stored nowhere. */
  readonly secret: string;
  /** The instant (ISO) at which it ends at the latest. */
  readonly until: string;
}

/**
 * Begins a session with a new secret. In: who has signed in, and how.
 * Errors: WrongAccessChange where nobody is called that; those of pg.
 */
export async function startSession(
  pool: pg.Pool,
  principal: string,
  signedInBy: SignInMethod,
  options: SessionOptions = {},
): Promise<NewSession> {
  return inTransaction(pool, async (client) => {
    await lockStandings(client, [principal], options.replaces);
    return begin(client, principal, signedInBy, options);
  });
}

/**
 * Keeps the rights of these, and of whoever the replaced session belongs to, from changing until the transaction ends.
 * Everything here locks them first, and several in order of name, so that no two wait for each other.
 */
export async function lockStandings(
  client: pg.ClientBase,
  principals: readonly string[],
  replaces: string | undefined,
): Promise<void> {
  await client.query(
    `SELECT FROM standings
     WHERE principal = ANY ($1) OR principal IN (SELECT principal FROM sessions WHERE hash = $2)
     ORDER BY principal FOR NO KEY UPDATE`,
    [principals, hashOf(replaces ?? '')],
  );
}

/** The part of `startSession` that runs in a transaction which has locked the standings. */
export async function begin(
  client: pg.ClientBase,
  principal: string,
  signedInBy: SignInMethod,
  { idleMinutes = idleMinutesUsual, replaces }: SessionOptions,
): Promise<NewSession> {
  await needPrincipal(client, principal);
  if (replaces !== undefined) await end(client, replaces);
  await client.query(
    `DELETE FROM sessions WHERE until < clock_timestamp() - make_interval(days => ${keptDays})`,
  );
  const secret = makeSecret();
  const { rows } = await client.query<{ until: Date }>(
    `INSERT INTO sessions (hash, principal, signed_in_by, idle_after, until)
     VALUES ($1, $2, $3, make_interval(mins => $4), clock_timestamp() + make_interval(hours => ${hoursAtMost}))
     RETURNING until`,
    [hashOf(secret), principal, signedInBy, idleMinutes],
  );
  return { secret, until: rows[0]!.until.toISOString() };
}

async function needPrincipal(client: pg.ClientBase, principal: string): Promise<void> {
  if (!(await readPrincipal(client, principal)))
    throw new WrongAccessChange(`nobody is called "${principal}"`);
}

/**
 * Ends a session by its secret: nothing is recorded on it from the moment that this has resolved.
 * Out: whose it was; undefined where it had ended or never was. Errors: those of pg.
 */
export const endSession = (pool: pg.Pool, secret: string): Promise<string | undefined> =>
  inTransaction(pool, async (client) => {
    await lockStandings(client, [], secret);
    return end(client, secret);
  });

async function end(client: pg.ClientBase, secret: string): Promise<string | undefined> {
  if (!isSecret(secret)) return undefined;
  const { rows } = await client.query<{ principal: string }>(
    'UPDATE sessions SET ended_at = clock_timestamp() WHERE hash = $1 AND ended_at IS NULL RETURNING principal',
    [hashOf(secret)],
  );
  const principal = rows[0]?.principal;
  if (principal !== undefined) await raiseStanding(client, principal);
  return principal;
}

/**
 * Ends all sessions of somebody, and the links that were made for them and not opened: nothing is recorded on them from
 * the moment that this has resolved, and whoever it is must be let in anew. Keys go on.
 * Out: how many sessions. Errors: WrongAccessChange where nobody is called that; those of pg.
 */
export const endSessions = (pool: pg.Pool, principal: string): Promise<number> =>
  inTransaction(pool, async (client) => {
    await raiseStanding(client, principal);
    await needPrincipal(client, principal);
    await client.query(
      'UPDATE links SET until = clock_timestamp() WHERE principal = $1 AND used_at IS NULL AND until > clock_timestamp()',
      [principal],
    );
    const ended = await client.query(
      'UPDATE sessions SET ended_at = clock_timestamp() WHERE principal = $1 AND ended_at IS NULL',
      [principal],
    );
    return ended.rowCount ?? 0;
  });

/** What a session's secret stands for; `ended` where it did once, and no more. */
export interface FoundSession extends Acting {
  readonly signedInBy: SignInMethod;
  readonly until: string;
  readonly ended?: 'ended' | 'idle' | 'over';
}

interface Row extends ActingRow {
  readonly signed_in_by: SignInMethod;
  readonly until: Date;
  readonly ended: 'ended' | 'idle' | 'over' | null;
}

/** In: what somebody sent as a session's secret. Out: who that is; undefined for none. Errors: those of pg. */
export async function findSession(
  db: pg.Pool | pg.ClientBase,
  secret: string,
): Promise<FoundSession | undefined> {
  if (!isSecret(secret)) return undefined;
  const { rows } = await db.query<Row>(
    `SELECT ${actingColumns}, t.signed_in_by, t.until,
       CASE WHEN t.ended_at IS NOT NULL THEN 'ended'
            WHEN t.until <= clock_timestamp() THEN 'over'
            WHEN t.last_seen_at + t.idle_after <= clock_timestamp() THEN 'idle' END AS ended
     FROM sessions t JOIN access_log l ON l.principal = t.principal JOIN standings s ON s.principal = l.principal
     WHERE t.hash = $1 ORDER BY l.number`,
    [hashOf(secret)],
  );
  const acting = toActing(rows);
  if (!acting) return undefined;
  const { signed_in_by: signedInBy, until, ended } = rows[0]!;
  return { ...acting, signedInBy, until: until.toISOString(), ...(ended === null ? {} : { ended }) };
}

/** Notes that a session was used: at most once a minute, or ten times in the time after which it is idle. */
export const noteSeen = (pool: pg.Pool, secret: string): Promise<unknown> =>
  pool
    .query(
      `UPDATE sessions SET last_seen_at = clock_timestamp()
       WHERE hash = $1 AND ended_at IS NULL AND last_seen_at + idle_after > clock_timestamp()
         AND last_seen_at + least(idle_after / 10, interval '1 minute') < clock_timestamp()`,
      [hashOf(secret)],
    )
    .catch(() => undefined);
