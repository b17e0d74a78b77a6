/** How far a projection has come in each partition; only the holder of the current epoch moves a place on. */
import type pg from 'pg';

/** The right to move a partition's place on, until somebody takes the next epoch. */
export interface Lease {
  readonly projection: string;
  readonly partition: number;
  readonly epoch: number;
  readonly position: number;
  /** At which offset to go on reading the Kafka partition: a hint. Null = not known. */
  readonly nextOffset: number | null;
}

/** Another process has taken the partition: whatever this transaction did must be rolled back. */
export class FencedOff extends Error {
  override name = 'FencedOff';
}

/**
 * Takes partitions over: from the commit on, former holders are fenced off. Out: one lease for each, in order
 * of partition. The rows are locked in the same order as in holdPlaces; otherwise two transactions could
 * deadlock.
 */
export async function takeLeases(
  db: pg.Pool | pg.ClientBase,
  projection: string,
  partitions: readonly number[],
): Promise<Lease[]> {
  const { rows } = await db.query<Lease>(
    `WITH held AS (
       SELECT partition FROM places WHERE projection = $1 AND partition = ANY ($2) ORDER BY partition FOR UPDATE
     )
     UPDATE places p SET epoch = p.epoch + 1 FROM held WHERE p.projection = $1 AND p.partition = held.partition
     RETURNING p.projection, p.partition, p.epoch, p.position, p.next_offset AS "nextOffset"`,
    [projection, partitions],
  );
  return rows.sort((a, b) => a.partition - b.partition);
}

/**
 * The fence: locks the places and checks the epochs. Call it first in a transaction that applies events, before
 * the transaction reads anything that another process may have written. A process that takes a partition over
 * waits until such a transaction has ended. In: the leases. Errors: FencedOff when an epoch is not current.
 */
export async function holdPlaces(client: pg.ClientBase, leases: readonly Lease[]): Promise<void> {
  const { rowCount } = await client.query({
    name: 'hold-places',
    text: `SELECT 1 FROM places p JOIN unnest($2::smallint[], $3::bigint[]) AS l(partition, epoch)
        ON p.partition = l.partition AND p.epoch = l.epoch
      WHERE p.projection = $1 ORDER BY p.partition FOR UPDATE OF p`,
    values: [leases[0]!.projection, leases.map((l) => l.partition), leases.map((l) => l.epoch)],
  });
  if (rowCount !== leases.length) throw new FencedOff('another aggregator has taken the partition');
}

/**
 * Moves places on inside the caller's transaction, which holds them.
 * In: the leases and the last position applied in each partition.
 */
export async function movePlaces(
  client: pg.ClientBase,
  leases: readonly Lease[],
  positions: ReadonlyMap<number, number>,
): Promise<void> {
  await client.query({
    name: 'move-places',
    text: `UPDATE places p SET position = GREATEST(p.position, m.position),
        next_offset = COALESCE(m.next_offset, p.next_offset)
      FROM unnest($2::smallint[], $3::bigint[], $4::bigint[]) AS m(partition, position, next_offset)
      WHERE p.projection = $1 AND p.partition = m.partition`,
    values: [
      leases[0]!.projection,
      leases.map((l) => l.partition),
      leases.map((l) => positions.get(l.partition) ?? 0),
      leases.map((l) => l.nextOffset),
    ],
  });
}

/**
 * For each partition: the position before its first event that is not applied, or the head of the log where all
 * are. Every event up to the least of these positions is in the tables.
 */
export const watermarkStatement = `
SELECT min(COALESCE((
    SELECT l.position FROM log l WHERE l.partition = p.partition AND l.position > p.position
    ORDER BY l.position LIMIT 1) - 1, s.head)) AS position
FROM places p, sequencer s WHERE p.projection = $1`;

/** The position that a projection's tables include wholly: every event up to it has been applied. */
export async function readWatermark(db: pg.Pool | pg.ClientBase, projection: string): Promise<number> {
  const { rows } = await db.query<{ position: number }>({
    name: 'read-watermark',
    text: watermarkStatement,
    values: [projection],
  });
  return rows[0]?.position ?? 0;
}
