/** `npm run access` on a real database: what it changes, what it says, and what it refuses. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findByKey, LinkRefused, openLink, readAudit, readNamings, readPrincipal } from '@rapporteur/access';
import { may } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { spawn } from 'node:child_process';
import { userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
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

async function run(...args: string[]) {
  const child = spawn(process.execPath, ['apps/rapporteur/dist/main.js', 'access', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], DATABASE_URL: test.url, PUBLIC_URL: 'https://figures.example' },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)));
  const status = await new Promise<number | null>((done) => child.once('close', done));
  return { status, out, err };
}
const why = ['--reason', 'asked for by the desk'];
const target = { collection: 'ecosoc-2006-27', respondent: 'SV' };
const now = () => new Date().toISOString();

describe('a key', () => {
  let secret = '';

  it('is issued with its machine, role and end, and written alone to standard output', async () => {
    const { status, out, err } = await run(
      ...['key', '--for', 'clearing-house', '--role', 'focal-point', '--respondent', 'El Salvador'],
      ...['--collection', 'ecosoc-2006-27', '--until', '2097-01-31', ...why],
    );
    expect([status, out]).toEqual([0, expect.stringMatching(/^rapporteur_key_[0-9a-f]{12}_[\w-]{43}\n$/)]);
    expect(err).toMatch(
      /clearing-house is a new machine\. Key [0-9a-f]{12} .*good until 2097-01-31T23:59:59\.999Z/,
    );
    expect(err).toContain('There is no round of ecosoc-2006-27 yet');
    secret = out.trim();
    const found = await findByKey(pool, secret, now());
    expect(found?.principal).toMatchObject({ id: 'clearing-house', kind: 'machine' });
    expect(may(found!.principal.grants, 'submit-reply', target).allowed).toBe(true);
    expect(may(found!.principal.grants, 'submit-reply', { ...target, respondent: 'GR' }).allowed).toBe(false);
    const { rows } = await pool.query(
      "SELECT DISTINCT by, reason FROM access_log WHERE principal = 'clearing-house'",
    );
    expect(rows).toEqual([{ by: `command-line: ${userInfo().username}`, reason: why[1] }]);
  }, 60_000);

  it('is issued again without granting again, as JSON where that is asked for', async () => {
    const { status, out } = await run(
      ...['key', '--for', 'clearing-house', '--role', 'focal-point', '--respondent', 'SV'],
      ...['--collection', 'ecosoc-2006-27', '--json', ...why],
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ principal: 'clearing-house', isNew: false });
    const { principal } = (await readPrincipal(pool, 'clearing-house'))!;
    expect([principal.grants.length, principal.keys.length]).toEqual([1, 2]);
  }, 60_000);

  it('is revoked by itself or by its name, once', async () => {
    expect(await run('revoke', secret, ...why)).toMatchObject({
      status: 0,
      out: 'The key of clearing-house is revoked.\n',
    });
    expect((await findByKey(pool, secret, now()))!.ended).toBe('revoked');
    const again = await run('revoke', secret, ...why);
    expect([again.status, again.err]).toEqual([
      2,
      expect.stringMatching(/^The key [0-9a-f]{12} was revoked already/),
    ]);
    const unknown = await run('revoke', 'none', ...why);
    expect([unknown.status, unknown.err]).toEqual([
      2,
      expect.stringMatching(/There is no key of this name\. npm run access -- list/),
    ]);
  }, 60_000);
});

describe('a person', () => {
  it('is added, granted a role, listed, and loses it', async () => {
    expect((await run('person', 'ana', '--name', 'Ana María', ...why)).status).toBe(0);
    const granted = await run('grant', 'ana', 'desk-officer', '--respondent', 'SV,Greece', '--json', ...why);
    const { number, scope } = JSON.parse(granted.out) as { number: number; scope: object };
    expect(scope).toEqual({ respondents: ['SV', 'GR'], collections: 'all' });
    const { out } = await run('list', 'ana');
    expect(out).toMatch(
      /^ana {2}person {2}Ana María\n {2}grant \d+ {2}desk-officer for El Salvador \(SV\), Greece \(GR\) in all collections\n$/,
    );
    const all = JSON.parse((await run('list', '--json')).out) as { items: { id: string }[] };
    expect(all.items.map(({ id }) => id)).toEqual(['ana', 'clearing-house']);
    expect((await run('withdraw', 'ana', String(number), ...why)).out).toBe(
      `Grant ${number} of ana is withdrawn. Held: none.\n`,
    );
  }, 60_000);

  it('is invited by a link that opens once, and a machine is not', async () => {
    const { status, out } = await run('invite', 'ana', '--minutes', '5', ...why);
    expect([status, out]).toEqual([0, expect.stringMatching(/^https:\/\/figures\.example\/#sign-in=\S+\n$/)]);
    const secret = out.trim().split('#sign-in=')[1]!;
    expect(await openLink(pool, secret)).toEqual({ principal: 'ana', purpose: 'invitation' });
    await expect(openLink(pool, secret)).rejects.toThrow(LinkRefused);
    expect((await run('invite', 'clearing-house', ...why)).err).toMatch(/is a machine: it needs a key/);
  }, 60_000);
});

it('a policy is set, and told', async () => {
  expect((await run('policy')).out).toBe('Nothing is set: events name people by their roles.\n');
  const set = await run('policy', '--collection', 'ecosoc-2006-27', '--naming', 'state', ...why);
  expect([set.status, set.out]).toEqual([0, 'ecosoc-2006-27  state\n']);
  expect(await readNamings(pool)).toEqual({ 'ecosoc-2006-27': 'state' });
}, 60_000);

it('all of it is in the audit, which is told as text, CSV and JSON, without any key or link', async () => {
  const rows = await readAudit(pool, { after: 0, limit: 1000 });
  expect(rows.map(({ what }) => what)).toEqual([
    ...['added', 'granted', 'key-issued', 'key-issued', 'key-revoked'],
    ...['added', 'granted', 'withdrawn', 'invited', 'policy-set'],
  ]);
  expect(rows[0]).toMatchObject({
    where: 'npm run access key',
    principal: `command-line: ${userInfo().username}`,
  });
  const text = await run('audit', '--after', String(rows[6]!.number), '--limit', '2');
  expect(text.out).toMatch(/^\d+ {2}\S+ {2}withdrawn {2}command-line: .*\n\d+ {2}\S+ {2}invited .*\n$/);
  const csv = await run('audit', '--csv', '--what', 'granted');
  expect(csv.out.split('\r\n').length).toBe(1 + 2 + 1);
  const json = await run('audit', '--json', '--limit', '1');
  expect(JSON.parse(json.out)).toMatchObject({ what: 'policy-set' });
  expect(JSON.stringify(rows)).not.toMatch(/rapporteur_key_|sign-in=|[0-9a-f]{64}/);
}, 60_000);

describe('what cannot be done', () => {
  const cases: [string, string[], RegExp][] = [
    ['without a reason', ['person', 'ben'], /^--reason "TEXT" is needed/],
    ['to a name that is none', ['person', 'Ben B.', ...why], /^ID "Ben B\." is no name here/],
    ['to somebody who is there', ['person', 'ana', ...why], /^"ana" is there already: Ana María/],
    ['to a name that stands for something else', ['machine', 'owner', ...why], /^"owner" stands for no one/],
    [
      'to nobody',
      ['grant', 'eve', 'reader', ...why],
      /^Nobody is called "eve"; there are: ana, clearing-house\./,
    ],
    [
      'with a role that is none',
      ['grant', 'ana', 'king', ...why],
      /^"king" is no role: provider, focal-point, desk-officer/,
    ],
    [
      'for a State that is none',
      ['grant', 'ana', 'reader', '--respondent', 'Greace', ...why],
      /^"Greace" is no respondent; did you mean GR \(Greece\) or GD \(Grenada\)\?/,
    ],
    [
      'for a collection that is no code',
      ['grant', 'ana', 'reader', '--collection', 'E C', ...why],
      /^--collection "E C" is no name/,
    ],
    [
      'for all States at once',
      ['grant', 'ana', 'focal-point', ...why],
      /^A focal point acts for its own State, not for all/,
    ],
    [
      'for a part of the service',
      ['grant', 'ana', 'owner', '--respondent', 'SV', ...why],
      /^What an owner does is not about one State/,
    ],
    [
      'with a grant that is not held',
      ['withdraw', 'ana', '999', ...why],
      /^"ana" holds no grant 999; held: none/,
    ],
    [
      'until yesterday',
      ['key', '--for', 'm2', '--until', '2020-01-01', ...why],
      /^A key must end in the future/,
    ],
    [
      'until no day',
      ['key', '--for', 'm2', '--until', '2027-02-30', ...why],
      /^--until 2027-02-30: a day that exists/,
    ],
    ['for nobody', ['key', ...why], /^--for is needed/],
    ['with a scope without a role', ['key', '--for', 'm2', '--respondent', 'SV', ...why], /are for a --role/],
    [
      'by a naming that is none',
      ['policy', '--collection', 'c', '--naming', 'no', ...why],
      /^--naming "no" is no way/,
    ],
    ['by a command that is none', ['grants'], /^"grants" is none of key, person, machine, grant/],
    ['of an audit that is none', ['audit', '--what', 'all'], /^--what all: it is none of signed-in, /],
  ];
  it.each(cases)(
    '%s says so, and changes nothing',
    async (_, args, message) => {
      const count = async () =>
        Number((await pool.query<{ n: string }>('SELECT count(*) n FROM access_log')).rows[0]!.n);
      const before = await count();
      const { status, out, err } = await run(...args);
      expect([status, out]).toEqual([2, '']);
      expect(err).toMatch(message);
      expect(err).not.toMatch(/ {4}at |Error:|SELECT|INSERT/);
      expect(await count()).toBe(before);
    },
    60_000,
  );

  it('to the last key of an owner without meaning it', async () => {
    const { out } = await run('key', '--for', 'steward', '--role', 'owner', ...why);
    const refused = await run('revoke', out.trim(), ...why);
    expect([refused.status, refused.err]).toEqual([
      2,
      expect.stringMatching(/^After this no owner has a key that counts.*--confirm last-owner-key/),
    ]);
    expect((await run('revoke', out.trim(), '--confirm', 'last-owner-key', ...why)).status).toBe(0);
  }, 60_000);
});
