/** What the access log says of somebody, over random sequences of grants, withdrawals, keys and acts. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accessEventSchema, type AccessEvent, type StoredAccessEvent } from './access-events.js';
import { may } from './may.js';
import { endOf, foldAccess } from './principal.js';
import { roleActions, roles } from './roles.js';

const all = { respondents: 'all', collections: 'all' } as const;
const store = (events: readonly AccessEvent[]): StoredAccessEvent[] =>
  events.map((event, i) => ({
    number: i + 1,
    principal: 'p',
    event,
    by: 'owner',
    at: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
    reason: 'asked for',
  }));
const added: AccessEvent = { type: 'PrincipalAdded', kind: 'machine', name: 'Nightly import' };
const target = { collection: 'c', respondent: 'SV' };

it('is nobody before it is added, whatever else is said of it', () => {
  expect(foldAccess([])).toBeUndefined();
  const granted: AccessEvent = { type: 'RoleGranted', role: 'owner', scope: all };
  expect(foldAccess(store([granted]))).toBeUndefined();
  expect(foldAccess(store([granted, added]))?.grants).toEqual([]);
});

it('keeps the first name that it was added by', () => {
  const again: AccessEvent = { type: 'PrincipalAdded', kind: 'person', name: 'Somebody else' };
  expect(foldAccess(store([added, again]))).toMatchObject({ kind: 'machine', name: 'Nightly import' });
});

it('may do at any time what a grant allows that was made and not withdrawn, and nothing else', () => {
  const step = fc.oneof(
    fc.record({ grant: fc.constantFrom(...roles) }),
    fc.record({ withdraw: fc.nat({ max: 20 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const events: AccessEvent[] = [added];
      const held = new Map<number, (typeof roles)[number]>();
      for (const one of steps) {
        if ('grant' in one) {
          events.push({ type: 'RoleGranted', role: one.grant, scope: all });
          held.set(events.length, one.grant);
        } else {
          events.push({ type: 'RoleWithdrawn', grant: one.withdraw + 1 });
          held.delete(one.withdraw + 1);
        }
        const principal = foldAccess(store(events))!;
        for (const role of roles)
          for (const action of roleActions[role]) {
            const isAble = [...held.values()].some((own) => roleActions[own].includes(action));
            expect(may(principal.grants, action, target).allowed).toBe(isAble);
          }
      }
    }),
    { numRuns: 50 },
  );
});

it('has keys that end when they are revoked, for good, or when their time is over', () => {
  const issue = (key: string): AccessEvent => ({
    type: 'KeyIssued',
    key,
    hash: 'a'.repeat(64),
    until: '2026-02-01T00:00:00.000Z',
  });
  const revoke = (key: string): AccessEvent => ({ type: 'KeyRevoked', key });
  const { keys } = foldAccess(store([added, issue('k1'), issue('k2'), revoke('k1'), revoke('k1')]))!;
  expect(keys.map(({ key, revokedAt }) => [key, revokedAt])).toEqual([
    ['k1', '2026-01-01T00:03:00.000Z'],
    ['k2', undefined],
  ]);
  expect(keys.map((key) => endOf(key, '2026-01-15T00:00:00.000Z'))).toEqual(['revoked', undefined]);
  expect(endOf(keys[1]!, '2026-01-31T23:59:59.999Z')).toBeUndefined();
  expect(endOf(keys[1]!, '2026-02-01T00:00:00.000Z')).toBe('expired');
});

it('takes no event that is none', () => {
  const wrong = [
    { type: 'RoleGranted', role: 'king', scope: all },
    { type: 'RoleGranted', role: 'reader', scope: { respondents: [], collections: 'all' } },
    { type: 'KeyIssued', key: 'k', hash: 'short', until: '2026-02-01T00:00:00.000Z' },
    { type: 'PrincipalAdded', kind: 'machine', name: '' },
  ];
  for (const one of wrong) expect([one, accessEventSchema.safeParse(one).success]).toEqual([one, false]);
  expect(accessEventSchema.safeParse({ type: 'RoleGranted', role: 'reader', scope: all }).success).toBe(true);
});
