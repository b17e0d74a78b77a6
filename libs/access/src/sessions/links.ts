/** Links that sign somebody in once: for the one who started the service, and for a colleague who is invited. */
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { readPrincipal, WrongAccessChange } from '../access-log.js';
import { hashOf } from '../keys.js';
import { isSecret, makeSecret } from './secrets.js';
import { begin, lockStandings, type NewSession, type SessionOptions } from './sessions.js';

export type LinkPurpose = 'sign-in' | 'invitation';

/** How long a link can be opened, where nothing else is said. */
const minutesUsual: Readonly<Record<LinkPurpose, number>> = { 'sign-in': 10, invitation: 7 * 24 * 60 };
/** How long a link is kept after its end: for people who look into what happened. */
const keptDays = 30;

export interface LinkOptions {
  readonly purpose: LinkPurpose;
  /** The principal who made it. */
  readonly madeBy: string;
  /** How long it can be opened (10; an invitation 7 days). */
  readonly minutes?: number | undefined;
}

/** A link that was made. */
export interface NewLink {
  /** What stands behind `#sign-in=`; shown here once, and stored nowhere. */
  readonly secret: string;
  /** The instant (ISO) from which it cannot be opened. */
  readonly until: string;
}

/** A link that signs nobody in (any more). */
export class LinkRefused extends Error {
  override name = 'LinkRefused';
  constructor(readonly because: 'unknown' | 'used' | 'ended') {
    super(`link ${because}`);
  }
}

/**
 * Makes a link that signs a person in once. In: whom, what for, and by whom.
 * Errors: WrongAccessChange where nobody is called that, or it is a machine; those of pg.
 */
export async function makeLink(
  pool: pg.Pool,
  principal: string,
  { purpose, madeBy, minutes = minutesUsual[purpose] }: LinkOptions,
): Promise<NewLink> {
  const found = await readPrincipal(pool, principal);
  if (!found) throw new WrongAccessChange(`nobody is called "${principal}"`);
  if (found.principal.kind === 'machine')
    throw new WrongAccessChange(`"${principal}" is a machine: a link signs in people, a machine needs a key`);
  await pool.query(`DELETE FROM links WHERE until < clock_timestamp() - make_interval(days => ${keptDays})`);
  const secret = makeSecret();
  const { rows } = await pool.query<{ until: Date }>(
    `INSERT INTO links (hash, principal, purpose, made_by, until)
     VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(mins => $5)) RETURNING until`,
    [hashOf(secret), principal, purpose, madeBy, minutes],
  );
  return { secret, until: rows[0]!.until.toISOString() };
}

/** Where a link leads: the secret stands behind `#`, which no browser sends to a server. */
export const toLink = (url: string, secret: string): string => `${url.replace(/\/$/, '')}/#sign-in=${secret}`;

/** What a link was made for. */
export interface OpenedLink {
  readonly principal: string;
  readonly purpose: LinkPurpose;
}

/**
 * Opens a link; of several that do so at once, one. In: what stands behind `#sign-in=`.
 * Errors: LinkRefused; those of pg.
 */
export async function openLink(db: pg.Pool | pg.ClientBase, secret: string): Promise<OpenedLink> {
  if (!isSecret(secret)) throw new LinkRefused('unknown');
  const hash = hashOf(secret);
  const { rows } = await db.query<OpenedLink>(
    `UPDATE links SET used_at = clock_timestamp()
     WHERE hash = $1 AND used_at IS NULL AND until > clock_timestamp() RETURNING principal, purpose`,
    [hash],
  );
  if (rows[0]) return rows[0];
  const kept = await db.query<{ used: boolean }>(
    'SELECT used_at IS NOT NULL AS used FROM links WHERE hash = $1',
    [hash],
  );
  throw new LinkRefused(kept.rows[0] === undefined ? 'unknown' : kept.rows[0].used ? 'used' : 'ended');
}

/**
 * Opens a link and begins a session, both or neither. Out: the session, and whose it is.
 * Errors: LinkRefused; those of pg.
 */
export const signInByLink = (
  pool: pg.Pool,
  secret: string,
  options: SessionOptions = {},
): Promise<NewSession & OpenedLink> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ principal: string }>(
      'SELECT principal FROM links WHERE hash = $1',
      [hashOf(secret)],
    );
    await lockStandings(
      client,
      rows.map(({ principal }) => principal),
      options.replaces,
    );
    const opened = await openLink(client, secret);
    return { ...opened, ...(await begin(client, opened.principal, 'link', options)) };
  });
