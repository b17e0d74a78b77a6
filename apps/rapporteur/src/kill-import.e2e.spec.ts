/**
 * SIGKILL of an import at every step of storing: the same command, run again, continues it, and the tables are
 * the same as after one run.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { verifyTables } from '@rapporteur/projections';
import { createTestDatabase, startCommand, type TestDatabase } from '@rapporteur/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let folder: string;
let file: string;
const databases: TestDatabase[] = [];

const codes =
  'AFG AGO ALB ARG ARM AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BIH BLR BRA CAN CHE CHL CHN CIV CMR COL CRI CUB CYP CZE DEU DNK DOM DZA ECU EGY ESP EST ETH FIN FJI FRA GAB GBR GEO GHA GRC GTM HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM'.split(
    ' ',
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-kill-import-'));
  file = join(folder, 'publication.csv');
  const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE';
  const lines = codes.flatMap((code, i) =>
    [2018, 2019].map((year) => `${code},,Persons convicted,Total,Total,Total,Total,${year},${i + 1}`),
  );
  await writeFile(
    file,
    [header, ...lines, 'XQX,,Persons convicted,Total,Total,Total,Total,2019,7'].join('\n'),
  );
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
  await rm(folder, { recursive: true });
});

async function makeDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}

function start({ url }: TestDatabase, env: Record<string, string> = {}) {
  const pauser = `${root}libs/testing/dist/faults/pause-at-query.js`;
  const options = ['--collection', 'unodc-glotip', '--round', '2023', '--received', '2023-05-30', '--json'];
  return startCommand(
    process.execPath,
    ['--import', pauser, 'apps/rapporteur/dist/main.js', 'import', file, ...options],
    { cwd: root, env: { DATABASE_URL: url, DATA_DIR: folder, API_URL: '', ...env } },
  );
}

async function finish(database: TestDatabase): Promise<Record<string, number>> {
  const command = start(database);
  expect([await command.ended, command.output()]).toEqual([0, expect.stringMatching(/^\{/m)]);
  return JSON.parse(/^\{.*\}$/m.exec(command.output())![0]) as Record<string, number>;
}

/** The figures that readers see, and how often each respondent's reply was stored. */
async function readOutcome({ url }: TestDatabase) {
  const source = await openDatabase({ url });
  const pool = poolOf(source);
  try {
    const cells = await pool.query(
      'SELECT cell, value, qualifier, received_on FROM tables.cells ORDER BY cell',
    );
    const versions = await pool.query('SELECT stream, version FROM streams ORDER BY stream');
    const refused = await pool.query('SELECT row, reason FROM refused_rows');
    const done = await pool.query('SELECT count(*) AS n FROM imports WHERE finished_at IS NOT NULL');
    expect((await verifyTables(pool)).differences).toEqual([]);
    return { cells: cells.rows, versions: versions.rows, refused: refused.rows, done: done.rows };
  } finally {
    await source.destroy();
  }
}

describe('an import that is killed', () => {
  it('is taken up by the same command, wherever it was', async () => {
    const whole = await makeDatabase();
    expect(await finish(whole)).toMatchObject({
      rows: 121,
      stored: 120,
      repeated: 0,
      refused: 0,
      waiting: 1,
    });
    const expected = await readOutcome(whole);
    expect(expected.cells).toHaveLength(120);
    const all: [Record<string, string>, number][] = [
      // Within the transaction that opens the round.
      [{ PAUSE_AFTER: '^append-events' }, 0],
      [{ PAUSE_AFTER: 'INSERT INTO imports' }, 0],
      [{ PAUSE_BEFORE: '^append-events', PAUSE_NTH: '2' }, 50],
      [{ PAUSE_AFTER: '^append-events', PAUSE_NTH: '2' }, 100],
      [{ PAUSE_BEFORE: '^append-events', PAUSE_NTH: '3' }, 100],
      [{ PAUSE_BEFORE: 'UPDATE imports SET finished_at' }, 120],
      [{ PAUSE_AFTER: 'UPDATE imports SET finished_at' }, 120],
      // The file itself is kept in part.
      [{ PAUSE_AFTER: 'INSERT INTO kept_files' }, 0],
    ];
    // Three steps show most of it, in a third of the time.
    const steps = process.env['FULL'] ? all : [all[0]!, all[3]!, all[5]!];
    for (const [pause, repeated] of steps) {
      const database = await makeDatabase();
      const paused = start(database, pause);
      await paused.waitFor(/paused/);
      paused.child.kill('SIGKILL');
      expect(await paused.ended).toBe('SIGKILL');
      const counts = await finish(database);
      expect([pause, counts]).toEqual([
        pause,
        expect.objectContaining({ rows: 121, stored: 120 - repeated, repeated, waiting: 1, respondents: 60 }),
      ]);
      expect([pause, await readOutcome(database)]).toEqual([pause, expected]);
    }
    expect(await finish(whole)).toMatchObject({ stored: 0, repeated: 120, withdrawn: 0 });
    expect(await readOutcome(whole)).toEqual(expected);
  }, 180_000);
});
