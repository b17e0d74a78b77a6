/** The order of series by each column, both ways: what is missing is last, and what is equal is by name. */
import { describe, expect, it } from '@jest/globals';
import type { Series } from '@rapporteur/contract';
import { seriesOf, trendOf, underFive } from '../../page/series-for-tests.js';
import { readOrder, sortSeries, writeOrder } from './sort-series.js';

type Year = Series['years'][number];

const year = (of: number, value: number | null, more: Partial<Year> = {}): Year => ({
  year: of,
  ...{ id: `c~${of}`, value, qualifier: 'exact', event: 1, receivedOn: '2023-05-30' },
  ...more,
});
const named = (name: string, years: Year[], more: Partial<Series> = {}) =>
  seriesOf({ respondent: { code: name, name }, years, ...more });
const judged = (direction: Series['direction'], p: number): Partial<Series> => ({
  direction,
  trend: trendOf({ reason: { code: 'significant', p, alpha: 0.05 }, n: 7, p, pLow: p }),
});
const decided: Partial<Series> = {
  direction: 'no-significant-trend',
  trend: trendOf({
    reason: { code: 'censored-figures-decide', censored: 2, pLow: 0.01, pHigh: 0.4, alpha: 0.05 },
    ...{ n: 7, p: 0.4, pLow: 0.01 },
  }),
};

const all = [
  named('Equal', [year(2019, 5), year(2020, 9, { change: 4 })], judged('falling', 0.001)),
  named('Chad', [year(2020, 9, { change: -3 })], judged('rising', 0.01)),
  named('Broken', [year(2020, 100, { break: true })], { trend: underFive(1) }),
  named('Range', [year(2020, 5, { qualifier: 'fewer-than', change: { low: -7, high: -3 } })], decided),
  named(
    'Open',
    [year(2020, 0, { qualifier: 'at-least', change: { low: -7, high: null } })],
    judged('rising', 0.02),
  ),
  named('Absent', [year(2020, null, { qualifier: 'none-known', missing: 'none-known' })]),
  named('Both', [
    year(2020, null, {
      values: [
        { value: 1, qualifier: 'exact' },
        { value: 2, qualifier: 'exact' },
      ],
    }),
  ]),
  named('Zilch', []),
];
const sorted = (said: string | undefined) =>
  sortSeries(all, readOrder(said), (a, b) => (a < b ? -1 : 1)).map(({ respondent }) => respondent.code);
const none = ['Absent', 'Both', 'Zilch'];

describe('series', () => {
  it.each([
    [undefined, ['Absent', 'Both', 'Broken', 'Chad', 'Equal', 'Open', 'Range', 'Zilch']],
    ['-name', ['Zilch', 'Range', 'Open', 'Equal', 'Chad', 'Broken', 'Both', 'Absent']],
    ['latest', ['Range', 'Open', 'Chad', 'Equal', 'Broken', ...none]],
    ['-latest', ['Broken', 'Chad', 'Equal', 'Open', 'Range', ...none]],
    ['change', ['Range', 'Open', 'Chad', 'Equal', 'Absent', 'Both', 'Broken', 'Zilch']],
    ['-change', ['Equal', 'Chad', 'Open', 'Range', 'Absent', 'Both', 'Broken', 'Zilch']],
    ['p', ['Equal', 'Chad', 'Open', 'Range', 'Absent', 'Both', 'Broken', 'Zilch']],
    ['-p', ['Range', 'Open', 'Chad', 'Equal', 'Absent', 'Both', 'Broken', 'Zilch']],
    ['direction', ['Chad', 'Open', 'Equal', 'Range', 'Absent', 'Both', 'Broken', 'Zilch']],
    ['-direction', ['Range', 'Equal', 'Chad', 'Open', 'Absent', 'Both', 'Broken', 'Zilch']],
  ])('by %s', (said, names) => {
    expect(sorted(said)).toEqual(names);
  });

  it('keep the order of the address, and that by name where it has none or another', () => {
    for (const said of ['latest', '-latest', '-name']) expect(writeOrder(readOrder(said))).toBe(said);
    for (const said of [undefined, '', 'name', 'nonsense', '--p'])
      expect(writeOrder(readOrder(said))).toBeUndefined();
  });
});
