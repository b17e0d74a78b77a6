/**
 * Imports a publication by the command: rows a second from the command to the figures that can be queried, and
 * its peak memory.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, toRow, type Bench, type Row } from '../row.js';

const program = fileURLToPath(new URL('../../../rapporteur/dist/main.js', import.meta.url));
const countries =
  'ALB AUT BOL BRA CAN CHE CHL COL CZE DEU DNK ECU EGY ESP EST FIN FRA GBR GEO GRC GTM HND HRV HUN IND IRL ITA JPN KEN SLV'.split(
    ' ',
  );
const indicators = ['Detected trafficking victims', 'Persons prosecuted', 'Persons convicted'];
const sexes = ['Total', 'Female', 'Male'];
/** The goals: UNODC's 46,556 rows in 10 s, with no more than 512 MB. */
const goal = { rowsPerSecond: 46_556 / 10, megabytes: 512 };

/** Writes a publication in the form of UNODC's with at least `wanted` rows, no two of them with the same key. */
async function writePublication(path: string, wanted: number): Promise<void> {
  const lines = [
    'Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE,Source',
  ];
  const years = Math.ceil(wanted / (countries.length * indicators.length * sexes.length));
  for (const iso of countries)
    for (const indicator of indicators)
      for (const sex of sexes)
        for (let year = 2023 - years; year < 2023; year += 1)
          lines.push(
            `${iso},,,,${indicator},Total,Total,${sex},Total,${year},Counts,${(year * 7) % 90 < 20 ? '<5' : year % 90},BENCH`,
          );
  await writeFile(path, `${lines.join('\n')}\n`);
}

interface Imported {
  readonly rows: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** The peak memory of a process so far, in kilobytes, as the kernel counts it. */
const readPeak = async (pid: number): Promise<number> =>
  Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

/** The peak memory of a process and of each process that it has forked. */
async function readPeaks(pid: number): Promise<Map<number, number>> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ');
  const pids = [pid, ...children.filter(Boolean).map(Number)];
  return new Map(await Promise.all(pids.map(async (one) => [one, await readPeak(one)] as const)));
}

/**
 * Runs the command. Its peak memory is that of the command and of its forked processes, read last before they
 * ended.
 */
async function runImport(url: string, file: string): Promise<Imported> {
  const args = [
    program,
    'import',
    file,
    '--collection',
    'unodc-glotip',
    '--round',
    '2023',
    '--received',
    '2023-05-30',
    '--json',
  ];
  const started = performance.now();
  const child = spawn(process.execPath, [...args, '--refused', `${file}.refused.csv`], {
    env: { ...process.env, DATABASE_URL: url, API_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const kilobytes = new Map<number, number>();
  const look = setInterval(() => {
    readPeaks(child.pid!).then(
      (peaks) => peaks.forEach((peak, pid) => kilobytes.set(pid, peak)),
      () => undefined,
    );
  }, 50);
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(look);
  if (code !== 0) throw new Error(`the import failed: ${errors}`);
  const { rows, refused, waiting } = JSON.parse(output.trim().split('\n').at(-1)!) as {
    rows: number;
    refused: number;
    waiting: number;
  };
  if (refused + waiting > rows / 100)
    throw new Error(`of ${rows} rows the import refused ${refused}, and ${waiting} wait`);
  return {
    rows,
    seconds: (performance.now() - started) / 1000,
    megabytes: [...kilobytes.values()].reduce((a, b) => a + b, 0) / 1024,
  };
}

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
