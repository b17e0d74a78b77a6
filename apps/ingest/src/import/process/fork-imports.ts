/** Imports files in processes of their own: a file may fill their memory or hold them up, and nobody else notices. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Watch } from '@rapporteur/http';
import { followImport, toReport, type Importer } from './follow-import.js';
import type { ImportReport } from '../run/import-file.js';
import type { ImportRequest, OnProgress } from '../run/importing.js';

/** The same file seen from the sources and from the build. */
const program = fileURLToPath(new URL('../../../import-process.mjs', import.meta.url));

/** Megabytes at which V8 ends the process. It looks itself long before; this is for what comes all at once. */
const heap = 1536;
/** Megabytes of what has just been made: rows come and go, and with more room fewer of them are looked at twice. */
const young = 32;
/** A million rows take some 10 s; a slow machine has ten times as long. */
const readWithinMs = 120_000;
/** A process that is kept for the next file takes no more memory than this, and is kept no longer. */
const kept = { bytes: 300 * 1024 ** 2, ms: 10_000 };

export interface ImportProcesses {
  /** Errors: UnreadableFile; HttpProblem; those of pg. */
  run(request: ImportRequest, onProgress: OnProgress): Promise<ImportReport>;
  /** Ends all processes, and the imports in them. */
  close(): void;
}

export interface ForkOptions {
  /** Of the database. */
  readonly url: string;
  /** How long a statement is waited for (ms). */
  readonly answerWithinMs: number;
  /** Called before each commit. Errors: why nothing may be stored; the import ends with it. */
  readonly mayStore?: () => void;
  /** Called when events were stored, or may have been. */
  readonly wake: () => void;
  readonly watch?: Watch | undefined;
  /** How long a file may be read (ms); two minutes when not given. */
  readonly readWithinMs?: number;
}

export function forkImports(options: ForkOptions): ImportProcesses {
  const { url, answerWithinMs } = options;
  const children = new Set<ChildProcess>();
  /** With when they end, unless there is a file for them before. */
  const idle = new Map<Importer, NodeJS.Timeout>();

  const forget = (importer: Importer) => {
    clearTimeout(idle.get(importer));
    idle.delete(importer);
  };

  const start = async (): Promise<Importer> => {
    const importer = forkImporter();
    const { child } = importer;
    children.add(child);
    child.once('exit', () => {
      children.delete(child);
      forget(importer);
    });
    await ready(importer);
    return importer;
  };

  const take = async (): Promise<Importer> => {
    for (const importer of idle.keys()) {
      forget(importer);
      if (importer.child.connected) return importer;
    }
    return start();
  };

  const keep = (importer: Importer) =>
    idle.set(
      importer,
      setTimeout(() => {
        // One that is killed ends a moment later: nobody is given it meanwhile.
        forget(importer);
        importer.child.kill('SIGKILL');
      }, kept.ms),
    );

  return {
    async run(request, onProgress) {
      const importer = await take();
      const following = { readWithinMs, ...options, onProgress };
      const end = await followImport(importer, { kind: 'job', url, answerWithinMs, request }, following);
      if (end.rss < kept.bytes) keep(importer);
      else importer.child.kill('SIGKILL');
      return toReport(end);
    },
    close() {
      for (const importer of idle.keys()) forget(importer);
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

function forkImporter(): Importer {
  const execArgv = process.execArgv.filter((option) => !option.startsWith('--inspect'));
  const child = fork(program, {
    execArgv: [...execArgv, '--expose-gc', `--max-old-space-size=${heap}`, `--max-semi-space-size=${young}`],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr!.on('data', (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-4000)));
  child.on('error', (error) => (words = `${words}${error.message}`));
  return { child, words: () => words };
}

/** Errors: the process ended before it was. */
async function ready({ child, words }: Importer): Promise<void> {
  await new Promise<void>((done, fail) => {
    const ended = (code: number | null, signal: string | null) =>
      fail(new Error(`the process that imports files did not start (${signal ?? code}): ${words()}`));
    child.once('message', () => {
      child.off('exit', ended);
      done();
    });
    child.once('exit', ended);
    child.once('error', fail);
  });
}
