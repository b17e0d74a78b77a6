/** Reads the text of a document in a process of its own, which ends when it takes too long or too much memory. */
import type { DocumentText } from '@rapporteur/domain';
import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Media } from '../media-type.js';
import type { WhyUnreadable } from './unreadable-document.js';

export interface ExtractionRequest {
  readonly path: string;
  readonly kind: Media;
}

/** The text of a document, or why there is none. */
export type Extracted =
  | { readonly text: DocumentText }
  | { readonly problem: { readonly code: WhyUnreadable; readonly message: string } };

/** The path is the same from the sources and from the build. */
const program = fileURLToPath(new URL('../../extract-process.mjs', import.meta.url));

/** Of the heap, at which V8 ends the process; and of all its memory, which is looked at while it runs. */
export const extractionLimits = { ms: 60_000, heapMegabytes: 768, residentMegabytes: 1536 };
const lookEveryMs = 250;

/** Reading waits for its turn: two at a time take no more memory than that of two. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Errors: none of the document's; what is wrong with it is part of the answer. */
export async function extractInProcess(
  request: ExtractionRequest,
  limits: typeof extractionLimits = extractionLimits,
): Promise<Extracted> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await extract(request, limits);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const failed = (code: WhyUnreadable, message: string): Extracted => ({ problem: { code, message } });

function extract(request: ExtractionRequest, limits: typeof extractionLimits): Promise<Extracted> {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
    // A document may tell the process to write anything: nobody reads it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: {},
  });
  return new Promise<Extracted>((resolve) => {
    const end = (extracted: Extracted) => {
      clearTimeout(timer);
      clearInterval(look);
      child.kill('SIGKILL');
      resolve(extracted);
    };
    const timer = setTimeout(
      () => end(failed('took-too-long', `Reading its text took over ${limits.ms / 1000} seconds.`)),
      limits.ms,
    );
    const tooMuch = () =>
      end(failed('too-much-memory', `Reading its text took over ${limits.heapMegabytes} MB of memory.`));
    const look = setInterval(() => {
      void residentMegabytes(child.pid).then((now) => now > limits.residentMegabytes && tooMuch());
    }, lookEveryMs);
    child.once('message', (extracted: Extracted) => end(extracted));
    child.once('error', (error) => end(failed('damaged', error.message)));
    // V8 ends a process whose heap is full by SIGABRT.
    child.once('exit', (code, signal) =>
      signal === 'SIGABRT' || code === 134
        ? tooMuch()
        : end(failed('damaged', 'The program that reads its text broke off.')),
    );
    child.send(request, () => undefined);
  });
}

/** Linux tells it; elsewhere the limit of the heap has to do. */
const residentMegabytes = (pid: number | undefined): Promise<number> =>
  readFile(`/proc/${pid}/statm`, 'utf8').then(
    (text) => (Number(text.split(' ')[1]) * 4096) / 1024 ** 2,
    () => 0,
  );
