/** A whole collection as SDMX-CSV, against our own CSV of the same figures and against COPY of the same rows; and its memory. */
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { liveSchema } from '@rapporteur/projections';
import { join } from 'node:path';
import { to as copyTo } from 'pg-copy-streams';
import type pg from 'pg';
import { publication, runImport, writePublication } from '../fill/import-publication.js';
import { runService } from '../load/run-service.js';
import { alternateAll, time, toRow, type Bench, type Row } from '../row.js';

/** The goals: of the lines of our CSV in the same time, and of the rows of COPY. */
const goals = { csv: 0.8, copy: 0.2 };

export async function measureExports(bench: Bench): Promise<Row[]> {
  const real = process.env['UNODC_GLOTIP_FILE'];
  const file = real ?? join(bench.folder, 'exported.csv');
  if (!real) await writePublication(file, bench.quick ? 5_000 : 50_000);
  const url = await bench.createDatabase('exports');
  await runImport(url, file);
  const database = await openDatabase({ url });
  const service = await runService('api', { DATABASE_URL: url });
  try {
    const sides = makeSides(service.url, poolOf(database));
    const { figures, cells } = await countFigures(poolOf(database));
    const given = { csv: await sides.csv(), sdmx: await sides.sdmx(), copy: await sides.copy() };
    // Where replies of the same day differ, SDMX has one figure with all values, and CSV has each.
    if (given.csv !== figures || given.copy !== figures || given.sdmx !== cells)
      throw new Error(`of ${figures} figures in ${cells} cells there came ${JSON.stringify(given)}`);
    const measured = await alternateAll(bench.quick ? 3 : 7, {
      sdmx: async () => figures / (await time(sides.sdmx)),
      csv: async () => figures / (await time(sides.csv)),
      copy: async () => figures / (await time(sides.copy)),
    });
    const what = `SDMX-CSV of a whole collection, ${figures.toLocaleString('en')} figures`;
    const against = (name: string, theirs: number, target: number) =>
      toRow({ what, against: name, ours: measured.sdmx.value, theirs, unit: 'figures/s', target });
    return [
      against('our own CSV of the same', measured.csv.value, goals.csv),
      against('COPY of the same rows to CSV', measured.copy.value, goals.copy),
      ...(await measureMemory(url, what, cells)),
    ];
  } finally {
    await service.stop();
    await database.destroy();
  }
}

async function countFigures(pool: pg.Pool): Promise<{ readonly figures: number; readonly cells: number }> {
  const { rows } = await pool.query<{ figures: number; cells: number }>(
    `SELECT count(*) AS figures, count(DISTINCT cell) AS cells FROM ${liveSchema}.cells
     WHERE kind = 'observation' AND collection = $1`,
    [publication],
  );
  return rows[0]!;
}

/** Each side reads everything. Out: how many figures it got. */
function makeSides(api: string, pool: pg.Pool) {
  const sdmxPath = `sdmx/v2/data/dataflow/RAPPORTEUR/FIGURES/1.0.0/*?c%5BCOLLECTION%5D=${publication}`;
  const accept = 'application/vnd.sdmx.data+csv;version=2.0.0';
  return {
    sdmx: () => countRecords(`${api}/${sdmxPath}`, accept),
    csv: () =>
      countRecords(`${api}/v1/observations?collection=${publication}&format=csv&limit=all`, 'text/csv'),
    async copy() {
      const client = await pool.connect();
      try {
        const rows = client.query(
          copyTo(
            `COPY (SELECT * FROM ${liveSchema}.cells WHERE kind = 'observation' AND collection = '${publication}'
               ORDER BY cell) TO STDOUT (FORMAT csv)`,
          ),
        );
        return await countLines(rows);
      } finally {
        client.release();
      }
    },
  };
}

/** Out: the records after the head. */
async function countRecords(url: string, accept: string): Promise<number> {
  const response = await fetch(url, { headers: { accept } });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await countLines(response.body!)) - 1;
}

const lineFeed = 10;

/** Lines of a stream; a line feed within quotation marks is none of their ends, and no figure here has one. */
async function countLines(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let lines = 0;
  for await (const chunk of chunks) for (const byte of chunk) if (byte === lineFeed) lines += 1;
  return lines;
}

/** Without a limit V8 lets what is no longer used lie, the more the longer it streams (MB). */
const heapAtMost = 80;

/**
 * The memory of a process that gives nothing but the whole collection, against one that gives a part of it: what is streamed
 * takes as much whatever its length is. In: how many cells the collection has.
 */
async function measureMemory(url: string, what: string, cells: number): Promise<Row[]> {
  const peakOf = async (limit: number) => {
    const service = await runService('api', {
      DATABASE_URL: url,
      NODE_OPTIONS: `--max-old-space-size=${heapAtMost} --max-semi-space-size=4`,
    });
    const path = `sdmx/v2/data/dataflow/RAPPORTEUR/FIGURES/1.0.0/*?c%5BCOLLECTION%5D=${publication}&offset=0&limit=${limit}`;
    for (let i = 0; i < 3; i += 1)
      await countRecords(`${service.url}/${path}`, 'application/vnd.sdmx.data+csv;version=2.0.0');
    const { peak } = await service.readMemory();
    await service.stop();
    return peak;
  };
  const ours = await peakOf(cells);
  const against = async (part: string, limit: number) =>
    toRow({
      what: `${what}: memory of api at its peak, with a heap of ${heapAtMost} MB at most`,
      against: part,
      ours,
      theirs: await peakOf(limit),
      unit: 'MB',
      lessIsBetter: true,
    });
  return [
    await against('of a quarter of it', Math.round(cells / 4)),
    await against('of its first 1,000 figures', 1000),
  ];
}
