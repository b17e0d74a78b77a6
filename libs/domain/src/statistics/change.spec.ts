/** Checks the derived figures by hand-worked numbers, and their ranges against every admissible pair of counts. */

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Measure,
  changeBetween,
  compoundAnnualRate,
  indexOn,
  indexOnFirst,
  percentageChange,
  ratioOf,
} from './change.js';
import type { Interval } from './interval.js';

const exactly = (value: number): Interval => ({ low: value, high: value });
const fewerThanFive: Interval = { low: 0, high: 4 };
const atLeast3800: Interval = { low: 3800, high: null };

describe('change, percentage, index and yearly rate', () => {
  it('are points between exact figures', () => {
    expect(changeBetween(exactly(18), exactly(37))).toEqual({ kind: 'point', value: 19 });
    expect(percentageChange(exactly(40), exactly(50))).toEqual({ kind: 'point', value: 25 });
    expect(indexOn(exactly(40), exactly(50))).toEqual({ kind: 'point', value: 125 });
    expect(ratioOf(exactly(30), exactly(60))).toEqual({ kind: 'point', value: 0.5 });
    expect(compoundAnnualRate(exactly(100), exactly(121), 2)).toEqual({
      kind: 'point',
      value: expect.closeTo(10, 10),
    });
    expect(compoundAnnualRate(exactly(100), exactly(0), 3)).toEqual({ kind: 'point', value: -100 });
  });

  it('from "<5" to 7 are ranges', () => {
    expect(changeBetween(fewerThanFive, exactly(7))).toEqual({ kind: 'range', low: 3, high: 7 });
    expect(percentageChange(fewerThanFive, exactly(7))).toEqual({
      kind: 'range',
      low: 75,
      high: null,
      caveat: 'base-may-be-zero',
    });
    expect(percentageChange(exactly(8), fewerThanFive)).toEqual({ kind: 'range', low: -100, high: -50 });
  });

  it('have no limit where a figure has none', () => {
    expect(changeBetween(atLeast3800, exactly(4000))).toEqual({ kind: 'range', low: null, high: 200 });
    expect(changeBetween(exactly(4000), atLeast3800)).toEqual({ kind: 'range', low: -200, high: null });
    expect(percentageChange(atLeast3800, exactly(1900))).toEqual({ kind: 'range', low: -100, high: -50 });
    expect(percentageChange(exactly(1900), atLeast3800)).toEqual({ kind: 'range', low: 100, high: null });
  });

  it('are undefined on a base of zero, all but the change', () => {
    expect(changeBetween(exactly(0), exactly(7))).toEqual({ kind: 'point', value: 7 });
    const none = { kind: 'undefined', reason: 'base-is-zero' };
    expect(percentageChange(exactly(0), exactly(7))).toEqual(none);
    expect(percentageChange(exactly(0), exactly(0))).toEqual(none);
    expect(indexOn(exactly(0), fewerThanFive)).toEqual(none);
    expect(compoundAnnualRate(exactly(0), exactly(7), 2)).toEqual(none);
  });

  it('index a series on its first figure, which is 100 even where it is censored', () => {
    expect(indexOnFirst([exactly(32), exactly(67)])).toEqual([
      { kind: 'point', value: 100 },
      { kind: 'point', value: 209.375 },
    ]);
    expect(indexOnFirst([fewerThanFive, exactly(8)])).toEqual([
      { kind: 'range', low: 100, high: 100, caveat: 'base-may-be-zero' },
      { kind: 'range', low: 200, high: null, caveat: 'base-may-be-zero' },
    ]);
    expect(indexOnFirst([{ low: 10, high: 20 }, exactly(20)])).toEqual([
      { kind: 'range', low: 100, high: 100 },
      { kind: 'range', low: 100, high: 200 },
    ]);
    expect(indexOnFirst([exactly(0), exactly(3)]).map(({ kind }) => kind)).toEqual([
      'undefined',
      'undefined',
    ]);
    expect(indexOnFirst([])).toEqual([]);
  });

  it('refuse negative counts and a span of no years', () => {
    expect(() => percentageChange(exactly(-1), exactly(2))).toThrow('not negative');
    expect(() => compoundAnnualRate(exactly(1), exactly(2), 0)).toThrow('above zero');
  });

  const measures: [string, (earlier: Interval, later: Interval) => Measure][] = [
    ['change', changeBetween],
    ['percentage', percentageChange],
    ['index', indexOn],
    ['ratio', (earlier, later) => ratioOf(later, earlier)],
    ['yearly rate', (earlier, later) => compoundAnnualRate(earlier, later, 3)],
  ];

  it.each(measures)(
    '%s: the range holds every admissible pair, and no more where the base is not zero',
    (_, measure) => {
      const interval = fc
        .tuple(fc.nat(9), fc.nat(5))
        .map(([low, width]): { low: number; high: number } => ({ low, high: low + width }));
      fc.assert(
        fc.property(interval, interval, (earlier, later) => {
          const reached: number[] = [];
          for (let a = earlier.low; a <= earlier.high; a++) {
            for (let b = later.low; b <= later.high; b++) {
              const one = measure(exactly(a), exactly(b));
              if (one.kind === 'point') reached.push(one.value);
              else expect(a).toBe(0);
            }
          }
          const whole = measure(earlier, later);
          if (whole.kind === 'undefined') return expect(reached).toEqual([]);
          const [low, high] = whole.kind === 'point' ? [whole.value, whole.value] : [whole.low, whole.high];
          expect(low).toBeCloseTo(Math.min(...reached), 10);
          if (high === null) expect(earlier.low).toBe(0);
          else expect(high).toBeCloseTo(Math.max(...reached), 10);
        }),
      );
    },
  );
});
