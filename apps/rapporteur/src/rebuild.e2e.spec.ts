/**
 * The commands on the tables, run as by a user: rebuild (with --keep, and killed between its steps), verify,
 * dead-letters.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { storeUnchecked } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { rebuildTables } from '@rapporteur/projections';
import {
  createTestDatabase,
  startCommand,
  type RunningCommand,
  type TestDatabase,
  ownerHeaders,
} from '@rapporteur/testing';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
let commands: RunningCommand[];
let url: string;
beforeEach(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  commands = [];
  const server = start('apps/rapporteur/dist/main.js', [], { PORT: '0' });
  [, url = ''] = await server.waitFor(/Rapporteur is at (http\S+)/);
}, 60_000);
afterEach(async () => {
  for (const { child } of commands) child.kill('SIGTERM');
  await Promise.all(commands.map(({ ended }) => ended));
  await source.destroy();
  await test.drop();
}, 60_000);

function start(file: string, args: readonly string[], env: Record<string, string> = {}): RunningCommand {
  const pauser = `${root}libs/testing/dist/faults/pause-at-query.js`;
  const command = startCommand(process.execPath, ['--import', pauser, file, ...args], {
    cwd: root,
    env: { DATABASE_URL: test.url, OTEL_EXPORTER_OTLP_ENDPOINT: '', ...env },
  });
  commands.push(command);
  return command;
}

/** Runs a command to its end. Out: its exit status and what it printed. */
async function run(name: string, ...args: string[]): Promise<[unknown, string]> {
  const command = start('apps/rapporteur/dist/main.js', [name, ...args]);
  return [await command.ended, command.output()];
}

const schemas = async () =>
  (
    await pool.query<{ name: string }>(
      "SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'tables%' ORDER BY 1",
    )
  ).rows.map(({ name }) => name);

/** Out: the token of the event. */
async function postRound(round: string): Promise<string> {
  const opened = await fetch(`${url}/v1/rounds`, {
    method: 'POST',
    body: JSON.stringify({ collection: 'c', round }),
    headers: { ...ownerHeaders(), 'content-type': 'application/json' },
  });
  expect(opened.status).toBe(201);
  return ((await opened.json()) as { token: string }).token;
}

async function openRound(round: string): Promise<void> {
  const token = await postRound(round);
  expect((await fetch(`${url}/v1/rounds/c/${round}?wait=${token}`)).status).toBe(200);
}

describe('npm run rebuild', () => {
  it('tells its progress and what differed, and keeps the old tables where that is asked', async () => {
    await pool.query("UPDATE tables.cells SET value = 99 WHERE cell LIKE '%~SV~persons-prosecuted~%2007'");
    const [status, output] = await run('rebuild', '--keep');
    expect(output).toMatch(
      /^Loading events █+ (\d+)\/\1, \d+\/s\nMaking indexes\nCounting cells\nTesting series █+ (\d+)\/\2, \d+\/s\nComparing and swapping\n/,
    );
    const [, kept] =
      /Swapped in at position \d+: 1 row differed\. The old tables are in the schema (\w+)\./.exec(output)!;
    expect([status, await schemas()]).toEqual([0, ['tables', kept]]);
    const old = await pool.query(`SELECT 1 FROM ${kept}.cells WHERE value = 99`);
    expect(old.rowCount).toBe(1);
    expect((await run('rebuild'))[1]).toMatch(/: 0 rows differed\.\n$/);
    expect(await schemas()).toEqual(['tables', kept]);
    const [wrong, told] = await run('rebuild', '--kept');
    expect([wrong, told]).toEqual([2, expect.stringContaining('"--kept" is no option')]);
  }, 60_000);

  const steps: [string, Record<string, string>][] = [
    ['before the first table', { PAUSE_BEFORE: 'DROP SCHEMA IF EXISTS' }],
    ['with empty tables', { PAUSE_AFTER: 'COMMIT' }],
    ['while it fills them', { PAUSE_BEFORE: 'COMMIT', PAUSE_NTH: '2' }],
    ['with full tables and no indexes', { PAUSE_AFTER: 'COMMIT', PAUSE_NTH: '2' }],
    ['with indexes and no cells', { PAUSE_BEFORE: 'ANALYZE tables_rebuild.marks' }],
    ['with cells', { PAUSE_AFTER: 'ANALYZE tables_rebuild.cells' }],
    ['when it has fenced the aggregators off', { PAUSE_AFTER: 'UPDATE places p SET epoch', PAUSE_NTH: '2' }],
    ['before it has moved the live tables away', { PAUSE_BEFORE: 'RENAME TO tables_old' }],
    ['without live tables', { PAUSE_BEFORE: 'RENAME TO tables$' }],
    ['with the new ones in their place', { PAUSE_AFTER: 'RENAME TO tables$' }],
    ['before the places are theirs', { PAUSE_BEFORE: 'UPDATE places p SET position' }],
    ['before the old ones go', { PAUSE_BEFORE: 'DROP SCHEMA tables_old' }],
    ['before it commits', { PAUSE_AFTER: 'NOTIFY rapporteur_tables' }],
    ['after it committed', { PAUSE_BEFORE: 'pg_advisory_unlock_all', PAUSE_NTH: '2' }],
  ];

  it('that is killed between any two steps leaves right tables, old or new, and replies go on', async () => {
    const tables = async () =>
      (await pool.query("SELECT to_regclass('tables.cells')::oid AS id")).rows[0].id as number;
    for (const [i, [where, pause]] of steps.entries()) {
      const before = await tables();
      const paused = start('apps/rapporteur/dist/main.js', ['rebuild'], pause);
      await paused.waitFor(/paused/);
      paused.child.kill('SIGKILL');
      expect(await paused.ended).toBe('SIGKILL');
      await openRound(`r${i}`);
      const swapped = (await tables()) !== before;
      expect([where, swapped]).toEqual([where, where === 'after it committed']);
      expect([where, ...(await run('verify'))]).toEqual([
        where,
        0,
        expect.stringContaining('the tables are the fold of the log'),
      ]);
    }
    expect((await run('rebuild'))[1]).toMatch(/: 0 rows differed\.\n$/);
    expect(await schemas()).toEqual(['tables']);
  }, 180_000);
});

describe('a rebuild whose lock is gone while its swap waits for a batch', () => {
  const isWaiting = async (connections: number) => {
    for (;;) {
      const { rows } = await pool.query(
        `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows[0].n >= connections) return;
      await sleep(50);
    }
  };
  const indexes = async () =>
    (await pool.query("SELECT indexname FROM pg_indexes WHERE schemaname = 'tables' ORDER BY 1")).rows;

  it('swaps its own tables in, not the half of those that another has begun', async () => {
    const indexed = await indexes();
    const batch = await pool.connect();
    await batch.query("BEGIN; SELECT FROM places WHERE projection = 'tables' FOR UPDATE");
    const first = rebuildTables(pool);
    await isWaiting(1);
    await pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${0x5241_0005}
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    const half = { PAUSE_AFTER: 'COMMIT', PAUSE_NTH: '2' };
    const second = start('apps/rapporteur/dist/main.js', ['rebuild'], half);
    await Promise.race([second.waitFor(/paused/), isWaiting(2)]);
    await batch.query('COMMIT');
    batch.release();
    expect(await first).toMatchObject({ differences: 0 });
    await second.waitFor(/paused/);
    expect(await indexes()).toEqual(indexed);
    second.child.kill('SIGKILL');
    expect((await run('verify'))[0]).toBe(0);
    expect((await run('rebuild'))[1]).toMatch(/: 0 rows differed\.\n$/);
    expect(await schemas()).toEqual(['tables']);
  }, 60_000);
});

describe('npm run verify', () => {
  it('prints the first differences with both sides, and its exit status tells', async () => {
    expect(await run('verify')).toEqual([
      0,
      expect.stringMatching(/^Folding the log[^]*the tables are the fold/),
    ]);
    await pool.query("UPDATE tables.cells SET value = 99 WHERE cell LIKE '%~SV~persons-prosecuted~%2007'");
    await pool.query("DELETE FROM tables.cells WHERE cell LIKE '%~SV~persons-prosecuted~%2006'");
    const [status, output] = await run('verify');
    expect(status).toBe(1);
    expect(output).toMatch(
      /cell ecosoc-2006-27~SV~persons-prosecuted~_T~2006 0\n {2}table not there\n {2}fold {2}\{/,
    );
    expect(output).toMatch(/~2007 0\n {2}table \{.*"value":99.*\n {2}fold {2}\{.*"value":6/);
    expect(output).toMatch(/2 differences/);
    const unreachable = start('apps/rapporteur/dist/main.js', ['verify'], {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
    });
    expect(await unreachable.ended).toBe(2);
    expect(unreachable.output()).toMatch(/ECONNREFUSED/);
  }, 60_000);
});

describe('npm run dead-letters', () => {
  it('lists, retries and discards, and readiness, metrics and answers tell of it meanwhile', async () => {
    expect(await run('dead-letters', 'list')).toEqual([0, 'There are no dead letters.\n']);
    await pool.query("ALTER TABLE tables.rounds ADD CONSTRAINT refuse CHECK (round <> 'poison')");
    const answer = await fetch(`${url}/v1/trends?respondent=SV&wait=${await postRound('poison')}`);
    expect(answer.headers.get('rapporteur-degraded')).toMatch(/^1 /);
    expect(await answer.json()).toMatchObject({ degraded: 1 });
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    expect(await (await fetch(`${url}/metrics`, { headers: ownerHeaders() })).text()).toMatch(
      /^rapporteur_dead_letters 1$/m,
    );
    expect(await run('verify')).toEqual([
      0,
      expect.stringMatching(/the tables are the fold of the log\nBoth leave out .*dead letters 1,/),
    ]);
    const [status, listed] = await run('dead-letters', 'list');
    const position = /^(\d+) .*round\/c\/poison\n {4}.*refuse/.exec(listed)![1]!;
    expect(status).toBe(1);
    expect(await run('dead-letters', 'retry', position)).toEqual([
      1,
      `${position} still cannot be applied\n`,
    ]);
    await pool.query('ALTER TABLE tables.rounds DROP CONSTRAINT refuse');
    expect(await run('dead-letters', 'retry', 'all')).toEqual([0, `${position} applied\n`]);
    await sleep(100);
    const whole = await fetch(`${url}/v1/rounds/c/poison`);
    expect([whole.status, whole.headers.get('rapporteur-degraded')]).toEqual([200, null]);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect((await run('dead-letters', 'discard', '1'))[0]).toBe(2);
    expect((await run('dead-letters', 'bury'))[1]).toMatch(/"bury" is none of list, retry, discard/);
  }, 60_000);

  it('goes on telling of what was discarded, with tables that are whole', async () => {
    await pool.query("ALTER TABLE tables.rounds ADD CONSTRAINT refuse CHECK (round <> 'poison')");
    await fetch(`${url}/v1/trends?respondent=SV&wait=${await postRound('poison')}`);
    const position = /^\d+/.exec((await run('dead-letters', 'list'))[1])![0];
    expect(await run('dead-letters', 'discard', position)).toEqual([0, `${position} discarded\n`]);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(await run('verify')).toEqual([
      0,
      expect.stringMatching(
        /the tables are the fold of the log\nBoth leave out .*dead letters 0, discarded 1,/,
      ),
    ]);
    expect(await run('dead-letters', 'list')).toEqual([
      0,
      expect.stringMatching(
        /^\d+ .*round\/c\/poison, discarded .*\n {4}.*refuse.*\n0 dead letters, 1 discarded\.\n$/,
      ),
    ]);
  }, 60_000);

  it('sets aside what nobody can read: verify finds it, its reply can be changed again, and answers tell of it', async () => {
    const event = {
      id: randomUUID(),
      type: 'ReplySubmitted',
      schemaVersion: 1,
      key: 'IS',
      data: {},
      meta: {},
    };
    const stream = 'reply/ecosoc-2006-27/2008/IS';
    await storeUnchecked(pool, [{ stream, expectedVersion: 0, events: [event] }]);
    const correct = () =>
      fetch(`${url}/v1/rounds/ecosoc-2006-27/2008/replies/IS/withdrawal`, {
        method: 'POST',
        body: JSON.stringify({ receivedOn: '2008-02-01', reason: 'sent by mistake' }),
        headers: { ...ownerHeaders(), 'content-type': 'application/json' },
      });
    await fetch(`${url}/v1/trends?wait=${await postRound('after')}`);
    const refusal = await correct();
    expect([refusal.status, await refusal.json()]).toMatchObject([
      409,
      { type: '/problems/unreadable-event' },
    ]);
    const [, position = ''] = /^(\d+) .*\/IS/m.exec((await run('dead-letters', 'list'))[1])!;
    const [status, found] = await run('verify');
    expect([status, found]).toEqual([
      1,
      expect.stringContaining(`The event at ${position} (${stream}) cannot be read`),
    ]);
    expect((await run('dead-letters', 'set-aside', position))[0]).toBe(2);
    expect((await run('dead-letters', 'set-aside', '1', 'why'))[1]).toMatch(/can be read/);
    expect(await run('dead-letters', 'set-aside', position, 'it is empty')).toEqual([
      0,
      expect.stringMatching(`${position} is set aside`),
    ]);
    await fetch(`${url}/v1/trends?wait=${await postRound('later')}`);
    const told = (await (await fetch(`${url}/v1/observations?respondent=IS`)).json()) as object;
    expect(told).toMatchObject({ setAside: [{ event: Number(position), reason: 'it is empty' }] });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(await run('verify')).toEqual([
      0,
      expect.stringMatching(/1 event that nobody can read is set aside/),
    ]);
    expect((await correct()).status).toBe(404);
  }, 60_000);
});
