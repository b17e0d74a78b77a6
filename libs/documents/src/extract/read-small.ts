/** Reads a document whose text is read as one piece, within the limit of its length. */
import { readFile, stat } from 'node:fs/promises';
import { UnreadableDocument } from '../unreadable-document.js';

/** A letter has some thousand characters, a report of 300 pages a million. */
export const longestText = 20_000_000;

/** The bytes of a document whose text is read as one piece. Errors: UnreadableDocument where it is too large for that. */
export async function readSmall(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > longestText * 2)
    throw new UnreadableDocument('too-large', `The document has ${size} bytes of text.`);
  return readFile(path);
}
