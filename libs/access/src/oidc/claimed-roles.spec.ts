/** Which grants stand in a claim of roles, and which values stand for none. */
import { expect, it } from '@jest/globals';
import { toClaimedRoles } from './claimed-roles.js';

const all = 'all';
const read = (...roles: unknown[]) => toClaimedRoles({ roles }, 'roles');

it('reads a role, with a respondent, with a collection; * is all', () => {
  expect(
    read('desk-officer', 'focal-point:SV', 'focal-point:SV:ecosoc-2006-27', 'reader:*:unodc-glotip').grants,
  ).toEqual([
    { role: 'desk-officer', scope: { respondents: all, collections: all } },
    { role: 'focal-point', scope: { respondents: ['SV'], collections: all } },
    { role: 'focal-point', scope: { respondents: ['SV'], collections: ['ecosoc-2006-27'] } },
    { role: 'reader', scope: { respondents: all, collections: ['unodc-glotip'] } },
  ]);
});

it('reads the same once, however it is written', () => {
  expect(read('reader', 'reader', 'reader:*', 'reader:*:*').grants).toHaveLength(1);
});

it('passes over what belongs to other applications, and tells what may have been meant', () => {
  expect(read('offline_access', 'Desk-Officer', 'king', '', 7, null, { role: 'owner' })).toEqual({
    grants: [],
    unclear: [],
  });
  const unclear = ['owner', 'owner:*', 'focal-point', 'focal-point:*', 'provider:*:c', 'administrator:SV'];
  unclear.push('administrator:*:c', 'reader:', 'reader:SV:', 'reader:S V', 'reader:SV:c:d', "reader:'--");
  expect(read(...unclear)).toEqual({ grants: [], unclear });
});

it('finds the claim by its name, or by the way to it', () => {
  const nested = { realm_access: { roles: ['reader'] }, 'https://x.example/roles': 'releaser' };
  expect(toClaimedRoles(nested, 'realm_access.roles').grants).toMatchObject([{ role: 'reader' }]);
  expect(toClaimedRoles(nested, 'https://x.example/roles').grants).toMatchObject([{ role: 'releaser' }]);
  for (const claim of [
    'roles',
    'realm_access',
    'realm_access.roles.0.x',
    '__proto__',
    'constructor.name',
    'a.b.c',
  ])
    expect([claim, toClaimedRoles(nested, claim).grants]).toEqual([claim, []]);
});

it('reads no more than two hundred values', () => {
  const many = Array.from({ length: 300 }, (_, i) => `focal-point:S${i}`);
  const { grants, unclear } = read(...many);
  expect([grants.length, unclear.length]).toEqual([200, 100]);
});
