/** The error for a file that cannot be read as what it claims to be. */
import { clean, cut } from './tell.js';

/** Why a file cannot be taken: `code` for programs, the message for people. */
export class UnreadableOfficeFile extends Error {
  override name = 'UnreadableOfficeFile';
  constructor(
    readonly code: 'not-a-zip' | 'truncated' | 'too-large',
    message: string,
  ) {
    // The message names parts of the file, whose names may hold anything.
    super(clean(cut(message, 1000)));
  }
}
