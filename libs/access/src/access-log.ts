/** The access log: changing what somebody may do, and reading what somebody may do now. */
import {
  accessEventSchema,
  endOf,
  foldAccess,
  type AccessEvent,
  type Key,
  type Naming,
  type Principal,
  type Standing,
  type StoredAccessEvent,
} from '@rapporteur/domain';
import { raiseStanding } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { hashOf, isKey } from './keys.js';

/** A change of rights that cannot be made; its message says why, and what there is instead. */
export class WrongAccessChange extends Error {
  override name = 'WrongAccessChange';

  constructor(
    message: string,
    readonly code:
      'unknown-principal' | 'unknown-grant' | 'unknown-key' | 'already-there' = 'unknown-principal',
  ) {
    super(message);
  }
}

/** Somebody who acts, with the version of the rights that were read. */
export interface Acting {
  readonly principal: Principal;
  readonly standing: Standing;
}

/** What is read to know who somebody is now: one row an event. */
export interface ActingRow {
  readonly number: string;
  readonly principal: string;
  readonly event: AccessEvent;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
  readonly version: number;
}

/** The columns of it, from `access_log l` and `standings s`. */
export const actingColumns = 'l.number, l.principal, l.event, l.by, l.at, l.reason, s.version';
const toStored = ({ number, principal, event, by, at, reason }: ActingRow): StoredAccessEvent => ({
  number: Number(number),
  principal,
  event,
  by,
  at: at.toISOString(),
  reason,
});

/** In: all events of one principal, in order. Out: who it is; undefined where nobody has added it. */
export function toActing(rows: readonly ActingRow[]): Acting | undefined {
  const principal = foldAccess(rows.map(toStored));
  return principal && { principal, standing: { principal: principal.id, version: rows[0]!.version } };
}

/** In: a principal's name in the log. Out: who it is now, with the version of that; undefined where nobody has added it. */
export async function readPrincipal(db: pg.Pool | pg.ClientBase, id: string): Promise<Acting | undefined> {
  const { rows } = await db.query<ActingRow>(
    `SELECT ${actingColumns} FROM access_log l JOIN standings s ON s.principal = l.principal
     WHERE l.principal = $1 ORDER BY l.number`,
    [id],
  );
  return toActing(rows);
}

/** What a key that was shown stands for; `ended` where it did once, and no more. */
export type Found = (Acting & { readonly key: Key; readonly ended?: 'revoked' | 'expired' }) | undefined;

/** In: what somebody sent as a key, and the instant (ISO). Out: who that is. Errors: those of pg. */
export async function findByKey(db: pg.Pool | pg.ClientBase, sent: string, now: string): Promise<Found> {
  if (!isKey(sent)) return undefined;
  const hash = hashOf(sent);
  const { rows } = await db.query<ActingRow>(
    `SELECT ${actingColumns} FROM access_log k JOIN access_log l ON l.principal = k.principal
     JOIN standings s ON s.principal = l.principal
     WHERE k.event ->> 'hash' = $1 ORDER BY l.number`,
    [hash],
  );
  const acting = toActing(rows);
  const key = acting?.principal.keys.find((one) => one.hash === hash);
  if (!acting || !key) return undefined;
  const ended = endOf(key, now);
  return { ...acting, key, ...(ended === undefined ? {} : { ended }) };
}

/** By whom rights are changed, and why. */
export interface Change {
  readonly by: string;
  readonly reason: string;
}

/**
 * Stores events about one principal, all or none, and raises the version of its rights: what is appended on the version
 * before is refused from the moment that this has resolved. Changes of one principal follow one another.
 * Out: the principal as it is then. Errors: WrongAccessChange; those of pg.
 */
export async function changeAccess(
  pool: pg.Pool,
  id: string,
  events: readonly AccessEvent[],
  { by, reason }: Change,
): Promise<Acting> {
  return inTransaction(pool, (client) => changeAccessIn(client, id, events, { by, reason }));
}

/** The same in a transaction that is open already. */
export async function changeAccessIn(
  client: pg.ClientBase,
  id: string,
  events: readonly AccessEvent[],
  change: Change,
): Promise<Acting> {
  const version = await raiseStanding(client, id);
  for (const event of events) {
    checkChange((await readPrincipal(client, id))?.principal, accessEventSchema.parse(event));
    await storeAccessEvent(client, id, event, change);
  }
  const acting = await readPrincipal(client, id);
  if (!acting) throw new WrongAccessChange(`nobody is called "${id}"`, 'unknown-principal');
  return { ...acting, standing: { principal: id, version } };
}

/** Stores one event as it is. Errors: those of pg. */
export const storeAccessEvent = (
  client: pg.ClientBase,
  id: string,
  event: AccessEvent,
  { by, reason }: Change,
): Promise<unknown> =>
  client.query('INSERT INTO access_log (principal, event, by, reason) VALUES ($1, $2, $3, $4)', [
    id,
    JSON.stringify(event),
    by,
    reason,
  ]);

/** The name in the log under which policies are set: nobody's. */
export const policy = 'policy';

/** Everybody who was ever added, in order of their names in the log. */
export async function readEverybody(db: pg.Pool | pg.ClientBase): Promise<readonly Acting[]> {
  const { rows } = await db.query<ActingRow>(
    `SELECT ${actingColumns} FROM access_log l JOIN standings s ON s.principal = l.principal
     ORDER BY l.principal, l.number`,
  );
  const byName = new Map<string, ActingRow[]>();
  for (const row of rows) {
    const own = byName.get(row.principal);
    if (own) own.push(row);
    else byName.set(row.principal, [row]);
  }
  return [...byName.values()].flatMap((own) => toActing(own) ?? []);
}

/** How each collection names people, where that was ever set. */
export async function readNamings(db: pg.Pool | pg.ClientBase): Promise<Readonly<Record<string, Naming>>> {
  const { rows } = await db.query<{ event: { collection: string; naming: Naming } }>(
    'SELECT event FROM access_log WHERE principal = $1 ORDER BY number',
    [policy],
  );
  return Object.fromEntries(rows.map(({ event }) => [event.collection, event.naming]));
}

function checkChange(known: Principal | undefined, event: AccessEvent): void {
  if (event.type === 'PrincipalAdded') {
    if (known) throw new WrongAccessChange(`"${known.id}" is there already: ${known.name}`, 'already-there');
    return;
  }
  if (!known)
    throw new WrongAccessChange(
      'somebody must be added before anything is granted to them',
      'unknown-principal',
    );
  if (event.type === 'RoleWithdrawn' && !known.grants.some(({ number }) => number === event.grant))
    throw new WrongAccessChange(
      `"${known.id}" holds no grant ${event.grant}; held: ${known.grants.map(({ number, role }) => `${number} (${role})`).join(', ') || 'none'}`,
      'unknown-grant',
    );
  if (event.type === 'KeyRevoked' && !known.keys.some(({ key }) => key === event.key))
    throw new WrongAccessChange(
      `"${known.id}" has no key ${event.key}; there are: ${known.keys.map(({ key }) => key).join(', ') || 'none'}`,
      'unknown-key',
    );
}
