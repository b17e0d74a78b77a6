/**
 * The program as called from a shell: its commands and their help, and its answers to unknown commands and
 * options. None of this touches a database.
 */
import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

function run(...args: string[]) {
  const env = { PATH: process.env['PATH'], DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['apps/rapporteur/dist/main.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

const commands = [
  'start',
  'import',
  'document',
  'rebuild',
  'verify',
  'dead-letters',
  'access',
  'report',
  'kafka',
];
/** Each command below `access` and `report` has its own options, so these are listed instead of them. */
const leaves = [
  ...commands.filter((name) => !['access', 'report'].includes(name)),
  ...['key', 'person', 'machine', 'grant', 'withdraw', 'revoke', 'list', 'invite', 'policy', 'audit'].map(
    (name) => `access ${name}`,
  ),
  ...['new', 'build', 'check', 'coverage', 'diff'].map((name) => `report ${name}`),
];

describe('the help', () => {
  it('of the program names every command, and npm runs each of them', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    expect([...stdout.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(commands),
    );
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const name of commands) expect(scripts[name]).toBe(`node tools/run.mjs ${name}`);
  }, 60_000);

  it.each(leaves)(
    'of %s says how npm runs it',
    (command) => {
      const names = command.split(' ');
      const { status, stdout, stderr } = run(...names, '--help');
      expect([status, stderr]).toEqual([0, '']);
      const [first] = names;
      expect(stdout).toMatch(`Usage: npm ${first === 'start' ? '' : 'run '}${first}`);
      expect(stdout).toMatch(/^Environment:\n/m);
    },
    60_000,
  );

  it.each([...leaves.filter((one) => one.includes(' ')), 'import undo', 'import words', 'document attach'])(
    'of %s can be typed as its usage says',
    (command) => {
      const [first, second] = command.split(' ') as [string, string];
      expect(run(first, second, '--help').stdout.split('\n')[0]).toMatch(
        new RegExp(`^Usage: npm run ${first} -- ${second} `),
      );
    },
    60_000,
  );

  it('of report is shown without a command, too', () => {
    expect(run('report')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/\n {2}coverage {2}tells/),
    });
  }, 60_000);
});

describe('what there is not', () => {
  it.each(leaves)(
    'is told for an option of %s, with what there is',
    (command) => {
      const names = command.split(' ');
      const { status, stdout, stderr } = run(...names, '--no-such');
      expect([status, stdout]).toEqual([
        ['start', 'import', 'document', 'kafka'].includes(names[0]!) ? 1 : 2,
        '',
      ]);
      expect(stderr).toMatch(/^"--no-such" is no option\.\n\nUsage: npm (?:.*\n)+ {2}(?:-o, )?--/);
    },
    60_000,
  );

  it('is told with what was meant, where that is close', () => {
    expect(run('rebuild', '--kep').stderr).toMatch(/^"--kep" is no option\. \(Did you mean --keep\?\)\n/);
  }, 60_000);

  it('is told for a command, or for arguments that nothing takes', () => {
    const { status, stderr } = run('reindex');
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^"reindex" is none of start, import, .*kafka\.\n\nUsage: (?:.*\n)+ {2}verify/),
    ]);
    expect(run('verify', 'everything')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Too many arguments/),
    });
    expect(run('import', 'a.csv')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Import failed: one FILE, .* are needed\.\n\nUsage: npm run import/),
    });
  }, 60_000);
});

describe('import --propose', () => {
  it('writes a mapping, says what to look at and what comes next, and writes over none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'propose-'));
    try {
      const mapping = join(folder, 'mapping.json');
      const propose = (...more: string[]) =>
        run('import', 'data/samples/unodc-glotip-sample.csv', '--collection', 'new', '--propose', ...more);
      const { status, stdout, stderr } = propose('--mapping', mapping);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Sheet csv; the header is row 3\.\n {2}Iso3_code {12}respondent\n/);
      expect(stdout).toMatch(/\nBy this mapping: 12 rows = \d+ read \+ \d+ refused \+ \d+ waiting\n/);
      expect(stdout).toMatch(
        / --collection new --round … --received … --mapping \S+mapping\.json --review\n$/,
      );
      const { unsure = [] } = JSON.parse(readFileSync(mapping, 'utf8')) as { unsure?: string[] };
      for (const [i, doubt] of unsure.entries()) expect(stdout).toContain(`  ${i + 1}. ${doubt}\n`);
      expect(propose('--mapping', mapping).stderr).toMatch(
        /^Import failed: There is a mapping at .* already/,
      );
      const json = JSON.parse(propose('--json', '--mapping', join(folder, 'b.json')).stdout) as object;
      expect(json).toMatchObject({ mapping: join(folder, 'b.json'), unsure, rows: 12 });
      expect(propose('--mapping', join(folder, 'c.json'), '--review')).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/--propose imports nothing/),
      });
      expect(existsSync(join(folder, 'c.json'))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
