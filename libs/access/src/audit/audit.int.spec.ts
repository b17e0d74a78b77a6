/** The audit: what is noted is there soon, in order, without secrets, within bounds, and gone when its time is over. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, HeldTransactions, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { toNetwork, type AuditEntry } from './audit-entry.js';
import { Audit } from './audit.js';
import { cleanAudit, readAudit, readAuditDays } from './read-audit.js';

const held = new HeldTransactions();
let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  held.endAll();
  await source.destroy();
  await test.drop();
});
beforeEach(() => pool.query('DELETE FROM audit'));

const bounds = { waiting: 50, batch: 7, everyMs: 20, atMost: 3, addresses: 2, windowMs: 60_000 };
let lost = 0;
let errors: Error[] = [];
beforeEach(() => {
  lost = 0;
  errors = [];
});
const make = (more = {}, on = pool) =>
  new Audit(
    on,
    (entries) => (lost += entries),
    (error) => errors.push(error),
    { ...bounds, ...more },
  );
const entry = (n: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ what: 'granted', principal: 'adam', place: 'POST /v1/people/:id/grants', address: '192.0.2.77' },
  detail: { n },
  ...more,
});
const all = () => readAudit(pool, { after: 0, limit: 1000 });

describe('what is noted', () => {
  it('is written in its order, without waiting to be asked', async () => {
    const audit = make();
    for (let n = 0; n < 20; n += 1) audit.note(entry(n));
    while ((await all()).length < 20);
    const rows = await all();
    expect(rows.map(({ detail }) => detail['n'])).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(rows[0]).toMatchObject({
      ...{ what: 'granted', principal: 'adam', where: 'POST /v1/people/:id/grants', address: '192.0.2.0/24' },
    });
    await audit.close();
  });

  it('is read from the newest, or after a number, and by what and who', async () => {
    const audit = make();
    for (let n = 0; n < 9; n += 1)
      audit.note(entry(n, { what: n % 2 ? 'signed-in' : 'granted', principal: n < 5 ? 'adam' : 'ana' }));
    await audit.close();
    const ns = async (question: object) =>
      (await readAudit(pool, { limit: 100, ...question })).map(({ detail }) => detail['n']);
    expect(await ns({ limit: 3 })).toEqual([6, 7, 8]);
    const [, second] = await all();
    expect(await ns({ after: second!.number, limit: 2 })).toEqual([2, 3]);
    expect(await ns({ what: 'signed-in' })).toEqual([1, 3, 5, 7]);
    expect(await ns({ principal: 'ana', what: 'granted' })).toEqual([6, 8]);
  });

  it('may hold what PostgreSQL cannot keep, which is replaced', async () => {
    const audit = make();
    audit.note(entry(0, { detail: { odd: 'a\u0000b\ud800', long: 'x'.repeat(9000) } }));
    await audit.close();
    expect((await all())[0]!.detail).toEqual({ odd: 'a\ufffdb\ufffd', long: 'x'.repeat(500) });
    expect([lost, errors]).toEqual([0, []]);
  });

  it('does not wait for the database, is written when it is back, and is counted where it was too much', async () => {
    const audit = make();
    const release = await held.hold(pool, 'LOCK TABLE audit IN ACCESS EXCLUSIVE MODE');
    for (let n = 0; n < 60; n += 1) audit.note(entry(n));
    expect(lost).toBe(10);
    await release();
    while ((await all()).length < 50);
    await audit.close();
    expect((await all()).length).toBe(50);
    expect(lost).toBe(10);
  });

  it('is tried again where writing fails, and lost, and counted, where the service ends first', async () => {
    const away = await openDatabase({ url: test.url });
    const audit = make({}, poolOf(away));
    await away.destroy();
    audit.note(entry(1));
    audit.note(entry(2));
    await audit.close();
    expect(lost).toBe(2);
    expect(errors.length).toBeGreaterThan(0);
    expect(await all()).toEqual([]);
  });

  it('cannot be rewritten', async () => {
    await expect(pool.query("UPDATE audit SET what = 'x'")).rejects.toThrow('for ever');
    await expect(pool.query('TRUNCATE audit')).rejects.toThrow('for ever');
  });
});

describe('somebody who is refused again and again', () => {
  const refused = (address: string) => entry(0, { what: 'refused', principal: undefined, address });

  it('fills some lines a minute, and one that counts the rest', async () => {
    const audit = make();
    for (let n = 0; n < 40; n += 1) audit.note(refused('198.51.100.7'));
    audit.note(refused('203.0.113.9'));
    await audit.close();
    const rows = await all();
    expect(rows.map(({ address, detail }) => [address, detail['more']])).toEqual([
      ...[0, 1, 2].map(() => ['198.51.100.0/24', undefined]),
      ['203.0.113.0/24', undefined],
      ['198.51.100.0/24', 37],
    ]);
    expect(lost).toBe(0);
  });

  it('from ever new addresses is counted as one', async () => {
    const audit = make();
    for (let n = 0; n < 40; n += 1) audit.note(refused(`198.51.100.${n}`));
    await audit.close();
    const rows = await all();
    // Two addresses that are told apart, three lines of the others, and how many more there were.
    expect(rows.length).toBe(2 + 3 + 1);
    expect(rows.at(-1)).toMatchObject({ address: null, detail: { more: 35 } });
  });

  it('fills no more lines when the next minute has begun', async () => {
    const audit = make({ windowMs: 30 });
    for (let n = 0; n < 10; n += 1) audit.note(refused('198.51.100.7'));
    while ((await all()).length < 4);
    expect((await all()).at(-1)!.detail).toEqual({ more: 7 });
    await audit.close();
  });
});

it('keeps the network of an address, not the address', () => {
  const cases: [string | undefined, string | undefined][] = [
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
    ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3::/48'],
    ['2001:db8::1', '2001:db8::/48'],
    ['fe80::1%eth0', 'fe80::/48'],
    ['no address', undefined],
    [undefined, undefined],
  ];
  for (const [address, network] of cases) expect([address, toNetwork(address)]).toEqual([address, network]);
});

it('is removed when it has been kept long enough, and not before', async () => {
  await pool.query(
    `INSERT INTO audit (at, what, place, detail)
     SELECT now() - make_interval(days => d), 'refused', 'x', '{}' FROM generate_series(0, 9999) n, LATERAL (SELECT n % 10 AS d)`,
  );
  expect(await cleanAudit(pool, 400)).toBe(0);
  expect(await cleanAudit(pool, 5)).toBe(5000);
  expect((await readAudit(pool, { after: 0, limit: 10_000 })).length).toBe(5000);
});

it('is kept for as many days as AUDIT_DAYS says', () => {
  expect([readAuditDays({}), readAuditDays({ AUDIT_DAYS: '30' })]).toEqual([400, 30]);
  for (const AUDIT_DAYS of ['0', '-1', '1.5', 'x', '1e3'])
    expect(() => readAuditDays({ AUDIT_DAYS })).toThrow(`AUDIT_DAYS=${AUDIT_DAYS}`);
});
