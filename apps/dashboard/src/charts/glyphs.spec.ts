/** The drawing of a chart: a glyph for each figure in its place, and no line across unknown values. */
import { describe, expect, it } from '@jest/globals';
import type { CitedFigure, Series, Span } from '@rapporteur/contract';
import type { Facet } from './facets.js';
import { isDrawable, toDrawing, yearsIn, type Scaling } from './glyphs.js';
import { missingIn, signsText } from './missing-signs.js';
import { segmentOf, seriesOf } from '../page/series-for-tests.js';
import { pageOf } from '../page/page-for-tests.js';

const page = pageOf({ lang: 'en', page: 'trends' });
const linear: Scaling = { scale: 'linear', base: undefined };
const log: Scaling = { scale: 'log', base: undefined };
const index = (base: number): Scaling => ({ scale: 'index', base });

const figure = (year: number, value: number | null, more: Partial<CitedFigure> = {}) => ({
  year,
  id: `id-${year}`,
  value,
  qualifier: value === null ? ('none-known' as const) : ('exact' as const),
  event: 1,
  receivedOn: '2008-01-01',
  ...more,
});
const span = (from: string | null, to: string | null, value: number, period = `${from}/${to}`): Span => ({
  ...figure(0, value, { id: `id-${period}` }),
  from,
  to,
  period,
});
const series = (years: Series['years'], more: Partial<Series> = {}): Series => seriesOf({ years, ...more });
const facet = (...all: Series[]): Facet => ({
  key: 'k',
  respondent: { code: 'SV', name: 'El Salvador' },
  collection: 'c',
  unit: 'person',
  members: all.map((one, look) => ({ series: one, look })),
});
const draw = (one: Series, scaling = linear) => toDrawing(facet(one), scaling, page);
const marks = (one: Series, scaling = linear) =>
  draw(one, scaling).yearly.map(({ kind, x, low, high }) => [kind, x, low, high]);
const line = (one: Series, scaling = linear) => draw(one, scaling).lines[0]!.points.map(({ x, y }) => [x, y]);

describe('a figure of a year', () => {
  it('is a mark in its year that says what it is and leads to its source', () => {
    expect(draw(series([figure(2006, 3800)])).yearly).toEqual([
      {
        kind: 'point',
        when: '2006',
        x: 2006,
        x2: 2006,
        low: 3800,
        high: 3800,
        look: 0,
        letter: 'A',
        href: '/?page=trends&lang=en&figure=id-2006',
        title: 'Persons prosecuted, 2006: 3,800',
        label: '3,800',
        sign: '',
      },
    ]);
  });

  it.each([
    ['exact', figure(2006, 7), 'point', 7, 7],
    ['an approximation', figure(2006, 7, { qualifier: 'approximately' }), 'approximate', 7, 7],
    ['at least', figure(2006, 7, { qualifier: 'at-least' }), 'range', 7, Infinity],
    ['fewer than', figure(2006, 7, { qualifier: 'fewer-than' }), 'range', 0, 6],
    ['fewer than one, which is no exact zero', figure(2006, 1, { qualifier: 'fewer-than' }), 'range', 0, 0],
    ['none known', figure(2006, null), 'missing', 0, 0],
    ['not available', figure(2006, null, { qualifier: 'not-available' }), 'missing', 0, 0],
    ['not applicable', figure(2006, null, { qualifier: 'not-applicable' }), 'missing', 0, 0],
  ] as const)('%s', (_, said, kind, low, high) => {
    expect(marks(series([said]))).toEqual([[kind, 2006, low, high]]);
  });

  it('is a mark for each of conflicting values, each of which tells all, and none known among them is no conflict', () => {
    const values = [
      { value: 62, qualifier: 'exact' as const },
      { value: 5, qualifier: 'fewer-than' as const },
      { value: null, qualifier: 'none-known' as const },
    ];
    const { yearly } = draw(series([figure(2006, null, { values, qualifier: null })]));
    expect(yearly.map(({ kind, low, high, label }) => [kind, low, high, label])).toEqual([
      ['conflicting', 62, 62, '62'],
      ['conflicting', 0, 4, '< 5'],
      ['missing', 0, 0, 'none known'],
    ]);
    expect(yearly[1]!.title).toBe(
      'Persons prosecuted, 2006: < 5; conflicting figures: 62 | < 5 | none known',
    );
  });
});

describe('a figure without a number', () => {
  const reasons = ['none-known', 'not-available', 'not-applicable', 'not-asked', 'withheld'] as const;
  const said = reasons.map((qualifier, i) => figure(2001 + i, null, { qualifier, missing: qualifier }));
  it('is a sign that says which it is, and is in no line, nor a zero of the scale', () => {
    const one = series([figure(2000, 4), ...said, figure(2006, 6)]);
    for (const scaling of [linear, log]) {
      const drawing = draw(one, scaling);
      expect(drawing.yearly.slice(1, 6).map(({ sign, label, title }) => [sign, label, title])).toEqual(
        [
          ['∅', 'none known'],
          [':', 'not available'],
          ['×', 'not applicable'],
          ['?', 'not asked'],
          ['#', 'withheld'],
        ].map(([sign, label], i) => [sign, label, `Persons prosecuted, ${2001 + i}: ${label}`]),
      );
      expect(line(one, scaling)).toEqual([
        [2000, 4],
        [2005.5, null],
        [2006, 6],
      ]);
      expect(drawing.hasZero).toBe(false);
    }
    expect(isDrawable(facet(series(said)))).toBe(true);
  });
  it('stands beside that of another series in the same year', () => {
    const places = toDrawing(facet(series(said), series(said)), linear, page).yearly.map(({ x }) => x);
    expect(new Set(places).size).toBe(10);
  });
  it('is explained where it is shown, in the language of names', () => {
    const one = series([said[3]!, figure(2005, 1)], {
      spans: [{ ...span('2003', '2006', 0), value: null, qualifier: 'withheld' }],
    });
    const values = [
      { value: 5, qualifier: 'exact' as const },
      { value: null, qualifier: 'not-available' as const },
    ];
    const twice = series([figure(2005, null, { values, qualifier: null })]);
    expect(missingIn([one, twice])).toEqual(['not-available', 'not-asked', 'withheld']);
    expect(missingIn([series([figure(2005, 0)])])).toEqual([]);
    expect(signsText(page, missingIn([one]))).toBe('? not asked; # withheld');
    for (const [lang, text] of [
      ['fr', '? non demandé'],
      ['es', '? no se preguntó'],
      ['ru', '? не запрашивалось'],
      ['ar', '? لم يُسأل عنه'],
      ['zh', '? 未询问'],
    ] as const)
      expect(signsText(pageOf({ lang }), ['not-asked'])).toBe(text);
    expect(signsText(page).split('; ')).toHaveLength(5);
  });
});

describe('a line', () => {
  it('goes from year to year, and opens at a year without a figure', () => {
    expect(line(series([figure(2003, 1), figure(2004, 2), figure(2006, 4), figure(2007, 5)]))).toEqual([
      [2003, 1],
      [2004, 2],
      [2005.5, null],
      [2006, 4],
      [2007, 5],
    ]);
  });

  it('is not drawn across a break, which is drawn instead', () => {
    const broken = series([figure(2003, 1), figure(2004, 2, { break: true }), figure(2005, 3)]);
    expect(line(broken)).toEqual([
      [2003, 1],
      [2003.5, null],
      [2004, 2],
      [2005, 3],
    ]);
    expect(draw(broken).breaks).toEqual([{ x: 2003.5, year: 2004, look: 0 }]);
    expect(line(series([figure(2003, 1, { break: true }), figure(2004, 2)]))).toEqual([
      [2003, 1],
      [2004, 2],
    ]);
  });

  it('goes through approximations, and through nothing that is no one number', () => {
    const twice = [1, 2].map((value) => ({ value, qualifier: 'exact' as const }));
    const said = [
      figure(2001, 1),
      figure(2002, 2, { qualifier: 'approximately' }),
      figure(2003, 3, { qualifier: 'at-least' }),
      figure(2004, 4),
      figure(2005, null),
      figure(2006, 5),
      figure(2007, null, { values: twice, qualifier: 'exact' }),
      figure(2008, 6),
    ];
    expect(line(series(said))).toEqual([
      [2001, 1],
      [2002, 2],
      [2003.5, null],
      [2004, 4],
      [2005.5, null],
      [2006, 5],
      [2007.5, null],
      [2008, 6],
    ]);
  });

  it('is in the order of years, whatever order the figures have', () => {
    expect(line(series([figure(2004, 2), figure(2003, 1)]))).toEqual([
      [2003, 1],
      [2004, 2],
    ]);
  });

  it('opens on a logarithmic scale at a zero, which has no place there', () => {
    const zeros = series([figure(2003, 1), figure(2004, 0), figure(2005, 3)]);
    expect(line(zeros)).toEqual([
      [2003, 1],
      [2004, 0],
      [2005, 3],
    ]);
    expect(line(zeros, log)).toEqual([
      [2003, 1],
      [2004.5, null],
      [2005, 3],
    ]);
    expect(marks(zeros, log)).toEqual([
      ['point', 2003, 1, 1],
      ['point', 2004, 0.4, 0.4],
      ['point', 2005, 3, 3],
    ]);
    expect([draw(zeros).hasZero, draw(zeros, log).hasZero]).toEqual([true, true]);
    expect(draw(series([figure(2003, 1), figure(2004, null)]), log).hasZero).toBe(false);
    expect(draw(series([figure(2003, 5, { qualifier: 'fewer-than' })]), log).hasZero).toBe(true);
  });
});

describe('ranges of several series', () => {
  it('stand aside from one another, and points stay in their year', () => {
    const atLeast = (value: number) =>
      series([figure(2003, value, { qualifier: 'at-least' }), figure(2004, value)]);
    const xs = (count: number) =>
      toDrawing(facet(...Array.from({ length: count }, (_, i) => atLeast(i))), linear, page).yearly.map(
        ({ x, x2 }) => [x, x2],
      );
    expect(xs(1)).toEqual([
      [2003, 2003],
      [2004, 2004],
    ]);
    expect(xs(2).map(([x]) => Number(x!.toFixed(3)))).toEqual([2002.92, 2004, 2003.08, 2004]);
    expect(xs(8)[0]![0]).toBeCloseTo(2003 - 3.5 * (0.7 / 8), 9);
    for (const [x, x2] of xs(8)) expect(x2).toBe(x);
  });
});

describe('a span', () => {
  const placed = (one: Span) =>
    draw(series([], { spans: [one] })).spans.map(({ x, x2, low, title }) => [x, x2, low, title]);
  it('lies from the beginning of its first year or month to the end of its last', () => {
    expect(placed(span('2003', '2006', 304))).toEqual([
      [2002.5, 2006.5, 304, 'Persons prosecuted, 2003–2006: 304'],
    ]);
    expect(placed(span('2002-07', '2007-10', 5))).toEqual([
      [2002, 2006.5 + 10 / 12, 5, 'Persons prosecuted, July 2002 – October 2007: 5'],
    ]);
    expect(placed(span('2007-01', '2007-01', 5, '2007-01'))).toEqual([
      [2006.5, 2006.5 + 1 / 12, 5, 'Persons prosecuted, January 2007: 5'],
    ]);
  });
  it('has no place where an end is not known', () => {
    expect(placed(span(null, '2007-06', 6, '../2007-06'))).toEqual([]);
    expect(placed(span(null, null, 7, 'undated'))).toEqual([]);
    expect(placed(span('2001-09', null, 7, '2001-09/..'))).toEqual([]);
  });
  it('is in no line and in no index', () => {
    const one = series([figure(2005, 2)], { spans: [span('2003', '2006', 304)] });
    expect(line(one)).toEqual([[2005, 2]]);
    expect(draw(one, index(2005)).spans).toEqual([]);
  });
});

describe('an index', () => {
  const one = series([figure(2003, 40), figure(2004, 50), figure(2005, 5, { qualifier: 'fewer-than' })]);
  it('is in per cent of the base year, and says so', () => {
    const { yearly, noIndex } = draw(one, index(2003));
    expect(yearly.map(({ low, high }) => [low, high])).toEqual([
      [100, 100],
      [125, 125],
      [0, 10],
    ]);
    expect(yearly.map(({ title }) => title)).toEqual([
      'Persons prosecuted, 2003: 40 (index 100, 2003 = 100)',
      'Persons prosecuted, 2004: 50 (index 125, 2003 = 100)',
      'Persons prosecuted, 2005: < 5',
    ]);
    expect(noIndex).toEqual([]);
  });
  it('is rounded to a tenth where it is told, and not where it is drawn', () => {
    const [, second] = draw(series([figure(2003, 3), figure(2004, 4)]), index(2003)).yearly;
    expect(second!.title).toBe('Persons prosecuted, 2004: 4 (index 133.3, 2003 = 100)');
    expect(second!.low).toBeCloseTo(400 / 3, 10);
  });
  it('has nothing of a series without a base, and says why', () => {
    for (const [base, reason] of [
      [2005, 'censored'],
      [2006, 'missing'],
    ] as const)
      expect(draw(one, index(base))).toEqual({
        yearly: [],
        spans: [],
        lines: [{ look: 0, points: [] }],
        breaks: [],
        noIndex: [{ member: { series: one, look: 0 }, reason }],
        hasZero: false,
      });
    expect(draw(one, { scale: 'index', base: undefined }).noIndex).toMatchObject([{ reason: 'missing' }]);
  });
  it('has only the years that are counted as the base is', () => {
    const broken = series([figure(2003, 40), figure(2004, 500, { break: true }), figure(2005, 600)], {
      segments: [segmentOf([2003], null), segmentOf([2004, 2005], 2004)],
    });
    expect(marks(broken, index(2004))).toEqual([
      ['point', 2004, 100, 100],
      ['point', 2005, 120, 120],
    ]);
    expect(marks(broken, index(2003))).toEqual([['point', 2003, 100, 100]]);
  });
});

describe('several series', () => {
  it('have each its look and letter, and a line of its own', () => {
    const drawing = toDrawing(
      facet(series([figure(2003, 1)]), series([figure(2003, 2, { break: true })])),
      linear,
      page,
    );
    expect(drawing.yearly.map(({ look, letter }) => [look, letter])).toEqual([
      [0, 'A'],
      [1, 'B'],
    ]);
    expect(drawing.lines).toEqual([
      { look: 0, points: [{ x: 2003, y: 1 }] },
      { look: 1, points: [{ x: 2003, y: 2 }] },
    ]);
    expect(drawing.breaks).toEqual([{ x: 2002.5, year: 2003, look: 1 }]);
  });
});

describe('the axis of years', () => {
  const open = span(null, '2007-06', 6, '../2007-06');
  it('is from the first to the last year of any figure that has a place', () => {
    const facets = [
      facet(series([figure(2005, 1), figure(2003, 2)])),
      facet(series([], { spans: [span('2001-07', '2009-02', 5), open] })),
    ];
    expect(yearsIn(facets)).toEqual([2001, 2009]);
    expect(yearsIn([facets[0]!])).toEqual([2003, 2005]);
    expect(yearsIn([facet(series([], { spans: [open] }))])).toBeUndefined();
    expect(yearsIn([])).toBeUndefined();
  });
  it('is needed only where something has a place', () => {
    expect(isDrawable(facet(series([figure(2005, 1)])))).toBe(true);
    expect(isDrawable(facet(series([], { spans: [span('2001', '2009', 5)] })))).toBe(true);
    expect(isDrawable(facet(series([], { spans: [open] }), series([])))).toBe(false);
  });
});
