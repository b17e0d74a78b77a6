/**
 * Imports a publication by the command: rows a second from the command to the figures that can be queried, and
 * its peak memory.
 */
import { join } from 'node:path';
import { runImport, writePublication, type Imported } from '../fill/import-publication.js';
import { median, toRow, type Bench, type Row } from '../row.js';

/** The goals: UNODC's 46,556 rows in 10 s, with no more than 512 MB. */
const goal = { rowsPerSecond: 46_556 / 10, megabytes: 512 };

export async function measureImport(bench: Bench): Promise<Row[]> {
  const generated = join(bench.folder, 'publication.csv');
  await writePublication(generated, bench.quick ? 5_000 : 50_000);
  const real = process.env['UNODC_GLOTIP_FILE'];
  const files = [['a generated CSV', generated] as const, ...(real ? [["UNODC's file", real] as const] : [])];
  const rows: Row[] = [];
  for (const [i, [name, file]] of files.entries()) {
    const runs: Imported[] = [];
    for (let round = 0; round < (bench.quick ? 1 : 3); round += 1)
      runs.push(await runImport(await bench.createDatabase(`import_${i}_${round}`), file));
    const what = `import of ${name}, ${runs[0]!.rows.toLocaleString('en')} rows`;
    const against = 'the goal set';
    // The goal is for a whole file. With a short file most of the time is the start.
    const target = runs[0]!.rows >= 46_556 ? { target: 1 } : {};
    const rate = median(runs.map((run) => run.rows / run.seconds));
    const memory = median(runs.map((run) => run.megabytes));
    rows.push(
      toRow({ what, against, ours: rate, theirs: goal.rowsPerSecond, unit: 'rows/s', ...target }),
      toRow({
        what: `${what}: peak memory`,
        against,
        ours: memory,
        theirs: goal.megabytes,
        unit: 'MB',
        ...target,
        lessIsBetter: true,
      }),
    );
  }
  return rows;
}
