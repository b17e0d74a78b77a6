/**
 * The first load of `npm start`: no request is answered before the tables include it, and a load that broke off
 * is continued.
 */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { findFreePort } from '@rapporteur/postgres';
import {
  createTestDatabase,
  startCommand,
  type RunningCommand,
  type TestDatabase,
} from '@rapporteur/testing';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let test: TestDatabase;
let holder: pg.Client;
/**
 * A connection outside of the holder's transaction: within one transaction PostgreSQL always shows the first
 * state of other connections.
 */
let watching: pg.Client;
let commands: RunningCommand[];
let port: number;

beforeEach(async () => {
  test = await createTestDatabase();
  [holder, watching] = [new pg.Client(test.url), new pg.Client(test.url)];
  await Promise.all([holder.connect(), watching.connect()]);
  commands = [];
  port = await findFreePort();
});
afterEach(async () => {
  for (const { child } of commands) child.kill('SIGKILL');
  await Promise.all(commands.map(({ ended }) => ended));
  await Promise.all([holder.end(), watching.end()]);
  await test.drop();
});

function start(): RunningCommand {
  // The store is empty: with DATABASE_URL a round is loaded only into an empty store.
  const env = { DATABASE_URL: test.url, PORT: String(port) };
  const command = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], { cwd: root, env });
  commands.push(command);
  return command;
}

/** The first answer that the server gives to a request. */
async function firstAnswer(): Promise<{ ready: number; series: number }> {
  for (;;) {
    const url = `http://127.0.0.1:${port}`;
    const answers = await Promise.all([
      fetch(`${url}/health/ready`),
      fetch(`${url}/v1/trends?respondent=SV`),
    ]).catch(() => undefined);
    if (answers) {
      const { series } = (await answers[1].json()) as { series: unknown[] };
      return { ready: answers[0].status, series: series.length };
    }
    await sleep(5);
  }
}

/** Runs until a statement of an application waits for the lock that `holder` has. */
async function untilHeldUp(application: string): Promise<void> {
  const waiting =
    'SELECT FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = $2 AND datname = current_database()';
  while ((await watching.query(waiting, [application, 'Lock'])).rowCount === 0) await sleep(20);
}

it('is in the tables before anybody is answered', async () => {
  await holder.query('BEGIN; LOCK TABLE tables.cells IN EXCLUSIVE MODE');
  const command = start();
  let answered = false;
  const first = firstAnswer().finally(() => (answered = true));
  await command.waitFor(/Loading the 2008 round .* 27\/27/);
  await untilHeldUp('rapporteur');
  await sleep(1000);
  expect(answered).toBe(false);
  await holder.query('ROLLBACK');
  expect(await first).toEqual({ ready: 200, series: 4 });
  await command.waitFor(/Ctrl-C stops it/);
}, 90_000);

it('ends in order when it is told to in the middle, and goes on at the next start', async () => {
  // The load reaches this reply after some others, and waits for its lock.
  await holder.query(
    `BEGIN; INSERT INTO streams (stream, version) VALUES ('reply/ecosoc-2006-27/2008/GR', 1)`,
  );
  const command = start();
  await untilHeldUp('rapporteur-append');
  command.child.kill('SIGTERM');
  await command.waitFor(/SIGTERM: stopping/);
  await holder.query('ROLLBACK');
  expect(await command.ended).toBe(0);
  expect(command.output()).toContain('Stopped. The data is kept.');
  expect(command.output()).not.toMatch(/27\/27| is at /);
  const { rows } = await holder.query<{ stored: number }>('SELECT count(*)::int AS stored FROM streams');
  expect(rows[0]!.stored).toBeGreaterThan(5);
  expect(rows[0]!.stored).toBeLessThan(27);

  const next = start();
  expect(await firstAnswer()).toEqual({ ready: 200, series: 4 });
  await next.waitFor(/Loading the 2008 round .* 27\/27[^]*Ctrl-C stops it/);
  expect((await holder.query('SELECT FROM streams')).rowCount).toBe(27);
}, 90_000);
