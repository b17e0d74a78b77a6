// Builds, then runs Jest with the options that ES modules need; arguments are passed on to Jest. `node
// tools/jest.mjs libs/domain`.
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
// Without a build of the page, tests in a browser would wait for it until their time is over.
if (!built) await buildPage();
const jest = [
  '--disable-warning=ExperimentalWarning',
  '--experimental-vm-modules',
  join(dirname(require.resolve('jest/package.json')), 'bin', 'jest.js'),
];
// A type error fails the run, but the tests still run and are reported.
const tested = run([...jest, ...process.argv.slice(2)]);
process.exit(built || tested);
