/** Connections that are lost while they are held: whoever uses them hears of it, and the process goes on. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { inTransaction, openDatabase, poolOf, withConnection } from './database.js';

// The run's server as it is, for nothing is stored: the lib of the tests stands on this one.
let source: DataSource;
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
