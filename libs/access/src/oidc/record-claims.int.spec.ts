/** What a provider says of somebody, followed: added once, granted and withdrawn, and nothing that was granted by hand. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Grant } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { changeAccess, readPrincipal } from '../access-log.js';
import { recordClaims } from './record-claims.js';

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

const all = 'all';
const reader: Grant = { role: 'reader', scope: { respondents: all, collections: all } };
const focal: Grant = { role: 'focal-point', scope: { respondents: ['SV'], collections: all } };
const desk: Grant = { role: 'desk-officer', scope: { respondents: all, collections: ['c'] } };
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
const claim = (id: string, minute: number, ...grants: Grant[]) =>
  recordClaims(pool, {
    ...{ id, kind: 'person', name: 'Dina Desk', grants, issuedAt: at(minute) },
    reason: 'named by the provider',
  });
const held = async (id: string) => (await readPrincipal(pool, id))!.principal.grants.map(({ role }) => role);
const log = async (id: string) =>
  (
    await pool.query<{ type: string; by: string }>(
      "SELECT event ->> 'type' AS type, by FROM access_log WHERE principal = $1 ORDER BY number",
      [id],
    )
  ).rows;

it('adds whoever is seen first, with what the claim names, and says by whom', async () => {
  const { principal, standing } = await claim('dina', 1, reader, focal);
  expect(principal).toMatchObject({ id: 'dina', kind: 'person', name: 'Dina Desk', grants: [reader, focal] });
  expect(standing).toEqual({ principal: 'dina', version: 1 });
  expect(await log('dina')).toEqual(
    ['PrincipalAdded', 'RoleGranted', 'RoleGranted'].map((type) => ({ type, by: 'oidc' })),
  );
});

it('changes nothing, and ends nothing that is under way, while the claim names the same', async () => {
  const { standing } = await claim('dina', 2, focal, reader);
  expect(standing.version).toBe(1);
  expect(await log('dina')).toHaveLength(3);
});

it('withdraws what is named no more, grants what is new, and leaves alone what was granted by hand', async () => {
  const hand = { by: 'owner', reason: 'asked for' };
  const byHand = { role: 'releaser' as const, scope: { respondents: all, collections: all } as const };
  await changeAccess(pool, 'dina', [{ type: 'RoleGranted', ...byHand }], hand);
  await claim('dina', 3, focal, desk);
  expect(await held('dina')).toEqual(['focal-point', 'releaser', 'desk-officer']);
  await claim('dina', 4);
  expect(await held('dina')).toEqual(['releaser']);
});

it('grants the same as by hand beside it, and takes only its own away', async () => {
  const hand = { by: 'owner', reason: 'asked for' };
  const byHand = { role: 'reader' as const, scope: { respondents: all, collections: all } as const };
  await changeAccess(pool, 'dina', [{ type: 'RoleGranted', ...byHand }], hand);
  await claim('dina', 5, reader);
  expect(await held('dina')).toEqual(['releaser', 'reader', 'reader']);
  await claim('dina', 6);
  expect(await held('dina')).toEqual(['releaser', 'reader']);
});

it('follows no token that is older than what was followed, or as old', async () => {
  await claim('eva', 10, reader);
  await claim('eva', 20);
  for (const minute of [10, 15, 20]) await claim('eva', minute, reader, desk);
  expect(await held('eva')).toEqual([]);
  await claim('eva', 21, desk);
  expect(await held('eva')).toEqual(['desk-officer']);
});

it('does not give back by the same token what was withdrawn by hand', async () => {
  const { principal } = await claim('finn', 1, reader);
  const grant = principal.grants[0]!.number;
  await changeAccess(pool, 'finn', [{ type: 'RoleWithdrawn', grant }], { by: 'owner', reason: 'left' });
  const { principal: after } = await claim('finn', 1, reader);
  expect(after.grants).toEqual([]);
});

it('adds and grants once, however many sign-ins come at once', async () => {
  const minutes = Array.from({ length: 20 }, (_, i) => i % 5);
  await Promise.all(minutes.map((minute) => claim('gia', minute, reader, focal)));
  expect(await log('gia')).toHaveLength(3);
  expect(await held('gia')).toEqual(['reader', 'focal-point']);
});

it('is at one with changes by hand at the same time', async () => {
  await claim('hal', 1, reader, focal);
  const hand = { by: 'owner', reason: 'asked for' };
  const [first, second] = (await readPrincipal(pool, 'hal'))!.principal.grants;
  await Promise.all([
    changeAccess(pool, 'hal', [{ type: 'RoleWithdrawn', grant: first!.number }], hand).catch(() => undefined),
    claim('hal', 2),
    changeAccess(pool, 'hal', [{ type: 'RoleWithdrawn', grant: second!.number }], hand).catch(
      () => undefined,
    ),
  ]);
  expect(await held('hal')).toEqual([]);
});
