/** Connections that are lost while they are held, or go dark: whoever uses them hears of it, and the process goes on. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Proxy } from '@rapporteur/testing';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { isDatabaseAway } from './database-away.js';
import { openDatabase, poolOf, type Database } from './database.js';
import { lead } from './leadership.js';
import { listen } from './listen.js';
import { openPlannedPool } from './pool.js';
import { inTransaction, withConnection } from './transaction.js';

// The server of the test run is used as it is, for nothing is stored: the lib of the tests depends on this one.
let source: Database;
beforeEach(async () => {
  source = await openDatabase({ url: process.env['TEST_POSTGRES_URL']! });
});
afterEach(() => source.destroy());

/** What happens to a connection while its holder is busy with something else. */
async function loseConnection(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  await poolOf(source).query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
  await sleep(300);
}

it('that are held for their locks', async () => {
  const pool = poolOf(source);
  const losing = withConnection(pool, async (client) => {
    await client.query('SELECT pg_advisory_lock(7)');
    await loseConnection(client);
    await client.query('SELECT 1');
  });
  await expect(losing).rejects.toThrow();
  const { rows } = await pool.query('SELECT pg_try_advisory_lock(7) AS held');
  expect(rows).toEqual([{ held: true }]);
});

it('that are in the middle of a transaction', async () => {
  const losing = inTransaction(poolOf(source), async (client) => {
    await loseConnection(client);
    await client.query('SELECT 1');
  });
  await expect(losing).rejects.toThrow();
});

it('and gives up the locks at once', async () => {
  const pool = poolOf(source);
  for (let i = 0; i < 20; i += 1)
    await withConnection(pool, async (client) => {
      const { rows } = await client.query('SELECT pg_try_advisory_lock(7) AS held');
      expect(rows).toEqual([{ held: true }]);
    });
});

describe('a server whose connections go dark', () => {
  const answerWithinMs = 500;
  let link: Proxy;
  let url: URL;
  let behind: Database;
  beforeEach(async () => {
    url = new URL(process.env['TEST_POSTGRES_URL']!);
    link = await Proxy.open(Number(url.port));
    url.port = String(link.port);
    behind = await openDatabase({ url: url.href, poolSize: 2, answerWithinMs });
  });
  afterEach(async () => {
    await link.close();
    await behind.destroy();
  });

  const answer = async (pool: pg.Pool) => (await pool.query('SELECT 1 AS n')).rows;
  const failureOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it.each([
    ['a pool', (pool: pg.Pool) => answer(pool)],
    [
      'a transaction',
      (pool: pg.Pool) =>
        inTransaction(pool, async (client) => {
          link.darken();
          await client.query('SELECT 1');
        }),
    ],
    [
      'a connection that is held',
      (pool: pg.Pool) =>
        withConnection(pool, async (client) => {
          link.darken();
          await client.query('SELECT 1');
        }),
    ],
  ])('is away for %s after the time, and the next connection works', async (_, work) => {
    const pool = poolOf(behind);
    await answer(pool);
    link.darken();
    const started = performance.now();
    const failure = await failureOf(work(pool));
    const took = performance.now() - started;
    expect([isDatabaseAway(failure), String(failure)]).toEqual([true, 'Error: Query read timeout']);
    expect(took).toBeLessThan(1.8 * answerWithinMs);
    expect(await Promise.all([answer(pool), answer(pool)])).toEqual([[{ n: 1 }], [{ n: 1 }]]);
  });

  it('is away for a planned pool, whose connections are all given back', async () => {
    const pool = openPlannedPool(url.href, 2, 'planned', answerWithinMs);
    await Promise.all([answer(pool), answer(pool)]);
    link.darken();
    const failures = await Promise.all([failureOf(answer(pool)), failureOf(answer(pool))]);
    expect(failures.map(isDatabaseAway)).toEqual([true, true]);
    expect(await Promise.all([answer(pool), answer(pool)])).toEqual([[{ n: 1 }], [{ n: 1 }]]);
    await pool.end();
  });
});

it('what a migration does may take longer than a service waits for', async () => {
  const name = `Slow${Date.now()}`;
  class Slow {
    name = name;
    up = (runner: { query(text: string): Promise<unknown> }) => runner.query('SELECT pg_sleep(0.7)');
    down = async () => undefined;
  }
  const slow = await openDatabase({
    url: process.env['TEST_POSTGRES_URL']!,
    migrations: [Slow as never],
    answerWithinMs: 300,
  });
  await poolOf(slow).query('DELETE FROM migrations WHERE name = $1', [name]);
  await slow.destroy();
});

/** The sockets of this process to a port whose keepalive timer runs, as Linux lists them. */
function countKept(port: string): number {
  const to = Number(port).toString(16).toUpperCase().padStart(4, '0');
  const lines = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return lines.filter(([, , remote, , , timer]) => remote?.endsWith(`:${to}`) && timer?.startsWith('02:'))
    .length;
}

(process.platform === 'linux' ? it : it.skip)('every connection is probed while it is idle', async () => {
  const url = new URL(process.env['TEST_POSTGRES_URL']!);
  const link = await Proxy.open(Number(url.port));
  url.port = String(link.port);
  const database = await openDatabase({ url: url.href });
  const planned = openPlannedPool(url.href, 1, 'planned', 1000);
  let heard = 0;
  const listener = listen(url.href, ['one'], () => (heard += 1));
  const leadership = lead(url.href, 10, (_, signal) => once(signal, 'abort').then(() => undefined), {
    onError: () => undefined,
  });
  await planned.query('SELECT 1');
  while (heard === 0 || !leadership.isLeader) await sleep(10);
  await sleep(200);
  const kept = countKept(url.port);
  await Promise.all([listener.close(), leadership.close(), planned.end(), database.destroy()]);
  await link.close();
  expect(kept).toBe(4);
});
