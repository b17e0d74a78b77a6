/** Changes of access that somebody asks for: what they may not do is not stored, also where their rights end meanwhile. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AccessEvent, Authority } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import {
  changeAccess,
  findByKey,
  policy,
  readNamings,
  readPrincipal,
  WrongAccessChange,
} from './access-log.js';
import { AccessRefused, changeAccessAs, setNamingAs } from './change-access-as.js';
import { makeKey } from './keys.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const all = { respondents: 'all', collections: 'all' } as const;
const change = { by: 'test', reason: 'set up' };
const asked = { reason: 'asked for' };
const added = (name: string): AccessEvent => ({ type: 'PrincipalAdded', kind: 'person', name });
const reader: AccessEvent = { type: 'RoleGranted', role: 'reader', scope: all };

/** Somebody with a key, found by it anew at each renewal. */
async function make(id: string, role: 'owner' | 'administrator'): Promise<Authority & { key: string }> {
  const { key, hash, secret } = makeKey();
  const until = '2099-01-01T00:00:00.000Z';
  const events: AccessEvent[] = [
    ...[added(id), { type: 'RoleGranted', role, scope: all } as const],
    { type: 'KeyIssued', key, hash, until },
  ];
  await changeAccess(pool, id, events, change);
  const renew = async (): Promise<Authority> => {
    const found = await findByKey(pool, secret, new Date().toISOString());
    if (!found || found.ended) throw new Error(`ended: ${found?.ended}`);
    const { principal, standing } = found;
    return { principal, standing, signedInBy: 'key', namings: {}, renew };
  };
  return { ...(await renew()), key };
}
const codesOf = (error: unknown) => (error as AccessRefused).problems.map(({ code }) => code);

it('adds somebody with a role, by whom and why', async () => {
  const admin = await make('adam', 'administrator');
  const { principal, events } = await changeAccessAs(pool, admin, 'ana', () => [added('Ana'), reader], asked);
  expect(principal).toMatchObject({ id: 'ana', grants: [{ role: 'reader' }] });
  expect(events.length).toBe(2);
  const { rows } = await pool.query("SELECT by, reason FROM access_log WHERE principal = 'ana'");
  expect(rows).toEqual([
    { by: 'adam', reason: 'asked for' },
    { by: 'adam', reason: 'asked for' },
  ]);
});

it('stores nothing where one of several events is refused, and tells all that is wrong', async () => {
  const admin = await make('agnes', 'administrator');
  const king: AccessEvent = { type: 'RoleGranted', role: 'owner', scope: { ...all, respondents: ['SV'] } };
  const error = await changeAccessAs(pool, admin, 'olga', () => [added('Olga'), reader, king], asked).catch(
    (refusal: unknown) => refusal,
  );
  expect(error).toBeInstanceOf(AccessRefused);
  expect(codesOf(error)).toEqual(['owners-only', 'scope-of-all']);
  expect(await readPrincipal(pool, 'olga')).toBeUndefined();
  const nobody = await changeAccessAs(pool, admin, 'olga', () => [reader], asked).catch((e: unknown) => e);
  expect(nobody).toBeInstanceOf(WrongAccessChange);
  expect((nobody as Error).message).toMatch(/nobody is called "olga"; there are: .*agnes/);
});

it('rests on the rights that somebody has when it is stored, not on those that were read before', async () => {
  const admin = await make('alma', 'administrator');
  const grant = (await readPrincipal(pool, 'alma'))!.principal.grants[0]!.number;
  await changeAccess(pool, 'alma', [{ type: 'RoleWithdrawn', grant }], change);
  const refused = await changeAccessAs(pool, admin, 'ivan', () => [added('Ivan')], asked).catch(
    (e: unknown) => e,
  );
  expect(codesOf(refused)).toEqual(['no-role']);
  await changeAccess(pool, 'alma', [{ type: 'KeyRevoked', key: admin.key }], change);
  await expect(changeAccessAs(pool, admin, 'ivan', () => [added('Ivan')], asked)).rejects.toThrow(
    'ended: revoked',
  );
  expect(await readPrincipal(pool, 'ivan')).toBeUndefined();
});

it('keeps two owners from ending each other at the same moment', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await make(`one-${round}`, 'owner'), await make(`two-${round}`, 'owner')];
    const end = (who: Authority, whom: Authority) =>
      changeAccessAs(
        pool,
        who,
        whom.principal.id,
        (subject) => [{ type: 'RoleWithdrawn', grant: subject!.grants[0]!.number }],
        asked,
      );
    const [first, second] = await Promise.allSettled([end(one, two), end(two, one)]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
  }
});

it('asks back before the last key of an owner ends', async () => {
  const fresh = await createTestDatabase();
  const other = await openDatabase({ url: fresh.url });
  const before = pool;
  pool = poolOf(other);
  try {
    const owner = await make('olaf', 'owner');
    const revoke = (confirmed: readonly 'last-owner-key'[]) =>
      changeAccessAs(pool, owner, 'olaf', () => [{ type: 'KeyRevoked', key: owner.key }], {
        ...asked,
        confirmed,
      });
    expect(codesOf(await revoke([]).catch((e: unknown) => e))).toEqual(['last-owner-key']);
    expect((await revoke(['last-owner-key'])).principal.keys[0]!.revokedAt).toBeDefined();
  } finally {
    pool = before;
    await other.destroy();
    await fresh.drop();
  }
});

it('sets how a collection names people', async () => {
  const admin = await make('aldo', 'administrator');
  await setNamingAs(pool, admin, { collection: 'ecosoc', naming: 'state' }, asked);
  await setNamingAs(pool, admin, { collection: 'ecosoc', naming: 'name' }, asked);
  expect(await readNamings(pool)).toEqual({ ecosoc: 'name' });
  expect(await readPrincipal(pool, policy)).toBeUndefined();
  const nobody = { ...admin, principal: { ...admin.principal, grants: [] } };
  expect(
    codesOf(await setNamingAs(pool, nobody, { collection: 'c', naming: 'name' }, asked).catch((e) => e)),
  ).toEqual(['no-role']);
});
