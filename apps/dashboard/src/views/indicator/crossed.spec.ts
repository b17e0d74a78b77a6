/** Crossing two indicators: only States with a direction for both are counted, and collections are never mixed. */
import { describe, expect, it } from '@jest/globals';
import type { Series } from '@rapporteur/contract';
import { seriesOf, trendOf, underFive } from '../../page/series-for-tests.js';
import { cross, fits } from './crossed.js';

const reasons = {
  rising: { code: 'significant', p: 0.01, alpha: 0.05 },
  falling: { code: 'significant', p: 0.01, alpha: 0.05 },
  'no-significant-trend': { code: 'not-significant', p: 0.4, alpha: 0.05 },
} as const;
const ranges = { code: 'censored-figures-decide', censored: 2, pLow: 0.01, pHigh: 0.4, alpha: 0.05 } as const;

const series = (
  respondent: string,
  indicator: string,
  direction: keyof typeof reasons | 'ranges' | 'few',
  collection = 'c',
): Series =>
  seriesOf({
    collection,
    respondent: { code: respondent, name: respondent },
    indicator: { code: indicator, name: indicator },
    ...(direction === 'few'
      ? { direction: 'insufficient-data', trend: underFive(3) }
      : direction === 'ranges'
        ? { direction: 'no-significant-trend', trend: trendOf({ reason: ranges, n: 7 }) }
        : { direction, trend: trendOf({ reason: reasons[direction], n: 7 }) }),
  });
const codes = (pairs: readonly { respondent: { code: string } }[]) =>
  pairs.map(({ respondent }) => respondent.code);

describe('two indicators crossed', () => {
  it('count the States with a direction for both, those with one only, and those with neither', () => {
    const [crossed, ...others] = cross(
      [
        ...[series('AA', 'a', 'falling'), series('AA', 'b', 'rising')],
        ...[series('BB', 'a', 'falling'), series('BB', 'b', 'few')],
        ...[series('CC', 'a', 'ranges'), series('CC', 'b', 'rising')],
        ...[series('DD', 'b', 'no-significant-trend')],
        ...[series('EE', 'a', 'few'), series('EE', 'b', 'ranges')],
        ...[series('FF', 'a', 'no-significant-trend'), series('FF', 'b', 'rising')],
      ],
      'a',
      'b',
    );
    expect(others).toEqual([]);
    expect(codes(crossed!.both)).toEqual(['AA', 'FF']);
    expect(codes(crossed!.one)).toEqual(['BB', 'CC', 'DD']);
    expect(crossed!.neither).toBe(1);
    expect(codes(crossed!.both.filter((pair) => fits(pair, 'falling', 'rising')))).toEqual(['AA']);
    expect(codes(crossed!.both.filter((pair) => fits(pair, undefined, 'rising')))).toEqual(['AA', 'FF']);
    // What hangs on ranges is no falling, and no trend that is not significant either.
    expect(codes(crossed!.one.filter((pair) => fits(pair, 'no-significant-trend', undefined)))).toEqual([]);
  });

  it('never pair the figures of two collections', () => {
    const crossed = cross([series('AA', 'a', 'falling', 'c'), series('AA', 'b', 'rising', 'd')], 'a', 'b');
    expect(crossed.map(({ collection, both, one }) => [collection, codes(both), codes(one)])).toEqual([
      ['c', [], ['AA']],
      ['d', [], ['AA']],
    ]);
  });
});
