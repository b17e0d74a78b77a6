/** Follows a file through the process that imports it, and explains in words why it failed, if it did. */
import type { ChildProcess } from 'node:child_process';
import { HttpProblem, type Watch } from '@rapporteur/http';
import type { ImportReport } from '../run/import-file.js';
import {
  fromImportError,
  toImportError,
  type ImportEnd,
  type ImportJob,
  type ImportNews,
  type ImportOrder,
} from './import-messages.js';
import type { OnProgress } from '../run/importing.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';

/** A process that imports files, and the end of its output on standard error. */
export interface Importer {
  readonly child: ChildProcess;
  words(): string;
}

export interface Following {
  readonly onProgress: OnProgress;
  /** Called before each commit. Errors: why nothing may be stored; the import ends with it. */
  readonly mayStore?: (() => void) | undefined;
  /** Called after each commit, also after one whose outcome is not known. */
  readonly wake: () => void;
  readonly watch?: Watch | undefined;
  /** How long a file may be read (ms). */
  readonly readWithinMs: number;
}

/**
 * Out: how the job ended. Errors, after each of which the process is gone: UnreadableFile where the file is the
 * cause, else HttpProblem.
 */
export async function followImport(
  { child, words }: Importer,
  job: ImportJob,
  { onProgress, mayStore, wake, watch, readWithinMs }: Following,
): Promise<ImportEnd> {
  let isReading = true;
  let isLate = false;
  /**
   * Ends the trace spans of the commit that is under way, and wakes the sequencer; undefined while there is no
   * commit.
   */
  let committed: ((error?: Error) => void) | undefined;
  const reading = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, readWithinMs);

  // An error of sending is ignored: if the process is gone, its `exit` event tells so.
  const order = (what: ImportOrder) => child.send(what, () => undefined);

  const hear = (news: Exclude<ImportNews, ImportEnd>) => {
    if (news.kind === 'progress') {
      if (news.phase !== 'reading') {
        isReading = false;
        clearTimeout(reading);
      }
      onProgress(news.phase, news.rows, news.of);
    } else if (news.kind === 'storing') {
      const spans = watch?.traces?.appending(news.events);
      committed = (error) => {
        spans?.end(error);
        wake();
        committed = undefined;
      };
      order(tryToStore(mayStore));
    } else if (news.kind === 'stored') {
      committed?.();
      watch?.imported(news.streams);
    } else if (news.kind === 'not-stored') committed?.(new Error(news.error));
  };
  let exited: (code: number | null, signal: string | null) => void = () => undefined;
  const ended = new Promise<ImportEnd>((done, fail) => {
    child.on('message', (news: ImportNews) => (isEnd(news) ? done(news) : hear(news)));
    exited = (code, signal) => {
      const why = signal ?? code;
      if (!isReading) fail(brokenOff(why));
      else if (isLate) fail(tooLong(readWithinMs));
      else if (isFull(code, signal)) fail(tooBig());
      else {
        watch?.failed(new Error(`the process that reads a file ended (${why}): ${words()}`));
        fail(fatal());
      }
    };
    child.once('exit', exited);
    order(job);
  });
  return ended.finally(() => {
    clearTimeout(reading);
    committed?.(new Error('the process ended'));
    child.removeAllListeners('message').off('exit', exited);
  });
}

function tryToStore(mayStore: (() => void) | undefined): ImportOrder {
  try {
    mayStore?.();
    return { kind: 'store' };
  } catch (error) {
    return { kind: 'do-not-store', error: toImportError(error) };
  }
}

const isEnd = (news: ImportNews): news is ImportEnd => ['result', 'refused', 'failed'].includes(news.kind);

const tooLong = (ms: number) =>
  new UnreadableFile(
    'too-large',
    `The file could not be read within ${Math.round(ms / 1000)} s. Nothing was stored: import it in parts.`,
  );

/** V8 ends a process with SIGABRT when its heap is full. Linux ends it with SIGKILL when there is no memory left. */
const isFull = (code: number | null, signal: string | null) =>
  signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134;

const tooBig = () =>
  new UnreadableFile(
    'too-large',
    'The file needs more memory than there is for it. Nothing was stored: import it in parts.',
  );

const fatal = () =>
  new UnreadableFile(
    'damaged',
    'The file ends the program that reads it, so it must be damaged. Nothing was stored: open it in a spreadsheet program, and save it anew.',
  );

const brokenOff = (why: string | number | null) =>
  new HttpProblem({
    status: 503,
    code: 'import-broken-off',
    title: `The import broke off (${why})`,
    detail: 'What it stored stays. Send the same file again: it goes on where this one stopped.',
    headers: { 'retry-after': '5' },
  });

/** Out: the report of a job. Errors: why there is none. */
export function toReport(end: ImportEnd): ImportReport | null {
  if (end.kind === 'result') return end.report;
  if (end.kind === 'refused') throw new UnreadableFile(end.code, end.message, end.extra);
  throw fromImportError(end.error);
}
