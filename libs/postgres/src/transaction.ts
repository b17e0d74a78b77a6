/**
 * Work on one connection of a pool, held for its session or for one transaction; and how connections are ended.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/**
 * A connection that breaks between two statements emits `error`; without a listener that would end the process.
 */
const ignore = () => undefined;

/**
 * Whether a statement was given up because no answer came. Its connection still waits for that answer, and any
 * further statement would wait behind it. So the connection can only be closed, which pg does without waiting.
 */
export const isUnanswered = (error: unknown): boolean =>
  (error as Error | undefined)?.message === 'Query read timeout';

/**
 * How long to wait for the end of something that may never end (ms): Docker kills after 10 s, chaos after 8 s.
 */
const endWithinMs = 3000;

/**
 * Waits until a promise settles, at most `ms` (3 s when not given). Out: whether it has; if not, its work goes
 * on.
 * Errors: those of the promise, while it is waited for.
 */
export async function waitAtMost(ending: Promise<unknown>, ms = endWithinMs): Promise<boolean> {
  const waiting = new AbortController();
  const late = sleep(ms, false, { signal: waiting.signal }).catch(() => false);
  return Promise.race([ending.then(() => true), late]).finally(() => waiting.abort());
}

/** Ends a connection in order; one that does not answer within 1 s is cut. */
export async function endClient(client: pg.Client): Promise<void> {
  await waitAtMost(client.end(), 1000).catch(ignore);
  client.connection.stream.destroy();
}

/**
 * Runs work on one connection that nothing else uses, for what belongs to a connection: the locks of its
 * session. Afterwards the locks are released and the connection is closed, not reused. Errors: those of pg and
 * of the work.
 */
export async function withConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  let isLost = false;
  try {
    return await work(client);
  } catch (error) {
    isLost = isUnanswered(error);
    throw error;
  } finally {
    if (!isLost) await client.query('SELECT pg_advisory_unlock_all()').catch(ignore);
    client.release(true);
  }
}

/**
 * Runs work in one transaction on one connection: all of it or nothing.
 * A connection whose transaction failed is closed, not reused, when it cannot even roll back.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  begin = 'BEGIN',
): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  const release = (failure?: Error) => {
    client.off('error', ignore);
    client.release(failure);
  };
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    release();
    return result;
  } catch (error) {
    const rollBack = () =>
      client.query('ROLLBACK').then(
        () => undefined,
        (refusal: Error) => refusal,
      );
    release(isUnanswered(error) ? (error as Error) : await rollBack());
    throw error;
  }
}
