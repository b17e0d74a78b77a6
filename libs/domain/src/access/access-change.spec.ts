/** Who may make which change of access, one by one and over random sequences of changes, ends of keys, and acts. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeAccessChange, judgeName, type AccessQuestion } from './access-change.js';
import type { AccessEvent, StoredAccessEvent } from './access-events.js';
import { may } from './may.js';
import { endOf, foldAccess, type Principal } from './principal.js';
import { roleActions, roles, type Role, type Scope } from './roles.js';

const all: Scope = { respondents: 'all', collections: 'all' };
const ofSv: Scope = { respondents: ['SV'], collections: 'all' };
const ofState: readonly Role[] = ['provider', 'focal-point'];
const scopeOf = (role: Role) => (ofState.includes(role) ? ofSv : all);
const now = '2026-06-01T00:00:00.000Z';
const later = '2027-01-01T00:00:00.000Z';
const made = (id: string, held: readonly Role[], keys: readonly string[] = []): Principal => ({
  ...{ id, kind: 'person', name: id },
  grants: held.map((role, i) => ({ number: i + 1, role, scope: scopeOf(role) })),
  keys: keys.map((key) => ({ key, hash: 'a'.repeat(64), until: later, issuedAt: now })),
});
const granted = (role: Role, scope = scopeOf(role)): AccessEvent => ({
  type: 'RoleGranted',
  role,
  scope: scope as Extract<AccessEvent, { type: 'RoleGranted' }>['scope'],
});
const issued = (until = later): AccessEvent => ({
  type: 'KeyIssued',
  key: 'k9',
  hash: 'b'.repeat(64),
  until,
});
const revoked = (key: string): AccessEvent => ({ type: 'KeyRevoked', key });

const owner = made('owner', ['owner'], ['k0']);
const admin = made('adam', ['administrator']);
const ana = made('ana', ['focal-point'], ['k1']);
const judge = (
  actor: Principal,
  subject: Principal,
  event: AccessEvent,
  more: Partial<AccessQuestion> = {},
) =>
  judgeAccessChange({
    actor,
    subject,
    event,
    everybody: [owner, admin, ana],
    now,
    confirmed: [],
    ...more,
  }).map(({ code }) => code);

describe('a change of access', () => {
  it.each(roles)(
    '%s is granted by an owner, by an administrator unless it is owner, and by nobody else',
    (role) => {
      const eve = made('eve', []);
      expect(judge(owner, eve, granted(role))).toEqual([]);
      expect(judge(admin, eve, granted(role))).toEqual(role === 'owner' ? ['owners-only'] : []);
      for (const other of roles.filter((one) => !['owner', 'administrator'].includes(one)))
        expect(judge(made('ed', [other]), eve, granted(role))).toContain('no-role');
      expect(judge(made('ed', []), eve, granted(role))).toContain('no-role');
    },
  );

  it('of roles is not one that somebody makes for themselves, though of keys it is', () => {
    for (const actor of [owner, admin]) {
      expect(judge(actor, actor, granted('reader'))).toEqual(['own-access']);
      expect(judge(actor, actor, { type: 'RoleWithdrawn', grant: 1 })).toContain('own-access');
      expect(judge(actor, actor, issued())).toEqual([]);
    }
  });

  it('of an owner is for owners only', () => {
    for (const event of [
      granted('reader'),
      issued(),
      revoked('k0'),
      { type: 'RoleWithdrawn', grant: 1 } as const,
    ])
      expect(judge(admin, owner, event)).toContain('owners-only');
    const second = made('olga', ['owner'], ['k2']);
    expect(judge(second, owner, revoked('k0'), { everybody: [owner, second] })).toEqual([]);
  });

  it('names the States of those who act for one, and no State for those who keep the service', () => {
    const eve = made('eve', []);
    for (const role of ofState) expect(judge(admin, eve, granted(role, all))).toEqual(['scope-of-state']);
    for (const role of ['administrator', 'owner'] as const)
      for (const scope of [ofSv, { respondents: 'all', collections: ['c'] } as Scope])
        expect(judge(owner, eve, granted(role, scope))).toEqual(['scope-of-all']);
    expect(judge(admin, eve, granted('desk-officer', ofSv))).toEqual([]);
  });

  it('is made once: what is held is not granted again, and what has ended is not ended again', () => {
    expect(judge(admin, ana, granted('focal-point'))).toEqual(['held-already']);
    const twice: Scope = { respondents: ['SV', 'SV'], collections: 'all' };
    expect(judge(admin, ana, granted('focal-point', twice))).toEqual(['held-already']);
    expect(judge(admin, ana, granted('focal-point', { respondents: ['GR'], collections: 'all' }))).toEqual(
      [],
    );
    const without = { ...ana, keys: [{ ...ana.keys[0]!, revokedAt: now }] };
    expect(judge(admin, without, revoked('k1'))).toEqual(['key-ended']);
    expect(judge(admin, ana, issued(now))).toEqual(['key-ended']);
  });

  it('that leaves no owner with a key asks back, whichever change it is', () => {
    expect(judge(owner, owner, revoked('k0'))).toEqual(['last-owner-key']);
    expect(judge(owner, owner, revoked('k0'), { confirmed: ['last-owner-key'] })).toEqual([]);
    const machine = made('command-line', ['owner']);
    expect(judge(machine, owner, { type: 'RoleWithdrawn', grant: 1 })).toEqual(['last-owner-key']);
    const second = made('olga', ['owner'], ['k2']);
    expect(judge(owner, owner, revoked('k0'), { everybody: [owner, second] })).toEqual([]);
    const expired = { ...second, keys: [{ ...second.keys[0]!, until: now }] };
    expect(judge(owner, owner, revoked('k0'), { everybody: [owner, expired] })).toEqual(['last-owner-key']);
    // Where none was left before, nothing is lost.
    expect(judge(owner, ana, revoked('k1'), { everybody: [{ ...owner, keys: [] }, ana] })).toEqual([]);
  });

  it('tells every problem at once', () => {
    expect(judge(made('ed', []), made('ed', []), granted('owner', ofSv))).toEqual([
      ...['no-role', 'own-access', 'owners-only', 'scope-of-all'],
    ]);
  });

  it('adds nobody under a name that stands for something else', () => {
    for (const id of ['owner', 'policy', 'rapporteur', 'oidc'])
      expect(judgeName(id)[0]?.code).toBe('reserved-name');
    expect(judgeName('clearing-house')).toEqual([]);
  });
});

const names = ['owner', 'adam', 'ana', 'eve'] as const;
const who = fc.constantFrom(...names);
const actor = fc.constantFrom('owner', 'owner', ...names);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ actor, subject: who, grant: fc.constantFrom<Role>(...roles) }) },
  { weight: 2, arbitrary: fc.record({ actor, subject: who, withdraw: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ actor, subject: who, issue: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ actor, subject: who, revoke: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 20 }) }) },
);

const everyAction = [...new Set(roles.flatMap((role) => roleActions[role]))];

/** Which keys count, and what everybody may do, as folded from the log. */
const whatHolds = (everybody: readonly Principal[], instant: string) => ({
  keys: everybody
    .flatMap(({ id, keys }) => keys.map((key) => ({ id, ...key })))
    .filter((key) => endOf(key, instant) === undefined)
    .sort((a, b) => Number(a.key.slice(1)) - Number(b.key.slice(1)))
    .map(({ key, id }) => `${key} of ${id}`),
  can: everybody.map(({ grants }) =>
    everyAction.filter((action) => may(grants, action, { collection: 'c', respondent: 'SV' }).allowed),
  ),
});

/** The same, kept without any code of ours: who holds what, and which keys count until when. */
class Model {
  readonly held = new Map<number, { who: string; role: Role }>();
  readonly keys = new Map<string, { who: string; until: number }>();
  can = (name: string, action: string) =>
    [...this.held.values()].some(
      ({ who, role }) => who === name && roleActions[role].includes(action as never),
    );
  whatHolds = (now: number) => ({
    keys: [...this.keys].filter(([, { until }]) => until > now).map(([key, { who }]) => `${key} of ${who}`),
    can: names.map((name) => everyAction.filter((action) => this.can(name, action))),
  });
  isOwner = (name: string) => [...this.held.values()].some((one) => one.who === name && one.role === 'owner');
}

it('somebody may act with a key exactly when the changes that were let through say so', () => {
  let stored = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      const log: StoredAccessEvent[] = [];
      const model = new Model();
      let day = 0;
      const at = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
      const store = (principal: string, event: AccessEvent) =>
        void log.push({ number: log.length + 1, principal, event, by: 'x', at: at(day), reason: 'r' });
      const fold = (name: string) => foldAccess(log.filter(({ principal }) => principal === name))!;
      for (const name of names) store(name, { type: 'PrincipalAdded', kind: 'person', name });
      store('owner', granted('owner'));
      model.held.set(log.length, { who: 'owner', role: 'owner' });

      for (const one of steps) {
        if ('wait' in one) {
          day += one.wait;
          continue;
        }
        const { actor, subject } = one;
        const event = toEvent(one, fold(subject), at, day, log.length);
        if (!event) continue;
        const everybody = names.map(fold);
        const problems = judgeAccessChange({
          ...{ actor: fold(actor), subject: fold(subject), event, everybody, now: at(day) },
          confirmed: ['last-owner-key'],
        });
        const isAllowed =
          model.can(actor, 'manage-access') &&
          (actor !== subject || event.type === 'KeyIssued' || event.type === 'KeyRevoked') &&
          (model.isOwner(actor) ||
            (!model.isOwner(subject) && !(event.type === 'RoleGranted' && event.role === 'owner')));
        expect([event, problems.some(({ forbidden }) => forbidden)]).toEqual([event, !isAllowed]);
        if (problems.length > 0) {
          refused += 1;
          continue;
        }
        stored += 1;
        store(subject, event);
        if (event.type === 'RoleGranted') model.held.set(log.length, { who: subject, role: event.role });
        if (event.type === 'RoleWithdrawn') model.held.delete(event.grant);
        if (event.type === 'KeyIssued')
          model.keys.set(event.key, { who: subject, until: Date.parse(event.until) });
        if (event.type === 'KeyRevoked') model.keys.delete(event.key);

        expect(whatHolds(names.map(fold), at(day))).toEqual(model.whatHolds(Date.parse(at(day))));
      }
      // However it went, there is an owner: nobody can take it from the last.
      expect(names.some((name) => model.isOwner(name))).toBe(true);
    }),
    { numRuns: 150 },
  );
  expect([stored, refused].every((times) => times > 0)).toBe(true);
});

type Step = { grant: Role } | { withdraw: number } | { issue: number } | { revoke: number };

function toEvent(
  one: Step,
  subject: Principal,
  at: (day: number) => string,
  day: number,
  length: number,
): AccessEvent | undefined {
  if ('grant' in one) return granted(one.grant);
  if ('issue' in one)
    return { type: 'KeyIssued', key: `k${length}`, hash: 'a'.repeat(64), until: at(day + one.issue) };
  if ('withdraw' in one) {
    const grant = subject.grants[one.withdraw % Math.max(1, subject.grants.length)];
    return grant && { type: 'RoleWithdrawn', grant: grant.number };
  }
  const key = subject.keys[one.revoke % Math.max(1, subject.keys.length)];
  return key && revoked(key.key);
}
