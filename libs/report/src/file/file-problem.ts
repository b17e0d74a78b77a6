/** What is wrong with a report file. */

/** One thing that is wrong with a file: where, what, and what was expected. Lines and columns count from 1. */
export interface FileProblem {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly expected?: string;
}
