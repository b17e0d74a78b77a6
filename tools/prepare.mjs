// Installs what is missing and builds, and prints each step. Does nothing where everything is up to date.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.rapporteur-lock');

/**
 * Runs a command. It prints a dot every three seconds; the output of the command is shown only if
 * it fails.
 */
function run(title, command, args) {
  return new Promise((done, fail) => {
    const started = Date.now();
    process.stdout.write(`${title} `);
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const ticking = setInterval(() => process.stdout.write('.'), 3000);
    child.on('error', fail).on('close', (code) => {
      clearInterval(ticking);
      process.stdout.write(` ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
      if (code === 0) return done();
      fail(
        new Error(`${command} ${args.join(' ')} ended with ${code}:\n${Buffer.concat(output).toString()}`),
      );
    });
  });
}

/** Whether a source of the page is newer than its build. */
function isPageStale() {
  const page = join(root, 'apps', 'dashboard');
  const built = join(page, 'dist', 'page', 'index.html');
  if (!existsSync(built)) return true;
  const sources = readdirSync(join(page, 'src'), { recursive: true })
    .filter((name) => /\.(tsx?|css)$/.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => join('src', name));
  // Other inputs of the build, among them the lists that the page gets as data.
  const others = [
    'index.html',
    'vite.config.ts',
    'dimension-names.ts',
    '../../libs/domain/src/codes/dimensions.ts',
    '../../libs/contract/src/told.ts',
  ];
  const all = [...sources, ...others];
  const times = all.map((name) => statSync(join(page, name)).mtimeMs);
  return Math.max(...times) > statSync(built).mtimeMs;
}

/**
 * Installs if the lock file differs from the installed one, then builds. In the image it does neither.
 * In: the project to build, with all projects that it depends on; when not given, everything, tests included.
 */
export async function prepare(project = '.') {
  // NODE_ENV is not used for this: it may be set on machines where nothing has been built yet.
  if (process.env.PREPARED) return;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Rapporteur needs Node 20.19 or newer; this is ${process.versions.node}.`);
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (installed !== wanted) {
    await run('Installing packages (a minute or so)', 'npm', [
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
    ]);
    writeFileSync(stamp, wanted);
  }
  const tsc = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
  await run('Building', process.execPath, [tsc, '-b', project]);
  await buildPage();
}

/**
 * Builds the page if one of its sources is newer than the build. The api serves the build that was there when
 * it started.
 */
export async function buildPage() {
  if (!isPageStale()) return;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  await run('Building the page', process.execPath, [vite, 'build', join('apps', 'dashboard')]);
}
