/** Runs one piece of work on a document in a process of its own, which ends when it takes too long or too much memory. */
import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { WhyUnreadable } from './unreadable-document.js';

/** Of the heap, at which V8 ends the process; and of all its memory, which is looked at while it runs. */
export interface ProcessLimits {
  readonly ms: number;
  readonly heapMegabytes: number;
  readonly residentMegabytes: number;
}

export interface Problem {
  readonly problem: { readonly code: WhyUnreadable; readonly message: string };
}

const lookEveryMs = 250;
const failed = (code: WhyUnreadable, message: string): Problem => ({ problem: { code, message } });

/**
 * In: the path of a program that gets the request as a message and answers by one; the limits; what is being done, for the
 * answer. Out: its answer. Errors: none of the document's; what is wrong with it is part of the answer.
 */
export function runProcess<Answer>(
  program: string,
  request: object,
  limits: ProcessLimits,
  doing: string,
): Promise<Answer | Problem> {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
    // A document may tell the process to write anything: nobody reads it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: {},
  });
  return new Promise((resolve) => {
    const end = (answer: Answer | Problem) => {
      clearTimeout(timer);
      clearInterval(look);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const timer = setTimeout(
      () => end(failed('took-too-long', `${doing} took over ${limits.ms / 1000} seconds.`)),
      limits.ms,
    );
    const tooMuch = () =>
      end(failed('too-much-memory', `${doing} took over ${limits.heapMegabytes} MB of memory.`));
    const look = setInterval(() => {
      void residentMegabytes(child.pid).then((now) => now > limits.residentMegabytes && tooMuch());
    }, lookEveryMs);
    child.once('message', (answer: Answer) => end(answer));
    child.once('error', (error) => end(failed('damaged', error.message)));
    // V8 ends a process whose heap is full by SIGABRT.
    child.once('exit', (code, signal) =>
      signal === 'SIGABRT' || code === 134
        ? tooMuch()
        : end(failed('damaged', `The program broke off: ${doing.toLowerCase()}.`)),
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
