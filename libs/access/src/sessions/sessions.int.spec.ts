/** Sessions begin with a secret of their own, end for four reasons, and are in force no longer than that. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeAppends, type Append } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { changeAccess, readPrincipal } from '../access-log.js';
import { hashOf, makeKey } from '../keys.js';
import { makeSecret } from './secrets.js';
import { endSession, endSessions, findSession, noteSeen, startSession } from './sessions.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  for (const id of ['ana', 'ben']) await add(id);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const change = { by: 'owner', reason: 'a test' };
const add = (id: string) =>
  changeAccess(
    pool,
    id,
    [
      { type: 'PrincipalAdded', kind: 'person', name: id },
      { type: 'RoleGranted', role: 'owner', scope: { respondents: 'all', collections: 'all' } },
    ],
    change,
  );
const endOf = async (secret: string) => (await findSession(pool, secret))?.ended;
const versionOf = async (id: string) => (await readPrincipal(pool, id))!.standing.version;
const seenAt = async (secret: string) =>
  (
    await pool.query<{ last_seen_at: Date }>('SELECT last_seen_at FROM sessions WHERE hash = $1', [
      hashOf(secret),
    ])
  ).rows[0]!.last_seen_at.getTime();
/** Moves a session into the past, as if it had begun and been seen so long ago. */
const age = (secret: string, interval: string) =>
  pool.query(
    `UPDATE sessions SET begun_at = begun_at - $2::interval, last_seen_at = last_seen_at - $2::interval,
       until = until - $2::interval WHERE hash = $1`,
    [hashOf(secret), interval],
  );

describe('a session', () => {
  it('stands for who signed in and how, ends after twelve hours at most, and is stored as a hash alone', async () => {
    const { secret, until } = await startSession(pool, 'ana', 'oidc');
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const hours = (Date.parse(until) - Date.now()) / 3_600_000;
    expect([hours > 11.9, hours < 12.1]).toEqual([true, true]);
    expect(await findSession(pool, secret)).toEqual({
      ...(await readPrincipal(pool, 'ana')),
      signedInBy: 'oidc',
      until,
    });
    const { rows } = await pool.query<{ all: string }>(
      "SELECT string_agg(t::text, '') AS all FROM sessions t",
    );
    expect(rows[0]!.all).toContain(hashOf(secret));
    expect(rows[0]!.all).not.toContain(secret);
  });

  it('has another secret each time, and what is none stands for nobody', async () => {
    const first = await startSession(pool, 'ana', 'link');
    const second = await startSession(pool, 'ana', 'link');
    expect(first.secret).not.toBe(second.secret);
    const { secret } = first;
    const sent = [
      '',
      'x',
      makeSecret(),
      hashOf(secret),
      `${secret} `,
      secret.slice(1),
      `${secret}x`,
      "' OR 1=1",
    ];
    for (const one of sent) expect([one, await findSession(pool, one)]).toEqual([one, undefined]);
  });

  it('of nobody does not begin, and none of theirs are ended', async () => {
    for (const act of [startSession(pool, 'stranger', 'link'), endSessions(pool, 'stranger')])
      await expect(act).rejects.toThrow('nobody is called "stranger"');
    expect((await pool.query("SELECT FROM standings WHERE principal = 'stranger'")).rowCount).toBe(0);
  });

  it('ends when it is signed out of, once, which raises the version of the rights', async () => {
    const { secret } = await startSession(pool, 'ana', 'link');
    const other = await startSession(pool, 'ana', 'link');
    const before = await versionOf('ana');
    expect(await endSession(pool, secret)).toBe('ana');
    expect([await endOf(secret), await endOf(other.secret)]).toEqual(['ended', undefined]);
    expect(await versionOf('ana')).toBe(before + 1);
    for (const one of [secret, makeSecret(), '', 'x'.repeat(100_000)])
      expect(await endSession(pool, one)).toBeUndefined();
    expect(await versionOf('ana')).toBe(before + 1);
  });

  it('ends with all others of the same person when an administrator says so; keys go on', async () => {
    const { key, secret, hash } = makeKey();
    const until = '2099-01-01T00:00:00.000Z';
    await changeAccess(pool, 'ben', [{ type: 'KeyIssued', key, hash, until }], change);
    const own = await Promise.all([1, 2].map(() => startSession(pool, 'ben', 'link')));
    const ofAna = await startSession(pool, 'ana', 'link');
    expect(await endSessions(pool, 'ben')).toBe(2);
    expect(await Promise.all(own.map((one) => endOf(one.secret)))).toEqual(['ended', 'ended']);
    expect(await endOf(ofAna.secret)).toBeUndefined();
    expect((await readPrincipal(pool, 'ben'))!.principal.keys[0]!.revokedAt).toBeUndefined();
    expect(secret).toContain(key);
    expect(await endSessions(pool, 'ben')).toBe(0);
  });

  it('ends without a request for half an hour, and is not woken by one that comes later', async () => {
    const { secret } = await startSession(pool, 'ana', 'link');
    await age(secret, '29 minutes');
    expect(await endOf(secret)).toBeUndefined();
    await noteSeen(pool, secret);
    await age(secret, '29 minutes');
    expect(await endOf(secret)).toBeUndefined();
    await age(secret, '1 minute');
    expect(await endOf(secret)).toBe('idle');
    await noteSeen(pool, secret);
    expect(await endOf(secret)).toBe('idle');
  });

  it('ends after another time without a request, where one is given', async () => {
    const { secret } = await startSession(pool, 'ana', 'link', { idleMinutes: 2 });
    await age(secret, '119 seconds');
    expect(await endOf(secret)).toBeUndefined();
    await age(secret, '1 second');
    expect(await endOf(secret)).toBe('idle');
  });

  it('ends after twelve hours, however much is asked', async () => {
    const { secret } = await startSession(pool, 'ana', 'link');
    for (let i = 0; i < 12 * 3; i += 1) {
      expect(await endOf(secret)).toBeUndefined();
      await age(secret, '20 minutes');
      await noteSeen(pool, secret);
    }
    expect(await endOf(secret)).toBe('over');
  });

  it('is noted as seen once a minute, not with every request', async () => {
    const { secret } = await startSession(pool, 'ana', 'link');
    const begun = await seenAt(secret);
    await noteSeen(pool, secret);
    expect(await seenAt(secret)).toBe(begun);
    await age(secret, '61 seconds');
    await noteSeen(pool, secret);
    expect(await seenAt(secret)).toBeGreaterThanOrEqual(begun);
  });

  it('that a browser held before is ended by the next one, also where it was of somebody else', async () => {
    const old = await startSession(pool, 'ben', 'link');
    const before = await versionOf('ben');
    const next = await startSession(pool, 'ana', 'oidc', { replaces: old.secret });
    expect([await endOf(old.secret), await endOf(next.secret)]).toEqual(['ended', undefined]);
    expect(await versionOf('ben')).toBe(before + 1);
    for (const replaces of ['', 'chosen-by-an-attacker', makeSecret()]) {
      const begun = await startSession(pool, 'ana', 'link', { replaces });
      expect(begun.secret).not.toBe(replaces);
      expect(await findSession(pool, replaces)).toBeUndefined();
    }
  });

  it('is forgotten thirty days after its end, when another begins', async () => {
    const { secret } = await startSession(pool, 'ana', 'link');
    await age(secret, '30 days 13 hours');
    await startSession(pool, 'ana', 'link');
    expect(await findSession(pool, secret)).toBeUndefined();
  });

  it('of two people that replace each other over and over at once, none waits for another', async () => {
    let a = await startSession(pool, 'ana', 'link');
    let b = await startSession(pool, 'ben', 'link');
    for (let i = 0; i < 20; i += 1)
      [a, b] = await Promise.all([
        startSession(pool, 'ben', 'link', { replaces: a.secret }),
        startSession(pool, 'ana', 'link', { replaces: b.secret }),
        endSessions(pool, 'ana'),
        endSession(pool, b.secret),
      ]);
  });
});

const reply = (stream: string): Append => ({
  stream,
  expectedVersion: 0,
  events: [
    {
      id: randomUUID(),
      type: 'EventSetAside',
      schemaVersion: 1,
      key: stream,
      data: { collection: 'c', round: '2008', respondent: 'SV', version: 1, position: 1, reason: 'r' },
      meta: { recordedBy: 'x', recordedAt: '2026-06-01T00:00:00.000Z', correlationId: '1', causationId: '1' },
    },
  ],
});

it.each(['signed out of', 'ended by an administrator'])(
  'nothing is recorded on a session once it was %s, however many commands fly',
  async (how) => {
    for (let round = 0; round < 6; round += 1) {
      const id = `flying-${how.length}-${round}`;
      await add(id);
      const { secret } = await startSession(pool, id, 'link');
      const count = async () =>
        (await pool.query('SELECT FROM pending WHERE stream LIKE $1', [`reply/c/2008/${id}-%`])).rowCount!;
      const sendOn = async (lane: number) => {
        for (let n = 0; ; n += 1) {
          const found = await findSession(pool, secret);
          if (found!.ended) return;
          await storeAppends(pool, [{ ...reply(`reply/c/2008/${id}-${lane}-${n}`), by: found!.standing }]);
        }
      };
      const flying = Promise.all([0, 1, 2, 3].map(sendOn));
      while ((await count()) < 3);
      await (how === 'signed out of' ? endSession(pool, secret) : endSessions(pool, id));
      const then = await count();
      await flying;
      expect(await count()).toBe(then);
    }
  },
  60_000,
);
