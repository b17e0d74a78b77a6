/**
 * Finds the process that serves a cluster, and removes what a dead one left that keeps the next from starting.
 */
import { readdir, readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { basename, join } from 'node:path';
import { run, type Cluster } from './embedded-cluster.js';
import { hasProcess, isZombie } from './process-start.js';

export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
}

const pidFileOf = ({ dataDirectory }: Cluster) => join(dataDirectory, 'postmaster.pid');

/** What the pid file says: the server that runs or ran. */
async function readPidFile(cluster: Cluster): Promise<ServerProcess | undefined> {
  const [pid, , , port] = (await readFile(pidFileOf(cluster), 'utf8').catch(() => ''))
    .split('\n')
    .map(Number);
  return pid ? { pid, port: port || 0 } : undefined;
}

/**
 * Whether a process is a PostgreSQL server on this cluster, by its working folder; where that is unknown, by
 * its name.
 */
async function isServerOn(pid: number, dataDirectory: string): Promise<boolean> {
  if (platform() === 'win32') return true;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (folder !== undefined) return folder === dataDirectory;
  // The working folder is unknown where there is no /proc, and for the process of another user.
  const name =
    (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined)) ??
    (await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({ stdout: '' }))).stdout;
  return basename(name.trim()) === 'postgres';
}

/**
 * The process that serves a cluster now, if any; a number in the pid file that now belongs to another process
 * does not count.
 */
export async function findServer(cluster: Cluster): Promise<ServerProcess | undefined> {
  const written = await readPidFile(cluster);
  if (!written || !hasProcess(written.pid) || (await isZombie(written.pid))) return undefined;
  return (await isServerOn(written.pid, await realpath(cluster.dataDirectory))) ? written : undefined;
}

/** No process ever has this number. */
const unusedPid = '2147483647';

/**
 * Only for a cluster that no process serves. PostgreSQL refuses to start when any process has the number in the
 * pid file, even an unrelated process or one that has ended: then an unused number is written in its place. The
 * rest of the file stays: PostgreSQL sees from it whether children of the dead server are still at work.
 */
export async function clearPidFile(cluster: Cluster): Promise<void> {
  const written = await readPidFile(cluster);
  if (!written || !hasProcess(written.pid)) return;
  const text = await readFile(pidFileOf(cluster), 'utf8');
  await writeFile(pidFileOf(cluster), text.replace(/^.*/, unusedPid));
}

/**
 * Ends children of a dead server that have not noticed its end (stopped, or in the middle of a statement), so
 * that the next server can start. This is as safe as a crash: what they have committed is in the write-ahead
 * log. Linux only; elsewhere they end in their own time. Only for a cluster that no process serves.
 */
export async function endOrphans(cluster: Cluster): Promise<void> {
  const dataDirectory = await realpath(cluster.dataDirectory);
  const pids = (await readdir('/proc').catch((): string[] => [])).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const [folder, name] = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => ''),
      readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''),
    ]);
    if (folder === dataDirectory && name.startsWith('postgres')) process.kill(Number(pid), 'SIGKILL');
  }
}
