/** How Kendall's S is distributed when there is no trend, exactly, whatever values are tied. */

/**
 * Sizes of the groups of equal values, single values included, so that they add up to n: 7, 7, 9 is [2, 1].
 */
export type TieSizes = readonly number[];

/** Past this many points p comes from the normal approximation, which without ties is then within 0.002 of the exact one. */
export const LONGEST_EXACT = 60;

/** Ties hardly vary between series of one length, so tails are worth keeping; the bound keeps memory flat. */
const tails = new Map<string, Float64Array>();
const MOST_TAILS = 4096;

/** Number of pairs that are not tied, which is the largest S there can be. */
export function untiedPairs(ties: TieSizes): number {
  const n = ties.reduce((sum, t) => sum + t, 0);
  return ties.reduce((pairs, t) => pairs - (t * (t - 1)) / 2, (n * (n - 1)) / 2);
}

/** Groups the values: the sizes of the groups of equal ones. */
export function tieSizesOf(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

/**
 * P(|S| >= |s|) if every order of the values is equally likely.
 *
 * S = M - 2 I, where M counts the untied pairs and I the inversions, and the inversions of a multiset's orders are
 * counted by the Gaussian multinomial coefficient (MacMahon, 1916, Combinatory Analysis II; for the tie-aware use of it
 * in Kendall's test see Kendall, 1970, Rank Correlation Methods, chapters 4 and 5). It is built up from Gaussian
 * binomials as probabilities, by sums of positive numbers only, so nothing cancels and no factorial overflows.
 */
export function exactTwoSidedP(ties: TieSizes, s: number): number {
  if (s === 0) return 1;
  const place = Math.floor((untiedPairs(ties) - Math.abs(s)) / 2);
  return place < 0 ? 0 : Math.min(1, 2 * tailOf(ties)[place]!);
}

/** Variance of S without trend: (n(n-1)(2n+5) - sum over ties of t(t-1)(2t+5)) / 18 (Kendall 1970; Gilbert 1987, 16.4). */
export function varianceOfS(ties: TieSizes): number {
  const term = (m: number) => m * (m - 1) * (2 * m + 5);
  const n = ties.reduce((sum, t) => sum + t, 0);
  return ties.reduce((sum, t) => sum - term(t), term(n)) / 18;
}

/** Cumulative probabilities of 0, 1, 2 … inversions. */
function tailOf(ties: TieSizes): Float64Array {
  const sorted = isDescending(ties) ? ties : [...ties].sort((a, b) => b - a);
  // A character for each size: a far cheaper key than joined digits.
  const key = String.fromCharCode(...sorted);
  const known = tails.get(key);
  if (known) return known;
  const tail = inversions(sorted);
  for (let i = 1; i < tail.length; i++) tail[i]! += tail[i - 1]!;
  if (tails.size >= MOST_TAILS) tails.clear();
  tails.set(key, tail);
  return tail;
}

const isDescending = (sizes: TieSizes): boolean => sizes.every((size, i) => i === 0 || size <= sizes[i - 1]!);

function inversions(ties: TieSizes): Float64Array {
  let distribution: Float64Array = Float64Array.of(1);
  let placed = 0;
  for (const size of ties) {
    placed += size;
    if (placed > size) distribution = convolve(distribution, betweenGroupAndRest(placed, size));
  }
  return distribution;
}

/**
 * Probabilities of 0, 1, 2 … inversions between a group of `size` equal values and the other `n - size`: the Gaussian
 * binomial by Pascal's rule, in which the n-th value belongs to the group with probability size / n.
 */
function betweenGroupAndRest(n: number, size: number): Float64Array {
  const k = Math.min(size, n - size);
  let row: Float64Array[] = [Float64Array.of(1)];
  for (let m = 1; m <= n; m++) {
    const next: Float64Array[] = [];
    for (let j = Math.max(0, k - (n - m)); j <= Math.min(k, m); j++) {
      const cell = new Float64Array(j * (m - j) + 1);
      if (j > 0) addScaled(cell, row[j - 1]!, 0, j / m);
      if (j < m) addScaled(cell, row[j]!, j, (m - j) / m);
      next[j] = cell;
    }
    row = next;
  }
  return row[k]!;
}

function convolve(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) addScaled(product, b, i, a[i]!);
  return product;
}

/** A plain loop: this is where nearly all the time of a large recount goes. */
function addScaled(into: Float64Array, from: Float64Array, offset: number, factor: number): void {
  for (let i = 0; i < from.length; i++) into[i + offset]! += from[i]! * factor;
}
