/** The error for a file that cannot be imported, and how messages quote its text. */
import { clean, cut } from '@rapporteur/office-file';

const longestMessage = 2000;

/** A text of a file, form or mapping as messages quote it: cut, and on one line. */
export const quote = (text: string, length = 80): string =>
  text === '' ? 'a blank' : `"${clean(cut(text, length)).replaceAll('\n', '\ufffd')}"`;

export type UnreadableCode =
  | 'not-a-spreadsheet'
  | 'truncated'
  | 'damaged'
  | 'too-large'
  | 'bad-encoding'
  | 'no-header'
  | 'several-sheets'
  | 'bad-header'
  | 'no-rows'
  | 'no-counts'
  | 'no-table'
  | 'bad-mapping'
  | 'bad-form'
  | 'bad-date'
  | 'bad-request'
  | 'rights-changed'
  | 'withdraws-much'
  | 'corrected-since'
  | 'nothing-to-undo'
  | 'another-import'
  | 'other-events';

/** Why a file cannot be taken: `code` for programs, the message for people. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  constructor(
    readonly code: UnreadableCode,
    message: string,
    /** Further members of the problem document. */
    readonly extra?: Readonly<Record<string, unknown>>,
  ) {
    super(clean(cut(message, longestMessage)));
  }
}

/** The kinds of files that are taken, as messages list them. */
const taken = '.xlsx, .ods, .csv, .tsv, SDMX-CSV, SDMX-ML and JSON-stat';

/** In: what a file is instead of a kind that is taken: "a PDF". */
export const notTaken = (what: string): UnreadableFile =>
  new UnreadableFile('not-a-spreadsheet', `The file is ${what}. These kinds are taken: ${taken}.`);
