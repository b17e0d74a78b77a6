/** Appends through the queue and in bulk, against the same event rows by plain SQL. */
import { makeAppendQueue, partitionOf, storeAppends, type Append } from '@rapporteur/event-store';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { alternate, time, toRow, type Bench, type Row } from './row.js';

const observation = {
  indicator: 'persons-prosecuted',
  breakdown: {},
  value: 18,
  qualifier: 'exact',
  paragraph: 14,
};
const data = {
  observations: [2005, 2006, 2007].map((year) => ({ ...observation, period: `${year}` })),
  findings: [],
};
const meta = {
  recordedBy: 'bench',
  recordedAt: '2008-02-01T00:00:00.000Z',
  correlationId: 'c',
  causationId: 'r',
};

/** An event of some 400 bytes that opens a stream of its own. */
const makeAppend = (): Append => {
  const id = randomUUID();
  const event = { id, type: 'ReplySubmitted', schemaVersion: 1, key: id, data, meta };
  return { stream: `bench/${id}`, expectedVersion: 0, events: [event] };
};

const eventColumns = 'id, stream, version, type, schema_version, key, partition, data, meta';
const types = ['uuid', 'text', 'int', 'text', 'smallint', 'text', 'smallint', 'json', 'json'];
const insertPlain = `INSERT INTO plain_events (${eventColumns}) SELECT * FROM unnest(${types
  .map((type, i) => `$${i + 1}::${type}[]`)
  .join(', ')})`;

/** The same rows with the same indexes, in one statement and so one transaction; no versions, no keys, no streams. */
async function storePlain(pool: pg.Pool, appends: readonly Append[]): Promise<void> {
  const rows = appends.flatMap(({ stream, events }) =>
    events.map((e) => [
      e.id,
      stream,
      1,
      e.type,
      e.schemaVersion,
      e.key,
      partitionOf(e.key),
      JSON.stringify(e.data),
      JSON.stringify(e.meta),
    ]),
  );
  const values = types.map((_, column) => rows.map((row) => row[column]));
  await pool.query({ name: 'insert-plain', text: insertPlain, values });
}

/** So many clients, each sending its next when the last is stored. Out: appends a second. */
async function rateOf(clients: number, total: number, store: () => Promise<unknown>): Promise<number> {
  let left = total;
  const client = async () => {
    while (left-- > 0) await store();
  };
  const seconds = await time(() => Promise.all(Array.from({ length: clients }, client)));
  return total / seconds;
}

async function storeOrFail(append: () => Promise<'stored' | 'refused'>): Promise<void> {
  if ((await append()) !== 'stored') throw new Error('an append was refused that nothing stood against');
}

export async function measureAppends(bench: Bench): Promise<Row[]> {
  const url = await bench.createDatabase('append');
  // One connection a client, so that plain SQL waits for its commit and not for a connection.
  const database = await openDatabase({ url, migrations, poolSize: 32 });
  const pool = poolOf(database);
  try {
    await pool.query('CREATE TABLE plain_events (LIKE pending INCLUDING ALL)');
    const queue = makeAppendQueue(pool, () => undefined);
    const rounds = bench.quick ? 3 : 5;
    const rows: Row[] = [];
    for (const clients of [1, 8, 32]) {
      const total = (bench.quick ? 100 : 1000) * Math.min(clients, 8);
      const measured = await alternate(
        rounds,
        () => rateOf(clients, total, () => storeOrFail(() => queue.append(makeAppend()))),
        () => rateOf(clients, total, () => storePlain(pool, [makeAppend()])),
      );
      rows.push(
        toRow({
          what: `append queue, ${clients} client${clients > 1 ? 's' : ''}, in process`,
          against: 'plain SQL, one transaction each',
          ...measured,
          unit: 'events/s',
          ...(clients === 8 ? { target: 0.8 } : {}),
        }),
      );
    }
    for (const size of [100, 1000])
      rows.push(await measureBatches(pool, size, rounds, bench.quick ? 10 : 50));
    return rows;
  } finally {
    await database.destroy();
  }
}

async function measureBatches(pool: pg.Pool, size: number, rounds: number, batches: number): Promise<Row> {
  const batch = () => Array.from({ length: size }, makeAppend);
  const measured = await alternate(
    rounds,
    async () =>
      size *
      (await rateOf(1, batches, async () => {
        if ((await storeAppends(pool, batch())).size !== size) throw new Error('an append was refused');
      })),
    async () => size * (await rateOf(1, batches, () => storePlain(pool, batch()))),
  );
  return toRow({
    what: `append in batches of ${size.toLocaleString('en')}`,
    against: 'plain SQL, one unnest a batch',
    ...measured,
    unit: 'events/s',
    ...(size === 1000 ? { target: 0.6 } : {}),
  });
}
