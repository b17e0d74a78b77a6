/** Imports files in separate processes: a file that fills the memory or takes long affects no other request. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Watch } from '@rapporteur/http';
import { followImport, toReport, type Importer } from './follow-import.js';
import type { ImportReport } from '../run/import-file.js';
import type { AgainRequest, ImportRequest, OnProgress } from '../run/importing.js';

/** The path is the same from the sources and from the build. */
const program = fileURLToPath(new URL('../../../import-process.mjs', import.meta.url));

/**
 * The size of the heap, in megabytes, at which V8 ends the process. The process refuses a file long before
 * (serve-imports.ts); this limit is for memory that is taken all at once.
 */
const heapMegabytes = 1536;
/**
 * The space for new objects (V8's semi-space), in megabytes. Rows are needed only briefly, and with more space
 * fewer of them are copied.
 */
const semiSpaceMegabytes = 32;
/** How long reading a file may take (ms). A million rows take some 10 s; a slow machine may take ten times as long. */
const readWithinMs = 120_000;
/** A process is kept for the next file if it takes no more memory than this, and for no longer than this. */
const keepAtMost = { bytes: 300 * 1024 ** 2, ms: 10_000 };

export interface ImportProcesses {
  /** Errors: UnreadableFile; HttpProblem; those of pg. */
  run(request: ImportRequest, onProgress: OnProgress): Promise<ImportReport>;
  /** Imports a kept file again by what was decided since; null: there is nothing to do. Errors: as run. */
  runAgain(request: AgainRequest): Promise<ImportReport | null>;
  /** Ends all processes, and the imports in them. */
  close(): void;
}

export interface ForkOptions {
  /** The address of the database. */
  readonly url: string;
  /** How long a statement is waited for (ms). */
  readonly answerWithinMs: number;
  /** Called before each commit. Errors: why nothing may be stored; the import ends with it. */
  readonly mayStore?: () => void;
  /** Called after each commit, also after one whose outcome is not known. */
  readonly wake: () => void;
  readonly watch?: Watch | undefined;
  /** How long a file may be read (ms); two minutes when not given. */
  readonly readWithinMs?: number;
}

export function forkImports(options: ForkOptions): ImportProcesses {
  const { url, answerWithinMs } = options;
  const children = new Set<ChildProcess>();
  /** The processes without a file, each with the timer that ends it unless a file comes before. */
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
        // Forgotten first: a killed process ends a moment later, and must not be given a file until then.
        forget(importer);
        importer.child.kill('SIGKILL');
      }, keepAtMost.ms),
    );

  const runAny = async (request: ImportRequest | AgainRequest, onProgress: OnProgress) => {
    const importer = await take();
    const following = { readWithinMs, ...options, onProgress };
    const end = await followImport(importer, { kind: 'job', url, answerWithinMs, request }, following);
    if (end.rss < keepAtMost.bytes) keep(importer);
    else importer.child.kill('SIGKILL');
    return toReport(end);
  };

  return {
    run: async (request, onProgress) => (await runAny(request, onProgress))!,
    runAgain: (request) => runAny(request, () => undefined),
    close() {
      for (const importer of idle.keys()) forget(importer);
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

function forkImporter(): Importer {
  const execArgv = process.execArgv.filter((option) => !option.startsWith('--inspect'));
  const child = fork(program, {
    execArgv: [
      ...execArgv,
      '--expose-gc',
      `--max-old-space-size=${heapMegabytes}`,
      `--max-semi-space-size=${semiSpaceMegabytes}`,
    ],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr!.on('data', (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-4000)));
  child.on('error', (error) => (words = `${words}${error.message}`));
  return { child, words: () => words };
}

/** Resolves when the process is ready for a job. Errors: the process ended before. */
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
