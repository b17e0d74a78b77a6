/** Where no broker can be had: one line for all spec files of a run, and skipped tests; with CI set, failed ones. */
import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
/** Small ones, and more of them than run at once. */
const specs = [
  'libs/kafka/src/relay.kafka.spec.ts',
  'apps/rapporteur/src/secured.kafka.spec.ts',
  'tools/docker-compose.kafka.spec.ts',
];

interface Counts {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly numPendingTests: number;
}

/** Runs the specs without Java. Out: how often the run says how to get a broker, and Jest's counts. */
async function runWithoutJava(ci: string): Promise<{ told: number; counts: Counts }> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-no-java-'));
  // A `java` as macOS has it where Java is not installed; other programs may lie in the folder of the real one.
  await writeFile(join(folder, 'java'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const results = join(folder, 'results.json');
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
  const jest = [join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${results}`, ...specs];
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}`, CI: ci };
  const stderr = await new Promise<string>((done) =>
    execFile(process.execPath, [...flags, ...jest], { cwd: root, env }, (_error, _stdout, text) =>
      done(text),
    ),
  );
  const counts = JSON.parse(await readFile(results, 'utf8')) as Counts;
  await rm(folder, { recursive: true, force: true });
  return { told: stderr.match(/Tests that need Kafka are skipped/g)?.length ?? 0, counts };
}

describe('a run without Java', () => {
  it('says once how to get a broker, and skips the tests that need one', async () => {
    const { told, counts } = await runWithoutJava('');
    expect(told).toBe(1);
    expect(counts.numFailedTests).toBe(0);
    expect(counts.numPendingTests).toBeGreaterThan(specs.length);
  }, 120_000);

  it('fails those tests with CI set', async () => {
    const { told, counts } = await runWithoutJava('true');
    expect(told).toBe(0);
    expect(counts.numFailedTests).toBeGreaterThan(specs.length);
    expect(counts.numPendingTests).toBe(0);
  }, 120_000);
});
