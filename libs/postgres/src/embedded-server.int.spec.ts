/**
 * The embedded server: data are kept, a server is taken over after a kill, and root starts it as another user.
 */
import { afterEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, poolOf } from './database.js';
import { startEmbeddedPostgres, type EmbeddedServer } from './embedded-server.js';
import { inTransaction } from './transaction.js';

const folders: string[] = [];
const servers: EmbeddedServer[] = [];
const start = async (dataDir: string) => {
  const server = await startEmbeddedPostgres({ dataDir });
  servers.push(server);
  return server;
};
const makeFolder = (mode = 0o755) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-pg-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
};
const query = async (server: EmbeddedServer, statement: string) => {
  const source = await openDatabase({ url: server.url });
  const { rows } = await poolOf(source)
    .query(statement)
    .finally(() => source.destroy());
  return rows as Record<string, unknown>[];
};

const asRoot = process.getuid?.() === 0 ? it : it.skip;

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}, 30_000);

describe('the embedded server', () => {
  it('looks at a table that many rows came into within seconds, so that reads are planned by what there is', async () => {
    const server = await start(makeFolder());
    await query(server, 'CREATE TABLE filled AS SELECT n FROM generate_series(1, 10000) n');
    const look = `SELECT last_autoanalyze FROM pg_stat_user_tables WHERE relname = 'filled'`;
    for (const started = Date.now(); Date.now() - started < 25_000; await sleep(250))
      if ((await query(server, look))[0]!['last_autoanalyze']) return;
    throw new Error('it has not looked at the table');
  }, 40_000);

  it('keeps its data over a stop and a start', async () => {
    const folder = makeFolder();
    const first = await start(folder);
    await query(first, 'CREATE TABLE kept AS SELECT 7 AS n');
    await first.stop();
    expect(await query(await start(folder), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  }, 30_000);

  it('is taken over when whoever started it was killed, and started anew when it was killed itself', async () => {
    const folder = makeFolder();
    const first = await start(folder);
    const again = await start(folder);
    expect(again.url).toBe(first.url);
    await query(again, 'CREATE TABLE kept AS SELECT 8 AS n');
    const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await new Promise((done) => setTimeout(done, 1000));
    await again.stop();
    expect(await query(await start(folder), 'SELECT n FROM kept')).toEqual([{ n: 8 }]);
  }, 60_000);

  const make = async (folder: string) => {
    const server = await start(folder);
    await query(server, 'CREATE TABLE kept AS SELECT 7 AS n');
    await server.stop();
  };
  asRoot(
    'finds its data when the folder was moved, or may be entered by now',
    async () => {
      const folder = makeFolder(0o700);
      await make(folder);
      chmodSync(folder, 0o755);
      const open = await start(folder);
      expect(await query(open, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
      await open.stop();
      const moved = join(makeFolder(), 'moved');
      renameSync(folder, moved);
      expect(await query(await start(moved), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    },
    60_000,
  );

  asRoot('makes no new data where those that were there are out of reach, and says what to do', async () => {
    const closed = makeFolder();
    mkdirSync(join(closed, 'postgres'));
    chmodSync(closed, 0o700);
    await expect(start(closed)).rejects.toThrow(/cannot enter .*postgres: let others enter .*chmod o\+x/);
    const gone = makeFolder(0o700);
    symlinkSync('/var/lib/rapporteur/not-there/cluster', join(gone, 'postgres'));
    await expect(start(gone)).rejects.toThrow(/was in .*not-there, which is not here: bring it back/);
  });

  asRoot(
    'is not started for a copy of a data folder, whose data are those of the first',
    async () => {
      const folder = makeFolder(0o700);
      await make(folder);
      const copy = makeFolder(0o700);
      symlinkSync(readlinkSync(join(folder, 'postgres')), join(copy, 'postgres'));
      await expect(start(copy)).rejects.toThrow(`${copy} is a copy of ${folder}`);
      expect(await query(await start(folder), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    },
    60_000,
  );

  it('starts although another process has the number of the one that was killed', async () => {
    const folder = makeFolder();
    const first = await start(folder);
    await query(first, 'CREATE TABLE kept AS SELECT 9 AS n');
    const file = join(folder, 'postgres', 'postmaster.pid');
    const text = readFileSync(file, 'utf8');
    process.kill(Number(text.split('\n')[0]), 'SIGKILL');
    await sleep(1000);
    // Of the server's own user: of another's PostgreSQL takes no notice.
    const { uid, gid } = statSync(file);
    const other = spawn('sleep', ['600'], { cwd: '/', uid, gid });
    writeFileSync(file, text.replace(/^\d+/, String(other.pid)));
    const again = await start(folder);
    expect(await query(again, 'SELECT n FROM kept')).toEqual([{ n: 9 }]);
    expect(other.exitCode).toBeNull();
    other.kill();
  }, 60_000);

  const passwordFile = (folder: string) => join(folder, 'postgres-password');

  it('keeps its password in a file for its owner alone', async () => {
    const folder = makeFolder();
    await (await start(folder)).stop();
    expect(statSync(passwordFile(folder)).mode & 0o777).toBe(0o600);
    chmodSync(passwordFile(folder), 0o644);
    await start(folder);
    expect(statSync(passwordFile(folder)).mode & 0o777).toBe(0o600);
  }, 60_000);

  it.each(['stopped', 'still running'])(
    'sets a new password where the file is lost, and says so; the server had been %s',
    async (state) => {
      const folder = makeFolder();
      const first = await start(folder);
      await query(first, 'CREATE TABLE kept AS SELECT 10 AS n');
      if (state === 'stopped') await first.stop();
      rmSync(passwordFile(folder));
      const steps: string[] = [];
      const again = await startEmbeddedPostgres({ dataDir: folder, onStep: (step) => steps.push(step) });
      servers.push(again);
      expect(steps).toContain(
        `${passwordFile(folder)} was missing: a new password of PostgreSQL has been set, and is in it`,
      );
      expect(await query(again, 'SELECT n FROM kept')).toEqual([{ n: 10 }]);
      expect(statSync(passwordFile(folder)).mode & 0o777).toBe(0o600);
      await again.stop();
      expect(await query(await start(folder), 'SELECT n FROM kept')).toEqual([{ n: 10 }]);
    },
    90_000,
  );

  it('sets none where somebody runs on the folder, whose server goes on', async () => {
    const folder = makeFolder();
    const first = await start(folder);
    rmSync(passwordFile(folder));
    await expect(startEmbeddedPostgres({ dataDir: folder, isHeld: true })).rejects.toThrow(
      /postgres-password is missing while Rapporteur runs/,
    );
    expect(await query(first, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  }, 60_000);

  it('names the file whose password is not that of the cluster, and what to do, and leaves nothing running', async () => {
    const folder = makeFolder();
    const first = await start(folder);
    await first.stop();
    writeFileSync(passwordFile(folder), 'wrong');
    await expect(start(folder)).rejects.toThrow(
      /refuses the password in \S+postgres-password: .*Delete that file and start again/,
    );
    expect(await first.isRunning()).toBe(false);
    rmSync(passwordFile(folder));
    expect(await query(await start(folder), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  }, 90_000);

  asRoot(
    'lies elsewhere, linked, where its user may not enter the folder of root',
    async () => {
      const home = makeFolder(0o700);
      const folder = join(home, 'data');
      mkdirSync(folder);
      const server = await start(folder);
      expect(lstatSync(join(folder, 'postgres')).isSymbolicLink()).toBe(true);
      expect(await query(server, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
      const target = execFileSync('readlink', ['-f', join(folder, 'postgres')])
        .toString()
        .trim();
      await server.stop();
      rmSync(join(target, '..'), { recursive: true });
    },
    60_000,
  );
});

describe('a transaction', () => {
  it('is all or nothing, and a connection that died under it is not used again', async () => {
    const server = await start(makeFolder());
    const source = await openDatabase({ url: server.url, poolSize: 1 });
    const pool = poolOf(source);
    await pool.query('CREATE TABLE t (n int)');
    const fail = inTransaction(pool, async (client) => {
      await client.query('INSERT INTO t VALUES (1)');
      throw new Error('on purpose');
    });
    await expect(fail).rejects.toThrow('on purpose');
    const die = inTransaction(pool, (client) =>
      client.query('SELECT pg_terminate_backend(pg_backend_pid())'),
    );
    await expect(die).rejects.toThrow();
    expect((await pool.query('SELECT count(*) AS n FROM t')).rows).toEqual([{ n: 0 }]);
    await source.destroy();
  }, 30_000);
});
