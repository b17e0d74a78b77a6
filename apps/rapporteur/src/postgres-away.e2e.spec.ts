/**
 * The PostgreSQL of `npm start` is killed, kept from starting, and damaged: it is started again, with messages
 * in sentences; or else the process ends.
 */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startCommand, type RunningCommand, ownerHeaders } from '@rapporteur/testing';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let folder: string;
let running: RunningCommand;
let url: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-away-'));
  chmodSync(folder, 0o755);
  running = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: { DATA_DIR: folder, PORT: '0' },
  });
  [, url = ''] = await running.waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
}, 90_000);
afterEach(async () => {
  running.child.kill('SIGTERM');
  await running.ended;
  rmSync(folder, { recursive: true, force: true });
}, 90_000);

const cluster = () => realpathSync(join(folder, 'postgres'));
const pidFile = () => readFileSync(join(cluster(), 'postmaster.pid'), 'utf8').split('\n');
const killServer = () => process.kill(Number(pidFile()[0]), 'SIGKILL');
const logLines = () =>
  running
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => (JSON.parse(line) as { message: string }).message);
const read = async () => {
  const answer = await fetch(`${url}/v1/trends?respondent=SV&indicator=persons-prosecuted`);
  return answer.status;
};
const submit = async (respondent: string) => {
  const answer = await fetch(`${url}/v1/rounds/ecosoc-2006-27/2008/replies`, {
    method: 'POST',
    headers: { ...ownerHeaders(), 'content-type': 'application/json', 'idempotency-key': respondent },
    body: JSON.stringify({
      respondent,
      receivedOn: '2008-01-20',
      observations: [{ indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 }],
    }),
  });
  return { status: answer.status, body: (await answer.json()) as { token: string } };
};

/** Takes the port of PostgreSQL, so that it cannot start. Out: a function that frees the port. */
async function takePort(): Promise<() => Promise<unknown>> {
  const port = Number(pidFile()[3]);
  killServer();
  for (;;) {
    const taker = createServer((socket) => socket.destroy());
    const taken = await new Promise<boolean>((done) =>
      taker.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true)),
    );
    if (taken) return () => new Promise((done) => taker.close(done));
    await sleep(2);
  }
}

it('comes back when it was killed: what was answered is there, and the log has a line a state', async () => {
  const { status, body } = await submit('France');
  expect(status).toBe(201);
  const setFree = await takePort();
  await running.waitFor(/PostgreSQL was ended from outside \(killed\); it is being started again/);
  expect((await submit('Spain')).status).toBe(503);
  // Two leaders try three times a second each; with a line for each try there would be 40 lines.
  await sleep(7000);
  await setFree();
  await running.waitFor(/PostgreSQL is back after \d+ s\./);
  await running.waitFor(/the database answers again/);
  const answer = await fetch(`${url}/v1/observations?respondent=FR&wait=${body.token}`);
  expect(((await answer.json()) as { items: unknown[] }).items).toHaveLength(1);
  expect((await submit('Spain')).status).toBe(201);
  expect(logLines()).toEqual([
    expect.stringMatching(/^the database does not answer: /),
    expect.stringMatching(/^the database answers again \(\d+ tries failed\)$/),
  ]);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
}, 180_000);

it('stops in order while PostgreSQL is away, and while it is being started again', async () => {
  const setFree = await takePort();
  await running.waitFor(/PostgreSQL does not start/);
  await setFree();
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(running.output()).toContain('Stopped. The data is kept.');
  expect(() => pidFile()).toThrow(/ENOENT/);
}, 180_000);

it('ends with status 3 and a sentence when the files of PostgreSQL are damaged', async () => {
  killServer();
  writeFileSync(join(cluster(), 'global/pg_control'), Buffer.alloc(8192, 1));
  expect(await running.ended).toBe(3);
  expect(running.output()).toMatch(/PostgreSQL cannot start again \(.*\): its files in .* are damaged/);
  expect(await read().catch(() => 'nobody')).toBe('nobody');
}, 180_000);
