/** A real table of another package, which nobody here wrote: proposed, reviewed by keys, imported, and taken back. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, ownerKeyFile, type TestDatabase } from '@rapporteur/testing';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startRapporteur, type Rapporteur } from './start-rapporteur.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const command = [join(root, 'apps/rapporteur/dist/main.js'), 'import'];

/** The World Health Organization's notified cases of tuberculosis, as R's tidyr ships them: 56 columns of figures. */
const table = spawnSync(
  'Rscript',
  [
    '--vanilla',
    '-e',
    'd <- tidyr::who; write.csv(d[d$year %in% c(2006, 2013), ], row.names = FALSE, na = "")',
  ],
  { encoding: 'utf8', maxBuffer: 1 << 26 },
);
const isThere = table.status === 0;
if (!isThere) process.stderr.write('A real table is not tried: R has no package tidyr here.\n');

let test: TestDatabase;
let rapporteur: Rapporteur;
let folder: string;
beforeAll(async () => {
  test = await createTestDatabase();
  rapporteur = await startRapporteur({ ...ownerKeyFile, DATABASE_URL: test.url, PORT: '0' }, () => undefined);
  folder = await mkdtemp(join(tmpdir(), 'tables-of-others-'));
});
afterAll(async () => {
  await rapporteur.close();
  await test.drop();
  await rm(folder, { recursive: true });
});

async function run(keys: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, API_URL: rapporteur.url, DATA_DIR: folder };
  const running = promisify(execFile)(process.execPath, [...command, ...args], { env, maxBuffer: 1 << 26 });
  running.child.stdin!.end(keys);
  return (await running).stdout;
}
interface Counts {
  readonly rows: number;
  readonly stored: number;
  readonly repeated: number;
  readonly refused: number;
  readonly waiting: number;
}
const figures = async () => {
  const answer = await fetch(`${rapporteur.url}/v1/observations?collection=who&limit=all&format=csv`);
  return (await answer.text()).trim().split('\n').slice(1);
};

(isThere || process.env['CI'] ? it : it.skip)(
  'no cell of a table of 56 columns of figures is lost, and undo gives back what there was',
  async () => {
    const file = join(folder, 'who.csv');
    await writeFile(file, table.stdout);
    const [header, ...lines] = table.stdout
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const filled = lines.map((cells) => cells.slice(-56).filter((cell) => cell !== '').length);
    expect(header!.length).toBe(60);

    const mapping = join(folder, 'who.json');
    await run('', file, '--collection', 'who', '--propose', '--mapping', mapping, '--received', '2014-12-31');
    const { unsure, ...sure } = JSON.parse(await readFile(mapping, 'utf8')) as Record<string, unknown>;
    expect(unsure).toEqual([expect.stringMatching(/^figuresAcross: each of "new_sp_m014"/)]);
    expect(sure['figuresAcross']).toHaveLength(56);
    await writeFile(mapping, JSON.stringify(sure));

    const options = [
      '--collection',
      'who',
      '--round',
      '2014',
      '--received',
      '2014-12-31',
      '--mapping',
      mapping,
    ];
    const dry = JSON.parse(await run('', file, ...options, '--dry-run', '--json')) as Counts;
    // A row for each filled cell, and one for each line without any: that is refused, and not lost.
    const empty = filled.filter((cells) => cells === 0).length;
    const cells = filled.reduce((sum, of) => sum + of, 0);
    expect(dry).toMatchObject({ rows: cells + empty, refused: empty, stored: 0, waiting: cells });
    expect(await figures()).toEqual([]);

    // 56 names of columns, and a country that there is no more.
    // The first word is given a code, the second is none, the others are left for later.
    const said = await run('cpersons-reached\rnq', file, ...options, '--review');
    expect(said).toContain('57 words wait for a decision.');
    expect(said).toContain('2 words decided.');
    const after = JSON.parse(await run('', file, ...options, '--dry-run', '--json')) as Counts;
    expect(after.stored + after.repeated + after.refused + after.waiting).toBe(after.rows);
    expect(after.refused).toBeGreaterThan(empty);
    const standing = await figures();
    expect(standing.length).toBe(after.stored + after.repeated);
    expect(standing.length).toBeGreaterThan(100);

    await run('y', 'undo', '2014', '--collection', 'who', '--reason', 'a trial');
    expect(await figures()).toEqual([]);
  },
  180_000,
);
