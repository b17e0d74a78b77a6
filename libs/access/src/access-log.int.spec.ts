/** Changes of rights: stored for ever, all or none, and in force the moment that they are acknowledged. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { may, type AccessEvent } from '@rapporteur/domain';
import { storeAppends, type Append } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { changeAccess, findByKey, readPrincipal, WrongAccessChange } from './access-log.js';
import { hashOf, isKey, keyPrefix, makeKey, type NewKey } from './keys.js';

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

const change = { by: 'owner', reason: 'asked for by the desk' };
const now = '2026-06-01T00:00:00.000Z';
const added: AccessEvent = { type: 'PrincipalAdded', kind: 'machine', name: 'Nightly import' };
const granted: AccessEvent = {
  type: 'RoleGranted',
  role: 'focal-point',
  scope: { respondents: ['SV'], collections: 'all' },
};
const issued = ({ key, hash }: NewKey, until = '2027-01-01T00:00:00.000Z'): AccessEvent => ({
  type: 'KeyIssued',
  key,
  hash,
  until,
});
const countLog = async () =>
  Number((await pool.query<{ n: string }>('SELECT count(*) AS n FROM access_log')).rows[0]!.n);

describe('a key', () => {
  it('is known by its prefix, holds 256 random bits, and is stored as a hash alone', async () => {
    const made = makeKey();
    expect(made.secret.startsWith(`${keyPrefix}${made.key}_`)).toBe(true);
    expect(isKey(made.secret)).toBe(true);
    expect(made.secret.length).toBe(keyPrefix.length + 12 + 1 + 43);
    expect(makeKey().secret).not.toBe(made.secret);
    await changeAccess(pool, 'kept', [added, issued(made)], change);
    const { rows } = await pool.query<{ all: string }>(
      "SELECT string_agg(l::text, '') AS all FROM access_log l",
    );
    expect(rows[0]!.all).toContain(made.hash);
    expect(rows[0]!.all).not.toContain(made.secret.slice(keyPrefix.length + 13));
  });

  it('stands for whom it was issued to, until it is revoked or its time is over', async () => {
    const [one, two] = [makeKey(), makeKey()];
    await changeAccess(
      pool,
      'keyed',
      [added, granted, issued(one), issued(two, '2026-05-01T00:00:00.000Z')],
      change,
    );
    expect(await findByKey(pool, one.secret, now)).toMatchObject({
      principal: { id: 'keyed', kind: 'machine', name: 'Nightly import' },
      standing: { principal: 'keyed', version: 1 },
      key: { key: one.key },
    });
    expect((await findByKey(pool, one.secret, now))!.ended).toBeUndefined();
    expect((await findByKey(pool, two.secret, now))!.ended).toBe('expired');
    await changeAccess(pool, 'keyed', [{ type: 'KeyRevoked', key: one.key }], change);
    expect((await findByKey(pool, one.secret, now))!.ended).toBe('revoked');
  });

  it('that nobody was given, or that is none, stands for nobody', async () => {
    const { secret, hash } = makeKey();
    for (const sent of [
      '',
      'x',
      hash,
      secret,
      secret.slice(0, -1),
      `${secret}x`,
      ` ${secret}`,
      "' OR 1=1 --",
    ])
      expect([sent, await findByKey(pool, sent, now)]).toEqual([sent, undefined]);
    expect(hashOf(secret)).toBe(hash);
  });
});

describe('a change of rights', () => {
  it('is in force at once, and withdrawn by the number of its grant', async () => {
    const { principal } = await changeAccess(pool, 'ana', [added, granted], change);
    const target = { collection: 'c', respondent: 'SV' };
    expect(may(principal.grants, 'submit-reply', target).allowed).toBe(true);
    const grant = principal.grants[0]!.number;
    const after = await changeAccess(pool, 'ana', [{ type: 'RoleWithdrawn', grant }], change);
    expect(after.standing.version).toBe(2);
    expect(may(after.principal.grants, 'submit-reply', target).allowed).toBe(false);
    expect(await readPrincipal(pool, 'ana')).toEqual(after);
  });

  it('that cannot be made stores nothing, and says what there is', async () => {
    const before = await countLog();
    const tries: [string, AccessEvent[], RegExp][] = [
      ['stranger', [granted], /must be added/],
      ['ana', [added], /there already: Nightly import/],
      [
        'ana',
        [granted, { type: 'RoleWithdrawn', grant: 999_999 }],
        /no grant 999999; held: \d+ \(focal-point\)/,
      ],
      ['ana', [{ type: 'KeyRevoked', key: 'none' }], /no key none; there are: none/],
    ];
    for (const [id, events, message] of tries) {
      const error = await changeAccess(pool, id, events, change).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(WrongAccessChange);
      expect((error as Error).message).toMatch(message);
    }
    await expect(
      changeAccess(pool, 'ana', [{ ...granted, role: 'king' } as never], change),
    ).rejects.toThrow();
    expect(await countLog()).toBe(before);
    expect((await readPrincipal(pool, 'ana'))!.standing.version).toBe(2);
  });

  it('is kept for ever: by whom, when and why', async () => {
    const { rows } = await pool.query<{ at: Date }>(
      "SELECT by, reason, at FROM access_log WHERE principal = 'ana' LIMIT 1",
    );
    expect(rows).toMatchObject([change]);
    expect(rows[0]!.at).toBeInstanceOf(Date);
    for (const statement of [
      "UPDATE access_log SET by = 'x'",
      'DELETE FROM access_log',
      'TRUNCATE access_log',
    ])
      await expect(pool.query(statement)).rejects.toThrow('for ever');
  });

  it('made twenty times at once by several connections is made twenty times, and numbered', async () => {
    await changeAccess(pool, 'busy', [added], change);
    await Promise.all(Array.from({ length: 20 }, () => changeAccess(pool, 'busy', [granted], change)));
    const { principal, standing } = (await readPrincipal(pool, 'busy'))!;
    expect(new Set(principal.grants.map(({ number }) => number)).size).toBe(20);
    expect(standing.version).toBe(21);
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
      meta: { recordedBy: 'somebody', recordedAt: now, correlationId: '1', causationId: '1' },
    },
  ],
});

it('nothing is recorded on a key once its revocation is acknowledged, however many commands fly', async () => {
  let recorded = 0;
  for (let round = 0; round < 8; round += 1) {
    const id = `flying-${round}`;
    const made = makeKey();
    await changeAccess(pool, id, [added, granted, issued(made)], change);
    const count = async () =>
      (await pool.query('SELECT FROM pending WHERE stream LIKE $1', [`reply/c/2008/${id}-%`])).rowCount!;
    let isOver = false;
    const sendOn = async (lane: number) => {
      for (let n = 0; !isOver; n += 1) {
        const found = await findByKey(pool, made.secret, now);
        if (found!.ended) return;
        await storeAppends(pool, [{ ...reply(`reply/c/2008/${id}-${lane}-${n}`), by: found!.standing }]);
      }
    };
    const flying = Promise.all([0, 1, 2, 3].map(sendOn));
    while ((await count()) < 3);
    await changeAccess(pool, id, [{ type: 'KeyRevoked', key: made.key }], change);
    const then = await count();
    recorded += then;
    await flying;
    isOver = true;
    expect(await count()).toBe(then);
  }
  expect(recorded).toBeGreaterThanOrEqual(8 * 3);
}, 60_000);
