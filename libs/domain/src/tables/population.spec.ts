/** Which population a figure is divided by: of the same area and year, of one vintage, and no other. */
import { describe, expect, it } from '@jest/globals';
import { codeSchema } from '../events/input-schemas.js';
import { saidPopulation } from '../samples/said.js';
import { shippedPopulation, shippedYears } from '../population/shipped-population.js';
import { worldBank2026 } from '../population/world-bank-2026.js';
import { populationOf, type Population } from './population.js';

const shipped = populationOf([], undefined);

describe('the population that comes with the program', () => {
  it('is that of the area and of the year, with the publication that it stands in', () => {
    expect(shipped('SV', 2006)).toEqual({
      id: 'population~SV~population~_T~2006',
      breakdown: {},
      year: 2006,
      value: 6002319,
      interval: { low: 6002319, high: 6002319 },
      round: 'population/world-bank-2026',
      event: null,
      receivedOn: { onOrBefore: '2026-03-06' },
    });
    expect(shipped('PS', 1990)).toMatchObject({ value: 1978248 });
  });

  it('is none where the area or the year is not in it', () => {
    const asked = [
      ['PS', 1989],
      ['SV', 1959],
      ['SV', 2025],
      ['LAS', 2006],
      ['TW', 2006],
      ['constructor', 2006],
    ] as const;
    for (const [respondent, year] of asked)
      expect([respondent, shipped(respondent, year)]).toEqual([respondent, 'no-population']);
  });

  it('is known from its day of receipt on', () => {
    const { receivedOn } = shippedPopulation;
    expect(populationOf([], receivedOn)('SV', 2006)).toMatchObject({ value: 6002319 });
    expect(populationOf([], '2026-03-05')('SV', 2006)).toBe('population-known-later');
    expect(populationOf([], '2008-01-24')('SV', 2025)).toBe('no-population');
  });

  it('has whole figures above zero of every year from the first to 2024', () => {
    expect(Object.keys(worldBank2026)).toHaveLength(216);
    for (const code of Object.keys(worldBank2026)) {
      expect(codeSchema.safeParse(code.toLowerCase()).success).toBe(true);
      const years = [...shippedYears(code)!];
      expect([code, years.at(-1)![0]]).toEqual([code, 2024]);
      expect(years.every(([, value]) => Number.isInteger(value) && value > 0)).toBe(true);
    }
  });
});

describe('an imported publication', () => {
  it('counts for its respondent as a whole, once it is the later one', () => {
    const find = populationOf([saidPopulation('SV', 2006, 6100000)], undefined);
    expect(find('SV', 2006)).toMatchObject({
      value: 6100000,
      round: 'population/2008',
      event: 90,
      receivedOn: '2027-07-01',
    });
    expect(find('SV', 2005)).toBe('no-population');
    expect(find('PE', 2006)).toMatchObject({ round: 'population/world-bank-2026' });
  });

  it('of before counts where the later one is not known yet', () => {
    const early = [saidPopulation('SV', 2006, 7000000, { receivedOn: '2007-05-01' })];
    expect(populationOf(early, '2008-01-24')('SV', 2006)).toMatchObject({ value: 7000000 });
    expect(populationOf(early, undefined)('SV', 2006)).toMatchObject({ value: 6002319 });
  });

  it('gives the population of the figure’s sex and age where it has it, else everybody', () => {
    const find = populationOf(
      [
        saidPopulation('SV', 2006, 6100000),
        saidPopulation('SV', 2006, 3200000, { breakdown: 'sex:female' }),
        saidPopulation('SV', 2006, 1000000, { breakdown: 'age:child,sex:female' }),
      ],
      undefined,
    );
    const of = (breakdown: Record<string, string>) => find('SV', 2006, breakdown) as Population;
    expect(of({ sex: 'female', 'form-of-exploitation': 'forced-labour' })).toMatchObject({
      value: 3200000,
      breakdown: { sex: 'female' },
    });
    expect(of({ sex: 'female', age: 'child' }).value).toBe(1000000);
    expect(of({ sex: 'male' })).toMatchObject({ value: 6100000, breakdown: {} });
    expect(of({ age: 'child' }).value).toBe(6100000);
  });

  it('gives none where it says two things, or nothing to divide by', () => {
    const twice = [saidPopulation('SV', 2006, 6100000), saidPopulation('SV', 2006, 6200000)];
    expect(populationOf(twice, undefined)('SV', 2006)).toBe('population-no-number');
    for (const more of [
      { value: null, qualifier: 'none-known' },
      { value: 0 },
      { value: 100, qualifier: 'fewer-than' },
      { value: 100, qualifier: 'approximately' },
    ] as const)
      expect(populationOf([saidPopulation('SV', 2006, 1, more)], undefined)('SV', 2006)).toBe(
        'population-no-number',
      );
  });

  it('is of its own collection: what a reply says of population elsewhere is no denominator', () => {
    const elsewhere = [saidPopulation('SV', 2006, 5, { collection: 'c' })];
    expect(populationOf(elsewhere, undefined)('SV', 2006)).toMatchObject({ value: 6002319 });
  });
});
