// `npm test`: the same set-up as `npm start`, then lint and every test; arguments go to Jest.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const usage = `npm test [-- JEST OPTIONS]: lint, then every test: pure, PostgreSQL, Kafka, end to end

  npm test -- libs/domain     only what lies there
  npm test -- -t "a name"     only tests of that name
  FULL=1 npm test             the long forms of heavy tests
`;

/** Runs a command of this Node with the output shown. Out: its exit status. */
const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    .status ?? 1;

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return process.stdout.write(usage);
  await prepare();
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const linted =
    args.length > 0
      ? 0
      : node([nx, 'run-many', '-t', 'lint', '--output-style=static'], { NX_DAEMON: 'false' });
  const results = join(tmpdir(), `rapporteur-tests-${process.pid}.json`);
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
  const tested = node([...flags, jest, '--json', `--outputFile=${results}`, ...args]);
  const counts = JSON.parse(readFileSync(results, 'utf8'));
  rmSync(results);
  if (linted !== 0) process.stdout.write('lint failed\n');
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites + (linted === 0 ? 0 : 1);
  process.stdout.write(
    `${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests} skipped\n`,
  );
  process.exit(tested || linted);
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
