/** The names within a few mistakes of a text, found by length and letters before any distance is computed. */
import { distanceWithin } from './edit-distance.js';

export interface IndexedName {
  readonly code: string;
  readonly key: string;
}

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

/** Which groups of letters a text has, one bit each: two texts differ by a mistake at least for each that one lacks. */
const groupsOf = (letters: Uint8Array): number =>
  letters.reduce((bits, count, group) => (count > 0 ? bits | (1 << group) : bits), 0);

/** Whether more than `limit` bits are set. */
function hasMoreBits(bits: number, limit: number): boolean {
  let rest = bits;
  for (let i = 0; i < limit && rest !== 0; i += 1) rest &= rest - 1;
  return rest !== 0;
}

interface CountedName extends IndexedName {
  readonly letters: Uint8Array;
  readonly groups: number;
}

export interface NearName {
  readonly code: string;
  readonly distance: number;
}

/** In: a key, and how many mistakes are allowed. Yields each name that is no further, with its distance. */
export type NearSearch = (written: string, limit: number) => Generator<NearName>;

/** In: names with their keys. Out: the search for those that are close to a key. */
export function makeNearSearch(names: Iterable<IndexedName>): NearSearch {
  const byLength: CountedName[][] = [];
  for (const name of names) {
    const letters = countLetters(name.key);
    (byLength[name.key.length] ??= []).push({ ...name, letters, groups: groupsOf(letters) });
  }

  return function* search(written, limit) {
    const letters = countLetters(written);
    const groups = groupsOf(letters);
    for (let length = Math.max(0, written.length - limit); length <= written.length + limit; length += 1)
      for (const name of byLength[length] ?? []) {
        if (hasMoreBits(groups & ~name.groups, limit) || hasMoreBits(name.groups & ~groups, limit)) continue;
        if (!mayBeWithin(letters, name.letters, limit)) continue;
        const distance = distanceWithin(written, name.key, limit);
        if (distance <= limit) yield { code: name.code, distance };
      }
  };
}
