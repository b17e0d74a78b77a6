/** The PostgreSQL server under chaos: on a folder of its own, killed and frozen with all its processes. */
import { openDatabase, poolOf, startEmbeddedPostgres, type EmbeddedServer } from '@rapporteur/postgres';
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export class DatabaseServer {
  private constructor(
    private readonly folder: string,
    private server: EmbeddedServer,
    private postmaster: number,
  ) {}

  static async start(): Promise<DatabaseServer> {
    const folder = await mkdtemp(join(tmpdir(), 'rapporteur-chaos-'));
    // PostgreSQL runs as another user when this runs as root, and must be able to enter the folder.
    await chmod(folder, 0o755);
    process.env['OWNER_KEY_FILE'] = join(folder, 'owner.key');
    // Its clients ask for more than anybody does, and go on for a moment with keys that were revoked.
    Object.assign(process.env, { RATE_LIMIT: 'off', SIGN_IN_LIMIT: 'off' });
    const server = await startEmbeddedPostgres({ dataDir: folder });
    return new DatabaseServer(folder, server, await findPostmaster(server.url));
  }

  /** Its present address. A start after `kill` may give another port. */
  get url(): string {
    return this.server.url;
  }

  /** SIGKILL of the postmaster. Its children notice that and end by themselves. */
  kill(): void {
    signal(this.postmaster, 'SIGKILL');
  }

  /** Starts it again, with several tries: remains of the killed server may prevent a start for some moments. */
  async start(): Promise<void> {
    for (let tries = 40; ; tries -= 1) {
      try {
        this.server = await startEmbeddedPostgres({ dataDir: this.folder });
        this.postmaster = await findPostmaster(this.server.url);
        return;
      } catch (error) {
        if (tries === 0) throw error;
        await sleep(250);
      }
    }
  }

  /** SIGSTOP of all its processes: connections stay open, and nothing answers. */
  async suspend(): Promise<void> {
    for (const pid of [this.postmaster, ...(await childrenOf(this.postmaster))]) signal(pid, 'SIGSTOP');
  }

  async resume(): Promise<void> {
    for (const pid of [...(await childrenOf(this.postmaster)), this.postmaster]) signal(pid, 'SIGCONT');
  }

  async close(): Promise<void> {
    await this.resume();
    await this.server.stop().catch(() => undefined);
    const data = await realpath(join(this.folder, 'postgres')).catch(() => this.folder);
    if (dirname(data) !== this.folder && data !== this.folder)
      await rm(dirname(data), { recursive: true, force: true });
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function findPostmaster(url: string): Promise<number> {
  const database = await openDatabase({ url, poolSize: 1 });
  try {
    const { rows } = await poolOf(database).query<{ data_directory: string }>('SHOW data_directory');
    return Number((await readFile(join(rows[0]!.data_directory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  } finally {
    await database.destroy();
  }
}

/** Sends a signal. A process that is gone already is no error. */
function signal(pid: number, name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ESRCH') throw error;
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return listed.split(' ').filter(Boolean).map(Number);
}
