/** After a decision the files that rows wait in are imported again, one after the other, until none is behind. */
import { HttpProblem } from '@rapporteur/http';
import { isDatabaseAway, makeWakeUp } from '@rapporteur/postgres';
import type pg from 'pg';
import type { ImportProcesses } from '../process/fork-imports.js';
import type { ImportQueue } from '../process/import-queue.js';
import { findOutdated, saveProblem, type Outdated } from '../run/word-records.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';

export interface Following {
  /** To be called when something was decided. */
  wake(): void;
  close(): Promise<void>;
}

export interface FollowOptions {
  readonly pool: pg.Pool;
  readonly queue: ImportQueue;
  readonly runAgain: ImportProcesses['runAgain'];
  readonly onError: (error: Error) => void;
}

/**
 * How often it is looked whether another process has stored a decision, or one was stored while a file was imported
 * (ms).
 */
const lookEveryMs = 5000;

/**
 * What there is to do is read from the tables each time: so it is done after a restart too, and once for many
 * decisions.
 */
export function followDecisions(options: FollowOptions): Following {
  const closing = new AbortController();
  const wakeUp = makeWakeUp();
  const follow = async () => {
    while (!closing.signal.aborted) {
      await followAll(options, closing.signal).catch((error: Error) => {
        if (!closing.signal.aborted && !isDatabaseAway(error)) options.onError(error);
      });
      await wakeUp.wait(lookEveryMs, closing.signal);
    }
  };
  const ended = follow();
  return {
    wake: () => wakeUp.call(),
    async close() {
      closing.abort();
      await ended;
    },
  };
}

async function followAll({ pool, queue, runAgain }: FollowOptions, signal: AbortSignal): Promise<void> {
  for (const outdated of await findOutdated(pool)) {
    if (signal.aborted) return;
    const ticket = queue.enter();
    try {
      await ticket.turn(outdated.collection, () => undefined, signal);
      const { file, collection, round } = outdated;
      await runAgain({ again: true, file, collection, round, recordedAt: new Date().toISOString() });
    } catch (error) {
      await noteProblem(pool, outdated, error);
    } finally {
      ticket.leave();
    }
  }
}

/** A file that cannot be read is not tried again; what may pass by itself is. */
async function noteProblem(pool: pg.Pool, outdated: Outdated, error: unknown): Promise<void> {
  const passes =
    error instanceof UnreadableFile ? error.code === 'bad-request' : error instanceof HttpProblem;
  if (passes) return;
  if (!(error instanceof UnreadableFile)) throw error;
  await saveProblem(pool, outdated, error.message);
}
