/** Why the text of a document cannot be read; the document itself is kept all the same. */
export const whyUnreadable = [
  // Only in what earlier releases stored, which had no OCR.
  'picture',
  'no-text',
  'encrypted',
  'damaged',
  'too-large',
  'took-too-long',
  'too-much-memory',
  'not-supported',
  'no-such-page',
] as const;
export type WhyUnreadable = (typeof whyUnreadable)[number];

export class UnreadableDocument extends Error {
  override name = 'UnreadableDocument';
  constructor(
    readonly code: WhyUnreadable,
    message: string,
  ) {
    super(message.slice(0, 500));
  }
}
