/** Transactions that stand still for a test: held open, and waited for by others. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** Long enough for a busy machine, and short beside the time that a test has: what never waits fails soon. */
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

/** Transactions that a test holds open: whatever becomes of it, `endAll` leaves none behind for others to wait for. */
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
