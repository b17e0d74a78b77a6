/** What the service and the processes that import files for it tell one another. */
import type { ImportReport } from '../run/import-file.js';
import type { ImportRequest, Phase } from '../run/importing.js';
import type { UnreadableCode } from '../table/unreadable-file.js';

/** To the process: a file to import; and for each commit whether it may store, or why it may not. */
export type ImportOrder =
  ImportJob | { readonly kind: 'store' } | { readonly kind: 'do-not-store'; readonly error: ImportError };

/** An error, as far as it can be sent. */
export interface ImportError {
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

export interface ImportJob {
  readonly kind: 'job';
  /** Of the database. */
  readonly url: string;
  /** How long a statement is waited for (ms). */
  readonly answerWithinMs: number;
  readonly request: ImportRequest;
}

/** What is told of an event whose request is traced. */
export interface TracedHead {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly meta: unknown;
}

/** Where a job ended: it has all that there is to say, and with how many bytes the process was left. */
export type ImportEnd = { readonly rss: number } & (
  | { readonly kind: 'result'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly code: UnreadableCode; readonly message: string }
  | { readonly kind: 'failed'; readonly error: ImportError }
);

/** From the process: first that it is ready, then of each job how far it is, and where it ended. */
export type ImportNews =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'progress';
      readonly phase: Phase;
      readonly rows: number;
      readonly of: number | undefined;
    }
  /** It is about to store, and waits for the word. */
  | { readonly kind: 'storing'; readonly events: readonly TracedHead[] }
  | { readonly kind: 'stored'; readonly streams: number }
  | { readonly kind: 'not-stored'; readonly error: string }
  | ImportEnd;

export const toImportError = (error: unknown): ImportError => {
  const { message, code, stack } = error as Error & { code?: string };
  return { message, code, stack };
};

export const fromImportError = (error: ImportError): Error => Object.assign(new Error(error.message), error);
