/** Compares the tables with a pure fold of the log: the proof that live and rebuilt tables are the same. */
import { partitionCount } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { beginLongRead } from '../read/snapshot.js';
import { liveSchema } from '../tables/create-tables.js';
import { compareRows, findStrays, type Difference } from './compare-rows.js';
import { foldPartition, type Fault, type LogFaults } from './fold-partition.js';

export interface Verification {
  readonly events: number;
  readonly cells: number;
  /** Events among the dead letters, which both sides leave out. */
  readonly deadLetters: number;
  /** Events whose dead letters were discarded; both sides leave them out too. */
  readonly discarded: number;
  /** Events that a later one sets aside; neither side counts what they say. */
  readonly setAside: number;
  /** Events that nobody can read, and that are not set aside. */
  readonly unreadable: readonly Fault[];
  /** Events that can be read, but not what they say of their recording. */
  readonly oddlyRecorded: readonly Fault[];
  /** The first differences; empty = the tables are the fold of the log. */
  readonly differences: readonly Difference[];
}

export interface VerifyOptions {
  readonly schema?: string;
  /** Differences after which it stops; 20 when not said. */
  readonly limit?: number;
  readonly onProgress?: (events: number, of: number) => void;
}

/**
 * Folds every event up to the tables' place, partition by partition, and compares each column of each row that falls out
 * of it; then looks for rows that belong to no partition.
 * It reads one snapshot, so the feed may go on meanwhile. What is a dead letter, or was discarded, is left out of the
 * fold.
 */
export function verifyTables(
  pool: pg.Pool,
  { schema = liveSchema, limit = 20, onProgress }: VerifyOptions = {},
): Promise<Verification> {
  return inTransaction(
    pool,
    async (client) => {
      const { places, dead, discarded, total } = await readExtent(client, schema);
      const leftOut = new Set([...dead, ...discarded]);
      const differences: Difference[] = [];
      const respondents = new Set<string>();
      const log: LogFaults = { unreadable: [], oddlyRecorded: [], aside: new Set() };
      let events = 0;
      let cells = 0;
      for (let partition = 0; partition < partitionCount && differences.length < limit; partition += 1) {
        const upTo = places.get(partition) ?? 0;
        const folded = await foldPartition(client, { partition, upTo, leftOut, log }, (n) =>
          onProgress?.(events + n, total),
        );
        events += folded.positions.length;
        cells += folded.cells;
        folded.respondents.forEach((respondent) => respondents.add(respondent));
        differences.push(...(await compareRows(client, schema, folded.rows, folded)));
      }
      // In partitions that were not looked at, every row would seem to belong to no partition.
      if (differences.length < limit)
        differences.push(...(await findStrays(client, schema, places, [...respondents])));
      return {
        events,
        cells,
        deadLetters: dead.length,
        discarded: discarded.length,
        setAside: log.aside.size,
        unreadable: log.unreadable.filter(({ position }) => !log.aside.has(position)),
        oddlyRecorded: log.oddlyRecorded,
        differences: differences.slice(0, limit),
      };
    },
    beginLongRead,
  );
}

async function readExtent(client: pg.ClientBase, schema: string) {
  const { rows: places } = await client.query(
    'SELECT partition, position FROM places WHERE projection = $1',
    [schema],
  );
  const { rows: dead } = await client.query(`SELECT position FROM ${schema}.dead_letters`);
  const { rows: discarded } = await client.query('SELECT position FROM discarded_letters');
  const { rows: head } = await client.query('SELECT head FROM sequencer');
  return {
    places: new Map<number, number>(places.map((row) => [row.partition, row.position])),
    dead: dead.map((row): number => row.position),
    discarded: discarded.map((row): number => row.position),
    total: head[0].head as number,
  };
}
