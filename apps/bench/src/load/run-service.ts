/** Starts one of the services as users run it, in a process of its own, and reads its memory. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startCommand } from '@rapporteur/testing';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const mains = {
  composed: 'apps/rapporteur/dist/main.js',
  ingest: 'apps/ingest/dist/main.js',
  aggregator: 'apps/aggregator/dist/main.js',
  api: 'apps/api/dist/main.js',
};
export type ServiceName = keyof typeof mains;

export interface Memory {
  /** Resident memory in megabytes, now and at its peak so far. */
  readonly now: number;
  readonly peak: number;
}

export interface Service {
  readonly url: string;
  /** Errors: the system has no /proc. */
  readMemory(): Promise<Memory>;
  /** Errors: the process had ended before; the message has its output. */
  stop(): Promise<void>;
}

/**
 * Starts a service on a free port and waits until it listens. Errors: it ended before that; the message has its
 * output.
 */
export async function runService(
  name: ServiceName,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Service> {
  const command = startCommand(process.execPath, [mains[name]], {
    cwd: root,
    env: { LOG_LEVEL: 'warn', ...env, PORT: '0', HOST: '127.0.0.1' },
  });
  const [, url] = await command.waitFor(/ is at (http:\/\/\S+)/);
  return {
    url: url!,
    readMemory: () => readMemory(command.child.pid!),
    async stop() {
      if (command.child.exitCode !== null || command.child.signalCode !== null)
        throw new Error(`${name} ended while it was measured:\n${command.output().slice(-2000)}`);
      command.child.kill('SIGTERM');
      await command.ended;
    },
  };
}

/** The resident memory of a process as the kernel counts it, now and at its peak. */
export async function readMemory(pid: number | 'self'): Promise<Memory> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
