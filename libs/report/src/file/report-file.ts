/** A report as the text file that people edit, once it has been read: head, text with claims, and what is wrong with it. */
import type { Node, Root } from 'mdast';
import type { ClaimKind } from '../claims/claim-kind.js';
import type { FileProblem } from './file-problem.js';
import type { FrontMatter } from './front-matter.js';
import type { ClaimQuery } from '../document/manifest.js';

export type { FileProblem };

/** Where a part of the file begins. */
export const placeOf = ({ position }: Node): Pick<FileProblem, 'line' | 'column'> => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
});

/** A claim where it stands in the file. */
export interface FileClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  /** As it is written. */
  readonly query: ClaimQuery;
  /** As the kind takes it. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface ReportFile {
  readonly front: FrontMatter;
  readonly root: Root;
  /** By the offset at which the claim begins. */
  readonly claims: ReadonlyMap<number, FileClaim>;
  readonly source: string;
}

export type ReportReading =
  | { readonly ok: true; readonly file: ReportFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };
