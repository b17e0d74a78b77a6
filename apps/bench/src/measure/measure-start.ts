/** From the command to the first answer, with a store that is there already, and what the process then holds. */
import { startCommand } from '@rapporteur/testing';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@rapporteur/postgres';
import { median, time, toRow, type Bench, type Row } from '../row.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** The goal: seconds from `npm start` to an answer. */
const goal = 2;
const lookEveryMs = 5;

/** What the machine takes for the same without Rapporteur. */
const nothing = ['exec', '--offline', '--', 'node', '-e', '0'];

export async function measureStart(bench: Bench): Promise<Row[]> {
  const dataDir = join(bench.folder, 'start');
  // The first start makes the store, and loads the round of 2008.
  await start(dataDir);
  const seconds: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < (bench.quick ? 3 : 7); round += 1) {
    seconds.push(await start(dataDir));
    empty.push(await time(() => startCommand('npm', nothing, { cwd: root }).ended));
  }
  const what = 'npm start on a store with the round of 2008, until the first answer';
  const ours = median(seconds);
  const shared = { what, ours, unit: 's', lessIsBetter: true };
  return [
    toRow({ ...shared, against: 'the goal set', theirs: goal, target: 1 }),
    toRow({
      ...shared,
      against: 'a Node that does nothing, started by npm',
      theirs: median(empty),
    }),
  ];
}

/** Out: seconds until it answered. Errors: it ended before. */
async function start(dataDir: string): Promise<number> {
  const port = await findFreePort();
  const command = startCommand('npm', ['start'], {
    cwd: root,
    env: { DATA_DIR: dataDir, PORT: String(port) },
  });
  const seconds = await time(async () => {
    while (!(await answers(`http://127.0.0.1:${port}/v1/trends?respondent=SV`))) {
      if (command.child.exitCode !== null) throw new Error(`npm start ended:\n${command.output()}`);
      await sleep(lookEveryMs);
    }
  });
  await command.waitFor(/Ctrl-C stops it/);
  // npm hands no signal on: the process itself is told to stop.
  const { pid } = JSON.parse(await readFile(join(dataDir, 'running.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGINT');
  await command.ended;
  return seconds;
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (answer) => (await answer.text()) !== '' && answer.ok,
    () => false,
  );
