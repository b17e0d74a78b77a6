/** When a process began: what tells it from a later one that was given the same number. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a process has this number; one that has ended and that nobody has waited for counts. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** State (`Z` = has ended) and start of a process as Linux tells them; undefined where it tells nothing. */
async function readStat(pid: number): Promise<{ state: string; start: string } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (!text) return undefined;
  // The name, which stands before in brackets, may itself hold brackets and spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0]!, start: fields[19]! };
}

/** Whether a process has ended and only its entry is left (a container whose first process reaps no children). */
export async function isZombie(pid: number): Promise<boolean> {
  return (await readStat(pid))?.state === 'Z';
}

/**
 * When the process with a number began, as text that only this process has; undefined where there is none, it has ended,
 * or the system does not tell (Windows).
 */
export async function startOf(pid: number): Promise<string | undefined> {
  if (platform() === 'win32') return undefined;
  const own = await readStat(pid);
  if (own) {
    // Counted from the start of the machine, which has an id.
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return own.state === 'Z' ? undefined : `${boot.trim()} ${own.start}`;
  }
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const told = await run('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { env }).catch(() => undefined);
  const [, state, start] = /^\s*(\S+)\s+(.+?)\s*$/.exec(told?.stdout ?? '') ?? [];
  return state === undefined || state.startsWith('Z') ? undefined : start;
}
