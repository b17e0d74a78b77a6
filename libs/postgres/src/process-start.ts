/** When a process started: this tells it from a later process with the same number. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether there is a process with this number; one that has ended and is a zombie counts. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** State (`Z` = has ended) and start of a process, from /proc; undefined where it has no entry there. */
async function readStat(pid: number): Promise<{ state: string; start: string } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (!text) return undefined;
  // The name of the program comes before, in brackets, and may itself hold brackets and spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0]!, start: fields[19]! };
}

/** Whether a process has ended and only its entry is left (a container whose first process reaps no children). */
export async function isZombie(pid: number): Promise<boolean> {
  return (await readStat(pid))?.state === 'Z';
}

/**
 * When the process with a number started, as a text that no other process has; undefined where there is no such
 * process, it has ended, or the system does not say (Windows).
 */
export async function startOf(pid: number): Promise<string | undefined> {
  if (platform() === 'win32') return undefined;
  const own = await readStat(pid);
  if (own) {
    // The start is counted from the boot of the machine, so the id of the boot belongs to it.
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return own.state === 'Z' ? undefined : `${boot.trim()} ${own.start}`;
  }
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const told = await run('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { env }).catch(() => undefined);
  const [, state, start] = /^\s*(\S+)\s+(.+?)\s*$/.exec(told?.stdout ?? '') ?? [];
  return state === undefined || state.startsWith('Z') ? undefined : start;
}
