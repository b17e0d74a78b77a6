/** Catching up with the log, against set-based statements inside PostgreSQL that leave the same cells. */
import type { DomainEvent } from '@rapporteur/domain';
import { keyOf, streamOf } from '@rapporteur/domain';
import { partitionCount, partitionOf, readLog, takeLeases } from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf } from '@rapporteur/postgres';
import { applyEvents, createTables, liveSchema, migrations } from '@rapporteur/projections';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { alternate, time, toRow, type Bench, type Row } from './row.js';

/** Each round has a category of its own, so that no two streams speak of the same cell. */
const figure = (category: string, year: number, value: number) => ({
  indicator: 'persons-prosecuted',
  breakdown: { category },
  period: `${year}`,
  value,
  qualifier: 'exact' as const,
  paragraph: 14,
});

/** The reply of a stream, and after it corrections of one to three figures. */
function makeEvent(stream: number, version: number): DomainEvent {
  const key = {
    collection: 'bench',
    round: `r${stream >> 6}`,
    respondent: `R${String.fromCharCode(65 + (stream & 7), 65 + ((stream >> 3) & 7))}`,
    receivedOn: '2008-01-20',
    receivedPrecision: 'on' as const,
    late: null,
  };
  const count = version === 1 ? 3 : 1 + (version % 3);
  const figures = Array.from({ length: count }, (_, i) => figure(key.round, 2005 + i, version + i));
  if (version > 1) {
    const observations = { changed: figures, added: [], retracted: [] };
    const findings = { changed: [], added: [], retracted: [] };
    return {
      type: 'ReplyCorrected',
      data: { ...key, reason: 'bench', reference: null, observations, findings },
    };
  }
  const resolved = { code: key.respondent, asWritten: key.respondent, match: 'code' as const };
  const content = { language: null, complete: false, observations: figures, findings: [] };
  return { type: 'ReplySubmitted', data: { ...key, resolved, ...content } };
}

const meta = JSON.stringify({
  recordedBy: 'bench',
  recordedAt: '2008-02-01T00:00:00Z',
  correlationId: 'c',
  causationId: 'r',
});

async function fillLog(pool: pg.Pool, events: number, streams: number): Promise<void> {
  for (let from = 0; from < events; from += 5000) {
    const numbers = Array.from({ length: Math.min(5000, events - from) }, (_, i) => from + i);
    const made = numbers.map((n) => makeEvent(n % streams, Math.floor(n / streams) + 1));
    await pool.query(
      `INSERT INTO log (position, id, stream, version, type, schema_version, key, partition, data, meta)
       SELECT position, id, stream, version, type, 1, key, partition, data, $8 FROM unnest($1::bigint[], $2::uuid[],
         $3::text[], $4::int[], $5::text[], $6::text[], $7::smallint[], $9::json[])
         AS e(position, id, stream, version, type, key, partition, data)`,
      [
        numbers.map((n) => n + 1),
        made.map(() => randomUUID()),
        made.map(streamOf),
        numbers.map((n) => Math.floor(n / streams) + 1),
        made.map((event) => event.type),
        made.map(keyOf),
        made.map((event) => partitionOf(keyOf(event))),
        meta,
        made.map((event) => JSON.stringify(event.data)),
      ],
    );
  }
  await pool.query('UPDATE sequencer SET head = $1', [events]);
  await pool.query('ANALYZE log');
}

const setBased = [
  `INSERT INTO plain.statements SELECT l.position, o.n - 1, 'observation',
     concat_ws('~', data->>'collection', data->>'respondent', o.v->>'indicator',
       'category:' || (o.v->'breakdown'->>'category'), o.v->>'period'),
     data->>'collection', data->>'respondent', l.stream, (data->>'receivedOn')::date, false, o.v->>'indicator',
     'category:' || (o.v->'breakdown'->>'category'), o.v->>'period', (o.v->>'period')::smallint, (o.v->>'value')::bigint, o.v->>'qualifier',
     json_build_object('paragraph', o.v->'paragraph')
   FROM log l, json_array_elements(CASE type WHEN 'ReplyCorrected' THEN data->'observations'->'changed'
     ELSE data->'observations' END) WITH ORDINALITY o(v, n) ON CONFLICT DO NOTHING`,
  `INSERT INTO plain.cells SELECT DISTINCT ON (cell) cell, 0, position, ordinal, kind, collection, respondent, reply,
     received_on, code, breakdown, period, year, value, qualifier, source
   FROM plain.statements ORDER BY cell, received_on DESC, position DESC
   ON CONFLICT (cell, variant) DO UPDATE SET position = EXCLUDED.position, value = EXCLUDED.value`,
];

async function empty(pool: pg.Pool): Promise<void> {
  await pool.query(
    'TRUNCATE tables.statements, tables.cells, tables.marks, tables.applied, tables.dead_letters',
  );
  await pool.query('UPDATE places SET position = 0');
}

/** As the feed does: batches in order of position, one transaction each. */
async function catchUp(pool: pg.Pool): Promise<void> {
  const partitions = Array.from({ length: partitionCount }, (_, i) => i);
  let leases = await takeLeases(pool, liveSchema, partitions);
  for (let after = 0; ;) {
    const events = await readLog(pool, after, 1000);
    if (events.length === 0) return;
    const applied = await inTransaction(pool, (client) => applyEvents(client, liveSchema, leases, events));
    if (applied.dead > 0) throw new Error(`${applied.dead} events could not be applied`);
    leases = leases.map((l) => ({ ...l, position: applied.positions.get(l.partition) ?? l.position }));
    after = events.at(-1)!.position;
  }
}

export async function measureCatchUp(bench: Bench): Promise<Row[]> {
  const url = await bench.createDatabase('catch_up');
  const database = await openDatabase({ url, migrations });
  const pool = poolOf(database);
  const events = bench.quick ? 10_000 : 100_000;
  try {
    await fillLog(pool, events, 4000);
    const measured = await alternate(
      bench.quick ? 2 : 3,
      async () => {
        await empty(pool);
        return events / (await time(() => catchUp(pool)));
      },
      async () => {
        await pool.query('DROP SCHEMA IF EXISTS plain CASCADE');
        await pool.query(createTables('plain'));
        const run = async () => {
          for (const statement of setBased) await pool.query(statement);
        };
        return events / (await time(run));
      },
    );
    await compareCells(pool);
    const { rows } = await pool.query<{ bytes: number }>(`SELECT pg_total_relation_size('log') AS bytes`);
    bench.say(`${Math.round(rows[0]!.bytes / events)} bytes an event in the log, indexes included`);
    return [
      toRow({
        what: `catch-up over ${events.toLocaleString('en')} events`,
        against: 'INSERT … SELECT … ON CONFLICT inside PostgreSQL',
        ...measured,
        unit: 'events/s',
        target: 0.15,
      }),
    ];
  } finally {
    await database.destroy();
  }
}

/** Errors: the two sides do not say the same, so that their times are not comparable. */
async function compareCells(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ different: number; cells: number }>(
    `SELECT count(*) AS cells, count(*) FILTER (WHERE t.value IS DISTINCT FROM p.value) AS different
     FROM tables.cells t FULL JOIN plain.cells p USING (cell, variant)`,
  );
  const { cells, different } = rows[0]!;
  if (cells === 0 || different > 0)
    throw new Error(`${different} of ${cells} cells differ between the two sides`);
}
