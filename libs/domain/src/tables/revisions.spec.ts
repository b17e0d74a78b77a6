/** Revisions between two states, and discrepancies between two collections. */
import { describe, expect, it } from '@jest/globals';
import type { CellStatement } from './figure.js';
import { compareCells, findDiscrepancies } from './revisions.js';

const figure = (period: string, value: number | null, more: Partial<CellStatement> = {}): CellStatement => ({
  kind: 'observation',
  cell: `c~SV~persons-prosecuted~_T~${period}`,
  collection: 'c',
  respondent: 'SV',
  reply: 'c/2008/SV',
  position: 1,
  receivedOn: '2008-01-20',
  code: 'persons-prosecuted',
  breakdown: '_T',
  period,
  year: Number(period),
  value,
  qualifier: 'exact',
  source: { paragraph: 14 },
  ...more,
});

describe('comparing two states', () => {
  it('tells what was revised, added and withdrawn, and by how much', () => {
    const before = [figure('2005', 18), figure('2006', 37), figure('2007', 6)];
    const after = [
      figure('2005', 18, { position: 9 }),
      figure('2007', 8),
      figure('2008', 5, { qualifier: 'fewer-than' }),
    ];
    expect(
      compareCells(before, after).map(({ kind, id, difference }) => [kind, id.slice(-4), difference]),
    ).toEqual([
      ['withdrawn', '2006', null],
      ['revised', '2007', 2],
      ['added', '2008', null],
    ]);
  });
  it('gives the difference of a censored figure as a range, and of a conflicting one not at all', () => {
    const censored = compareCells([figure('2007', 5, { qualifier: 'fewer-than' })], [figure('2007', 7)]);
    expect(censored[0]!.difference).toEqual({ low: 3, high: 7 });
    const conflicting = compareCells([figure('2007', 62)], [figure('2007', 62), figure('2007', 43)]);
    expect(conflicting).toMatchObject([{ kind: 'revised', difference: null }]);
    expect(
      compareCells([figure('2007', 62), figure('2007', 43)], [figure('2007', 43), figure('2007', 62)]),
    ).toEqual([]);
  });
  it('tells a change of qualifier alone', () => {
    expect(compareCells([figure('2007', 6)], [figure('2007', 6, { qualifier: 'at-least' })])).toMatchObject([
      { kind: 'revised' },
    ]);
  });
});

describe('comparing two collections', () => {
  const other = { collection: 'unodc-glotip', cell: 'unodc-glotip~SV~persons-prosecuted~_T~2007' };
  it('shows both figures side by side where they disagree', () => {
    const found = findDiscrepancies([figure('2007', 40, other), figure('2007', 6), figure('2006', 37)]);
    expect(found).toMatchObject([{ respondent: 'SV', period: '2007', difference: 34 }]);
    expect(found[0]!.figures.map(({ collection, value }) => [collection, value])).toEqual([
      ['c', 6],
      ['unodc-glotip', 40],
    ]);
  });
  it('is silent where they agree, or speak of different things', () => {
    expect(findDiscrepancies([figure('2007', 6), figure('2007', 6, other)])).toEqual([]);
    expect(
      findDiscrepancies([figure('2007', 6), figure('2007', 40, { ...other, breakdown: 'sex:female' })]),
    ).toEqual([]);
    expect(findDiscrepancies([figure('2007', 62), figure('2007', 43)])).toEqual([]);
  });
});

it('of more than two collections no difference is told, and figures stand in order of collection', () => {
  const figures = ['e', 'c', 'd'].map((collection, i) => figure('2007', i, { collection }));
  expect(findDiscrepancies(figures)).toMatchObject([
    { difference: null, figures: [{ collection: 'c' }, { collection: 'd' }, { collection: 'e' }] },
  ]);
  expect(findDiscrepancies(figures.slice(0, 2))).toMatchObject([{ difference: -1 }]);
});
