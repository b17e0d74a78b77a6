/** What is coded as it is saved on the server: the coding itself, and beside it what the page notes for itself. Pure. */
import type { Coding } from './coding.js';
import { pack, unpack, type Packed } from './drafts/pack.js';
import type { History } from './use-history.js';

/** The part of a draft that is no coding: whoever changes it alone has coded nothing. */
interface Notes {
  /** The idempotency key of what is being sent. */
  readonly key: Coding['entry']['key'];
  /** What was before, and what was undone, oldest first; absent in drafts of earlier releases. */
  readonly history?: Packed;
}
type Steps = Pick<History, 'past' | 'future'>;

const noKey = { value: '', of: '' };

/** How many steps can be undone, and done again, after the page is loaded anew; and how long that may be as JSON. */
const [mostSteps, longest] = [50, 200_000];

const shorten = ({ past, future }: Steps, most: number): Steps => ({
  past: most === 0 ? [] : past.slice(-most),
  future: most === 0 ? [] : future.slice(-most),
});

/** As many of the last steps as there is room for. */
function packSteps(steps: Steps, most = mostSteps): Packed {
  const packed = pack(shorten(steps, most));
  if (most === 0 || JSON.stringify(packed).length <= longest) return packed;
  return packSteps(steps, Math.floor(most / 2));
}

export const toSaved = (coding: Coding, steps: Steps) => {
  const notes: Notes = { key: coding.entry.key, history: packSteps(steps) };
  return { ...coding, entry: { ...coding.entry, key: noKey }, notes };
};

/**
 * In: a draft as it was saved, by this release or one before it, and what makes a coding of it. Out: it, with its steps; none
 * where the coding is another than was saved.
 */
export function adoptSaved(
  content: object | null,
  adopt: (coding: Coding | null) => Coding,
): Steps & { readonly coding: Coding } {
  if (content === null) return { coding: adopt(null), past: [], future: [] };
  const { notes, ...rest } = content as Coding & { readonly notes?: Notes };
  const saved = notes ? { ...rest, entry: { ...rest.entry, key: notes.key } } : rest;
  const coding = adopt(saved);
  const steps =
    coding === saved && notes?.history ? (unpack(notes.history) as Steps) : { past: [], future: [] };
  return { coding, ...steps };
}
