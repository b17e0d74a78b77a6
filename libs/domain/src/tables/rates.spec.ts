/** Rates: their numbers, what censored figures leave, and every reason for which there is none. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { populationOf } from './population.js';
import { said, saidPopulation } from '../samples/said.js';
import type { CellStatement } from './figure.js';
import { toPanel } from './panels.js';
import { noRateReasons, rateOf, toPanelRates, toRates } from './rates.js';

const exactly = (value: number) => ({ low: value, high: value });
const find = populationOf([], undefined);
const one = (...statements: CellStatement[]) => {
  const [rate, ...more] = toRates(statements, find, 100_000);
  expect(more).toEqual([]);
  return rate!;
};

describe('a rate', () => {
  // scipy 1.17.1: chi2.ppf(0.025, 2 * n) / 2 and chi2.ppf(0.975, 2 * n + 2) / 2, times 100,000, by 6,002,319 people.
  it.each([
    [37, 0.6164284170834639, 0.43402249309152063, 0.8496653733653747],
    [6, 0.09996136493245361, 0.0366840591693119, 0.21757380809848134],
  ])('is the figure by the population of its year, with exact limits: %i', (value, rate, low, high) => {
    const found = one(said('SV', 2006, value));
    expect(found.rate).toBeCloseTo(rate, 10);
    expect(found.interval!.low).toBeCloseTo(low, 10);
    expect(found.interval!.high).toBeCloseTo(high, 10);
    expect(found).not.toHaveProperty('reason');
    expect(found.population).toMatchObject({ year: 2006, value: 6002319 });
    expect(found.figure).toMatchObject({
      id: 'c~SV~victims-detected~_T~2006',
      value,
      event: 1,
      paragraph: 14,
    });
  });

  it('of a censored figure is a range, with limits over all that it admits', () => {
    const fewer = one(said('SV', 2006, 5, { qualifier: 'fewer-than' }));
    const four = one(said('SV', 2006, 4));
    expect(fewer.rate).toEqual({ low: 0, high: four.rate });
    expect(fewer.interval).toEqual({ low: 0, high: four.interval!.high });
    const least = one(said('SV', 2006, 37, { qualifier: 'at-least' }));
    const exact = one(said('SV', 2006, 37));
    expect(least.rate).toEqual({ low: exact.rate, high: null });
    expect(least.interval).toEqual({ low: exact.interval!.low, high: null });
  });

  it('of zero is zero, and its upper limit is not', () => {
    expect(one(said('SV', 2006, 0))).toMatchObject({ rate: 0, interval: { low: 0 } });
    expect(one(said('SV', 2006, 0)).interval!.high).toBeGreaterThan(0.06);
  });

  it('says where a new way of counting begins', () => {
    expect(one(said('SV', 2006, 3, { source: { break: true } })).figure).toMatchObject({ break: true });
  });
});

describe('there is no rate', () => {
  const none = { rate: null };
  it.each(['2003/2006', '2006-03', '../2006', 'undated'])('of %s, which is not one year', (period) => {
    expect(one(said('SV', period, 304))).toMatchObject({
      ...none,
      reason: 'not-one-year',
      interval: null,
      population: null,
    });
  });

  it('with the population of another year, or of an area that has none', () => {
    expect(one(said('SV', 2025, 3))).toMatchObject({ ...none, reason: 'no-population', population: null });
    expect(one(said('EEU', 2006, 3))).toMatchObject({ ...none, reason: 'no-population' });
  });

  it('where the population was not known yet', () => {
    const [rate] = toRates([said('SV', 2006, 3)], populationOf([], '2008-01-24'), 100_000);
    expect(rate).toMatchObject({ ...none, reason: 'population-known-later' });
  });

  it('where one reply gives several figures; the interval then runs over all of them', () => {
    const both = one(said('SV', 2006, 62), said('SV', 2006, 43));
    expect(both).toMatchObject({ ...none, reason: 'conflicting' });
    expect(both.figure.values).toHaveLength(2);
    expect(both.interval).toEqual({
      low: one(said('SV', 2006, 43)).interval!.low,
      high: one(said('SV', 2006, 62)).interval!.high,
    });
    const open = one(said('SV', 2006, 62), said('SV', 2006, 43, { qualifier: 'at-least' }));
    expect(open.interval).toMatchObject({ high: null });
    const vague = one(said('SV', 2006, 62), said('SV', 2006, 43, { qualifier: 'approximately' }));
    expect(vague.interval).toBeNull();
  });

  it('of a nil report, which sets no limit, and of an approximation, whose margin is not known', () => {
    expect(one(said('SV', 2006, null, { qualifier: 'none-known' }))).toMatchObject({
      ...none,
      reason: 'none-known',
      interval: { low: 0, high: null },
    });
    expect(one(said('SV', 2006, 100, { qualifier: 'approximately' }))).toMatchObject({
      ...none,
      reason: 'approximate',
      interval: null,
    });
    expect(one(said('SV', 2006, null))).toMatchObject({ ...none, reason: 'no-number' });
  });

  it('by a population that is no number', () => {
    const vague = populationOf([saidPopulation('SV', 2006, 6, { qualifier: 'approximately' })], undefined);
    expect(toRates([said('SV', 2006, 3)], vague, 100_000)[0]).toMatchObject({
      ...none,
      reason: 'population-no-number',
    });
  });
});

describe('whatever the numbers', () => {
  const count = fc.nat(5000);
  const people = fc.integer({ min: 1, max: 1_500_000_000 });
  const per = fc.constantFrom(1000, 100_000, 1_000_000);

  it('rate times population is the figure, and lies within its limits', () => {
    fc.assert(
      fc.property(count, people, per, (value, population, by) => {
        const { rate, interval } = rateOf(exactly(value), exactly(population), by);
        expect(((rate as number) * population) / by).toBeCloseTo(value, 6);
        expect(interval!.low <= (rate as number) && (rate as number) <= interval!.high!).toBe(true);
      }),
    );
  });

  it('rises with the figure, falls with the population, and grows with per', () => {
    fc.assert(
      fc.property(count, people, per, (value, population, by) => {
        const own = rateOf(exactly(value), exactly(population), by);
        const more = rateOf(exactly(value + 1), exactly(population), by);
        const thinner = rateOf(exactly(value), exactly(population * 2), by);
        expect((more.rate as number) > (own.rate as number)).toBe(true);
        expect(more.interval!.low > own.interval!.low && more.interval!.high! > own.interval!.high!).toBe(
          true,
        );
        expect(thinner.interval!.high! < own.interval!.high!).toBe(true);
        expect((rateOf(exactly(value), exactly(population), by * 10).rate as number) / 10).toBeCloseTo(
          own.rate as number,
          6,
        );
      }),
    );
  });

  it('a censored figure’s range and limits hold those of everything that it admits', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), people, (low, width, within, population) => {
        const censored = rateOf({ low, high: low + width }, exactly(population), 100_000);
        const inside = rateOf(exactly(low + Math.min(within, width)), exactly(population), 100_000);
        const range = width === 0 ? { low: censored.rate, high: censored.rate } : censored.rate;
        const { low: least, high: most } = range as { low: number; high: number };
        expect(least <= (inside.rate as number) && (inside.rate as number) <= most).toBe(true);
        expect(censored.interval!.low <= inside.interval!.low).toBe(true);
        expect(censored.interval!.high! >= inside.interval!.high!).toBe(true);
      }),
    );
  });
});

describe('the rate of a panel', () => {
  const panel = toPanel(
    [said('SV', 2006, 37), said('PE', 2006, 5, { qualifier: 'fewer-than' })],
    ['SV', 'PE', 'BO'],
    { from: 2006, to: 2006 },
  );

  it('is sum over sum of those who are summed', () => {
    const [rate] = toPanelRates(panel, {}, find, 100_000);
    const people = 6002319 + 28324491;
    expect(rate).toMatchObject({ year: 2006, population: exactly(people), without: [] });
    expect(rate).toMatchObject(rateOf({ low: 37, high: 41 }, exactly(people), 100_000));
  });

  it('is none where the population of one of them is missing', () => {
    const withArea = toPanel([said('SV', 2006, 37), said('TW', 2006, 5)], ['SV', 'TW'], {
      from: 2006,
      to: 2006,
    });
    expect(toPanelRates(withArea, {}, find, 100_000)).toEqual([
      { year: 2006, population: null, without: ['TW'], rate: null, interval: null, reason: 'no-population' },
    ]);
  });
});

it('has reasons that are each told apart', () =>
  expect(new Set(noRateReasons).size).toBe(noRateReasons.length));
