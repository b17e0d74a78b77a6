/** Checks what is claimed of a series, and above all what is not. */

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classifyDirection } from './direction.js';
import type { YearlyPoint } from './interval.js';
import { theilSen } from './theil-sen.js';

type Reported = number | { low: number; high: number | null };
const fewerThanFive = { low: 0, high: 4 };
const asPoint = (figure: Reported, year: number): YearlyPoint =>
  typeof figure === 'number' ? { year, low: figure, high: figure } : { year, ...figure };
const from = (first: number, figures: Reported[]) => figures.map((figure, i) => asPoint(figure, first + i));

describe('direction of a series', () => {
  it('is insufficient data under five points, however steep: El Salvador 2005 to 2007', () => {
    expect(classifyDirection(from(2005, [18, 37, 6]))).toEqual({
      direction: 'insufficient-data',
      reason: { code: 'under-five-points', n: 3, needed: 5 },
      n: 3,
      censored: 0,
      years: [2005, 2006, 2007],
      gaps: [],
      p: null,
      pLow: null,
      s: null,
      tau: null,
      slope: null,
      method: null,
      treatment: null,
      alpha: 0.05,
    });
    expect(classifyDirection(from(2005, [1, 10, 100, 1000])).direction).toBe('insufficient-data');
    expect(classifyDirection([]).direction).toBe('insufficient-data');
  });

  it('is rising at five points only if every year is above the last', () => {
    const rising = classifyDirection(from(2010, [10, 12, 15, 19, 30]));
    expect(rising).toMatchObject({
      direction: 'rising',
      reason: { code: 'significant', p: expect.closeTo(2 / 120, 12), alpha: 0.05 },
      s: { low: 10, high: 10 },
      tau: { low: 1, high: 1 },
      slope: { estimate: 3.75, low: 2, high: 11, confidence: 0.95 },
      method: 'exact',
      treatment: 'none',
    });
    expect(classifyDirection(from(2010, [10, 12, 15, 30, 19]))).toMatchObject({
      direction: 'no-significant-trend',
      reason: { code: 'not-significant', p: expect.closeTo(10 / 120, 12) },
    });
  });

  it('is falling the other way round', () => {
    expect(classifyDirection(from(2010, [30, 19, 15, 12, 10])).direction).toBe('falling');
  });

  it('uses the years that have a figure and names those that have none', () => {
    const years = [2003, 2004, 2007, 2008, 2010, 2011];
    const points = years.map((year, i) => asPoint(10 + i, year)).reverse();
    expect(classifyDirection(points)).toMatchObject({
      direction: 'rising',
      n: 6,
      years,
      gaps: [2005, 2006, 2009],
    });
  });

  it('says that nothing differs where nothing does', () => {
    expect(classifyDirection(from(2010, [7, 7, 7, 7, 7]))).toMatchObject({
      direction: 'no-significant-trend',
      reason: { code: 'all-figures-equal', n: 5 },
      p: 1,
      tau: null,
    });
  });

  it('rises past "<5" where the rise does not hang on what that stands for', () => {
    const claim = classifyDirection(from(2010, [fewerThanFive, 6, 9, 12, 20, 24]));
    expect(claim).toMatchObject({ direction: 'rising', censored: 1, treatment: 'every-admissible-order' });
    expect(claim.slope).toMatchObject({ estimate: null });
    expect(claim.slope!.estimateLow).toBeLessThan(claim.slope!.estimateHigh!);
  });

  it('claims nothing where it does: "<5", 3, 8, 12, 20 rises only if "<5" is below 3', () => {
    expect(classifyDirection(from(2010, [fewerThanFive, 3, 8, 12, 20]))).toMatchObject({
      direction: 'no-significant-trend',
      reason: { code: 'censored-figures-decide', pLow: expect.closeTo(2 / 120, 12), censored: 1 },
    });
    expect(classifyDirection(from(2010, new Array<Reported>(8).fill(fewerThanFive)))).toMatchObject({
      direction: 'no-significant-trend',
      p: 1,
      s: { low: -25, high: 25 },
    });
  });

  it('lets a last figure without an upper limit rise, with a slope that has none either', () => {
    expect(classifyDirection(from(2010, [10, 20, 30, 40, { low: 50, high: null }]))).toMatchObject({
      direction: 'rising',
      slope: { estimate: null, estimateLow: 10, estimateHigh: expect.any(Number), high: null },
    });
    expect(classifyDirection(from(2010, [10, 20, 30, 40, { low: 35, high: null }])).direction).toBe(
      'no-significant-trend',
    );
  });

  it('refuses two figures for one year', () => {
    expect(() => classifyDirection([...from(2010, [1, 2, 3, 4]), asPoint(9, 2010)])).toThrow(
      '2010 stands twice',
    );
  });
});

describe('properties of direction', () => {
  const figures = fc.array(fc.nat(30), { minLength: 5, maxLength: 12 });
  const mirrored = {
    rising: 'falling',
    falling: 'rising',
    'no-significant-trend': 'no-significant-trend',
  } as const;

  it('turns round when time does, and keeps its p', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const forward = classifyDirection(from(2000, values));
        const backward = classifyDirection(from(2000, [...values].reverse()));
        expect(backward.direction).toBe(mirrored[forward.direction as keyof typeof mirrored]);
        expect(backward.p).toBe(forward.p);
        expect(backward.s!.low).toBe(0 - forward.s!.low);
      }),
    );
  });

  it('keeps direction, S and p under any rising rescaling of the figures, and the slope under a shift', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 500 }), (values, shift) => {
        const plain = classifyDirection(from(2000, values));
        const bent = classifyDirection(
          from(
            2000,
            values.map((value) => value ** 3 + value + shift),
          ),
        );
        const shifted = classifyDirection(
          from(
            2000,
            values.map((value) => value + shift),
          ),
        );
        expect([bent.direction, bent.s, bent.p, bent.tau]).toEqual([
          plain.direction,
          plain.s,
          plain.p,
          plain.tau,
        ]);
        expect(shifted.slope!.estimate).toBeCloseTo(plain.slope!.estimate!, 10);
      }),
    );
  });

  const interval = fc
    .tuple(fc.nat(30), fc.constantFrom(0, 0, 0, 2, 4, 12))
    .map(([low, width]) => ({ low, high: low + width }));
  const choice = fc
    .array(interval, { minLength: 5, maxLength: 10 })
    .chain((intervals) =>
      fc.tuple(
        fc.constant(intervals),
        fc.tuple(...intervals.map(({ low, high }) => fc.integer({ min: low, max: high }))),
      ),
    );

  it('never contradicts what any admissible figures would show', () => {
    fc.assert(
      fc.property(choice, ([intervals, values]) => {
        const claim = classifyDirection(from(2000, intervals));
        const one = classifyDirection(from(2000, values));
        if (claim.direction !== 'no-significant-trend') expect(one.direction).toBe(claim.direction);
        if (claim.reason.code === 'not-significant') expect(one.direction).toBe('no-significant-trend');
        expect(one.p!).toBeLessThanOrEqual(claim.p! + 1e-12);
        expect(one.p!).toBeGreaterThanOrEqual(claim.pLow! - 1e-12);
        expect(one.s!.low).toBeGreaterThanOrEqual(claim.s!.low);
        expect(one.s!.high).toBeLessThanOrEqual(claim.s!.high);
      }),
      { numRuns: 500 },
    );
  });

  it('has a slope whose limits hold those of any admissible figures', () => {
    fc.assert(
      fc.property(choice, ([intervals, values]) => {
        const outer = theilSen(from(2000, intervals));
        const inner = theilSen(from(2000, values));
        expect(outer.estimateLow!).toBeLessThanOrEqual(inner.estimate! + 1e-9);
        expect(outer.estimateHigh!).toBeGreaterThanOrEqual(inner.estimate! - 1e-9);
        expect(outer.low!).toBeLessThanOrEqual(inner.low! + 1e-9);
        expect(outer.high!).toBeGreaterThanOrEqual(inner.high! - 1e-9);
      }),
    );
  });
});
