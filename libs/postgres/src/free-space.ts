/** How much room the disk under a folder has left, and who is told when it gets short. */
import { statfs } from 'node:fs/promises';

const MB = 1024 * 1024;

/**
 * Below this nothing more is taken in (bytes). PostgreSQL ends altogether when it cannot begin a file of its write-ahead
 * log, which is 16 MB long: there is room for two of them then, for what has been taken in to be carried through.
 */
export const isFullBelow = 32 * MB;

/** Below this a person is warned: 500 MB, or 5 % of a small disk, and in any case before it is full. */
const isLowBelow = (size: number) => Math.max(2 * isFullBelow, Math.min(500 * MB, size / 20));

/** A warning ends only with so much more room than it began with: what is free goes up and down with every file. */
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

/** There is no room for what was to be stored: nothing of it is. */
export class DiskFull extends Error {
  override name = 'DiskFull';
  readonly code = 'ENOSPC';
}

/** Whether an error means that a disk is full: PostgreSQL's (disk_full), the system's, or ours. */
export const isDiskFull = (error: unknown): boolean =>
  ['53100', 'ENOSPC'].includes((error as { code?: string } | undefined)?.code ?? '');

/** Hundreds of replies a second need no look each. */
const lookAgainAfterMs = 20;

export interface SpaceWatch {
  /** Whether there is room to take in more, as of the last look; asking has it looked at again. */
  readonly hasRoom: boolean;
  close(): void;
}

type Room = 'enough' | 'low' | 'full';

/**
 * Looks at the disk under a folder, and tells in a sentence each time it gets low, full, or has room again.
 * In: the folder, who is told, and how often it is looked at where nobody asks (ms).
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
    // A file system that hangs is asked once.
    if (isLooking || performance.now() - lookedAt < lookAgainAfterMs) return;
    isLooking = true;
    void look().finally(() => ([isLooking, lookedAt] = [false, performance.now()]));
  };
  lookInTurn();
  const timer = setInterval(lookInTurn, everyMs).unref();
  return {
    get hasRoom() {
      // A second of an import may be all that is left: whoever stores has it looked at.
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
