/** Keeps the embedded PostgreSQL running: starts it again if it ends unasked, and tells the user. */
import { open, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedServer, ServerDidNotStart } from './embedded-server.js';
import { isFullBelow, readFreeSpace, tellFull } from './free-space.js';

export interface ServerKeeper {
  /** Resolves, with a sentence that says why, when PostgreSQL cannot be brought back; nothing is tried any more then. */
  readonly lost: Promise<ServerLost>;
  /**
   * Ends the watch: nothing is started afterwards. A start under way goes on until `stop` of the server ends
   * it.
   */
  close(): void;
}

/** The embedded PostgreSQL cannot be started again. */
export class ServerLost extends Error {
  override name = 'ServerLost';
}

export interface KeeperOptions {
  /** Told in sentences what has happened and what to do. */
  readonly say: (line: string) => void;
  /** How long to try to start PostgreSQL again (ms); 10 minutes when not given. A full disk is waited for. */
  readonly tryForMs?: number;
}

const lookEveryMs = 500;
const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** What PostgreSQL writes when its files are damaged, so that another start would fail too. */
const hopeless =
  /(incorrect checksum in control file|could not (?:open|read) file "global\/pg_control"|invalid (?:primary )?checkpoint record|could not locate a (?:valid|required) checkpoint record|invalid data in file "PG_VERSION"|database files are incompatible with server|(?:is not|not) a valid data directory|data directory ".*" (?:does not exist|has (?:wrong ownership|invalid permissions))|requested timeline .* is not a child of this server's history)/;

/** What PostgreSQL writes while child processes of the ended server still run and hold its shared memory. */
const orphaned = /pre-existing shared memory block/;
const outOfSpace = /No space left on device|Disk quota exceeded/;

/** Watches over a server that has been started. */
export function keepServer(server: EmbeddedServer, options: KeeperOptions): ServerKeeper {
  const closing = new AbortController();
  const { signal } = closing;
  const watch = async (): Promise<ServerLost> => {
    let lost: ServerLost | undefined;
    let from = await sizeOf(server.logFile);
    while (!lost) {
      await pause(lookEveryMs, signal);
      if (signal.aborted) return new Promise(() => undefined);
      if (await server.isRunning()) continue;
      lost = await bringBack(server, await readEnd(server.logFile, from), options, signal);
      from = await sizeOf(server.logFile);
    }
    return lost;
  };
  return { lost: watch(), close: () => closing.abort() };
}

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);

const minutes = (ms: number) => `${Math.round(ms / 60_000)} minutes`;

/**
 * Starts the server again. In: what it wrote before it ended.
 * Out: why it cannot be started; undefined once it runs, or when the keeper is closed.
 */
async function bringBack(
  server: EmbeddedServer,
  written: string,
  { say, tryForMs = 600_000 }: KeeperOptions,
  signal: AbortSignal,
): Promise<ServerLost | undefined> {
  const began = performance.now();
  const free = await readFreeSpace(server.folder);
  say(tellEnd(server, written, free));
  let told = outOfSpace.test(written) ? 'full' : '';
  let since = began;
  for (let [ms, orphansMet] = [firstPauseMs, 0]; !signal.aborted; ms = Math.min(2 * ms, longestPauseMs)) {
    const failure = await server.restart().then(
      () => undefined,
      (error: Error) => error,
    );
    if (signal.aborted) break;
    if (!failure) {
      say(`PostgreSQL is back after ${Math.max(1, Math.round((performance.now() - began) / 1000))} s.`);
      break;
    }
    const why = (failure as Partial<ServerDidNotStart>).written ?? failure.message;
    const reason = lastReason(why) ?? failure.message.split('\n')[0]!;
    if (hopeless.test(why)) return new ServerLost(tellBroken(server, reason));
    const room = await readFreeSpace(server.folder);
    const isFull = outOfSpace.test(why) || (room !== undefined && room < isFullBelow);
    if (isFull) since = performance.now();
    if (performance.now() - since > tryForMs) return new ServerLost(tellGivenUp(server, reason, tryForMs));
    if (orphaned.test(why) && (orphansMet += 1) > 1) await server.endOrphans();
    const state = isFull ? 'full' : reason;
    // Nothing is said of child processes that are still ending: nobody can do anything about them.
    if (state !== told && !orphaned.test(why)) {
      told = state;
      say(
        isFull
          ? `${tellFull(server.folder, room ?? 0)} PostgreSQL starts again once there is room.`
          : `PostgreSQL does not start (${reason}); it is tried again for ${minutes(tryForMs)} at most.`,
      );
    }
    await pauseForRoom(ms, isFull, server.folder, signal);
  }
  return undefined;
}

/** Waits for `ms`; where the disk was full, only until there is space. */
async function pauseForRoom(ms: number, isFull: boolean, folder: string, signal: AbortSignal): Promise<void> {
  const until = performance.now() + ms;
  while (!signal.aborted && performance.now() < until) {
    await pause(Math.min(1000, until - performance.now()), signal);
    if (isFull && ((await readFreeSpace(folder)) ?? 0) >= isFullBelow) return;
  }
}

const lastReason = (written: string) => [...written.matchAll(/(?:FATAL|PANIC): +(.+)$/gm)].at(-1)?.[1];

function tellEnd(server: EmbeddedServer, written: string, free: number | undefined): string {
  if (outOfSpace.test(written))
    return `${tellFull(server.folder, free ?? 0)} PostgreSQL has ended for want of it, and is being started again.`;
  const panic = /PANIC: +(.+)$/m.exec(written)?.[1];
  const why = panic ?? (/received \w+ shutdown request/.test(written) ? 'told to stop' : 'killed');
  return `PostgreSQL was ended ${panic ? 'by itself' : 'from outside'} (${why}); it is being started again, nothing that was answered is lost.`;
}

const tellBroken = ({ folder, logFile }: EmbeddedServer, reason: string) =>
  `PostgreSQL cannot start again (${reason}): its files in ${folder} are damaged, and trying again is of no use. ` +
  `Keep a copy of that folder, look into ${logFile}, and go on with a backup of it in DATA_DIR.`;

const tellGivenUp = ({ logFile }: EmbeddedServer, reason: string, tryForMs: number) =>
  `PostgreSQL could not be started again within ${minutes(tryForMs)} (${reason}). Look into ${logFile}, mend what it ` +
  'names, and start Rapporteur again: nothing that was answered is lost.';

const sizeOf = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** How much of the end of a log is read (bytes): older lines do not say why the server ended. */
const endBytes = 4096;

async function readEnd(file: string, from: number): Promise<string> {
  const log = await open(file).catch(() => undefined);
  if (!log) return '';
  try {
    const { size } = await log.stat();
    const start = Math.max(from, size - endBytes);
    const { buffer, bytesRead } = await log.read({ buffer: Buffer.alloc(endBytes), position: start });
    return buffer.subarray(0, bytesRead).toString();
  } finally {
    await log.close();
  }
}
