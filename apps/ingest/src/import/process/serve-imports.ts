/** Runs in the process that imports files: whatever a file does to that process, the service goes on. */
import { writeFile } from 'node:fs/promises';
import { openPlannedPool } from '@rapporteur/postgres';
import { appendTogether } from '../run/append-together.js';
import { importAgain } from '../run/import-again.js';
import { importFile } from '../run/import-file.js';
import {
  fromImportError,
  toImportError,
  type ImportJob,
  type ImportNews,
  type ImportOrder,
  type TracedHead,
} from './import-messages.js';
import type { Importing, OnProgress } from '../run/importing.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';

const megabyte = 1024 ** 2;
/**
 * Limits in bytes. `heap`: above this the garbage is collected. `alive`: above this after the collection the
 * file is refused. `process`: for the whole process, with its memory outside of the heap. A million rows need
 * some 400 MB.
 */
const memoryLimits = { alive: 1024 * megabyte, heap: 1280 * megabyte, process: 1800 * megabyte };
const lookEveryMs = 100;
const tellEveryMs = 100;

const tell = (news: ImportNews): void => void process.send!(news);

/** Refuses a file that needs too much memory, before the heap is full: V8 would end the process without an answer. */
function watchMemory(): NodeJS.Timeout {
  const isOver = (heap: number) =>
    process.memoryUsage().heapUsed > heap || process.memoryUsage.rss() > memoryLimits.process;
  return setInterval(() => {
    if (!isOver(memoryLimits.heap)) return;
    globalThis.gc?.();
    if (!isOver(memoryLimits.alive)) return;
    const message = `The file needs more memory than an import may take (${memoryLimits.alive / megabyte} MB). Import it in parts, as rounds or collections of their own.`;
    tellLast({ kind: 'refused', code: 'too-large', message, rss: process.memoryUsage.rss() });
  }, lookEveryMs);
}

/** Sends a last message, and ends the process. */
function tellLast(news: ImportNews): void {
  process.send!(news, () => process.exit(1));
}

/** Waits until the service allows the commit. Errors: why nothing may be stored. */
const mayStore = () =>
  new Promise<void>((done, fail) =>
    process.once('message', (order: ImportOrder) =>
      order.kind === 'do-not-store' ? fail(fromImportError(order.error)) : done(),
    ),
  );

/**
 * Asks the service for permission, stores, and tells the service, which then wakes the sequencer and ends the
 * trace spans.
 */
const makeAppend =
  (traceparent?: string): Importing['append'] =>
  async (client, appends, needed) => {
    const events: TracedHead[] = appends.flatMap(({ stream, events }) =>
      traceparent === undefined
        ? []
        : events.map(({ id, type }) => ({ id, type, stream, meta: { traceparent } })),
    );
    tell({ kind: 'storing', events });
    try {
      await mayStore();
      const stored = await appendTogether(client, appends, needed);
      tell({ kind: 'stored', streams: stored.size });
      return stored;
    } catch (error) {
      tell({ kind: 'not-stored', error: (error as Error).message });
      throw error;
    }
  };

/** As makeAppend, for work that stores no events. */
async function store(work: () => Promise<void>): Promise<void> {
  tell({ kind: 'storing', events: [] });
  try {
    await mayStore();
    await work();
    tell({ kind: 'stored', streams: 0 });
  } catch (error) {
    tell({ kind: 'not-stored', error: (error as Error).message });
    throw error;
  }
}

async function runJob({ url, answerWithinMs, request }: ImportJob): Promise<void> {
  const pool = openPlannedPool(url, 1, 'rapporteur-import', answerWithinMs);
  let [last, told] = ['', 0];
  try {
    const onProgress: OnProgress = (phase, rows, of) => {
      const now = performance.now();
      if (phase === last && rows !== of && now - told < tellEveryMs) return;
      [last, told] = [phase, now];
      tell({ kind: 'progress', phase, rows, of });
    };
    const importing = (traceparent?: string) => ({ pool, append: makeAppend(traceparent), store });
    const report = await ('again' in request
      ? importAgain(importing(), request, onProgress)
      : importFile(importing(request.traceparent), request, onProgress));
    tell({ kind: 'result', report, rss: process.memoryUsage.rss() });
  } catch (error) {
    if (error instanceof UnreadableFile) {
      const { code, message, extra } = error;
      return tell({ kind: 'refused', code, message, extra, rss: process.memoryUsage.rss() });
    }
    tell({ kind: 'failed', error: toImportError(error), rss: process.memoryUsage.rss() });
  } finally {
    await pool.end();
  }
}

/** Takes jobs from the service that forked this process, one after the other, and ends with it. */
export function serveImports(): void {
  // When the machine runs out of memory, Linux shall end this process rather than the service or PostgreSQL.
  void writeFile('/proc/self/oom_score_adj', '500').catch(() => undefined);
  process.on('disconnect', () => process.exit(0));
  process.on('message', (order: ImportOrder) => {
    if (order.kind !== 'job') return;
    const watching = watchMemory();
    void runJob(order).finally(() => clearInterval(watching));
  });
  tell({ kind: 'ready' });
}
