/** The password of the embedded PostgreSQL: a file that only its owner can read, made anew where it is lost. */
import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { run, type Cluster } from './embedded-cluster.js';

export const makePassword = (): string => randomBytes(18).toString('hex');

/** What the file holds; undefined where it is missing or empty. */
export async function readPassword(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (text.trim() === '') return undefined;
  await chmod(file, 0o600);
  return text.trim();
}

/** Writes a new file and renames it, so that a crash leaves no incomplete file. */
export async function writePassword(file: string, password: string): Promise<void> {
  const fresh = `${file}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, password, { mode: 0o600 });
  await rename(fresh, file);
}

/**
 * Gives the owner of a cluster another password. PostgreSQL's single-user mode asks for none: the owner of the
 * files may change everything in the cluster. Only for a cluster that no server runs on. Errors: what
 * PostgreSQL wrote.
 */
export async function resetPassword(cluster: Cluster, password: string): Promise<void> {
  const { dataDirectory, binaries, as } = cluster;
  const running = run(binaries.postgres, ['--single', '-D', dataDirectory, 'postgres'], { ...as, cwd: '/' });
  running.child.stdin!.end(`ALTER ROLE rapporteur PASSWORD '${password}'\n`);
  const { stderr } = await running;
  // Single-user mode exits with 0 even when a statement failed.
  if (/ERROR:/.test(stderr)) throw new Error(`PostgreSQL did not take a new password:\n${stderr}`);
}
