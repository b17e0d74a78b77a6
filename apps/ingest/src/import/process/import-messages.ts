/** The messages between the service and the processes that import files for it. */
import type { ImportReport } from '../run/import-file.js';
import type { AgainRequest, ImportRequest, Phase } from '../run/importing.js';
import type { UnreadableCode, UnreadableFile } from '../kinds/unreadable-file.js';

/**
 * From the service to the process: a file to import, and before each commit whether it may store, or why it may
 * not.
 */
export type ImportOrder =
  ImportJob | { readonly kind: 'store' } | { readonly kind: 'do-not-store'; readonly error: ImportError };

/** The parts of an error that can be sent to another process. */
export interface ImportError {
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

export interface ImportJob {
  readonly kind: 'job';
  /** The address of the database. */
  readonly url: string;
  /** How long a statement is waited for (ms). */
  readonly answerWithinMs: number;
  readonly request: ImportRequest | AgainRequest;
}

/** The parts of an event that its trace needs; sent only where the request is traced. */
export interface TracedHead {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly meta: unknown;
}

/** How a job ended, and how many bytes of memory the process holds after it. */
export type ImportEnd = { readonly rss: number } &
  /** Null where there was nothing to import again. */
  (
    | { readonly kind: 'result'; readonly report: ImportReport | null }
    | {
        readonly kind: 'refused';
        readonly code: UnreadableCode;
        readonly message: string;
        readonly extra?: UnreadableFile['extra'];
      }
    | { readonly kind: 'failed'; readonly error: ImportError }
  );

/** From the process to the service: first that it is ready, then how far each job is, and how it ended. */
export type ImportNews =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'progress';
      readonly phase: Phase;
      readonly rows: number;
      readonly of: number | undefined;
    }
  /** It is about to store, and waits for the order `store` or `do-not-store`. */
  | { readonly kind: 'storing'; readonly events: readonly TracedHead[] }
  | { readonly kind: 'stored'; readonly streams: number }
  | { readonly kind: 'not-stored'; readonly error: string }
  | ImportEnd;

export const toImportError = (error: unknown): ImportError => {
  const { message, code, stack } = error as Error & { code?: string };
  return { message, code, stack };
};

export const fromImportError = (error: ImportError): Error => Object.assign(new Error(error.message), error);
