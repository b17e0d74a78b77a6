/** What is done to the access of others, over HTTP and by command: each act is judged, stored, and noted in the audit. */
import {
  isStorable,
  judgeReach,
  type AccessConfirmed,
  type AccessEvent,
  type Authority,
  type Naming,
  type Role,
  type Scope,
} from '@rapporteur/domain';
import type pg from 'pg';
import { readEverybody, readPrincipal, WrongAccessChange, type Acting } from './access-log.js';
import type { Audited, AuditEntry } from './audit/audit-entry.js';
import type { Auditing } from './audit/audit.js';
import { AccessRefused, changeAccessAs, setNamingAs, type ToEvents } from './change-access-as.js';
import { isKey, makeKey, nameOf } from './keys.js';
import { readScope, type AccessScope } from './scope.js';
import { makeLink, type NewLink } from './sessions/links.js';
import { endSessions } from './sessions/sessions.js';

/** Who acts, and where that is noted. */
export interface Acts {
  readonly pool: pg.Pool;
  readonly authority: Authority;
  readonly audit: Auditing;
  readonly place: string;
  readonly address?: string | undefined;
}

/** Why it is done, and which questions are answered by yes. */
export interface Why {
  readonly reason: string;
  readonly confirmed?: AccessConfirmed | undefined;
}

interface NewPerson {
  readonly id: string;
  readonly kind: 'person' | 'machine';
  readonly name: string;
}

/** Errors of all acts: AccessRefused and WrongAccessChange; HttpProblem 401 where whoever acts has ended; those of pg. */
export const addPerson = (acts: Acts, { id, kind, name }: NewPerson, why: Why): Promise<Acting> =>
  change(acts, id, () => [{ type: 'PrincipalAdded', kind, name }], why);

/** Out: the principal, and the number of the new grant. Respondents are given by code or name. */
export async function grantRole(
  acts: Acts,
  id: string,
  role: Role,
  scope: Scope,
  why: Why,
): Promise<Acting & { readonly grant: number }> {
  const granted: AccessEvent = { type: 'RoleGranted', role, scope: needScope(scope) };
  const acting = await change(acts, id, () => [granted], why);
  return { ...acting, grant: acting.principal.grants.at(-1)!.number };
}

export const withdrawRole = (acts: Acts, id: string, grant: number, why: Why): Promise<Acting> =>
  change(acts, id, () => [{ type: 'RoleWithdrawn', grant }], why);

export interface KeyWish {
  readonly principal: string;
  /** A day, which it still counts on, or an instant; a year from now when not given. */
  readonly until?: string | undefined;
  /** What the principal is to hold beside what it holds. */
  readonly grant?: { readonly role: Role; readonly scope: Scope } | undefined;
  /** The principal is made, as a machine of this name, where nobody is called so. */
  readonly newMachine?: string | undefined;
}

export interface IssuedKey {
  readonly key: string;
  /** Shown to whoever asked for it, once. */
  readonly secret: string;
  readonly principal: string;
  readonly until: string;
  readonly isNew: boolean;
}

const yearMs = 365 * 24 * 3600 * 1000;

/** Issues a key, and what it is to be good for with it. */
export async function issueKey(acts: Acts, wish: KeyWish, why: Why): Promise<IssuedKey> {
  const { principal, newMachine, grant } = wish;
  const { key, hash, secret } = makeKey();
  const until = toEnd(wish.until);
  const scope = grant && needScope(grant.scope);
  const { events } = await change(
    acts,
    principal,
    (subject) => [
      ...(subject || newMachine === undefined
        ? []
        : [{ type: 'PrincipalAdded', kind: 'machine', name: newMachine } as const]),
      ...(grant && !subject?.grants.some((held) => held.role === grant.role && isSame(held.scope, scope!))
        ? [{ type: 'RoleGranted', role: grant.role, scope: scope! } as const]
        : []),
      { type: 'KeyIssued', key, hash, until },
    ],
    why,
  );
  return { key, secret, principal, until, isNew: events[0]?.type === 'PrincipalAdded' };
}

const toEnd = (until: string | undefined) =>
  until === undefined
    ? new Date(Date.now() + yearMs).toISOString()
    : until.length === 10
      ? `${until}T23:59:59.999Z`
      : until;

const sorted = (part: Scope['respondents']) => (part === 'all' ? part : [...part].sort().join());
const isSame = (a: Scope, b: Scope) =>
  sorted(a.respondents) === sorted(b.respondents) && sorted(a.collections) === sorted(b.collections);

/** In: the name of a key, or the key itself. Out: whose it was. */
export async function revokeKey(acts: Acts, named: string, why: Why): Promise<Acting> {
  const key = isKey(named) ? nameOf(named) : named;
  const everybody = await readEverybody(acts.pool);
  const holder = everybody.find(({ principal }) => principal.keys.some((one) => one.key === key));
  // What was written is not shown again: it may be most of a key.
  if (!holder) throw new WrongAccessChange('there is no key of this name', 'unknown-key');
  return change(acts, holder.principal.id, () => [{ type: 'KeyRevoked', key }], why);
}

/** Sets how the events of a collection name people from now on. */
export async function setPolicy(
  acts: Acts,
  policy: { readonly collection: string; readonly naming: Naming },
  why: Why,
): Promise<void> {
  await setNamingAs(acts.pool, acts.authority, policy, why);
  note(acts, 'policy-set', { ...policy, reason: why.reason });
}

/** Makes a link that signs a person in once. */
export async function invite(acts: Acts, id: string, why: Why, minutes?: number): Promise<NewLink> {
  const { authority, subject } = await reach(acts, id);
  if (subject.kind === 'machine')
    throw new AccessRefused([
      { pointer: '/id', code: 'not-a-person', message: `"${id}" is a machine: it needs a key, no link` },
    ]);
  const madeBy = authority.principal.id;
  const link = await makeLink(acts.pool, id, { purpose: 'invitation', madeBy, minutes });
  note(acts, 'invited', { of: id, until: link.until, reason: why.reason });
  return link;
}

/** Ends all sessions of somebody. Out: how many. */
export async function endSessionsOf(acts: Acts, id: string, why: Why): Promise<number> {
  await reach(acts, id);
  const ended = await endSessions(acts.pool, id);
  note(acts, 'sessions-ended', { of: id, sessions: ended, reason: why.reason });
  return ended;
}

/** For acts that are no events of the access log: who acts, as they are now, and on whom. */
async function reach({ pool, authority }: Acts, id: string) {
  const now = await authority.renew();
  const subject = isStorable(id) ? (await readPrincipal(pool, id))?.principal : undefined;
  if (!subject) throw new WrongAccessChange(`nobody is called "${id}"`);
  const problems = [...judgeReach(now.principal, subject)];
  if (problems.length > 0) throw new AccessRefused(problems);
  return { authority: now, subject };
}

async function change(acts: Acts, id: string, toEvents: ToEvents, { reason, confirmed = [] }: Why) {
  const done = await changeAccessAs(acts.pool, acts.authority, id, toEvents, { reason, confirmed });
  for (const event of done.events) note(acts, noted[event.type], { of: id, ...particulars(event), reason });
  return done;
}

const noted: Readonly<Record<AccessEvent['type'], Audited>> = {
  PrincipalAdded: 'added',
  RoleGranted: 'granted',
  RoleWithdrawn: 'withdrawn',
  KeyIssued: 'key-issued',
  KeyRevoked: 'key-revoked',
  NamingSet: 'policy-set',
};

/** What an event says, but for its type and the hash of a key. */
const particulars = (event: AccessEvent) =>
  Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'type' && name !== 'hash'));

const note = (
  { audit, authority, place, address }: Acts,
  what: Audited,
  detail: NonNullable<AuditEntry['detail']>,
) => audit.note({ what, principal: authority.principal.id, place, address, detail });

function needScope(scope: Scope): AccessScope {
  const read = readScope(scope);
  if ('problems' in read) throw new AccessRefused(read.problems);
  return read.scope;
}
