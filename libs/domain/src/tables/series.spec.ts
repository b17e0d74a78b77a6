/** From cells to series: El Salvador's figures, gaps, spans, censored and conflicting figures, same-year ratios. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakdownKey, observationId, type Breakdown } from '../figures/cell.js';
import type { CellStatement } from './figure.js';
import { yearOf } from '../figures/period.js';
import type { Qualifier } from '../figures/qualifier.js';
import { toRatios } from './ratios.js';
import { toSeries } from './series.js';

const said = (
  code: string,
  period: string,
  value: number | null,
  more: Partial<CellStatement> & { by?: Breakdown } = {},
): CellStatement => {
  const { by = {}, ...rest } = more;
  const respondent = rest.respondent ?? 'SV';
  return {
    kind: 'observation',
    cell: observationId({ collection: 'c', respondent, indicator: code, breakdown: by, period }),
    collection: 'c',
    respondent,
    reply: `c/2008/${respondent}`,
    position: 7,
    receivedOn: '2008-01-24',
    receivedPrecision: 'on-or-before',
    code,
    breakdown: breakdownKey(by),
    period,
    year: yearOf(period),
    value,
    qualifier: 'exact',
    source: { paragraph: 14 },
    ...rest,
  };
};
const yearly = (code: string, figures: Record<string, number>) =>
  Object.entries(figures).map(([year, value]) => said(code, year, value));
const only = (statements: CellStatement[]) => {
  const series = toSeries(statements);
  expect(series).toHaveLength(1);
  return series[0]!;
};
const cases = yearly('cases-investigated', { 2005: 32, 2006: 67, 2007: 39 });
const arrested = yearly('persons-arrested', { 2005: 53, 2006: 56, 2007: 30 });
const prosecuted = yearly('persons-prosecuted', { 2005: 18, 2006: 37, 2007: 6 });

describe('yearly figures', () => {
  it('show change, percentage and index, as El Salvador reported its cases', () => {
    const { years, trend } = only(cases);
    expect(years.map(({ value, change, percentage, index }) => [value, change, percentage, index])).toEqual([
      [32, undefined, undefined, 100],
      [67, 35, 109.375, 209.375],
      [39, -28, -41.7910447761, 121.875],
    ]);
    expect(trend.direction).toBe('insufficient-data');
  });
  it('cite the observation, its paragraph, its event and what is known of the day of receipt', () => {
    expect(only(cases).years[1]).toMatchObject({
      id: 'c~SV~cases-investigated~_T~2006',
      event: 7,
      paragraph: 14,
      receivedOn: { onOrBefore: '2008-01-24' },
    });
    expect(only([said('x', '2005', 1, { receivedPrecision: 'on' })]).years[0]!.receivedOn).toBe('2008-01-24');
  });
  it('come in the order of years, in whatever order the statements came', () => {
    expect(toSeries([...cases].reverse())).toEqual(toSeries(cases));
  });
  it('have no change across a year without a figure, and do not show that year', () => {
    const { years } = only(yearly('cases-recorded', { 2003: 10, 2005: 20, 2006: 30 }));
    expect(years.map(({ year, change, index }) => [year, change, index])).toEqual([
      [2003, undefined, 100],
      [2005, undefined, 200],
      [2006, 10, 300],
    ]);
  });
  it('on a base of zero have a change, and no percentage and no index', () => {
    const { years, compoundAnnualRate } = only(yearly('cases-recorded', { 2005: 0, 2006: 4 }));
    expect(years.map(({ change, percentage, index }) => [change, percentage, index])).toEqual([
      [undefined, undefined, null],
      [4, null, null],
    ]);
    expect(compoundAnnualRate).toBeNull();
  });
  it('have a yearly rate over the years that lie between the first and the last', () => {
    expect(only(yearly('x', { 2003: 100, 2005: 121 })).compoundAnnualRate).toBe(10);
    expect(only(yearly('x', { 2003: 100 })).compoundAnnualRate).toBeNull();
  });
  it('claim a direction from five years on, and only where the test is significant', () => {
    const rising = { 2001: 1, 2002: 2, 2003: 3, 2004: 4, 2005: 5 };
    expect(only(yearly('x', rising)).trend.direction).toBe('rising');
    expect(only(yearly('x', { ...rising, 2005: 0 })).trend.direction).toBe('no-significant-trend');
    expect(only(yearly('x', rising).slice(1)).trend.direction).toBe('insufficient-data');
  });
});

describe('a break in a series', () => {
  const byYear = (first: number, values: number[], atBreak?: number) =>
    values.map((value, i) =>
      said('x', String(first + i), value, i === atBreak ? { source: { paragraph: 14, break: true } } : {}),
    );
  it('is shown at its year, and nothing is computed across: neither change nor index, and 100 begins anew', () => {
    const { years } = only(byYear(2003, [10, 20, 500, 600], 2));
    expect(years.map((y) => [y.year, y.break, y.change, y.percentage, y.index, 'comparison' in y])).toEqual([
      [2003, undefined, undefined, undefined, 100, false],
      [2004, undefined, 10, 100, 200, true],
      [2005, true, undefined, undefined, 100, false],
      [2006, undefined, 100, 20, 120, false],
    ]);
    expect(only(byYear(2003, [10, 20, 30, 40], 2)).years[2]).not.toHaveProperty('comparison');
  });
  it('parts the series: each segment is judged on its own, and the series as its last', () => {
    const { segments, trend, compoundAnnualRate } = only(
      byYear(2000, [50, 40, 30, 20, 10, 100, 121, 144], 5),
    );
    expect(
      segments!.map((s) => [s.years, s.startsWithBreak, s.trend.direction, s.compoundAnnualRate]),
    ).toEqual([
      [[2000, 2001, 2002, 2003, 2004], null, 'falling', -33.1259695024],
      [[2005, 2006, 2007], 2005, 'insufficient-data', 20],
    ]);
    expect([trend.direction, trend.years, compoundAnnualRate]).toEqual([
      'insufficient-data',
      [2005, 2006, 2007],
      20,
    ]);
    expect(only(byYear(2000, [1, 2, 3, 4, 5]))).not.toHaveProperty('segments');
  });
  it('parts also where its own figure is no number, or is given twice', () => {
    const source = { paragraph: 14, break: true } as const;
    const nil = said('x', '2005', null, { qualifier: 'none-known', source });
    const twice = [said('x', '2005', 4), said('x', '2005', 5, { source })];
    for (const at2005 of [[nil], twice]) {
      const { years, segments, trend } = only([...byYear(2000, [1, 2, 3, 4, 5]), ...at2005]);
      expect(years.at(-1)).toMatchObject({ year: 2005, value: null, break: true });
      expect(segments!.map(({ trend: { direction, n } }) => [direction, n])).toEqual([
        ['rising', 5],
        ['insufficient-data', 0],
      ]);
      expect(trend.n).toBe(0);
    }
  });
});

describe('two small counts', () => {
  const compare = (before: CellStatement, now: CellStatement) => only([before, now]).years[1]!.comparison;
  it('are compared by the exact test with the year before', () => {
    // 2 * P(X >= 37 | n = 43, 1/2), by summing binomial coefficients: 7,195,750 of 2^43.
    expect(compare(said('x', '2006', 37), said('x', '2007', 6))).toEqual({
      p: 0.00000163612412507,
      pLow: 0.00000163612412507,
      verdict: 'lower',
    });
    expect(compare(said('x', '2006', 3), said('x', '2007', 6))).toMatchObject({
      p: 0.5078125,
      verdict: 'no-significant-difference',
    });
  });
  it('are judged by the worst that a censored one admits', () => {
    const few = said('x', '2006', 5, { qualifier: 'fewer-than' });
    expect(compare(few, said('x', '2007', 11))).toMatchObject({ p: 0.118469238281, pLow: 0.0009765625 });
    expect(compare(few, said('x', '2007', 11))!.verdict).toBe('no-significant-difference');
    expect(compare(few, said('x', '2007', 14))).toMatchObject({ p: 0.0308837890625, verdict: 'higher' });
  });
  it('are below 100 both, whatever a censored one is, and of years that follow one another', () => {
    expect(compare(said('x', '2006', 99), said('x', '2007', 1))).toBeDefined();
    expect(compare(said('x', '2006', 100), said('x', '2007', 1))).toBeUndefined();
    expect(compare(said('x', '2006', 1), said('x', '2007', 100))).toBeUndefined();
    expect(compare(said('x', '2006', 1), said('x', '2007', 20, { qualifier: 'at-least' }))).toBeUndefined();
    expect(compare(said('x', '2005', 1), said('x', '2007', 2))).toBeUndefined();
  });
});

describe('spans', () => {
  it('stand beside the years: never a year, never part of a change or a direction', () => {
    const spans = [
      said('persons-prosecuted', '2003/2006', 304, { respondent: 'GR' }),
      said('persons-prosecuted', '2002-07/2007-10', 5, { respondent: 'GR' }),
      said('persons-prosecuted', '../2007-06', 6, { respondent: 'GR' }),
      said('persons-prosecuted', 'undated', 7, { respondent: 'GR' }),
    ];
    const series = only([said('persons-prosecuted', '2006', 8, { respondent: 'GR' }), ...spans]);
    expect(series.years.map(({ year, value }) => [year, value])).toEqual([[2006, 8]]);
    expect(series.spans.map(({ from, to, value }) => [from, to, value])).toEqual([
      [null, '2007-06', 6],
      ['2002-07', '2007-10', 5],
      ['2003', '2006', 304],
      [null, null, 7],
    ]);
    expect([series.trend.n, series.compoundAnnualRate]).toEqual([1, null]);
    expect(only(spans).years).toEqual([]);
  });
});

describe('figures that are no plain number', () => {
  it('leave ranges: "at least" has no upper bound, "fewer than" starts at zero', () => {
    const { years } = only([
      said('persons-trained', '2005', 100),
      said('persons-trained', '2006', 3800, { qualifier: 'at-least' }),
      said('persons-trained', '2007', 5, { qualifier: 'fewer-than' }),
    ]);
    expect(
      years.map(({ value, qualifier, change, percentage, index }) => ({
        value,
        qualifier,
        change,
        percentage,
        index,
      })),
    ).toEqual([
      { value: 100, qualifier: 'exact', change: undefined, percentage: undefined, index: 100 },
      {
        value: 3800,
        qualifier: 'at-least',
        change: { low: 3700, high: null },
        percentage: { low: 3700, high: null },
        index: { low: 3800, high: null },
      },
      {
        value: 5,
        qualifier: 'fewer-than',
        change: { low: null, high: -3796 },
        percentage: { low: -100, high: -99.8947368421 },
        index: { low: 0, high: 4 },
      },
    ]);
  });
  it('are shown as they are and break changes where they are no number: nil reports are not zero', () => {
    const nil = { qualifier: 'none-known' as Qualifier };
    const { years, trend } = only([
      ...yearly('cases-recorded', { 2005: 4, 2007: 6 }),
      said('cases-recorded', '2006', null, nil),
    ]);
    expect(years.map(({ year, value, change }) => [year, value, change])).toEqual([
      [2005, 4, undefined],
      [2006, null, undefined],
      [2007, 6, undefined],
    ]);
    expect(trend.n).toBe(2);
    expect(only([said('cases-recorded', '2006', 9, { qualifier: 'approximately' })]).years[0]).toMatchObject({
      value: 9,
      qualifier: 'approximately',
    });
  });
  it('show both values of a conflicting cell, choose none, and reckon with none', () => {
    const series = only([
      ...yearly('cases-recorded', { 2005: 4, 2006: 62, 2007: 6 }),
      said('cases-recorded', '2006', 43),
    ]);
    expect(series.conflicting).toBe(true);
    expect(
      series.years.map(({ value, values, change }) => [value, values?.map((v) => v.value), change]),
    ).toEqual([
      [4, undefined, undefined],
      [null, [62, 43], undefined],
      [6, undefined, undefined],
    ]);
    expect(series.years[1]!.values).toMatchObject([{ paragraph: 14 }, { paragraph: 14 }]);
    expect(series.trend.n).toBe(2);
    expect(only(cases).conflicting).toBe(false);
  });
});

describe('series', () => {
  it('are one for each collection, respondent, indicator and breakdown', () => {
    const series = toSeries([
      ...cases,
      said('cases-investigated', '2005', 1, { respondent: 'GR' }),
      said('cases-investigated', '2005', 2, { by: { sex: 'female' } }),
      said('cases-investigated', '2005', 3, { collection: 'd' }),
      ...arrested,
    ]);
    expect(series.map((s) => [s.collection, s.respondent, s.indicator, s.breakdown, s.years.length])).toEqual(
      [
        ['c', 'SV', 'cases-investigated', {}, 3],
        ['c', 'GR', 'cases-investigated', {}, 1],
        ['c', 'SV', 'cases-investigated', { sex: 'female' }, 1],
        ['d', 'SV', 'cases-investigated', {}, 1],
        ['c', 'SV', 'persons-arrested', {}, 3],
      ],
    );
  });

  it('hold no number that no statement holds', () => {
    const statement = fc
      .record({
        code: fc.constantFrom('cases-recorded', 'persons-arrested'),
        respondent: fc.constantFrom('SV', 'GR'),
        period: fc.constantFrom('2004', '2005', '2006', '2003/2006', '2003/..', 'undated'),
        value: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }),
        qualifier: fc.constantFrom<Qualifier>('exact', 'at-least', 'fewer-than', 'approximately'),
      })
      .map(({ code, period, value, qualifier, respondent }) =>
        said(code, period, value, { respondent, qualifier: value === null ? 'none-known' : qualifier }),
      );
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 30 }), (statements) => {
        const series = toSeries(statements);
        const shown = series.flatMap((s) =>
          [...s.years, ...s.spans].flatMap(({ id, value, values }) =>
            (values ?? [{ value }]).map((v) => `${id} ${v.value}`),
          ),
        );
        expect(shown.sort()).toEqual(statements.map(({ cell, value }) => `${cell} ${value}`).sort());
        expect(series.flatMap((s) => s.years).every(({ id, year }) => id.endsWith(`~${year}`))).toBe(true);
        const ratios = toRatios(statements).flatMap(({ numerator, denominator }) => [numerator, denominator]);
        expect(ratios.every(({ id, value }) => shown.includes(`${id} ${value}`))).toBe(true);
      }),
    );
  });
});

describe('ratios', () => {
  const show = (statements: CellStatement[]) =>
    toRatios(statements).map(({ code, year, value, numerator, denominator }) => [
      code,
      year,
      value,
      numerator.value,
      denominator.value,
    ]);
  it('are arrests per case and prosecutions per arrest of the same year, with both parts', () => {
    expect(show([...cases, ...arrested, ...prosecuted])).toEqual([
      ['arrests-per-case', 2005, 1.65625, 53, 32],
      ['arrests-per-case', 2006, 0.835820895522, 56, 67],
      ['arrests-per-case', 2007, 0.769230769231, 30, 39],
      ['prosecutions-per-arrest', 2005, 0.339622641509, 18, 53],
      ['prosecutions-per-arrest', 2006, 0.660714285714, 37, 56],
      ['prosecutions-per-arrest', 2007, 0.2, 6, 30],
    ]);
  });
  it('never pair years, respondents, breakdowns or collections that differ, nor spans', () => {
    const arrests = said('persons-arrested', '2005', 50);
    expect(show([arrests, said('persons-prosecuted', '2006', 10)])).toEqual([]);
    expect(show([arrests, said('persons-prosecuted', '2005', 10, { respondent: 'GR' })])).toEqual([]);
    expect(show([arrests, said('persons-prosecuted', '2005', 10, { by: { sex: 'male' } })])).toEqual([]);
    expect(show([arrests, said('persons-prosecuted', '2005', 10, { collection: 'd' })])).toEqual([]);
    expect(
      show([said('persons-arrested', '2003/2006', 50), said('persons-prosecuted', '2003/2006', 9)]),
    ).toEqual([]);
  });
  it('leave conflicting years out, are undefined on zero, and ranges where a part is one', () => {
    const twice = [said('persons-arrested', '2005', 50), said('persons-arrested', '2005', 51)];
    expect(show([...twice, said('persons-prosecuted', '2005', 10)])).toEqual([]);
    expect(show([said('persons-arrested', '2005', 0), said('persons-prosecuted', '2005', 10)])).toEqual([
      ['prosecutions-per-arrest', 2005, null, 10, 0],
    ]);
    const atLeast = said('persons-arrested', '2005', 20, { qualifier: 'at-least' });
    expect(show([atLeast, said('persons-prosecuted', '2005', 10)])).toEqual([
      ['prosecutions-per-arrest', 2005, { low: 0, high: 0.5 }, 10, 20],
    ]);
  });
  it('take the cases investigated before those recorded', () => {
    const statements = [...yearly('cases-recorded', { 2005: 100 }), ...cases, ...arrested];
    expect(show(statements)[0]).toEqual(['arrests-per-case', 2005, 1.65625, 53, 32]);
    expect(show([...yearly('cases-recorded', { 2005: 100 }), ...arrested])).toEqual([
      ['arrests-per-case', 2005, 0.53, 53, 100],
    ]);
  });
});
