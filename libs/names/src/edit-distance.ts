/** How many typing mistakes lie between two texts, and how many a text may have. */

/**
 * Optimal string alignment distance (Damerau-Levenshtein with no letter edited twice): insertions, deletions,
 * substitutions and swaps of neighbours, counted in UTF-16 units. Stops early: above `limit` it is `limit + 1`.
 */
export function distanceWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, beforePrevious[j - 2]! + 1);
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[b.length]!, limit + 1);
}

/**
 * How many mistakes a text with this key may have and still be recognised: a Chinese character says more than a
 * letter.
 */
export function mistakesAllowed(key: string): number {
  if (/\p{Script=Han}/u.test(key)) return key.length >= 3 ? 1 : 0;
  if (key.length < 5) return 0;
  return key.length < 9 ? 1 : 2;
}
