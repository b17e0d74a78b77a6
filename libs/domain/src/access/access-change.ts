/** Whether somebody may make a change of access: the one place that says so, for addresses and for commands. */
import type { Problem } from '../commands/problem.js';
import type { AccessEvent } from './access-events.js';
import { may } from './may.js';
import { endOf, evolveAccess, type Key, type Principal } from './principal.js';
import { roleNames, type Role, type Scope } from './roles.js';

/** Problems that ask whether something unlikely is meant. */
export const accessConfirmable = ['last-owner-key'] as const;
export type AccessConfirmed = readonly (typeof accessConfirmable)[number][];

/** What is wrong with a change; `forbidden` where it is not for whoever asks for it, whatever they write. */
export interface AccessProblem extends Problem {
  readonly forbidden?: true;
}

export interface AccessQuestion {
  /** Who wants the change, with the rights that they have now. */
  readonly actor: Pick<Principal, 'id' | 'grants'>;
  /** Whose access is changed, as it is now; undefined where nobody is called so. */
  readonly subject: Principal | undefined;
  readonly event: AccessEvent;
  /** Everybody, as their access is now. */
  readonly everybody: readonly Principal[];
  /** The instant (ISO). */
  readonly now: string;
  readonly confirmed: AccessConfirmed;
}

/** Names that stand for no person and no machine that somebody adds. */
const reserved: readonly string[] = ['owner', 'policy', 'rapporteur', 'oidc'];
/** Their people act for their own State. */
const ofState: readonly Role[] = ['provider', 'focal-point'];
/** What they do is not about one State or collection. */
const ofWhole: readonly Role[] = ['administrator', 'owner'];

/** In: a change that is asked for. Out: every problem with it; none where it may be made. */
export function judgeAccessChange(asked: AccessQuestion): readonly AccessProblem[] {
  return [...judgeActor(asked), ...judgeContent(asked), ...judgeLastKey(asked)];
}

const isOwner = ({ grants }: Pick<Principal, 'grants'>) => grants.some(({ role }) => role === 'owner');

/** Whether this change is one for whoever asks for it. */
function* judgeActor({ actor, subject, event }: AccessQuestion): Generator<AccessProblem> {
  const isOfRoles = event.type === 'RoleGranted' || event.type === 'RoleWithdrawn';
  yield* judgeReach(actor, event.type === 'NamingSet' ? undefined : subject);
  if (isOfRoles && subject?.id === actor.id)
    yield forbidden('', 'own-access', 'nobody grants to themselves or withdraws from themselves: ask another');
  if (event.type === 'RoleGranted' && event.role === 'owner' && !isOwner(actor))
    yield forbidden('/role', 'owners-only', 'only an owner makes somebody an owner');
}

/**
 * Whether somebody may change the access of another at all, end their sessions, or invite them. In: both, as they are;
 * nobody where it is of no one. Out: every problem with it.
 */
export function* judgeReach(
  actor: AccessQuestion['actor'],
  subject: Principal | undefined,
): Generator<AccessProblem> {
  if (!may(actor.grants, 'manage-access').allowed)
    yield forbidden('', 'no-role', 'none of your roles may change what others may do');
  // Whoever could issue a key of an owner, or end it, would be one.
  if (subject && isOwner(subject) && !isOwner(actor))
    yield forbidden('', 'owners-only', `only an owner changes the access of "${subject.id}", who is an owner`);
}

/** Whether the change makes sense, whoever asks for it. */
function* judgeContent({ subject, event, now }: AccessQuestion): Generator<AccessProblem> {
  switch (event.type) {
    case 'RoleGranted':
      return yield* judgeGrant(event.role, event.scope, subject);
    case 'KeyIssued':
      if (Date.parse(event.until) <= Date.parse(now))
        yield problem('/until', 'key-ended', 'a key must end in the future', 'a later day or instant');
      return;
    case 'KeyRevoked': {
      const revokedAt = subject?.keys.find(({ key }) => key === event.key)?.revokedAt;
      if (revokedAt !== undefined)
        yield problem('/key', 'key-ended', `the key ${event.key} was revoked already, at ${revokedAt}`);
      return;
    }
  }
}

function* judgeGrant(role: Role, scope: Scope, subject: Principal | undefined): Generator<AccessProblem> {
  const { respondents, collections } = scope;
  const name = roleNames[role];
  if (ofState.includes(role) && respondents === 'all')
    yield problem(
      '/scope/respondents',
      'scope-of-state',
      `a ${name} acts for its own State, not for all`,
      'the codes of its respondents',
    );
  if (ofWhole.includes(role) && (respondents !== 'all' || collections !== 'all'))
    yield problem(
      '/scope',
      'scope-of-all',
      `what an ${name} does is not about one State or collection, so a smaller scope would not hold`,
      'all respondents and all collections',
    );
  const held = subject?.grants.find((grant) => grant.role === role && isSame(grant.scope, scope));
  if (held)
    yield problem('/role', 'held-already', `"${subject!.id}" holds this already: grant ${held.number}`);
}

const sorted = (part: Scope['respondents']) => (part === 'all' ? part : [...new Set(part)].sort().join());
const isSame = (a: Scope, b: Scope) =>
  sorted(a.respondents) === sorted(b.respondents) && sorted(a.collections) === sorted(b.collections);

const counts = (key: Key, now: string) => endOf(key, now) === undefined;
const hasOwnerKey = (everybody: readonly Principal[], now: string) =>
  everybody.some((one) => isOwner(one) && one.keys.some((key) => counts(key, now)));

/** Asks back where nobody could act as owner with a key after the change, and somebody can before it. */
function* judgeLastKey({
  subject,
  event,
  everybody,
  now,
  confirmed,
}: AccessQuestion): Generator<AccessProblem> {
  if (!subject || confirmed.includes('last-owner-key') || !hasOwnerKey(everybody, now)) return;
  const stored = { number: 0, principal: subject.id, event, by: '', at: now, reason: '' };
  const after = everybody.map((one) => (one.id === subject.id ? evolveAccess(one, stored)! : one));
  if (hasOwnerKey(after, now)) return;
  yield problem(
    event.type === 'KeyRevoked' ? '/key' : '',
    'last-owner-key',
    'after this no owner has a key that counts: only whoever has the data folder or the database could make one',
    'another key for an owner first, or confirm=last-owner-key',
  );
}

/** Whether a name can be given to somebody who is added; the problem where it cannot. */
export const judgeName = (id: string): readonly AccessProblem[] =>
  reserved.includes(id)
    ? [problem('/id', 'reserved-name', `"${id}" stands for no one who is added`, 'another name')]
    : [];

const problem = (pointer: string, code: string, message: string, expected?: string): AccessProblem => ({
  ...{ pointer, code, message },
  ...(expected === undefined ? {} : { expected }),
});

const forbidden = (pointer: string, code: string, message: string): AccessProblem => ({
  ...problem(pointer, code, message),
  forbidden: true,
});
