/** Which figures each scale can show, how series are divided into charts, and what the view shows at first. */
import { describe, expect, it } from '@jest/globals';
import type { CitedFigure, Round, Series } from '@rapporteur/contract';
import { segmentOf } from '../page/series-for-tests.js';
import { identityOf, toFacets } from './facets.js';
import { baseOf, fitsScale, rangeOf, usualBase, yearsWithBase } from './scale.js';
import { toSettings } from '../views/trends/trend-settings.js';

const figure = (year: number, value: number | null, more: Partial<CitedFigure> = {}) =>
  ({
    year,
    id: String(year),
    value,
    qualifier: 'exact',
    event: 1,
    receivedOn: '2008-01-01',
    ...more,
  }) as never;
const series = (indicator: string, years: never[], more: Partial<Series> = {}): Series =>
  ({
    respondent: { code: 'SV', name: 'El Salvador' },
    indicator: { code: indicator, name: indicator },
    collection: 'c',
    breakdown: {},
    unit: 'person',
    years,
    spans: [],
    ...more,
  }) as unknown as Series;

describe('a chart on a scale', () => {
  it('has nothing to draw as an index where no series has a figure of the base year, and else always has', () => {
    const [early, late] = [series('a', [figure(2005, 4)]), series('b', [figure(2006, 4)])];
    const index = { scale: 'index', base: 2005 } as const;
    expect([fitsScale([early, late], index), fitsScale([late], index)]).toEqual([true, false]);
    expect(fitsScale([late], { scale: 'linear', base: undefined })).toBe(true);
  });
});

describe('the range of a figure', () => {
  it.each([
    ['exact', 7, { low: 7, high: 7 }],
    ['fewer-than', 5, { low: 0, high: 4 }],
    ['fewer-than', 0, { low: 0, high: 0 }],
    ['at-least', 3800, { low: 3800, high: null }],
    ['approximately', 20, { low: 20, high: 20 }],
    ['none-known', null, null],
  ] as const)('%s %s', (qualifier, value, expected) => {
    expect(rangeOf({ value, qualifier })).toEqual(expected);
  });
});

describe('the base of an index', () => {
  const years = [
    figure(2001, 0),
    figure(2002, 5, { qualifier: 'fewer-than' }),
    figure(2003, 20, { qualifier: 'approximately' }),
    figure(2004, null, { values: [] }),
    figure(2005, null, { qualifier: 'none-known' }),
    figure(2006, 8),
  ];
  it.each([
    [2000, 'missing'],
    [2001, 'zero'],
    [2002, 'censored'],
    [2003, 'approximate'],
    [2004, 'conflicting'],
    [2005, 'missing'],
    [2006, 8],
  ])('is in %s: %s', (year, expected) => {
    expect(baseOf({ years }, year)).toBe(expected);
  });

  it('is the year that most series can use, the earliest of several, and none where none can', () => {
    const other = { years: [figure(2006, 3), figure(2007, 4)] };
    expect(usualBase([{ years }, other])).toBe(2006);
    expect(usualBase([other])).toBe(2006);
    expect(usualBase([{ years: [figure(2001, 0)] }])).toBeUndefined();
  });

  it('serves the years on its side of a break alone', () => {
    const all = [figure(2001, 1), figure(2002, 2), figure(2003, 3)];
    const segments = [segmentOf([2001], null), segmentOf([2002, 2003], 2002)];
    expect([...yearsWithBase({ years: all, segments }, 2003)]).toEqual([2002, 2003]);
    expect([...yearsWithBase({ years: all }, 2003)]).toEqual([2001, 2002, 2003]);
  });
});

describe('facets', () => {
  it('keep units, collections and wholes of parts apart', () => {
    const facets = toFacets([
      series('a', []),
      series('b', []),
      series('a', [], { breakdown: { sex: 'female' } }),
      series('c', [], { unit: 'case' }),
      series('a', [], { collection: 'd' }),
    ]);
    expect(facets.map(({ key, members }) => [key, members.length])).toEqual([
      ['SV~c~person', 2],
      ['SV~c~person~sex', 1],
      ['SV~c~case', 1],
      ['SV~d~person', 1],
    ]);
  });

  it('hold no more lines than can be told apart, and lose none', () => {
    const of = (indicator: string, count: number) =>
      Array.from({ length: count }, (_, i) => series(indicator, [], { breakdown: { citizenship: `x${i}` } }));
    const all = [...of('a', 5), ...of('b', 9)];
    const facets = toFacets(all);
    expect(facets.map(({ members }) => members.length)).toEqual([5, ...Array.from({ length: 9 }, () => 1)]);
    expect(facets.flatMap(({ members }) => members.map((member) => member.series))).toEqual(all);
    expect(new Set(facets.map(({ key }) => key)).size).toBe(facets.length);
  });

  it('give one thing one look in every chart', () => {
    const other = { respondent: { code: 'GR', name: 'Greece' } };
    const facets = toFacets([series('b', []), series('b', [], other), series('a', [], other)]);
    const looks = facets.flatMap(({ members }) =>
      members.map((member) => [identityOf(member.series), member.look]),
    );
    expect(looks).toEqual([
      ['b', 1],
      ['b', 1],
      ['a', 0],
    ]);
  });
});

describe('what the view opens on', () => {
  const roundOf = (collection: string, replies: number) => ({ collection, counts: { replies } }) as Round;
  const small = roundOf('ecosoc', 25);
  const large = roundOf('unodc', 208);

  it('is the way to court in a small collection, whole', () => {
    const settings = toSettings({}, [small]);
    expect(settings).toMatchObject({ collection: 'ecosoc', breakdown: undefined });
    expect(settings.indicator?.split(',')).toHaveLength(4);
  });

  it('is one total of everybody in the collection that most replied to', () => {
    expect(toSettings({}, [small, large])).toMatchObject({
      collection: 'unodc',
      indicator: 'persons-convicted',
      breakdown: '_T',
    });
  });

  it('is said in full where it is cited, so that another collection changes nothing', () => {
    const cited = toSettings({ lang: 'en' }, [small]);
    const { collection, indicator, breakdown } = toSettings(cited.fixed, [small, large]);
    expect({ collection, indicator, breakdown }).toEqual({
      collection: 'ecosoc',
      indicator: cited.indicator,
      breakdown: undefined,
    });
  });
});
