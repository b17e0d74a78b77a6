/** How much space the disk of a folder has left, and warnings when it gets short. */
import { statfs } from 'node:fs/promises';

const MB = 1024 * 1024;

/**
 * Below this (bytes) no new data are accepted. PostgreSQL ends when it cannot create a file of its write-ahead
 * log, which has 16 MB. The limit leaves space for two such files, so that work that was accepted can be
 * completed.
 */
export const isFullBelow = 32 * MB;

/** Below this the user is warned: 500 MB, or 5 % of a small disk, and in any case before the disk is full. */
const isLowBelow = (size: number) => Math.max(2 * isFullBelow, Math.min(500 * MB, size / 20));

/**
 * A warning ends only when the free space is this many times its limit. Free space goes up and down with every
 * file; the warning should not.
 */
const slack = 1.25;

/** Bytes that an ordinary user may still write under a folder; undefined where the system does not say. */
export const readFreeSpace = (folder: string): Promise<number | undefined> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );

const write = (bytes: number) => `${Math.floor(bytes / MB)} MB free`;

/** In: the folder, and the bytes that are left. */
export const tellFull = (folder: string, free: number) =>
  `The disk of DATA_DIR (${folder}) is full (${write(free)}): free some space; nothing that was answered is lost.`;

/** The disk has no space for what was to be stored; nothing of it is stored. */
export class DiskFull extends Error {
  override name = 'DiskFull';
  readonly code = 'ENOSPC';
}

/** Whether an error means that a disk is full: PostgreSQL's (disk_full), the system's, or ours. */
export const isDiskFull = (error: unknown): boolean =>
  ['53100', 'ENOSPC'].includes((error as { code?: string } | undefined)?.code ?? '');

/** The shortest time between two looks (ms): with hundreds of replies a second, not each needs one. */
const lookAgainAfterMs = 20;

export interface SpaceWatch {
  /** Whether there was space for more at the last look; reading this property starts a new look. */
  readonly hasRoom: boolean;
  close(): void;
}

type Room = 'enough' | 'low' | 'full';

/**
 * Watches the disk of a folder; says a sentence each time it becomes low or full, or has space again.
 * In: the folder, the function that is given the sentence, and how often to look while nobody asks (ms).
 */
export function watchSpace(folder: string, say: (line: string) => void, everyMs = 1000): SpaceWatch {
  let room: Room = 'enough';
  const look = async () => {
    const found = await statfs(folder).catch(() => undefined);
    if (!found) return;
    const free = found.bavail * found.bsize;
    const now = toRoom(free, found.blocks * found.bsize, room);
    if (now !== room) say(tellRoom(folder, free, now, room));
    room = now;
  };
  let [isLooking, lookedAt] = [false, -Infinity];
  const lookInTurn = () => {
    // A file system that does not answer is not asked a second time meanwhile.
    if (isLooking || performance.now() - lookedAt < lookAgainAfterMs) return;
    isLooking = true;
    void look().finally(() => ([isLooking, lookedAt] = [false, performance.now()]));
  };
  lookInTurn();
  const timer = setInterval(lookInTurn, everyMs).unref();
  return {
    get hasRoom() {
      // An import can fill the rest of the disk within a second, so each question starts a look.
      lookInTurn();
      return room !== 'full';
    },
    close: () => clearInterval(timer),
  };
}

function toRoom(free: number, size: number, before: Room): Room {
  if (free < isFullBelow * (before === 'full' ? slack : 1)) return 'full';
  return free < isLowBelow(size) * (before === 'enough' ? 1 : slack) ? 'low' : 'enough';
}

function tellRoom(folder: string, free: number, now: Room, before: Room): string {
  const disk = `The disk of DATA_DIR (${folder})`;
  if (now === 'full')
    return `${tellFull(folder, free)} Reads go on, replies are refused until there is room.`;
  if (now === 'enough') return `${disk} has room again (${write(free)}).`;
  if (before === 'full') return `${disk} has some room again (${write(free)}): replies are taken.`;
  return `${disk} is nearly full (${write(free)}): free some space; below ${isFullBelow / MB} MB replies are refused.`;
}
