/** Every order in which censored counts can stand: which values tie, and how low and how high S can then be. */

import { type Interval, isExact, upper } from './interval.js';
import { tieSizesOf } from './kendall-distribution.js';

/** A pattern of ties that admissible values can show, with the lowest and the highest S among them. */
export interface AdmissibleTies {
  /** sizes of the groups of equal values */
  ties: number[];
  low: number;
  high: number;
}

/** Past this many intermediate states the search is given up, which keeps any one series under some ten milliseconds. */
const MOST_STATES = 3000;

class TooMany extends Error {}

/**
 * Goes through all whole numbers that the intervals admit, up to order, since only order counts in S.
 *
 * Intervals that do not overlap, directly or through others, cannot change places, so the values fall into clusters
 * with a settled order between them. Within a cluster values are placed in the order of time onto levels, and places
 * that leave the same number of values on each level are one state, of which only the lowest and highest S matter.
 * @param intervals of whole numbers, in the order of time
 * @returns each reachable pattern of ties once, or null where there are too many to go through
 * @throws RangeError if some value is censored and a limit is no whole number
 */
export function admissibleTies(intervals: readonly Interval[]): AdmissibleTies[] | null {
  if (intervals.every(isExact)) {
    const s = settledS(intervals, () => true);
    return [{ ties: tieSizesOf(intervals.map(({ low }) => low)), low: s, high: s }];
  }
  assertWhole(intervals);
  const clusters = clustersOf(intervals);
  const between = settledS(intervals, (i, j) => clusters[i] !== clusters[j]);
  const members = [...new Set(clusters)].map((c) => intervals.filter((_, i) => clusters[i] === c));
  try {
    return members
      .map(tiesWithin)
      .reduce<AdmissibleTies[]>(combine, [{ ties: [], low: between, high: between }]);
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

/**
 * The lowest and highest S if each pair could be ordered for itself. No admissible values lie outside, but the ends
 * may be out of reach, because pairs share values.
 * @param intervals in the order of time
 * @returns the two ends, and how many pairs are settled: certain to differ, the same way round for all values
 */
export function pairwiseS(intervals: readonly Interval[]): { low: number; high: number; settled: number } {
  let [low, high, settled] = [0, 0, 0];
  intervals.forEach((later, j) => {
    for (const earlier of intervals.slice(0, j)) {
      const canFall = upper(earlier) > later.low;
      const canRise = upper(later) > earlier.low;
      const canTie = earlier.low <= upper(later) && later.low <= upper(earlier);
      low += canFall ? -1 : canTie ? 0 : 1;
      high += canRise ? 1 : canTie ? 0 : -1;
      if (!canTie) settled += 1;
    }
  });
  return { low, high, settled };
}

/** S of the pairs chosen, whose order the lows of their intervals already tell. */
function settledS(intervals: readonly Interval[], chosen: (i: number, j: number) => boolean): number {
  let s = 0;
  for (let j = 1; j < intervals.length; j++) {
    for (let i = 0; i < j; i++) if (chosen(i, j)) s += Math.sign(intervals[j]!.low - intervals[i]!.low);
  }
  return s;
}

/** For each interval the number of its cluster. */
function clustersOf(intervals: readonly Interval[]): number[] {
  const clusters = new Array<number>(intervals.length);
  let [cluster, reach] = [0, -Infinity];
  const byLow = intervals
    .map((interval, i) => ({ interval, i }))
    .sort((a, b) => a.interval.low - b.interval.low);
  for (const { interval, i } of byLow) {
    if (interval.low > reach) cluster += 1;
    reach = Math.max(reach, upper(interval));
    clusters[i] = cluster;
  }
  return clusters;
}

function tiesWithin(cluster: readonly Interval[]): readonly AdmissibleTies[] {
  const [first] = cluster;
  const areAlike = cluster.every(({ low, high }) => low === first!.low && high === first!.high);
  return areAlike ? tiesOfAlike(cluster.length, upper(first!) - first!.low + 1) : tiesByPlacing(cluster);
}

/** Ties of alike values by their number and that of levels: "fewer than 5" in each of some years is what most series repeat. */
const alike = new Map<string, readonly AdmissibleTies[]>();
const MOST_ALIKE = 64;

/** Values that share one interval can stand in any order, so each partition into levels allows every S up to ± all pairs. */
function tiesOfAlike(count: number, levels: number): readonly AdmissibleTies[] {
  const key = `${count} ${Math.min(count, levels)}`;
  const known = alike.get(key);
  if (known) return known;
  const found: AdmissibleTies[] = [];
  const split = (rest: number, largest: number, parts: number[]): void => {
    if (rest === 0) {
      const squares = parts.reduce((sum, part) => sum + part * part, 0);
      const pairs = (count * count - squares) / 2;
      if (found.push({ ties: parts, low: -pairs, high: pairs }) > MOST_STATES) throw new TooMany();
    } else if (parts.length < levels) {
      for (let part = Math.min(rest, largest); part >= 1; part--) split(rest - part, part, [...parts, part]);
    }
  };
  split(count, count, []);
  if (alike.size >= MOST_ALIKE) alike.clear();
  alike.set(key, found);
  return found;
}

/** How many values stand on each level, with the lowest and the highest S of the ways there. */
interface State {
  counts: number[];
  low: number;
  high: number;
}

function tiesByPlacing(cluster: readonly Interval[]): AdmissibleTies[] {
  const levels = levelsOf(cluster);
  let states: State[] = [{ counts: levels.map(() => 0), low: 0, high: 0 }];
  for (const interval of cluster) {
    const open = levels.flatMap((level, l) => (level >= interval.low && level <= upper(interval) ? [l] : []));
    states = distinct(states.flatMap((state) => open.map((level) => placeOn(level, state))));
  }
  return withTies(states.map((state) => ({ ...state, counts: state.counts.filter((count) => count > 0) })));
}

function placeOn(level: number, { counts, low, high }: State): State {
  const placed = counts.slice();
  placed[level]! += 1;
  let gain = 0;
  for (let l = 0; l < level; l++) gain += counts[l]!;
  for (let l = level + 1; l < counts.length; l++) gain -= counts[l]!;
  return { counts: placed, low: low + gain, high: high + gain };
}

/** Keeps one state for equal counts, with the wider range of S. Errors: TooMany. */
function keep(found: Map<string, State>, state: State): void {
  // Characters make a far cheaper key than joined digits, and keys are where the time goes.
  const key = String.fromCharCode(...state.counts);
  const known = found.get(key);
  if (known === undefined) {
    if (found.set(key, state).size > MOST_STATES) throw new TooMany();
    return;
  }
  known.low = Math.min(known.low, state.low);
  known.high = Math.max(known.high, state.high);
}

function distinct(states: readonly State[]): State[] {
  const found = new Map<string, State>();
  for (const state of states) keep(found, state);
  return [...found.values()];
}

const toTies = ({ counts, low, high }: State): AdmissibleTies => ({ ties: counts, low, high });

const withTies = (states: readonly State[]): AdmissibleTies[] =>
  distinct(states.map(({ counts, low, high }) => ({ counts: counts.sort((a, b) => b - a), low, high }))).map(
    toTies,
  );

/**
 * Whole numbers that stand for all: between two neighbouring limits every number is open to the same intervals, and
 * values there need no more levels than there are intervals to use them.
 */
function levelsOf(cluster: readonly Interval[]): number[] {
  const cuts = [...new Set(cluster.flatMap((interval) => [interval.low, upper(interval) + 1]))].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).flatMap((start, i) => {
    const users = cluster.filter((interval) => interval.low <= start && upper(interval) >= start);
    const count = Math.min(cuts[i + 1]! - start, users.length);
    return Array.from({ length: count }, (_, offset) => start + offset);
  });
}

/** Ties of two clusters together; S adds up, because the order between them is settled. */
function combine(a: readonly AdmissibleTies[], b: readonly AdmissibleTies[]): AdmissibleTies[] {
  if (a.length * b.length > 10 * MOST_STATES) throw new TooMany();
  const found = new Map<string, State>();
  for (const x of a)
    for (const y of b)
      keep(found, { counts: mergeTies(x.ties, y.ties), low: x.low + y.low, high: x.high + y.high });
  return [...found.values()].map(toTies);
}

/** Two lists of sizes as one; all are in descending order. */
function mergeTies(a: readonly number[], b: readonly number[]): number[] {
  const merged = new Array<number>(a.length + b.length);
  for (let i = 0, j = 0; i + j < merged.length;) {
    const isOfA = j === b.length || (i < a.length && a[i]! >= b[j]!);
    merged[i + j] = isOfA ? a[i]! : b[j]!;
    if (isOfA) i += 1;
    else j += 1;
  }
  return merged;
}

function assertWhole(intervals: readonly Interval[]): void {
  for (const { low, high } of intervals) {
    if (!Number.isInteger(low) || (high !== null && !Number.isInteger(high))) {
      throw new RangeError(
        `censored values are whole numbers, and so are those beside them: ${low} to ${high}`,
      );
    }
  }
}
