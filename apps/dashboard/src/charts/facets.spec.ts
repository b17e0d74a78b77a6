/** Dividing series into charts: which series share one, how many it may have, and the look of each series. */
import { describe, expect, it } from '@jest/globals';
import type { Series } from '@rapporteur/contract';
import { seriesOf } from '../page/series-for-tests.js';
import { colourOf, dashOf, identityOf, letterOf, shapeOf, signOf, toFacets } from './facets.js';

const series = (indicator: string, breakdown: Series['breakdown'] = {}, more: Partial<Series> = {}): Series =>
  seriesOf({ indicator: { code: indicator, name: indicator }, breakdown, ...more });
const parts = (indicator: string, count: number) =>
  Array.from({ length: count }, (_, i) => series(indicator, { citizenship: `x${i}` }));
const shown = (facets: ReturnType<typeof toFacets>) =>
  facets.map(({ key, members }) => [key, members.length]);

describe('what a line stands for', () => {
  it('is its indicator and its breakdown, in whatever order that is written', () => {
    expect(identityOf(series('a'))).toBe('a');
    expect(identityOf(series('a', { sex: 'female', age: 'child' }))).toBe('a~age:child~sex:female');
    expect(identityOf(series('a', { age: 'child', sex: 'female' }))).toBe('a~age:child~sex:female');
  });
});

describe('a facet', () => {
  it('is of one respondent, collection, unit and kind of breakdown, and says which', () => {
    const greece = { code: 'GR', name: 'Greece' };
    const facets = toFacets([
      series('a'),
      series('b'),
      series('a', {}, { respondent: greece }),
      series('a', {}, { collection: 'd' }),
      series('c', {}, { unit: 'case' }),
      series('a', { sex: 'female', age: 'child' }),
      series('a', { age: 'adult', sex: 'female' }),
      series('a', { sex: 'female' }),
    ]);
    expect(shown(facets)).toEqual([
      ['SV~c~person', 2],
      ['GR~c~person', 1],
      ['SV~d~person', 1],
      ['SV~c~case', 1],
      ['SV~c~person~age,sex', 2],
      ['SV~c~person~sex', 1],
    ]);
    expect(facets[1]).toMatchObject({ respondent: greece, collection: 'c', unit: 'person' });
    expect(facets[3]).toMatchObject({ respondent: { code: 'SV' }, collection: 'c', unit: 'case' });
  });

  it('has eight lines at most: more are parted by indicator, and where one has more, each stands alone', () => {
    expect(shown(toFacets(parts('a', 8)))).toEqual([['SV~c~person~citizenship', 8]]);
    expect(shown(toFacets([...parts('a', 8), ...parts('b', 1)]))).toEqual([
      ['SV~c~person~citizenship~a', 8],
      ['SV~c~person~citizenship~b', 1],
    ]);
    expect(shown(toFacets(parts('a', 9)))).toEqual(
      Array.from({ length: 9 }, (_, i) => [`SV~c~person~citizenship~a~citizenship:x${i}`, 1]),
    );
  });

  it('has its series in the order in which they came, each with the look of its identity', () => {
    const [facet] = toFacets([series('b'), series('a'), series('c')]);
    expect(facet!.members.map(({ series: { indicator }, look }) => [indicator.code, look])).toEqual([
      ['b', 1],
      ['a', 0],
      ['c', 2],
    ]);
  });

  it('takes looks from the order that it is given: in every chart of a page the same', () => {
    const [facet] = toFacets([series('b'), series('a')], ['c', 'b', 'a']);
    expect(facet!.members.map(({ look }) => look)).toEqual([1, 2]);
  });
});

describe('a look', () => {
  it('has a letter of its own: A to Z, then AA', () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual([
      ...['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA'],
    ]);
  });
  it('has colour, dash and shape, of which the first that all repeat together is far away', () => {
    const looks = Array.from({ length: 280 }, (_, look) =>
      [colourOf(look), dashOf(look), shapeOf(look)].join(' '),
    );
    expect(looks.slice(0, 2)).toEqual(['var(--series-0)  circle', 'var(--series-1) 7 3 square']);
    expect(new Set(looks).size).toBe(280);
    expect([colourOf(8), dashOf(5), shapeOf(7)]).toEqual([colourOf(0), dashOf(0), shapeOf(0)]);
  });
  it('has in legends the sign of its shape', () => {
    const signs = Array.from({ length: 7 }, (_, look) => `${shapeOf(look)} ${signOf(look)}`);
    expect(signs).toEqual([
      ...['circle ●', 'square ■', 'triangle ▲', 'diamond ◆', 'star ★', 'wye Y', 'cross ✚'],
    ]);
    expect(signOf(7)).toBe(signOf(0));
  });
});
