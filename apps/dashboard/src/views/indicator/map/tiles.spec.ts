import { describe, expect, it } from '@jest/globals';
import type { Series } from '@rapporteur/contract';
import { countLooks, layOut, lookOf, steps, type Tile } from './tiles.js';

const region = (code: string, parent: string | undefined, respondents: string[]) => ({
  ...{ code, name: `region ${code}`, respondents },
  ...(parent ? { parent } : {}),
});
const regions = [
  region('001', undefined, ['AQ', 'FR', 'KE', 'PE']),
  region('002', '001', ['KE']),
  region('005', '419', ['PE']),
  region('014', '202', ['KE']),
  region('019', '001', ['PE']),
  region('150', '001', ['FR']),
  region('155', '150', ['FR']),
  region('202', '002', ['KE']),
  region('419', '019', ['PE']),
];
const respondent = (code: string, kind = 'area') => ({ code, name: code, kind, rounds: [] });

type Figure = Partial<Series['years'][number]>;
const reported = (code: string, ...years: Figure[]) =>
  ({
    respondent: { code, name: code },
    direction: 'insufficient-data',
    trend: { reason: { code: 'under-five-points' } },
    years: years.map((one, i) => ({ id: code, year: 2010 + i, value: 1, qualifier: 'exact', ...one })),
  }) as unknown as Series;
const latest = (...years: Figure[]) => lookOf({ series: reported('SV', ...years) }, 'latest');

describe('layOut', () => {
  it('puts each area into its smallest region, the continents from west to east', () => {
    const everybody = ['AQ', 'FR', 'KE', 'PE'].map((code) => respondent(code));
    const { continents, outside } = layOut(regions, everybody, []);
    expect(continents.map(({ code, parts }) => [code, parts.map((part) => part.region?.code)])).toEqual([
      ['019', ['005']],
      ['150', ['155']],
      ['002', ['014']],
    ]);
    // Antarctica, which lies in no region but the world, has a tile only if it reports.
    expect(outside).toEqual([]);
  });

  it('has a tile for what is no area, or lies in no region, only where it has reported', () => {
    const everybody = [
      respondent('LAS', 'organisation'),
      respondent('IOM', 'organisation'),
      respondent('XK'),
    ];
    const { continents, outside } = layOut(regions, everybody, [reported('LAS', {}), reported('XK', {})]);
    expect([continents, outside.map((tile) => tile.respondent.code)]).toEqual([[], ['LAS', 'XK']]);
  });
});

describe('lookOf', () => {
  it.each([
    [0, 'step-0'],
    [1, 'step-1'],
    [9, 'step-1'],
    [10, 'step-2'],
    [9_999, 'step-4'],
    [123_456, 'step-5'],
  ])('puts %i into its step', (value, look) => expect(latest({ value })).toBe(look));

  it('puts a range into a step only where both of its ends are in it', () => {
    expect(latest({ value: 5, qualifier: 'fewer-than' })).toBe('range');
    expect(latest({ value: 1, qualifier: 'fewer-than' })).toBe('step-0');
    expect(latest({ value: 3800, qualifier: 'at-least' })).toBe('range');
    expect(latest({ value: 10_000, qualifier: 'at-least' })).toBe(`step-${steps.length - 1}`);
  });

  it('takes conflicting figures, no number and no data for what they are', () => {
    const values = [{ value: 3, qualifier: 'exact' }] as Figure['values'];
    expect(latest({ value: null, values })).toBe('conflicting');
    expect(latest({ value: null, qualifier: 'none-known', missing: 'none-known' })).toBe(
      'missing-none-known',
    );
    expect(latest()).toBe('other-periods');
    expect(lookOf({ series: undefined }, 'latest')).toBe('no-data');
  });

  it('takes the latest figure, and not a later year that says why there is none', () => {
    const none = { value: null, qualifier: 'not-asked', missing: 'not-asked' } as Figure;
    expect(latest({ value: 12 }, none)).toBe('step-2');
    expect(latest(none)).toBe('missing-not-asked');
  });
});

it('counts what tiles show, in the order of the legend', () => {
  const tiles: Tile[] = [
    { respondent: { code: 'DE', name: 'DE' }, series: undefined },
    { respondent: { code: 'SV', name: 'SV' }, series: reported('SV', {}) },
  ];
  expect(countLooks(tiles, 'direction')).toEqual([
    ['insufficient-data', 1],
    ['no-data', 1],
  ]);
});
