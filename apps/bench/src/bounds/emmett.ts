/**
 * Emmett's side of a comparison: starts its process, gives it tasks, and checks that its result is the same as
 * ours.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Latency } from '../load/load.js';

/** A task for emmett's process. */
export type EmmettTask =
  | { readonly kind: 'migrate' }
  | { readonly kind: 'catch-up'; readonly batchSize: number }
  | { readonly kind: 'serve'; readonly metadata: Record<string, unknown> }
  | {
      readonly kind: 'append';
      readonly clients: number;
      readonly appends: number;
      /** How many events each append has, all of one stream. */
      readonly size: number;
      readonly event: { type: string; data: Record<string, unknown>; metadata: Record<string, unknown> };
    };

export interface Emmett {
  /** Out: appends a second, and how long appends took. */
  append(
    task: Omit<Extract<EmmettTask, { kind: 'append' }>, 'kind'>,
  ): Promise<{ rate: number; latency: Latency }>;
  /**
   * Runs emmett's consumer over all events in its tables, in batches of this size, without waiting between
   * them. Out: seconds.
   */
  catchUp(batchSize: number): Promise<number>;
  /** Takes replies over HTTP by the same bare route as plain SQL. In: what is stored beside each. Out: the address. */
  serve(metadata: Record<string, unknown>): Promise<string>;
  close(): void;
}

const main = fileURLToPath(new URL('emmett-main.js', import.meta.url));

/** Starts emmett's process and makes its tables in a database. Errors of each task: the error in that process. */
export async function startEmmett(url: string): Promise<Emmett> {
  const child = fork(main, [url]);
  const ended = new Promise<[unknown]>((done) =>
    child.once('exit', () => done([{ error: "emmett's process ended" }])),
  );
  const ask = async <T>(task: EmmettTask): Promise<T> => {
    child.send(task);
    const answered = new Promise<[unknown]>((done) => child.once('message', (answer) => done([answer])));
    const [answer] = await Promise.race([answered, ended]);
    const { result, error } = answer as { result: T; error?: string };
    if (error) throw new Error(`emmett: ${error}`);
    return result;
  };
  await ask({ kind: 'migrate' });
  return {
    append: (task) => ask({ kind: 'append', ...task }),
    serve: (metadata) => ask({ kind: 'serve', metadata }),
    catchUp: (batchSize) => ask({ kind: 'catch-up', batchSize }),
    close: () => child.disconnect(),
  };
}

/**
 * Copies the first events of the log into emmett's tables in one statement, in the same order and form as its
 * append would.
 */
export async function copyLogToEmmett(pool: pg.Pool, events: number): Promise<void> {
  await pool.query('TRUNCATE emt_messages');
  await pool.query(
    `INSERT INTO emt_messages (stream_position, global_position, transaction_id, stream_id, partition,
       message_schema_version, message_id, message_type, message_data, message_metadata)
     SELECT version, position, pg_current_xact_id(), stream, 'emt:default', schema_version::text, id::text, type, data, meta
     FROM log WHERE position <= $1`,
    [events],
  );
  await pool.query('ANALYZE emt_messages');
}

/** Resets emmett's documents and its place to before the first event. */
export async function emptyEmmett(pool: pg.Pool): Promise<void> {
  await pool.query('DROP TABLE IF EXISTS bench_replies');
  await pool.query('TRUNCATE emt_processors, emt_projections');
}

/** Checks that both sides did the same work. Errors: emmett's documents differ from our cells. */
export async function compareWithEmmett(pool: pg.Pool, events: number): Promise<void> {
  const { rows } = await pool.query<{ cells: number; different: number }>(
    `WITH said AS (
       SELECT c.key AS cell, (c.value ->> 'value')::bigint AS value FROM bench_replies, jsonb_each(data -> 'cells') c
     ), folded AS (
       SELECT DISTINCT ON (cell) cell, value FROM tables.statements WHERE position <= $1
       ORDER BY cell, received_on DESC, position DESC
     )
     SELECT count(*) AS cells, count(*) FILTER (WHERE s.value IS DISTINCT FROM f.value) AS different
     FROM said s FULL JOIN folded f USING (cell)`,
    [events],
  );
  const { cells, different } = rows[0]!;
  if (cells === 0 || different > 0) throw new Error(`${different} of ${cells} cells differ from emmett's`);
}
