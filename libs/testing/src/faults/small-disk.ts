/** A real file system of some megabytes that can be filled up, for what happens when a disk is full. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, rmdirSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MB = 1024 * 1024;

export interface SmallDisk {
  readonly path: string;
  /** Fills the disk with a file, except for this many megabytes. */
  fill(butForMb: number): void;
  /** Removes what `fill` wrote. */
  free(): void;
  /** Bytes that are left. */
  readonly left: number;
  close(): void;
}

/** Mounts one. Errors: this process may mount nothing. */
export function mountSmallDisk(sizeMb: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'rapporteur-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=0755`, 'tmpfs', path], { stdio: 'pipe' });
  const left = () => {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  };
  let fillers = 0;
  const file = (number: number) => join(path, `filler-${number}`);
  return {
    path,
    get left() {
      return left();
    },
    fill(butForMb) {
      // Fills to the last byte: where less than a whole block fits, that much is written.
      while (left() > butForMb * MB) {
        const bytes = Math.min(MB, left() - butForMb * MB);
        writeFileSync(file((fillers += 1)), Buffer.alloc(bytes));
      }
    },
    free() {
      for (; fillers > 0; fillers -= 1) rmSync(file(fillers), { force: true });
    },
    close() {
      execFileSync('umount', ['-l', path]);
      rmdirSync(path);
    },
  };
}

/**
 * Whether a small disk can be mounted here, which takes root on Linux; if not, a line says so and the tests count as
 * skipped. With CI set they may not be skipped: then it is true, and they fail.
 */
export function canMountDisk(): boolean {
  if (process.env['CI']) return true;
  try {
    mountSmallDisk(1).close();
    return true;
  } catch (error) {
    process.stderr.write(
      `Tests of a full disk are skipped: it cannot be mounted here (${(error as Error).message.trim()}).\n`,
    );
    return false;
  }
}
