/**
 * Constant panels: who is summed, who is not and why; no sum holds a figure of a respondent that lacks a year.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { observationId } from '../figures/cell.js';
import type { CellStatement } from './figure.js';
import { toPanel } from './panels.js';
import { yearOf } from '../figures/period.js';
import type { Qualifier } from '../figures/qualifier.js';

const said = (
  respondent: string,
  period: number | string,
  value: number | null,
  more: { qualifier?: Qualifier; break?: true; code?: string } = {},
): CellStatement => {
  const { qualifier = 'exact', code = 'persons-prosecuted', ...source } = more;
  const text = String(period);
  return {
    kind: 'observation',
    cell: observationId({ collection: 'c', respondent, indicator: code, breakdown: {}, period: text }),
    collection: 'c',
    respondent,
    reply: `c/2008/${respondent}`,
    position: 1,
    receivedOn: '2008-01-24',
    code,
    breakdown: '_T',
    period: text,
    year: yearOf(text),
    value,
    qualifier,
    source: { paragraph: 14, ...source },
  };
};
const from = (respondent: string, first: number, values: readonly number[]) =>
  values.map((value, i) => said(respondent, first + i, value));
const range = { from: 2005, to: 2007 };
const salvador = from('SV', 2005, [18, 37, 6]);
const nothing = { conflicting: [], noNumber: [], reasons: [], breaks: [] };

describe('a panel', () => {
  it('sums those who have every year, and names the others with the years that they lack', () => {
    const greece = [said('GR', 2005, 100), said('GR', 2007, 100), said('GR', '2003/2006', 304)];
    const panel = toPanel(
      [...salvador, ...from('PE', 2004, [9, 1, 2, 3, 9]), ...greece],
      ['SV', 'PE', 'GR', 'CU'],
      range,
    );
    expect(panel.years.map(({ year, low, high }) => [year, low, high])).toEqual([
      [2005, 19, 19],
      [2006, 39, 39],
      [2007, 9, 9],
    ]);
    expect([panel.reported, panel.of]).toEqual([
      ['PE', 'SV'],
      ['CU', 'GR', 'PE', 'SV'],
    ]);
    expect(panel.missing).toEqual([
      { respondent: 'CU', years: [2005, 2006, 2007], ...nothing },
      { respondent: 'GR', years: [2006], ...nothing },
    ]);
    expect(panel.trend).toMatchObject({ direction: 'insufficient-data', n: 3 });
  });

  it('takes conflicting figures, nil reports and approximations for missing, and says which', () => {
    const panel = toPanel(
      [
        ...salvador,
        ...from('BO', 2005, [1, 62, 3]),
        said('BO', 2006, 43),
        ...from('PE', 2006, [2, 3]),
        said('PE', 2005, null, { qualifier: 'none-known' }),
        ...from('CL', 2005, [2, 3]),
        said('CL', 2007, 9, { qualifier: 'approximately' }),
      ],
      ['BO', 'CL', 'PE', 'SV'],
      range,
    );
    expect(panel.reported).toEqual(['SV']);
    expect(panel.missing).toEqual([
      { respondent: 'BO', years: [2006], ...nothing, conflicting: [2006] },
      { respondent: 'CL', years: [2007], ...nothing, noNumber: [2007] },
      {
        ...{ respondent: 'PE', years: [2005], ...nothing, noNumber: [2005] },
        reasons: [{ year: 2005, missing: 'none-known' }],
      },
    ]);
    expect(panel.years.map(({ low }) => low)).toEqual([18, 37, 6]);
  });

  it('does not sum across a break, unless the range starts with it', () => {
    const broken = [
      ...from('PE', 2005, [1]),
      said('PE', 2006, 500, { break: true }),
      ...from('PE', 2007, [600]),
    ];
    const panel = toPanel([...salvador, ...broken], ['PE', 'SV'], range);
    expect(panel.reported).toEqual(['SV']);
    expect(panel.missing).toEqual([{ respondent: 'PE', years: [2005], ...nothing, breaks: [2006] }]);
    const later = toPanel([...salvador, ...broken], ['PE', 'SV'], { from: 2006, to: 2007 });
    expect(later.reported).toEqual(['PE', 'SV']);
    expect(later.years.map(({ low }) => low)).toEqual([537, 606]);
  });

  it('minds no break outside the range, nor names one at its first year', () => {
    const years = [
      said('PE', 2005, 1, { break: true }),
      said('PE', 2007, 3),
      said('PE', 2008, 9, { break: true }),
    ];
    expect(toPanel(years, ['PE'], range).missing).toEqual([{ respondent: 'PE', years: [2006], ...nothing }]);
    expect(toPanel([...years, said('PE', 2006, 2)], ['PE'], range).reported).toEqual(['PE']);
  });

  it('widens by censored figures, and has no sum, rather than zero, where nobody reported throughout', () => {
    const few = ['PE', 'CL'].map((code) => said(code, 2006, 5, { qualifier: 'fewer-than' }));
    const year = { from: 2006, to: 2006 };
    expect(toPanel([...salvador, ...few], ['CL', 'PE', 'SV'], year).years).toEqual([
      { year: 2006, low: 37, high: 45 },
    ]);
    expect(toPanel(salvador, ['CU'], range)).toMatchObject({
      years: [],
      reported: [],
      of: ['CU'],
      trend: null,
    });
  });

  it('claims a direction of the sums on the same terms as of a series', () => {
    const rising = toPanel(
      [...from('SV', 2003, [1, 2, 3, 4, 5]), ...from('PE', 2003, [5, 5, 5, 5, 5])],
      ['PE', 'SV'],
      { from: 2003, to: 2007 },
    );
    expect(rising.trend).toMatchObject({ direction: 'rising', n: 5 });
  });

  it('is of one kind of figures, and of each respondent once', () => {
    const other = said('PE', 2005, 1, { code: 'persons-arrested' });
    expect(() => toPanel([...salvador, other], ['SV'], range)).toThrow(
      'a panel sums figures of one kind, not c~persons-prosecuted~_T and c~persons-arrested~_T',
    );
    for (const more of [
      { collection: 'd' },
      { breakdown: 'SEX=F' },
      { collection: 'cp', code: 'ersons-prosecuted' },
    ])
      expect(() => toPanel([...salvador, { ...salvador[0]!, ...more }], ['SV'], range)).toThrow('one kind');
    expect(() => toPanel(salvador, ['SV', 'SV'], range)).toThrow('stands twice');
    expect(() => toPanel(salvador, ['SV'], { from: 2007, to: 2005 })).toThrow('runs forward');
  });
});

describe('any panel', () => {
  const respondents = ['BO', 'CL', 'PE', 'SV'];
  const years = [2005, 2006, 2007];
  const statement = fc
    .record({
      respondent: fc.constantFrom(...respondents, 'EEU'),
      period: fc.constantFrom('2004', ...years.map(String), '2003/2006', '2003/..', 'undated'),
      value: fc.integer({ min: 1, max: 1000 }),
      qualifier: fc.constantFrom<Qualifier>(
        'exact',
        'exact',
        'exact',
        'at-least',
        'fewer-than',
        'approximately',
      ),
      isBreak: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    })
    .map(({ respondent, period, value, qualifier, isBreak }) =>
      said(respondent, period, value, { qualifier, ...(isBreak ? { break: true } : {}) }),
    );
  const complete = fc
    .subarray(respondents)
    .chain((codes) =>
      fc.tuple(
        ...codes.map((code) => fc.tuple(...years.map(() => fc.nat(99))).map((v) => from(code, 2005, v))),
      ),
    );
  /** Some respondents complete, then single statements on top, which make holes of some years. */
  const statements = fc
    .tuple(complete, fc.array(statement, { maxLength: 10 }), fc.nat(3))
    .map(([held, more, lost]) => [...held.flat().slice(lost), ...more]);

  it('holds only who has one figure, and a number, in every year, and all of them', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const { reported, missing, of } = toPanel(all, respondents, range);
        for (const respondent of respondents) {
          const own = (year: number) => all.filter((s) => s.respondent === respondent && s.year === year);
          const hasAll = years.every(
            (year) => own(year).length === 1 && own(year)[0]!.qualifier !== 'approximately',
          );
          const isBroken = years.slice(1).some((year) => own(year).some(({ source }) => source.break));
          expect(reported.includes(respondent)).toBe(hasAll && !isBroken);
        }
        expect([...reported, ...missing.map(({ respondent }) => respondent)].sort()).toEqual(of);
      }),
    );
  });

  it('is the same without anything that others than its members say, and its exact sums are theirs', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const panel = toPanel(all, respondents, range);
        const theirs = all.filter(({ respondent }) => panel.reported.includes(respondent));
        expect(toPanel(theirs, panel.reported, range).years).toEqual(panel.years);
        for (const { year, low, high } of panel.years) {
          const figures = theirs.filter((s) => s.year === year);
          expect(figures).toHaveLength(panel.reported.length);
          if (figures.every(({ qualifier }) => qualifier === 'exact')) {
            const sum = figures.reduce((total, { value }) => total + value!, 0);
            expect([low, high]).toEqual([sum, sum]);
          }
        }
      }),
    );
  });
});
