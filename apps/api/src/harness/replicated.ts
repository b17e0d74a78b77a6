/** For tests: a PostgreSQL of its own with a streaming replica, both from the binaries that come along. */
import { passwordFileOf, prepareCluster, startEmbeddedPostgres } from '@rapporteur/postgres';
import { execFile } from 'node:child_process';
import { appendFile, chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Replicated {
  /** Addresses of the same database on both. */
  readonly primary: string;
  readonly replica: string;
  stopPrimary(): Promise<void>;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const settings = ['fsync=off'];

/**
 * Starts a server, has it filled, and starts a replica from a copy of its files. In: what fills the primary, by its address.
 * Errors: those of both servers.
 */
export async function startReplicated(fill: (url: string) => Promise<void>): Promise<Replicated> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-replica-'));
  // PostgreSQL runs as another user where root starts it, who must be able to enter.
  await chmod(folder, 0o755);
  const [dataDir, copyDir] = [join(folder, 'primary'), join(folder, 'replica')];
  const first = await startEmbeddedPostgres({ dataDir, settings });
  await fill(first.url);
  await first.stop();
  await mkdir(copyDir);
  const [from, to] = [await prepareCluster(dataDir), await prepareCluster(copyDir)];
  // With its owner, who may be another than the one of this process.
  await run('cp', ['-a', from.dataDirectory, to.dataDirectory]);
  await copyFile(passwordFileOf(from), passwordFileOf(to));
  await rm(join(to.dataDirectory, 'postmaster.opts'));
  const primary = await startEmbeddedPostgres({ dataDir, settings });
  const { hostname, port, username, password } = new URL(primary.url);
  await appendFile(
    join(to.dataDirectory, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
  );
  await writeFile(join(to.dataDirectory, 'standby.signal'), '');
  const replica = await startEmbeddedPostgres({ dataDir: copyDir, settings });
  return {
    primary: primary.url,
    replica: replica.url,
    stopPrimary: () => primary.stop(),
    async stop() {
      await replica.stop();
      await primary.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
