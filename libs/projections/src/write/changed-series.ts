/**
 * Which series the topic of trends may not have as the tables do. They are noted in the transaction that recounts them, so
 * that none is missed; and a note is taken back only when the topic has the series.
 */
import { partitionOf } from '@rapporteur/event-store';
import { groupBySeries, populationCollection, type CellStatement } from '@rapporteur/domain';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { readCells } from '../read/read-cells.js';
import type { Snapshot } from '../read/snapshot.js';
import { liveSchema } from '../tables/create-tables.js';
import { seriesOf } from '../tables/series-of.js';

const isKept = 'EXISTS (SELECT FROM trend_topic)';
const note = `ON CONFLICT (series) DO UPDATE SET change = EXCLUDED.change`;

/** Notes series in the transaction that recounted them; nothing where no topic is kept. */
export async function noteChanged(client: pg.ClientBase, series: readonly string[]): Promise<void> {
  // Population is there to divide by, and would be most of the topic.
  const noted = series.filter((one) => !one.startsWith(`${populationCollection}~`));
  if (noted.length === 0) return;
  await client.query({
    name: 'note-changed',
    text: `INSERT INTO changed_series (series) SELECT unnest($1::text[]) WHERE ${isKept} ${note}`,
    values: [noted],
  });
}

/** Notes every series that the tables or the topic have: each is compared, and sent only if it differs. */
export async function noteAllChanged(client: pg.Pool | pg.ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO changed_series (series)
     SELECT series FROM (
       SELECT ${seriesOf('cell')} FROM ${liveSchema}.cells WHERE kind = 'observation' AND collection <> $1
       UNION SELECT series FROM sent_trends
     ) AS known (series) WHERE ${isKept} ${note}`,
    [populationCollection],
  );
}

/**
 * Begins to keep a topic: from now on changes are noted, and everything is, too. Nothing is known of what the topic has.
 */
export function beginTopic(pool: pg.Pool, topic: string): Promise<void> {
  return inTransaction(pool, async (client) => {
    await awaitBatches(client);
    await client.query(
      `INSERT INTO trend_topic (topic) VALUES ($1) ON CONFLICT (one) DO UPDATE SET topic = EXCLUDED.topic, ends = '{}'`,
      [topic],
    );
    await client.query('DELETE FROM sent_trends');
    await noteAllChanged(client);
  });
}

/** Has every series compared with what the topic has of it, as after a new release, which may show them otherwise. */
export function compareAll(pool: pg.Pool): Promise<void> {
  return inTransaction(pool, async (client) => {
    await awaitBatches(client);
    await noteAllChanged(client);
  });
}

/**
 * Waits until no batch is under way, and lets none begin: each begins by locking its places. So none goes on that does not
 * know yet that changes are noted, and none locks notes in another order.
 */
async function awaitBatches(client: pg.ClientBase): Promise<void> {
  await client.query('SELECT FROM places WHERE projection = $1 ORDER BY partition FOR UPDATE', [liveSchema]);
}

/** By partition: the offset that comes after the last message that was sent. */
export type Ends = Readonly<Record<string, number>>;

/** How far the topic was written; undefined where it is not the one that is kept. */
export async function readEndsSent(db: pg.Pool | pg.ClientBase, topic: string): Promise<Ends | undefined> {
  const { rows } = await db.query<{ ends: Ends }>('SELECT ends FROM trend_topic WHERE topic = $1', [topic]);
  return rows[0]?.ends;
}

/** A series that was recounted since it was last compared with the topic. */
export interface ChangedSeries {
  readonly series: string;
  readonly change: number;
  /** What the topic has of it; null: nothing. */
  readonly digest: string | null;
  /** What decides its cells now, in their order; empty where nothing is said any more. */
  readonly cells: readonly CellStatement[];
  readonly partition: number;
  /** No later event of its partition is in the tables. */
  readonly position: number;
}

/** The series that have waited longest, as they stand, all of one moment. */
export async function readChanged(snapshot: Snapshot, limit: number): Promise<ChangedSeries[]> {
  const { client } = snapshot;
  const { rows } = await client.query<Pick<ChangedSeries, 'series' | 'change' | 'digest'>>(
    `SELECT c.series, c.change, s.digest FROM changed_series c LEFT JOIN sent_trends s USING (series)
     ORDER BY c.change LIMIT $1`,
    [limit],
  );
  if (rows.length === 0) return [];
  const wanted = { kind: 'observation' as const, series: rows.map(({ series }) => series) };
  // Of one partition the cells hold everything up to its place, also where another partition is behind.
  const cells = await readCells({ ...snapshot, isExact: true }, wanted, {});
  const bySeries = groupBySeries(cells);
  const places = await client.query<{ partition: number; position: number }>(
    'SELECT partition, position FROM places WHERE projection = $1',
    [liveSchema],
  );
  const positions = new Map(places.rows.map(({ partition, position }) => [partition, position]));
  return rows.map((row) => {
    const partition = partitionOf(row.series.split('~')[1]!);
    return {
      ...row,
      cells: bySeries.get(row.series) ?? [],
      partition,
      position: positions.get(partition) ?? 0,
    };
  });
}

/** A series as the topic has it now; without a digest: not at all. */
export interface SentSeries {
  readonly series: string;
  readonly digest: string | null;
}

/**
 * Takes notes back, and remembers what was sent. A series that was changed again since stays noted; so does one that is
 * being changed, without waiting for that.
 */
export async function markSent(
  client: pg.ClientBase,
  compared: readonly Pick<ChangedSeries, 'series' | 'change'>[],
  sent: readonly SentSeries[],
  ends: Ends,
): Promise<void> {
  const gone = sent.filter(({ digest }) => digest === null);
  const there = sent.filter(({ digest }) => digest !== null);
  await client.query({
    name: 'mark-sent',
    text: `WITH done AS (
       SELECT c.series FROM changed_series c JOIN unnest($1::text[], $2::bigint[]) AS n (series, change)
         ON c.series = n.series AND c.change = n.change FOR UPDATE OF c SKIP LOCKED
     ), untold AS (DELETE FROM changed_series c USING done WHERE c.series = done.series),
     forgotten AS (DELETE FROM sent_trends WHERE series = ANY ($3)),
     reached AS (UPDATE trend_topic SET ends = ends || $6::jsonb)
     INSERT INTO sent_trends (series, digest) SELECT * FROM unnest($4::text[], $5::text[])
     ON CONFLICT (series) DO UPDATE SET digest = EXCLUDED.digest`,
    values: [
      compared.map(({ series }) => series),
      compared.map(({ change }) => change),
      gone.map(({ series }) => series),
      there.map(({ series }) => series),
      there.map(({ digest }) => digest),
      JSON.stringify(ends),
    ],
  });
}
