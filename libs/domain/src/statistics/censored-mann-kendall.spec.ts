/** Checks the censored test against every admissible value, one by one. */

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { admissibleTies } from './admissible-orders.js';
import { censoredMannKendall } from './censored-mann-kendall.js';
import type { Interval } from './interval.js';
import { exactTwoSidedP } from './kendall-distribution.js';
import { mannKendall } from './mann-kendall.js';

const exactly = (value: number): Interval => ({ low: value, high: value });
const fewerThanFive: Interval = { low: 0, high: 4 };

const interval = fc
  .tuple(fc.nat(6), fc.constantFrom(0, 0, 1, 2, 3))
  .map(([low, width]): Interval => ({ low, high: low + width }));

function everyChoice(intervals: readonly Interval[]): number[][] {
  return intervals.reduce<number[][]>(
    (choices, { low, high }) =>
      choices.flatMap((choice) => Array.from({ length: high! - low + 1 }, (_, i) => [...choice, low + i])),
    [[]],
  );
}

/** Checked to a rounding error, since both ends come from sums in other orders. */
const within = ({ low, high }: { low: number; high: number }, value: number) =>
  value >= low - 1e-12 && value <= high + 1e-12;

describe('Mann-Kendall over censored figures', () => {
  it('is the plain test where every figure is exact', () => {
    const values = [3, 1, 4, 1, 5, 9];
    const { s, tau, p } = mannKendall(values);
    expect(censoredMannKendall(values.map(exactly))).toEqual({
      n: 6,
      s: { low: s, high: s },
      tau: { low: tau, high: tau },
      p: { low: p, high: p },
      method: 'exact',
      treatment: 'none',
    });
  });

  it('has exactly the range of S, tau and p that going through every admissible value gives', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 2, maxLength: 6 }), (intervals) => {
        const tests = everyChoice(intervals).map((values) => mannKendall(values));
        const { s, tau, p } = censoredMannKendall(intervals);
        const taus = tests.map((test) => test.tau).filter((t) => t !== null);
        expect(s).toEqual({
          low: Math.min(...tests.map((t) => t.s)),
          high: Math.max(...tests.map((t) => t.s)),
        });
        expect(p.low).toBeCloseTo(Math.min(...tests.map((t) => t.p)), 12);
        const greatest = Math.max(...tests.map((t) => t.p));
        if (s.low > 0 || s.high < 0) expect(p.high).toBeCloseTo(greatest, 12);
        else expect(p.high).toBeGreaterThanOrEqual(greatest);
        if (taus.length === 0) expect(tau).toBeNull();
        else {
          expect(tau!.low).toBeCloseTo(Math.min(...taus), 12);
          expect(tau!.high).toBeCloseTo(Math.max(...taus), 12);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('places values apart only where there is room: twelve "<5" in five levels', () => {
    const { s } = censoredMannKendall(new Array<Interval>(12).fill(fewerThanFive));
    expect(s).toEqual({ low: -57, high: 57 }); // groups of 3, 3, 2, 2, 2: (144 - 30) / 2 pairs that can differ
  });

  it('finds a rise behind three "<5" whatever they stand for', () => {
    const { s, p } = censoredMannKendall([
      fewerThanFive,
      fewerThanFive,
      fewerThanFive,
      ...[7, 9, 12, 15].map(exactly),
    ]);
    expect(s).toEqual({ low: 15, high: 21 });
    expect(p.high).toBeCloseTo(mannKendall([3, 2, 1, 7, 9, 12, 15]).p, 12);
    expect(p.low).toBeCloseTo(mannKendall([1, 2, 3, 7, 9, 12, 15]).p, 12);
  });

  it('counts a figure without an upper limit as above what lies below it, and as undetermined otherwise', () => {
    const { s } = censoredMannKendall([exactly(10), exactly(20), { low: 3800, high: null }, exactly(5000)]);
    expect(s).toEqual({ low: 4, high: 6 });
  });

  it('falls back to bounds that still hold where there are too many orders', () => {
    const intervals = Array.from({ length: 18 }, (_, i): Interval => ({ low: i, high: 2 * i + 9 }));
    expect(admissibleTies(intervals)).toBeNull();
    const bounds = censoredMannKendall(intervals);
    expect(bounds.treatment).toBe('outer-bounds');
    const choice = fc.tuple(...intervals.map(({ low, high }) => fc.integer({ min: low, max: high! })));
    fc.assert(
      fc.property(choice, (values) => {
        const { s, tau, p } = mannKendall(values);
        expect(within(bounds.s, s) && within(bounds.tau!, tau!) && within(bounds.p, p)).toBe(true);
      }),
    );
  });

  it('bounds tau-b also where admissible ties raise it, rising or falling', () => {
    const rising = Array.from({ length: 15 }, (_, i) => [
      { low: 10 * i, high: 10 * i + 25 },
      exactly(10 * i),
    ]).flat();
    const lows = rising.map(({ low }) => low);
    const bounds = censoredMannKendall(rising);
    expect(bounds.treatment).toBe('outer-bounds');
    expect(within(bounds.tau!, mannKendall(lows).tau!)).toBe(true);
    const fallen = censoredMannKendall([...rising].reverse());
    expect(within(fallen.tau!, mannKendall([...lows].reverse()).tau!)).toBe(true);
  });

  it('reaches its lower bound on tau-b where values fall within blocks that rise', () => {
    const blocks = Array.from({ length: 32 }, (_, i): Interval => {
      const base = 100 * Math.floor(i / 8);
      return { low: base, high: base + 50 + (i % 8) };
    });
    const { treatment, s, tau } = censoredMannKendall(blocks);
    const falling = mannKendall(blocks.map(({ low }, i) => low + 7 - (i % 8)));
    expect({ treatment, low: s.low }).toEqual({ treatment: 'outer-bounds', low: falling.s });
    expect(tau!.low).toBeCloseTo(falling.tau!, 12);
  });

  it('claims by bounds alone where the trend is steep enough', () => {
    const intervals = Array.from({ length: 30 }, (_, i): Interval => ({ low: 10 * i, high: 10 * i + 25 }));
    const bounds = censoredMannKendall(intervals);
    expect(bounds.treatment).toBe('outer-bounds');
    expect(bounds.s.low).toBeGreaterThan(0);
    expect(bounds.p.high).toBeLessThan(0.05);
  });

  it('bounds p also where the worst case is tied, whose p is above that of the untied for the same S', () => {
    // Twenty-eight alike can stand in too many orders; at worst they fall, and the last two, which touch, are tied.
    const alike = Array.from({ length: 28 }, (): Interval => ({ low: 1000, high: 1027 }));
    const rising = Array.from({ length: 14 }, (_, i) => exactly(2000 + i));
    const touching = [
      { low: 5000, high: 5010 },
      { low: 5010, high: 5020 },
    ];
    const bounds = censoredMannKendall([...alike, ...rising, ...touching]);
    const worst = [...alike.map((_, i) => 1027 - i), ...rising.map(({ low }) => low), 5010, 5010];
    const { s, p } = mannKendall(worst);
    expect([bounds.treatment, bounds.s.low]).toEqual(['outer-bounds', s]);
    const untied = exactTwoSidedP(new Array<number>(worst.length).fill(1), s);
    expect(p).toBeGreaterThan(untied);
    expect(bounds.p.high).toBeGreaterThanOrEqual(p);
    expect(bounds.p.high).toBeCloseTo(2 * untied, 12);
  });

  it('refuses fractions beside censored counts', () => {
    expect(() => censoredMannKendall([fewerThanFive, exactly(1.5)])).toThrow('whole numbers');
  });
});
