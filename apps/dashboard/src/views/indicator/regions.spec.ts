/** Who of the world and each region reports: each region after the one around it, nobody twice, and nobody who counts others. */
import { expect, it } from '@jest/globals';
import type { Region, Series } from '@rapporteur/contract';
import { seriesOf } from '../../page/series-for-tests.js';
import { going, regionsOf } from './regions.js';

const series = (code: string, years: readonly number[], more: Partial<Series> = {}) =>
  seriesOf({
    respondent: { code, name: code },
    years: years.map((year) => ({
      ...{ year, id: `c~${code}~${year}`, value: 1, qualifier: 'exact' as const, event: 1 },
      receivedOn: '2023-05-30',
    })),
    ...more,
  });
const regions: Region[] = [
  { code: '019', name: 'Americas', parent: '001', respondents: ['SV', 'PE'] },
  { code: '001', name: 'World', respondents: ['SV', 'PE', 'LV', 'NE', 'EEU'] },
  { code: '150', name: 'Europe', parent: '001', respondents: ['LV', 'EEU'] },
  { code: '005', name: 'South America', parent: '019', respondents: ['PE'] },
];
const all = [
  series('SV', [2015, 2016], { direction: 'rising' }),
  series('PE', [2013], { direction: 'falling' }),
  series('LV', []),
  series('EEU', [2001]),
];

it('regions stand in the order of a tree, each with those of its States that report, and since when', () => {
  const found = regionsOf(regions, all, new Set(['EEU']), (a, b) => (a < b ? -1 : 1));
  expect(
    found.map(({ region, depth, of, reported, since }) => [region.code, depth, of, reported.length, since]),
  ).toEqual([
    ['001', 0, 4, 2, 2013],
    ['019', 1, 2, 2, 2013],
    ['005', 2, 1, 1, 2013],
    ['150', 1, 1, 0, undefined],
  ]);
  expect(found.map((one) => [going(one, 'rising').length, going(one, 'falling').length])).toEqual([
    [1, 1],
    [1, 1],
    [0, 1],
    [0, 0],
  ]);
});
