/** `npm run bench`: measures on a PostgreSQL of its own, and beside each figure measures a bound to compare it with. */
import { openDatabase, poolOf, startEmbeddedPostgres } from '@rapporteur/postgres';
import { makeCommand } from '@rapporteur/rapporteur/make-command';
import { kafkaVersion } from '@rapporteur/testing';
import { CommanderError } from 'commander';
import { chmod, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { measureAnalysts } from './measure/measure-analysts.js';
import { measureAppends, measureBulkAppends } from './measure/measure-appends.js';
import { measureCatchUp, measureKafkaCatchUp } from './measure/measure-catch-up.js';
import { measureExports } from './measure/measure-exports.js';
import { measureGrowth } from './measure/measure-growth.js';
import { measureImport } from './measure/measure-import.js';
import { measureKafkaLag, measureLag } from './measure/measure-lag.js';
import { measureLines } from './measure/measure-lines.js';
import { measureMemory } from './measure/measure-memory.js';
import { measureReads } from './measure/measure-reads.js';
import { measureRebuild } from './measure/measure-rebuild.js';
import { measureRoutes } from './measure/measure-routes.js';
import { measureStart } from './measure/measure-start.js';
import { measureVintages } from './measure/measure-vintages.js';
import { measureWaits } from './measure/measure-waits.js';
import { measureWebhooks } from './measure/measure-webhooks.js';
import { toMarkdown } from './print-rows.js';
import type { Bench, Row } from './row.js';
import { readKept, tellWorse } from './worse-rows.js';

const parts: Record<string, (bench: Bench) => Promise<Row[]>> = {
  import: measureImport,
  vintages: measureVintages,
  append: measureAppends,
  'append-routes': measureRoutes,
  'append-bulk': measureBulkAppends,
  'append-lines': measureLines,
  'catch-up': measureCatchUp,
  'catch-up-kafka': measureKafkaCatchUp,
  rebuild: measureRebuild,
  growth: measureGrowth,
  lag: measureLag,
  'lag-kafka': measureKafkaLag,
  reads: measureReads,
  exports: measureExports,
  webhooks: measureWebhooks,
  memory: measureMemory,
  start: measureStart,
  analysts: measureAnalysts,
  waits: measureWaits,
};

interface Options {
  readonly quick?: boolean;
  readonly only?: string;
  readonly largest?: string;
  readonly json?: string;
  readonly against?: string;
}

const command = makeCommand('npm run bench')
  .usage('[-- OPTIONS]')
  .description('What Rapporteur does in a second, against what bounds it.')
  .option('--quick', 'a tenth of the data or less, and fewer rounds')
  .option('--only <A,B>', `these parts: ${Object.keys(parts).join(', ')}`)
  .option(
    '--largest <N>',
    'N events or observations at most, where the full run has up to 1,000,000 and 10,000,000',
  )
  .option('--json <FILE>', 'versions, hardware and rows as JSON')
  .option(
    '--against <FILE>',
    'warn of each ratio that is worse by a third than in this file, which --json wrote',
  )
  .addHelpText(
    'after',
    `
Environment:
  UNODC_GLOTIP_FILE  UNODC's file of 30 May 2023, to be imported as well, exported, and read by others`,
  )
  .action(runBench);

interface BenchOptions {
  readonly quick: boolean;
  /** The greatest number of events or observations. */
  readonly largest: number;
}

async function withBench<T>(
  { quick, largest }: BenchOptions,
  work: (bench: Bench, version: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'));
  // PostgreSQL runs as another user when the bench runs as root, and must be able to enter the folder.
  await chmod(folder, 0o755);
  process.env['OWNER_KEY_FILE'] = join(folder, 'owner.key');
  // It asks for more than anybody does.
  process.env['RATE_LIMIT'] = 'off';
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder });
    const admin = await openDatabase({ url: server.url });
    try {
      const { rows } = await poolOf(admin).query<{ server_version: string }>('SHOW server_version');
      const createDatabase = async (name: string) => {
        await poolOf(admin).query(`CREATE DATABASE bench_${name}`);
        const url = new URL(server.url);
        url.pathname = `/bench_${name}`;
        return url.href;
      };
      const say = (line: string) => void process.stderr.write(`${line}\n`);
      const size = (small: number, full: number) => (quick ? small : full);
      const sizes = (small: readonly number[], full: readonly number[]) => [
        ...new Set((quick ? small : full).map((wanted) => Math.min(wanted, largest))),
      ];
      return await work({ quick, size, sizes, folder, createDatabase, say }, rows[0]!.server_version);
    } finally {
      await admin.destroy();
      await server.stop();
    }
  } finally {
    const data = await realpath(join(folder, 'postgres')).catch(() => folder);
    if (dirname(data) !== folder && data !== folder)
      await rm(dirname(data), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

/** The versions of the compared packages, as package.json pins them. */
async function readVersions(): Promise<Record<string, string | undefined>> {
  const path = new URL('../../../package.json', import.meta.url);
  const { dependencies, devDependencies } = JSON.parse(await readFile(path, 'utf8'));
  const names = ['@event-driven-io/emmett-postgresql', 'fastify', 'pg', 'kafkajs', 'autocannon'];
  return Object.fromEntries(names.map((name) => [name, dependencies[name] ?? devDependencies[name]]));
}

async function runBench({ quick = false, ...values }: Options): Promise<void> {
  const names = values.only?.split(',') ?? Object.keys(parts);
  const unknown = names.filter((name) => !parts[name]);
  if (unknown.length > 0) command.error(`There is no part ${unknown.join(', ')}.`);
  const largest = Number(values.largest ?? Infinity);
  if (!(largest >= 1)) command.error(`--largest ${values.largest} is not a number from 1 on.`);
  const toPath = (file: string) => resolve(process.env['INIT_CWD'] ?? '.', file);
  // Read first: a file that is none should not be told of after an hour.
  const kept = values.against ? await readKept(toPath(values.against)) : undefined;
  await withBench({ quick, largest }, async (bench, postgres) => {
    const rows: Row[] = [];
    for (const name of names) rows.push(...(await parts[name]!(bench)));
    const versions = { node: process.version, postgres, kafka: kafkaVersion, ...(await readVersions()) };
    const hardware = {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    };
    process.stdout.write(`${toMarkdown(rows)}\n`);
    if (kept) tellWorse(rows, kept).forEach(bench.say);
    if (values.json)
      await writeFile(
        toPath(values.json),
        `${JSON.stringify({ quick, versions, hardware, rows }, null, 2)}\n`,
      );
  });
}

command.parseAsync().then(
  () => process.exit(0),
  (error: Error) => {
    // Commander has written its message already. Help that was asked for is no failure.
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
    process.stderr.write(`${error.stack}\n`);
    process.exit(2);
  },
);
