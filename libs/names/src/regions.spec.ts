import { describe, expect, it } from '@jest/globals';
import { languages } from './languages.js';
import { regionMembers, regionNameOf, regions, regionsOf } from './regions.js';
import { isAggregate, isRespondentCode, respondentCodes, respondentKind } from './respondents.js';

describe('UN M49 regions', () => {
  it('lead from an area out to the world', () => {
    expect(regionsOf('SV')).toEqual(['013', '419', '019', '001']);
    expect(regionsOf('EE')).toEqual(['154', '150', '001']);
    expect(regionsOf('LAS')).toEqual([]);
  });

  it('have the members that M49 lists', () => {
    expect(regionMembers('143')).toEqual(['KG', 'KZ', 'TJ', 'TM', 'UZ']);
    expect(regionMembers('053')).toEqual(['AU', 'CC', 'CX', 'HM', 'NF', 'NZ']);
    expect(regionMembers('154')).toContain('CQ');
    expect(regionMembers('999')).toEqual([]);
  });

  it('divide the areas of each region among its parts, each once', () => {
    for (const { code } of regions) {
      const parts = regions
        .filter(({ parent }) => parent === code)
        .flatMap((part) => regionMembers(part.code));
      expect(new Set(parts).size).toBe(parts.length);
      expect(regionMembers(code)).toEqual(expect.arrayContaining(parts));
    }
  });

  it('hold every area of ISO 3166-1 but Taiwan, which M49 does not list', () => {
    const areas = respondentCodes.filter((code) => respondentKind(code) === 'area');
    expect(areas.filter((code) => regionsOf(code).at(-1) !== '001')).toEqual(['TW']);
  });

  it('never hold an aggregate, which would count its members twice', () => {
    const members = regionMembers('001');
    expect(members.filter(isAggregate)).toEqual([]);
    expect(members.every(isRespondentCode)).toBe(true);
    expect(['CAS', 'AW-CW'].map(isAggregate)).toEqual([true, true]);
  });

  it('have names in six languages', () => {
    expect(languages.map((language) => regionNameOf('419', language))).toEqual([
      'أمريكا اللاتينية ومنطقة البحر الكاريبي',
      'Latin America and the Caribbean',
      'América Latina y el Caribe',
      'Amérique latine et Caraïbes',
      'Латинская Америка и Карибский бассейн',
      '拉丁美洲和加勒比',
    ]);
    for (const { names } of regions) expect(new Set(Object.values(names)).size).toBeGreaterThan(3);
    expect(regionNameOf('999', 'fr')).toBe('999');
  });
});
