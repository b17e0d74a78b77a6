/** Whether a consumer that reads the topic of trends from its start has what the tables have. */
import { readCells, withSnapshot } from '@rapporteur/projections';
import { toSeries, type CellStatement } from '@rapporteur/domain';
import { readTable, type TableMessage } from '@rapporteur/testing';
import { kafkaNames, type Cluster } from '../cluster/cluster.js';

/** What is compared of a series: its key, and by year what was said. */
interface Row {
  readonly years: readonly { readonly year: number; readonly id: string; readonly value?: number | null }[];
}

/** How long the last messages may take to arrive (ms). */
const readWithinMs = 15_000;

/** Out: series that the topic lacks, has otherwise or too many, and messages that came out of order. */
export async function checkTrends({ broker, pool }: Cluster): Promise<string[]> {
  const cells = await withSnapshot(pool, (snapshot) => readCells(snapshot, { kind: 'observation' }, {}));
  const wanted = toRows(cells);
  const reader = await readTable(broker!.addresses, kafkaNames.trends);
  try {
    const differences = () => compareRows(wanted, reader.rows);
    await reader.until(() => differences().length === 0, readWithinMs);
    return [...differences(), ...findDisordered(reader.heard)];
  } finally {
    await reader.close();
  }
}

function toRows(cells: readonly CellStatement[]): Map<string, string> {
  return new Map(
    toSeries(cells).map((series) => {
      const id = (series.years[0] ?? series.spans[0])!.id;
      return [id.slice(0, id.lastIndexOf('~')), saidBy(series)];
    }),
  );
}

const saidBy = ({ years }: Row) => years.map(({ year, id, value }) => `${year} ${id} ${value}`).join(', ');

export function compareRows(
  wanted: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, string>,
): string[] {
  const keys = new Set([...wanted.keys(), ...rows.keys()]);
  return [...keys].flatMap((key) => {
    const row = rows.get(key);
    const has = row && saidBy(JSON.parse(row) as Row);
    return has === wanted.get(key)
      ? []
      : [`${key}: topic ${has ?? 'nothing'}, tables ${wanted.get(key) ?? 'nothing'}`];
  });
}

/** Within a partition of the topic positions never go back. */
export function findDisordered(heard: readonly TableMessage[]): string[] {
  const last = new Map<number, number>();
  return heard.flatMap(({ partition, key, value }) => {
    if (value === null) return [];
    const { position } = JSON.parse(value) as { position: number };
    const before = last.get(partition) ?? 0;
    last.set(partition, position);
    return position < before ? [`${key}: position ${position} came after ${before}`] : [];
  });
}
