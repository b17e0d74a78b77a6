/** Rates in words and as marks: numbers, ranges of censored figures, exact intervals, and why there is none. */
import { describe, expect, it } from '@jest/globals';
import type { CitedFigure, Series } from '@rapporteur/contract';
import { pageOf } from '../page/page-for-tests.js';
import { seriesOf } from '../page/series-for-tests.js';
import { toFacets } from './facets.js';
import { toDrawing } from './glyphs.js';
import { addRates, countNoRates, rateNumber, sayRates, unitText, type ShownRate } from './rates.js';

const page = pageOf({ lang: 'en' });
const people = { id: 'p', value: 6_002_319, year: 2006, breakdown: {}, round: 'population/w', event: null };
const population = { ...people, receivedOn: { onOrBefore: '2026-03-06' } };
const figure = (id: string, value: number | null, more: Partial<CitedFigure> = {}): CitedFigure => ({
  ...{ id, value, qualifier: 'exact', event: 1, receivedOn: '2008-01-20', paragraph: 14 },
  ...more,
});
const year = (when: number, value: number | null, more: Partial<CitedFigure> = {}) => ({
  ...figure(String(when), value, more),
  year: when,
});
const span = { from: '2003', to: '2006', period: '2003/2006', ...figure('span', 304) };
const rates: Record<string, ShownRate> = {
  2005: { rate: 0.3, interval: { low: 0.178, high: 0.474 }, population },
  2006: { rate: 0.6164284, interval: { low: 0.434, high: 0.8497 }, population },
  2007: { rate: { low: 0, high: 0.0666 }, interval: { low: 0, high: 0.17 }, population },
  2008: { rate: null, interval: { low: 0, high: null }, reason: 'none-known', population },
  2009: { rate: null, interval: null, reason: 'no-population', population: null },
  span: { rate: null, interval: null, reason: 'not-one-year', population: null },
};
const series: Series[] = addRates(
  [
    seriesOf({
      years: [
        year(2005, 18),
        year(2006, 37),
        year(2007, 5, { qualifier: 'fewer-than' }),
        year(2008, null, { qualifier: 'none-known', missing: 'none-known' }),
        year(2009, 4),
      ],
      spans: [span],
    }),
  ],
  new Map(Object.entries(rates)),
);
const drawing = () =>
  toDrawing(toFacets(series)[0]!, { scale: 'linear', base: undefined, per: 100_000 }, page);

describe('rates', () => {
  it('are drawn in the place of figures: points with their interval, ranges, signs; nothing where there is none', () => {
    expect(
      drawing().yearly.map(({ x, kind, low, high, interval, sign }) => [x, kind, low, high, interval, sign]),
    ).toEqual([
      [2005, 'point', 0.3, 0.3, { low: 0.178, high: 0.474 }, ''],
      [2006, 'point', 0.6164284, 0.6164284, { low: 0.434, high: 0.8497 }, ''],
      [2007, 'range', 0, 0.0666, { low: 0, high: 0.17 }, ''],
      [2008, 'missing', 0, 0, undefined, expect.stringMatching(/^.$/u)],
    ]);
    expect(drawing().yearly[1]!.title).toBe(
      'Persons prosecuted, 2006: 0.616 per 100,000 people (0.434–0.85); 37 by 6,002,319 people in 2006 (population/w)',
    );
  });

  it('are never of a total of several years', () => {
    expect(drawing().spans).toEqual([]);
    expect(countNoRates(series, page)).toEqual([
      ['none known', 1],
      ['no population of that area and year is known', 1],
      ['not of one year', 1],
    ]);
  });

  it('are said in a sentence, with what has none', () => {
    expect(sayRates(series, 100_000, page)).toBe(
      'Persons prosecuted: 3 rates per 100,000 people, from 0.3 (2005) to 0–0.0666 (2007); 1 without a rate: none known; 1 without a rate: no population of that area and year is known; 1 without a rate: not of one year.',
    );
    expect(unitText('person', 100_000, page)).toBe('persons per 100,000 people');
    expect(unitText('person', undefined, page)).toBe('persons');
  });

  it('have three digits, and no fraction where they are large', () => {
    expect([0.61642, 0.00012345, 12.345, 1234.5].map((rate) => rateNumber(rate, page))).toEqual([
      ...['0.616', '0.000123', '12.3', '1,235'],
    ]);
  });

  it('leave a figure as it is whose rate is not known yet', () => {
    const [one] = addRates([seriesOf({ years: [year(2006, 37)] })], new Map());
    expect(one!.years[0]).toEqual(year(2006, 37));
  });
});
