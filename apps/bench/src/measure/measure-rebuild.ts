/** Rebuilding the tables, compared with catching up, with set-based statements, and with COPY of the resulting rows. */
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { migrations, rebuildTables } from '@rapporteur/projections';
import type pg from 'pg';
import { fillLog } from '../fill/fill-log.js';
import { emptyTables } from './follow-feed.js';
import { followLog } from './measure-catch-up.js';
import { alternateAll, time, toRow, type Bench, type Row } from '../row.js';
import { compareCells, copyRows, fillSetBased, writeRows } from '../bounds/set-based.js';

export async function measureRebuild(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const events of bench.sizes([10_000], [10_000, 100_000, 1_000_000]))
    rows.push(...(await measureOf(bench, events)));
  return rows;
}

async function measureOf(bench: Bench, events: number): Promise<Row[]> {
  const url = await bench.createDatabase(`rebuild_${events}`);
  const database = await openDatabase({ url, migrations });
  const pool = poolOf(database);
  try {
    bench.say(`filling a log of ${events.toLocaleString('en')} events`);
    await fillLog(pool, events);
    await emptyTables(pool);
    const followed = events / (await followLog(database, url));
    await writeRows(pool);
    const sides = await alternateAll(events > 100_000 ? 3 : 2, {
      ours: async () => events / (await rebuild(pool)),
      setBased: async () => events / (await fillSetBased(pool)),
      copied: async () => events / (await copyRows(pool)),
    });
    await compareCells(pool);
    const compare = (against: string, theirs: number, target?: number) =>
      toRow({
        what: `rebuild of ${events.toLocaleString('en')} events, swap and comparison included`,
        against,
        ours: sides.ours.value,
        theirs,
        unit: 'events/s',
        target,
      });
    return [
      compare('catch-up, embedded', followed, 2),
      compare('INSERT … SELECT … ON CONFLICT inside PostgreSQL', sides.setBased.value, 0.3),
      compare('COPY of the resulting rows, with their indexes', sides.copied.value),
    ];
  } finally {
    await database.destroy();
  }
}

/** Out: seconds. Errors: the new tables differ from the live ones. */
async function rebuild(pool: pg.Pool): Promise<number> {
  await pool.query('CHECKPOINT');
  return time(async () => {
    const { differences } = await rebuildTables(pool);
    if (differences !== 0) throw new Error(`${differences} rows of the rebuilt tables differ`);
  });
}
