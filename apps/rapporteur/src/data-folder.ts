/**
 * The data folder, and which running process holds it. A process holds it by a file `hold-N.json`; the file
 * with the highest number counts.
 */
import { link, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hasProcess, isDiskFull, readFreeSpace, startOf, tellFull } from '@rapporteur/postgres';

export interface DataFolder {
  readonly path: string;
  /** Writes down the address of the running server, so that other processes find it. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

/** What a running Rapporteur writes about itself in its data folder. */
export interface Holder {
  readonly pid: number;
  /**
   * When the process began, which tells it from a later process with the same id; absent on systems that do not
   * report this.
   */
  readonly start?: string;
  readonly url?: string;
}

/** DATA_DIR, or `.data` in the current folder. */
export const dataPath = (env: NodeJS.ProcessEnv): string => resolve(env['DATA_DIR'] || '.data');

/** The file of the owner's key: OWNER_KEY_FILE, or `owner.key` in the data folder. */
export const ownerKeyPath = (env: NodeJS.ProcessEnv): string =>
  resolve(env['OWNER_KEY_FILE'] || join(dataPath(env), 'owner.key'));

/** The file with the address of the running Rapporteur. Earlier releases had only this file to hold the folder. */
const announcementIn = (path: string) => join(path, 'running.json');
const holdIn = (path: string, number: number) => join(path, `hold-${number}.json`);

/** The numbers of the hold files in the folder, the highest first. */
async function listHolds(path: string): Promise<number[]> {
  const numbers = (await readdir(path)).flatMap((name) => /^hold-(\d+)\.json$/.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => b - a);
}

/**
 * The holder that a file names; undefined where the file is missing, empty (its process gave the folder up) or
 * not ours.
 */
async function read(file: string): Promise<Holder | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    return typeof holder?.pid === 'number' ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** The holder of a hold file, if its process still runs. In: the number of the file; undefined where there is none. */
async function readHolder(path: string, number: number | undefined): Promise<Holder | undefined> {
  const announced = await read(announcementIn(path));
  const held = number === undefined ? announced : await read(holdIn(path, number));
  if (!held) return undefined;
  const isHis = announced?.pid === held.pid && announced.start === held.start;
  const url = isHis ? announced?.url : undefined;
  const holder = { ...held, ...(url === undefined ? {} : { url }) };
  return (await isHolding(holder)) ? holder : undefined;
}

/** Whether the process that wrote a hold file still runs. Its process id may belong to another process by now. */
async function isHolding({ pid, start, url }: Holder): Promise<boolean> {
  if (pid === process.pid || !hasProcess(pid)) return false;
  const begun = await startOf(pid);
  if (begun !== undefined && start !== undefined) return begun === start;
  // Without the start of the process (an earlier release wrote the file, or the system does not report it),
  // what counts is whether it answers.
  if (url !== undefined) return answers(url);
  return (await startOf(process.pid)) === undefined;
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health/live`, { signal: AbortSignal.timeout(3000) }).then(
    async (answer) => ((await answer.json()) as { live?: unknown }).live === true,
    () => false,
  );

/** The running Rapporteur that holds a data folder, if any. */
export async function findHolder(path: string): Promise<Holder | undefined> {
  const [last] = await listHolds(path).catch((): number[] => []);
  return readHolder(path, last);
}

/** The address of the Rapporteur that holds the data folder now, if there is one. */
export async function findRunning(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  return (await findHolder(dataPath(env)))?.url;
}

/**
 * Takes the data folder for this process, by making the hold file with the next number. Only one process can
 * make it, because making a link fails where the name exists. The file with the highest number is never removed
 * or replaced, or two processes could make the same file one after the other.
 * Errors: another process holds the folder; the message says where it answers. A full disk.
 */
export async function takeDataFolder(env: NodeJS.ProcessEnv): Promise<DataFolder> {
  const path = dataPath(env);
  await mkdir(path, { recursive: true });
  const start = await startOf(process.pid);
  const self: Holder = { pid: process.pid, ...(start === undefined ? {} : { start }) };
  const fresh = join(path, `hold.${process.pid}.new`);
  const prepare = (holder: Holder) =>
    writeFile(fresh, JSON.stringify(holder), { mode: 0o600 }).catch(async (error: Error) => {
      throw isDiskFull(error) ? new Error(tellFull(path, (await readFreeSpace(path)) ?? 0)) : error;
    });
  const number = await prepare(self)
    .then(() => hold(path, fresh))
    .finally(() => rm(fresh, { force: true }));
  return {
    path,
    async announce(url) {
      await prepare({ ...self, url });
      await rename(fresh, announcementIn(path));
    },
    async release() {
      await rm(announcementIn(path), { force: true });
      await truncate(holdIn(path, number));
    },
  };
}

/** Makes the hold file with the next number, if the holder of the last one is gone. Out: its number. */
async function hold(path: string, fresh: string): Promise<number> {
  for (;;) {
    const holds = await listHolds(path);
    const holder = await readHolder(path, holds[0]);
    if (holder)
      throw new Error(
        `Rapporteur already runs on ${path} (process ${holder.pid}${holder.url ? `, ${holder.url}` : ''}). Stop it, or set DATA_DIR to another folder.`,
      );
    const number = (holds[0] ?? 0) + 1;
    try {
      await link(fresh, holdIn(path, number));
    } catch (error) {
      if ((error as { code?: string }).code === 'EEXIST') continue;
      throw error;
    }
    for (const file of [announcementIn(path), ...holds.map((earlier) => holdIn(path, earlier))])
      await rm(file, { force: true });
    return number;
  }
}
