/** Keys, filters, versions and media types as clients write them. */
import { describe, expect, it } from '@jest/globals';
import type { Row } from '../model.js';
import { componentsOf } from '../model.js';
import { figuresStructure } from '../structures/flows.js';
import { chooseMedia, dataOffers, structureOffers } from './media.js';
import { readFilters, readParameters, readPath } from './parameters.js';
import { toSelection } from './selection.js';
import { isVersion } from './versions.js';

const components = componentsOf(figuresStructure);
const row = (values: Readonly<Record<string, string>>): Row =>
  components.map(
    ({ id }) => values[id] ?? (figuresStructure.dimensions.some((one) => one.id === id) ? '_T' : undefined),
  );
const figure = row({
  FREQ: 'A',
  COLLECTION: 'c',
  REF_AREA: 'SV',
  INDICATOR: 'cases-recorded',
  TIME_PERIOD: '2005',
  OBS_VALUE: '12',
  OBS_STATUS: 'A',
});
const span = row({
  FREQ: '_O',
  COLLECTION: 'c',
  REF_AREA: 'GR',
  INDICATOR: 'cases-recorded',
  TIME_PERIOD: '2003-01-01/P4Y',
  OBS_VALUE: '3',
});

const select = (key: string, filters = '', times: { startPeriod?: string; endPeriod?: string } = {}) =>
  toSelection({ key, filters: readFilters(readParameters(filters)), ...times }, figuresStructure);
const found = (...parameters: Parameters<typeof select>) => {
  const { matches } = select(...parameters);
  return [figure, span].filter(matches).length;
};

describe('a key', () => {
  it.each([
    ['all', 2],
    ['*', 2],
    ['', 2],
    ['..SV.........', 1],
    ['..SV+GR.........', 2],
    ['*.*.SV.*.*.*.*.*.*.*.*.*', 1],
    ['A.c.SV.cases-recorded._T._T._T._T._T._T._T._T', 1],
    ['A.c.GR.........', 0],
    ['..SV.........,..GR.........', 2],
  ])('%s finds %d', (key, count) => expect(found(key)).toBe(count));

  it('with another number of parts is told', () => {
    expect(() => select('..SV')).toThrow('has 3 parts; there are 12 dimensions: FREQ.COLLECTION');
  });
  it('tells which codes can be in it', () => {
    expect(select('..SV+GR.........').codesOf('REF_AREA')).toEqual(['SV', 'GR']);
    expect(select('..SV.........,..GR.........').codesOf('REF_AREA')).toEqual(['SV', 'GR']);
    expect(select('all').codesOf('REF_AREA')).toBeUndefined();
    expect(select('..SV+GR.........', 'c[REF_AREA]=GR,PE').codesOf('REF_AREA')).toEqual(['GR']);
  });
});

describe('a filter', () => {
  it.each([
    ['c%5BREF_AREA%5D=SV', 1],
    ['c[REF_AREA]=SV,GR', 2],
    ['c[REF_AREA]=ne:SV', 1],
    ['c[TIME_PERIOD]=ge%3A2005', 1],
    ['c[TIME_PERIOD]=ge:2003', 2],
    ['c[TIME_PERIOD]=ge:2003%2Ble:2005', 1],
    ['c[TIME_PERIOD]=ge:2003+le:2006', 2],
    ['c[TIME_PERIOD]=ge:2003&c[TIME_PERIOD]=le:2005', 1],
    ['c[TIME_PERIOD]=2005', 1],
    ['c[OBS_VALUE]=gt:5', 1],
    ['c[OBS_VALUE]=lt:100', 2],
    ['c[INDICATOR]=sw:cases', 2],
    ['c[INDICATOR]=co:victims', 0],
    ['c[OBS_STATUS]=A', 1],
  ])('%s finds %d', (filter, count) => expect(found('all', filter)).toBe(count));

  it('of what is no component is told', () => {
    expect(() => select('all', 'c[NOTHING]=1')).toThrow('"NOTHING" is no component of FIGURES');
    expect(() => select('all', 'c[TIME_PERIOD]=ge:soon')).toThrow('"soon" is no time period');
  });
});

it.each([
  [{ startPeriod: '2005' }, 1],
  [{ startPeriod: '2000-01-01', endPeriod: '2010' }, 2],
  [{ endPeriod: '2005-12-31' }, 1],
] as const)('periods %j find %d', (times, count) => expect(found('all', '', times)).toBe(count));

it.each([
  ['1.0.0', true],
  ['1.0', true],
  ['latest', true],
  ['~', true],
  ['+', true],
  ['*', true],
  ['all', true],
  ['1.0+.0', true],
  ['1+.0.0', true],
  ['1.0.0+', true],
  ['2+.0.0', false],
  ['1.1', false],
  ['2.0.0', false],
  ['1.0.0,2.0.0', true],
])('version %s: %s', (asked, expected) => expect(isVersion(asked, '1.0.0')).toBe(expected));

describe('a media type', () => {
  const data = (api: 'v1' | 'v2', accept?: string, name?: string) =>
    chooseMedia(dataOffers[api], accept, name).format;
  it.each([
    ['v1', undefined, 'generic-2.1'],
    ['v1', '*/*', 'generic-2.1'],
    ['v1', 'application/xml', 'generic-2.1'],
    ['v1', 'text/csv', 'csv-1.0'],
    ['v1', 'application/vnd.sdmx.genericdata+xml; version=2.1', 'generic-2.1'],
    ['v1', 'application/vnd.sdmx.structurespecificdata+xml; version=2.1, */*;q=0.1', 'specific-2.1'],
    ['v1', 'application/vnd.sdmx.data+json', 'json-1.0'],
    ['v2', '*/*', 'json-2.0'],
    ['v2', 'application/vnd.sdmx.data+csv;version=2.0.0', 'csv-2.0'],
    ['v2', 'application/vnd.sdmx.data+csv;version=2.1', 'csv-2.1'],
    ['v2', 'text/csv;q=0.5, application/vnd.sdmx.data+xml;version=3.0.0', 'xml-3.0'],
  ] as const)('%s %s is %s', (api, accept, format) => expect(data(api, accept)).toBe(format));

  it('in the address counts before the header', () => expect(data('v1', '*/*', 'csv')).toBe('csv-1.0'));
  it('that is not offered is told', () => {
    expect(() => data('v1', 'application/pdf')).toThrow(
      'This is given as application/vnd.sdmx.genericdata+xml;version=2.1',
    );
    expect(() => chooseMedia(structureOffers.v1, 'application/vnd.sdmx.structure+xml;version=3.0.0')).toThrow(
      'given as',
    );
  });
});

it('a path is read without its slash at the end, and decoded', () => {
  expect(readPath('/data/A%2CF%2CV/..SV%2BGR../')).toEqual(['data', 'A,F,V', '..SV+GR..']);
});
