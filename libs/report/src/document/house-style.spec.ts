/** Numbers that stand together are written alike, whatever they count; sentences begin with a large letter. */
import { expect, it } from '@jest/globals';
import {
  countRespondents,
  lowerFirst,
  numeralsFor,
  upperFirst,
  writeBreakdown,
  writeDay,
  writeDecimal,
  writeDetail,
  writeIndicator,
  writeNumber,
  writePeriod,
  writePeriodShort,
  writeRange,
  writeTheme,
  writeTopic,
} from './house-style.js';
import { loadLanguage } from './language.js';

const states = (count: number) => 'AL BG CZ DK EE FI GR HU IT JP LV MT'.split(' ').slice(0, count);

it.each([
  [states(9), 'nine States'],
  [[...states(9), 'LAS'], 'nine States and one regional organization'],
  [[...states(10), 'LAS'], '10 States and 1 regional organization'],
  [['LAS'], 'one regional organization'],
  [[], ''],
])('%j are %s', async (codes, written) => {
  expect(countRespondents(codes, await loadLanguage('en'))).toBe(written);
});

it('begins a sentence with a large letter, and leaves names and figures alone', () => {
  expect(['the Niger is listed', '“x” in paragraph 3', 'UNODC', '尼日尔'].map(upperFirst)).toEqual([
    'The Niger is listed',
    '“x” in paragraph 3',
    'UNODC',
    '尼日尔',
  ]);
});

it.each([
  [0, '0', 'zero'],
  [9, '9', 'nine'],
  [10, '10', '10'],
  [999, '999', '999'],
  [1000, '1,000', '1,000'],
  [1234567, '1,234,567', '1,234,567'],
  [-3, '−3', '−3'],
  [-1000, '−1,000', '−1,000'],
])('%d is %s in digits and %s in words, where there are words for it', async (value, digits, words) => {
  const language = await loadLanguage('en');
  expect(writeNumber(value, language)).toBe(digits);
  expect(writeNumber(value, language, 'words')).toBe(words);
});

it('writes numbers that stand together in words only while none of them needs digits', async () => {
  const language = await loadLanguage('en');
  expect([[], [0, 9], [null, 9], [1, 10], [10]].map((values) => numeralsFor(values, language))).toEqual([
    ...['words', 'words', 'words', 'digits', 'digits'],
  ]);
});

it('writes the result of a division to one decimal, and a range by the ends that it has', async () => {
  const language = await loadLanguage('en');
  const write = (n: number) => writeDecimal(n, language);
  expect([1.65, 2, 0.04, 12345.67].map(write)).toEqual(['1.6', '2.0', '0.0', '12,345.7']);
  const range = (figure: Parameters<typeof writeRange>[0]) => writeRange(figure, write, language);
  expect(range(1.2)).toBe('1.2');
  expect(range({ low: 1.2, high: 1.2 })).toBe('1.2');
  expect(range({ low: 1.2, high: 1.9 })).toBe('between 1.2 and 1.9');
  expect(range({ low: 1.2, high: null })).toBe('at least 1.2');
  expect(range({ low: 0, high: null })).toBe('at least 0.0');
  expect(range({ low: null, high: 1.9 })).toBe('at most 1.9');
  expect(range({ low: null, high: null })).toBe('a number without known limits');
});

it.each([
  ['2005', 'in 2005', '2005'],
  ['2002-07/2007-10', 'from July 2002 to October 2007', 'July 2002–October 2007'],
  ['2002/2004', 'from 2002 to 2004', '2002–2004'],
  ['../2007-06', 'up to June 2007', 'up to June 2007'],
  ['2001-09/..', 'since September 2001', 'since September 2001'],
  ['undated', '(no period given)', 'not given'],
  ['some day', 'some day', 'some day'],
])('the period %s is %s in a sentence and %s in a table', async (period, inText, short) => {
  const language = await loadLanguage('en');
  expect([writePeriod(period, language), writePeriodShort(period, language)]).toEqual([inText, short]);
});

it('writes a day in full, without noughts before it', async () => {
  const language = await loadLanguage('en');
  expect([writeDay('2008-01-24', language), writeDay('2008-12-05', language)]).toEqual([
    '24 January 2008',
    '5 December 2008',
  ]);
});

it('tells States from areas that are none, and both from sums of several and from organizations', async () => {
  const language = await loadLanguage('en');
  expect(countRespondents(['SV', 'HK', 'GL', 'EEU', 'LAS'], language)).toBe(
    'one State, two other areas, one total of several areas and one regional organization',
  );
});

it('writes a name inside a sentence with a small letter, but for one that is written in capitals', () => {
  expect(['Persons prosecuted', 'DNA tests', 'A', '', '受害人'].map(lowerFirst)).toEqual([
    ...['persons prosecuted', 'DNA tests', 'a', '', '受害人'],
  ]);
});

it('gives the code where it has no name for it', async () => {
  const [en, zh] = await Promise.all(['en', 'zh'].map(loadLanguage));
  for (const language of [en!, zh!])
    for (const write of [writeIndicator, writeTopic, writeDetail, writeTheme])
      expect(write('no-such', language)).toBe('no-such');
  expect([writeTopic('hotline', en!), writeDetail('police', en!)]).toEqual(['Hotline', 'Police']);
  expect(writeIndicator('persons-prosecuted', zh!)).toMatch(/^\p{Script=Han}+$/u);
  expect(writeBreakdown({}, en!)).toBe('');
  expect(writeBreakdown({ sex: 'female', age: 'no-such' }, en!)).toBe('Female, no-such');
  expect(writeBreakdown({ 'no-such': 'female' }, en!)).toBe('female');
});
