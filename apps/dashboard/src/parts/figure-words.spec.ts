/** Figures, periods, breakdowns and charts in words: the words claim nothing that the figures do not say. */
import { describe, expect, it } from '@jest/globals';
import type { CitedFigure, Series, Span } from '@rapporteur/contract';
import {
  breakdownText,
  differenceText,
  directionText,
  figureText,
  kindText,
  periodText,
  sayChart,
  seriesText,
  unbroken,
} from './figure-words.js';
import { segmentOf, seriesOf, trendOf, underFive } from '../page/series-for-tests.js';
import { pageOf } from '../page/page-for-tests.js';

const en = pageOf({ lang: 'en' });
const fr = pageOf({ lang: 'fr' });
const zh = pageOf({ lang: 'zh' });

const figure = (year: number, value: number | null, more: Partial<CitedFigure> = {}) => ({
  year,
  id: `id-${year}`,
  value,
  qualifier: value === null ? ('none-known' as const) : ('exact' as const),
  event: 1,
  receivedOn: '2008-01-01',
  ...more,
});
const span = (from: string | null, to: string | null, period: string): Span => ({
  ...figure(0, 5),
  from,
  to,
  period,
});
const series = (years: Series['years'], more: Partial<Series> = {}): Series =>
  seriesOf({ years, trend: underFive(3), ...more });

describe('a figure', () => {
  it.each([
    [1234, 'exact', '1,234'],
    [3800, 'at-least', '≥ 3,800'],
    [5, 'fewer-than', '< 5'],
    [20, 'approximately', '≈ 20'],
    [0, 'exact', '0'],
    [null, 'none-known', 'none known'],
    [null, 'not-available', 'not available'],
    [null, 'not-applicable', 'not applicable'],
    [null, 'not-asked', 'not asked'],
    [null, 'withheld', 'withheld'],
    [7, null, '7'],
  ] as const)('%s %s is %s', (value, qualifier, text) => {
    expect(figureText({ value, qualifier }, en)).toBe(text);
  });
  it('that is given twice is both, with a bar between', () => {
    const values = [
      { value: 62, qualifier: 'exact' as const },
      { value: null, qualifier: 'none-known' as const },
    ];
    expect(figureText({ value: null, qualifier: null, values }, en)).toBe('62 | none known');
  });
  it('is written as the language writes numbers', () => {
    expect(figureText({ value: 1234, qualifier: 'exact' }, fr)).toBe('1\u202f234');
  });

  it('keeps a sign before its number in Arabic, where it would else stand behind it and point the other way', () => {
    const ar = pageOf({ lang: 'ar' });
    expect(figureText({ value: 5, qualifier: 'fewer-than' }, ar)).toBe('\u2066< 5\u2069');
    expect(figureText({ value: 5, qualifier: 'exact' }, ar)).toBe('5');
    expect(differenceText({ low: -18, high: 1 }, ar)).toBe('\u2066−18 – +1\u2069');
    expect(ar.texts.changedTo('1', '2')).toBe('1 ← 2');
  });
});

describe('a period', () => {
  it.each([
    ['2003', '2006', '2003/2006', '2003–2006'],
    ['2002-07', '2007-10', '2002-07/2007-10', 'July 2002 – October 2007'],
    ['2007-10', '2007-10', '2007-10', 'October 2007'],
    [null, '2007-06', '../2007-06', 'up to June 2007'],
    [null, null, '../2007-06', 'up to June 2007'],
    ['2001-09', null, '2001-09/..', 'since September 2001'],
    [null, null, 'undated', 'undated'],
  ])('from %s to %s (%s) is %s', (from, to, period, text) => {
    expect(periodText({ from, to, period }, en)).toBe(text);
  });
});

describe('a breakdown', () => {
  it('names dimensions and codes in the language, countries as the browser names them, and else says the codes', () => {
    expect(breakdownText({}, en)).toBe('');
    expect(breakdownText({ sex: 'female', age: 'child' }, en)).toBe('Sex: Female, Age: 0 to 17 years');
    expect(breakdownText({ sex: 'female' }, fr)).toBe('Sexe\u00a0: Femmes');
    expect(breakdownText({ sex: 'female' }, zh)).toBe('性别：女');
    expect(breakdownText({ citizenship: 'sv' }, en)).toBe('Citizenship: El Salvador');
    expect(breakdownText({ citizenship: 'abroad' }, en)).toBe('Citizenship: Abroad');
    expect(breakdownText({ shape: 'round' }, en)).toBe('shape: round');
    expect(breakdownText({ sex: 'other-kind' }, en)).toBe('Sex: other-kind');
  });
  it('stands behind the name of a series, where there is one', () => {
    expect(seriesText(series([]), en)).toBe('Persons prosecuted');
    expect(seriesText(series([], { breakdown: { sex: 'male' } }), en)).toBe('Persons prosecuted (Sex: Male)');
  });
  it('of a kind is named by its dimensions', () => {
    expect(kindText('_T', en)).toBe('total only');
    expect(kindText('sex', en)).toBe('by sex');
    expect(kindText('age,form-of-exploitation,shape', en)).toBe('by age, form of exploitation and shape');
    expect(kindText('sex', fr)).toBe('par sexe');
  });
});

it('leaves no sign and no formula in a sentence to be broken at the end of a line', () => {
  expect(unbroken('as < 5 and as ≥ 3,800: n = 8, p < 0.001')).toBe(
    'as <\u00a05 and as ≥\u00a03,800: n\u00a0=\u00a08, p\u00a0<\u00a00.001',
  );
});

describe('a direction', () => {
  const significant = { code: 'significant' as const, p: 0.0171, alpha: 0.05 };
  const judged = (direction: Series['direction'], more: Partial<Series> = {}) =>
    directionText(series([], { direction, trend: trendOf({ reason: significant, n: 6 }), ...more }), en);
  it('is said with n and p where there is one, and else why there is none', () => {
    expect(judged('rising')).toBe('Rising: n\u00a0=\u00a06, p\u00a0=\u00a00.017');
    expect(judged('falling')).toBe('Falling: n\u00a0=\u00a06, p\u00a0=\u00a00.017');
    expect(directionText(series([]), en)).toBe('None given: 3 yearly figures, 5 are needed');
    const none = { code: 'not-significant' as const, p: 0.3, alpha: 0.05 };
    expect(judged('no-significant-trend', { trend: trendOf({ reason: none, n: 6 }) })).toBe(
      'No significant trend: n\u00a0=\u00a06, p\u00a0=\u00a00.3; this does not say that nothing changed',
    );
  });
  it('is that of the years since the last break, and says so', () => {
    const segments = [segmentOf([2003], null), segmentOf([2004], 2004), segmentOf([2005], 2005)];
    expect(judged('rising', { segments })).toBe(
      'Rising: n\u00a0=\u00a06, p\u00a0=\u00a00.017, since the break of 2005',
    );
    expect(directionText(series([], { segments }), en)).toBe(
      'None given: 3 yearly figures, 5 are needed, since the break of 2005',
    );
    expect(judged('rising', { segments: segments.slice(0, 1) })).toBe(
      'Rising: n\u00a0=\u00a06, p\u00a0=\u00a00.017',
    );
  });
});

describe('what a chart shows, in words', () => {
  const name = '\u2068Persons prosecuted\u2069';
  it('is how many years, and the first and the last figure', () => {
    expect(sayChart([series([figure(2005, 18), figure(2006, 37), figure(2007, 6)])], en)).toBe(
      `${name}: 3 yearly figures, from 18 (2005) to 6 (2007).`,
    );
    expect(sayChart([series([figure(2005, 18)])], en)).toBe(`${name}: 18 (2005).`);
    expect(sayChart([series([])], en)).toBe('.');
  });
  it('names every year that has no figure between them, before a break too', () => {
    const said = series(
      [figure(2001, 1), figure(2004, 2), figure(2005, 3, { break: true }), figure(2007, 4)],
      {
        trend: underFive(2, [2006]),
      },
    );
    expect(sayChart([said], en)).toBe(
      `${name}: 4 yearly figures, from 1 (2001) to 4 (2007); no figure for 2002, 2003 and 2006; counted in a new way from 2005 on.`,
    );
  });
  it('tells ranges, conflicts, spans, and what has no place on the axis', () => {
    const values = [1, 2].map((value) => ({ value, qualifier: 'exact' as const }));
    const said = series(
      [
        figure(2001, 5, { qualifier: 'fewer-than' }),
        figure(2002, 6, { qualifier: 'at-least' }),
        figure(2003, 7, { qualifier: 'approximately' }),
        figure(2004, null, { values, qualifier: 'exact' }),
      ],
      {
        spans: [
          span('2003', '2006', '2003/2006'),
          span(null, '2007-06', '../2007-06'),
          span(null, null, 'undated'),
        ],
      },
    );
    expect(sayChart([said], en)).toBe(
      [
        `${name}: 4 yearly figures, from <\u00a05 (2001) to 1 | 2 (2004)`,
        '2 figures are ranges',
        'conflicting figures for 2004',
        `${name}: 3 figures for other periods than a year`,
        '2 figures of an open or unknown period are in the table only.',
      ].join('; '),
    );
  });
  it('names the years without a number by what is said instead, none of them a figure or a gap', () => {
    const why = (year: number, missing: NonNullable<CitedFigure['missing']>) =>
      figure(year, null, { qualifier: missing, missing });
    const years = [
      ...[why(2000, 'not-asked'), figure(2001, 0), why(2002, 'not-applicable'), why(2003, 'withheld')],
      ...[figure(2004, 2), why(2005, 'not-asked'), why(2006, 'none-known')],
    ];
    expect(sayChart([series(years)], en)).toBe(
      [
        `${name}: 3 yearly figures, from 0 (2001) to \u2068none known\u2069 (2006)`,
        '\u2068not applicable\u2069 for 2002',
        '\u2068not asked\u2069 for 2000 and 2005',
        '\u2068withheld\u2069 for 2003.',
      ].join('; '),
    );
    expect(sayChart([series([why(2005, 'not-available')])], en)).toBe(
      `${name}: \u2068not available\u2069 for 2005.`,
    );
    expect(sayChart([series([why(2005, 'not-available')])], zh)).toBe(
      `${name}：\u2068无数据\u2069（2005）。`,
    );
  });
  it('is a sentence for each series', () => {
    const women = series([figure(2005, 1)], { breakdown: { sex: 'female' } });
    expect(sayChart([series([figure(2005, 18)]), women], en)).toBe(
      `${name}: 18 (2005). \u2068Persons prosecuted (Sex: Female)\u2069: 1 (2005).`,
    );
  });
});
