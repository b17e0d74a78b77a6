/** The data folder: which PostgreSQL it belongs to, and which running process holds it. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface DataFolder {
  readonly path: string;
  /** Tells others where the running server is. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

/** What a running Rapporteur says of itself in its data folder. */
export interface Holder {
  readonly pid: number;
  readonly url?: string;
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
};

async function readHolder(file: string): Promise<Holder | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const holder = JSON.parse(text) as Holder;
    return holder.pid !== process.pid && isAlive(holder.pid) ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** DATA_DIR, or `.data` in the current folder. */
export const dataPath = (env: NodeJS.ProcessEnv): string => resolve(env['DATA_DIR'] || '.data');

/** The running Rapporteur that holds a data folder, if any. */
export const findHolder = (path: string): Promise<Holder | undefined> =>
  readHolder(join(path, 'running.json'));

/** Where the Rapporteur answers that holds the data folder now, if one does. */
export async function findRunning(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  return (await readHolder(join(dataPath(env), 'running.json')))?.url;
}

/** Takes the data folder for this process. Errors: another process holds it; the message says where it answers. */
export async function takeDataFolder(env: NodeJS.ProcessEnv): Promise<DataFolder> {
  const path = dataPath(env);
  const file = join(path, 'running.json');
  await mkdir(path, { recursive: true });
  const write = (holder: Holder, flag: 'w' | 'wx') => writeFile(file, JSON.stringify(holder), { flag });
  await write({ pid: process.pid }, 'wx').catch(async (error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
    const holder = await readHolder(file);
    if (holder)
      throw new Error(
        `Rapporteur already runs on ${path} (process ${holder.pid}${holder.url ? `, ${holder.url}` : ''}). Stop it, or set DATA_DIR to another folder.`,
      );
    await write({ pid: process.pid }, 'w');
  });
  return {
    path,
    announce: (url) => write({ pid: process.pid, url }, 'w'),
    release: () => rm(file, { force: true }),
  };
}
