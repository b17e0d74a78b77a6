/** Ranks: numbers alone have one, equal ones share it, and each State is somewhere, with a reason where it has none. */
import { describe, expect, it } from '@jest/globals';
import type { CitedFigure, Rates, Ratio, Series } from '@rapporteur/contract';
import { pageOf } from '../../page/page-for-tests.js';
import { seriesOf } from '../../page/series-for-tests.js';
import {
  countYears,
  endOf,
  figuresOf,
  rank,
  rankNumbers,
  rankRates,
  rankRatios,
  type Entry,
} from './rank.js';

const page = pageOf({ lang: 'en' });
const figure = (code: string, year: number, more: Partial<CitedFigure> = {}): Series['years'][number] => ({
  year,
  ...{ id: `c~${code}~a~_T~${year}`, value: 7, qualifier: 'exact', event: 1, receivedOn: '2023-05-30' },
  ...more,
});
const series = (code: string, ...years: Series['years']) =>
  seriesOf({ respondent: { code, name: code }, years });
const codes = (entries: readonly { respondent: { code: string } }[]) =>
  entries.map(({ respondent }) => respondent.code);
const valued = (...values: (number | Entry['value'])[]): Entry[] =>
  values.map((value, i) => ({
    respondent: { code: `S${i}`, name: `S${i}` },
    figure: figure(`S${i}`, 2020),
    ...{ value, interval: null },
  }));

const all = [
  series('AA', figure('AA', 2019, { value: 30 }), figure('AA', 2020, { value: 30 })),
  series('BB', figure('BB', 2020, { value: 5, qualifier: 'fewer-than' })),
  series('CC', figure('CC', 2020, { value: null, qualifier: 'none-known', missing: 'none-known' })),
  series('DD', figure('DD', 2020, { value: null, qualifier: 'not-available', missing: 'not-available' })),
  series('EE', figure('EE', 2020, { value: 9, qualifier: 'approximately' })),
  series('FF', figure('FF', 2019)),
];

describe('the figures of a year', () => {
  it('are of that year alone, with nil reports and without other reasons for no number', () => {
    expect(codes(figuresOf(all, 2020))).toEqual(['AA', 'BB', 'CC', 'EE']);
    expect(countYears(all)).toEqual([
      [2020, 4],
      [2019, 2],
    ]);
  });

  it('are ranked as numbers, ranges, or not at all, each with its reason', () => {
    const { places, ranges, without } = rank(rankNumbers(figuresOf(all, 2020), page));
    expect(places.map((place) => [place.rank, place.entry.respondent.code])).toEqual([[1, 'AA']]);
    expect(ranges.map(({ respondent, value }) => [respondent.code, value])).toEqual([
      ['BB', { low: 0, high: 4 }],
    ]);
    expect(without.map(({ respondent, why }) => [respondent.code, why])).toEqual([
      ['CC', 'none known'],
      ['EE', 'an approximation, whose margin is not known'],
    ]);
  });

  it('have the rate that is theirs, and a reason where there is none', () => {
    const rate = {
      figure: figure('AA', 2020),
      rate: 0.5,
      interval: { low: 0.4, high: 0.6 },
      population: null,
    };
    const refused = {
      ...rate,
      figure: figure('EE', 2020),
      rate: null,
      interval: null,
      reason: 'approximate',
    };
    const entries = rankRates(figuresOf(all, 2020), [rate, refused] as unknown as Rates['items'], page);
    expect(entries.map(({ value, why }) => [value, why])).toEqual([
      [0.5, undefined],
      [null, 'no number'],
      [null, 'no number'],
      [null, 'an approximation, whose margin is not known'],
    ]);
  });

  it('have the ratio whose numerator they are, or lack what they would be divided by', () => {
    const ratio = {
      numerator: { id: 'c~AA~a~_T~2020' },
      denominator: { id: 'd' },
      value: 0.5,
      interval: null,
    };
    const zero = { ...ratio, numerator: { id: 'c~BB~a~_T~2020' }, value: null };
    const entries = rankRatios(
      figuresOf(all, 2020),
      [ratio, zero] as unknown as Ratio[],
      { name: 'Persons prosecuted', year: 2020 },
      page,
    );
    expect(entries.map(({ value, why }) => [value, why])).toEqual([
      [0.5, undefined],
      [null, 'no ratio: the figure divided by is zero'],
      [null, 'none known'],
      [null, 'an approximation, whose margin is not known'],
    ]);
    const [none] = rankRatios(figuresOf(all, 2020), [], { name: 'Persons prosecuted', year: 2020 }, page);
    expect(none!.why).toBe('no figure of 2020 to divide by: Persons prosecuted');
  });
});

describe('ranks', () => {
  it('begin with the greatest, and are shared by equal values', () => {
    const { places } = rank(valued(1, 3, 2, 3, { low: 9, high: 12 }, 0));
    expect(places.map((place) => [place.rank, place.entry.value])).toEqual([
      [1, 3],
      [1, 3],
      [3, 2],
      [4, 1],
      [5, 0],
    ]);
  });
});

describe('the end of the scale', () => {
  const ofValues = (...values: Entry['value'][]) => endOf(rank(valued(...values)));
  it('is the greatest value, or that of ranges where nothing else is shown', () => {
    expect(ofValues(3, 12)).toBe(12);
    expect(ofValues({ low: 0, high: 4 }, { low: 5, high: null })).toBe(4);
    expect(ofValues(0)).toBe(1);
  });
  it('leaves values beyond that are far off, if they are few', () => {
    expect(ofValues(900, ...Array.from({ length: 9 }, (_, i) => 10 + i))).toBe(18);
    expect(ofValues(900, 800, ...Array.from({ length: 8 }, (_, i) => 10 + i))).toBe(900);
  });
  it('has room for intervals, up to half as much again', () => {
    const withHigh = (high: number) =>
      endOf(rank(valued(10).map((one) => ({ ...one, interval: { low: 1, high } }))));
    expect(withHigh(12)).toBe(12);
    expect(withHigh(99)).toBe(15);
  });
});
