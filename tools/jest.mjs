// Builds, then runs Jest with what ES modules need; arguments go to Jest. `node tools/jest.mjs libs/domain`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from './prepare.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
const tsc = join(dirname(require.resolve('@typescript/native/package.json')), 'bin', 'tsc');
const built = run([tsc, '-b']);
// Without its build the tests in a browser wait in vain for a page that is not there.
if (!built) await buildPage();
const jest = [
  '--disable-warning=ExperimentalWarning',
  '--experimental-vm-modules',
  join(dirname(require.resolve('jest/package.json')), 'bin', 'jest.js'),
];
// A type error fails the run, but the tests are told too.
const tested = run([...jest, ...process.argv.slice(2)]);
process.exit(built || tested);
