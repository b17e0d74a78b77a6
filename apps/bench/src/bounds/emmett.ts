/** Emmett's side of a comparison: started as a process, given tasks, and held to having done the same. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Latency } from '../load/load.js';

/** What its process is asked to do. */
export type EmmettTask =
  | { readonly kind: 'migrate' }
  | { readonly kind: 'catch-up'; readonly batchSize: number }
  | {
      readonly kind: 'append';
      readonly clients: number;
      readonly appends: number;
      /** Events of each append, all of one stream. */
      readonly size: number;
      readonly event: { type: string; data: Record<string, unknown>; metadata: Record<string, unknown> };
    };

export interface Emmett {
  /** Out: appends a second, and how long each took. */
  append(
    task: Omit<Extract<EmmettTask, { kind: 'append' }>, 'kind'>,
  ): Promise<{ rate: number; latency: Latency }>;
  /** Runs its consumer over all that is in its tables, so many events at once, without waiting. Out: seconds. */
  catchUp(batchSize: number): Promise<number>;
  close(): void;
}

const main = fileURLToPath(new URL('emmett-main.js', import.meta.url));

/** Starts it on a database and makes its tables there. Errors, of each task: what it failed with. */
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
    catchUp: (batchSize) => ask({ kind: 'catch-up', batchSize }),
    close: () => child.disconnect(),
  };
}

/** Puts the first events of the log into its tables as its append would, in the same order and in one statement. */
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

/** Its documents and its place, as before the first event. */
export async function emptyEmmett(pool: pg.Pool): Promise<void> {
  await pool.query('DROP TABLE IF EXISTS bench_replies');
  await pool.query('TRUNCATE emt_processors, emt_projections');
}

/** Errors: its documents do not say what the cells say, so that the two did not do the same. */
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
