/** Appends over HTTP and in bulk, against the same event rows by plain SQL, by COPY, and by emmett. */
import type { NewEvent } from '@rapporteur/domain';
import { partitionOf, storeAppends, type Append } from '@rapporteur/event-store';
import { inTransaction, openDatabase, openPlannedPool, poolOf } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startEmmett, type Emmett } from '../bounds/emmett.js';
import { makeClient, postEach, runClients } from '../load/load.js';
import { openRounds, type Reply } from '../fill/replies.js';
import { alternateAll, toRow, type Bench, type Measured, type Row } from '../row.js';
import { runService } from '../load/run-service.js';

/** An event as ingest stored it, to be stored again with other ids and streams. */
type Template = Pick<NewEvent, 'type' | 'schemaVersion' | 'data' | 'meta'>;

const eventColumns = 'id, stream, version, type, schema_version, key, partition, data, meta';
const types = ['uuid', 'text', 'int', 'text', 'smallint', 'text', 'smallint', 'json', 'json'];
const insertPlain = `INSERT INTO plain_events (${eventColumns}) SELECT * FROM unnest(${types
  .map((type, i) => `$${i + 1}::${type}[]`)
  .join(', ')})`;

/** The rows of `count` events, each the first of its own stream. */
const makeRows = (template: Template, count: number) =>
  Array.from({ length: count }, () => {
    const id = randomUUID();
    const { type, schemaVersion, data, meta } = template;
    return [
      id,
      `reply/bench/x/${id}`,
      1,
      type,
      schemaVersion,
      id,
      partitionOf(id),
      JSON.stringify(data),
      JSON.stringify(meta),
    ];
  });

/**
 * Stores the same rows with the same indexes in one statement, and so in one transaction, without checking
 * versions, keys or streams.
 */
export async function storePlain(pool: pg.Pool, template: Template, count: number): Promise<void> {
  const rows = makeRows(template, count);
  const values = types.map((_, column) => rows.map((row) => row[column]));
  await pool.query({ name: 'insert-plain', text: insertPlain, values });
}

/** Stores the same rows by COPY, in one transaction. */
async function copyPlain(pool: pg.Pool, template: Template, count: number): Promise<void> {
  const escape = (value: unknown) => String(value).replace(/[\\\t\n\r]/g, (c) => `\\${c}`);
  const lines = makeRows(template, count).map((row) => `${row.map(escape).join('\t')}\n`);
  await inTransaction(pool, (client) =>
    pipeline(
      Readable.from([lines.join('')]),
      client.query(copyFrom(`COPY plain_events (${eventColumns}) FROM STDIN`)),
    ),
  );
}

/** Stores by emmett, whose append takes the events of one stream. */
async function appendByEmmett(
  emmett: Emmett,
  { type, data, meta }: Template,
  asked: { clients: number; appends: number; size: number },
): Promise<Measured> {
  const event = { type, data: data as Record<string, unknown>, metadata: meta as Record<string, unknown> };
  const { rate, latency } = await emmett.append({ ...asked, event });
  return { value: rate * asked.size, latency };
}

/** Stores `count` appends in one commit, as an import does. Errors: one was refused. */
async function storeInBulk(pool: pg.Pool, template: Template, count: number): Promise<void> {
  const appends = Array.from({ length: count }, (): Append => {
    const id = randomUUID();
    return { stream: `reply/bench/x/${id}`, expectedVersion: 0, events: [{ ...template, id, key: id }] };
  });
  if ((await storeAppends(pool, appends)).size !== count) throw new Error('an append was refused');
}

const singles = [1, 8, 32];

/** The sides of both comparisons of appends: ingest, emmett, and a table of plain events. */
interface Sides {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly emmett: Emmett;
  /** The address of ingest, and the next reply to send to it. */
  readonly ingest: string;
  next(): Reply;
  /** Sends a number of further replies by a number of clients. */
  post(clients: number, replies: number): Promise<Measured>;
  /** The event that ingest stored for a reply. The other sides store the same bytes. */
  readonly template: Template;
  stopIngest(): Promise<void>;
}

/**
 * In: how many replies will be sent in all, and how many of them as warm-up, until Node has compiled the code
 * that runs.
 */
export async function withSides<T>(
  bench: Bench,
  name: string,
  { replies, warmUp }: { replies: number; warmUp: number },
  work: (sides: Sides) => Promise<T>,
): Promise<T> {
  const url = await bench.createDatabase(name);
  const emmettUrl = await bench.createDatabase(`${name}_emmett`);
  // One connection for each client, so that none waits for a connection.
  const database = await openDatabase({ url, migrations, poolSize: 32 });
  const pool = poolOf(database);
  const emmett = await startEmmett(emmettUrl);
  const ingest = await runService('ingest', { DATABASE_URL: url });
  const client = makeClient(ingest.url, 32);
  let stopping: Promise<void> | undefined;
  const stopIngest = () => (stopping ??= (client.close(), ingest.stop()));
  try {
    await pool.query('CREATE TABLE plain_events (LIKE pending INCLUDING ALL)');
    const next = await openRounds(client, replies + warmUp);
    const post = async (clients: number, count: number): Promise<Measured> => {
      const { rate, latency } = await postEach(ingest.url, Array.from({ length: count }, next), clients);
      return { value: rate, latency };
    };
    await post(1, warmUp);
    const template = await readTemplate(pool);
    const result = await work({ url, pool, emmett, ingest: ingest.url, next, post, template, stopIngest });
    await stopIngest();
    return result;
  } finally {
    await stopIngest().catch((error: Error) => bench.say(error.message));
    emmett.close();
    await database.destroy();
  }
}

export async function measureAppends(bench: Bench): Promise<Row[]> {
  const perClient = bench.size(25, 400);
  const rounds = bench.quick ? 3 : 5;
  const replies = singles.reduce((sum, n) => sum + n * perClient * rounds, 0);
  const asked = { replies, warmUp: bench.size(500, 20_000) };
  return withSides(bench, 'append', asked, async ({ pool, emmett, post, template }) => {
    const rows: Row[] = [];
    for (const clients of singles) {
      const run = (send: () => Promise<unknown>) => async (): Promise<Measured> => {
        const { rate, latency } = await runClients(clients, perClient * clients, send);
        return { value: rate, latency };
      };
      const measured = await alternateAll(rounds, {
        ours: () => post(clients, perClient * clients),
        plain: run(() => storePlain(pool, template, 1)),
        emmett: () => appendByEmmett(emmett, template, { clients, appends: perClient * clients, size: 1 }),
      });
      rows.push(
        ...toRows(
          `append of single replies over HTTP, ${clients} client${clients > 1 ? 's' : ''}`,
          measured,
          {
            plain: ['plain SQL, one transaction each', clients === 8 ? 0.8 : undefined],
            emmett: ["emmett's append", 1],
          },
        ),
      );
    }
    return rows;
  });
}

/**
 * Measures appends alone, since the other sides do nothing else: the sequencer, which gives events their
 * positions, is stopped.
 */
export async function measureBulkAppends(bench: Bench): Promise<Row[]> {
  return withSides(bench, 'append_bulk', { replies: 0, warmUp: 1 }, async (sides) => {
    await sides.stopIngest();
    const rows: Row[] = [];
    for (const size of [100, 1000]) rows.push(...(await measureBatches(bench, sides, size)));
    return rows;
  });
}

/** The event that ingest stored for a reply. The other sides store the same bytes. */
async function readTemplate(pool: pg.Pool): Promise<Template> {
  const { rows } = await pool.query<Template>(
    `SELECT type, schema_version AS "schemaVersion", data, meta FROM (SELECT * FROM log UNION ALL
       SELECT seq, id, stream, version, type, schema_version, key, partition, data, meta FROM pending) e
     WHERE type = 'ReplySubmitted' LIMIT 1`,
  );
  return rows[0]!;
}

async function measureBatches(
  bench: Bench,
  { url, pool, emmett, template }: Sides,
  size: number,
): Promise<Row[]> {
  const batches = bench.size(3, 30);
  const run = (store: () => Promise<unknown>) => async (): Promise<Measured> => {
    const { rate, latency } = await runClients(1, batches, store);
    return { value: rate * size, latency };
  };
  // Like the connection by which ingest stores an import.
  const appending = openPlannedPool(url, 1, 'bench-append', 60_000);
  const sides = await alternateAll(bench.quick ? 3 : 5, {
    ours: run(() => storeInBulk(appending, template, size)),
    plain: run(() => storePlain(pool, template, size)),
    copy: run(() => copyPlain(pool, template, size)),
    emmett: () => appendByEmmett(emmett, template, { clients: 1, appends: batches, size }),
  });
  await appending.end();
  return toRows(`append in batches of ${size.toLocaleString('en')}`, sides, {
    plain: ['plain SQL, one unnest a batch', size === 1000 ? 0.6 : undefined],
    copy: ['COPY', undefined],
    emmett: ["emmett's append, all in one stream", 1],
  });
}

/** In: what was measured, each side's result, and for each other side its name and the ratio to reach. Out: a row for each. */
export function toRows(
  what: string,
  sides: Readonly<Record<string, Measured>>,
  others: Readonly<Record<string, [against: string, target: number | undefined]>>,
): Row[] {
  const ours = sides['ours']!;
  return Object.entries(others).map(([name, [against, target]]) => {
    const theirs = sides[name]!;
    return toRow({
      what,
      against,
      ours: ours.value,
      theirs: theirs.value,
      unit: 'events/s',
      target,
      latency: { ours: ours.latency, theirs: theirs.latency },
    });
  });
}
