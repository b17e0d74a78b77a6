/** Which orders censored counts can stand in: pair by pair, and all together by the values that tie. */
import { describe, expect, it } from '@jest/globals';
import { admissibleTies, pairwiseS } from './admissible-orders.js';

const at = (low: number, high: number | null = low) => ({ low, high });

describe('pair by pair', () => {
  it.each([
    ['rises', [at(3), at(5)], { low: 1, high: 1, settled: 1 }],
    ['falls', [at(5), at(3)], { low: -1, high: -1, settled: 1 }],
    ['ties', [at(3), at(3)], { low: 0, high: 0, settled: 0 }],
    ['may rise or tie', [at(0, 3), at(3)], { low: 0, high: 1, settled: 0 }],
    ['may fall or tie', [at(3), at(0, 3)], { low: -1, high: 0, settled: 0 }],
    ['may do anything', [at(0, 4), at(3)], { low: -1, high: 1, settled: 0 }],
    ['may do anything above a limit', [at(5, null), at(7)], { low: -1, high: 1, settled: 0 }],
    ['rises above a limit', [at(4), at(5, null)], { low: 1, high: 1, settled: 1 }],
    ['rises, falls and does either', [at(1), at(5), at(0, 9)], { low: -1, high: 3, settled: 1 }],
  ])('a series that %s', (_, intervals, expected) => {
    expect(pairwiseS(intervals)).toEqual(expected);
  });
});

/** Every way to choose whole numbers, for the few that there are here. */
function byTrying(intervals: readonly { low: number; high: number | null }[]) {
  let ways: number[][] = [[]];
  for (const { low, high } of intervals)
    ways = ways.flatMap((way) => Array.from({ length: high! - low + 1 }, (_, i) => [...way, low + i]));
  const found = new Map<string, { low: number; high: number }>();
  for (const values of ways) {
    const sizes = [...new Set(values)].map((value) => values.filter((each) => each === value).length);
    const key = sizes.sort((a, b) => b - a).join();
    const s = values.reduce(
      (sum, later, j) => sum + values.slice(0, j).reduce((t, v) => t + Math.sign(later - v), 0),
      0,
    );
    const known = found.get(key) ?? { low: Infinity, high: -Infinity };
    found.set(key, { low: Math.min(known.low, s), high: Math.max(known.high, s) });
  }
  return Object.fromEntries(found);
}

describe('all together', () => {
  const told = (intervals: readonly { low: number; high: number | null }[]) =>
    Object.fromEntries(
      admissibleTies(intervals)!.map(({ ties, low, high }) => [
        [...ties].sort((a, b) => b - a).join(),
        { low, high },
      ]),
    );
  it.each([
    [[at(1), at(2), at(2)]],
    [[at(0, 4), at(0, 4), at(0, 4)]],
    [[at(0, 4), at(3), at(7), at(5, 6)]],
    [[at(0, 2), at(1, 3), at(2, 4), at(3, 5)]],
    [[at(0, 1), at(10, 11), at(0, 1), at(10, 12)]],
    [[at(9), at(0, 4), at(2, 9), at(4)]],
  ])('%j give the ties and ends that trying every value gives', (intervals) => {
    expect(told(intervals)).toEqual(byTrying(intervals));
  });

  it('keeps apart what cannot change places, or there would be too many to go through', () => {
    const pairs = Array.from({ length: 14 }, (_, i) => [
      at(10 * i, 10 * i + 1),
      at(10 * i, 10 * i + 1),
    ]).flat();
    const found = admissibleTies(pairs)!;
    expect(found).toHaveLength(15);
    // All pairs tied, or none: what lies between the pairs is settled.
    const between = (28 * 27) / 2 - 14;
    expect(Math.max(...found.map(({ high }) => high))).toBe(between + 14);
    expect(Math.min(...found.map(({ low }) => low))).toBe(between - 14);
  });
});
