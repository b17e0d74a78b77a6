// `npm run mutate -- libs/domain`: puts faults into sources, one at a time, and lists the faults that no test
// notices.
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSources, groupBySpecs, readPackages } from './mutate/find-files.mjs';
import { prepare, root } from './prepare.mjs';

const packages = readPackages(root);
const usage = `npm run mutate -- PATH … [--sql] [--share 0.2] [--seed 1]: faults that no test notices

Puts faults into the sources of a package, one at a time, and runs the tests that reach them (StrykerJS). Those that do
not compile are left out, and those that tools/mutate/equivalent.json knows to change nothing.

  PATH        a package (libs/domain), a folder or sources of it (libs/domain/src/decide.ts); there are:
              ${Object.keys(packages).join(', ')}
  --sql       faults in SQL instead (conditions dropped, > and >=, ORDER BY, FOR UPDATE …), and awaits left out
  --share N   of the faults only this share, drawn by the seed (1: all)
  --seed N    another sample (1)

docs/testing.md says how to read what comes out.
`;

const say = (line) => process.stdout.write(`${line}\n`);

function readOptions(args) {
  const options = { paths: [], sql: false, share: 1, seed: 1 };
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '--sql') options.sql = true;
    else if (args[i] === '--share' || args[i] === '--seed')
      options[args[i].slice(2)] = Number(args[(i += 1)]);
    else if (args[i].startsWith('--')) throw new Error(`"${args[i]}" is no option.\n\n${usage}`);
    else options.paths.push(args[i].replace(/\/$/, ''));
  }
  if (!(options.share > 0 && options.share <= 1))
    throw new Error('--share takes a number above 0 and up to 1.');
  const names = new Set(
    options.paths.map((path) => Object.keys(packages).find((name) => `${path}/`.startsWith(`${name}/`))),
  );
  const [name] = names;
  if (names.size !== 1 || !name) throw new Error(`Give one package, or sources of one.\n\n${usage}`);
  return { ...options, name };
}

/** Copies the workspace, because faults in SQL are written into the sources before Stryker reads them. */
function copyWorkspace(folder) {
  const skipped = new Set(['node_modules', '.git', '.data', '.cache', '.nx', '.stryker-tmp']);
  for (const entry of readdirSync(root))
    if (!skipped.has(entry))
      cpSync(join(root, entry), join(folder, entry), {
        recursive: true,
        filter: (path) => !path.endsWith('node_modules'),
      });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

/**
 * Writes our own faults into the copy. Out: a description of each fault by its place, and the ranges that
 * Stryker is to change.
 */
async function writeOwnFaults(folder, sources) {
  const { writeFaults } = await import('./mutate/own-faults.mjs');
  const faults = {};
  const ranges = [];
  for (const file of sources) {
    const { text, places } = writeFaults(readFileSync(join(root, file), 'utf8'));
    if (Object.keys(places).length === 0) continue;
    writeFileSync(join(folder, file), text);
    for (const [place, fault] of Object.entries(places)) {
      const [line, column] = place.split(':').map(Number);
      faults[`${file}:${place}`] = fault;
      ranges.push(`${file}:${line + 1}:${column}-${line + 1}:${column + 4}`);
    }
  }
  return { faults, ranges };
}

/** Runs Stryker in a separate process. Ctrl-C ends that process at once, and this one still has time to clean up. */
function runStryker(settings) {
  const child = spawn(process.execPath, [join(root, 'tools/mutate/run-stryker.mjs')], {
    cwd: settings.root,
    stdio: 'inherit',
    env: { ...process.env, MUTATE_SETTINGS: settings.path },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.once('close', (code) => done(code ?? 1)));
}

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.length === 0) return say(usage);
  const { name, paths, sql: isSql, share, seed } = readOptions(args);
  const sources = findSources(root, name, paths);
  if (sources.length === 0) throw new Error(`No source that gets faults is at ${paths.join(', ')}.`);
  await prepare();
  const { default: startTestPostgres } = await import('./start-test-postgres.mjs');
  await startTestPostgres();
  const sandbox = `.cache/stryker-${process.pid}`;
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-mutate-'));
  try {
    let [at, faults, mutate] = [root, {}, sources];
    if (isSql) {
      at = join(folder, 'copy');
      mkdirSync(at);
      copyWorkspace(at);
      ({ faults, ranges: mutate } = await writeOwnFaults(at, sources));
    }
    const equivalent = JSON.parse(readFileSync(join(root, 'tools/mutate/equivalent.json'), 'utf8'));
    const path = join(folder, 'settings.json');
    const groups = groupBySpecs(root, name, sources).map(({ specs, sources: own }) => ({
      specs,
      mutate: mutate.filter((range) => own.some((file) => range === file || range.startsWith(`${file}:`))),
    }));
    const settings = { root: at, path, sandbox, name, isSql, share, seed, faults, groups, equivalent };
    writeFileSync(path, JSON.stringify(settings));
    process.exitCode = await runStryker(settings);
  } finally {
    await globalThis.stopTestPostgres();
    for (const left of [folder, join(root, sandbox)])
      rmSync(left, { recursive: true, force: true, maxRetries: 20 });
  }
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
