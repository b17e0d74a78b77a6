/**
 * The data folder has one holder: when many processes start at once, after crashes, and when process ids are
 * used again.
 */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startCommand, type RunningCommand } from '@rapporteur/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findHolder, takeDataFolder } from './data-folder.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const url = 'http://127.0.0.1:9';

let folder: string;
let signs: string;
let commands: RunningCommand[];
let other: ChildProcess;

beforeEach(() => {
  [folder, signs] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'rapporteur-folder-'))) as [string, string];
  commands = [];
  other = spawn('sleep', ['600'], { cwd: '/' });
});
afterEach(async () => {
  other.kill();
  for (const { child } of commands) child.kill('SIGKILL');
  await Promise.all(commands.map(({ ended }) => ended));
  for (const each of [folder, signs]) rmSync(each, { recursive: true, force: true });
});

const env = () => ({ DATA_DIR: folder });
const write = (name: string, holder: object) => writeFileSync(join(folder, name), JSON.stringify(holder));

/**
 * A process that takes the folder as soon as the file `sign` exists, prints whether it has it or why not, runs
 * the code in `then`, and stays alive.
 */
function start(then = '', sign = root): RunningCommand {
  const code = `
    const { takeDataFolder } = await import('./apps/rapporteur/dist/data-folder.js');
    const { existsSync } = await import('node:fs');
    console.log('is waiting');
    while (!existsSync('${sign}')) await new Promise((done) => setTimeout(done, 1));
    try {
      const folder = await takeDataFolder(process.env);
      ${then};
      console.log('has it.');
      setInterval(() => undefined, 1000);
    } catch (error) {
      console.log('refused: ' + error.message);
    }`;
  const command = startCommand(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    env: env(),
  });
  commands.push(command);
  return command;
}

it('is refused to others while its holder lives, with the address once that is announced', async () => {
  const first = start();
  await first.waitFor(/has it/);
  await expect(takeDataFolder(env())).rejects.toThrow(
    `already runs on ${folder} (process ${first.child.pid}). Stop it`,
  );
  first.child.kill('SIGKILL');
  await first.ended;
  const second = start(`await folder.announce('${url}')`);
  await second.waitFor(/has it/);
  await expect(takeDataFolder(env())).rejects.toThrow(`(process ${second.child.pid}, ${url})`);
});

it('is free once it was given up, though its holder lives, and once that has crashed between taking and announcing', async () => {
  await start('await folder.announce("http://127.0.0.1:9"); await folder.release()').waitFor(/has it/);
  const crashed = start();
  await crashed.waitFor(/has it/);
  crashed.child.kill('SIGKILL');
  await crashed.ended;
  const mine = await takeDataFolder(env());
  await mine.release();
  expect(await findHolder(folder)).toBeUndefined();
});

it.each<[string, (pid: number) => void]>([
  ['an earlier release wrote its number', (pid) => write('running.json', { pid })],
  ['an earlier release wrote its number and an address', (pid) => write('running.json', { pid, url })],
  ['the holder had its number', (pid) => write('hold-4.json', { pid, start: 'another day' })],
  [
    'the holder had its number and told an address',
    (pid) => {
      write('hold-4.json', { pid, start: 'another day' });
      write('running.json', { pid, start: 'another day', url });
    },
  ],
  ['a crash left nothing in the file', () => writeFileSync(join(folder, 'hold-4.json'), '')],
])('is not held by a process that is no Rapporteur: %s', async (_, leave) => {
  leave(other.pid!);
  expect(await findHolder(folder)).toBeUndefined();
  const taken = await takeDataFolder(env());
  await taken.announce(url);
  for (const name of readdirSync(folder))
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  await taken.release();
});

it('is held by an earlier release that answers at the address it wrote', async () => {
  const server = createServer((_, answer) => answer.end('{"live":true}'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  write('running.json', { pid: other.pid, url: address });
  await expect(takeDataFolder(env())).rejects.toThrow(`(process ${other.pid}, ${address})`);
  await new Promise((done) => server.close(done));
});

it.each(['empty', 'left by one that crashed'])(
  'goes to one of many that start at the same moment: %s',
  async (state) => {
    if (state !== 'empty') {
      write('hold-7.json', { pid: 2 ** 22 - 1, start: 'long ago' });
      write('running.json', { pid: 2 ** 22 - 1, start: 'long ago', url });
    }
    const sign = join(signs, 'go');
    const all = Array.from({ length: 8 }, () => start(`await folder.announce('${url}')`, sign));
    await Promise.all(all.map((command) => command.waitFor(/is waiting/)));
    writeFileSync(sign, '');
    const said = await Promise.all(
      all.map(async (command) => (await command.waitFor(/has it|refused: .*/))[0]),
    );
    expect(said.filter((line) => line === 'has it')).toHaveLength(1);
    expect(said.filter((line) => line.includes('already runs on'))).toHaveLength(7);
  },
  60_000,
);
