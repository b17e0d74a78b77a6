/**
 * The bench as a command, at sizes too small to measure speed: each side runs, both sides agree, and each has
 * its row.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCommand } from '@rapporteur/testing';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from './row.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const command = 'apps/bench/dist/main.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => startCommand(process.execPath, [command, ...args], { cwd: root });

describe('npm run bench', () => {
  it('compares what it measures, and writes versions, hardware and rows', async () => {
    const json = join(folder, 'bench.json');
    // No run is that good in one of them, and none that bad in the other.
    const kept = [1e6, 1e-6].map((ratio, i) => ({
      what: 'catch-up over 400 events, embedded',
      against: ["emmett's consumer and projection", 'INSERT … SELECT … ON CONFLICT inside PostgreSQL'][i],
      ratio,
    }));
    const against = join(folder, 'kept.json');
    await writeFile(against, JSON.stringify({ rows: kept }));
    const options = ['--largest', '400', '--json', json, '--against', against];
    const bench = run('--quick', '--only', 'catch-up,rebuild', ...options);
    expect([await bench.ended, bench.output()]).toEqual([0, expect.stringContaining('| What')]);
    expect(bench.output().match(/^warning: .*/gm)).toEqual([
      expect.stringMatching(/^warning: catch-up over 400 .*emmett.*: ratio [\d.]+, was 1\.00e\+6$/),
    ]);
    expect(bench.output()).toContain('2 of 5 rows compared, 1 worse by a third');
    const { versions, hardware, rows } = JSON.parse(await readFile(json, 'utf8')) as {
      versions: Record<string, string>;
      hardware: Record<string, unknown>;
      rows: Row[];
    };
    expect(versions).toMatchObject({ node: process.version, postgres: expect.stringMatching(/^\d+/) });
    expect(Object.keys(hardware)).toEqual(['cpu', 'cores', 'memory']);
    expect(rows.map(({ what }) => what)).toEqual([
      ...Array(2).fill('catch-up over 400 events, embedded'),
      ...Array(3).fill('rebuild of 400 events, swap and comparison included'),
    ]);
    for (const { ours, theirs, ratio, target, reached } of rows) {
      expect(ratio).toBeCloseTo(ours / theirs);
      expect(reached).toBe(target === null ? null : ratio >= target);
    }
  }, 300_000);

  it('refuses a part or a size that there is not', async () => {
    const part = run('--only', 'speed');
    expect(await part.ended).toBe(2);
    expect(part.output()).toMatch(/There is no part speed\.[^]*catch-up/);
    const size = run('--largest', 'all');
    expect(await size.ended).toBe(2);
    expect(size.output()).toMatch(/--largest all is not a number/);
  }, 120_000);
});
