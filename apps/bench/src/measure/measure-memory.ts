/**
 * Memory of the composed process at rest and of the aggregator while it catches up, and bytes on disk for each
 * event.
 */
import { readHead, readWatermark } from '@rapporteur/event-store';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { liveSchema, migrations } from '@rapporteur/projections';
import { join } from 'node:path';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillLog } from '../fill/fill-log.js';
import { toRow, type Bench, type Row } from '../row.js';
import { runService, type ServiceName } from '../load/run-service.js';

const goal = 120;

export async function measureMemory(bench: Bench): Promise<Row[]> {
  const events = bench.sizes([10_000], [100_000])[0]!;
  const url = await bench.createDatabase('memory');
  const database = await openDatabase({ url, migrations });
  const pool = poolOf(database);
  try {
    const composed = () => measureIdle(bench, 'composed', { DATA_DIR: join(bench.folder, 'idle') });
    // The first start makes the tables and loads the round; the second one finds them.
    const first = await composed();
    const idle = await composed();
    const rows = [['', idle] as const, [', after the start that made its store', first] as const].map(
      ([when, ours]) =>
        toRow({
          what: `memory of the composed process at rest, with the round of 2008, without PostgreSQL${when}`,
          ...{ against: 'the goal set', ours, theirs: goal, unit: 'MB', target: 1, lessIsBetter: true },
        }),
    );
    for (const name of ['ingest', 'aggregator', 'api'] as const)
      rows.push(
        toRow({
          what: `memory of ${name} at rest`,
          against: 'the composed process',
          ours: await measureIdle(bench, name, { DATABASE_URL: url }),
          theirs: idle,
          unit: 'MB',
          lessIsBetter: true,
        }),
      );
    await fillLog(pool, events);
    const { peak, rest } = await measureCatchingUp(pool, url);
    rows.push(
      toRow({
        what: `memory of aggregator, catching up over ${events.toLocaleString('en')} events, at its peak`,
        against: 'when it has started',
        ours: peak,
        theirs: rest,
        unit: 'MB',
        lessIsBetter: true,
      }),
      ...(await measureDisk(pool, events)),
    );
    return rows;
  } finally {
    await database.destroy();
  }
}

/** Out: megabytes, some seconds after it has started. */
async function measureIdle(
  bench: Bench,
  name: ServiceName,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const service = await runService(name, env);
  await sleep(bench.size(3_000, 15_000));
  const { now } = await service.readMemory();
  await service.stop();
  return now;
}

async function measureCatchingUp(pool: pg.Pool, url: string): Promise<{ peak: number; rest: number }> {
  const service = await runService('aggregator', { DATABASE_URL: url });
  const rest = (await service.readMemory()).now;
  const head = await readHead(pool);
  while ((await readWatermark(pool, liveSchema)) < head) await sleep(100);
  const { peak } = await service.readMemory();
  await service.stop();
  return { peak, rest };
}

/** The size of the log and the tables with their indexes, compared with the text of the events alone. */
async function measureDisk(pool: pg.Pool, events: number): Promise<Row[]> {
  const { rows } = await pool.query<{ text: number; log: number; tables: number }>(
    `SELECT (SELECT sum(octet_length(data::text) + octet_length(meta::text)) FROM log)::bigint AS text,
       pg_total_relation_size('log') AS log,
       (SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class
        WHERE relnamespace = '${liveSchema}'::regnamespace AND relkind = 'r') AS tables`,
  );
  const { text, log, tables } = rows[0]!;
  const compare = (what: string, bytes: number) =>
    toRow({
      what: `${what}, with its indexes, of an event of one to three figures`,
      against: 'the JSON of its data and particulars',
      ours: bytes / events,
      theirs: text / events,
      unit: 'bytes',
      lessIsBetter: true,
    });
  return [compare('log', log), compare('tables', tables)];
}
