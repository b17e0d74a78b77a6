/** A link signs somebody in once, until its end, and never the wrong one. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { changeAccess } from '../access-log.js';
import { hashOf } from '../keys.js';
import { LinkRefused, makeLink, openLink, signInByLink, toLink } from './links.js';
import { makeSecret } from './secrets.js';
import { endSessions, findSession, startSession } from './sessions.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  await add('ana', 'person');
  await add('ben', 'person');
  await add('nightly', 'machine');
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const add = (id: string, kind: 'person' | 'machine') =>
  changeAccess(pool, id, [{ type: 'PrincipalAdded', kind, name: id }], { by: 'owner', reason: 'a test' });
const signIn = { purpose: 'sign-in', madeBy: 'rapporteur' } as const;
const age = (token: string, interval: string) =>
  pool.query('UPDATE links SET until = until - $2::interval WHERE hash = $1', [hashOf(token), interval]);
const reasonOf = (opening: Promise<unknown>) =>
  opening.then(
    () => 'opened',
    (error: unknown) => (error instanceof LinkRefused ? error.because : String(error)),
  );
const countSessions = async () => (await pool.query('SELECT FROM sessions')).rowCount;

describe('a link', () => {
  it('is stored as a hash alone, and carries its secret where no browser sends it', async () => {
    const { secret: token } = await makeLink(pool, 'ana', signIn);
    const { rows } = await pool.query<{ all: string }>("SELECT string_agg(l::text, '') AS all FROM links l");
    expect(rows[0]!.all).toContain(hashOf(token));
    expect(rows[0]!.all).not.toContain(token);
    for (const url of ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/'])
      expect(toLink(url, token)).toBe(`http://127.0.0.1:3000/#sign-in=${token}`);
  });

  it.each([
    ['sign-in', 10],
    ['invitation', 7 * 24 * 60],
  ] as const)('for %s counts %i minutes, and not one more', async (purpose, minutes) => {
    const made = await makeLink(pool, 'ana', { purpose, madeBy: 'ben' });
    expect(Math.round((Date.parse(made.until) - Date.now()) / 60_000)).toBe(minutes);
    await age(made.secret, `${minutes} minutes`);
    expect(await reasonOf(signInByLink(pool, made.secret))).toBe('ended');
    const shorter = await makeLink(pool, 'ana', { purpose, madeBy: 'ben', minutes: 3 });
    await age(shorter.secret, '2 minutes');
    expect(await openLink(pool, shorter.secret)).toEqual({ principal: 'ana', purpose });
  });

  it('signs the one in for whom it was made, once', async () => {
    const { secret: token } = await makeLink(pool, 'ana', signIn);
    const begun = await signInByLink(pool, token);
    expect(begun).toMatchObject({ principal: 'ana', purpose: 'sign-in' });
    expect(await findSession(pool, begun.secret)).toMatchObject({
      principal: { id: 'ana' },
      signedInBy: 'link',
    });
    expect(await reasonOf(signInByLink(pool, token))).toBe('used');
    expect(await reasonOf(openLink(pool, token))).toBe('used');
  });

  it('opened by ten at once signs one of them in', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { secret: token } = await makeLink(pool, 'ana', signIn);
      const before = await countSessions();
      const all = await Promise.all(
        Array.from({ length: 10 }, () => reasonOf(signInByLink(pool, token, { idleMinutes: 5 }))),
      );
      expect(all.filter((one) => one === 'opened')).toHaveLength(1);
      expect(all.filter((one) => one === 'used')).toHaveLength(9);
      expect(await countSessions()).toBe(before! + 1);
    }
  });

  it('that nobody made opens nothing; nor does the secret of a session, or its own hash', async () => {
    const { secret: token } = await makeLink(pool, 'ana', signIn);
    const { secret } = await startSession(pool, 'ana', 'link');
    const sent = [
      '',
      'x',
      makeSecret(),
      secret,
      hashOf(token),
      `${token}x`,
      ` ${token}`,
      'x'.repeat(100_000),
    ];
    for (const one of sent) expect(await reasonOf(signInByLink(pool, one))).toBe('unknown');
    expect(await findSession(pool, token)).toBeUndefined();
    expect(await reasonOf(openLink(pool, token))).toBe('opened');
  });

  it('is made for no machine, and for nobody who was not added', async () => {
    await expect(makeLink(pool, 'nightly', signIn)).rejects.toThrow('a machine needs a key');
    await expect(makeLink(pool, 'stranger', signIn)).rejects.toThrow('nobody is called "stranger"');
  });

  it('counts no more once the sessions of its principal were ended; that of another does', async () => {
    const { secret: token } = await makeLink(pool, 'ana', { purpose: 'invitation', madeBy: 'ben' });
    const ofBen = await makeLink(pool, 'ben', signIn);
    await endSessions(pool, 'ana');
    expect(await reasonOf(signInByLink(pool, token))).toBe('ended');
    expect(await reasonOf(signInByLink(pool, ofBen.secret))).toBe('opened');
    const later = await makeLink(pool, 'ana', signIn);
    expect(await reasonOf(signInByLink(pool, later.secret))).toBe('opened');
  });

  it('opened while an administrator ends the sessions leaves none alive that is not newer than that', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { secret: token } = await makeLink(pool, 'ana', signIn);
      const opening = signInByLink(pool, token).catch(() => undefined);
      await endSessions(pool, 'ana');
      const begun = await opening;
      if (begun) expect((await findSession(pool, begun.secret))!.ended).toBe('ended');
    }
  });

  it('that was opened ends what the browser held before; one that is refused ends nothing', async () => {
    const old = await startSession(pool, 'ben', 'link');
    const { secret: token } = await makeLink(pool, 'ana', signIn);
    await expect(signInByLink(pool, makeSecret(), { replaces: old.secret })).rejects.toThrow(LinkRefused);
    expect((await findSession(pool, old.secret))!.ended).toBeUndefined();
    await signInByLink(pool, token, { replaces: old.secret });
    expect((await findSession(pool, old.secret))!.ended).toBe('ended');
  });

  it('is forgotten thirty days after its end, when another is made', async () => {
    const { secret: token } = await makeLink(pool, 'ana', signIn);
    await age(token, '31 days');
    await makeLink(pool, 'ana', signIn);
    expect(await reasonOf(openLink(pool, token))).toBe('unknown');
  });
});
