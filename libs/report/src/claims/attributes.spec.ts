/** What each attribute of a query may look like: the whole of it, not a part. */
import { expect, it } from '@jest/globals';
import * as given from './attributes.js';

it.each([
  ['respondent', given.respondent, ['SV', 'LAS', 'X-1'], ['', 'S', 'sv', 'xSV', '1SV', 'SV.', 'S V']],
  ['indicator', given.indicator, ['a', 'a-b2', '1-2-3'], ['', 'A', '-a', 'a-', 'a--b', 'a b', '.a', 'a.']],
  [
    'breakdown',
    given.breakdown,
    ['_T', 'sex:female', 'sex:female,age-group:0-17', 'a:b,c:d,e:f'],
    ['', '_T,a:b', 'x_T', '_Tx', 'sex', 'sex:', ':female', 'a:b,', ',a:b', 'a:b,c', 'A:b', 'a:b;', '.a:b'],
  ],
  ['period', given.period, ['2005', '2002-07/2007-10', 'undated'], ['', '200x', '2005.']],
  ['year', given.year, ['2005'], ['', '205', '20055', 'x2005', '2005x', '200x']],
  ['region', given.region, ['419', 'none'], ['', '41', '4190', 'x419', '419x', 'xnone', 'nonex', '41x']],
  ['theme', given.theme, ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'III'], ['', 'H', 'a', 'II']],
  ['paragraph', given.paragraph, ['1', '123456'], ['', '1234567', 'x1', '1x', '1.5']],
])('%s', (_, attribute, good, bad) => {
  const isTaken = (text: string) => attribute.safeParse(text).success;
  expect(good.filter((text) => !isTaken(text))).toEqual([]);
  expect(bad.filter(isTaken)).toEqual([]);
});

it('a paragraph is a number, a breakdown that is not given the total, and codes are told apart by commas', () => {
  expect(given.paragraph.parse('007')).toBe(7);
  expect(given.breakdown.parse(undefined)).toBe('_T');
  const codes = given.codes(given.topic);
  expect(codes.parse('hotline, shelters ,a')).toEqual(['hotline', 'shelters', 'a']);
  expect(['', 'a,', 'a,,b', 'a b'].filter((text) => codes.safeParse(text).success)).toEqual([]);
});
