/** Removes the folders of uploads that a killed process has left behind. */
import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uploadPrefix } from '../table/upload-prefix.js';

/**
 * From which age a folder counts as left behind (ms): longer than any file waits and is imported, since another
 * process may still use it.
 */
const oldAfterMs = 6 * 3_600_000;

/** In: the folder to look into, and the time. Out: how many were removed. Only old folders of our own are. */
export async function removeLeftovers(folder = tmpdir(), now = Date.now()): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!name.startsWith(uploadPrefix) || !(await isLeft(path, now))) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

/** Whether it is a folder of this user in which nothing has been written for long. */
async function isLeft(path: string, now: number): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) return false;
  const file = await lstat(join(path, 'file')).catch(() => found);
  return now - Math.max(found.mtimeMs, file.mtimeMs) > oldAfterMs;
}
