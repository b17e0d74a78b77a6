/** Transactions that a test holds open, and for whose end others wait. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** How long to wait (ms): long enough for a busy machine, and short beside the time that a test has. */
const waitedForMs = 10_000;

/** Waits until so many connections of the database wait for another's lock. Errors: they did not within 10 s. */
export async function waitForLocks(pool: pg.Pool, connections: number): Promise<void> {
  const deadline = Date.now() + waitedForMs;
  for (;;) {
    const { rows } = await pool.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows[0].n >= connections) return;
    if (Date.now() > deadline)
      throw new Error(`${rows[0].n} and not ${connections} connections wait for a lock`);
    await sleep(5);
  }
}

/** Transactions that a test holds open; `endAll` ends all of them, also after a test that failed. */
export class HeldTransactions {
  readonly #clients = new Set<pg.PoolClient>();

  /** Runs a statement in a transaction of its own. Out: what commits it. */
  async hold(pool: pg.Pool, statement: string): Promise<() => Promise<void>> {
    const client = await pool.connect();
    this.#clients.add(client);
    await client.query('BEGIN');
    await client.query(statement);
    return async () => {
      this.#clients.delete(client);
      await client.query('COMMIT');
      client.release();
    };
  }

  endAll(): void {
    for (const client of this.#clients) client.release(true);
    this.#clients.clear();
  }
}
