/** The six things that are mixed up, kept apart: zero, and the five reasons why there is no number. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { missingCodes, findMissing } from '../codes/missing.js';
import { nameLanguages } from '../codes/code-names.js';
import { observationId } from '../figures/cell.js';
import { isMissing, missingReasons, qualifiers, saysCount, toInterval } from '../figures/qualifier.js';
import type { MissingReason, Qualifier } from '../figures/qualifier.js';
import { confStatusOf, obsStatusOf } from '../figures/status.js';
import type { CellStatement } from './figure.js';
import { findInconsistencies } from './inconsistencies.js';
import { toPanel } from './panels.js';
import { toRatios } from './ratios.js';
import { compareCells, findDiscrepancies } from './revisions.js';
import { toSeries } from './series.js';

const said = (
  year: number,
  value: number | null,
  qualifier: Qualifier = 'exact',
  more: Partial<CellStatement> = {},
): CellStatement => {
  const { collection = 'c', respondent = 'SV', code = 'persons-prosecuted', breakdown = '_T' } = more;
  return {
    ...{ kind: 'observation', collection, respondent, code, breakdown, qualifier, value, year, position: 1 },
    cell: `${observationId({ ...{ collection, respondent, indicator: code, breakdown: {} }, period: 'x' })}${breakdown}${year}`,
    ...{ reply: `${collection}/2008/${respondent}`, receivedOn: '2008-01-20', period: String(year) },
    source: { paragraph: 14 },
    ...more,
  };
};
const numbers = (from: number, values: readonly number[]) => values.map((value, i) => said(from + i, value));
const one = (statements: readonly CellStatement[]) => toSeries(statements)[0]!;

describe('a figure without a number', () => {
  it('has one code, one sign and one name in each language, all of them different', () => {
    expect(missingCodes.map(({ code }) => code)).toEqual([...missingReasons]);
    expect(new Set(missingCodes.map(({ sign }) => sign)).size).toBe(5);
    for (const language of nameLanguages)
      expect(new Set(missingCodes.map(({ names }) => names[language])).size).toBe(5);
    for (const { sign } of missingCodes) expect([...sign]).toHaveLength(1);
    expect([findMissing('withheld')?.names.en, findMissing('exact'), findMissing(null)]).toEqual([
      'withheld',
      undefined,
      undefined,
    ]);
    expect(qualifiers.filter(isMissing)).toEqual([...missingReasons]);
  });
  it('has the codes of SDMX beside it', () => {
    expect(qualifiers.map((q) => [q, obsStatusOf(q, false), confStatusOf(q)])).toEqual([
      ['exact', 'A', null],
      ['at-least', 'A', null],
      ['fewer-than', 'A', 'A'],
      ['approximately', 'A', null],
      ['none-known', 'O', null],
      ['not-available', 'O', null],
      ['not-applicable', 'M', null],
      ['not-asked', 'L', null],
      ['withheld', 'Q', 'C'],
    ]);
    expect([obsStatusOf('exact', true), obsStatusOf(null, false), obsStatusOf('withheld', true)]).toEqual([
      'B',
      'A',
      'Q',
    ]);
  });
  it('says in a series which it is, is no point, and is no zero', () => {
    const years = [said(2001, 0), ...missingReasons.map((why, i) => said(2002 + i, null, why))];
    const series = one(years);
    expect(series.years.map(({ year, value, missing }) => [year, value, missing])).toEqual([
      [2001, 0, undefined],
      [2002, null, 'none-known'],
      [2003, null, 'not-available'],
      [2004, null, 'not-applicable'],
      [2005, null, 'not-asked'],
      [2006, null, 'withheld'],
    ]);
    expect(series.trend).toMatchObject({ n: 1, years: [2001] });
    expect(
      series.years.slice(1).every(({ change, index }) => change === undefined && index === undefined),
    ).toBe(true);
  });
  it('is a gap, but for a year to which the count does not apply', () => {
    const around = (why: MissingReason) =>
      one([...numbers(2001, [1, 2, 3]), said(2004, null, why), ...numbers(2005, [4, 5])]).trend;
    for (const why of missingReasons.filter((each) => each !== 'not-applicable'))
      expect(around(why)).toMatchObject({ gaps: [2004], n: 5 });
    expect(around('not-applicable')).toMatchObject({ gaps: [], n: 5, years: [2001, 2002, 2003, 2005, 2006] });
  });
  it('conflicts with a number that the same reply gives for its cell, and neither is chosen nor lost', () => {
    const [year] = one([said(2005, 5), said(2005, null, 'not-available')]).years;
    expect(year).toMatchObject({
      value: null,
      qualifier: null,
      values: [
        { value: 5, qualifier: 'exact' },
        { value: null, qualifier: 'not-available' },
      ],
    });
    expect(year).not.toHaveProperty('missing');
    expect(
      findInconsistencies({
        ...{ rounds: [], marks: [] },
        statements: [said(2005, 5), said(2005, null, 'withheld')],
      }).map(({ kind, message }) => [kind, message.replace(/^\S+/, 'it')]),
    ).toEqual([['conflicting-figures', 'it is given as 5 and as withheld; none is chosen.']]);
  });
  it('changes nothing that is computed, wherever it stands', () => {
    const year = fc.integer({ min: 1990, max: 2020 });
    const reasons = fc.uniqueArray(fc.tuple(year, fc.constantFrom(...missingReasons)), {
      selector: ([at]) => at,
    });
    const counts = fc.uniqueArray(fc.tuple(year, fc.nat(200)), { selector: ([at]) => at });
    fc.assert(
      fc.property(counts, reasons, (given, missing) => {
        const known = new Set(given.map(([at]) => at));
        const figures = given.map(([at, value]) => said(at, value)).sort((a, b) => a.year! - b.year!);
        const others = missing.filter(([at]) => !known.has(at)).map(([at, why]) => said(at, null, why));
        const all = [...figures, ...others].sort((a, b) => a.year! - b.year!);
        if (figures.length === 0) return;
        const [without, with_] = [one(figures), one(all)];
        const { gaps: _, ...trend } = with_.trend;
        expect(without.trend).toMatchObject(trend);
        expect(with_.compoundAnnualRate).toEqual(without.compoundAnnualRate);
        expect(with_.years.filter(({ missing: why }) => !why)).toEqual(without.years);
        const range = { from: 1990, to: 2020 };
        expect(toPanel(all, ['SV'], range).years).toEqual(toPanel(figures, ['SV'], range).years);
        const over = (statements: readonly CellStatement[]) =>
          toRatios([...statements, ...numbers(1990, Array<number>(31).fill(7)).map(arrest)]);
        expect(over(all)).toEqual(over(figures));
      }),
    );
  });
});

const arrest = (s: CellStatement): CellStatement => ({ ...s, code: 'persons-arrested', cell: `a${s.cell}` });

describe('a panel', () => {
  it('says who is missing and why', () => {
    const panel = toPanel(
      [
        ...numbers(2005, [1, 2]),
        said(2006, null, 'not-applicable', { respondent: 'GR' }),
        said(2005, null, 'withheld', { respondent: 'GR' }),
        said(2005, 4, 'exact', { respondent: 'PE' }),
      ],
      ['SV', 'GR', 'PE'],
      { from: 2005, to: 2006 },
    );
    expect([panel.reported, panel.of.length]).toEqual([['SV'], 3]);
    expect(panel.missing.map(({ respondent, years, reasons }) => [respondent, years, reasons])).toEqual([
      [
        'GR',
        [2005, 2006],
        [
          { year: 2005, missing: 'withheld' },
          { year: 2006, missing: 'not-applicable' },
        ],
      ],
      ['PE', [2006], []],
    ]);
  });
});

describe('between replies and collections', () => {
  const other = { collection: 'd' };
  it('a number that becomes a reason, or a reason that becomes another, is a revision', () => {
    const states = [said(2005, 5), ...missingReasons.map((why) => said(2005, null, why))];
    for (const before of states)
      for (const after of states)
        expect(compareCells([before], [after]).length).toBe(before === after ? 0 : 1);
  });
  it('only what says something of the count disagrees', () => {
    const against = (qualifier: Qualifier, value: number | null = null) =>
      findDiscrepancies([said(2005, 5), said(2005, value, qualifier, other)]).length;
    expect(qualifiers.filter((q) => !saysCount(q))).toEqual(['not-available', 'not-asked', 'withheld']);
    expect(missingReasons.filter((why) => against(why) > 0)).toEqual(['none-known', 'not-applicable']);
    expect([against('exact', 5), against('exact', 6)]).toEqual([0, 1]);
  });
  it('a part that counts something contradicts a whole that does not apply', () => {
    const female = { breakdown: 'sex:female' };
    const find = (...statements: CellStatement[]) =>
      findInconsistencies({ rounds: [], marks: [], statements }).map(({ kind }) => kind);
    const whole = said(2005, null, 'not-applicable');
    expect(find(whole, said(2005, 3, 'exact', female))).toEqual(['figure-not-applicable']);
    expect(
      find(
        said(2005, null, 'not-applicable', female),
        said(2005, 3, 'exact', { breakdown: 'age:child,sex:female' }),
      ),
    ).toEqual(['figure-not-applicable']);
    expect(find(whole, said(2005, 0, 'exact', female))).toEqual([]);
    expect(find(whole, said(2005, 5, 'fewer-than', female))).toEqual([]);
    expect(find(whole, said(2006, 3, 'exact', female))).toEqual([]);
    expect(find(whole, said(2005, 3, 'exact', { ...female, code: 'persons-convicted' }))).toEqual([]);
    expect(find(said(2005, null, 'not-available'), said(2005, 3, 'exact', female))).toEqual([]);
    expect(find(said(2005, null, 'not-applicable', female), said(2005, 3))).toEqual([]);
    expect(
      find(said(2005, null, 'not-applicable', female), said(2005, 3, 'exact', { breakdown: 'sex:male' })),
    ).toEqual([]);
  });
});

it('no reason admits a number', () => {
  for (const why of missingReasons) expect([toInterval(null, why), toInterval(0, why)]).toEqual([null, null]);
});
