/** Shares: of respondents and of panels, their limits, and what is refused. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { said } from '../samples/said.js';
import type { CellStatement } from './figure.js';
import { shareOf, toSharePanel, toShares } from './shares.js';

const exactly = (value: number) => ({ low: value, high: value });
const labour = 'form-of-exploitation:forced-labour';
const part = (
  respondent: string,
  period: number | string,
  value: number | null,
  more: Partial<CellStatement> = {},
) => said(respondent, period, value, { breakdown: labour, ...more });
const one = (parts: CellStatement[], totals: CellStatement[]) => {
  const [share, ...more] = toShares(parts, totals);
  expect(more).toEqual([]);
  return share!;
};

describe('a share', () => {
  it('is the part by its total of the same year, with exact limits', () => {
    const share = one(
      [part('SV', 2006, 18)],
      [said('SV', 2005, 100), said('SV', 2006, 37), said('PE', 2006, 9)],
    );
    expect(share).toMatchObject({
      part: { value: 18 },
      total: { value: 37, id: 'c~SV~victims-detected~_T~2006' },
      share: 0.486486486486,
    });
    // scipy 1.17.1: binomtest(18, 37).proportion_ci(0.95, method='exact')
    expect(share.interval!.low).toBeCloseTo(0.3192141064815397, 10);
    expect(share.interval!.high).toBeCloseTo(0.6560031843346645, 10);
  });

  it('of censored figures is a range that does not pass 1', () => {
    const fewer = { qualifier: 'fewer-than' } as const;
    expect(one([part('SV', 2006, 5, fewer)], [said('SV', 2006, 10)]).share).toEqual({ low: 0, high: 0.4 });
    expect(one([part('SV', 2006, 3)], [said('SV', 2006, 5, fewer)]).share).toEqual({ low: 0.75, high: 1 });
    expect(one([part('SV', 2006, 3)], [said('SV', 2006, 9, { qualifier: 'at-least' })])).toMatchObject({
      share: { low: 0, high: 0.333333333333 },
      interval: { low: 0 },
    });
  });

  it.each<[string, CellStatement[], CellStatement[]]>([
    ['not-one-year', [part('GR', '2003/2006', 3)], [said('GR', '2003/2006', 304)]],
    ['no-total', [part('SV', 2006, 3)], [said('SV', 2005, 10)]],
    ['no-number', [part('SV', 2006, null, { qualifier: 'none-known' })], [said('SV', 2006, 10)]],
    ['no-number', [part('SV', 2006, 3)], [said('SV', 2006, 10, { qualifier: 'approximately' })]],
    ['conflicting', [part('SV', 2006, 3), part('SV', 2006, 4)], [said('SV', 2006, 10)]],
    ['conflicting', [part('SV', 2006, 3)], [said('SV', 2006, 10), said('SV', 2006, 11)]],
    ['total-is-zero', [part('SV', 2006, 0)], [said('SV', 2006, 0)]],
    ['part-exceeds-total', [part('SV', 2006, 12)], [said('SV', 2006, 10)]],
    ['part-exceeds-total', [part('SV', 2006, 12)], [said('SV', 2006, 10, { qualifier: 'fewer-than' })]],
    ['part-exceeds-total', [part('SV', 2006, 1)], [said('SV', 2006, 0)]],
  ])('is none: %s', (reason, parts, totals) => {
    expect(one(parts, totals)).toMatchObject({ share: null, interval: null, reason });
  });

  it('lies within its limits, and rises with the part', () => {
    const pair = fc.integer({ min: 1, max: 2000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(pair, ([k, n]) => {
        const { share, interval } = shareOf(exactly(k), exactly(n));
        expect((share as number) * n).toBeCloseTo(k, 6);
        expect(interval!.low <= (share as number) && (share as number) <= interval!.high!).toBe(true);
        if (k < n) expect(shareOf(exactly(k + 1), exactly(n)).interval!.low).toBeGreaterThan(interval!.low);
      }),
    );
  });
});

describe('the share of a panel', () => {
  const statements = [
    ...[2005, 2006].flatMap((year) => [part('SV', year, 5), said('SV', year, 10)]),
    ...[2005, 2006].flatMap((year) => [part('PE', year, 1), said('PE', year, 30)]),
    ...[2005, 2006].flatMap((year) => [part('CL', year, 8), said('CL', year, year === 2005 ? 7 : 9)]),
    part('BO', 2005, 2),
    said('BO', 2005, 20),
    said('BO', 2006, 20),
    ...[2005, 2006].map((year) => said('BR', year, 40)),
  ];
  const panel = toSharePanel(statements, labour, ['SV', 'PE', 'CL', 'BO', 'BR'], { from: 2005, to: 2006 });

  it('is sum over sum of those who have part and total in every year', () => {
    expect([panel.reported, panel.of]).toEqual([
      ['PE', 'SV'],
      ['BO', 'BR', 'CL', 'PE', 'SV'],
    ]);
    expect(panel.years).toEqual(
      [2005, 2006].map((year) => ({
        year,
        part: exactly(6),
        total: exactly(40),
        ...shareOf(exactly(6), exactly(40)),
      })),
    );
  });

  it('names who lacks what, and whose part is larger than its total', () => {
    expect(panel.missing.map(({ respondent, years }) => [respondent, years])).toEqual([
      ['BO', [2006]],
      ['BR', [2005, 2006]],
    ]);
    expect(panel.refused).toEqual([{ respondent: 'CL', years: [2005] }]);
  });

  it('is none where nobody has both', () => {
    expect(toSharePanel(statements, labour, ['BR'], { from: 2005, to: 2006 })).toMatchObject({
      years: [],
      reported: [],
    });
  });
});
