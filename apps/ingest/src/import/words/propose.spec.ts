/** What is proposed for an unknown word: the right codes, each once, the likeliest first, with the reason. */
import { describe, expect, it } from '@jest/globals';
import { parseMapping } from '../table/mapping.js';
import { makeProposer, nameOfCode } from './propose.js';

const mapping = parseMapping(
  JSON.stringify({
    respondent: { code: ['Area'], words: { 'The Isle': 'IS' } },
    period: { columns: ['Year'] },
    value: { columns: ['Value'] },
    indicator: { columns: ['Measure'], words: { sentenced: 'persons-convicted', '': 'persons-arrested' } },
    breakdown: [
      { columns: ['Sex'], dimension: 'sex', words: { girls: 'female', everybody: null } },
      { columns: ['From'], dimension: 'citizenship', words: {}, respondents: true },
    ],
    break: { columns: ['Status'], words: { broken: true, goes: false } },
  }),
);
const propose = makeProposer(mapping);
const codesOf = (dimension: string, word: string, hint: string | null = null) =>
  propose(dimension, word, hint).map(({ code }) => code);

describe('proposals', () => {
  it('for a nationality that may be one of two are both, with names', () => {
    expect(propose('citizenship', 'Nigerin', null)).toMatchObject([
      { code: 'ne', name: 'Niger' },
      { code: 'ng', name: 'Nigeria' },
    ]);
    expect(codesOf('respondent', 'Nigerin')).toEqual(expect.arrayContaining(['NE', 'NG']));
  });

  it('for a respondent are names that are near, and nationalities', () => {
    expect(propose('respondent', 'Austira', null)[0]).toEqual({
      ...{ code: 'AT', name: 'Austria', reason: 'name of Austria, one letter differs' },
    });
    expect(codesOf('respondent', 'Austrian')[0]).toBe('AT');
    expect(propose('respondent', 'the ilse', null)).toMatchObject([
      { code: 'IS', reason: 'the mapping knows "The Isle"' },
    ]);
  });

  it('for a word that says by what its row is broken down are dimensions', () => {
    expect(propose('kind-of-breakdown', 'por sexo', null)).toMatchObject([{ code: 'sex', name: 'Sex' }]);
    expect(codesOf('kind-of-breakdown', 'by citizenship')).toContain('citizenship');
  });

  it('name the code that stands beside the word first, and each code once', () => {
    expect(propose('respondent', 'Austira', 'SV')).toMatchObject([
      { code: 'SV', name: 'El Salvador', reason: 'the name in the same row says so' },
      { code: 'AT' },
    ]);
    expect(codesOf('respondent', 'Austira', 'AT')).toEqual(['AT']);
  });

  it('for other dimensions are codes, names in any language and words of the mapping that are near', () => {
    expect(propose('sex', 'girlz', null)).toEqual([
      { code: 'female', name: 'Female', reason: 'the mapping knows "girls"' },
    ]);
    // Words of another dimension are none of this one.
    expect(codesOf('age', 'girlz')).toEqual([]);
    expect(codesOf('sex', 'FEMAL')).toContain('female');
    expect(codesOf('sex', 'everibody')).toEqual([]);
    expect(codesOf('indicator', 'sentensed')).toEqual(['persons-convicted']);
    expect(codesOf('indicator', 'persons convicted')).toContain('persons-convicted');
    // No nationality is meant by what is no dimension of respondents.
    expect(codesOf('sex', 'Nigerian')).toEqual([]);
  });

  it('are five at most', () => {
    const codes = codesOf('indicator', 'persons');
    expect(codes).toHaveLength(5);
    // All are as near as one another.
    expect(codes).toEqual([...codes].sort());
  });

  it('say of a word of breaks whether it means one', () => {
    expect(codesOf('break', 'brokne')).toEqual(['break']);
    expect(codesOf('break', 'goez')).toEqual(['no-break']);
  });

  it.each<[string, string[]]>([
    // A third of the letters of the shorter may be wrong, or missing.
    ['broke', ['break']],
    ['brok', []],
    ['brokenxx', ['break']],
    ['brokenxxx', []],
    // A whole word within, but not a part of one, and none that is too short to say anything.
    ['is broken here', ['break']],
    ['isbrokenhere', []],
    ['', []],
    [`broken ${'x'.repeat(73)}`, ['break']],
    [`broken ${'x'.repeat(74)}`, []],
  ])('for "%s" are %j', (word, expected) => {
    expect(codesOf('break', word)).toEqual(expected);
  });
});

it.each([
  ['indicator', 'persons-convicted', 'Persons convicted'],
  ['sex', 'female', 'Female'],
  ['respondent', 'SV', 'El Salvador'],
  ['citizenship', 'ng', 'Nigeria'],
  // Only the codes of respondents are written in capitals.
  ['respondent', 'sv', 'sv'],
  ['sex', 'none-of-ours', 'none-of-ours'],
])('the code of %s %s is called %s', (dimension, code, name) => {
  expect(nameOfCode(dimension, code)).toBe(name);
});
