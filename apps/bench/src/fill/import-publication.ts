/** Imports a publication by the command, as a user does: one that is written here, or UNODC's. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../rapporteur/dist/main.js', import.meta.url));
/** The collection that publications are imported into. */
export const publication = 'unodc-glotip';
const countries =
  'ALB AUT BOL BRA CAN CHE CHL COL CZE DEU DNK ECU EGY ESP EST FIN FRA GBR GEO GRC GTM HND HRV HUN IND IRL ITA JPN KEN SLV'.split(
    ' ',
  );
const indicators = ['Detected trafficking victims', 'Persons prosecuted', 'Persons convicted'];
const sexes = ['Total', 'Female', 'Male'];
/** Writes a publication in the form of UNODC's with at least `wanted` rows, no two of them with the same key. */
export async function writePublication(path: string, wanted: number): Promise<void> {
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

export interface Imported {
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
export async function runImport(url: string, file: string): Promise<Imported> {
  const args = [
    program,
    'import',
    file,
    '--collection',
    publication,
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
