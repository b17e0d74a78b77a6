/** The names within a few mistakes of a text, found by length and letters before any distance is computed. */
import { distanceWithin } from './edit-distance.js';
import { indexedNames, type IndexedName } from './name-index.js';

const letterGroups = 32;

/** How often each group of letters stands in a text; letters of one group are not told apart. */
function countLetters(text: string): Uint8Array {
  const counts = new Uint8Array(letterGroups);
  for (let i = 0; i < text.length; i += 1) counts[text.charCodeAt(i) % letterGroups]! += 1;
  return counts;
}

/**
 * Whether two texts can be at most `limit` mistakes apart, judged by their letters. A mistake adds or removes
 * at most one of the letters that one text has more often (bag distance: Bartolini, Ciaccia and Patella, 2002).
 */
function mayBeWithin(a: Uint8Array, b: Uint8Array, limit: number): boolean {
  let more = 0;
  let fewer = 0;
  for (let i = 0; i < letterGroups; i += 1) {
    const difference = a[i]! - b[i]!;
    if (difference > 0) more += difference;
    else fewer -= difference;
  }
  return more <= limit && fewer <= limit;
}

interface CountedName extends IndexedName {
  readonly letters: Uint8Array;
}

/** The names by the length of their keys. */
const namesByLength: readonly (readonly CountedName[])[] = indexedNames.reduce<CountedName[][]>(
  (lengths, name) => {
    (lengths[name.key.length] ??= []).push({ ...name, letters: countLetters(name.key) });
    return lengths;
  },
  [],
);

/** In: a key, and how many mistakes are allowed. Yields each name that is no further, with its distance. */
export function* findWithin(
  written: string,
  limit: number,
): Generator<{ readonly code: string; readonly distance: number }> {
  const letters = countLetters(written);
  for (let length = Math.max(0, written.length - limit); length <= written.length + limit; length += 1)
    for (const name of namesByLength[length] ?? []) {
      if (!mayBeWithin(letters, name.letters, limit)) continue;
      const distance = distanceWithin(written, name.key, limit);
      if (distance <= limit) yield { code: name.code, distance };
    }
}
