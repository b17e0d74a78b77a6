/** The text of a letter that came by e-mail; its attachments are documents of their own, to be sent apart. */
import PostalMime from 'postal-mime';
import type { Line } from './line.js';
import { readSmall } from './read-small.js';
import { linesOfHtml } from './read-html.js';
import { UnreadableDocument } from '../unreadable-document.js';

/** Errors: UnreadableDocument; those of the disk. */
export async function readEml(path: string): Promise<Line[]> {
  const bytes = await readSmall(path);
  const { subject, text, html } = await PostalMime.parse(bytes, { maxNestingDepth: 20 }).catch(
    (error: Error) => {
      throw new UnreadableDocument('damaged', `The e-mail cannot be read: ${error.message}`);
    },
  );
  const lines = text?.trim() ? text.split(/\r?\n/).map((line) => ({ text: line })) : linesOfHtml(html ?? '');
  return [...(subject ? [{ text: subject, ends: true }] : []), ...lines];
}
