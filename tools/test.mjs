// `npm test`: the same set-up as `npm start`, then lint and every test; arguments go to Jest.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { prepare, root } from './prepare.mjs';

const usage = `npm test [-- JEST OPTIONS]: lint, then every test: pure, PostgreSQL, Kafka, end to end

  npm test -- libs/domain     only what lies there
  npm test -- -t "a name"     only tests of that name
  FULL=1 npm test             the long forms of heavy tests
  SECOND_TRY=1 npm test       files with a failure run once more, alone: on a busy machine one test in thousands is late
`;

/** Runs a script with this Node and shows its output. Out: its exit status. */
const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    .status ?? 1;

/** Runs Jest. In: its arguments. Out: what it counted, and the files in which something failed. */
function jest(args) {
  const results = join(tmpdir(), `rapporteur-tests-${process.pid}.json`);
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
  const status = node([...flags, program, '--json', `--outputFile=${results}`, ...args]);
  const counts = JSON.parse(readFileSync(results, 'utf8'));
  rmSync(results);
  const failed = counts.testResults.filter((file) => file.status === 'failed');
  return { status, counts, failed };
}

/** More files than this fail for a reason that a second try does not take away. */
const filesTriedAgain = 3;

/**
 * Runs every test; where SECOND_TRY asks for it, the files with a failure once more, alone.
 * Out: the exit status, the numbers of tests, and the files that passed on their second try.
 */
function runTests(args) {
  const { status, counts, failed } = jest(args);
  const first = {
    status,
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites,
    skipped: counts.numPendingTests,
    late: [],
  };
  if (!process.env.SECOND_TRY || failed.length === 0 || failed.length > filesTriedAgain) return first;
  const late = failed.map(({ name }) => relative(root, name));
  process.stdout.write(`\nOnce more, alone: ${late.join(', ')}\n`);
  const again = jest(['--runInBand', '--runTestsByPath', ...failed.map(({ name }) => name)]);
  if (again.status !== 0) return first;
  const passedThere = failed
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((one) => one.status === 'passed').length;
  const passed = first.passed - passedThere + again.counts.numPassedTests;
  return { ...first, status: 0, passed, failed: 0, late };
}

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return process.stdout.write(usage);
  await prepare();
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const linted =
    args.length > 0
      ? 0
      : node([nx, 'run-many', '-t', 'lint', '--output-style=static'], { NX_DAEMON: 'false' });
  const tested = runTests(args);
  if (linted !== 0) process.stdout.write('lint failed\n');
  for (const name of tested.late) process.stdout.write(`passed only on its second try: ${name}\n`);
  const failed = tested.failed + (linted === 0 ? 0 : 1);
  process.stdout.write(`${tested.passed} passed, ${failed} failed, ${tested.skipped} skipped\n`);
  process.exit(tested.status || linted);
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
