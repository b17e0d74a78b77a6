/** The embedded PostgreSQL is killed, damaged or kept from starting: it comes back on its port, or its keeper gives up. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedServer } from './embedded-server.js';
import { keepServer, type ServerKeeper } from './keep-server.js';

let folder: string;
let server: EmbeddedServer;
let keeper: ServerKeeper;
let said: string[];

const keep = (tryForMs?: number) => {
  said = [];
  const say = (line: string) => void said.push(line);
  keeper = keepServer(server, tryForMs === undefined ? { say } : { say, tryForMs });
};
const cluster = () => realpathSync(join(folder, 'postgres'));
const pidFile = () => readFileSync(join(cluster(), 'postmaster.pid'), 'utf8');
const postmaster = () => Number(pidFile().split('\n')[0]);
const connect = async () => {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};
const query = async (statement: string) => {
  const client = await connect();
  return client.query(statement).then(
    ({ rows }) => client.end().then(() => rows as unknown[]),
    (error: Error) => client.end().then(() => Promise.reject(error)),
  );
};
const untilSaid = async (pattern: RegExp) => {
  for (let i = 0; i < 600 && !said.some((line) => pattern.test(line)); i += 1) await sleep(100);
  expect(said).toContainEqual(expect.stringMatching(pattern));
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-keep-'));
  chmodSync(folder, 0o755);
  server = await startEmbeddedPostgres({ dataDir: folder });
  await query('CREATE TABLE kept AS SELECT 7 AS n');
}, 60_000);
afterEach(async () => {
  keeper?.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

it('comes back on its port when it was killed, and says so in two sentences', async () => {
  keep();
  process.kill(postmaster(), 'SIGKILL');
  await untilSaid(/is back/);
  expect(said).toEqual([
    'PostgreSQL was ended from outside (killed); it is being started again, nothing that was answered is lost.',
    expect.stringMatching(/^PostgreSQL is back after \d+ s\.$/),
  ]);
  expect(await query('SELECT n FROM kept')).toEqual([{ n: 7 }]);
}, 120_000);

it('comes back although a child of the dead server lives on and holds its memory', async () => {
  const client = await connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  process.kill(rows[0]!.pid, 'SIGSTOP');
  keep();
  process.kill(postmaster(), 'SIGKILL');
  await untilSaid(/is back/);
  expect(said).toHaveLength(2);
  expect(await query('SELECT n FROM kept')).toEqual([{ n: 7 }]);
  client.connection.stream.destroy();
}, 120_000);

it('comes back although its number is that of another process by now, and leaves that alone', async () => {
  // Of the server's own user: of another's PostgreSQL takes no notice.
  const { uid, gid } = statSync(join(cluster(), 'postmaster.pid'));
  const other = spawn('sleep', ['600'], { cwd: '/', uid, gid });
  const pid = postmaster();
  process.kill(pid, 'SIGKILL');
  writeFileSync(join(cluster(), 'postmaster.pid'), pidFile().replace(/^\d+/, String(other.pid)));
  expect(await server.isRunning()).toBe(false);
  keep();
  await untilSaid(/is back/);
  expect(other.exitCode).toBeNull();
  expect(await query('SELECT n FROM kept')).toEqual([{ n: 7 }]);
  other.kill();
}, 120_000);

it('comes back although its process has ended without anybody having waited for it', async () => {
  // The shell becomes `sleep` by `exec`, which never waits for its child.
  const { uid, gid } = statSync(join(cluster(), 'postmaster.pid'));
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 600'], { cwd: '/', uid, gid });
  const zombie = await new Promise<string>((done) =>
    parent.stdout.once('data', (data) => done(String(data))),
  );
  await sleep(1000);
  process.kill(postmaster(), 'SIGKILL');
  writeFileSync(join(cluster(), 'postmaster.pid'), pidFile().replace(/^\d+/, zombie.trim()));
  keep();
  await untilSaid(/is back/);
  expect(await query('SELECT n FROM kept')).toEqual([{ n: 7 }]);
  parent.kill();
}, 120_000);

it('is given up at once where its files are damaged', async () => {
  keep();
  process.kill(postmaster(), 'SIGKILL');
  writeFileSync(join(cluster(), 'global/pg_control'), Buffer.alloc(8192, 1));
  const lost = await keeper.lost;
  expect(lost.message).toMatch(/^PostgreSQL cannot start again \(.*\): its files in .* are damaged/);
  expect(lost.message).toContain(folder);
}, 120_000);

it('is tried again while something is in its way, told once, and given up in the end', async () => {
  keep(5000);
  const port = Number(new URL(server.url).port);
  process.kill(postmaster(), 'SIGKILL');
  while (await server.isRunning()) await sleep(5);
  const taker = createServer();
  await new Promise<void>((done, fail) => taker.once('error', fail).listen(port, '127.0.0.1', done));
  const lost = await keeper.lost;
  expect(lost.message).toMatch(/could not be started again within .*could not create any TCP\/IP sockets/);
  expect(said).toHaveLength(2);
  expect(said[1]).toMatch(/does not start .*; it is tried again/);
  await new Promise((done) => taker.close(done));
}, 120_000);

it('ends while it is being started again, and leaves no server behind', async () => {
  keep();
  process.kill(postmaster(), 'SIGKILL');
  await untilSaid(/was ended/);
  keeper.close();
  await server.stop();
  await sleep(1500);
  expect(await server.isRunning()).toBe(false);
  expect(said).toHaveLength(1);
}, 120_000);
