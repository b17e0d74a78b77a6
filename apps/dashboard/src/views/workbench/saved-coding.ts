/** What is coded as it is saved on the server: the coding itself, and beside it what the page notes for itself. Pure. */
import type { Coding } from './coding.js';

/** The part of a draft that is no coding: whoever changes it alone has coded nothing. */
interface Notes {
  /** The idempotency key of what is being sent. */
  readonly key: Coding['entry']['key'];
}

const noKey = { value: '', of: '' };

export const toSaved = (coding: Coding) => {
  const notes: Notes = { key: coding.entry.key };
  return { ...coding, entry: { ...coding.entry, key: noKey }, notes };
};

/** In: a draft as it was saved, by this release or one before it. */
export function fromSaved(content: object | null): Coding | null {
  if (content === null) return null;
  const { notes, ...coding } = content as Coding & { readonly notes?: Notes };
  return notes ? { ...coding, entry: { ...coding.entry, key: notes.key } } : coding;
}
