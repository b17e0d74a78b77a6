/** Waits until the stored events have positions and are in the tables. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readHead, readWatermark } from '@rapporteur/event-store';
import type pg from 'pg';

/**
 * The pause between two looks (ms), growing from `first` to `last`: many imports may wait at once, and some for
 * long.
 */
const lookEveryMs = { first: 30, last: 500 };
const patienceMs = 120_000;
/** The name of the projection that readers see. It is all that ingest knows of it. */
const tables = 'tables';

async function until<T>(look: () => Promise<T | undefined>, whatIsMissing: string): Promise<T> {
  const end = performance.now() + patienceMs;
  for (let pause = lookEveryMs.first; ; pause = Math.min(pause * 1.2, lookEveryMs.last)) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`the import is stored, and ${whatIsMissing}`);
    await sleep(pause);
  }
}

/**
 * In: ids of stored events. Out: the last of their positions; the head of the log where there are none. Errors: none was given
 * within two minutes.
 */
export async function awaitPositions(db: pg.ClientBase, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return readHead(db);
  return until(async () => {
    const { rows } = await db.query<{ known: number; last: number }>(
      'SELECT count(*) AS known, max(position) AS last FROM log WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return rows[0]!.known === ids.length ? rows[0]!.last : undefined;
  }, 'no sequencer gave it its positions: is an ingest running?');
}

/** Waits until the tables include a position. Errors: they did not within two minutes. */
export async function awaitTables(pool: pg.Pool, position: number): Promise<void> {
  await until(
    async () => ((await readWatermark(pool, tables)) >= position ? true : undefined),
    'the tables do not have it yet: is an aggregator running?',
  );
}
